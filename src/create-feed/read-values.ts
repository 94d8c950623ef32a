/** Reads single values of the input: each either usable, or absent with a finding that says why. */
import { readDate, type Instant } from '../date.js'
import { stripTags } from '../html/plain-text.js'
import { cleanText, isBlank, oneLine } from '../text.js'
import { Findings, show } from './findings.js'

/** As people have it: absent, `undefined` or `null`. */
export type Given<T> = T | null | undefined

/** The same for a whole feed: where findings go, the zone of dates without one, and what is now. */
export interface Context {
  readonly findings: Findings
  /** Base of the addresses of the feed. */
  readonly base: string
  readonly timeZone: string | undefined
  readonly now: Instant | undefined
}

/** The same context for what is read a second time, or not in the feed: nothing is said of it. */
export function unheard<Each extends Context>(context: Each): Each {
  return { ...context, findings: new Findings() }
}

/** Reads the items of a list that are given, each with its path; the others are left out. */
export function readEach<Item, Read>(
  list: Given<readonly Given<Item>[]>,
  path: string,
  read: (item: Item, path: string) => Read,
): readonly Read[] {
  return (list ?? []).flatMap((item, index) =>
    item === undefined || item === null ? [] : [read(item, `${path}[${index}]`)],
  )
}

/** Text without characters that no feed can carry; absent when blank. */
export function readCarriable(value: Given<string>, path: string, { findings }: Context) {
  const text = value ?? ''
  const clean = cleanText(text)
  const many = (count: number) => `${count} character${count === 1 ? '' : 's'}`
  if (clean.removed > 0) {
    findings.add(
      'removed-characters',
      path,
      `Removed ${many(clean.removed)} that no feed can carry (controls, half characters or U+FFFD)`,
    )
  }
  if (clean.replaced > 0) {
    findings.add(
      'replaced-characters',
      path,
      `Read ${many(clean.replaced)} as Windows-1252: expected text in UTF-8`,
    )
  }
  return isBlank(clean.text) ? undefined : clean.text
}

const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/i

/** Plain text on one line, without tags; absent when blank. */
export function readText(value: Given<string>, path: string, context: Context): string | undefined {
  const text = readCarriable(value, path, context)
  if (text === undefined) return undefined
  const plain = stripTags(text)
  const [found] = entity.exec(text) ?? []
  if (plain !== undefined) {
    const message = `Took HTML out of ${show(text)}: expected plain text`
    context.findings.add('markup-in-text', path, message)
  } else if (found !== undefined) {
    const message = `Kept "${found}" as written: expected plain text, not HTML entities`
    context.findings.add('entity-in-text', path, message)
  }
  const line = oneLine(plain ?? text)
  return isBlank(line) ? undefined : line
}

/** As {@link readText}, but a finding when absent. */
export function requireText(value: Given<string>, path: string, context: Context): string {
  return readText(value, path, context) ?? missing(path, 'text', context)
}

/** Reports a required field as missing, unless something is said of it already. */
export function missing(path: string, what: string, { findings }: Context): '' {
  const name = path.slice(path.lastIndexOf('.') + 1).split('[')[0] ?? path
  if (!findings.refused(path)) {
    findings.add('missing-field', path, `No ${name}: expected ${what}`)
  }
  return ''
}

/** An instant. */
export function readInstant(
  value: Given<string | Date>,
  path: string,
  { findings, timeZone, now }: Context,
): Instant | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const { instant, fault } = readDate(value, timeZone)
  if (fault !== undefined) {
    const expected = {
      'unreadable-date': 'expected a date such as 2026-03-02 or 2026-03-02T09:00:00+01:00',
      'impossible-date':
        value instanceof Date
          ? 'expected a valid Date between the years 1 and 9999'
          : `there is no such date or hour${timeZone === undefined ? '' : ` in ${timeZone}`}`,
      'ambiguous-date': `that hour came twice in ${timeZone ?? 'UTC'}; add its zone, such as +01:00`,
      'date-without-zone': 'expected a zone such as Z or +01:00, or a timeZone of the feed',
    }[fault]
    findings.add(fault, path, `Cannot read date ${show(value)}: ${expected}`)
    return undefined
  }
  if (now !== undefined && instant > now) {
    findings.add('date-in-future', path, `${instant} is later than now, ${now}`)
  }
  if (instant < '1990') {
    findings.add(
      'date-before-1990',
      path,
      `${instant} is before 1990: readers take it for a mistake`,
    )
  }
  return instant
}

/** An instant that may well lie in the future, such as an expiry. */
export function readFutureInstant(value: Given<string | Date>, path: string, context: Context) {
  return readInstant(value, path, { ...context, now: undefined })
}

/** A positive whole number. */
export function readCount(value: Given<number>, path: string, { findings }: Context) {
  if (value === undefined || value === null) return undefined
  if (Number.isSafeInteger(value) && value > 0) return value
  findings.add('invalid-value', path, `Cannot use ${value}: expected a positive whole number`)
  return undefined
}

const emailAddress =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i

/** An e-mail address (RFC 5322 addr-spec, unquoted). */
export function readEmail(value: Given<string>, path: string, { findings }: Context) {
  const given = (value ?? '').trim()
  if (given === '') return undefined
  if (given.length <= 254 && emailAddress.test(given)) return given
  const message = `Cannot use e-mail address ${show(value)}: expected one such as press@office.example`
  findings.add('invalid-email', path, message)
  return undefined
}
