import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ReadableStream } from 'node:stream/web'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FeedError, issue } from '../../src/issue.js'
import type { ArticleInput } from '../../src/model/input.js'
import type { Newsroom } from '../../src/newsroom/definition.js'
import type { ArticleSource, SourceEntry } from '../../src/newsroom/source.js'
import { entriesOf } from '../../src/node/any-source.js'

const context = { root: '/', link: 'https://newsroom.example/' }
const records: readonly ArticleInput[] = ['One', 'Two', 'Three'].map((title) => ({
  title,
  link: `/${title}`,
  published: '2026-03-02',
  tags: ['a'],
  body: `<p>The body of ${title}</p>`,
}))
const one = records[0]!

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'any-source-test-'))
  vi.stubEnv('TMPDIR', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function open(articles: unknown) {
  return entriesOf(articles as Newsroom['articles'], context)
}

async function all(articles: unknown): Promise<SourceEntry[]> {
  const found: SourceEntry[] = []
  for await (const entry of open(articles).entries) found.push(entry)
  return found
}

function* generator() {
  yield* records
}

async function* asyncGenerator() {
  for (const record of records) {
    await Promise.resolve()
    yield record
  }
}

function streamOf(values: readonly ArticleInput[]) {
  return new ReadableStream<ArticleInput>({
    start(controller) {
      for (const value of values) controller.enqueue(value)
      controller.close()
    },
  })
}

const source: ArticleSource = {
  readEntries: async function* () {
    for await (const article of asyncGenerator()) {
      const load = () => Promise.resolve({ article, issues: [] })
      yield { origin: `${article.title}.md`, article, issues: [], load }
    }
  },
  watchedPaths: () => [],
  [Symbol.asyncIterator]: asyncGenerator,
}

describe('what articles may be', () => {
  it.each<[string, () => unknown]>([
    ['a list', () => records],
    ['a Set', () => new Set(records)],
    ['a generator', () => generator()],
    ['an async generator', () => asyncGenerator()],
    ['a function', () => () => records],
    ['a function that returns a Set', () => () => new Set(records)],
    ['a generator function', () => generator],
    ['an async generator function', () => asyncGenerator],
    ['an async function', () => () => Promise.resolve(records)],
    ['a promise', () => Promise.resolve(asyncGenerator())],
    ['promises in a list', () => records.map((record) => Promise.resolve(record))],
    ['a ReadableStream', () => streamOf(records)],
    ['an object to iterate', () => ({ [Symbol.iterator]: generator })],
    ['an object to iterate with await', () => ({ [Symbol.asyncIterator]: asyncGenerator })],
    ['a source', () => source],
    ['a function that returns a source', () => () => source],
    ['a promise of a source', () => Promise.resolve(source)],
  ])('%s', async (_, make) => {
    const found = await all(make())
    const loaded = await Promise.all(found.map((entry) => entry.load()))
    expect(loaded.map(({ article }) => article)).toEqual(records)
    expect([...found, ...loaded].flatMap(({ issues }) => issues)).toEqual([])
  })

  it('names records by their place', async () => {
    const origins = ['articles[0]', 'articles[1]', 'articles[2]']
    expect((await all(records)).map(({ origin }) => origin)).toEqual(origins)
    expect((await all(generator())).map(({ origin }) => origin)).toEqual(origins)
  })

  it('passes the entries of a source on, and tells it of the newsroom', async () => {
    const readEntries = vi.fn(source.readEntries)
    const found = await all({ ...source, readEntries })
    expect(found.map(({ origin }) => origin)).toEqual(['One.md', 'Two.md', 'Three.md'])
    expect(readEntries).toHaveBeenCalledExactlyOnceWith(context)
  })

  it('may be nothing at all', async () => {
    expect(await all([])).toEqual([])
    expect(await all(new Set())).toEqual([])
  })

  it.each<[unknown, string]>([
    [5, '5'],
    [undefined, 'nothing'],
    [null, 'nothing'],
    ['articles.json', '"articles.json"'],
    [one, 'an object'],
    [new Uint8Array([1, 2]), 'an object'],
    [true, 'true'],
    [() => 5, '5'],
    [() => undefined, 'nothing'],
    [() => Promise.resolve(one), 'an object'],
    [() => () => records, 'a function'],
    [Promise.resolve('x'), '"x"'],
  ])('may not be %j', async (articles, shown) => {
    const wanted = 'a list, something to iterate, or a function that returns one'
    const message = `Cannot use ${shown} as articles: expected ${wanted}`
    const issues = [issue('wrong-type', 'articles', message)]
    const [entry, ...others] = await all(articles)
    expect(others).toEqual([])
    expect(entry).toMatchObject({ origin: '', article: undefined, issues })
    expect(await entry!.load()).toEqual({ article: undefined, issues })
  })
})

describe('a record', () => {
  it('of a list is kept by reference, its head is without body', async () => {
    const [entry] = await all([one])
    expect((await entry!.load()).article).toBe(one)
    const { body: _, ...head } = one
    expect(entry!.article).toEqual(head)
    expect(one.body).toBe('<p>The body of One</p>')
  })

  it('that is streamed is not held', async () => {
    const record = { ...one, body: 'x'.repeat(10_000) }
    const { entries, close } = open(new Set([record]))
    const found: SourceEntry[] = []
    for await (const entry of entries) found.push(entry)
    const [entry] = found
    expect(JSON.stringify(entry)).not.toContain('xxx')
    const first = (await entry!.load()).article
    const second = (await entry!.load()).article
    expect(first).toEqual(record)
    expect(first).not.toBe(record)
    expect(second).not.toBe(first)
    // Changed after it was handed over, it is still what it was.
    record.body = 'changed'
    expect((await entry!.load()).article).toEqual(first)
    close()
  })

  it.each<[string, unknown]>([
    ['with a date', { ...one, published: new Date(Date.UTC(2026, 2, 2)) }],
    ['with an invalid date', { ...one, published: new Date(Number.NaN) }],
    ['without a prototype', Object.assign(Object.create(null) as object, one)],
    ['with half a character', { ...one, title: 'a\uD800b' }],
    ['with every kind of value', { a: null, b: undefined, c: Number.NaN, d: -0, e: 5n, f: [, 1] }],
    ['that is null', null],
    ['that is a number', 5],
    ['that is text', 'title'],
    ['that is a list', [one]],
  ])('%s comes back the same', async (_, record) => {
    for (const articles of [[record], new Set([record])]) {
      const [entry] = await all(articles)
      const { article, issues } = await entry!.load()
      if (typeof record === 'object' && record !== null && !Array.isArray(record)) {
        expect({ ...article }).toEqual({ ...record })
      } else expect(article).toEqual(record)
      expect([...entry!.issues, ...issues]).toEqual([])
    }
  })

  it.each([[[undefined]], [new Set([undefined])]])('that is nothing is told', async (articles) => {
    const [entry] = await all(articles)
    expect(entry!.origin).toBe('articles[0]')
    expect(entry!.issues).toEqual([
      issue('wrong-type', '', 'Cannot use nothing: expected an object'),
    ])
  })

  class Row {
    readonly title = 'One'
    get body() {
      return '<p>computed</p>'
    }
  }
  const deep: unknown = Array.from({ length: 50 }).reduce((inner) => [inner], 'deep')
  const cyclic: Record<string, unknown> = { title: 'One' }
  cyclic['data'] = { cyclic }

  it.each<[string, object]>([
    ['an instance of a class', new Row()],
    ['an object with a computed field', { ...one, get body() { return 'computed' } }], // prettier-ignore
    ['an object with a function', { ...one, data: { f: () => 1 } }],
    ['an object with a symbol', { ...one, data: { s: Symbol('s') } }],
    ['an object with a Map', { ...one, data: new Map() }],
    ['an object with bytes', { ...one, data: { bytes: new Uint8Array(1) } }],
    ['an object nested beyond measure', { ...one, data: { deep } }],
    ['an object that holds itself', cyclic],
    ['a proxy', new Proxy(new Row(), {})],
  ])('that is %s is kept as it is', async (_, record) => {
    const [entry] = await all(new Set([record]))
    expect((await entry!.load()).article).toBe(record)
    expect(readdirSync(folder)).toEqual([])
  })

  it('has its own head only if copying changes nothing', async () => {
    let read = 0
    const record = {
      ...one,
      get body() {
        read += 1
        return 'computed'
      },
    }
    const [entry] = await all([record])
    expect(entry!.article).toBe(record)
    expect(read).toBe(0)
  })
})

describe('the temporary copy', () => {
  it('is for its owner only, and gone after close', async () => {
    const before = openFiles()
    const { entries, close } = open(asyncGenerator())
    const found: SourceEntry[] = []
    for await (const entry of entries) {
      for (const name of readdirSync(folder)) {
        expect(statSync(join(folder, name)).mode & 0o777).toBe(0o700)
      }
      found.push(entry)
    }
    if (before !== undefined) expect(openFiles()).toBe(before + 1)
    close()
    expect(readdirSync(folder)).toEqual([])
    expect(openFiles()).toBe(before)
    close()
    const [issues] = [(await found[0]!.load()).issues]
    expect(issues.map(({ code }) => code)).toEqual(['cannot-read'])
  })

  it('leaves no name behind where the system allows that', async () => {
    const { entries, close } = open(asyncGenerator())
    for await (const { origin } of entries) {
      if (origin === 'articles[1]' && process.platform !== 'win32') {
        expect(readdirSync(folder)).toEqual([])
      }
    }
    close()
  })

  it('is not made for lists and sources', async () => {
    vi.stubEnv('TMPDIR', join(folder, 'missing'))
    expect((await all(records)).flatMap(({ issues }) => issues)).toEqual([])
    expect((await all(source)).flatMap(({ issues }) => issues)).toEqual([])
  })

  it('that cannot be written is told, and the source closed', async () => {
    vi.stubEnv('TMPDIR', join(folder, 'missing'))
    const { records: watched, state } = watch()
    const found = await all(watched)
    expect(found.map(({ article, issues }) => [article, issues.map(({ code }) => code)])).toEqual([
      [undefined, ['cannot-write']],
    ])
    expect(found[0]!.issues[0]!.message).toMatch(
      /^Cannot write a temporary copy of the articles: .*expected/,
    )
    expect(state).toEqual({ asked: 1, closed: true })
  })

  it('that fills the disk is told', async () => {
    const { Spool } = await import('../../src/node/spool.js')
    const write = vi.spyOn(Spool.prototype, 'write').mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    })
    const found = await all(asyncGenerator())
    write.mockRestore()
    expect(found.map(({ issues }) => issues.map(({ message }) => message))).toEqual([
      ['Cannot write a temporary copy of the articles: the disk is full; expected room for it'],
    ])
  })

  it('gives many records back in any order', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({
      ...one,
      title: `Release ${index}`,
      body: `é${'x'.repeat(index)}`,
    }))
    const { entries, close } = open(new Set(many))
    const found: SourceEntry[] = []
    for await (const entry of entries) found.push(entry)
    for (let step = 0; step < many.length; step += 1) {
      const index = (step * 1237) % many.length
      expect((await found[index]!.load()).article).toEqual(many[index])
    }
    close()
  })
})

