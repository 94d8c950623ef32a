/** Where the documents of a newsroom stand, as far as its definition says. */
import { isArchivePath } from '../newsroom/archive-path.js'
import type { Place, Plan } from '../newsroom/plan.js'
import { placeAt } from '../newsroom/read-place.js'
import type { SiteDocument } from './site.js'

/** What stands at an address. */
export interface FoundPlace extends Pick<SiteDocument, 'format'> {
  /** As in the output folder: `fr/atom.xml`. */
  readonly path: string
  /** Whether it is called like a page of an archive; whether there is such a page is not said. */
  readonly isArchive: boolean
}

/** Finds a place by the path of its address, in its normal form. */
export type FindPlace = (pathname: string) => FoundPlace | undefined

/** The places of a newsroom: its feeds, their archive pages, its pages for people, its OPML, its stylesheet. */
export function placesOf(plan: Plan): FindPlace {
  const { slices, opml, pages, stylesheet, site } = plan
  const feeds = slices.flatMap((slice) => slice.feeds)
  const known = new Map<string, FoundPlace>()
  const add = (place: Place | undefined, format: SiteDocument['format']): void => {
    if (place === undefined) return
    const found = { format, path: place.path, isArchive: false }
    for (const pathname of pathnamesOf(place, plan)) known.set(pathname, found)
  }
  for (const { page } of pages) add(page, 'html')
  for (const feed of feeds) add(feed, feed.format)
  add(opml, 'opml')
  add(stylesheet, 'css')
  return (pathname) => {
    const found = known.get(pathname)
    if (found !== undefined || !pathname.includes('-archive/')) return found
    const path = pathIn(site, pathname)
    const feed = feeds.find((each) => isArchivePath(path, each.path))
    return feed && { format: feed.format, path, isArchive: true }
  }
}

/** The paths of requests that a document answers: its address, and its file if that is called otherwise: `index.html`. */
export function pathnamesOf({ path, url }: Place, { site }: Pick<Plan, 'site'>): readonly string[] {
  return [...new Set([normalPath(url), normalPath(placeAt(path, site).url)])]
}

/**
 * The path of an address as addresses are compared: `/%72ss.xml` is `/rss.xml`, and `%c3%a9` is `%C3%A9` (RFC 9110,
 * section 4.2.3; RFC 3986, section 6.2.2). What stands for a slash stays what it is.
 */
export function normalPath(url: string): string {
  const { pathname } = new URL(url)
  if (!pathname.includes('%')) return pathname
  return pathname.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase()
  })
}

// The name that a document at such an address has in the output folder; empty if none has it.
function pathIn(site: string, pathname: string): string {
  try {
    const path = decodeURIComponent(pathname.slice(normalPath(site).length))
    return normalPath(placeAt(path, site).url) === pathname ? path : ''
  } catch {
    return ''
  }
}
