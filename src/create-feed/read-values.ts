/** Reads single values of the input: each either usable, or absent with a finding that says why. */
import { readDate, type Instant } from '../date.js'
import { stripTags } from '../html/plain-text.js'
import { cleanText, isBlank, oneLine } from '../text.js'
import { campaignParameters, resolveAddress, suspectAddress } from '../url.js'
import type { Findings } from './findings.js'
import { show } from './findings.js'

type Given<T> = T | null | undefined

/** The same for a whole feed: where findings go, the zone of dates without one, and what is now. */
export interface Context {
  readonly findings: Findings
  /** Base of the addresses of the feed. */
  readonly base: string
  readonly timeZone: string | undefined
  readonly now: Instant | undefined
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
  if (plain !== undefined) {
    const message = `Took HTML out of ${show(text)}: expected plain text`
    context.findings.add('markup-in-text', path, message)
  } else if (entity.test(text)) {
    const found = entity.exec(text)?.[0] ?? ''
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
  const name = /(\w+)[\][\d]*$/.exec(path)?.[1] ?? path
  if (!findings.refused(path)) {
    findings.add('missing-field', path, `No ${name}: expected ${what}`)
  }
  return ''
}

/** An absolute address in ASCII. */
export function readAddress(
  value: Given<string>,
  path: string,
  base: string | undefined,
  context: Context,
): string | undefined {
  const { findings } = context
  const given = readCarriable(value, path, context)?.trim()
  if (given === undefined) return undefined
  const { href, fault } = resolveAddress(given, base)
  const suspect = suspectAddress(given)
  if (href === undefined || suspect === 'mistyped') {
    const code = fault ?? 'invalid-address'
    findings.add(code, path, `Cannot use address ${show(value)}: ${addressWanted[code]}`)
    return undefined
  }
  if (suspect !== undefined) {
    const wanted = suspect === 'host' ? 'https:// before a host' : '& in place of &amp;'
    findings.add(
      'suspect-address',
      path,
      `Read ${show(given)} as ${show(href)}: expected ${wanted}`,
    )
  }
  return href
}

const addressWanted = {
  'invalid-address': 'expected one such as https://office.example/page',
  'relative-address': 'expected a whole one, such as https://office.example/page',
  'address-scheme': 'expected http or https',
} as const

/** As {@link readAddress}, but a finding when absent. */
export function requireAddress(
  value: Given<string>,
  path: string,
  base: string | undefined,
  context: Context,
): string {
  const href = readAddress(value, path, base, context)
  return href ?? missing(path, 'an http or https address', context)
}

/** The address of a page. Campaign parameters are kept, and reported (rule R-23). */
export function requireLink(
  value: Given<string>,
  path: string,
  base: string | undefined,
  context: Context,
): string {
  const href = requireAddress(value, path, base, context)
  const [parameter] = href === '' ? [] : campaignParameters(href)
  if (parameter !== undefined) {
    const message = `The link carries ${show(parameter)}: expected the page's canonical address`
    context.findings.add('campaign-parameters', path, message)
  }
  return href
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

// Two or three letters, then subtags (RFC 5646); four and more letters are reserved, so "english" is none.
const bcp47 =
  /^[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$/i

// ISO 639-1, so that vn (for vi) or cz (for cs) is told; of three letters there are some 8,000.
const iso6391: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de ' +
    'dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ' +
    'ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu ' +
    'lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu ' +
    'rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to ' +
    'tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
)

/** A language tag, as written. */
export function readLanguage(value: Given<string>, path: string, { findings }: Context) {
  const tag = (value ?? '').trim()
  if (tag === '') return undefined
  const [language = ''] = tag.toLowerCase().split('-')
  if (bcp47.test(tag) && (language.length > 2 || iso6391.has(language))) return tag
  const message = `Cannot use language ${show(value)}: expected a BCP 47 tag such as en, fr-CA or vi`
  findings.add('invalid-language', path, message)
  return undefined
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
