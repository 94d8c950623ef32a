import { tz } from '@date-fns/tz'
import { format } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, FeedError, toAtom, toJsonFeed, toRss } from 'pressfeed'
import type { CreateFeedOptions, Feed, FeedInput } from 'pressfeed'
import { fromMarkdown } from 'pressfeed/markdown'
import { Findings } from '../../src/create-feed/findings.js'
import { readLife } from '../../src/create-feed/read-life.js'
import { articleWith, clean, feedWith, said } from '../hostile/feed-with.js'

const life = (
  record: unknown,
  now: string | undefined,
  timeZone?: string,
  withdrawalNoticeInDays = 30,
) => readLife(record, { now, timeZone, withdrawalNoticeInDays, findings: new Findings() })

const embargo = '2026-03-02T08:00:00Z'
const published = '2026-03-01T00:00:00Z'

describe('where a record is in its life', () => {
  it.each([
    ['nothing said', {}, '2026-03-02T08:00:00Z', { state: 'in' }],
    ['long before', { embargo }, '2020-01-01T00:00:00Z', { state: 'held', next: embargo }],
    ['a second before', { embargo }, '2026-03-02T07:59:59Z', { state: 'held', next: embargo }],
    ['at the instant', { embargo }, '2026-03-02T08:00:00Z', { state: 'in' }],
    ['after it', { embargo }, '2027-01-01T00:00:00Z', { state: 'in' }],
    [
      'before it expires',
      { published, expires: embargo },
      '2026-03-02T07:59:59Z',
      { state: 'in', next: embargo },
    ],
    ['when it expires', { published, expires: embargo }, embargo, { state: 'gone', left: embargo }],
    [
      'within 30 days of its withdrawal',
      { published, withdrawn: { date: embargo } },
      '2026-04-01T07:59:59Z',
      { state: 'in', next: '2026-04-01T08:00:00Z' },
    ],
    [
      '30 days after it',
      { published, withdrawn: { date: embargo } },
      '2026-04-01T08:00:00Z',
      { state: 'gone', left: '2026-04-01T08:00:00Z' },
    ],
    [
      'the earlier end of two',
      { published, expires: '2026-03-10', withdrawn: { date: embargo } },
      '2026-03-09T00:00:00Z',
      { state: 'in', next: '2026-03-10T00:00:00Z' },
    ],
    [
      'held although it expires',
      { embargo, published, expires: '2026-03-01T12:00:00Z' },
      '2026-03-01T13:00:00Z',
      { state: 'held', next: embargo },
    ],
    [
      'called off before its hour',
      { embargo, published, withdrawn: { date: '2026-01-01' } },
      '2026-03-01T13:00:00Z',
      { state: 'gone' },
    ],
    [
      'an end before its beginning',
      { published, expires: '2026-02-01' },
      '2026-03-02T08:00:00Z',
      { state: 'in' },
    ],
  ] as const)('%s', (_, record, now, wanted) => {
    expect(life(record, now)).toEqual(wanted)
  })

  it.each(['null', 'undefined', 'text', 'a number', 'a list'])(
    '%s is in, for others to refuse',
    (name) => {
      const records = { null: null, undefined, text: 'x', 'a number': 7, 'a list': [embargo] }
      expect(life(records[name as 'null'], embargo)).toEqual({ state: 'in' })
    },
  )

  it('without a present, an embargo holds and nothing else does', () => {
    expect(life({ embargo: '2000-01-01' }, undefined).state).toBe('held')
    expect(life({ published, expires: '2026-03-02' }, undefined)).toEqual({ state: 'in' })
    expect(life({ published, withdrawn: { date: '2026-03-02' } }, undefined).state).toBe('in')
  })
})

