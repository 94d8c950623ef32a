/** From a page of articles to its documents, one a format. */
import type { Instant } from '../date.js'
import type { ArchiveLinks } from '../formats/options.js'
import type { Issue } from '../issue.js'
import type { Entry } from './entry.js'
import { locateIssue } from './index-articles.js'
import type { PageAnswer, PageJob } from './make-page.js'
import type { Format, Place, Plan, PlannedFeed } from './plan.js'
import type { ReadPage } from './read-page.js'

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

/** Where a document stands, what it links to, and what else is known of it. */
export interface Target extends Place, Pick<MadeDocument, 'available'> {
  readonly archiveOf: string | undefined
  readonly links: ArchiveLinks
}

/** Does what `makePage` does, here or elsewhere. */
export type PageMaker = (job: PageJob) => PageAnswer | Promise<PageAnswer>

/** Writes a page of articles in the formats of its feeds. */
export async function writePage(
  { input, isRefused, entries, issues, place }: ReadPage,
  feeds: readonly PlannedFeed[],
  targetOf: (feed: PlannedFeed) => Target,
  { extensions, stylesheet }: Plan,
  make: PageMaker,
): Promise<MadePage> {
  const targets = isRefused ? [] : feeds.map((feed) => ({ ...feed, ...targetOf(feed) }))
  const made = await make({
    ...input,
    documents: targets.map(({ path, url, format, links, leadImage }) => ({
      path,
      format,
      options: { self: url, archive: links, extensions, leadImage, stylesheet: stylesheet?.url },
    })),
  })
  const { updated, articles } = made
  const documents: MadeDocument[] = []
  const found: Issue[] = []
  for (const [index, { text, issues: ofWriter }] of made.documents.entries()) {
    const target = targets[index]
    if (target !== undefined && text !== undefined) {
      const { path, url, format, archiveOf, available } = target
      documents.push({ path, url, format, text, archiveOf, available, updated, articles })
    }
    for (const [finding, id] of ofWriter) found.push(await placeByEntry(finding, id, entries))
  }
  return { documents, issues: [...issues, ...made.issues.map(place), ...found] }
}

async function placeByEntry(
  finding: Issue,
  id: string | undefined,
  entries: readonly Entry[],
): Promise<Issue> {
  const entry = id === undefined ? undefined : entries.find((each) => each.id === id)
  return entry === undefined ? finding : locateIssue(finding, entry)
}
