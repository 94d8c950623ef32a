import { format } from 'date-fns'
import { ar, enGB, fr, vi } from 'date-fns/locale'
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { describe, expect, it } from 'vitest'
import {
  checkFeed,
  createFeed,
  toAtom,
  toJsonFeed,
  toRss,
  type Feed,
  type FeedInput,
} from 'pressfeed'
import { selfOf } from '../fixtures/inputs.js'
import { jsonValues, readArticles, readBack } from '../hostile/documents.js'
import { articleWith, clean, feedWith } from '../hostile/feed-with.js'
import { values } from '../hostile/read-xml.js'

const [article] = clean.articles
const second = { ...article, title: 'Two', link: '/2', published: '2026-03-03' }
const one = 'https://newsroom.example/1'
const two = 'https://newsroom.example/2'

/** What people see of an item: its paragraphs as text, and where its links lead. */
function seen(feed: Feed, link = one) {
  const html = feed.articles.find((each) => each.link === link && !each.announces)?.content
  return read(String(html))
}

describe('a correction', () => {
  it('is the first paragraph, label and note', () => {
    const feed = createFeed(articleWith({ corrections: [{ date: '2026-03-04', note: 'A & <b>' }] }))
    expect(seen(feed).lines).toEqual(['Correction, 4 March 2026: A & <b>', 'The text.'])
    expect(seen(feed).strong).toEqual(['Correction, 4 March 2026:'])
    expect(feed.articles).toHaveLength(1)
    expect(feed.articles[0]?.updated).toBe('2026-03-04T00:00:00Z')
    expect(feed.articles[0]?.published).toBe('2026-03-02T00:00:00Z')
  })

  it('stands among others, the newest first, in whatever order they were given', () => {
    const [a, b, c] = [
      { date: '2026-03-04', note: 'First.' },
      { date: '2026-03-05T10:00Z', note: 'Second.' },
      { date: new Date('2026-03-05T10:01:00Z'), note: 'Third.' },
    ] as const
    const wanted = ['Third.', 'Second.', 'First.']
    for (const corrections of [
      [a, b, c],
      [c, b, a],
      [b, a, c],
      [b, c, a],
    ]) {
      const feed = createFeed(articleWith({ corrections }))
      expect(
        seen(feed)
          .lines.slice(0, 3)
          .map((line) => line.split(': ')[1]),
      ).toEqual(wanted)
      expect(feed.articles[0]?.corrections.map(({ note }) => note)).toEqual(wanted)
      expect(feed.articles[0]?.updated).toBe('2026-03-05T10:01:00Z')
    }
  })

  it('does not move `updated` back', () => {
    const corrections = [{ date: '2026-03-04', note: 'A.' }]
    const feed = createFeed(articleWith({ updated: '2026-03-09', corrections }))
    expect(feed.articles[0]?.updated).toBe('2026-03-09T00:00:00Z')
  })

  it('has the day of the feed’s time zone', () => {
    const corrections = [{ date: '2026-03-03T18:00:00Z', note: 'A.' }]
    const at = (timeZone: string) =>
      seen(createFeed({ ...articleWith({ corrections }), timeZone })).strong
    expect(at('Asia/Ho_Chi_Minh')).toEqual(['Correction, 4 March 2026:'])
    expect(at('America/New_York')).toEqual(['Correction, 3 March 2026:'])
  })

  it('keeps the summary', () => {
    const feed = createFeed(articleWith({ corrections: [{ date: '2026-03-04', note: 'A.' }] }))
    expect(feed.articles[0]?.summary).toBe('The text.')
  })
})

it('what is wrong with an author is said once, however many items have it', () => {
  const input = articleWith({
    authors: ['<b>Office</b>'],
    corrections: ['2026-03-03', '2026-03-04'].map((date) => ({ date, note: date, announce: true })),
  })
  expect(checkFeed(input).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'markup-in-text articles[0].authors[0]',
  ])
})

