/**
 * The words that the library itself writes, in six languages; a newsroom may give its own, and other languages.
 *
 * Dates are put together from these tables and not by `Intl`, whose wording differs between versions of an
 * engine, so that the same input gives the same bytes everywhere.
 */
import { arabic } from './arabic.js'
import { english } from './english.js'
import { french } from './french.js'
import { german } from './german.js'
import { pageWordPlaces, type PageWords } from './page-words.js'
import { spanish } from './spanish.js'
import { vietnamese } from './vietnamese.js'

/** The words of one language. What stands in braces is filled in; it may be left out and stand anywhere. */
export interface Words {
  /** Before a credit, unless it brings a word of its own. `{credit}` */
  readonly credit: string
  /** Begins the paragraph on a correction; the note follows. `{date}`: of the correction. */
  readonly correction: string
  /** Title of the item that announces a correction. `{title}`: of the release. */
  readonly correctionTitle: string
  /** First sentence of that item. `{title}`, `{date}`: of the release. */
  readonly corrected: string
  /** On a release that takes the place of another. `{title}`: of the other. */
  readonly replaces: string
  /** On a release that another took the place of. `{title}`: of the other. */
  readonly replacedBy: string
  /** Title of a release that was withdrawn. `{date}`: of its publication. */
  readonly withdrawnTitle: string
  /** Its text; the reason follows. `{published}`, `{date}`: of publication and of withdrawal. */
  readonly withdrawn: string
  /** Title of the item that announces a withdrawal. `{date}`: of the release's publication. */
  readonly withdrawalTitle: string
  /** Place and date before the first words of a release. `{place}`, `{date}` */
  readonly dateline: string
  /** A person and their office, under a quotation and among the contacts. `{name}`, `{role}` */
  readonly person: string
  /** Heading of the notes to editors. */
  readonly notesToEditors: string
  /** Heading of the text on the publisher itself. */
  readonly boilerplate: string
  /** Heading of the contacts. */
  readonly contact: string
  /** A date. `{day}`, `{month}`, `{year}` */
  readonly date: string
  /** The first day of a month, where it is written in another way than `1`. */
  readonly firstDay: string
  /** The twelve months, as they stand in a date. */
  readonly months: readonly string[]
}

/** Words of one's own: any of them; what is not given is the library's in that language, else in English. */
export type OwnWords = Partial<Words & PageWords>

const builtIn: Readonly<Record<string, Words>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  vi: vietnamese,
}

/** The names of the words that feeds have. */
export const wordNames: readonly string[] = Object.keys(english)

/** The names of all words that may be given: those of feeds, and those of the page for people. */
export const allWordNames: readonly string[] = [...wordNames, ...Object.keys(pageWordPlaces)]

/** The places that a word has to fill: `['title', 'date']`. */
export function wordPlaces(name: string): readonly string[] {
  if (Object.hasOwn(pageWordPlaces, name)) return pageWordPlaces[name as keyof PageWords]
  const word = english[name as keyof Words]
  return typeof word === 'string'
    ? [...word.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place)
    : []
}

/** The words for a language, and whether some of them are in English for want of better ones. */
export interface FoundWords {
  readonly words: Words
  readonly foreign: boolean
}

/**
 * The words for a BCP 47 tag: one's own for `fr-CA`, then for `fr`, then the library's for `fr`, at last English.
 * `own` is by language, in lower case.
 */
export function findWords(tag: string, own: ReadonlyMap<string, OwnWords>): FoundWords {
  const ranges = rangesOf(tag)
  const known = firstOf(builtIn, ranges)
  const given = ranges.flatMap((range) => own.get(range) ?? []).reverse()
  const words: Words = Object.assign({}, known ?? neutral(english, given), ...given) as Words
  const said = new Set(given.flatMap((some) => Object.keys(some)))
  return { words, foreign: known === undefined && !wordNames.every((name) => said.has(name)) }
}

/** What a table by language has for the first of these ranges that it knows. */
export function firstOf<T>(
  table: Readonly<Record<string, T>>,
  ranges: readonly string[],
): T | undefined {
  const known = ranges.find((range) => Object.hasOwn(table, range))
  return known === undefined ? undefined : table[known]
}

// An English month beside a text in another language helps nobody; ISO 8601 is read everywhere. Nor does an
// English label before a credit.
function neutral(words: Words, given: readonly OwnWords[]): Words {
  // Who names the months means them to be read in the usual order.
  if (given.some((own) => own.months !== undefined)) return { ...words, credit: '{credit}' }
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
  return { ...words, credit: '{credit}', date: '{year}-{month}-{day}', firstDay: '01', months }
}

// A tag may be of any length; nobody has words for more than a few parts of it.
const longest = 8

/** `fr-Latn-CA`, `fr-Latn`, `fr` (RFC 4647, lookup). */
export function rangesOf(tag: string): readonly string[] {
  const parts = tag.toLowerCase().split('-').slice(0, longest)
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
}

/** A text with its places filled in. A place that it does not have is not shown; one without a value is left out. */
export function fill<Part>(
  template: string,
  values: Readonly<Record<string, Part | string>>,
): readonly (Part | string)[] {
  return template
    .split(/(\{\w+\})/)
    .flatMap((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1]
      if (name === undefined) return piece
      return Object.hasOwn(values, name) ? (values[name] ?? []) : []
    })
    .filter((piece) => piece !== '')
}

/** As {@link fill}, for values that are text. */
export function fillText(template: string, values: Readonly<Record<string, string>>): string {
  return fill(template, values).join('')
}

// Scripts, and languages that are written in one of them where nothing else is said (CLDR, likely subtags).
const scripts = new Set('adlm arab aran hebr mand mend nkoo rohg samr syrc thaa yezi'.split(' '))
const languages = new Set(
  (
    'acm aeb aii apc ar arc ars ary arz az-ir bal bgn ckb dv fa glk haz he iw ji khw ks ku-iq lrc luz mzn nqo ' +
    'pa-pk pes pnb prs ps sd skr syr ug ur uz-af yi'
  ).split(' '),
)

/** Whether a language is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  const [language = '', ...others] = tag.toLowerCase().split('-')
  const script = others.find((part) => /^[a-z]{4}$/.test(part))
  if (script !== undefined) return scripts.has(script)
  const region = others.find((part) => /^[a-z]{2}$/.test(part))
  return languages.has(language) || languages.has(`${language}-${region ?? ''}`)
}
