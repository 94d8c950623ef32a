import { format, type Locale } from 'date-fns'
import { ar, de, enGB, es, fr, vi } from 'date-fns/locale'
import { describe, expect, it } from 'vitest'
import { arabic } from '../../src/words/arabic.js'
import { english } from '../../src/words/english.js'
import { french } from '../../src/words/french.js'
import { german } from '../../src/words/german.js'
import { spanish } from '../../src/words/spanish.js'
import { vietnamese } from '../../src/words/vietnamese.js'
import {
  fill,
  fillText,
  findWords,
  isRightToLeft,
  wordNames,
  wordPlaces,
  type OwnWords,
  type Words,
} from '../../src/words/words.js'
import { writeDate } from '../../src/words/write-date.js'

interface Language {
  readonly tag: string
  readonly words: Words
  readonly locale: Locale
}

const languages: readonly Language[] = [
  { tag: 'en-GB', words: english, locale: enGB },
  { tag: 'fr', words: french, locale: fr },
  { tag: 'es', words: spanish, locale: es },
  { tag: 'de', words: german, locale: de },
  { tag: 'vi', words: vietnamese, locale: vi },
  { tag: 'ar', words: arabic, locale: ar },
]
const others = languages.slice(1)
// Fewer would mean that the lists below test nothing.
const names = Object.keys(english) as (keyof Words)[]

describe('every language', () => {
  it('has every word, and no other', () => {
    expect(names).toHaveLength(17)
    expect(wordNames).toEqual(names)
    for (const { tag, words } of languages) expect([tag, Object.keys(words)]).toEqual([tag, names])
  })

  it.each(others)('$tag fills in the same places as English', ({ words }) => {
    const places = names.map((name) => [name, placesOf(words[name])])
    expect(places).toEqual(names.map((name) => [name, placesOf(english[name])]))
    expect(places.flatMap(([, found]) => found).length).toBeGreaterThan(12)
  })

  it.each(languages)('$tag has no braces but those of places', ({ words }) => {
    for (const name of names) {
      const text = [words[name]].flat().join()
      expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/)
    }
  })

  it.each(languages)('$tag is in NFC, on one line, without blanks at its ends', ({ words }) => {
    for (const name of names) {
      for (const text of [words[name]].flat()) {
        expect(text).toBe(text.normalize('NFC').trim())
        expect(text).not.toMatch(/[\t\n\r]| {2}/)
        expect(text).not.toBe('')
      }
    }
  })

  it('is not English', () => {
    // These are the same in some languages: places, the order of a date, digits.
    const alike: readonly (keyof Words)[] = ['dateline', 'person', 'date', 'firstDay', 'months']
    for (const { tag, words } of others) {
      for (const name of names.filter((each) => !alike.includes(each))) {
        expect([tag, name, words[name]]).not.toEqual([tag, name, english[name]])
      }
      const letters = names.flatMap((name) => words[name]).join(' ')
      expect(letters.replace(/\{\w+\}/g, '')).not.toMatch(
        /\b(?:release|withdrawn|replaces|editors|about us|has been)\b/i,
      )
    }
  })

  it('is written in its own script', () => {
    const scripts = { ar: /^[\P{L}\p{Script=Arabic}]*$/u, vi: /[ăđơưạảấầẫậắằẵặẹẻẽếềễệ]/ }
    const textOf = (words: Words) =>
      names
        .flatMap((name) => words[name])
        .join(' ')
        .replace(/\{\w+\}/g, '')
    expect(textOf(arabic)).toMatch(scripts.ar)
    expect(textOf(vietnamese)).toMatch(scripts.vi)
    expect(textOf(german)).toMatch(/[äöü]/)
    expect(textOf(spanish)).toMatch(/ó/)
  })

  it('keeps a French colon from the start of a line', () => {
    const colons = names.flatMap((name) => french[name]).join('\n')
    expect(colons.match(/:/g)!.length).toBeGreaterThan(5)
    expect(colons).not.toMatch(/[^\u00A0\u202F]:/)
  })
})

