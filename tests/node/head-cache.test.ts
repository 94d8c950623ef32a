import fc from 'fast-check'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { build } from 'pressfeed/node'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SourceEntry } from '../../src/newsroom/source.js'
import { markdownFolder } from '../../src/node/markdown-folder.js'
import { temporaryFolder } from './temporary-folder.js'

const link = 'https://news.example/'

// What was written just now could be written again without a sign of it, so that nothing young is kept.
const later = 10_000
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + later })
})
afterEach(() => {
  vi.useRealTimers()
})

function file(title: string, fields = ''): string {
  return `---\ntitle: ${title}\nlink: /${title}/\npublished: 2026-03-02\n${fields}---\nText\n`
}

async function read(root: string, cacheDir?: string) {
  const entries: SourceEntry[] = []
  const source = markdownFolder('news', { link: '/news/{path}/' })
  for await (const entry of source.readEntries({ root, link, cacheDir })) entries.push(entry)
  return entries.map(({ origin, article, issues, locate }) => ({
    ...{ origin, article, issues },
    places: [locate?.('title'), locate?.('published'), locate?.('tags[0]')],
  }))
}

const titles = (entries: Awaited<ReturnType<typeof read>>) =>
  entries.map(({ article }) => article?.title)

function folder(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder(files)
  const cacheDir = join(root, 'cache')
  return { root, cacheDir, kept: () => onlyFile(cacheDir) }
}

function onlyFile(cacheDir: string): string {
  const [name, ...others] = readdirSync(cacheDir)
  expect(others).toEqual([])
  return join(cacheDir, name ?? '')
}

// As if the file had said something else when it was kept.
function forge(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replaceAll(from, to))
}

describe('the second reading', () => {
  const files = {
    'news/a.md': file('A', 'tags: [x]\nfeatured: yes\n'),
    'news/b/c.md': file('C', 'draft: true\n'),
    'news/d.md': '# D\n\nText',
    'news/broken.md': '---\ntitle: "\n---\n',
  }

  it('gives what the first gave, with the same places', async () => {
    const { root, cacheDir } = folder(files)
    const plain = await read(root)
    expect(plain.flatMap(({ issues }) => issues).length).toBeGreaterThan(0)
    expect(await read(root, cacheDir)).toEqual(plain)
    expect(await read(root, cacheDir)).toEqual(plain)
  })

  it('takes it from the cache, and does not write that again', async () => {
    const { root, cacheDir, kept } = folder(files)
    await read(root, cacheDir)
    forge(kept(), '"title":"A"', '"title":"Z"')
    const before = statSync(kept()).mtimeMs
    expect(titles(await read(root, cacheDir))).toEqual(['Z', 'C', undefined, 'D'])
    expect(statSync(kept()).mtimeMs).toBe(before)
  })

  it('is private to its owner', async () => {
    const { root, cacheDir, kept } = folder(files)
    await read(root, cacheDir)
    expect(statSync(kept()).mode & 0o777).toBe(0o600)
  })

  it('reads what has changed, even if size and time of change are as they were', async () => {
    const { root, cacheDir } = folder(files)
    const path = join(root, 'news/a.md')
    const { atime, mtime } = statSync(path)
    await read(root, cacheDir)
    writeFileSync(path, files['news/a.md'].replace('title: A', 'title: B'))
    utimesSync(path, atime, mtime)
    expect(titles(await read(root, cacheDir))).toEqual(['B', 'C', undefined, 'D'])
  })

  it('reads what is so young that another change might not show', async () => {
    const { root, cacheDir, kept } = folder(files)
    vi.setSystemTime(Date.now() - later)
    await read(root, cacheDir)
    expect(existsSync(cacheDir)).toBe(false)
    vi.setSystemTime(Date.now() + later)
    await read(root, cacheDir)
    expect(readFileSync(kept(), 'utf8')).toContain('"title":"A"')
  })

  it('is not asked to remember values that no text carries', async () => {
    const { root, cacheDir } = folder({ 'news/a.md': file('A', 'data: {n: .inf, z: -0.0}\n') })
    const plain = await read(root)
    await read(root, cacheDir)
    expect(await read(root, cacheDir)).toEqual(plain)
  })
})

it('keeps the old cache when a reading is broken off', async () => {
  const { root, cacheDir, kept } = folder({ 'news/a.md': file('A'), 'news/b.md': file('B') })
  await read(root, cacheDir)
  const before = readFileSync(kept(), 'utf8')
  writeFileSync(join(root, 'news/a.md'), file('New'))
  const entries = markdownFolder('news').readEntries({ root, link, cacheDir })
  for await (const { article } of entries) {
    expect(article?.title).toBe('New')
    break
  }
  expect(readFileSync(kept(), 'utf8')).toBe(before)
})

