import { describe, expect, it } from 'vitest'
import { lintArticle, missingTranslations, type LintRules } from '../../src/create-feed/lint.js'
import type { Article } from '../../src/model/feed.js'

const rules: LintRules = {
  titleLength: 110,
  credit: true,
  contact: true,
  boilerplate: true,
  translation: true,
  languages: undefined,
}
const fine = {
  title: 'The works opens a plant',
  summary: 'The works opens a plant in Lyon.',
  images: [],
  contacts: [{ name: 'Press office', email: 'press@newsroom.example' }],
}
const look = (article: object, other: Partial<LintRules> = {}) =>
  lintArticle({ ...fine, ...article } as unknown as Article, { ...rules, ...other })
const codes = (article: object, other: Partial<LintRules> = {}) =>
  look(article, other).map(({ code, field }) => `${code} ${field}`)

it('nothing is said of what has everything', () => {
  expect(look({})).toEqual([])
})

describe('a title', () => {
  it('is long from one character more than it may have, counted as people do', () => {
    expect(codes({ title: 'x'.repeat(110) })).toEqual([])
    expect(codes({ title: '😀'.repeat(110) })).toEqual([])
    expect(look({ title: 'x'.repeat(111) })).toEqual([
      {
        code: 'long-title',
        field: 'title',
        message: 'The title has 111 characters: expected at most 110, as many readers show no more',
      },
    ])
    expect(codes({ title: 'xxxx' }, { titleLength: 3 })).toEqual(['long-title title'])
  })
})

describe('a picture', () => {
  const images = [
    { url: 'https://newsroom.example/1.jpg', credit: 'Office' },
    { url: 'https://newsroom.example/2.jpg', credit: undefined },
  ]

  it('is missed a credit', () => {
    expect(look({ images })).toEqual([
      {
        code: 'picture-without-credit',
        field: 'images[1].credit',
        message: 'No credit for "https://newsroom.example/2.jpg": expected who made the picture',
      },
    ])
  })

  it('is not, where nobody asks', () => {
    expect(codes({ images }, { credit: false })).toEqual([])
  })
})

describe('a contact', () => {
  it.each([[[]], [[{ name: 'Press office' }]]])('%j is none', (contacts) => {
    expect(look({ contacts })).toEqual([
      {
        code: 'no-contact',
        field: 'contacts',
        message: 'No contact: expected whom to ask, with an e-mail address or a telephone number',
      },
    ])
    expect(codes({ contacts }, { contact: false })).toEqual([])
  })

  it.each(['email', 'phone', 'url'])('may have only %s', (name) => {
    expect(codes({ contacts: [{ name: 'A' }, { name: 'B', [name]: 'x' }] })).toEqual([])
  })
})

describe('a summary', () => {
  const boilerplate = '<p>The works <b>builds</b> rotors since 1890, in Lyon and elsewhere.</p>'

  it.each([
    'New: the works builds rotors since 1890.',
    'THE WORKS, BUILDS: ROTORS SINCE 1890',
    'The works builds rotors since 1890, in Lyon and elsewhere.',
  ])('%s holds the boilerplate', (summary) => {
    expect(look({ summary, boilerplate })).toEqual([
      {
        code: 'boilerplate-in-summary',
        field: 'summary',
        message: 'The summary holds the boilerplate: expected what is new in this release',
      },
    ])
    expect(codes({ summary, boilerplate }, { boilerplate: false })).toEqual([])
  })

  it.each([
    'The works builds rotors since 18901.',
    'Bathe works builds rotors since 1890',
    'The works builds rotors.',
    '',
  ])('%s does not', (summary) => {
    expect(codes({ summary, boilerplate })).toEqual([])
  })

  it('does not hold a boilerplate of two words or none', () => {
    expect(codes({ summary: 'The works', boilerplate: 'The works' })).toEqual([])
    expect(codes({ summary: 'The works', boilerplate: '–' })).toEqual([])
    expect(codes({ summary: 'The works builds', boilerplate: 'The works builds' })).toEqual([
      'boilerplate-in-summary summary',
    ])
  })

  it('may write letters in either form of Unicode', () => {
    expect(codes({ summary: 'L’e\u0301te\u0301 est là', boilerplate: 'L’été est là.' })).toEqual([
      'boilerplate-in-summary summary',
    ])
  })
})

it.each(['announces', 'withdrawn'])('nothing is missed of an article that has %s', (name) => {
  const article = { title: 'x'.repeat(200), contacts: [], [name]: 'x' }
  expect(codes(article)).toEqual([])
})

describe('a translation', () => {
  const article = (id: string, inLanguage: string, translationKey?: string, other: object = {}) =>
    ({
      id,
      title: id,
      link: id,
      published: '2026-03-02',
      inLanguage,
      replaces: [],
      translationKey,
      ...other,
    }) as unknown as Parameters<typeof missingTranslations>[0][number]
  const missing = (
    articles: readonly ReturnType<typeof article>[],
    ofFeeds: readonly string[],
    other: Partial<LintRules> = {},
  ) =>
    missingTranslations(articles, { ...rules, ...other }, ofFeeds).map(
      ({ code, field, message, article: { id } }) => [id, code, field, message],
    )
  const said = (id: string, languages: string) => [
    id,
    'translation-missing',
    'translationKey',
    `Not there in ${languages}: expected a translation with the same translationKey`,
  ]

  it('is missed in the languages of the feeds, of articles with a key', () => {
    expect(missing([article('a', 'en', 'k'), article('b', 'en')], ['en', 'fr', 'de'])).toEqual([
      said('a', 'fr, de'),
    ])
    expect(missing([article('a', 'en', 'k'), article('b', 'fr', 'k')], ['en', 'fr'])).toEqual([])
    expect(missing([article('a', 'en', 'k')], [])).toEqual([])
  })

  it('is missed of every article where languages are named', () => {
    const languages = ['fr']
    expect(missing([article('a', 'en'), article('b', 'fr')], ['en'], { languages })).toEqual([
      said('a', 'fr'),
    ])
  })

  it('is said of the version that came out first', () => {
    const [late, early] = [
      article('late', 'en', 'k', { published: '2026-03-03' }),
      article('early', 'fr', 'k'),
    ]
    for (const order of [
      [late, early],
      [early, late],
    ]) {
      expect(missing(order, ['de'])).toEqual([said('early', 'de')])
    }
  })

  // RFC 4647, section 3.3.1: a range matches what begins with it and a hyphen, in any case.
  it('is there in a language of a region, not in one that only begins alike', () => {
    expect(missing([article('a', 'fr-CA', 'k')], ['FR'])).toEqual([])
    expect(missing([article('a', 'FR', 'k')], ['fr'])).toEqual([])
    expect(missing([article('a', 'fry', 'k')], ['fr'])).toEqual([said('a', 'fr')])
    expect(missing([article('a', 'fr', 'k')], ['fr-CA'])).toEqual([said('a', 'fr-CA')])
  })

  it('is not missed of what announces or was withdrawn, nor where nobody asks', () => {
    expect(missing([article('a', 'en', 'k', { announces: 'x' })], ['fr'])).toEqual([])
    expect(missing([article('a', 'en', 'k', { withdrawn: {} })], ['fr'])).toEqual([])
    expect(missing([article('a', 'en', 'k')], ['fr'], { translation: false })).toEqual([])
  })

  it('with a key is no version of an article whose id is like the key', () => {
    const articles = [article('k', 'en'), article('b', 'en', 'k')]
    expect(missing(articles, [], { languages: ['fr'] })).toEqual([said('k', 'fr'), said('b', 'fr')])
  })
})
