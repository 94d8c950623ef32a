import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getuid } from 'node:process'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FeedError, type Issue } from '../../src/issue.js'
import type { ArticleInput } from '../../src/model/input.js'
import type { SourceEntry } from '../../src/newsroom/source.js'
import { jsonFile } from '../../src/node/json-file.js'
import { locateIn, placeOfFault } from '../../src/node/json-places.js'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'json-file-test-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function record(title: string): ArticleInput {
  return { title, link: `/${title}`, published: '2026-03-02', body: `<p>${title} é “😀”</p>` }
}
const [one, two, three] = [record('One'), record('Two'), record('Three')]

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(root, name), content)
  return name
}

async function read(name: string): Promise<SourceEntry[]> {
  const found: SourceEntry[] = []
  const context = { root, link: 'https://newsroom.example/' }
  for await (const entry of jsonFile(name).readEntries(context)) found.push(entry)
  return found
}

async function whole(entries: readonly SourceEntry[]) {
  return Promise.all(entries.map(async (entry) => (await entry.load()).article))
}

function lines(...values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}

/** What an issue says, in short. */
function brief({ code, file, line, column }: Issue): string {
  return `${code} ${file}:${line}:${column}`
}

function briefly(entries: readonly SourceEntry[]): string[] {
  return entries.map(({ origin, issues, article }) =>
    article === undefined ? `${origin} ${issues.map(brief).join()}` : origin,
  )
}

describe('a list with a comma too many', () => {
  it.each([
    ['[{"title": "One"},\n]', '2:1', 'no comma before this ]'],
    ['[{"title": "One",\r\n }]', '2:2', 'no comma before this }'],
    ['{"articles": [{"title": "One"} , ]}', '1:34', 'no comma before this ]'],
    ['[{"title": "One"]', '1:17', 'a list of article records'],
    ['[,]', '1:2', 'a list of article records'],
  ])('%j is told so', async (text, place, expected) => {
    const [entry] = await read(write('a.json', text))
    const [found] = entry?.issues ?? []
    expect(`${found?.line}:${found?.column} ${found?.message}`).toBe(
      `${place} Cannot read the file as JSON: expected ${expected}`,
    )
  })
})

