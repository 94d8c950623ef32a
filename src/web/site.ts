/** A newsroom as it is at one present: its documents, each made when it is first asked for. */
import { FeedError } from '../issue.js'
import type { Newsroom } from '../newsroom/definition.js'
import { anyArticles } from '../newsroom/any-articles.js'
import { cutSlices } from '../newsroom/cut-slices.js'
import type { Instant } from '../date.js'
import { indexArticles } from '../newsroom/index-articles.js'
import { Loader } from '../newsroom/loader.js'
import { pagesOf } from '../newsroom/make-documents.js'
import type { DocumentFormat } from '../newsroom/media-types.js'
import { outlinesOf, toOpml } from '../newsroom/opml.js'
import { readNewsroom } from '../newsroom/read-newsroom.js'
import { contentType } from '../newsroom/response-headers.js'
import { writeStylesheet } from '../newsroom/write-html.js'
import { normalPath, pathnamesOf } from './places.js'

/** A document as it is written. */
export interface SiteDocument {
  readonly format: DocumentFormat
  /** The value of `Content-Type`. */
  readonly type: string
  readonly url: string
  readonly content: string | Uint8Array<ArrayBuffer>
  readonly updated: Instant | undefined
  /** The hubs to announce it at; none for an archive page and a list of feeds. */
  readonly hubs: readonly string[]
}

/** The documents of a newsroom, by the paths of their addresses: `/fr/atom.xml`. */
export interface Site {
  readonly has: (pathname: string) => boolean
  /** The document at a path that the site has; `undefined` if it is not there after all. */
  readonly documentAt: (pathname: string) => Promise<SiteDocument | undefined>
  /** When a document will be another one without anybody doing anything. */
  readonly nextChange: Instant | undefined
}

/**
 * Reads a little of every article. A document is made when it is asked for, and then kept.
 *
 * @throws {FeedError} when the newsroom, or the head of an article, has an error; `documentAt` rejects when an article of the
 *   document has one
 */
export async function openSite(newsroom: Newsroom, now: Date, root: string): Promise<Site> {
  const plan = readNewsroom(newsroom, now)
  refuse(plan.issues)
  const source = { root, link: plan.link, again: true }
  // Records that come only once are kept: here there is no place to lay them aside.
  const articles = anyArticles(newsroom.articles, source, () => undefined)
  const index = await indexArticles(articles, plan, () => undefined)
  refuse(index.issues)
  const { slices, nextChange } = cutSlices(plan, index)
  const typeOf = (format: DocumentFormat) => contentType(format, plan.stylesheet !== undefined)
  const loader = new Loader(() => undefined)
  const makers = new Map<string, () => Promise<SiteDocument | undefined>>()
  for (const page of slices.flatMap((parts) => pagesOf(parts, plan, index, loader))) {
    const made = once(async () => {
      const { documents, issues } = await page.make()
      refuse(issues)
      return documents
    })
    for (const place of page.places) {
      const maker = async () => {
        const document = (await made()).find(({ url }) => url === place.url)
        if (document === undefined) return undefined
        const { format, archiveOf, text: content } = document
        const isFeed = format !== 'html' && archiveOf === undefined
        return { ...document, type: typeOf(format), content, hubs: isFeed ? plan.hubs : [] }
      }
      for (const pathname of pathnamesOf(place, plan)) makers.set(pathname, maker)
    }
  }
  const { opml, stylesheet } = plan
  const beside = (format: DocumentFormat, url: string, content: string) => {
    const type = typeOf(format)
    const document = { format, type, url, content, updated: undefined, hubs: [] }
    makers.set(normalPath(url), () => Promise.resolve(document))
  }
  if (opml !== undefined) {
    const outlines = slices.flatMap(({ slice }) => outlinesOf(slice, opml))
    beside('opml', opml.url, toOpml(plan.head.title, outlines))
  }
  if (stylesheet !== undefined) beside('css', stylesheet.url, writeStylesheet(plan))
  return {
    has: (pathname) => makers.has(pathname),
    documentAt: (pathname) => makers.get(pathname)?.() ?? Promise.resolve(undefined),
    nextChange,
  }
}

/** Throws if there is an error among findings. */
export function refuse(issues: FeedError['issues']): void {
  if (issues.some(({ severity }) => severity === 'error')) throw new FeedError(issues)
}

// What failed is tried again: a source that cannot be reached now may be in a moment.
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    }))
}
