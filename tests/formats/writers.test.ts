import {
  createFeed,
  FeedError,
  toAtom,
  toJsonFeed,
  toRss,
  type Extension,
  type Feed,
  type Issue,
  type WriterOptions,
} from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { issue } from '../../src/issue.js'
import { namespace } from '../hostile/extensions.js'
import { articleWith, clean, feedWith } from '../hostile/feed-with.js'
import { readXml, select, values, type ReadElement } from '../hostile/read-xml.js'

const feed = createFeed(clean)
const [record] = clean.articles
const second = { ...record, title: 'Two', link: '/2' }
const picture = { url: '/img/gate.jpg', alt: 'The gate', caption: 'The gate opens.' }
const site = 'https://newsroom.example'

const xmlWriters = [
  ['RSS', toRss],
  ['Atom', toAtom],
] as const
const allWriters = [...xmlWriters, ['JSON Feed', toJsonFeed]] as const

const atom = (of: Feed, options: Parameters<typeof toAtom>[1] = {}) => readXml(toAtom(of, options))
const rss = (of: Feed, options: Parameters<typeof toRss>[1] = {}) => readXml(toRss(of, options))

describe('Atom', () => {
  it('says when a feed changed in which nothing has happened yet', () => {
    const [updated = ''] = values(
      atom({ ...createFeed(feedWith({ articles: [] })) }),
      'atom:updated',
    )
    expect(updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    // Whoever has seen a change since would take an earlier one for news.
    expect(Date.parse(updated)).toBeLessThan(Date.parse('2000-01-01'))
  })

  // RFC 4287, section 4.1.1: an author of the feed, unless every entry has one.
  it.each<[string, readonly (readonly string[] | undefined)[], number]>([
    ['no article', [], 1],
    ['articles without authors', [undefined, undefined], 1],
    ['one article of two with an author', [['Press office'], undefined], 1],
    ['an author of each article', [['Press office'], ['Duty editor']], 0],
  ])('with %s names the newsroom where an author is needed', (_, authors, count) => {
    const articles = authors.map((names, index) => ({
      ...{ ...record, title: `Release ${index}`, link: `/${index}` },
      ...(names && { authors: names }),
    }))
    const root = atom(createFeed(feedWith({ articles })))
    const wanted = Array.from({ length: count }, () => ['News', `${site}/`])
    expect(
      select(root, 'atom:author').map((author) =>
        ['name', 'uri'].flatMap((part) => values(author, `atom:${part}`)),
      ),
    ).toEqual(wanted)
  })

  it('names its own authors and not the newsroom beside them', () => {
    const root = atom(createFeed(feedWith({ authors: ['Press office'] })))
    expect(values(root, 'atom:author/atom:name')).toEqual(['Press office'])
  })

  it('says of all ids that are no URIs whose they are', () => {
    const odd = createFeed(
      feedWith({
        id: 'our news',
        articles: [
          { ...record, id: 'a1 b2' },
          { ...second, published: '2026-03-01' },
          { ...second, title: 'Three', link: '/3', id: '17', published: '2026-02-01' },
        ],
      }),
    )
    const sentence = (id: string, whose: string) =>
      `Cannot write id "${id}" of ${whose} in Atom: expected a URI (RFC 4287, section 4.2.6)`
    expect(issuesOf(() => toAtom(odd))).toEqual([
      issue('id-not-uri-in-atom', 'id', sentence('our news', 'the feed')),
      issue('id-not-uri-in-atom', 'articles[0].id', sentence('a1 b2', '"One"')),
      issue('id-not-uri-in-atom', 'articles[2].id', sentence('17', '"Three"')),
    ])
    expect(issuesOf(() => [toRss(odd), toJsonFeed(odd)])).toEqual([])
  })
})

// RFC 6721, section 3: which entry is gone, since when, and what there is to say.
describe('Atom says of a withdrawn article', () => {
  const at = 'http://purl.org/atompub/tombstones/1.0'
  const gone = (members: object, tombstones = true) =>
    createFeed(
      feedWith({
        tombstones,
        articles: [
          { ...record, withdrawn: { date: '2026-03-05', announce: false, ...members } },
          second,
        ],
      }),
      { now: '2026-03-06' },
    )
  const deleted = (of: Feed) =>
    atom(of).children.filter(({ name }) => name === `{${at}}deleted-entry`)
  const idOf = ({ articles }: Feed) => articles.find(({ withdrawn }) => withdrawn !== undefined)?.id

  it('that it was deleted, when and why', () => {
    const of = gone({ reason: 'The figures & dates were wrong.' })
    expect(deleted(of)).toEqual([
      expect.objectContaining({
        attributes: { ref: idOf(of), when: '2026-03-05T00:00:00Z' },
        children: [
          {
            name: `{${at}}comment`,
            attributes: {},
            children: [],
            text: 'The figures & dates were wrong.',
          },
        ],
      }),
    ])
  })

  it('why, in its own language', () => {
    const vi = {
      ...record,
      language: 'vi',
      withdrawn: { date: '2026-03-05', announce: false, reason: 'Sai' },
    }
    const of = createFeed(feedWith({ tombstones: true, articles: [vi] }), { now: '2026-03-06' })
    expect(deleted(of)[0]?.children[0]?.attributes).toEqual({ 'xml:lang': 'vi' })
  })

  it('nothing more where no reason was given', () => {
    const of = gone({})
    expect(deleted(of)).toEqual([
      expect.objectContaining({
        attributes: { ref: idOf(of), when: '2026-03-05T00:00:00Z' },
        children: [],
      }),
    ])
  })

  it('nothing in words of RFC 6721 that it was not asked for, nor of others', () => {
    expect(toAtom(gone({}), {})).toContain(`xmlns:at="${at}"`)
    expect(toAtom(gone({}, false))).not.toContain(at)
    expect(toAtom(createFeed(feedWith({ tombstones: true })))).not.toContain(at)
  })
})

describe.each([
  ['RSS', rss, 'channel/atom:link', 'channel/item/enclosure'],
  ['Atom', atom, 'atom:link', 'atom:entry/atom:link'],
] as const)('%s', (format, read, links, enclosures) => {
  it('names its own address when it is told, and only then', () => {
    const own = (root: ReadElement) =>
      select(root, links).filter(({ attributes }) => attributes['rel'] === 'self')
    expect(own(read(feed))).toEqual([])
    expect(own(read(feed, { self: '/feed.xml' })).map(({ attributes }) => attributes)).toEqual([
      expect.objectContaining({ rel: 'self', href: `${site}/feed.xml` }),
    ])
  })

  const facts = { url: '/facts.pdf', type: 'application/pdf', bytes: 4096, title: 'Facts' }
  const jpeg = { ...picture, type: 'image/jpeg', bytes: 123 }
  const enclosed = (members: Readonly<Record<string, unknown>>, isAsked = true) =>
    select(
      read(createFeed(articleWith(members)), isAsked ? { leadImage: 'enclosure' } : {}),
      enclosures,
    )
      .map(({ attributes }) => attributes)
      .filter(({ rel = 'enclosure' }) => rel === 'enclosure')
      .map((attributes) => [
        attributes['url'] ?? attributes['href'],
        attributes['type'],
        attributes['length'],
      ])
  const lead = [`${site}/img/gate.jpg`, 'image/jpeg', '123']
  const document = [`${site}/facts.pdf`, 'application/pdf', '4096']

  it('encloses documents, and a picture only when it is asked to', () => {
    expect(enclosed({ images: [jpeg] }, false)).toEqual([])
    expect(enclosed({ images: [jpeg], attachments: [facts] }, false)).toEqual([document])
  })

  it('encloses the first picture in front of all documents', () => {
    const hall = { ...jpeg, url: '/img/hall.jpg' }
    expect(enclosed({ images: [jpeg, hall] })).toEqual([lead])
    // RSS has room for one.
    expect(enclosed({ images: [jpeg, hall], attachments: [facts] })).toEqual(
      format === 'RSS' ? [lead] : [lead, document],
    )
  })

  it('encloses no picture where there is none, or none whose type is known', () => {
    expect(enclosed({})).toEqual([])
    expect(enclosed({ attachments: [facts] })).toEqual([document])
    const untyped = { ...picture, url: '/picture?id=7' }
    expect(enclosed({ images: [untyped] })).toEqual([])
    expect(enclosed({ images: [untyped, jpeg], attachments: [facts] })).toEqual([document])
  })
})

describe('RSS', () => {
  it('says its language once more at the root for a stylesheet only', () => {
    expect(rss(feed).attributes).not.toHaveProperty('xml:lang')
    expect(rss(feed, { stylesheet: '/feed.css' }).attributes).toMatchObject({ 'xml:lang': 'en' })
  })

  it('declares licences where an article has one', () => {
    const licenses = 'xmlns:creativeCommons'
    expect(rss(feed).attributes).not.toHaveProperty(licenses)
    const license = 'https://creativecommons.org/licenses/by/4.0/'
    const one = createFeed(feedWith({ articles: [record, { ...second, license }] }))
    expect(rss(one).attributes).toHaveProperty(licenses)
    const both = createFeed(feedWith({ articles: [{ ...record, license }] }))
    expect(rss(both).attributes).toHaveProperty(licenses)
  })

  it('says when an article changed, unless it never did', () => {
    expect(values(rss(feed), 'channel/item/atom:updated')).toEqual([])
    const changed = createFeed(articleWith({ updated: '2026-03-03' }))
    expect(values(rss(changed), 'channel/item/atom:updated')).toEqual(['2026-03-03T00:00:00Z'])
  })
})

describe.each(xmlWriters)('%s refuses a stylesheet', (_, write) => {
  it.each<[unknown, Issue]>([
    [
      'javascript:1',
      issue(
        'address-scheme',
        'stylesheet',
        'Cannot use stylesheet "javascript:1": expected an http or https address',
      ),
    ],
    [
      'https://',
      issue(
        'invalid-address',
        'stylesheet',
        'Cannot use stylesheet "https://": expected an http or https address',
      ),
    ],
    [7, issue('wrong-type', 'stylesheet', 'Cannot use stylesheet: expected an address as text')],
  ])('that is %j', (stylesheet, wanted) => {
    expect(issuesOf(() => write(feed, { stylesheet: stylesheet as string }))).toEqual([wanted])
  })
})

describe.each(allWriters)('%s as a page of an archive', (format, write) => {
  const links = { current: '/news', previous: '/1' }
  const marks = (full: unknown) =>
    write(feed, { archive: { ...links, full: full as boolean } }).split('<fh:archive/>').length - 1

  it('is marked as one unless it is still being filled', () => {
    const count = format === 'JSON Feed' ? 0 : 1
    expect([undefined, true, false].map(marks)).toEqual([count, count, 0])
  })

  it('that is still being filled links to its neighbours all the same, and names no hub', () => {
    const withHub = createFeed(feedWith({ hub: 'https://hub.example/' }))
    const filling = write(withHub, { archive: { ...links, full: false } })
    expect(filling).toContain(`${site}/1`)
    expect(filling).not.toContain('hub.example')
    expect(filling).not.toContain('history/1.0')
  })

  it.each(['yes', 0, {}])('is refused when `full` is %j', (full) => {
    expect(issuesOf(() => marks(full))).toEqual([
      issue('wrong-type', 'archive.full', 'Cannot use archive.full: expected true or false'),
    ])
  })

  it('with an address that cannot be used is not told that it has none', () => {
    const archive = { current: 'data:,', next: '/2' }
    expect(issuesOf(() => write(feed, { archive }))).toEqual([
      issue(
        'address-scheme',
        'archive.current',
        'Cannot use archive.current "data:,": expected an http or https address',
      ),
    ])
  })
})

describe('JSON Feed', () => {
  it('is an item a line, with a line feed at the end', () => {
    const two = createFeed(feedWith({ articles: [record, second] }))
    const lines = toJsonFeed(two).split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[0]).toMatch(/"items":\[$/)
    expect(lines[1]).toMatch(/^\{"id":.*\},$/)
    expect(lines[2]).toMatch(/^\{"id":.*\}$/)
    expect(lines.slice(3)).toEqual([']}', ''])
  })

  it('without items is one line', () => {
    const none = createFeed(feedWith({ articles: [] }))
    expect(toJsonFeed(none)).toMatch(/^\{[^\n]*,"items":\[\]\}\n$/)
  })

  it('says when an article changed, unless it never did', () => {
    expect(itemOf(feed)).not.toHaveProperty('date_modified')
    expect(itemOf(createFeed(articleWith({ updated: '2026-03-03' })))).toMatchObject({
      date_modified: '2026-03-03T00:00:00Z',
    })
  })

  it('has nothing of its own to say of the least feed', () => {
    const least = createFeed(feedWith({ generator: false }))
    expect(json(least)).not.toHaveProperty('_press')
    expect(itemOf(least)).not.toHaveProperty('_press')
  })

  it.each([
    [{ name: 'Lyon' }, { name: 'Lyon' }],
    [
      { latitude: 45.75, longitude: 4.85 },
      { latitude: 45.75, longitude: 4.85 },
    ],
  ])('has of the place %j what is known', (location, members) => {
    const item = itemOf(createFeed(articleWith({ location })))
    expect(item['_press']).toMatchObject({ location: members })
    expect(Object.keys((item['_press'] as { location: object }).location)).toEqual(
      Object.keys(members),
    )
  })

  // JSON Feed 1.1: an attachment must have a media type.
  it('attaches no picture whose type is not known', () => {
    const untyped = { ...picture, url: '/picture?id=7' }
    const images = [untyped, { ...picture, type: 'image/jpeg' }]
    expect(itemOf(createFeed(articleWith({ images })))['attachments']).toEqual([
      { url: `${site}/img/gate.jpg`, mime_type: 'image/jpeg', title: 'The gate opens.' },
    ])
    expect(itemOf(createFeed(articleWith({ images: [untyped] })))).not.toHaveProperty('attachments')
  })

  // JSON Feed 1.1: attachments of one title are one thing in several forms.
  it('tells attachments of one title apart, and gives none to those without', () => {
    const titles = ['Facts', undefined, 'Facts', 'Facts (2)', undefined, 'Facts', 'Facts (2)']
    const attachments = titles.map((title, index) => ({
      ...{ url: `/${index}.pdf`, type: 'application/pdf' },
      ...(title !== undefined && { title }),
    }))
    const given = itemOf(createFeed(articleWith({ attachments })))['attachments'] as readonly {
      readonly title?: string
    }[]
    const named = given.flatMap(({ title }) => title ?? [])
    expect(given.map(({ title }) => title === undefined)).toEqual(
      titles.map((title) => title === undefined),
    )
    expect(new Set(named).size).toBe(5)
    expect(named[0]).toBe('Facts')
    for (const title of named) expect(title).toMatch(/^Facts( \(\d\))*$/)
  })
})

describe('JSON Feed with extensions', () => {
  const write = (jsonPart: Extension['json']) =>
    toJsonFeed(feed, {
      extensions: [{ prefix: 'ev', namespace, ...(jsonPart && { json: jsonPart }) }],
    })

  it('is as it was where they say nothing of JSON', () => {
    expect(write(undefined)).toBe(toJsonFeed(feed))
    expect(write({})).toBe(toJsonFeed(feed))
    expect(write({ about: 'https://newsroom.example/ns' })).toBe(toJsonFeed(feed))
  })

  it('has what they say of the feed alone, or of an article alone', () => {
    const ofFeed = JSON.parse(write({ feed: () => ({ desk: 'Night desk' }) })) as Written
    expect(ofFeed['_ev']).toEqual({ desk: 'Night desk' })
    expect(ofFeed.items[0]).not.toHaveProperty('_ev')
    const ofArticle = JSON.parse(write({ article: () => ({ room: 1 }) })) as Written
    expect(ofArticle).not.toHaveProperty('_ev')
    expect(ofArticle.items[0]?.['_ev']).toEqual({ room: 1 })
  })

  it.each<[string, unknown]>([
    ['a text', 'Night desk'],
    ['a number', 7],
    ['null', null],
    ['a list', [{ desk: 1 }]],
    ['a number that JSON does not know', { desk: 1n }],
    ['a circle', circle()],
  ])('refuses %s', (_, members) => {
    const make = () => members as Record<string, string>
    const sentence = 'Cannot write what "ev" returned: expected an object of plain JSON'
    expect(issuesOf(() => write({ feed: make }))).toEqual([
      issue('invalid-extension', 'feed', sentence),
    ])
    expect(issuesOf(() => write({ article: make }))).toEqual([
      issue('invalid-extension', 'articles[0]', sentence),
    ])
  })

  it('refuses half a character, with the place of the article', () => {
    const make = () => ({ desk: 'a\uD83D' })
    const sentence = 'Cannot write U+D83D: no feed can carry half a character'
    expect(issuesOf(() => write({ feed: make }))).toEqual([
      issue('illegal-character', '', sentence),
    ])
    expect(issuesOf(() => write({ article: make }))).toEqual([
      issue('illegal-character', 'articles[0]', sentence),
    ])
  })
})

type Written = Record<string, unknown> & { readonly items: readonly Record<string, unknown>[] }

function json(of: Feed, options: WriterOptions = {}): Written {
  return JSON.parse(toJsonFeed(of, options)) as Written
}

function itemOf(of: Feed): Record<string, unknown> {
  return json(of).items[0] ?? {}
}

function circle(): unknown {
  const round: Record<string, unknown> = {}
  round['again'] = round
  return round
}

/** What a writer finds; nothing when it writes. */
function issuesOf(write: () => unknown): readonly Issue[] {
  try {
    write()
  } catch (error) {
    if (error instanceof FeedError) return error.issues
    throw error
  }
  return []
}