describe('a date', () => {
  const days = Array.from({ length: 12 }, (_, month) =>
    [1, 2, 9, 10, 28].map((day) => new Date(2026, month, day)),
  ).flat()

  // What date-fns writes in another way, on purpose.
  const onPurpose: Readonly<Record<string, (theirs: string) => string>> = {
    // The Imprimerie nationale has "1er"; date-fns leaves it to its ordinals.
    fr: (theirs) => theirs.replace(/^1 /, '1er '),
    // Of the two that are usual, the month without a zero, as the day has none either.
    vi: (theirs) => theirs.replace(/tháng 0/, 'tháng '),
  }

  it.each(languages)('is that of date-fns in $tag', ({ tag, words, locale }) => {
    for (const date of days) {
      const theirs = format(date, 'PPP', { locale })
      const wanted = onPurpose[tag]?.(theirs) ?? theirs
      expect(writeDate(dayOf(date), words)).toBe(wanted)
    }
  })

  it('differs from date-fns where the table says so, and only there', () => {
    for (const { tag, words, locale } of languages) {
      const differing = days.filter(
        (date) => writeDate(dayOf(date), words) !== format(date, 'PPP', { locale }),
      )
      expect([tag, differing.length > 0]).toEqual([tag, tag in onPurpose])
    }
  })

  it.each(languages)('has the month of Intl in $tag', ({ tag, words }) => {
    const monthOf = (date: Date) =>
      new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, { dateStyle: 'long' })
        .formatToParts(date)
        .filter(({ type }) => type === 'month')
        .map(({ value }) => value.replace(/^tháng /, ''))
        .join('')
    const firsts = Array.from({ length: 12 }, (_, month) => new Date(2026, month, 15))
    expect(words.months).toEqual(firsts.map(monthOf))
  })

  it('has four digits for a year, and digits of one width if the first day has two', () => {
    expect(writeDate({ year: 33, month: 4, day: 3 }, english)).toBe('3 April 0033')
    const iso = { ...english, date: '{year}-{month}-{day}', firstDay: '01' }
    expect(writeDate({ year: 2026, month: 3, day: 2 }, iso)).toBe('2026-March-02')
    expect(writeDate({ year: 2026, month: 3, day: 12 }, iso)).toBe('2026-March-12')
  })

  it('is ISO 8601 in a language without words', () => {
    const { words } = findWords('it', new Map())
    for (const date of days) {
      expect(writeDate(dayOf(date), words)).toBe(format(date, 'yyyy-MM-dd'))
    }
  })
})

describe('the words for a tag', () => {
  const own = (words: Readonly<Record<string, OwnWords>>) => new Map(Object.entries(words))

  it('are one’s own for the region, then for the language, then the library’s', () => {
    const { words, foreign } = findWords(
      'fr-CA',
      own({
        'fr-ca': { contact: 'Relations médias' },
        fr: { contact: 'Service de presse', boilerplate: 'En bref' },
        en: { contact: 'Nobody', notesToEditors: 'Nothing' },
      }),
    )
    expect(words.contact).toBe('Relations médias')
    expect(words.boilerplate).toBe('En bref')
    expect(words.notesToEditors).toBe(french.notesToEditors)
    expect(words.months).toEqual(french.months)
    expect(foreign).toBe(false)
  })

  it('do not go from a language to its region', () => {
    expect(findWords('fr', own({ 'fr-ca': { contact: 'X' } })).words).toEqual(french)
  })

  it.each([
    ['fr', french],
    ['FR', french],
    ['fr-Latn-CA-x-own', french],
    ['vi-VN', vietnamese],
    ['ar-EG', arabic],
    ['de-AT', german],
    ['es-419', spanish],
    ['en-US', english],
  ])('of %s are the library’s', (tag, words) => {
    expect(findWords(tag, new Map())).toEqual({ words, foreign: false })
  })

  it.each(['it', 'fra', 'frr', 'e', '', 'constructor', '__proto__', 'toString-x'])(
    'of %o are English, and said to be foreign',
    (tag) => {
      const { words, foreign } = findWords(tag, new Map())
      expect(foreign).toBe(true)
      expect(words.contact).toBe(english.contact)
      // A label in a foreign language helps nobody.
      expect(words.credit).toBe('{credit}')
    },
  )

  it('are foreign until each of them is given', () => {
    const partial = findWords('it', own({ it: { contact: 'Ufficio stampa' } }))
    expect(partial.words.contact).toBe('Ufficio stampa')
    expect(partial.words.boilerplate).toBe(english.boilerplate)
    expect(partial.foreign).toBe(true)
    expect(findWords('it', own({ it: { ...french } }))).toEqual({ words: french, foreign: false })
    const { contact, ...rest } = french
    const inTwo = own({ it: rest, 'it-ch': { contact } })
    expect(findWords('it-CH', inTwo)).toEqual({ words: french, foreign: false })
    expect(findWords('it', inTwo).foreign).toBe(true)
  })

  it('leave the library’s as they were', () => {
    const before = structuredClone(french)
    findWords('fr', own({ fr: { contact: 'X' } }))
    expect(french).toEqual(before)
  })
})

