/** The index of a newsroom: a little of every article. */
import { compareIds, compareVersions, type Placed, type Report } from '../create-feed/across.js'
import { makeFeed } from '../create-feed/create-feed.js'
import { headReader } from '../create-feed/head-reader.js'
import { sooner } from '../create-feed/read-life.js'
import { isDraft } from '../create-feed/read-records.js'
import {
  lastChange,
  onlyHeld,
  relate,
  unrelated,
  type HeldBack,
  type Relations,
} from '../create-feed/relations.js'
import type { Instant } from '../date.js'
import { issue, type Issue } from '../issue.js'
import { toEntry, type Entry } from './entry.js'
import { gone, loadEntry } from './load-entry.js'
import { placeIssue } from './place-issue.js'
import type { Plan } from './plan.js'
import { newestFirst } from './select.js'
import type { SourceEntry } from './source.js'

/** An article that went by itself: it expired, or the notice on its withdrawal ended. */
export interface Departed extends Entry {
  readonly left: Instant
}

/** An article under embargo. */
export interface Held {
  readonly source: SourceEntry
  /** What it will be, as far as that can be read. */
  readonly entry: Entry | undefined
  /** When its embargo ends. */
  readonly until: Instant
}

/** All articles of a newsroom. */
export interface NewsroomIndex {
  /** Those that are in it at present, and the items that announce what became of them: the newest first. */
  readonly entries: readonly Entry[]
  readonly departed: readonly Departed[]
  readonly held: readonly Held[]
  /** The ids and links of those that are held. */
  readonly namesOfHeld: HeldBack
  readonly relationsOf: (id: string) => Relations
  readonly drafts: number
  /** When the next article comes or goes by itself. */
  readonly next: Instant | undefined
  readonly issues: readonly Issue[]
}

/**
 * Reads the head of every article, one after the other. Of an article that is refused, the whole record is read
 * too, so that everything about it is said at once.
 */
export async function indexArticles(
  sourceEntries: AsyncIterable<SourceEntry>,
  plan: Plan,
  onRead: (count: number) => void,
): Promise<NewsroomIndex> {
  const readHead = headReader({ ...plan.head, articles: [] }, { now: plan.now })
  const found: Entry[] = []
  const departed: Departed[] = []
  const held: Held[] = []
  const names = new Set<string>()
  const issues: Issue[] = []
  let drafts = 0
  let next: Instant | undefined
  for await (const each of sourceEntries) {
    if (each.article === undefined) {
      issues.push(...placeAll(each.issues, each))
      const isSaid = each.issues.some(({ severity }) => severity === 'error')
      if (!isSaid) issues.push(placeIssue(gone, each))
      continue
    }
    const read = readHead(each.article, 'articles[0]')
    read.held.forEach((name) => names.add(name))
    if (isDraft(each.article)) {
      issues.push(...placeAll(each.issues, each))
      drafts += 1
      continue
    }
    const { life, others = [] } = read
    next = sooner(next, life.next)
    if (life.state === 'held') {
      const [head] = others
      const entry = head && toEntry(each, head, false, plan.language)
      held.push({ source: each, entry, until: life.next ?? '' })
    } else if (life.state === 'gone') {
      const { left } = life
      // What was called off before it was out never was in a feed.
      if (left === undefined) continue
      departed.push(
        ...others.map((head) => ({ ...toEntry(each, head, false, plan.language), left })),
      )
    } else {
      issues.push(...placeAll(each.issues, each))
      const ownId = Boolean(each.article.id)
      if (read.found === undefined) issues.push(...(await inspect(each, plan)))
      else {
        issues.push(...placeAll(read.issues, each))
        found.push(...read.found.heads.map((one) => toEntry(each, one, ownId, plan.language)))
      }
    }
    onRead(found.length + drafts)
  }
  const heldBack = onlyHeld(names, found)
  const relationsOf = relate(found, heldBack, departed)
  const entries = found.map((entry) => {
    const updated = lastChange(entry, relationsOf(entry.id))
    return updated === entry.updated ? entry : { ...entry, updated }
  })
  return {
    ...{ entries: newestFirst(entries), departed, held, namesOfHeld: heldBack, relationsOf },
    ...{ drafts, next },
    issues: [...issues, ...(await sharedIds(entries))],
  }
}

function placeAll(issues: readonly Issue[], entry: SourceEntry): readonly Issue[] {
  return issues.map((found) => placeIssue(found, entry))
}

/** Everything that is to be said of one article by itself, as it is at an instant. */
export async function inspect(
  entry: SourceEntry,
  plan: Plan,
  now = plan.now,
  relationsOf: NewsroomIndex['relationsOf'] = () => unrelated,
): Promise<readonly Issue[]> {
  const loaded = await loadEntry(entry)
  const feed = { ...plan.head, articles: loaded.article === undefined ? [] : [loaded.article] }
  const newsroom = { ...plan, relationsOf, held: new Set<string>() }
  const lint = plan.lint !== undefined
  const made = makeFeed(feed, { now, compare: false, newsroom, lint })
  const found = made.issues.filter(({ path }) => path.startsWith('articles['))
  const origin = { ...loaded, origin: entry.origin }
  return [...loaded.issues, ...found].map((finding) => placeIssue(finding, origin))
}

// For a line its file is read once more; nobody mends thousands one by one.
const located = 100

// What is the same where it should not be, wherever the two articles stand.
async function sharedIds(entries: readonly Entry[]): Promise<readonly Issue[]> {
  const found: (readonly [Entry, Issue])[] = []
  const report: Report<ReturnType<typeof placed>> = (code, { entry }, field, message) => {
    found.push([entry, issue(code, field, message)])
  }
  compareIds(entries.map(placed), report)
  compareVersions(entries.map(placed), report)
  const issues: Issue[] = []
  for (const [index, [entry, finding]] of found.entries()) {
    issues.push(index < located ? await locateIssue(finding, entry) : placeIssue(finding, entry))
  }
  return issues
}

/** An entry among others. */
export function placed(entry: Entry): Placed & { readonly entry: Entry; readonly head: Entry } {
  return { article: entry, name: entry.origin, ownId: entry.ownId, entry, head: entry }
}

/** Places a finding that was made without the record at hand. */
export async function locateIssue(finding: Issue, entry: Entry): Promise<Issue> {
  const { locate } = await loadEntry(entry)
  return placeIssue(finding, { origin: entry.origin, locate })
}
