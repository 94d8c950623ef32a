/** The dates of a record: when it came out, and what happened since. */
import { oneDay, readDate, type Instant } from '../date.js'
import type { Correction, Withdrawal } from '../model/feed.js'
import { show } from './findings.js'
import { later } from './read-life.js'
import {
  missing,
  readEach,
  readFutureInstant,
  readInstant,
  readText,
  requireText,
  type Context,
} from './read-values.js'
import type { ArticleShape } from './schema.js'

/** The dates of an article, and what happened at them. */
export interface Dates {
  readonly published: Instant
  readonly updated: Instant
  readonly expires: Instant | undefined
  readonly corrections: readonly Correction[]
  readonly withdrawn: Withdrawal | undefined
}

/** Reads the dates of a record, and holds them against each other. */
export function readDates(record: ArticleShape, path: string, context: Context): Dates {
  const published = readInstant(record.published, `${path}.published`, context)
  const updated = readChange(record.updated, `${path}.updated`, published, context)
  if (published === undefined) {
    missing(`${path}.published`, 'the date of publication, such as 2026-03-02', context)
  }
  notBefore(published, updated, 'Updated', `${path}.updated`, context)
  refuseEmbargo(record, path, context)
  const expires = readExpiry(record, path, published, context)
  const corrections = readCorrections(record.corrections, `${path}.corrections`, published, context)
  const withdrawn = readWithdrawn(record.withdrawn, `${path}.withdrawn`, published, context)
  const changes = [updated, ...corrections.map(({ date }) => date), withdrawn?.date]
  return {
    published: published ?? '',
    updated: changes.reduce(later, published) ?? '',
    expires,
    corrections,
    withdrawn,
  }
}

// A day alone is that day: one that was published in its course was not changed at its beginning.
function readChange(
  value: ArticleShape['updated'],
  path: string,
  published: Instant | undefined,
  context: Context,
): Instant | undefined {
  const instant = readInstant(value, path, context)
  if (instant === undefined || published === undefined || instant >= published) return instant
  const isDay = typeof value === 'string' && /^\s*[\d-]+\s*$/.test(value)
  return isDay && Date.parse(published) - Date.parse(instant) < oneDay ? published : instant
}

function notBefore(
  published: Instant | undefined,
  changed: Instant | undefined,
  what: string,
  path: string,
  { findings }: Context,
): void {
  if (published === undefined || changed === undefined || changed >= published) return
  const message = `${what} ${changed}, before it was published ${published}: expected a later date`
  findings.add('updated-before-published', path, message)
}

function refuseEmbargo(record: ArticleShape, path: string, context: Context): void {
  const { findings, timeZone } = context
  const embargo = readFutureInstant(record.embargo, `${path}.embargo`, context)
  const until = readTimeOf(record.embargo, timeZone)
  const published = until === undefined ? undefined : readTimeOf(record.published, timeZone)
  if (until === undefined || published === undefined || published >= until) return
  const message = `Published ${show(record.published)}, before its embargo ends ${embargo ?? ''}: expected the end of the embargo or a later date`
  findings.add('published-before-embargo', `${path}.published`, message)
}

function readTimeOf(value: ArticleShape['embargo'], timeZone: string | undefined) {
  return value === undefined || value === null || value === ''
    ? undefined
    : readDate(value, timeZone).time
}

function readExpiry(
  record: ArticleShape,
  path: string,
  published: Instant | undefined,
  context: Context,
): Instant | undefined {
  const expires = readFutureInstant(record.expires, `${path}.expires`, context)
  if (expires === undefined || published === undefined || expires > published) return expires
  const message = `Expires ${expires}, not after it was published ${published}: expected a later date`
  context.findings.add('expires-before-published', `${path}.expires`, message)
  return expires
}

function readCorrections(
  corrections: ArticleShape['corrections'],
  path: string,
  published: Instant | undefined,
  context: Context,
): readonly Correction[] {
  const read = readEach(corrections, path, (correction, place) => {
    const date = readChange(correction.date, `${place}.date`, published, context)
    if (date === undefined) missing(`${place}.date`, 'the date of the correction', context)
    notBefore(published, date, 'Corrected', `${place}.date`, context)
    return { date: date ?? '', note: requireText(correction.note, `${place}.note`, context) }
  })
  return [...read].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

function readWithdrawn(
  withdrawn: ArticleShape['withdrawn'],
  path: string,
  published: Instant | undefined,
  context: Context,
): Withdrawal | undefined {
  if (withdrawn === undefined || withdrawn === null) return undefined
  const date = readChange(withdrawn.date, `${path}.date`, published, context)
  if (date === undefined) missing(`${path}.date`, 'the date of the withdrawal', context)
  notBefore(published, date, 'Withdrawn', `${path}.date`, context)
  return { date: date ?? '', reason: readText(withdrawn.reason, `${path}.reason`, context) }
}
