/** From a page of records to its documents, one a format: nothing but data in and out, so that any thread can do it. */
import { makeFeed, type MakeOptions } from '../create-feed/create-feed.js'
import { unrelated, type Relations } from '../create-feed/relations.js'
import type { Instant } from '../date.js'
import { toAtom } from '../formats/atom.js'
import { toJsonFeed } from '../formats/json-feed.js'
import type { XmlWriterOptions } from '../formats/options.js'
import { toRss } from '../formats/rss.js'
import { FeedError, issue, type Issue } from '../issue.js'
import type { Feed } from '../model/feed.js'
import type { Format } from './plan.js'

/** A page of records under a head, and what their newsroom knows of them. */
export interface PageInput extends Pick<MakeOptions, 'now' | 'lint' | 'parts' | 'changed'> {
  /** For `createFeed`: the head and the records. */
  readonly input: { readonly articles: readonly unknown[] }
  readonly newsroom: Omit<NonNullable<MakeOptions['newsroom']>, 'relationsOf'>
  /** What the articles are to others, by id; those that are nothing to any are left out. */
  readonly relations: ReadonlyMap<string, Relations>
}

/** A page that becomes documents. */
export interface PageJob extends PageInput {
  readonly documents: readonly DocumentJob[]
}

/** One of the documents of a page. */
export interface DocumentJob {
  readonly path: string
  readonly format: Format
  readonly options: XmlWriterOptions
}

/** What came of a page. */
export interface PageAnswer {
  /** As `createFeed` has them: paths lead into the input. */
  readonly issues: readonly Issue[]
  /** When the page changed last. */
  readonly updated: Instant | undefined
  /** How many articles it carries, announcements aside. */
  readonly articles: number
  /** In the order of the job; empty when a finding refuses the page. */
  readonly documents: readonly WrittenDocument[]
}

/** A document, or why it could not be written. */
export interface WrittenDocument {
  readonly text: string | undefined
  /** Each with the id of the article that it is about. */
  readonly issues: readonly (readonly [finding: Issue, id: string | undefined])[]
}

/** Makes the feed of a page, and writes its documents. */
export function makePage(job: PageJob): PageAnswer {
  const { feed, issues } = feedOfPage(job)
  if (feed === undefined) return { issues, updated: undefined, articles: 0, documents: [] }
  return {
    issues,
    updated: feed.updated,
    articles: countArticles(feed),
    documents: job.documents.map((document) => write(feed, document)),
  }
}

/** Makes the feed of a page. */
export function feedOfPage({ input, newsroom, relations, ...options }: PageInput) {
  const relationsOf = (id: string) => relations.get(id) ?? unrelated
  return makeFeed(input, { ...options, compare: false, newsroom: { ...newsroom, relationsOf } })
}

/** How many articles a feed carries; what announces is none. */
export function countArticles({ articles }: Feed): number {
  return articles.filter(({ announces }) => announces === undefined).length
}

const writers = { rss: toRss, atom: toAtom, json: toJsonFeed } as const

function write(feed: Feed, { path, format, options }: DocumentJob): WrittenDocument {
  try {
    const text = writers[format](feed, options)
    return { text, issues: isTooLarge(text) ? [[tooLarge(path), undefined]] : [] }
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    return {
      text: undefined,
      issues: error.issues.map((finding) => [finding, idOf(finding, feed)]),
    }
  }
}

// What a writer finds has a path into the feed, whose order may be another than that of the input.
function idOf({ path }: Issue, { articles }: Feed): string | undefined {
  const index = /^articles\[(\d+)\]/.exec(path)?.[1]
  return index === undefined ? undefined : articles[Number(index)]?.id
}

// The W3C feed validator takes nothing larger, and readers have limits of about the same size (rule R-11).
const largest = 5_000_000

function isTooLarge(text: string): boolean {
  // A character is three bytes at the most, so most texts need not be counted.
  return text.length > largest / 3 && new TextEncoder().encode(text).length > largest
}

function tooLarge(path: string): Issue {
  const message = `${path} is larger than 5 MB, which readers and validators refuse: expected a lower limit, and archive: true for the rest`
  return issue('document-too-large', 'feeds', message)
}