describe('a file of lines', () => {
  it('gives a record a line', async () => {
    const entries = await read(write('articles.ndjson', lines(one, two, three)))
    expect(entries.map(({ origin }) => origin)).toEqual([
      'articles.ndjson:1',
      'articles.ndjson:2',
      'articles.ndjson:3',
    ])
    expect(entries.map(({ article }) => article)).toEqual(
      [one, two, three].map(({ body: _, ...head }) => head),
    )
    expect(await whole(entries)).toEqual([one, two, three])
    expect(await whole(entries)).toEqual([one, two, three])
    expect(entries.flatMap(({ issues }) => issues)).toEqual([])
  })

  it.each(['a.jsonl', 'a.NDJSON', 'två ord.ndjson'])('may be called %s', async (name) => {
    expect(await whole(await read(write(name, lines(one, two))))).toEqual([one, two])
  })

  it('may begin with a mark, end lines as on Windows, have blank lines and no last line end', async () => {
    const [a, b] = [JSON.stringify(one), JSON.stringify(two)]
    const entries = await read(write('a.ndjson', `\uFEFF${a}\r\n\r\n  \t\n\n${b}`))
    expect(briefly(entries)).toEqual(['a.ndjson:1', 'a.ndjson:5'])
    expect(await whole(entries)).toEqual([one, two])
  })

  it.each(['', '\n', '\uFEFF', '\r\n\r\n'])('that holds %j holds no articles', async (text) => {
    expect(await read(write('a.ndjson', text))).toEqual([])
  })

  it('tells a line that is no record, and goes on', async () => {
    const bad = ['{"title": "x",}', '[1]', '5', '"text"', 'null', '{"a":1} {"b":2}', '  {"a"']
    const text = bad.map((line) => `${line}\n${lines(one)}`).join('')
    const entries = await read(write('a.ndjson', text))
    expect(briefly(entries).filter((_, index) => index % 2 === 0)).toEqual([
      'a.ndjson:1 not-json a.ndjson:1:15',
      'a.ndjson:3 not-json a.ndjson:3:1',
      'a.ndjson:5 not-json a.ndjson:5:1',
      'a.ndjson:7 not-json a.ndjson:7:1',
      'a.ndjson:9 not-json a.ndjson:9:1',
      'a.ndjson:11 not-json a.ndjson:11:9',
      'a.ndjson:13 not-json a.ndjson:13:7',
    ])
    expect(entries[0]!.issues[0]!.message).toBe(
      'Cannot read the line as JSON: expected one article record, an object on a line of its own',
    )
    expect(entries[2]!.issues[0]!.message).toBe(
      'Cannot use a list as an article: expected one article record, an object on a line of its own',
    )
    const good = entries.filter((_, index) => index % 2 === 1)
    expect(await whole(good)).toEqual(bad.map(() => one))
    expect((await entries[0]!.load()).issues).toEqual(entries[0]!.issues)
  })

  it('tells bytes that are not UTF-8', async () => {
    const bad = Buffer.from('{"title":"caf\xe9"}\n', 'latin1')
    const bytes = Buffer.concat([Buffer.from(lines(one)), bad, Buffer.from(lines(two))])
    const entries = await read(write('a.ndjson', bytes))
    expect(briefly(entries)).toEqual([
      'a.ndjson:1',
      'a.ndjson:2 not-text a.ndjson:2:14',
      'a.ndjson:3',
    ])
  })

  it('tells a file in UTF-16 once', async () => {
    const entries = await read(
      write('a.ndjson', Buffer.from(`\uFEFF${lines(one, two)}`, 'utf16le')),
    )
    expect(briefly(entries)).toEqual(['a.ndjson:1 not-text a.ndjson:1:1'])
  })

  it('tells a line that is longer than 64 MiB, and goes on', async () => {
    const name = write('a.ndjson', lines(one))
    const file = openSync(join(root, name), 'a')
    writeSync(file, '{"title":"')
    for (let count = 0; count < 65; count += 1) writeSync(file, 'x'.repeat(1024 * 1024))
    writeSync(file, `"}\n${lines(two)}`)
    closeSync(file)
    const entries = await read(name)
    expect(briefly(entries)).toEqual([
      'a.ndjson:1',
      'a.ndjson:2 not-json a.ndjson:2:1',
      'a.ndjson:3',
    ])
    expect(await whole([entries[2]!])).toEqual([two])
  })

  it('is read whatever falls on the borders of what is read at once', async () => {
    const chunk = 256 * 1024
    const records = [-2, -1, 0, 1, 2, chunk].map((more) => {
      const empty = Buffer.byteLength(lines({ ...one, body: '' }))
      return { ...one, body: 'x'.repeat(chunk - empty + more) }
    })
    const accents = { ...one, body: 'é😀'.repeat(200_000) }
    const entries = await read(write('a.ndjson', lines(...records, accents, two)))
    expect(await whole(entries)).toEqual([...records, accents, two])
  })

  it('that changes while it is read is told', async () => {
    const name = write('a.ndjson', lines(one, two))
    const entries = await read(name)
    write(name, lines({ ...one, body: 'longer'.repeat(10) }, two))
    const [first, second] = await Promise.all(entries.map((entry) => entry.load()))
    for (const [index, loaded] of [first!, second!].entries()) {
      expect(loaded.article).toBe(undefined)
      expect(loaded.issues.map(brief)).toEqual([`cannot-read a.ndjson:${index + 1}:1`])
      expect(loaded.issues[0]!.message).toContain('the file changed while it was read')
    }
    truncateSync(join(root, name), 3)
    expect((await entries[1]!.load()).issues.map(({ code }) => code)).toEqual(['cannot-read'])
    rmSync(join(root, name))
    expect((await entries[1]!.load()).issues.map(({ code }) => code)).toEqual(['cannot-read'])
  })

  it('that only grows stays readable', async () => {
    const name = write('a.ndjson', lines(one))
    const entries = await read(name)
    appendFileSync(join(root, name), lines(two))
    expect(await whole(entries)).toEqual([one])
  })

  it('has the same version for the same line, and another once the file changes', async () => {
    const name = write('a.ndjson', lines(one, two))
    const before = await read(name)
    const versions = await Promise.all(before.map((entry) => entry.version!()))
    expect(new Set(versions).size).toBe(2)
    write(name, lines(one, three))
    utimesSync(join(root, name), 5, 5)
    expect(await before[0]!.version!()).not.toBe(versions[0])
    const after = await read(name)
    expect(await after[0]!.version!()).toBe(versions[0])
    expect(await after[1]!.version!()).not.toBe(versions[1])
    rmSync(join(root, name))
    expect(await before[0]!.version!()).not.toBe(versions[0])
  })

  it('tells where a field stands', async () => {
    const text = '{"title": "x", "images": [{"url": "/a.jpg"}, {"url": 5}]}'
    const [, entry] = await read(write('a.ndjson', `\n${lines(one)}${text}\n`))
    expect(entry!.locate!('title')).toEqual({ line: 3, column: 1 })
    const { locate } = await entry!.load()
    expect(locate!('title')).toEqual({ line: 3, column: 11 })
    expect(locate!('images[1].url')).toEqual({ line: 3, column: 54 })
    expect(locate!('images[1].caption')).toEqual({ line: 3, column: 46 })
    expect(locate!('link')).toEqual({ line: 3, column: 1 })
  })

  it('is closed when the reader stops early', async () => {
    const name = write('a.ndjson', lines(one, two))
    const context = { root, link: '' }
    for await (const entry of jsonFile(name).readEntries(context)) {
      expect(entry.origin).toBe('a.ndjson:1')
      break
    }
  })
})

