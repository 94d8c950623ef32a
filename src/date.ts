/** Instants: read strictly, written in UTC with seconds. */
import { isValid } from 'date-fns/isValid'
import { parseISO } from 'date-fns/parseISO'
import { tzOffset } from '@date-fns/tz/tzOffset'

/** An instant as feeds carry it: RFC 3339, UTC, seconds, no fractions: `2026-03-02T08:00:00Z`. */
export type Instant = string

/** Why a date cannot be used. */
export type DateFault =
  'unreadable-date' | 'impossible-date' | 'ambiguous-date' | 'date-without-zone'

/** An instant, or why there is none. */
export type ReadDate =
  | {
      readonly instant: Instant
      /** The same in milliseconds since 1970, fractions of the second included. */
      readonly time: number
      readonly fault?: never
    }
  | { readonly instant?: never; readonly time?: never; readonly fault: DateFault }

const form =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?:(:\d{2})(?:[.,](\d+))?)? ?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i

/**
 * Reads a `Date` or a text in the form of ISO 8601. A date alone is midnight. Without a zone of its own
 * it is read in `timeZone`; without that too, a date alone is midnight UTC, and an hour is a fault.
 */
export function readDate(value: string | Date, timeZone: string | undefined): ReadDate {
  if (value instanceof Date) {
    if (!isValid(value)) return { fault: 'impossible-date' }
    return fromDate(value)
  }
  const parts = form.exec(value.trim())
  if (parts === null) return { fault: 'unreadable-date' }
  const [, day = '', minutes = '00:00', seconds = ':00', fraction = '', zone] = parts
  // ISO 8601 has 24:00 and parsers take offsets of any size; RFC 3339 has neither.
  if (/^24/.test(parts[2] ?? '') || /^.(?:2[4-9]|[3-9])/.test(zone ?? '')) {
    return { fault: 'impossible-date' }
  }
  if (zone === undefined && parts[2] !== undefined && timeZone === undefined) {
    return { fault: 'date-without-zone' }
  }
  // Three digits: some parsers round the fourth, and so might reach the next second.
  const time = `${day}T${minutes}${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`
  if (zone !== undefined || timeZone === undefined) {
    return fromDate(parseISO(`${time}${(zone ?? 'Z').toUpperCase()}`))
  }
  return inZone(parseISO(`${time}Z`), timeZone, parts[2] === undefined)
}

function fromDate(date: Date): ReadDate {
  return isValid(date) && date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999
    ? { instant: toInstant(date), time: date.getTime() }
    : { fault: 'impossible-date' }
}

// A wall clock's time in a zone is an instant for each offset of the days around it that holds then:
// none where a clock change skipped the hour, two where it repeated it. A day begins all the same: with
// the earlier midnight of two, or the moment of the change.
function inZone(wallClock: Date, timeZone: string, isDay: boolean): ReadDate {
  if (!isValid(wallClock)) return { fault: 'impossible-date' }
  const offsets = [-oneDay, oneDay].map((shift) =>
    tzOffset(timeZone, new Date(wallClock.getTime() + shift)),
  )
  const candidates = [...new Set(offsets)]
    .map((offset) => ({ offset, date: new Date(wallClock.getTime() - offset * 60_000) }))
    .sort((a, b) => a.date.getTime() - b.date.getTime())
  const instants = candidates.filter(({ offset, date }) => tzOffset(timeZone, date) === offset)
  const [only, second] = instants
  if (only === undefined) {
    // The old offset puts a skipped midnight at the change itself, or after it by what is left of the gap.
    const after = isDay ? candidates.at(-1) : undefined
    return after === undefined ? { fault: 'impossible-date' } : fromDate(after.date)
  }
  return second === undefined || isDay ? fromDate(only.date) : { fault: 'ambiguous-date' }
}

function toInstant(date: Date): Instant {
  return `${date.toISOString().slice(0, 19)}Z`
}

/** A day, in milliseconds. */
export const oneDay = 24 * 60 * 60 * 1000

const lastSecond = Date.parse('9999-12-31T23:59:59Z')

/** The first whole second at or after a time in milliseconds since 1970; the last that RFC 3339 can write if later. */
export function secondFrom(time: number): Instant {
  return toInstant(new Date(Math.min(Math.ceil(time / 1000) * 1000, lastSecond)))
}

/** An instant so many seconds before another. */
export function secondsBefore(instant: Instant, seconds: number): Instant {
  return toInstant(new Date(Date.parse(instant) - seconds * 1000))
}

/** A day of the calendar. */
export interface Day {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
}

/** The day that an instant belongs to in a time zone; without one, in UTC. */
export function dayOf(instant: Instant, timeZone: string | undefined): Day {
  const time = new Date(instant)
  const offset = timeZone === undefined ? 0 : tzOffset(timeZone, time)
  const local = new Date(time.getTime() + offset * 60_000)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
  }
}

/** Whether a name is a time zone of the IANA database, as far as this engine knows it. */
export function isTimeZone(name: string): boolean {
  // Offsets are no names: they do not know of clock changes.
  return /^(?!(?:UTC|GMT)[+-])[A-Za-z]/i.test(name) && !Number.isNaN(tzOffset(name, new Date(0)))
}

/** An instant in the form of RFC 822 with a four-digit year and numeric zone: `Mon, 02 Mar 2026 08:00:00 +0000`. */
export function toRfc822(instant: Instant): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000')
}