describe('an announced correction', () => {
  const corrections = [
    { date: '2026-03-04', note: 'Loud.', announce: true },
    { date: '2026-03-05', note: 'Quiet.' },
  ]
  const announced = () => {
    const feed = createFeed(articleWith({ corrections }))
    const [told] = feed.articles.filter(({ announces }) => announces !== undefined)
    const [item] = feed.articles.filter(({ announces }) => announces === undefined)
    return { feed, told, item }
  }

  it('is an item of its own, with an id of its own', () => {
    const { feed, told, item } = announced()
    expect(feed.articles).toHaveLength(2)
    expect(told?.title).toBe('Correction: One')
    expect(told?.announces).toBe(item?.id)
    expect(told?.id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(told?.id).not.toBe(item?.id)
    expect(told?.link).toBe(one)
  })

  it('says the note and leads to the release', () => {
    const { told } = announced()
    const { lines, links } = read(String(told?.content))
    expect(lines).toEqual(['This press release of 2 March 2026 has been corrected: “One”', 'Loud.'])
    expect(links).toEqual([[one, 'One']])
    expect(told?.summary).toBe('Loud.')
  })

  it('keeps its id whatever else is changed', () => {
    const { told } = announced()
    const idOf = (members: object, of: object = {}) =>
      createFeed({ ...articleWith({ corrections, ...members }), ...of }).articles.find(
        ({ announces }) => announces !== undefined,
      )?.id
    expect(idOf({})).toBe(told?.id)
    expect(idOf({ title: 'Other', body: '<p>Other</p>', updated: '2026-03-09' })).toBe(told?.id)
    expect(idOf({ language: 'fr' })).toBe(told?.id)
    expect(idOf({ corrections: [...corrections].reverse() })).toBe(told?.id)
    expect(idOf({ corrections: [{ ...corrections[0], note: 'Reworded.' }] })).toBe(told?.id)
    expect(idOf({ corrections: [{ ...corrections[0], date: '2026-03-04T01:00+01:00' }] })).toBe(
      told?.id,
    )
    expect(idOf({ corrections: [{ ...corrections[0], date: '2026-03-06' }] })).not.toBe(told?.id)
    expect(idOf({ link: '/other' })).not.toBe(told?.id)
  })

  it('has none of the article’s pictures, documents, sections', () => {
    const feed = createFeed(everything({ corrections, withdrawn: undefined }))
    const [told] = feed.articles.filter(({ announces }) => announces !== undefined)
    expect(told?.title).toContain('TITLE')
    expect(told?.images).toEqual([])
    expect(told?.attachments).toEqual([])
    for (const word of markers.filter((each) => each !== 'TITLE')) {
      expect([word, JSON.stringify(told).includes(word)]).toEqual([word, false])
    }
  })

  it('says only what is to be announced', () => {
    const both = [corrections[0], { ...corrections[1], date: corrections[0]?.date }]
    const feed = createFeed(articleWith({ corrections: both }))
    const [told] = feed.articles.filter(({ announces }) => announces !== undefined)
    expect(read(String(told?.content)).lines).toContain('Loud.')
    expect(read(String(told?.content)).lines).not.toContain('Quiet.')
  })

  it('has the notes of one moment together, and their words in its summary', () => {
    const [loud] = corrections
    const both = [{ ...loud }, { ...loud, note: 'Louder.' }]
    const feed = createFeed(articleWith({ corrections: both }))
    const told = feed.articles.filter(({ announces }) => announces !== undefined)
    expect(told.map(({ summary }) => summary)).toEqual(['Loud. Louder.'])
    expect(read(String(told[0]?.content)).lines.slice(1)).toEqual(['Loud.', 'Louder.'])
  })

  it('is no other version of its article', () => {
    const feed = createFeed({
      ...articleWith({ corrections, translationKey: 'k' }),
      allTranslations: true,
    })
    expect(feed.articles).toHaveLength(2)
    expect(feed.issues).toEqual([])
  })

  it('arrives in all formats', () => {
    const { feed, told, item } = announced()
    const { rss, atom, json } = readArticles(readBack(feed))
    for (const list of [rss, atom, json]) {
      expect(list.map(({ id, title, link }) => [id, title, link])).toEqual([
        [told?.id, 'Correction: One', one],
        [item?.id, 'One', one],
      ])
    }
    expect(jsonValues(readBack(feed).json, 'items/_press/announces')).toEqual([item?.id])
  })
})

describe('a replacement', () => {
  it('is said on both sides, in words and as data', () => {
    const feed = createFeed(feedWith({ articles: [article, { ...second, replaces: '/1' }] }))
    expect(seen(feed, two)).toMatchObject({
      lines: ['This press release replaces “One” (2 March 2026).', 'The text.'],
      links: [[one, 'One']],
    })
    expect(seen(feed, one)).toMatchObject({
      lines: ['This press release has been replaced by “Two” (3 March 2026).', 'The text.'],
      links: [[two, 'Two']],
    })
    const [newer, older] = feed.articles
    const { rss, atom } = readBack(feed)
    for (const from of [values(rss, 'channel/item/dcterms:replaces')].concat([
      values(atom, 'atom:entry/dcterms:replaces'),
    ])) {
      expect(from).toEqual([older?.id])
    }
    expect(values(atom, 'atom:entry/dcterms:isReplacedBy')).toEqual([newer?.id])
    expect(feed.issues).toEqual([])
  })

  it.each([
    ['a link', '/1'],
    ['a whole link', one],
    ['a link with blanks', ' /1 '],
    ['an id', 'tag:newsroom.example,2026:1'],
    ['a list', ['/1']],
  ])('may be named by %s', (_, replaces) => {
    const old = { ...article, id: 'tag:newsroom.example,2026:1' }
    const feed = createFeed(feedWith({ articles: [{ ...second, replaces }, old] }))
    expect(seen(feed, one).links).toEqual([[two, 'Two']])
  })

  it('may be named as the link is written in its record', () => {
    const old = { ...article, link: '2026/one' }
    const feed = createFeed(feedWith({ articles: [old, { ...second, replaces: '2026/one' }] }))
    expect(seen(feed, two).links).toEqual([['https://newsroom.example/2026/one', 'One']])
  })

  it('is said once where it is named by link and id', () => {
    const old = { ...article, id: 'tag:newsroom.example,2026:1' }
    const replaces = ['/1', 'tag:newsroom.example,2026:1']
    const feed = createFeed(feedWith({ articles: [old, { ...second, replaces }] }))
    expect(seen(feed, two).links).toEqual([[one, 'One']])
    expect(seen(feed, one).links).toEqual([[two, 'Two']])
  })

  it('moves `updated` of the old one, and not its date', () => {
    const [, older] = createFeed(
      feedWith({ articles: [article, { ...second, replaces: '/1' }] }),
    ).articles
    expect(older?.published).toBe('2026-03-02T00:00:00Z')
    expect(Date.parse(String(older?.updated))).toBeGreaterThan(Date.parse('2026-03-02T23:00:00Z'))
    expect(Date.parse(String(older?.updated))).toBeLessThanOrEqual(
      Date.parse('2026-03-03T00:00:00Z'),
    )
  })

  it('of an unknown one leads to its link, and is reported', () => {
    const feed = createFeed(articleWith({ replaces: '/gone' }))
    expect(seen(feed)).toMatchObject({
      lines: ['This press release replaces “https://newsroom.example/gone”.', 'The text.'],
      links: [['https://newsroom.example/gone', 'https://newsroom.example/gone']],
    })
    expect(feed.issues.map(({ code }) => code)).toEqual(['unknown-article'])
  })

  it('of one whose name begins as a link but is none keeps the name', () => {
    for (const name of ['https://', '//'])
      expect(createFeed(articleWith({ replaces: name })).articles[0]?.replaces).toEqual([
        { id: name },
      ])
  })

  it('of a withdrawn one tells nothing of what that was', () => {
    const old = { ...article, title: 'TITLE', withdrawn: { date: '2026-03-04' } }
    const feed = createFeed(feedWith({ articles: [old, { ...second, replaces: '/1' }] }))
    expect(documents(feed)).not.toContain('TITLE')
    expect(seen(feed, two).links).toEqual([[one, 'Withdrawn: press release of 2 March 2026']])
    // Its title has the date, which is not said again.
    expect(seen(feed, two).lines[0]).toBe(
      'This press release replaces “Withdrawn: press release of 2 March 2026”.',
    )
    expect(seen(feed, one).links).toEqual([[two, 'Two']])
  })

  it.each([
    ['Instead of {title}', 'Instead of One (2 March 2026)'],
    ['See {title} too', 'See One too (2 March 2026)'],
    ['See {title} too.', 'See One too (2 March 2026).'],
  ])('is dated at the end, in words of one’s own: %s', (replaces, line) => {
    const input = feedWith({ articles: [article, { ...second, replaces: '/1' }] })
    const feed = createFeed({ ...input, words: { en: { replaces } } })
    expect(seen(feed, two).lines[0]).toBe(line)
    expect(seen(feed, two).links).toEqual([[one, 'One']])
  })

  it('by one under embargo, and of one, is not said', () => {
    const embargo = '2026-03-10'
    const hidden = { ...second, title: 'HIDDEN', link: '/HIDDEN', published: embargo, embargo }
    const now = '2026-03-05'
    const input = (a: object, b: object) => feedWith({ articles: [a, b] })
    const newer = createFeed(input(article, { ...hidden, replaces: '/1' }), { now })
    expect(documents(newer)).toBe(documents(createFeed(clean, { now })))
    const older = createFeed(input({ ...article, replaces: '/HIDDEN' }, hidden), { now })
    expect(documents(older)).toBe(documents(createFeed(clean, { now })))
    expect([newer.issues, older.issues]).toEqual([[], []])
    const later = createFeed(input(article, { ...hidden, replaces: '/1' }), { now: embargo })
    expect(seen(later, one).links).toEqual([['https://newsroom.example/HIDDEN', 'HIDDEN']])
  })

  it('of one that has expired is not reported as unknown', () => {
    const old = { ...article, expires: '2026-03-10' }
    const input = feedWith({ articles: [old, { ...second, replaces: '/1' }] })
    expect(createFeed(input, { now: '2026-03-09' }).issues).toEqual([])
    expect(createFeed(input, { now: '2026-03-11' }).issues).toEqual([])
  })

  it('by two says both, the older first; in a circle it still ends', () => {
    const third = { ...article, title: 'Three', link: '/3', published: '2026-03-04' }
    const twice = feedWith({
      articles: [{ ...third, replaces: '/1' }, { ...second, replaces: '/1' }, article],
    })
    expect(seen(createFeed(twice), one).lines.slice(0, 2)).toEqual([
      'This press release has been replaced by “Two” (3 March 2026).',
      'This press release has been replaced by “Three” (4 March 2026).',
    ])
    const circle = feedWith({
      articles: [
        { ...article, replaces: '/2' },
        { ...second, replaces: '/1' },
      ],
    })
    expect(createFeed(circle).articles).toHaveLength(2)
  })

  it('by two of one moment says them in the order of the records', () => {
    const third = { ...second, title: 'Three', link: '/3' }
    for (const [a, b] of [
      [second, third],
      [third, second],
    ] as const) {
      const articles = [{ ...a, replaces: '/1' }, { ...b, replaces: '/1' }, article]
      const { links } = seen(createFeed(feedWith({ articles })), one)
      expect(links.map(([, title]) => title)).toEqual([a.title, b.title])
    }
  })

  it('of several unknown ones leads to each, and to each once', () => {
    const replaces = ['/gone', '/away', 'urn:x:lost', '/gone']
    expect(seen(createFeed(articleWith({ replaces }))).lines).toEqual([
      'This press release replaces “https://newsroom.example/gone”.',
      'This press release replaces “https://newsroom.example/away”.',
      'This press release replaces “urn:x:lost”.',
      'The text.',
    ])
  })

  it('of itself is refused', () => {
    expect(() => createFeed(articleWith({ replaces: '/1' }))).toThrow('articles[0].replaces')
  })

  it('stands above corrections when replaced, below them when replacing', () => {
    const old = { ...article, corrections: [{ date: '2026-03-03', note: 'A.' }] }
    const newer = { ...second, corrections: [{ date: '2026-03-04', note: 'B.' }], replaces: '/1' }
    const feed = createFeed(feedWith({ articles: [old, newer] }))
    const kinds = (link: string) => seen(feed, link).lines.map((line) => line.split(' ')[0])
    expect(kinds(one)).toEqual(['This', 'Correction,', 'The'])
    expect(kinds(two)).toEqual(['Correction,', 'This', 'The'])
  })
})

describe('a withdrawal', () => {
  const withdrawn = { date: '2026-03-05', reason: 'The figures were <wrong>.' }

  it('leaves the notice and the reason', () => {
    const feed = createFeed(articleWith({ withdrawn }))
    const item = feed.articles.find(({ announces }) => announces === undefined)
    expect(item).toMatchObject({
      title: 'Withdrawn: press release of 2 March 2026',
      updated: '2026-03-05T00:00:00Z',
      published: '2026-03-02T00:00:00Z',
      id: createFeed(clean).articles[0]?.id,
      link: one,
    })
    const said = 'This press release, published on 2 March 2026, was withdrawn on 5 March 2026.'
    expect(seen(feed).lines).toEqual([said, withdrawn.reason])
    expect(item?.summary).toBe(`${said} ${withdrawn.reason}`)
  })

  it('without a reason says nothing more', () => {
    const feed = createFeed(articleWith({ withdrawn: { date: '2026-03-05' } }))
    const said = 'This press release, published on 2 March 2026, was withdrawn on 5 March 2026.'
    expect(feed.articles.map(({ summary }) => summary)).toEqual([said, said])
    expect(seen(feed).lines).toEqual([said])
  })

  it('and a correction without their dates are told, and nothing else', () => {
    const undated = { published: undefined, corrections: [{ note: 'A.' }], withdrawn: {} }
    expect(checkFeed(articleWith(undated)).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'missing-field articles[0].published',
      'missing-field articles[0].corrections[0].date',
      'missing-field articles[0].withdrawn.date',
    ])
  })

  it('may have a title of its own, and needs none of the article', () => {
    const feed = createFeed(
      articleWith({ title: '', withdrawn: { ...withdrawn, title: 'Taken back' } }),
    )
    expect(feed.articles.map(({ title }) => title)).toContain('Taken back')
    expect(feed.issues).toEqual([])
  })

  it('is announced once, with its own stable id, unless not wanted', () => {
    const feed = createFeed(articleWith({ withdrawn }))
    const [told] = feed.articles.filter(({ announces }) => announces !== undefined)
    expect(feed.articles).toHaveLength(2)
    expect(told?.title).toBe('Notice: press release of 2 March 2026 withdrawn')
    expect(told?.link).toBe(one)
    const idOf = (members: object) =>
      createFeed(articleWith({ withdrawn, ...members })).articles.find(
        ({ announces }) => announces !== undefined,
      )?.id
    expect(idOf({ title: 'X', language: 'vi', withdrawn: { date: '2026-03-05' } })).toBe(told?.id)
    const quiet = createFeed(articleWith({ withdrawn: { ...withdrawn, announce: false } }))
    expect(quiet.articles).toHaveLength(1)
  })

  it('silences the corrections that were announced', () => {
    const corrections = [{ date: '2026-03-04', note: 'A.', announce: true }]
    const feed = createFeed(articleWith({ withdrawn, corrections }))
    expect(feed.articles.map(({ title }) => title)).toEqual([
      'Notice: press release of 2 March 2026 withdrawn',
      'Withdrawn: press release of 2 March 2026',
    ])
  })

  it('leaves nothing else of the article in any document', () => {
    const feed = createFeed(everything({}))
    const all = documents(feed)
    expect(all).toContain('REASON')
    for (const word of markers) expect([word, all.includes(word)]).toEqual([word, false])
    expect(JSON.stringify(feed.issues)).not.toMatch(new RegExp(markers.join('|')))
    // The same words are there where nothing was withdrawn, so that the search can fail.
    const before = documents(createFeed(everything({ withdrawn: undefined })))
    const unwritten = ['DATA']
    for (const word of markers.filter((each) => !unwritten.includes(each))) {
      expect([word, before.includes(word)]).toEqual([word, true])
    }
  })

  it('leaves nothing of its corrections', () => {
    const corrections = [{ date: '2026-03-04', note: 'NOTE' }]
    const feed = createFeed(articleWith({ withdrawn, corrections }))
    expect(documents(feed)).not.toContain('NOTE')
    expect(feed.articles.map((each) => each.corrections)).toEqual([[], []])
  })

  it('is not counted among the language versions', () => {
    const versions = [
      { ...article, translationKey: 'k' },
      { ...second, language: 'fr', translationKey: 'k', withdrawn },
    ]
    const feed = createFeed(feedWith({ articles: versions, allTranslations: true }))
    expect(feed.articles.flatMap(({ translations }) => translations)).toEqual([])
  })

  it('is a tombstone in Atom where the feed wants them', () => {
    const atom = toAtom(createFeed({ ...articleWith({ withdrawn }), tombstones: true }))
    expect(atom).toContain('<at:deleted-entry ref="urn:uuid:')
    expect(atom.match(/<at:deleted-entry/g)).toHaveLength(1)
    expect(toAtom(createFeed(articleWith({ withdrawn })))).not.toContain('deleted-entry')
  })
})