describe('a file of a list', () => {
  it('gives its records', async () => {
    const entries = await read(write('articles.json', JSON.stringify([one, two])))
    expect(entries.map(({ origin }) => origin)).toEqual(['articles.json[0]', 'articles.json[1]'])
    expect(entries[0]!.article).not.toHaveProperty('body')
    expect(await whole(entries)).toEqual([one, two])
  })

  it('may be an object with articles, or one record', async () => {
    const many = await read(
      write('a.json', `\uFEFF${JSON.stringify({ articles: [one, two] })}\r\n`),
    )
    expect(briefly(many)).toEqual(['a.json[0]', 'a.json[1]'])
    expect(await whole(many)).toEqual([one, two])
    const single = await read(write('a.json', JSON.stringify(one)))
    expect(briefly(single)).toEqual(['a.json'])
    expect(await whole(single)).toEqual([one])
    expect(await read(write('a.json', '[]'))).toEqual([])
  })

  it.each([
    ['', 'a.json not-json a.json:1:1'],
    ['[\n  {"title": "x"},\n  {"title": y}\n]', 'a.json not-json a.json:3:13'],
    ['[\r\n  {"title": "x"\r\n', 'a.json not-json a.json:3:1'],
    ['5', 'a.json not-json a.json:1:1'],
    ['"text"', 'a.json not-json a.json:1:1'],
    ['null', 'a.json not-json a.json:1:1'],
    ['{\n "articles": {}\n}', 'a.json not-json a.json:2:14'],
    ['{"articles": null}', 'a.json not-json a.json:1:14'],
    ['[\n 5]', 'a.json[0] not-json a.json:2:2'],
    ['{"articles": [\n[]]}', 'a.json[0] not-json a.json:2:1'],
  ])('that holds %j is told', async (text, said) => {
    const entries = await read(write('a.json', text))
    expect(briefly(entries)).toEqual([said])
    expect(entries[0]!.issues[0]!.message).toMatch(/^Cannot .*: expected /)
  })

  it('tells bytes that are not UTF-8', async () => {
    const entries = await read(write('a.json', Buffer.from('[\n{"title":"caf\xe9"}]', 'latin1')))
    expect(briefly(entries)).toEqual(['a.json not-text a.json:2:14'])
  })

  it('goes on after what is no record', async () => {
    const entries = await read(write('a.json', JSON.stringify([one, null, two])))
    expect(briefly(entries)).toEqual([
      'a.json[0]',
      `a.json[1] not-json a.json:1:${JSON.stringify(one).length + 3}`,
      'a.json[2]',
    ])
  })

  it('tells where a field stands', async () => {
    const text =
      '{"x": [1], "articles": [\n{"title": "a"},\n  {"title": "b",\n"images": [{"url": 5}]}\n]}'
    const [first, second] = await read(write('a.json', text))
    expect(first!.locate!('title')).toEqual({ line: 2, column: 11 })
    const { locate } = await second!.load()
    expect(locate!('images[0].url')).toEqual({ line: 4, column: 20 })
    expect(locate!('link')).toEqual({ line: 3, column: 3 })
    const [single] = await read(write('b.json', '{\n"title": "a"}'))
    expect(single!.locate!('title')).toEqual({ line: 2, column: 10 })
  })

  it('has another version when the file has changed', async () => {
    const name = write('a.json', JSON.stringify([one]))
    const [before] = await read(name)
    const [again] = await read(name)
    write(name, JSON.stringify([two]))
    const [after] = await read(name)
    expect(await again!.version!()).toBe(await before!.version!())
    expect(await after!.version!()).not.toBe(await before!.version!())
  })
})

