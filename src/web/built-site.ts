/** A newsroom whose documents were built before: they lie in a store, such as files or the assets of a deployment. */
import { readLastChange } from '../newsroom/last-change.js'
import type { Newsroom } from '../newsroom/definition.js'
import type { Plan } from '../newsroom/plan.js'
import { placeAt } from '../newsroom/read-place.js'
import { readNewsroom } from '../newsroom/read-newsroom.js'
import { contentType } from '../newsroom/response-headers.js'
import { secondFrom } from '../date.js'
import { placesOf, type FoundPlace } from './places.js'
import { refuse, type Site, type SiteDocument } from './site.js'

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
  const find = placesOf(plan)
  return {
    has: (pathname) => find(pathname) !== undefined,
    documentAt: async (pathname) => {
      const found = find(pathname)
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

function toDocument(
  { format, path, isArchive }: FoundPlace,
  given: string | Uint8Array,
  plan: Plan,
): SiteDocument {
  const content = typeof given === 'string' ? given : bytesOf(given, path)
  const text =
    typeof content === 'string' ? content : new TextDecoder().decode(content.slice(0, 20_000))
  const hubs = isArchive ? [] : plan.hubs
  const type = contentType(format, plan.stylesheet !== undefined)
  const { url } = placeAt(path, plan.site)
  return { format, type, url, content, updated: readLastChange(text), hubs }
}

function bytesOf(given: Uint8Array | ArrayBuffer, path: string): Uint8Array<ArrayBuffer> {
  if (ArrayBuffer.isView(given) || given instanceof ArrayBuffer) return new Uint8Array(given)
  throw new TypeError(`Cannot use what \`read\` gave for ${path}: expected text, bytes or nothing`)
}
