import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/newsroom/entry.js'
import { paginate, type Page } from '../../src/newsroom/paginate.js'
import { newestFirst } from '../../src/newsroom/select.js'
import { entries, entry, everything } from './entries.js'

const archived = (size: number, limit = size) => ({ ...everything, limit, archiveSize: size })
const ids = (list: readonly Entry[]) => list.map(({ id }) => id)
const fingerprint = ({ name, entries }: Page) => `${name}: ${ids(entries).join(' ')}`
const full = (pages: readonly Page[]) => pages.slice(0, -1)

describe('without an archive', () => {
  it('carries the newest, at most the limit', () => {
    const all = entries(60)
    expect(paginate(all, { ...everything, limit: 20 })).toEqual({
      current: all.slice(0, 20),
      pages: [],
    })
    expect(paginate(all, { ...everything, limit: Infinity }).current).toEqual(all)
    expect(paginate([], everything)).toEqual({ current: [], pages: [] })
  })
})

describe('with an archive', () => {
  it('has no pages before one is full', () => {
    const all = entries(3)
    expect(paginate(all, archived(20))).toEqual({ current: all, pages: [] })
  })

  it('has every article in exactly one page, the oldest page first', () => {
    const all = entries(1000)
    const { pages } = paginate(all, archived(20))
    expect(pages.length).toBeGreaterThan(30)
    expect(pages.flatMap((page) => [...page.entries].reverse())).toEqual([...all].reverse())
    expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length)
  })

  it('lets no article fall between the last full page and the current document', () => {
    for (let count = 0; count < 300; count += 1) {
      const all = entries(count)
      const { current, pages } = paginate(all, archived(20, 5))
      const reached = new Set([...current, ...full(pages).flatMap((page) => page.entries)])
      expect(reached.size).toBe(count)
      expect(current).toEqual(all.slice(0, current.length))
    }
  })

  it('has pages between half and twice the size, about the size on average', () => {
    const { pages } = paginate(entries(20_000), archived(50))
    const sizes = full(pages).map((page) => page.entries.length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(25)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100)
    const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    expect(average).toBeGreaterThan(42)
    expect(average).toBeLessThan(55)
  })

  it('never changes a full page, its name or its neighbours when articles are added', () => {
    const all = entries(400)
    let before: readonly string[] = []
    for (let count = 1; count <= 400; count += 1) {
      const { pages } = paginate(all.slice(400 - count), archived(10))
      const now = full(pages).map(
        (page, index) => `${fingerprint(page)} next ${pages[index + 1]?.name}`,
      )
      expect(now.slice(0, before.length)).toEqual(before)
      before = now
    }
    expect(before.length).toBeGreaterThan(20)
  })

  it('changes few pages when an old article is taken out or put in', () => {
    const all = entries(2000)
    const pagesOf = (list: readonly Entry[]) => full(paginate(list, archived(20)).pages)
    const before = new Set(pagesOf(all).map(fingerprint))
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1900 }), fc.boolean(), (day, remove) => {
        const list = remove
          ? all.filter(({ title }) => title !== `Article ${day}`)
          : newestFirst([...all, entry(day, { id: `urn:x:late-${day}` })])
        const changed = pagesOf(list).filter((page) => !before.has(fingerprint(page)))
        expect(changed.length).toBeGreaterThan(0)
        // At a count, some eighty pages would follow on average.
        expect(changed.length).toBeLessThan(12)
      }),
    )
  })

  it('keeps its addresses nearly always when an article is taken out', () => {
    const all = entries(1000)
    const namesOf = (list: readonly Entry[]) =>
      new Set(paginate(list, archived(20)).pages.map(({ name }) => name))
    const before = namesOf(all)
    const moved = all.filter((taken) => {
      const after = namesOf(all.filter((each) => each !== taken))
      return [...after].some((name) => !before.has(name))
    })
    // Each page has a first article that gives it its name, and may change places with the next; at a
    // count nearly all of the 1,000 would move others.
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.length).toBeLessThan(150)
  })

  it('has in the current document what changed lately though it is old, the last changed first', () => {
    const changed = (day: number, on: number) =>
      entry(day, { updated: entry(on).updated, title: `Changed ${day}` })
    const all = newestFirst([
      ...entries(200).filter((_, index) => ![10, 20, 30].includes(199 - index)),
      ...[changed(10, 198), changed(20, 199), changed(30, 40)],
    ])
    const titles = (limit: number) =>
      paginate(all, archived(20, limit))
        .current.map(({ title }) => title)
        .filter((title) => title.startsWith('Changed'))
    // Article 30 changed before anything that the current document carries was published.
    expect(titles(20)).toEqual(['Changed 20', 'Changed 10'])
    expect(titles(1)).toEqual(['Changed 20'])
    const { current, pages } = paginate(all, archived(20))
    expect(newestFirst(current)).toEqual(current)
    expect(pages.flatMap((page) => page.entries)).toHaveLength(200)
    expect(paginate(all, { ...everything, limit: 20 }).current).toEqual(all.slice(0, 20))
  })

  it('cuts in time that grows with the articles, also when no id begins a page', () => {
    const same = Array.from({ length: 1000 }, (_, day) => entry(999 - day, { id: 'urn:x:1' }))
    const { pages } = paginate(same, archived(30))
    expect(pages.every((page) => page.entries.length <= 60)).toBe(true)
  })
})