describe('a cache that is no good', () => {
  const files = { 'news/a.md': file('A'), 'news/b.md': file('B'), 'news/c.md': file('C') }
  const spoiled: readonly (readonly [string, (text: string) => string | Uint8Array])[] = [
    ['empty', () => ''],
    ['no text', () => Uint8Array.from({ length: 5000 }, (_, index) => (index * 37) % 256)],
    ['of another version', (text) => text.replace('[1,', '[0,')],
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['cut off in its title', (text) => text.slice(0, 5)],
    ['with a line that is none', (text) => text.replace('["b.md"', '"b.md"')],
    ['with no head', (text) => text.replace(/("b\.md","[^"]*",).*\]/, '$1null]')],
    ['with half a head', (text) => text.replace(/("b\.md","[^"]*",).*\]/, '$1{"issues":[]}]')],
    ['with another half', (text) => text.replace(/("b\.md","[^"]*",).*\]/, '$1{"article":{}}]')],
    ['in disorder', (text) => [...text.trimEnd().split('\n')].reverse().join('\n')],
  ]

  it.each(spoiled)('%s, is read past and replaced', async (_, spoil) => {
    const { root, cacheDir, kept } = folder(files)
    const plain = await read(root, cacheDir)
    const good = readFileSync(kept(), 'utf8')
    const bad = spoil(good)
    expect(bad).not.toBe(good)
    writeFileSync(kept(), bad)
    expect(await read(root, cacheDir)).toEqual(plain)
    expect(readFileSync(kept(), 'utf8')).toBe(good)
  })

  it.each(['a file', 'a folder'])('hinders nothing when %s is in its place', async (what) => {
    const { root, cacheDir } = folder(files)
    const plain = await read(root, cacheDir)
    const place = what === 'a file' ? cacheDir : onlyFile(cacheDir)
    rmSync(place, { recursive: true })
    if (what === 'a file') writeFileSync(place, '')
    else mkdirSync(join(place, 'x'), { recursive: true })
    expect(await read(root, cacheDir)).toEqual(plain)
    if (what === 'a folder') expect(readdirSync(cacheDir)).toHaveLength(1)
  })
})

it('has after any changes what a cache from scratch has, and gives the same articles', async () => {
  const names = ['a', 'b', 'b/a', 'c', 'é', 'z', '\u{1F300}']
  const change = fc.record({
    name: fc.constantFrom(...names),
    what: fc.constantFrom('write', 'write', 'remove'),
    title: fc.constantFrom('A', 'B', 'true'),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 5 }),
      async (rounds) => {
        const { root, cacheDir, kept } = folder({ 'news/first.md': file('First') })
        await read(root, cacheDir)
        for (const [number, changes] of rounds.entries()) {
          for (const { name, what, title } of changes) {
            const path = join(root, 'news', `${name}.md`)
            mkdirSync(join(path, '..'), { recursive: true })
            if (what === 'write') writeFileSync(path, file(title))
            else rmSync(path, { force: true })
          }
          const scratch = join(root, `scratch-${number}`)
          expect(await read(root, cacheDir)).toEqual(await read(root, scratch))
          expect(readFileSync(kept(), 'utf8')).toBe(readFileSync(onlyFile(scratch), 'utf8'))
        }
      },
    ),
    { numRuns: 60 },
  )
})

it('changes nothing about the feeds, and lets an embargo end at its hour', async () => {
  const { root, cacheDir } = folder({
    'news/a.md': file('A', 'tags: [x]\n'),
    'news/held.md': file('Held', 'embargo: 2026-04-01 09:00\n').replace(
      '2026-03-02',
      '2026-04-01 09:00',
    ),
  })
  const newsroom = {
    title: 'Office',
    link,
    language: 'en',
    description: 'Releases',
    timeZone: 'UTC',
    articles: markdownFolder('news'),
    feeds: [{ format: 'rss' as const, path: '/rss.xml' }],
  }
  const feedAt = async (now: string, name: string, cache?: string) => {
    const outDir = join(root, name)
    await build(newsroom, { root, outDir, now, cacheDir: cache })
    return readFileSync(join(outDir, 'rss.xml'), 'utf8')
  }
  for (const now of ['2026-03-03T00:00Z', '2026-03-04T00:00Z', '2026-04-01T09:00Z']) {
    expect(await feedAt(now, 'cached', cacheDir)).toBe(await feedAt(now, 'plain'))
  }
  expect(readFileSync(join(root, 'cached/rss.xml'), 'utf8')).toContain('<title>Held</title>')
})