describe.each([
  ['en', enGB, (date: string) => date],
  ['fr', fr, (date: string) => date.replace(/^1 /, '1er ')],
  ['vi', vi, (date: string) => date.replace('tháng 0', 'tháng ')],
  ['ar', ar, (date: string) => date],
])('in %s', (language, locale, mended) => {
  const day = (date: Date) => mended(format(date, 'PPP', { locale }))
  const dates = {
    published: day(new Date(2026, 2, 1)),
    corrected: day(new Date(2026, 2, 4)),
    withdrawn: day(new Date(2026, 2, 5)),
  }
  const record = { ...article, language, published: '2026-03-01' }

  it('a correction and its announcement have their dates', () => {
    const corrections = [{ date: '2026-03-04', note: 'NOTE', announce: true }]
    const [told, item] = createFeed(feedWith({ articles: [{ ...record, corrections }] })).articles
    expect(read(String(item?.content)).lines[0]).toContain(dates.corrected)
    expect(read(String(item?.content)).lines[0]).toMatch(/NOTE$/)
    expect(read(String(told?.content)).lines[0]).toContain(dates.published)
    expect(read(String(told?.content)).links).toEqual([[one, 'One']])
    expect(told?.title).toMatch(/One$/)
  })

  it('a withdrawal has both dates', () => {
    const withdrawn = { date: '2026-03-05' }
    const [told, item] = createFeed(feedWith({ articles: [{ ...record, withdrawn }] })).articles
    for (const each of [told, item]) {
      expect(each?.title).toContain(dates.published)
      expect(each?.content).toContain(dates.published)
      expect(each?.content).toContain(dates.withdrawn)
    }
    expect(told?.title).not.toBe(item?.title)
  })

  it('nothing is English, and nothing is left to fill in', () => {
    const feed = createFeed(
      feedWith({
        articles: [
          { ...record, withdrawn: { date: '2026-03-05' } },
          { ...record, title: 'Two', link: '/2', published: '2026-03-06', replaces: '/1' },
          ...[{ ...record, title: 'Three', link: '/3', published: '2026-03-07', replaces: '/2' }],
        ],
      }),
    )
    const text = feed.articles.map(({ title, content }) => `${title} ${content}`).join('\n')
    expect(text).not.toMatch(/[{}]/)
    expect(/press release|March/.test(text)).toBe(language === 'en')
    expect(feed.issues).toEqual([])
  })

  it('every block says its direction where it is from the right', () => {
    const corrections = [{ date: '2026-03-04', note: 'NOTE', announce: true }]
    const feed = createFeed(
      feedWith({
        articles: [
          { ...record, corrections, contacts: [{ name: 'A' }], dateline: 'B' },
          { ...record, title: 'Two', link: '/2', withdrawn: { date: '2026-03-05' } },
        ],
      }),
    )
    expect(feed.articles).toHaveLength(4)
    for (const { content } of feed.articles) {
      const directions = parseFragment(content).childNodes.map((node) =>
        'attrs' in node ? node.attrs.find(({ name }) => name === 'dir')?.value : 'text',
      )
      expect(new Set(directions)).toEqual(new Set([language === 'ar' ? 'rtl' : undefined]))
    }
  })
})

