/** What subscribers will notice when a document takes the place of the one that is out. */
import type { SliceParts } from '../newsroom/cut-slices.js'
import {
  idFinding,
  lostFinding,
  movedFinding,
  toIssues,
  type PlacedFinding,
} from './published-findings.js'
import { Successors } from './published-successors.js'
import type { PublishedItem } from './read-published.js'

/** A document as it is out, and as it would be written. */
export interface ComparedDocument {
  /** Where it stands in the output folder. */
  readonly path: string
  readonly before: readonly PublishedItem[]
  /** The newest first. */
  readonly now: readonly PublishedItem[]
  /** How many of `now`, from the newest on, are there for their age; after them come old ones that were corrected. */
  readonly window: number
  /** Whether older articles are left out, by limit or by age. */
  readonly cut: boolean
}

/**
 * Warnings about one document: articles that come a second time, that are gone, or whose date moved.
 * One for an article, in the order of the document that is out; of each code at most 20, and one that
 * counts the rest. `everywhere` has the ids of all articles of the newsroom.
 */
export function compareDocument(
  document: ComparedDocument,
  everywhere: ReadonlySet<string>,
): readonly PlacedFinding[] {
  const before = new Map(document.before.toReversed().map((item) => [item.id, item]))
  const now = new Map(document.now.map((item) => [item.id, item]))
  const successors = new Successors(before, document.now)
  const isGone = goneOf(document, everywhere)
  const findings = [...new Set(document.before.map(({ id }) => id))].flatMap((id) => {
    const old = before.get(id)
    const same = now.get(id)
    if (old === undefined) return []
    if (same !== undefined) return movedFinding(old, same)
    const successor = successors.of(old)
    if (successor === 'known') return []
    if (successor !== undefined) return [idFinding(old, successor)]
    return isGone(old) ? [lostFinding(old, everywhere.has(id))] : []
  })
  return toIssues(findings)
}

/** A feed of a newsroom as it would be written. */
type Cut = Pick<SliceParts, 'slice' | 'current' | 'pages' | 'available'>

/** A feed of a newsroom as it is compared. */
export function comparable({ slice, current, pages, available }: Cut) {
  // As `paginate` cuts it: above the limit stands what no full page has, and then what was corrected lately.
  const open = pages.at(-1)
  const window =
    open === undefined ? current.length : Math.max(slice.choice.limit, open.entries.length)
  const now = current.map(({ id, link, title, published }) => ({ id, link, title, published }))
  const articles = current.filter(({ part }) => part === undefined).length
  const cut = articles < available || slice.choice.maxAgeInDays !== undefined
  return { now, window, cut }
}

/** Whether an article that stands in the document that is out is gone for another reason than its age. */
export function goneFrom(
  before: readonly PublishedItem[],
  parts: Cut,
  everywhere: ReadonlySet<string>,
): boolean {
  const document = comparable(parts)
  const now = new Set(document.now.map(({ id }) => id))
  const isGone = goneOf(document, everywhere)
  return before.some((old) => !now.has(old.id) && isGone(old))
}

/** Whether the absence of an article is not explained by the limit of the document. */
function goneOf(
  { now, window, cut }: Pick<ComparedDocument, 'now' | 'window' | 'cut'>,
  everywhere: ReadonlySet<string>,
): (old: PublishedItem) => boolean {
  const dates = now.slice(0, window).flatMap(({ published }) => published ?? [])
  const oldest = dates.reduce<string | undefined>(
    (least, date) => (least === undefined || date < least ? date : least),
    undefined,
  )
  return ({ id, published }) =>
    !everywhere.has(id) ||
    !cut ||
    (oldest !== undefined && published !== undefined && published > oldest)
}