describe('fractions of a second', () => {
  it.each([
    ['2026-03-02T08:00:00.001Z', '2026-03-02T08:00:01Z'],
    ['2026-03-02T08:00:00.5Z', '2026-03-02T08:00:01Z'],
    ['2026-03-02T08:00:00,999Z', '2026-03-02T08:00:01Z'],
    ['2026-03-02T08:00:00.000Z', '2026-03-02T08:00:00Z'],
    ['2026-03-02T23:59:59.9Z', '2026-03-03T00:00:00Z'],
  ])('%s ends at %s', (value, next) => {
    const before = new Date(Date.parse(next) - 1000).toISOString().replace('.000', '')
    expect(life({ embargo: value }, before)).toEqual({ state: 'held', next })
    expect(life({ embargo: value }, next)).toEqual({ state: 'in' })
    const date = new Date(value.replace(',', '.'))
    expect(life({ embargo: date }, before)).toEqual({ state: 'held', next })
  })

  it('of the present do not count', () => {
    const input = held({ embargo, published: embargo })
    expect(titles(input, { now: '2026-03-02T07:59:59.999Z' })).toEqual([])
    expect(titles(input, { now: new Date('2026-03-02T07:59:59.999Z') })).toEqual([])
    expect(titles(input, { now: embargo })).toEqual(['One'])
  })

  it.each([
    '9999-12-31',
    '9999-12-31T23:59:59Z',
    '9999-12-31T23:59:59.999Z',
    new Date('9999-12-31T23:59:59.997Z'),
  ])('at the end of time hold: %s', (end) => {
    expect(titles(held({ embargo: end, published: end }), { now: '2026-03-02' })).toEqual([])
  })
})

describe('zones and changes of clocks', () => {
  // What another library makes of the same wall clock.
  const wall = (instant: string, zone: string) =>
    format(new Date(instant), 'yyyy-MM-dd HH:mm', { in: tz(zone) })

  it.each([
    ['Europe/Paris', '2026-03-02 09:00', '2026-03-02T08:00:00Z'],
    ['Europe/Paris', '2026-07-02 09:00', '2026-07-02T07:00:00Z'],
    ['Europe/Paris', '2026-03-29 03:00', '2026-03-29T01:00:00Z'],
    ['Asia/Ho_Chi_Minh', '2026-03-02 09:00', '2026-03-02T02:00:00Z'],
    ['America/New_York', '2026-03-08 03:00', '2026-03-08T07:00:00Z'],
    ['Africa/Cairo', '2026-03-02 09:00', '2026-03-02T07:00:00Z'],
    ['Australia/Lord_Howe', '2026-03-02 09:00', '2026-03-01T22:00:00Z'],
  ])('%s: %s is %s', (timeZone, value, next) => {
    expect(wall(next, timeZone)).toBe(value)
    expect(life({ embargo: value }, '2026-01-01T00:00:00Z', timeZone).next).toBe(next)
    expect(life({ embargo: value }, next, timeZone).state).toBe('in')
  })

  it('an hour that was skipped or came twice refuses, and does not publish', () => {
    for (const [value, code] of [
      ['2026-03-29 02:30', 'impossible-date'],
      ['2026-10-25 02:30', 'ambiguous-date'],
    ] as const) {
      const input = {
        ...held({ embargo: value, published: '2026-12-01' }),
        timeZone: 'Europe/Paris',
      }
      for (const now of ['2026-01-01', '2027-01-01']) {
        expect(errors(input, { now })).toEqual([`${code} articles[0].embargo`])
      }
    }
  })

  it('a zone of its own goes before that of the newsroom', () => {
    const record = { embargo: '2026-03-02T09:00+07:00' }
    expect(life(record, '2026-01-01T00:00:00Z', 'Europe/Paris').next).toBe('2026-03-02T02:00:00Z')
  })

  it('an hour without any zone refuses', () => {
    expect(errors(held({ embargo: '2026-03-02 09:00' }), { now: '2026-01-01' })).toEqual([
      'date-without-zone articles[0].embargo',
    ])
  })

  it('the present is read in the newsroom’s zone too', () => {
    const input = { ...held({ embargo: '2026-03-02 09:00', published: '2026-03-02 09:00' }) }
    const inParis = { ...input, timeZone: 'Europe/Paris' }
    expect(titles(inParis, { now: '2026-03-02 08:59' })).toEqual([])
    expect(titles(inParis, { now: '2026-03-02 09:00' })).toEqual(['One'])
  })
})

