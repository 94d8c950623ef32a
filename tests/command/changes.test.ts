import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pressfeed } from '../package/command.js'
import { installPacked, type Installed } from '../package/installed.js'
import {
  article,
  articleId,
  articlePath,
  numberedNewsroom,
  slicedFeeds,
  writeConfig,
} from '../package/newsroom-folder.js'
import { carriersOf, changes, idsByDocument, snapshot } from '../package/output-snapshot.js'

const count = 120
const archiveSize = 8

let installed: Installed
beforeAll(() => void (installed = installPacked()), 180_000)
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }))

/** A newsroom of 120 articles, built. */
function builtNewsroom() {
  const folder = numberedNewsroom(count)
  const dist = join(folder, 'dist')
  const build = () => {
    const { code, stderr } = pressfeed(installed, ['build'], folder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return snapshot(dist)
  }
  const before = build()
  return { folder, dist, build, before, documents: idsByDocument(before) }
}

describe('touching one article of 120', () => {
  it.each([
    ['the newest', count - 1],
    ['one in the archive alone', 40],
    ['the oldest', 0],
  ])('rewrites the documents that carry it, and no other: %s', (_, number) => {
    const { folder, build, before, documents } = builtNewsroom()
    const carriers = carriersOf(articleId(number), documents)
    expect(carriers.length).toBeGreaterThanOrEqual(3)
    expect(carriers.length).toBeLessThan(before.size / 4)
    writeFileSync(join(folder, articlePath(number)), article(number, 'Another text.'))
    const after = build()
    expect(changes(before, after)).toEqual({
      added: [],
      removed: [],
      rewritten: carriers,
      touched: [],
    })
    for (const path of carriers) expect(after.get(path)?.text, path).toContain('Another text.')
  })

  it('takes every document to pieces: the ids are those of the articles', () => {
    const { documents } = builtNewsroom()
    const all = Array.from({ length: count }, (_, number) => articleId(number))
    expect([...new Set([...documents.values()].flat())].sort()).toEqual(all.sort())
    expect(documents.size).toBeGreaterThan(80)
  })
})

describe('deleting one article of 120', () => {
  it('rewrites its archive pages and nothing else, when no feed shows it any more', () => {
    const { folder, build, before, documents } = builtNewsroom()
    const number = removable(documents, (path) => path.includes('-archive/'))
    const carriers = carriersOf(articleId(number), documents)
    expect(carriers.length).toBeGreaterThanOrEqual(3)
    rmSync(join(folder, articlePath(number)))
    expect(changes(before, build())).toEqual({
      added: [],
      removed: [],
      rewritten: carriers,
      touched: [],
    })
  })

  it('rewrites the feeds that showed it too, which show an older one in its place', () => {
    const { folder, build, before, documents } = builtNewsroom()
    const number = count - 1
    const carriers = carriersOf(articleId(number), documents)
    expect(carriers).toEqual(expect.arrayContaining(['atom.xml', 'feed.json', 'rss.xml']))
    rmSync(join(folder, articlePath(number)))
    const after = build()
    expect(changes(before, after)).toEqual({
      added: [],
      removed: [],
      rewritten: carriers,
      touched: [],
    })
    const ids = idsByDocument(after)
    for (const path of carriers) expect(ids.get(path), path).not.toContain(articleId(number))
    expect([...new Set([...ids.values()].flat())]).toHaveLength(count - 1)
  })
})

describe('taking a feed out of the configuration', () => {
  it('removes it and its archive, and nothing else', () => {
    const { folder, dist, build } = builtNewsroom()
    mkdirSync(join(dist, 'energy/rss-archive'), { recursive: true })
    writeFileSync(join(dist, 'energy/rss-archive/notes.txt'), 'mine')
    writeFileSync(join(dist, 'index.html'), '<p>mine')
    const before = snapshot(dist)
    writeConfig(
      folder,
      slicedFeeds.filter(({ path }) => path !== '/energy/rss.xml'),
    )
    const gone = [...before.keys()].filter((path) =>
      /^energy\/rss(\.xml$|-archive\/.*\.xml$)/.test(path),
    )
    expect(gone.length).toBeGreaterThan(4)
    const after = build()
    expect(changes(before, after)).toEqual({
      added: [],
      removed: gone,
      rewritten: ['feeds.opml'],
      touched: [],
    })
    expect(after.get('energy/rss-archive/notes.txt')?.text).toBe('mine')
  })

  it('leaves a file in its place that a person put there', () => {
    const { folder, dist, build } = builtNewsroom()
    writeFileSync(join(dist, 'energy/rss.xml'), 'by hand')
    const before = snapshot(dist)
    writeConfig(
      folder,
      slicedFeeds.filter(({ path }) => path !== '/energy/rss.xml'),
    )
    const after = build()
    expect(after.get('energy/rss.xml')).toEqual(before.get('energy/rss.xml'))
    expect(changes(before, after).removed.every((path) => path.includes('-archive/'))).toBe(true)
    // Nor does a later build take it for its own.
    expect(build().get('energy/rss.xml')).toEqual(before.get('energy/rss.xml'))
  })
})

it('puts back a feed that somebody changed or removed', () => {
  const { dist, build, before } = builtNewsroom()
  writeFileSync(join(dist, 'rss.xml'), 'spoilt')
  rmSync(join(dist, 'atom.xml'))
  const after = build()
  expect(changes(before, after)).toMatchObject({ added: [], removed: [], rewritten: [] })
  expect(changes(before, after).touched).toEqual(['atom.xml', 'rss.xml'])
})

/**
 * The number of an article whose removal moves no border between archive pages: none that a page begins with, and
 * of no page that is as short or as long as a page may be (see paginate). `fits` says which documents may carry it.
 */
function removable(
  documents: ReadonlyMap<string, readonly string[]>,
  fits: (path: string) => boolean,
): number {
  const found = Array.from({ length: count }, (_, number) => number).find((number) => {
    const id = articleId(number)
    const carriers = carriersOf(id, documents)
    return carriers.every((path) => {
      const ids = documents.get(path) ?? []
      const isMiddling = ids.length > archiveSize / 2 && ids.length < archiveSize * 2
      return fits(path) && isMiddling && ids.at(-1) !== id
    })
  })
  if (found === undefined) throw new Error('No article stands in the middle of its pages')
  return found
}
