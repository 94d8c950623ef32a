/** Which articles a feed carries, in its order. */
import { sooner } from '../create-feed/read-life.js'
import { oneDay, secondFrom, type Instant } from '../date.js'
import type { Entry } from './entry.js'
import type { Choice } from './plan.js'

/** All articles that a feed may carry, before its limit: the newest first. `entries` are in that order. */
export function select<Each extends Entry>(
  entries: readonly Each[],
  choice: Choice,
  now: Instant | undefined,
): readonly Each[] {
  const oldest = oldestOf(choice, now)
  return entries.filter(
    (entry) =>
      (oldest === undefined || entry.published >= oldest) &&
      holdsOne(choice.tags, entry.tags) &&
      holdsOne(choice.subjects, entry.subjects) &&
      isInLanguage(choice.languages, entry.language),
  )
}

/** The newest first; of two that were published together, the one that came first. */
export function newestFirst(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) =>
    a.published < b.published ? 1 : a.published > b.published ? -1 : 0,
  )
}

function oldestOf({ maxAgeInDays }: Choice, now: Instant | undefined): Instant | undefined {
  if (maxAgeInDays === undefined || now === undefined) return undefined
  const date = new Date(Date.parse(now) - maxAgeInDays * oneDay)
  // Before the first year there are no articles.
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1
    ? undefined
    : `${date.toISOString().slice(0, 19)}Z`
}

/** When the first of these articles gets too old for a feed, if its age is limited. */
export function nextTooOld(
  entries: readonly Entry[],
  { maxAgeInDays }: Choice,
): Instant | undefined {
  if (maxAgeInDays === undefined) return undefined
  const oldest = entries.map(({ published }) => published).reduce(sooner, undefined)
  // It stays for the whole of its last second.
  if (oldest === undefined) return undefined
  const end = Date.parse(oldest) + maxAgeInDays * oneDay + 1000
  return end > Date.parse('9999-12-31') ? undefined : secondFrom(end)
}

function holdsOne(wanted: readonly string[], given: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((text) => given.includes(text))
}

// Basic filtering of RFC 4647 (section 3.3.1): `fr` takes `fr` and `fr-CA`, not `frr`.
function isInLanguage(ranges: readonly string[], language: string): boolean {
  return (
    ranges.length === 0 ||
    ranges.some((range) => language === range || language.startsWith(`${range}-`))
  )
}
