/** From a page of entries to a feed, and every finding to its place. */
import { makeFeed } from '../create-feed/create-feed.js'
import type { Instant } from '../date.js'
import type { Issue } from '../issue.js'
import type { Entry } from './entry.js'
import type { NewsroomIndex } from './index-articles.js'
import type { Loader } from './loader.js'
import { placeIssue } from './place-issue.js'
import type { Plan, Slice } from './plan.js'
import type { ReadPage } from './write-page.js'

/** A page of articles under the head of a slice. */
export interface PageToRead {
  readonly entries: readonly Entry[]
  readonly slice: Slice
  /** When something changed that no article of it shows. */
  readonly changed: Instant | undefined
  /** Whether to look for what press offices forget, if that is asked. */
  readonly lint: boolean
}

/** Reads the articles of a page whole and makes a feed of them. */
export async function readPage(
  { entries, slice, changed, lint: isLooked }: PageToRead,
  { link, language, now, lint }: Plan,
  { relationsOf, namesOfHeld: held }: NewsroomIndex,
  loader: Loader,
): Promise<ReadPage> {
  const loaded = await loader.load(entries)
  const usable = loaded.filter(({ article }) => article !== undefined)
  const articles = usable.map(({ article }) => article)
  const parts = usable.map(({ entry }) => entry.part)
  const newsroom = { link, language, relationsOf, held }
  const options = {
    now,
    newsroom,
    parts,
    changed,
    compare: false,
    lint: isLooked && lint !== undefined,
  }
  const { feed, issues } = makeFeed({ ...slice.head, articles }, options)
  const found = issues.map((finding) => {
    const index = /^articles\[(\d+)\]/.exec(finding.path)?.[1]
    const from = index === undefined ? undefined : usable[Number(index)]
    return from === undefined
      ? ofDefinition(finding, slice)
      : placeIssue(finding, { ...from, origin: from.entry.origin })
  })
  const reading = loaded.flatMap((each) =>
    each.issues.map((finding) => placeIssue(finding, { ...each, origin: each.entry.origin })),
  )
  const refused = reading.some(({ severity }) => severity === 'error')
  return { feed: refused ? undefined : feed, entries, issues: [...reading, ...found] }
}

// A finding on the head of a slice belongs to the definition where that says it, else to the newsroom.
function ofDefinition(finding: Issue, { where, own }: Slice): Issue {
  const [field = ''] = finding.path.split(/[.[]/)
  return Object.hasOwn(own, field) ? { ...finding, path: `${where}.${finding.path}` } : finding
}