describe('filling in', () => {
  it('takes values as they are', () => {
    const value = '$& $1 $` {title} {{date}} \\1 %s'
    expect(fillText('a {title} b {date}', { title: value, date: '{title}' })).toBe(
      `a ${value} b {title}`,
    )
  })

  it('repeats a place, and leaves out one without a value', () => {
    expect(fillText('{a}{a} – {a}', { a: 'x' })).toBe('xx – x')
    expect(fillText('{a}, {b}', { a: 'x' })).toBe('x, ')
    expect(fillText('{a}', {})).toBe('')
    expect(fill('{a}', {})).toEqual([])
  })

  it('leaves what is no place', () => {
    for (const text of ['', '{', '}', '{}', '{ a }', '{a-b}', '{{', 'a}b{c']) {
      expect(fillText(text, { a: 'x', b: 'y', c: 'z' })).toBe(text)
    }
    expect(fillText('{{a}}', { a: 'x' })).toBe('{x}')
  })

  it('keeps parts that are no text', () => {
    const link = { href: '/1' }
    expect(fill<object>('See {title}, {date}.', { title: link, date: '' })).toEqual([
      'See ',
      link,
      ', ',
      '.',
    ])
  })

  it('knows no place that is only part of every object', () => {
    expect(fillText('{constructor}{toString}{__proto__}', {})).toBe('')
  })

  it('has places for words alone', () => {
    expect(wordPlaces('corrected')).toEqual(expect.arrayContaining(['title', 'date']))
    for (const name of ['months', 'contact', 'nothing', 'toString', '__proto__']) {
      expect(wordPlaces(name)).toEqual([])
    }
  })
})

describe('the direction of writing', () => {
  // Unicode CLDR knows which script a language is written in.
  const scripts = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm']
  const isSaid = (tag: string) => scripts.includes(new Intl.Locale(tag).maximize().script ?? '')

  it.each([
    ...[
      'ar',
      'ar-EG',
      'AR-eg',
      'he',
      'he-IL',
      'fa',
      'fa-AF',
      'ur',
      'ur-IN',
      'ps',
      'sd',
      'ug',
      'yi',
    ],
    ...['dv', 'ckb', 'syr', 'nqo', 'mzn', 'lrc', 'glk', 'pnb', 'uz-Arab', 'az-Arab', 'ku-Arab'],
    ...['pa-Arab', 'pa-Arab-PK', 'ms-Arab', 'kk-Arab', 'ff-Adlm'],
  ])('of %s is from the right', (tag) => {
    expect(isSaid(tag)).toBe(true)
    expect(isRightToLeft(tag)).toBe(true)
  })

  it.each([
    ...['en', 'fr', 'fr-CA', 'vi', 'de', 'es', 'zh', 'zh-Hant', 'ru', 'hi', 'tr', 'id', 'haw'],
    ...[
      'ku',
      'pa',
      'az',
      'uz',
      'ms',
      'kk',
      'arn',
      'fab',
      'heh',
      'en-AR',
      'fr-PS',
      'es-AR',
      'pt-FA',
    ],
    ...['ar-Latn', 'ar-Latn-EG', 'he-Latn', 'fa-latn', 'uz-Latn', 'az-Cyrl'],
  ])('of %s is from the left', (tag) => {
    expect(isSaid(tag)).toBe(false)
    expect(isRightToLeft(tag)).toBe(false)
  })

  it('is that of the script where a language has several', () => {
    const tags = ['sd-Deva', 'ur-Deva', 'ug-Cyrl', 'ks', 'arz', 'ary', 'pa-PK', 'uz-AF']
    expect(tags.filter((tag) => isRightToLeft(tag) !== isSaid(tag))).toEqual([])
  })
})

function placesOf(word: string | readonly string[]): readonly string[] {
  return typeof word === 'string' ? [...word.matchAll(/\{\w+\}/g)].map(String).sort() : []
}

function dayOf(date: Date) {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }
}