describe('an embargo that cannot be used', () => {
  const unusable: readonly unknown[] = [
    ...[
      'soon',
      ' ',
      '2026-3-2',
      '02/03/2026',
      '20260302',
      '2026-03-02 9:00',
      '2026-03-02T09:00 CET',
    ],
    ...[
      '2026-02-30',
      '2026-03-02T24:00Z',
      'true',
      20260302,
      1772438400000,
      0,
      NaN,
      true,
      false,
      {},
    ],
    ...[[], [embargo], { until: embargo }, { date: embargo }, new Date(NaN), 5n, Symbol('x')],
    () => embargo,
    new Map([['until', embargo]]),
  ]

  it.each(unusable.map((value) => [typeof value, value] as const))(
    'refuses, and never publishes (%s, %o)',
    (_, value) => {
      for (const now of ['2020-01-01', '2030-01-01', undefined]) {
        const found = checkFeed(articleWith({ embargo: value }), { now })
        expect(
          found.filter(({ severity }) => severity === 'error').map(({ path }) => path),
        ).toEqual(['articles[0].embargo'])
        expect(() => createFeed(articleWith({ embargo: value }), { now })).toThrow(FeedError)
      }
    },
  )

  it.each([undefined, null])('is not there if it is %o', (value) => {
    expect(createFeed(articleWith({ embargo: value }))).toEqual(createFeed(clean))
  })

  it('refuses without a present, once', () => {
    const input = feedWith({
      articles: [1, 2].map((n) => ({ ...clean.articles[0], link: `/${n}`, embargo: '2020-01-01' })),
    })
    expect(errors(input)).toEqual(['missing-field now'])
    expect(errors(input, { now: 'today' })).toEqual(['unreadable-date now'])
  })

  it('refuses a publication before its end', () => {
    const now = '2026-03-05'
    expect(errors(held({ embargo: '2026-03-03', published: '2026-03-02' }), { now })).toEqual([
      'published-before-embargo articles[0].published',
    ])
    expect(titles(held({ embargo: '2026-03-02', published: '2026-03-03' }), { now })).toEqual([
      'One',
    ])
  })
})

describe('a misspelt embargo', () => {
  it.each([
    ...['Embargo', 'EMBARGO', 'embargoed', 'embargoUntil', 'embargo_until', 'embargo-until'],
    ...['emabrgo', 'embrago', 'embago', 'embarg', 'embargos', 'imbargo', 'emargo', 'underEmbargo'],
    ...['embargó', '\u0435mbargo', 'embargo ', 'pressEmbargoEndsAtThisVeryHourAndNotBefore'],
  ])('refuses: %o', (name) => {
    for (const value of [embargo, '', null, 'soon']) {
      expect(errors(articleWith({ [name]: value }), { now: '2026-03-05' })).toEqual([
        `misspelt-embargo articles[0].${name}`.trim(),
      ])
    }
  })

  it('refuses where two slips come together', () => {
    // The last has two letters more, each of which JavaScript counts as two.
    for (const name of [
      'embagoUntil',
      'embrago until',
      'embar',
      'emmbarrgoUntil',
      'em𝐞bar𝐞goUntil',
    ]) {
      expect(errors(articleWith({ [name]: embargo }), { now: '2026-03-05' })).toHaveLength(1)
    }
  })

  it.each([
    ['of the feed', { ...clean, embargo }],
    ['in a dateline', articleWith({ dateline: { place: 'PARIS', embargo } })],
    ['in a correction', articleWith({ corrections: [{ date: '2026-03-03', note: 'A', embargo }] })],
    ['in a picture', articleWith({ images: [{ url: '/a.jpg', alt: 'A', caption: 'A', embargo }] })],
  ])('refuses at another place: %s', (_, input) => {
    expect(errors(input, { now: '2026-03-05' })).toHaveLength(1)
  })

  it('is none in one’s own data', () => {
    expect(errors(articleWith({ data: { embargo } }), { now: '2026-03-05' })).toEqual([])
  })
})

