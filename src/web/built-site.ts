/** A newsroom whose documents were built before: they lie in a store, such as files or the assets of a deployment. */
import { isArchivePath } from '../newsroom/archive-path.js'
import { readLastChange } from '../newsroom/last-change.js'
import type { Newsroom } from '../newsroom/definition.js'
import type { Plan } from '../newsroom/plan.js'
import { placeAt } from '../newsroom/read-place.js'
import { readNewsroom } from '../newsroom/read-newsroom.js'
import { secondFrom } from '../date.js'
import { hubsOf, refuse, type Site, type SiteDocument } from './site.js'

/** Reads a document by the path that it has in the output folder: `fr/atom.xml`. Nothing if it is not there. */
export type ReadDocument = (
  path: string,
) => Promise<string | Uint8Array | null | undefined> | string | Uint8Array | null | undefined

/**
 * Opens such a newsroom: the paths of its feeds, their archive pages and its OPML are those of its definition.
 *
 * @throws {FeedError} when the definition has an error
 */
export function openBuiltSite(
  newsroom: Newsroom,
  read: ReadDocument,
  nextChange: Date | undefined,
  now: Date,
): Site {
  const plan = readNewsroom({ ...newsroom, articles: [] }, now)
  refuse(plan.issues)
  return {
    has: (pathname) => find(pathname, plan) !== undefined,
    documentAt: async (pathname) => {
      const found = find(pathname, plan)
      if (found === undefined) return undefined
      const content = await read(found.path)
      return content === undefined || content === null
        ? undefined
        : toDocument(found, content, plan)
    },
    // Cut off: a copy that is kept too long is worse than one that is asked for again.
    nextChange: nextChange && secondFrom(Math.floor(nextChange.getTime() / 1000) * 1000),
  }
}

interface Found extends Pick<SiteDocument, 'format'> {
  readonly path: string
  readonly isArchive: boolean
}

function find(pathname: string, { slices, opml, site }: Plan): Found | undefined {
  if (opml !== undefined && pathname === new URL(opml.url).pathname) {
    return { format: 'opml', path: opml.path, isArchive: false }
  }
  for (const feed of slices.flatMap(({ feeds }) => feeds)) {
    const { pathname: own } = new URL(feed.url)
    if (pathname === own) return { ...feed, isArchive: false }
    const page = pathIn(site, pathname)
    if (isArchivePath(page, feed.path)) return { ...feed, path: page, isArchive: true }
  }
  return undefined
}

// The name that a document at such an address has in the output folder; empty if none has it.
function pathIn(site: string, pathname: string): string {
  const { pathname: root } = new URL(site)
  try {
    const path = decodeURIComponent(pathname.slice(root.length))
    return new URL(placeAt(path, site).url).pathname === pathname ? path : ''
  } catch {
    return ''
  }
}

function toDocument(
  { format, path, isArchive }: Found,
  given: string | Uint8Array,
  { head, site }: Plan,
): SiteDocument {
  const content = typeof given === 'string' ? given : new Uint8Array(given)
  const text =
    typeof content === 'string' ? content : new TextDecoder().decode(content.slice(0, 20_000))
  const hubs = isArchive ? [] : hubsOf(head.hub)
  return { format, url: placeAt(path, site).url, content, updated: readLastChange(text), hubs }
}
