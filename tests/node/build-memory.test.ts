import { rmSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Newsroom } from 'pressfeed'
import { jsonFile, markdownFolder } from 'pressfeed/node'
import { BuildMemory } from '../../src/node/build-memory.js'
import { runBuild } from '../../src/node/build.js'
import { buildFolder, head } from './build-folder.js'

const { out, read, write, options, folder } = buildFolder()
const newsroom: Newsroom = {
  ...head,
  articles: markdownFolder('news'),
  feeds: [
    { format: 'rss', path: '/rss.xml', limit: 10, archive: { size: 10 } },
    { format: 'json', path: '/feed.json', limit: 10, archive: { size: 10 } },
  ],
}
const release = (day: number, text: string) =>
  `---\ntitle: Release ${day}\nlink: /${day}\npublished: 2026-01-${String(day).padStart(2, '0')}T09:00Z\n---\n${text}\n`
const days = Array.from({ length: 31 }, (_, index) => index + 1)

beforeEach(() => {
  for (const day of days) write(`news/${day}.md`, release(day, `Text ${day}.`))
  return () => rmSync(`${folder}/news`, { recursive: true })
})

/** Builds; which articles were read whole, and which documents changed. */
async function built(memory: BuildMemory) {
  const loaded = new Set<string>()
  const onLoad = ({ entry }: { entry: { origin: string } }) => void loaded.add(entry.origin)
  const { documents, issues, ok } = await runBuild(newsroom, options, { memory, onLoad })
  const written = documents.filter(({ status }) => status === 'written').map(({ path }) => path)
  return { loaded, written, documents, issues, ok }
}

it('makes anew only the documents that carry a changed article', async () => {
  const memory = new BuildMemory()
  const first = await built(memory)
  expect(first.loaded.size).toBe(31)
  const again = await built(memory)
  expect(again).toMatchObject({ loaded: new Set(), written: [] })
  expect(again.documents).toEqual(
    first.documents.map((document) => ({ ...document, status: 'unchanged' })),
  )

  write('news/3.md', release(3, 'Corrected.'))
  const third = await built(memory)
  expect(third.loaded.has('news/3.md')).toBe(true)
  expect(third.loaded.size).toBeLessThan(21)
  expect(third.written.length).toBe(2)
  for (const path of third.written) expect(read(path)).toContain('Corrected.')

  // What a build without memory makes is the same, byte for byte.
  const fresh = await built(new BuildMemory())
  expect(fresh.written).toEqual([])
  expect(fresh.documents.map(({ path, bytes }) => [path, bytes])).toEqual(
    third.documents.map(({ path, bytes }) => [path, bytes]),
  )
})

it('sees a picture that changed, an article that came and one that went', async () => {
  const memory = new BuildMemory()
  const svg = (width: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="1"/>`
  write('news/a.svg', svg(1))
  write('news/31.md', release(31, '![A](a.svg "A.")'))
  await built(memory)
  write('news/a.svg', svg(20))
  expect((await built(memory)).written).toEqual(expect.arrayContaining(['rss.xml', 'feed.json']))
  expect(read('rss.xml')).toContain('width="20"')

  write('news/32.md', release(31, 'Late.').replace('/31', '/32').replace('09:00', '10:00'))
  await built(memory)
  expect(read('rss.xml')).toContain('Late.')
  rmSync(`${folder}/news/32.md`)
  await built(memory)
  expect(read('rss.xml')).not.toContain('Late.')
})

it('makes a document again that somebody changed or removed in the output folder', async () => {
  const memory = new BuildMemory()
  await built(memory)
  const rss = read('rss.xml')
  writeFileSync(out('rss.xml'), 'not a feed')
  rmSync(out('feed.json'))
  expect((await built(memory)).written).toEqual(['rss.xml', 'feed.json'])
  expect(read('rss.xml')).toBe(rss)
})

it.each(['rss.xml', 'feed.json'])(
  'makes a page again of which only %s was changed',
  async (path) => {
    const memory = new BuildMemory()
    await built(memory)
    const made = read(path)
    writeFileSync(out(path), 'not a feed')
    expect(await built(memory)).toMatchObject({ ok: true, written: [path] })
    expect(read(path)).toBe(made)
  },
)

it('says the same as a build that made everything', async () => {
  const memory = new BuildMemory()
  write('news/4.md', release(4, ''))
  const first = await built(memory)
  expect(first.issues.map(({ code, file }) => [code, file])).toEqual([['empty-body', 'news/4.md']])
  expect((await built(memory)).issues).toEqual(first.issues)
  write('news/5.md', release(5, '![x](gone.png "Gone.")'))
  expect(await built(memory)).toMatchObject({ ok: false, written: [] })
  write('news/5.md', release(5, 'Text 5.'))
  expect((await built(memory)).issues).toEqual(first.issues)
})

describe('what is saved while a build reads', () => {
  const svg = (width: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="1"/>`

  /** Builds, and right after an article was read, does something. */
  async function builtMeanwhile(memory: BuildMemory, origin: string, work: () => void) {
    await runBuild(newsroom, options, {
      memory,
      onLoad: ({ entry }) => {
        if (entry.origin === origin) work()
      },
    })
  }

  it('is in the next build: the text of an article', async () => {
    const memory = new BuildMemory()
    await builtMeanwhile(memory, 'news/31.md', () =>
      write('news/31.md', release(31, 'Saved meanwhile.')),
    )
    expect(read('rss.xml')).toContain('Text 31.')
    await built(memory)
    expect(read('rss.xml')).toContain('Saved meanwhile.')
  })

  it('is in the next build: a picture', async () => {
    const memory = new BuildMemory()
    write('news/a.svg', svg(1))
    write('news/31.md', release(31, '![A](a.svg "A.")'))
    await builtMeanwhile(memory, 'news/31.md', () => write('news/a.svg', svg(20)))
    expect(read('rss.xml')).toContain('width="1"')
    await built(memory)
    expect(read('rss.xml')).toContain('width="20"')
    expect((await built(memory)).loaded.size).toBe(0)
  })

  it('is in the next build: a line of a file of many', async () => {
    const record = (text: string) =>
      JSON.stringify({ title: 'A', link: '/a', published: '2026-01-01', body: `<p>${text}</p>` })
    write('articles.ndjson', record('First.'))
    const lines = { ...newsroom, articles: jsonFile('articles.ndjson') }
    const memory = new BuildMemory()
    let loads = 0
    const onLoad = () => {
      loads += 1
      if (loads === 1) write('articles.ndjson', record('Second.'))
    }
    const hooks = { memory, onLoad }
    await runBuild(lines, options, hooks)
    expect(read('rss.xml')).toContain('First.')
    await runBuild(lines, options, hooks)
    expect(read('rss.xml')).toContain('Second.')
    await runBuild(lines, options, hooks)
    expect(loads).toBe(2)
  })
})