describe('an embargo in front matter', () => {
  const input = (line: string) => {
    const { article } = fromMarkdown(
      `---\ntitle: SECRET\nlink: /SECRET\npublished: 2026-09-02 09:00\n${line}\n---\nSECRET\n`,
    )
    return { ...clean, timeZone: 'Europe/Paris', articles: [clean.articles[0], article] }
  }
  const now = '2026-03-05'

  it.each([
    ...['embargo: 2026-09-02 09:00', 'embargo: "2026-09-02 09:00"', "'embargo': 2026-09-02"],
    ...[
      'embargo : 2026-09-02 09:00',
      'embargo: 2026-09-02 09:00 # nine',
      'embargo: >-\n  2026-09-02',
    ],
  ])('holds: %o', (line) => {
    const feed = createFeed(input(line) as FeedInput, { now })
    expect(everything(feed)).not.toContain('SECRET')
    expect(feed.articles).toHaveLength(1)
  })

  it.each([
    ...['embargo: yes', 'embargo: 2 September', 'embargo: 2026-9-2', 'embargo: [2026-09-02]'],
    ...['embargo:\n  until: 2026-09-02', 'Embargo: 2026-09-02', 'embargo_until: 2026-09-02'],
  ])('refuses: %o', (line) => {
    expect(errors(input(line) as FeedInput, { now })).toHaveLength(1)
  })

  it.each(['embargo:', 'embargo: # 2 September'])('refuses if it was left empty: %o', (line) => {
    const { issues } = fromMarkdown(`---\ntitle: A\n${line}\n---\n`)
    const ofFile = said(issues.filter(({ severity }) => severity === 'error'))
    expect(ofFile).toEqual(['empty-embargo embargo'])
  })
})

describe('what is under embargo', () => {
  const now = '2026-03-05'
  const secret = {
    title: 'SECRET',
    link: '/SECRET',
    id: 'tag:newsroom.example,2026:SECRET',
    published: '2026-03-10',
    embargo: '2026-03-10',
    translationKey: 'k',
    replaces: '/1',
    body: '<p>SECRET</p><script>SECRET</script>',
    tags: ['SECRET, SECRET'],
    summary: '<b>SECRET</b>',
    images: [{ url: '/SECRET.jpg' }, { url: 'javascript:SECRET' }],
    attachments: [{ url: '/SECRET' }],
    contacts: [{ email: 'SECRET' }],
    subjects: ['SECRET'],
    corrections: [{ date: 'SECRET', note: 'SECRET' }],
    language: 'SECRET',
    SECRET: 'SECRET',
  }
  const around = {
    ...clean.articles[0],
    translationKey: 'k',
    replaces: ['/SECRET', 'tag:newsroom.example,2026:SECRET'],
    translations: [{ language: 'fr', link: '/SECRET' }],
  }

  it('is nowhere in what is made, and nothing is said of it', () => {
    const without = { ...around, replaces: undefined, translations: undefined }
    for (const articles of [
      [around, secret],
      [secret, around],
    ]) {
      const feed = createFeed(feedWith({ articles }), { now })
      expect(everything(feed)).not.toContain('SECRET')
      expect(everything({ ...feed, nextChange: undefined })).toBe(
        everything(createFeed(feedWith({ articles: [without] }), { now })),
      )
    }
  })

  it('is all there from its hour on', () => {
    const whole = { ...clean.articles[0], title: 'SECRET', link: '/SECRET', embargo: '2026-03-10' }
    const input = feedWith({
      articles: [
        around,
        { ...whole, published: '2026-03-10', translationKey: 'k', language: 'fr' },
      ],
      allTranslations: true,
    })
    const at = createFeed(input, { now: '2026-03-10' })
    expect(at.articles.map(({ title }) => title)).toEqual(['SECRET', 'One'])
    expect(at.articles[1]?.translations.map(({ link }) => link)).toEqual([
      'https://newsroom.example/SECRET',
    ])
  })

  it('does not refuse the feed at its hour where it was called off before', () => {
    const record = { ...clean.articles[0], embargo: '2026-03-10', published: '2026-03-10' }
    const input = held({ ...record, withdrawn: { date: '2026-03-05' } })
    expect(errors(input, { now })).toEqual([])
    expect(errors(input, { now: '2026-03-10' })).toEqual([])
  })

  it('is not held by being withdrawn, nor withdrawn while it is held', () => {
    const both = { ...secret, withdrawn: { date: '2026-03-11' }, language: 'en' }
    expect(everything(createFeed(feedWith({ articles: [around, both] }), { now }))).not.toContain(
      'SECRET',
    )
  })
})