describe('a language without words', () => {
  it('is told once for all that is said, and not where nothing is', () => {
    const record = { ...article, language: 'it' }
    const said = (members: object) =>
      createFeed(feedWith({ articles: [{ ...record, ...members }] })).issues.map(({ code }) => code)
    expect(said({})).toEqual([])
    expect(said({ dateline: 'Roma' })).toEqual([])
    expect(said({ withdrawn: { date: '2026-03-05' } })).toEqual(['no-words'])
    expect(
      said({ corrections: [{ date: '2026-03-05', note: 'A' }], contacts: [{ name: 'B' }] }),
    ).toEqual(['no-words'])
  })

  it('is not told of what is under embargo', () => {
    const record = { ...article, title: 'Two', link: '/2', language: 'it', published: '2026-03-10' }
    for (const members of [
      { withdrawn: { date: '2026-03-11' } },
      { corrections: [{ date: '2026-03-11', note: 'A', announce: true }] },
    ]) {
      const hidden = { ...record, ...members, embargo: '2026-03-10' }
      const input = feedWith({ articles: [article, hidden] })
      expect(createFeed(input, { now: '2026-03-05' }).issues).toEqual([])
    }
  })
})

/** An article in which every text is a word that can be searched for. */
function everything(members: object): FeedInput {
  return articleWith({
    title: 'TITLE',
    body: '<p>BODY <a href="/BODYLINK">x</a></p>',
    summary: 'SUMMARY',
    images: [{ url: '/IMAGE.jpg', alt: 'ALT', caption: 'CAPTION', credit: 'CREDIT' }],
    attachments: [{ url: '/FILE.pdf', title: 'FILETITLE' }],
    dateline: 'PLACE',
    quotes: [{ text: 'QUOTE', speaker: 'SPEAKER', role: 'OFFICE' }],
    notesToEditors: '<p>EDITORS</p>',
    boilerplate: '<p>PLATE</p>',
    contacts: [{ name: 'CONTACT', email: 'MAIL@newsroom.example', phone: '+33 123456789' }],
    source: {
      name: 'SOURCE',
      link: 'https://works.example/VIA',
      feed: 'https://works.example/RSS',
    },
    location: { name: 'LOCATION', latitude: 45.123, longitude: 4.5 },
    rights: 'RIGHTS',
    license: 'https://licences.example/LICENCE',
    data: { secret: 'DATA' },
    withdrawn: { date: '2026-03-05', reason: 'REASON' },
    ...members,
  })
}

