/** How a feed is cut: the document that people subscribe to, and archive pages for all that is older (RFC 5005). */
import type { Entry } from './entry.js'
import type { Choice } from './plan.js'
import { newestFirst } from './select.js'

/** An archive page. Every article of a feed stands in exactly one. */
export interface Page {
  /** What its file is called after: the date and the id of its oldest article. `2026-03-02-1f3a9c00`. */
  readonly name: string
  /** The newest first. */
  readonly entries: readonly Entry[]
}

/** A feed in parts. */
export interface Parts {
  /** What the document carries that people subscribe to: the newest first. */
  readonly current: readonly Entry[]
  /**
   * The archive, oldest page first. All are full but the last, which is being filled. Empty as long as there is no
   * full page.
   */
  readonly pages: readonly Page[]
}

/**
 * Cuts the articles of a feed, the newest first.
 *
 * A page does not end at a count: it ends where an article begins the next one, and whether it does is in
 * its id. So a release that is taken out later, or put in with an old date, changes the page it is in, and
 * seldom the ones next to it, where at a count all later pages would move. A page holds between half
 * and twice the size, on average the size.
 *
 * The current document also has, above its limit, what is newer than the last full page, so that nothing falls between;
 * and what was changed lately though it is older, since nobody looks into an archive page twice (RFC
 * 5005, section 4).
 */
export function paginate(entries: readonly Entry[], { limit, archiveSize }: Choice): Parts {
  const newest = entries.slice(0, placeOf(limit, entries))
  if (archiveSize === undefined) return { current: newest, pages: [] }
  const pages = cut([...entries].reverse(), archiveSize)
  const open = pages.at(-1)
  if (pages.length < 2 || open === undefined) return { current: entries, pages: [] }
  const newer = Math.max(newest.length, open.entries.length)
  return { current: withChanged(entries.slice(0, newer), entries.slice(newer), limit), pages }
}

// A limit counts articles: what announces a correction pushes none out.
function placeOf(limit: number, entries: readonly Entry[]): number {
  let articles = 0
  const last = entries.findIndex(({ part }) => {
    if (part === undefined) articles += 1
    return articles > limit
  })
  return last === -1 ? entries.length : last
}

function withChanged(
  current: readonly Entry[],
  older: readonly Entry[],
  limit: number,
): readonly Entry[] {
  const since = current.at(-1)?.published ?? ''
  const changed = older
    .filter(({ published, updated }) => updated > published && updated >= since)
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
    .slice(0, limit)
  return changed.length === 0 ? current : newestFirst([...current, ...changed])
}

function cut(oldestFirst: readonly Entry[], size: number): readonly Page[] {
  const least = Math.ceil(size / 2)
  // So many articles more on average, before one begins a page.
  const spread = size - least + 1
  const pages: Entry[][] = []
  for (const entry of oldestFirst) {
    const page = pages.at(-1)
    if (page === undefined) pages.push([entry])
    else if (page.length >= least && hash(entry.id) % spread === 0) pages.push([entry])
    else if (page.length < 2 * size) page.push(entry)
    else pages.push([...page.splice(placeToCut(page, least)), entry])
  }
  return pages.map((page) => ({ name: nameOf(page[0]), entries: page.reverse() }))
}

// In a page that became too long because no id begins another, one of them does all the same: that with the least
// hash, and not the one at the end of the count, which would be another whenever an article is taken out.
function placeToCut(page: readonly Entry[], least: number): number {
  const hashes = page.map(({ id }, index) => (index < least ? Infinity : hash(id)))
  return hashes.indexOf(Math.min(...hashes))
}

function nameOf(oldest: Entry | undefined): string {
  const { published = '', id = '' } = oldest ?? {}
  return `${published.slice(0, 10)}-${hash(id).toString(16).padStart(8, '0')}`
}

// FNV-1a with 32 bits, then mixed, since its low bits alone follow the text's end too closely.
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