describe('the feed as a whole', () => {
  const [article] = clean.articles
  const records = [
    { ...article, embargo: '2026-03-01' },
    { ...article, title: 'Two', link: '/2', published: '2026-04-02', embargo: '2026-04-01' },
    { ...article, title: 'Three', link: '/3', published: '2026-03-03', expires: '2026-03-20' },
    {
      ...{ ...article, title: 'Four', link: '/4', published: '2026-03-04' },
      withdrawn: { date: '2026-03-10', announce: false },
    },
  ]
  const at = (now: string) => createFeed(feedWith({ articles: records }), { now })

  it.each([
    ['2026-03-15', 3, '2026-03-10T00:00:00Z', '2026-03-20T00:00:00Z'],
    ['2026-03-20', 2, '2026-03-20T00:00:00Z', '2026-04-01T00:00:00Z'],
    ['2026-04-02', 3, '2026-04-02T00:00:00Z', '2026-04-09T00:00:00Z'],
    ['2026-04-09', 2, '2026-04-09T00:00:00Z', undefined],
    ['2030-01-01', 2, '2026-04-09T00:00:00Z', undefined],
  ])('at %s', (now, count, updated, nextChange) => {
    const feed = at(now)
    expect([feed.articles.length, feed.updated, feed.nextChange]).toEqual([
      count,
      updated,
      nextChange,
    ])
  })

  it('stays the same until `nextChange`, and is another one from then on', () => {
    let now = '2026-03-15T00:00:00Z'
    for (let changes = 0; changes < 3; changes += 1) {
      const feed = at(now)
      const next = String(feed.nextChange)
      const before = new Date(Date.parse(next) - 1000).toISOString()
      const ids = ({ articles }: Feed) => articles.map(({ id }) => id)
      expect(ids(at(before))).toEqual(ids(feed))
      expect(ids(at(next))).not.toEqual(ids(feed))
      now = next
    }
    expect(at(now).nextChange).toBeUndefined()
  })

  it('does not know of changes without a present', () => {
    const feed = createFeed(feedWith({ articles: records.slice(2) }))
    expect(feed.articles).toHaveLength(2)
    expect(feed.nextChange).toBeUndefined()
  })

  it('keeps a notice as long as the newsroom wants', () => {
    const input = articleWith({ withdrawn: { date: '2026-03-03', announce: false } })
    const count = (days: number, now: string) =>
      createFeed({ ...input, updated: '2026-01-01', withdrawalNoticeInDays: days }, { now })
        .articles.length
    expect([count(1, '2026-03-03T23:59:59Z'), count(1, '2026-03-04')]).toEqual([1, 0])
    expect([count(365, '2027-03-02'), count(365, '2027-03-03')]).toEqual([1, 0])
    expect(count(Number.MAX_SAFE_INTEGER, '9999-12-31')).toBe(1)
  })

  it('announces and goes together', () => {
    const input = articleWith({ withdrawn: { date: '2026-03-03' } })
    expect(createFeed(input, { now: '2026-03-10' }).articles).toHaveLength(2)
    expect(createFeed(input, { now: '2026-04-10' }).articles).toHaveLength(0)
    expect(createFeed(input, { now: '2026-04-10' }).updated).toBe('2026-04-02T00:00:00Z')
  })
})