const markers = [
  ...['TITLE', 'BODY', 'BODYLINK', 'SUMMARY', 'IMAGE', 'ALT', 'CAPTION', 'CREDIT', 'FILE'],
  ...['FILETITLE', 'PLACE', 'QUOTE', 'SPEAKER', 'OFFICE', 'EDITORS', 'PLATE', 'CONTACT', 'MAIL'],
  ...['123456789', 'SOURCE', 'VIA', 'RSS', 'LOCATION', '45.123', 'RIGHTS', 'LICENCE', 'DATA'],
]

/** All bytes of the three documents. The root of RSS has markers of its own: they are in capitals. */
function documents(feed: Feed): string {
  return [
    toRss(feed, { self: selfOf.rss }).replaceAll('CDATA', ''),
    toAtom(feed, { self: selfOf.atom }).replaceAll('CDATA', ''),
    toJsonFeed(feed, { self: selfOf.json }),
  ].join('\n')
}

type Node = DefaultTreeAdapterMap['node']

/** HTML as a browser has it: a line for each block, the links, and what is strong. */
function read(html: string) {
  const root = parseFragment(html)
  const all = (from: Node): readonly Node[] =>
    'childNodes' in from ? [from, ...from.childNodes.flatMap(all)] : [from]
  const text = (from: Node) => all(from).flatMap((node) => ('value' in node ? node.value : []))
  return {
    lines: root.childNodes.map((node) => text(node).join('')),
    links: all(root).flatMap((node) =>
      node.nodeName === 'a' && 'attrs' in node ? [[node.attrs[0]?.value, text(node).join('')]] : [],
    ),
    strong: all(root).flatMap((node) => (node.nodeName === 'strong' ? [text(node).join('')] : [])),
  }
}
