/** Whether a record is in its feed at a given present, and when that will change by itself. */
import { oneDay, readDate, secondFrom, type Instant } from '../date.js'
import type { Context } from './read-values.js'

/** Where a record is in its life. */
export interface Life {
  /** `held`: its embargo has not ended. `gone`: it expired, the notice on its withdrawal ended, or it was called off. */
  readonly state: 'in' | 'held' | 'gone'
  /** When it left the feed, if it is gone; absent if it never was in it. */
  readonly left?: Instant | undefined
  /** When its state changes by itself; absent if it stays as it is. */
  readonly next?: Instant | undefined
}

/** What is needed to tell. */
export interface LifeContext extends Pick<Context, 'findings' | 'timeZone' | 'now'> {
  readonly withdrawalNoticeInDays: number
}

/**
 * Reads the dates that decide. A date that cannot be read decides nothing: the record then counts as being in,
 * and the error that is found when it is read refuses the feed.
 */
export function readLife(record: unknown, context: LifeContext): Life {
  const { embargo, published, expires, withdrawn } = membersOf(record)
  const timeOf = (value: unknown) => readTime(value, context)
  const until = timeOf(embargo)
  const withdrawal = timeOf(membersOf(withdrawn)['date'])
  // Called off before it was out: nobody has to be told.
  if (until !== undefined && withdrawal !== undefined && withdrawal < until)
    return { state: 'gone' }
  // The present has no fraction of a second, so that one of an embargo counts as the whole: never too early.
  if (until !== undefined && isBefore(context.now, until, context)) {
    return { state: 'held', next: secondFrom(until) }
  }
  if (context.now === undefined) return { state: 'in' }
  const notice = withdrawal === undefined ? undefined : endOfNotice(withdrawal, context)
  const ends = [timeOf(expires), notice].filter((time) => time !== undefined)
  if (ends.length === 0) return { state: 'in' }
  // One that ends before it began is a slip, which is told when the record is read.
  const out = timeOf(published) ?? -Infinity
  const end = Math.min(...ends.filter((time) => time > out))
  if (!(end <= latest)) return { state: 'in' }
  const instant = secondFrom(end)
  return instant <= context.now ? { state: 'gone', left: instant } : { state: 'in', next: instant }
}

const latest = Date.parse('9999-12-31T23:59:59Z')
function endOfNotice(withdrawal: number, { withdrawalNoticeInDays }: LifeContext): number {
  return withdrawal + withdrawalNoticeInDays * oneDay
}

// Without a present nobody knows whether an embargo has ended; what is not known to be free is held.
function isBefore(now: Instant | undefined, end: number, { findings }: LifeContext): boolean {
  if (now !== undefined) return Date.parse(now) < end
  if (!findings.refused('now')) {
    findings.add('missing-field', 'now', 'No now: expected the present, since there is an embargo')
  }
  return true
}

function readTime(value: unknown, { timeZone }: LifeContext): number | undefined {
  if (!(value instanceof Date) && (typeof value !== 'string' || value === '')) return undefined
  return readDate(value, timeZone).time
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** The earlier of two instants, of which either may be absent. */
export function sooner(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}

/** The later of two instants, of which either may be absent. */
export function later(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}
