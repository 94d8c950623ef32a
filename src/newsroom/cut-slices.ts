/** What each feed of a newsroom carries. */
import { later, sooner } from '../create-feed/read-life.js'
import { oneLanguageEach } from '../create-feed/relations.js'
import type { Instant } from '../date.js'
import { issue, type Issue } from '../issue.js'
import type { Entry } from './entry.js'
import type { Departed, NewsroomIndex } from './index-articles.js'
import { paginate, type Parts } from './paginate.js'
import type { Plan, Slice } from './plan.js'
import { nextTooOld, select } from './select.js'

/** One slice, ready to be made. */
export interface SliceParts extends Parts {
  readonly slice: Slice
  /** How many articles it would carry without a limit. */
  readonly available: number
  /** When an article of its last left the newsroom by itself. */
  readonly left: Instant | undefined
  /** When its last article was taken out by hand, as far as that is known. */
  readonly removed?: Instant | undefined
  /** The newest change in the newsroom; `undefined` if it has no article. */
  readonly newestChange: Instant | undefined
}

/** The slices of a newsroom, and what is noticed when all of them are seen together. */
export interface CutSlices {
  readonly slices: readonly SliceParts[]
  /** When a feed will be another one without anybody doing anything. */
  readonly nextChange: Instant | undefined
  readonly issues: readonly Issue[]
}

/** Decides for every feed, and every page for people, which articles it carries, and how they are spread over its documents. */
export function cutSlices(plan: Plan, index: NewsroomIndex): CutSlices {
  const { entries, departed } = index
  const changes = [...entries.map(({ updated }) => updated), ...departed.map(({ left }) => left)]
  const newestChange = changes.reduce(later, undefined)
  const shown = new Set<Entry>()
  const slices = [...plan.slices, ...plan.pages].map((slice): SliceParts => {
    const { choice } = slice
    const chosen = shownIn(slice, select(entries, choice, plan.now))
    // What only a page shows, no reader gets.
    if (slice.page === undefined) for (const entry of chosen) shown.add(entry)
    const parts = paginate(chosen, choice)
    const left = leftFrom(parts, select(departed, choice, plan.now))
    const available = chosen.filter(({ part }) => part === undefined).length
    return { slice, available, left, newestChange, ...parts }
  })
  const tooOld = slices.map(({ slice, current }) => nextTooOld(current, slice.choice))
  return {
    slices,
    nextChange: [index.next, ...tooOld].reduce(sooner, undefined),
    issues: inNoFeed(entries, shown, plan),
  }
}

function shownIn({ choice, head }: Slice, entries: readonly Entry[]): readonly Entry[] {
  return choice.allTranslations ? entries : oneLanguageEach(entries, head.language)
}

// What left matters to a feed if it would stand among those that it still has.
function leftFrom({ current, pages }: Parts, departed: readonly Departed[]): Instant | undefined {
  const oldest = pages.length > 0 ? undefined : current.at(-1)?.published
  return departed
    .filter(({ published }) => oldest === undefined || published >= oldest)
    .map(({ left }) => left)
    .reduce(later, undefined)
}

// By what feeds select; that a limit or an age leaves an article out is what they are for.
function inNoFeed(
  entries: readonly Entry[],
  shown: ReadonlySet<Entry>,
  { slices }: Plan,
): readonly Issue[] {
  const left = new Set(entries.filter((entry) => !shown.has(entry) && entry.part === undefined))
  for (const slice of slices) {
    const anyAge = { ...slice.choice, maxAgeInDays: undefined }
    if (left.size === 0) return []
    for (const entry of shownIn(slice, select(entries, anyAge, undefined))) left.delete(entry)
  }
  if (left.size === 0 || slices.length === 0) return []
  const names = [...left].slice(0, 3).map(({ origin }) => origin)
  const rest = left.size > names.length ? ` and ${left.size - names.length} more` : ''
  const hidden = [...left].some(({ translationKey }) => translationKey !== undefined)
  const wanted = hidden
    ? 'a feed whose only takes their language, or allTranslations: true'
    : 'a feed whose only takes them'
  const message = `In no feed: ${names.join(', ')}${rest}; expected ${wanted}`
  return [issue('article-in-no-feed', 'feeds', message)]
}
