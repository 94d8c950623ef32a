/** What each feed of a newsroom carries. */
import type { Instant } from '../date.js'
import { issue, type Issue } from '../issue.js'
import type { Entry } from './entry.js'
import type { NewsroomIndex } from './index-articles.js'
import { paginate, type Parts } from './paginate.js'
import type { Plan, Slice } from './plan.js'
import { select } from './select.js'

/** One slice, ready to be made. */
export interface SliceParts extends Parts {
  readonly slice: Slice
  /** How many articles it would carry without a limit. */
  readonly available: number
  /** The newest change in the newsroom; `undefined` if it has no article. */
  readonly newestChange: Instant | undefined
}

/** The slices of a newsroom, and what is noticed when all of them are seen together. */
export interface CutSlices {
  readonly slices: readonly SliceParts[]
  readonly issues: readonly Issue[]
}

/** Decides for every feed which articles it carries, and how they are spread over its documents. */
export function cutSlices(plan: Plan, { entries }: NewsroomIndex): CutSlices {
  const newestChange = entries.reduce<Instant | undefined>(
    (newest, { updated }) => (newest === undefined || updated > newest ? updated : newest),
    undefined,
  )
  const slices = plan.slices.map((slice) => {
    const chosen = select(entries, slice.choice, plan.now)
    return { slice, available: chosen.length, newestChange, ...paginate(chosen, slice.choice) }
  })
  return { slices, issues: inNoFeed(entries, plan) }
}

// By what feeds select; that a limit or an age leaves an article out is what they are for.
function inNoFeed(entries: readonly Entry[], { slices }: Plan): readonly Issue[] {
  const left = new Set(entries)
  for (const { choice } of slices) {
    const anyAge = { ...choice, maxAgeInDays: undefined }
    for (const entry of select([...left], anyAge, undefined)) left.delete(entry)
  }
  if (left.size === 0 || slices.length === 0) return []
  const names = [...left].slice(0, 3).map(({ origin }) => origin)
  const rest = left.size > names.length ? ` and ${left.size - names.length} more` : ''
  const message = `In no feed: ${names.join(', ')}${rest}; expected a feed whose only takes them`
  return [issue('article-in-no-feed', 'feeds', message)]
}
