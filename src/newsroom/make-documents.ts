/** From the index to the documents, one page of articles in memory at a time. */
import { compareLooks } from '../create-feed/across.js'
import { later } from '../create-feed/read-life.js'
import type { Relations } from '../create-feed/relations.js'
import { issue, type Issue } from '../issue.js'
import { archivePath } from './archive-path.js'
import type { Entry } from './entry.js'
import type { SliceParts } from './cut-slices.js'
import { locateIssue, placed, type NewsroomIndex } from './index-articles.js'
import type { Loader } from './loader.js'
import { makePage } from './make-page.js'
import type { Parts } from './paginate.js'
import type { Format, Place, Plan, PlannedFeed, Slice } from './plan.js'
import { readPage } from './read-page.js'
import { placeAt } from './read-place.js'
import { writeHtml } from './write-html.js'
import { writePage, type MadePage, type PageMaker } from './write-page.js'

/** What a page of articles is made of, to tell whether it would come out the same again. */
export interface PageKey {
  /** Of this page among all of the newsroom. */
  readonly name: string
  readonly entries: readonly Entry[]
  /** What its articles are to others, which may have changed though they did not. */
  readonly relations: readonly Relations[]
  /** The names of the pages that it links to. */
  readonly neighbours: readonly (string | undefined)[]
}

/** How many documents a slice has. */
export function countDocuments({ slice, pages }: SliceParts): number {
  const ofFeeds = slice.feeds.map(({ format }) => 1 + archiveOf(pages, format).length)
  return ofFeeds.reduce((sum, count) => sum + count, slice.page === undefined ? 0 : 1)
}

/** A page of articles that is to be made. */
export interface PageToMake {
  readonly key: PageKey
  /** Where its documents will stand. */
  readonly places: readonly Place[]
  readonly make: () => Promise<MadePage>
}

/**
 * The pages of a slice, each to be put in its place in its turn: archive pages first, so that no document links to one
 * that is not there yet.
 */
export function pagesOf(
  parts: SliceParts,
  plan: Plan,
  index: NewsroomIndex,
  loader: Loader,
  make: PageMaker = makePage,
): readonly PageToMake[] {
  const { slice, pages, available } = parts
  const nameAt = (place: number): string | undefined => pages.at(place)?.name
  const archive = pages.flatMap(({ name, entries }, place): readonly PageToMake[] => {
    const previous = place === 0 ? undefined : nameAt(place - 1)
    const next = place === pages.length - 1 ? undefined : nameAt(place + 1)
    const feeds = slice.feeds.filter(({ format }) => archiveOf(pages, format)[place] !== undefined)
    if (feeds.length === 0) return []
    const head = archiveHead(slice)
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
    // Nobody mends the credits of years ago.
    const page = { entries, slice: { ...slice, head }, changed: undefined, lint: false }
    const read = () => readPage(page, plan, index, loader)
    return [
      {
        key: {
          name: `${slice.where} ${name}`,
          ...withRelations(entries, index),
          neighbours: [previous, next],
        },
        places: feeds.map((feed) => pagePlace(feed, name, plan)),
        make: async () => writePage(await read(), feeds, targetOf, plan, make),
      },
    ]
  })
  return [...archive, currentPage(parts, nameAt(-2), plan, index, loader, make)]
}

// What a page says beside its articles is what it cannot do without, so that it changes with them, and with the
// name and address of the feed, but not with a new year in the copyright or another version of pressfeed.
function archiveHead({ head }: Slice): Slice['head'] {
  const { title, link, description, language, id, authors, timeZone, ids } = head
  return { title, link, description, language, id, authors, timeZone, ids, generator: false }
}

function currentPage(
  parts: SliceParts,
  newestFull: string | undefined,
  plan: Plan,
  index: NewsroomIndex,
  loader: Loader,
  makeFeeds: PageMaker,
): PageToMake {
  const { slice, current, available, left, newestChange } = parts
  const isEmpty = current.length === 0
  // Rule R-32: what leaves a feed changes it. One that became empty changed when its newsroom did at the latest.
  const changed = isEmpty && !slice.head.updated ? newestChange : later(left, parts.removed)
  const targetOf = (feed: PlannedFeed) => ({
    ...feed,
    archiveOf: undefined,
    links: { previous: pageUrl(feed, newestFull, plan) },
    available,
  })
  const neighbours = [newestFull, String(available), changed]
  return {
    key: { name: slice.where, ...withRelations(current, index), neighbours },
    places: slice.page === undefined ? slice.feeds : [slice.page],
    make: async () => {
      const read = await readPage(
        { entries: current, slice, changed, lint: true },
        plan,
        index,
        loader,
      )
      const page =
        slice.page === undefined
          ? await writePage(read, slice.feeds, targetOf, plan, makeFeeds)
          : writeHtml(read, slice.page, available, plan)
      const beside = isEmpty ? emptiness(parts) : await comparedLooks(current)
      return { ...page, issues: [...page.issues, ...beside] }
    },
  }
}

function withRelations(entries: readonly Entry[], { relationsOf }: NewsroomIndex) {
  return { entries, relations: entries.map(({ id }) => relationsOf(id)) }
}

// Of a newsroom without any article something is said already.
function emptiness({ slice, newestChange }: SliceParts): readonly Issue[] {
  if (newestChange === undefined) return []
  const what = slice.page === undefined ? 'feed' : 'page'
  const message = `No article for this ${what}: it is empty; expected articles that \`only\` and \`maxAgeInDays\` take`
  return [issue('no-articles', slice.where, message)]
}

async function comparedLooks(entries: readonly Entry[]): Promise<readonly Issue[]> {
  const found: Promise<Issue>[] = []
  compareLooks(
    entries.filter(({ part }) => part === undefined).map(placed),
    (code, { entry }, field, message) => {
      found.push(locateIssue(issue(code, field, message), entry))
    },
  )
  return Promise.all(found)
}

// The last page is still being filled. It is written for the sake of `next-archive`, so that a full page has
// that link from its first day and never changes. JSON Feed has no such link, so no use for the page.
function archiveOf(pages: Parts['pages'], format: Format): Parts['pages'] {
  return format === 'json' ? pages.slice(0, -1) : pages
}

function pagePlace({ path }: PlannedFeed, name: string, { site }: Plan): Place {
  return placeAt(archivePath(path, name), site)
}

function pageUrl(feed: PlannedFeed, name: string | undefined, plan: Plan): string | undefined {
  return name === undefined ? undefined : pagePlace(feed, name, plan).url
}