describe('language versions in one feed', () => {
  const [article] = clean.articles
  const en = { ...article, title: 'One', link: '/en', language: 'en', translationKey: 'k' }
  const fr = { ...en, title: 'Un', link: '/fr', language: 'fr' }
  const vi = { ...en, title: 'Một', link: '/vi', language: 'vi' }
  const shown = (articles: readonly object[], options: CreateFeedOptions = {}, more = {}) =>
    createFeed({ ...feedWith({ articles, updated: '2026-01-01' }), ...more }, options).articles.map(
      ({ title }) => title,
    )

  it('are one: that which came first, else that of the feed’s language', () => {
    expect(shown([fr, vi, en])).toEqual(['One'])
    expect(shown([fr, vi, en], {}, { language: 'vi' })).toEqual(['Một'])
    expect(shown([fr, vi, en], {}, { language: 'fr-CA' })).toEqual(['Un'])
    expect(shown([{ ...en, published: '2026-03-03' }, fr])).toEqual(['Un'])
    expect(shown([fr, vi, en], {}, { allTranslations: true })).toEqual(['Un', 'Một', 'One'])
    // A translation that comes later does not take the place of what came first.
    expect(shown([fr, { ...en, published: '2026-03-03' }])).toEqual(['Un'])
    const canadian = { ...fr, title: 'Un (CA)', link: '/fr-CA', language: 'fr-CA' }
    for (const both of [
      [fr, canadian],
      [canadian, fr],
    ]) {
      expect(shown(both, {}, { language: 'fr-CA' })).toEqual(['Un (CA)'])
      expect(shown(both, {}, { language: 'fr-BE' })).toEqual(['Un'])
    }
  })

  it('are what has one key: articles without are each shown, and nothing to each other', () => {
    const keyless = [en, fr, vi].map((each) => ({ ...each, translationKey: undefined }))
    expect(shown(keyless)).toHaveLength(3)
    const keyed = [en, fr].map((each) => ({ ...each, link: `${each.link}/2` }))
    expect(shown([...keyless, ...keyed])).toHaveLength(4)
    for (const { translations } of createFeed(feedWith({ articles: keyless })).articles) {
      expect(translations).toEqual([])
    }
  })

  it('take with them what announces something of them', () => {
    const corrections = [{ date: '2026-03-03', note: 'A.', announce: true }]
    expect(shown([en, { ...fr, corrections }])).toEqual(['One'])
    expect(shown([{ ...en, corrections }, fr])).toEqual(['Correction: One', 'One'])
    expect(shown([fr, vi, en], {}, { language: ' vi ' })).toEqual(
      shown([fr, vi, en], {}, { language: 'vi' }),
    )
  })

  it('know each other, shown or not', () => {
    const [only] = createFeed(feedWith({ articles: [vi, fr, en] })).articles
    expect(only?.translations.map(({ language, link }) => [language, link])).toEqual([
      ['fr', 'https://newsroom.example/fr'],
      ['vi', 'https://newsroom.example/vi'],
    ])
  })

  it('give way when one is held or expired, or its notice ended', () => {
    const now = '2026-03-20'
    const later = { published: '2026-04-01', embargo: '2026-04-01' }
    expect(shown([{ ...en, ...later }, fr], { now })).toEqual(['Un'])
    expect(shown([{ ...en, ...later }, fr], { now: '2026-04-01' })).toEqual(['Un'])
    expect(shown([{ ...en, expires: '2026-03-10' }, fr], { now })).toEqual(['Un'])
    const withdrawn = { date: '2026-03-10', title: 'Gone', announce: false }
    // A notice keeps the place as long as it stays.
    expect(shown([{ ...en, withdrawn }, fr], { now })).toEqual(['Gone'])
    expect(shown([{ ...en, withdrawn }, fr], { now: '2026-04-10' })).toEqual(['Un'])
  })

  it('that were never shown are not said to be withdrawn', () => {
    const withdrawn = { date: '2026-03-10' }
    expect(shown([en, { ...fr, published: '2026-03-03', withdrawn }])).toEqual(['One'])
  })

  it('do not vanish in silence where one key is given twice in a language', () => {
    const copied = { ...en, title: 'Two', link: '/two', published: '2026-03-03' }
    const feed = createFeed(feedWith({ articles: [en, copied] }))
    expect([feed.articles.length, feed.issues.length]).not.toEqual([1, 0])
  })
})

describe('an id that no document can carry', () => {
  it.each([
    ['withdrawn', { withdrawn: { date: '2026-03-10', reason: 'Wrong figures' } }],
    ['corrected', { corrections: [{ date: '2026-03-10', note: 'Figures', announce: true }] }],
  ])('is refused where the record is %s and announces that', (_, members) => {
    // Half a surrogate pair: no UTF-8 has it, and the id of the announcement is made of the bytes.
    expect(
      errors(articleWith({ published, id: 'tag:energy.example,2026:\uD800', ...members })),
    ).toEqual(['invalid-id articles[0].id'])
  })
})

const held = (members: Readonly<Record<string, unknown>>): FeedInput => ({
  ...articleWith(members),
  updated: '2026-01-01T00:00:00Z',
})

function titles(input: FeedInput, options: CreateFeedOptions): readonly string[] {
  return createFeed(input, options).articles.map(({ title }) => title)
}

function errors(input: FeedInput, options: CreateFeedOptions = {}): readonly string[] {
  return said(checkFeed(input, options).filter(({ severity }) => severity === 'error'))
}

/** All that anybody can get of a feed. */
function everything(feed: Feed): string {
  return [JSON.stringify(feed), toRss(feed), toAtom(feed), toJsonFeed(feed)].join('\n')
}