describe('faults', () => {
  it.each<[string, () => unknown, string]>([
    [
      'an async generator',
      () => failing(() => new Error('the database\nis gone')),
      'the database is gone',
    ],
    [
      'a cause',
      () => failing(() => new Error('fetch failed', { cause: new Error('ECONNREFUSED') })),
      'fetch failed (ECONNREFUSED)',
    ],
    [
      'many errors in one',
      () => failing(() => new AggregateError([new Error('no ::1'), new Error('no 127.0.0.1')])),
      'no ::1; no 127.0.0.1',
    ],
    ['an error without words', () => failing(() => new TypeError()), 'TypeError'],
    ['text', () => failing(() => 'gone'), 'gone'],
    ['an object', () => failing(() => ({ code: 5 })), 'an object'],
    ['controls of a terminal', () => failing(() => new Error('a\u001B[2Jb\u202Ec')), 'a [2Jb c'],
  ])('%s that are thrown midway', async (_, make, words) => {
    const found = await all(make())
    expect(found.map(({ origin }) => origin)).toEqual(['articles[0]', 'articles[1]'])
    expect((await found[0]!.load()).article).toEqual(one)
    const message = `Cannot read the articles to their end, 1 came, ${words}: expected the source to give all of them`
    expect(found[1]).toMatchObject({
      article: undefined,
      issues: [issue('cannot-read', 'articles', message)],
    })
  })

  async function* failing(make: () => unknown) {
    yield one
    await Promise.resolve()
    throw make()
  }

  it.each<[string, unknown]>([
    [
      'a function that throws',
      () => {
        throw new Error('no such table')
      },
    ],
    ['a promise that is refused', () => Promise.reject(new Error('no such table'))],
  ])('%s', async (_, articles) => {
    const found = await all(articles)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ origin: '', article: undefined })
    expect(found[0]!.issues[0]!.message).toBe(
      'Cannot get the articles, no such table: expected the source to give all of them',
    )
  })

  it.each<[string, unknown]>([
    ['an iterator that is none', { [Symbol.iterator]: 5 }],
    ['an iterator that gives nothing', { [Symbol.asyncIterator]: () => ({ next: () => 5 }) }],
    [
      'a source that throws',
      {
        ...source,
        readEntries: () => {
          throw new Error('x')
        },
      },
    ],
    ['a refused promise in a list', () => [Promise.reject(new Error('x'))]],
  ])('%s', async (_, articles) => {
    const found = await all(articles)
    expect(found.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['cannot-read']])
  })

  it('keeps what a source says in our own words', async () => {
    const issues = [issue('not-json', '', 'Cannot read'), issue('weak-id', '', 'Weak')]
    const found = await all(failing(() => new FeedError(issues)))
    expect(found[1]!.issues).toEqual(issues)
  })
})