describe.each(['a.json', 'a.ndjson'])('%s', (name) => {
  it('that is missing, a folder, or not permitted is told', async () => {
    expect(briefly(await read(name))).toEqual([`${name} cannot-read ${name}:undefined:undefined`])
    expect(briefly(await read(`none/${name}`))).toHaveLength(1)
    mkdirSync(join(root, name))
    const [folder] = await read(name)
    expect(folder!.issues[0]!.message).toContain('folder')
    expect((await folder!.load()).issues).toEqual(folder!.issues)
    if (getuid?.() !== 0) {
      rmSync(join(root, name), { recursive: true })
      chmodSync(join(root, write(name, '[]')), 0)
      expect((await read(name))[0]!.issues[0]!.message).toContain('permission')
    }
  })

  it('may be given by its absolute path, and is watched there', async () => {
    const path = join(root, write(name, lines(one)))
    expect(jsonFile(path).watchedPaths('/elsewhere')).toEqual([path])
    expect(jsonFile(name).watchedPaths(root)).toEqual([path])
    const [entry] = await read(path)
    expect(entry!.origin).toBe(name.endsWith('.json') ? name : `${name}:1`)
  })

  it('may hold fields named like those of every object', async () => {
    const text = '{"title":"x","__proto__":{"body":"y"},"constructor":1,"body":"z"}'
    const [entry] = await read(write(name, text))
    expect(Object.keys(entry!.article!)).toEqual(['title', '__proto__', 'constructor'])
    expect((await entry!.load()).article).toEqual(JSON.parse(text))
  })

  it('may be nested beyond measure', async () => {
    const depth = 200_000
    const text = `{"title":"x","data":${'['.repeat(depth)}${']'.repeat(depth)}}`
    const [entry] = await read(write(name, text))
    const { article, locate } = await entry!.load()
    expect(article!.title).toBe('x')
    expect(locate!('data')).toEqual({ line: 1, column: 21 })
    const [broken] = await read(write(name, text.slice(0, -10)))
    expect(broken!.issues[0]!.column).toBe(text.length - 9)
  })
})

describe('iterated by itself', () => {
  async function collect(path: string) {
    const found: ArticleInput[] = []
    for await (const article of jsonFile(path)) found.push(article)
    return found
  }

  it('gives whole records, any number of times', async () => {
    const path = join(root, write('a.ndjson', lines(one, two)))
    expect(await collect(path)).toEqual([one, two])
    expect(await collect(path)).toEqual([one, two])
    expect(await collect(join(root, write('a.json', JSON.stringify([one]))))).toEqual([one])
  })

  it('throws all that is wrong', async () => {
    const path = join(root, write('a.ndjson', `${lines(one)}{\n${lines(two)}[]\n`))
    const found: ArticleInput[] = []
    let thrown: unknown
    try {
      for await (const article of jsonFile(path)) found.push(article)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(FeedError)
    expect((thrown as FeedError).issues.map(({ line }) => line)).toEqual([2, 4])
    expect(found).toEqual([one])
    await expect(collect(join(root, 'missing.json'))).rejects.toThrow(FeedError)
  })
})

describe('the place of a fault', () => {
  const mutated = fc
    .tuple(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', ',', '"', '{', ']', '\\', '0', '\t'),
    )
    .map(([text, at, put]) => {
      const cut = at % (text.length + 1)
      return text.slice(0, cut) + put + text.slice(cut + 1)
    })

  it('is where no text can go on from', () => {
    let faults = 0
    fc.assert(
      fc.property(mutated, (text) => {
        if (isJson(text)) return
        faults += 1
        const { line, column } = placeOfFault(text)
        expect(line).toBe(1)
        // What is before it can be completed, so the fault is not earlier.
        expect(column - 1).toBeLessThanOrEqual(text.length)
        expect(canGoOn(text.slice(0, column - 1))).toBe(true)
      }),
      { numRuns: 1000 },
    )
    expect(faults).toBeGreaterThan(200)
  })

  it('is never found in JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(placeOfFault(text)).toEqual({ line: 1, column: text.length + 1 })
      }),
    )
  })

  it('finds every value by its path', () => {
    const text = '{ "a": [ {"b.c": 1, "d": "x\\"]"}, -1.5e3 ], "e": {}, "f": [] , "g": true}'
    const locate = locateIn(text)
    const at = (path: string) => text.slice(locate(path).column - 1)
    expect(at('a[0].d')).toMatch(/^"x/)
    expect(at('a[1]')).toMatch(/^-1/)
    expect(at('e')).toMatch(/^\{\}/)
    expect(at('f')).toMatch(/^\[\]/)
    expect(at('g')).toMatch(/^true/)
    expect(at('')).toBe(text)
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

// Tries the few ways in which a beginning of JSON can go on: the end of a word, then closing what is open.
function canGoOn(start: string): boolean {
  const closers: string[] = []
  let inString = false
  for (let at = 0; at < start.length; at += 1) {
    if (inString && start[at] === '\\') at += 1
    else if (start[at] === '"') inString = !inString
    else if (!inString && start[at] === '[') closers.unshift(']')
    else if (!inString && start[at] === '{') closers.unshift('}')
    else if (!inString && /[\]}]/.test(start[at]!)) closers.shift()
  }
  const ends = ['', '"', '":0', ':0', '0', '"":0', '"k":0', 'ull', 'rue', 'alse']
  return ends.some((end) => isJson(start + end + closers.join('')))
}
