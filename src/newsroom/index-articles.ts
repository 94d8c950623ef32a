/** The index of a newsroom: a little of every article. */
import { compareIds, type Placed } from '../create-feed/across.js'
import { headReader, isDraft, makeFeed } from '../create-feed/create-feed.js'
import { issue, type Issue } from '../issue.js'
import { toEntry, type Entry } from './entry.js'
import { gone, loadEntry } from './load-entry.js'
import { placeIssue } from './place-issue.js'
import type { Plan } from './plan.js'
import { newestFirst } from './select.js'
import type { SourceEntry } from './source.js'

/** All articles of a newsroom. */
export interface NewsroomIndex {
  /** The newest first. */
  readonly entries: readonly Entry[]
  readonly drafts: number
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
  const entries: Entry[] = []
  const issues: Issue[] = []
  let drafts = 0
  for await (const each of sourceEntries) {
    issues.push(...each.issues.map((found) => placeIssue(found, each)))
    if (each.article === undefined) {
      const isSaid = each.issues.some(({ severity }) => severity === 'error')
      if (!isSaid) issues.push(placeIssue(gone, each))
      continue
    }
    if (isDraft(each.article)) {
      drafts += 1
      continue
    }
    const { head, issues: found } = readHead(each.article, 'articles[0]')
    if (head === undefined) issues.push(...(await inspect(each, plan)))
    else {
      issues.push(...found.map((finding) => placeIssue(finding, each)))
      entries.push(toEntry(each, head, Boolean(each.article.id), plan.language))
    }
    onRead(entries.length + drafts)
  }
  return {
    entries: newestFirst(entries),
    drafts,
    issues: [...issues, ...(await sharedIds(entries))],
  }
}

async function inspect(entry: SourceEntry, plan: Plan): Promise<readonly Issue[]> {
  const loaded = await loadEntry(entry)
  const feed = { ...plan.head, articles: loaded.article === undefined ? [] : [loaded.article] }
  const found = makeFeed(feed, { now: plan.now, compare: false }).issues.filter(({ path }) =>
    path.startsWith('articles['),
  )
  const origin = { ...loaded, origin: entry.origin }
  return [...loaded.issues, ...found].map((finding) => placeIssue(finding, origin))
}

// For a line its file is read once more; nobody mends thousands one by one.
const located = 100

async function sharedIds(entries: readonly Entry[]): Promise<readonly Issue[]> {
  const found: (readonly [Entry, Issue])[] = []
  compareIds(entries.map(placed), (code, { entry }, field, message) => {
    found.push([entry, issue(code, field, message)])
  })
  const issues: Issue[] = []
  for (const [index, [entry, finding]] of found.entries()) {
    issues.push(index < located ? await locateIssue(finding, entry) : placeIssue(finding, entry))
  }
  return issues
}

/** An entry among others. */
export function placed(entry: Entry): Placed & { readonly entry: Entry } {
  return { article: entry, name: entry.origin, ownId: entry.ownId, entry }
}

/** Places a finding that was made without the record at hand. */
export async function locateIssue(finding: Issue, entry: Entry): Promise<Issue> {
  const { locate } = await loadEntry(entry)
  return placeIssue(finding, { origin: entry.origin, locate })
}