function watch(onReturn = () => Promise.resolve()) {
  const state = { asked: 0, closed: false }
  const watched: AsyncIterable<ArticleInput> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        state.asked += 1
        return Promise.resolve({ done: false, value: one })
      },
      return: async () => {
        state.closed = true
        await onReturn()
        return { done: true, value: undefined }
      },
    }),
  }
  return { records: watched, state }
}

describe('stopping early', () => {
  it('closes what the records come from, and reads no further', async () => {
    const { records: watched, state } = watch()
    const { entries, close } = open(watched)
    let count = 0
    for await (const _ of entries) if ((count += 1) === 2) break
    close()
    expect(state).toEqual({ asked: 2, closed: true })
  })

  it('closes it when the consumer fails', async () => {
    const { records: watched, state } = watch()
    const { entries, close } = open(watched)
    const run = async () => {
      for await (const _ of entries) throw new Error('mine')
    }
    await expect(run()).rejects.toThrow('mine')
    close()
    expect(state).toEqual({ asked: 1, closed: true })
  })

  it('says so when closing fails', async () => {
    const { records: watched } = watch(() => Promise.reject(new Error('cursor is stuck')))
    const { entries, close } = open(watched)
    const run = async () => {
      for await (const _ of entries) break
    }
    await expect(run()).rejects.toThrow(/cursor is stuck/)
    close()
  })

  it('before the first record opens nothing', () => {
    const articles = vi.fn()
    open(articles).close()
    expect(articles).not.toHaveBeenCalled()
  })
})

// How many temporary copies this process holds open, where the system tells.
function openFiles(): number | undefined {
  if (!existsSync('/proc/self/fd')) return undefined
  return readdirSync('/proc/self/fd').length
}
