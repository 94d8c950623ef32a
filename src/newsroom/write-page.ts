/** From a page of articles to its documents, one a format. */
import type { Instant } from '../date.js'
import { toAtom } from '../formats/atom.js'
import { toJsonFeed } from '../formats/json-feed.js'
import type { ArchiveLinks } from '../formats/options.js'
import { toRss } from '../formats/rss.js'
import { FeedError, issue, type Issue } from '../issue.js'
import type { Feed } from '../model/feed.js'
import type { Entry } from './entry.js'
import { locateIssue } from './index-articles.js'
import type { Format, Place, Plan, PlannedFeed } from './plan.js'

/** A finished document. */
export interface MadeDocument extends Place {
  readonly format: Format | 'html'
  readonly text: string
  /** When what it carries changed last; absent if nothing ever did. */
  readonly updated: Instant | undefined
  /** For an archive page, the path of its feed. */
  readonly archiveOf: string | undefined
  /** How many articles it carries. */
  readonly articles: number
  /** How many articles there would be without a limit. */
  readonly available: number
}

/** What came of one page of articles: its documents in all formats, and what was found. */
export interface MadePage {
  readonly documents: readonly MadeDocument[]
  readonly issues: readonly Issue[]
}

/** A page of articles as a feed, unless something refuses it. */
export interface ReadPage {
  readonly feed: Feed | undefined
  readonly entries: readonly Entry[]
  readonly issues: readonly Issue[]
}

/** Where a document stands, what it links to, and what else is known of it. */
export interface Target extends Place, Pick<MadeDocument, 'available'> {
  readonly archiveOf: string | undefined
  readonly links: ArchiveLinks
}

/** Writes a page of articles in the formats of its feeds. */
export async function writePage(
  { feed, entries, issues }: ReadPage,
  feeds: readonly PlannedFeed[],
  targetOf: (feed: PlannedFeed) => Target,
  { extensions, stylesheet }: Plan,
): Promise<MadePage> {
  if (feed === undefined) return { documents: [], issues }
  const documents: MadeDocument[] = []
  const found: Issue[] = []
  for (const planned of feeds) {
    const { path, url, archiveOf, links, available } = targetOf(planned)
    const { leadImage } = planned
    const options = {
      self: url,
      archive: links,
      extensions,
      leadImage,
      stylesheet: stylesheet?.url,
    }
    try {
      const text = writers[planned.format](feed, options)
      documents.push({
        ...{ path, url, format: planned.format, text, archiveOf, available },
        updated: feed.updated,
        articles: feed.articles.filter(({ announces }) => announces === undefined).length,
      })
      if (isTooLarge(text)) found.push(tooLarge(path))
    } catch (error) {
      if (!(error instanceof FeedError)) throw error
      for (const finding of error.issues) found.push(await ofWriter(finding, feed, entries))
    }
  }
  return { documents, issues: [...issues, ...found] }
}

const writers = { rss: toRss, atom: toAtom, json: toJsonFeed } as const

// What a writer finds has a path into the feed, whose order may be another than that of the input.
async function ofWriter(
  finding: Issue,
  { articles }: Feed,
  entries: readonly Entry[],
): Promise<Issue> {
  const index = /^articles\[(\d+)\]/.exec(finding.path)?.[1]
  const id = index === undefined ? undefined : articles[Number(index)]?.id
  const entry = entries.find((each) => each.id === id)
  return entry === undefined ? finding : locateIssue(finding, entry)
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
