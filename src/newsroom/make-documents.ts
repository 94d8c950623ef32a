/** From the index to the documents, one page of articles in memory at a time. */
import { compareLooks } from '../create-feed/across.js'
import { makeFeed } from '../create-feed/create-feed.js'
import type { Instant } from '../date.js'
import { issue, type Issue } from '../issue.js'
import type { Entry } from './entry.js'
import { locateIssue, placed, type NewsroomIndex } from './index-articles.js'
import type { Loader } from './loader.js'
import { paginate, type Parts } from './paginate.js'
import { placeIssue } from './place-issue.js'
import type { Format, Place, Plan, PlannedFeed, Slice } from './plan.js'
import { placeAt } from './read-place.js'
import { select } from './select.js'
import { writePage, type MadePage, type ReadPage } from './write-page.js'

/** What a page of articles is made of, to tell whether it would come out the same again. */
export interface PageKey {
  /** Of this page among all of the newsroom. */
  readonly name: string
  readonly entries: readonly Entry[]
  /** The names of the pages that it links to. */
  readonly neighbours: readonly (string | undefined)[]
}

/** One slice, ready to be made. */
export interface SliceParts extends Parts {
  readonly slice: Slice
  readonly available: number
}

/** What each feed of a newsroom carries. */
export function cutSlices(
  plan: Plan,
  { entries }: NewsroomIndex,
  now: Instant | undefined,
): readonly SliceParts[] {
  return plan.slices.map((slice) => {
    const chosen = select(entries, slice.choice, now)
    return { slice, available: chosen.length, ...paginate(chosen, slice.choice) }
  })
}

/** How many documents a slice has. */
export function countDocuments({ slice, pages }: SliceParts): number {
  return slice.feeds.reduce((sum, { format }) => sum + 1 + archiveOf(pages, format).length, 0)
}

/** A page of articles that is to be made. */
export interface PageToMake {
  readonly key: PageKey
  readonly make: () => Promise<MadePage>
}

/**
 * The pages of a slice, each to be made in its turn: archive pages first, so that no document links to one that
 * is not there yet.
 */
export function pagesOf(
  parts: SliceParts,
  plan: Plan,
  loader: Loader,
  now: Instant | undefined,
): readonly PageToMake[] {
  const { slice, pages, current, available } = parts
  const nameAt = (index: number): string | undefined => pages.at(index)?.name
  const archive = pages.map(({ name, entries }, index): PageToMake => {
    const previous = index === 0 ? undefined : nameAt(index - 1)
    const next = index === pages.length - 1 ? undefined : nameAt(index + 1)
    const feeds = slice.feeds.filter(({ format }) => archiveOf(pages, format)[index] !== undefined)
    // A full page changes with its articles alone: not with the newsroom, nor with the version of pressfeed.
    const head = { ...slice.head, updated: undefined, generator: false }
    const targetOf = (feed: PlannedFeed) => ({
      ...pagePlace(feed, name, plan),
      archiveOf: feed.path,
      links: {
        current: feed.url,
        previous: pageUrl(feed, previous, plan),
        next: pageUrl(feed, next, plan),
        full: next !== undefined,
      },
      available,
    })
    return {
      key: { name: `${slice.where} ${name}`, entries, neighbours: [previous, next] },
      make: async () =>
        writePage(
          await readPage(entries, { ...slice, head }, plan, loader, now),
          feeds,
          targetOf,
          plan,
        ),
    }
  })
  const newestFull = nameAt(-2)
  return [
    ...archive,
    {
      key: { name: slice.where, entries: current, neighbours: [newestFull, String(available)] },
      make: () => makeCurrent(parts, newestFull, plan, loader, now),
    },
  ]
}

async function makeCurrent(
  { slice, current, available }: SliceParts,
  newestFull: string | undefined,
  plan: Plan,
  loader: Loader,
  now: Instant | undefined,
): Promise<MadePage> {
  const read = await readPage(current, slice, plan, loader, now)
  const page = writePage(
    read,
    slice.feeds,
    (feed) => ({
      ...feed,
      archiveOf: undefined,
      links: { previous: pageUrl(feed, newestFull, plan) },
      available,
    }),
    plan,
  )
  return { ...page, issues: [...page.issues, ...(await comparedLooks(current))] }
}

async function comparedLooks(entries: readonly Entry[]): Promise<readonly Issue[]> {
  const found: Promise<Issue>[] = []
  compareLooks(entries.map(placed), (code, { entry }, field, message) => {
    found.push(locateIssue(issue(code, field, message), entry))
  })
  return Promise.all(found)
}

// The last page is still being filled. It is written for the sake of `next-archive`, so that a full page has
// that link from its first day and never changes. JSON Feed has no such link, so no use for the page.
function archiveOf(pages: Parts['pages'], format: Format): Parts['pages'] {
  return format === 'json' ? pages.slice(0, -1) : pages
}

function pagePlace({ path }: PlannedFeed, name: string, { site }: Plan): Place {
  const [, stem = path, ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? []
  return placeAt(`${stem}-archive/${name}${ending}`, site)
}

function pageUrl(feed: PlannedFeed, name: string | undefined, plan: Plan): string | undefined {
  return name === undefined ? undefined : pagePlace(feed, name, plan).url
}

async function readPage(
  entries: readonly Entry[],
  slice: Slice,
  { head }: Plan,
  loader: Loader,
  now: Instant | undefined,
): Promise<ReadPage> {
  const loaded = await loader.load(entries)
  const usable = loaded.filter(({ article }) => article !== undefined)
  const { feed, issues } = makeFeed(
    { ...slice.head, articles: usable.map(({ article }) => article) },
    { now },
    false,
  )
  const found = issues.map((finding) => {
    const index = /^articles\[(\d+)\]/.exec(finding.path)?.[1]
    const from = index === undefined ? undefined : usable[Number(index)]
    if (from !== undefined) return placeIssue(finding, { ...from, origin: from.entry.origin })
    return ofDefinition(finding, slice, head)
  })
  const reading = loaded.flatMap((each) =>
    each.issues.map((finding) => placeIssue(finding, { ...each, origin: each.entry.origin })),
  )
  const refused = reading.some(({ severity }) => severity === 'error')
  return { feed: refused ? undefined : feed, entries, issues: [...reading, ...found] }
}

// A finding on the head of a slice belongs to the definition where that says it, else to the newsroom.
function ofDefinition(finding: Issue, { where, own, choice }: Slice, head: Plan['head']): Issue {
  const [field = ''] = finding.path.split(/[.[]/)
  if (own.includes(field)) return { ...finding, path: `${where}.${finding.path}` }
  if (finding.code !== 'no-articles') return finding
  const selects = [...choice.tags, ...choice.languages, ...choice.subjects].length > 0
  return selects && head.updated === undefined
    ? { ...finding, path: where, message: 'No article for this feed yet: it will be empty' }
    : finding
}
