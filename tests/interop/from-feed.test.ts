import { Feed, type FeedOptions, type Item } from 'feed'
import { describe, expect, it } from 'vitest'
import { fromFeed } from '../../src/interop/feed-package.js'
import type { FeedInput } from '../../src/model/input.js'
import { fullFeed } from './full-feed.js'
import { readXml, textsOf } from './xml-reading.js'

describe('a Feed with every field set', () => {
  it('arrives as input, field by field', () => {
    expect(withoutBlanks(fromFeed(fullFeed()))).toEqual({
      title: 'Newsroom',
      link: 'https://newsroom.example/',
      description: 'Press releases of the office',
      language: 'en',
      id: 'https://newsroom.example/',
      updated: new Date('2026-03-05T08:00:00Z'),
      hub: 'https://hub.example/',
      authors: [
        {
          name: 'Press office',
          url: 'https://newsroom.example/press',
          email: 'press@newsroom.example',
        },
      ],
      copyright: '© 2026 The office',
      logo: 'https://newsroom.example/logo.png',
      icon: 'https://newsroom.example/favicon.ico',
      ttlInMinutes: 60,
      tags: ['Press'],
      articles: [
        {
          title: 'Second plant opens',
          link: 'https://newsroom.example/2026/second-plant',
          id: 'tag:newsroom.example,2026:second-plant',
          published: new Date('2026-03-02T08:00:00Z'),
          updated: new Date('2026-03-04T09:30:00Z'),
          summary: 'A plant for rotors.',
          body: '<p>The plant will make <em>rotors</em>.</p>',
          images: [
            {
              url: 'https://newsroom.example/plant.jpg',
              type: 'image/jpeg',
              bytes: 2000,
              title: 'The plant',
            },
          ],
          attachments: [
            {
              url: 'https://newsroom.example/plan.pdf',
              type: 'application/pdf',
              bytes: 3000,
              title: 'Site plan',
            },
            {
              url: 'https://newsroom.example/speech.mp3',
              type: 'audio/mpeg',
              bytes: 4000,
              durationInSeconds: 185,
            },
            { url: 'https://newsroom.example/opening.mp4' },
          ],
          authors: [
            {
              name: 'Press office',
              url: 'https://newsroom.example/press',
              email: 'press@newsroom.example',
            },
            { name: 'Plant office' },
          ],
          tags: ['Industry', 'Rotors'],
          subjects: [
            {
              scheme: 'https://cv.example/medtop/',
              code: 'medtop:20000235',
              label: 'manufacturing',
            },
          ],
          rights: '© 2026 The plant office',
          data: {
            feed: {
              // Whole lists: the portrait of an author and a term beside a name have no field.
              author: fullFeed().items[0]!.author,
              category: fullFeed().items[0]!.category,
              contributor: [{ name: 'Picture desk' }],
              extensions: [{ name: '_office', objects: { number: '0012', desks: ['plant'] } }],
            },
          },
        },
        {
          title: 'Office moves',
          link: 'https://newsroom.example/2026/office-moves',
          id: 'https://newsroom.example/2026/office-moves',
          published: new Date('2026-02-01T10:00:00Z'),
          body: '<p>The office is in <b>Harbour Street</b> now.</p>',
        },
      ],
      data: {
        feed: {
          generator: 'Our site',
          stylesheet: 'https://newsroom.example/feed.xsl',
          feed: 'https://newsroom.example/rss.xml',
          feedLinks: { json: 'https://newsroom.example/feed.json' },
          docs: 'https://newsroom.example/about-feeds',
          podcast: true,
          category: 'News',
          contributors: [{ name: 'Web office', link: 'https://newsroom.example/web' }],
          extensions: [{ name: '_desk', objects: { floor: 3 } }],
        },
      },
    })
  })

  it('loses no text, number or address', () => {
    const before = fullFeed()
    const said = leaves({ ...before, options: { ...before.options } })
    const kept = new Set(leaves(fromFeed(before)))
    expect(said.length).toBeGreaterThan(60)
    expect(said.filter((leaf) => !kept.has(leaf))).toEqual([])
  })

  it('is neither changed nor held on to', () => {
    const before = deepFreeze(fullFeed())
    const input = fromFeed(before)
    expect(before).toEqual(fullFeed())
    const changed = fullFeed()
    const kept = fromFeed(changed)
    changed.options.updated?.setFullYear(1999)
    changed.items[0]!.date.setFullYear(1999)
    changed.items[0]!.extensions![0]!.objects['number'] = 'changed'
    changed.items.pop()
    changed.categories.push('changed')
    changed.contributors[0]!.name = 'changed'
    expect(kept).toEqual(input)
  })
})

describe('ids', () => {
  const link = 'https://newsroom.example/1'
  const ids = [
    'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    'tag:newsroom.example,2026:Post/1',
    'post-1',
    'https://newsroom.example/?p=1&lang=en',
    'HTTPS://Newsroom.example/Été',
  ]

  it.each(ids)('%s stays the guid and id that subscribers know', (id) => {
    const feed = feedOf({ link, id })
    expect(fromFeed(feed).articles[0]?.id).toBe(id)
    expect(textsOf(feed.rss2(), 'rss/channel/item/guid')).toEqual([id])
    expect(jsonIds(feed)).toEqual([id])
  })

  it.each([link, 'https://newsroom.example/été?a=1&b=2', 'https://Newsroom.example'])(
    'without one it is what version 6 makes of the link %s',
    (address) => {
      const feed = feedOf({ link: address })
      const id = fromFeed(feed).articles[0]?.id
      expect(textsOf(feed.rss2(), 'rss/channel/item/guid')).toEqual([id])
      expect(textsOf(feed.atom1(), 'feed/entry/id')).toEqual([id])
    },
  )

  it('is the guid where guid and id differ; the other is carried', () => {
    const feed = feedOf({ link, guid: 'guid-1', id: 'https://newsroom.example/id-1' })
    const article = fromFeed(feed).articles[0]
    expect(textsOf(feed.rss2(), 'rss/channel/item/guid')).toEqual([article?.id])
    expect(article?.id).toBe('guid-1')
    expect(article?.data).toEqual({ feed: { id: 'https://newsroom.example/id-1' } })
    expect(jsonIds(feed)).toEqual(['https://newsroom.example/id-1'])
  })
})

describe('dates', () => {
  const march2 = new Date('2026-03-02T08:00:00Z')
  const march4 = new Date('2026-03-04T08:00:00Z')

  it.each([
    ['only date', { date: march2 }, march2, undefined],
    ['changed later', { date: march4, published: march2 }, march2, march4],
    ['never changed', { date: march2, published: march2 }, march2, undefined],
    ['changed before', { date: march2, published: march4 }, march4, undefined],
  ])('%s: published is what pubDate said', (_, dates, published, updated) => {
    const feed = feedOf(dates)
    const article = fromFeed(feed).articles[0]
    expect(article).toMatchObject({ published, updated })
    const [pubDate] = textsOf(feed.rss2(), 'rss/channel/item/pubDate')
    expect(new Date(pubDate!)).toEqual(published)
  })

  it('carries a change that was before publication', () => {
    expect(fromFeed(feedOf({ date: march2, published: march4 })).articles[0]?.data).toEqual({
      feed: { date: '2026-03-02T08:00:00.000Z' },
    })
  })

  it.each([
    ['published', { date: march2, published: new Date(NaN) }],
    ['published', { date: new Date(NaN) }],
    ['updated', { date: new Date(NaN), published: march2 }],
  ] as const)('passes on what is no date, as %s', (field, dates) => {
    expect(fromFeed(feedOf(dates)).articles[0]?.[field]).toEqual(new Date(NaN))
  })
})

describe('text', () => {
  it('is description where there is no content, and then there is no summary', () => {
    for (const content of [undefined, '']) {
      const item = {
        description: '<p>All of it.</p>',
        ...(content === undefined ? {} : { content }),
      }
      expect(fromFeed(feedOf(item)).articles[0]).toMatchObject({
        body: '<p>All of it.</p>',
        summary: undefined,
      })
    }
  })
})

describe('authors', () => {
  it('without a name are called by the part of the address before the at sign', () => {
    const author = [{ email: 'press@newsroom.example' }]
    const article = fromFeed(feedOf({ author })).articles[0]
    expect(withoutBlanks(article?.authors)).toEqual([
      { name: 'press', email: 'press@newsroom.example' },
    ])
    expect(article?.data).toEqual({ feed: { author } })
  })

  it('without name and address are only carried', () => {
    const author = [{ link: 'https://newsroom.example/press' }]
    const article = fromFeed(feedOf({ author })).articles[0]
    expect(article?.authors).toEqual([])
    expect(article?.data).toEqual({ feed: { author } })
  })

  it('may be one object, or hold a gap, as JavaScript lets people write', () => {
    const item = { author: { name: 'Press office' }, category: [undefined] } as unknown as Item
    const article = fromFeed(feedOf(item)).articles[0]
    expect(withoutBlanks(article?.authors)).toEqual([{ name: 'Press office' }])
    expect(article?.tags).toEqual([])
  })
})

describe('categories', () => {
  const scheme = 'https://cv.example/medtop/'
  const rows = [
    [{ name: 'Sport' }, ['Sport'], [], false],
    [{ term: 'sport' }, ['sport'], [], false],
    [{ name: 'Sport', term: 'Sport' }, ['Sport'], [], false],
    [{ name: 'Sport', term: 'sport' }, ['Sport'], [], true],
    [{ name: 'Sport', domain: scheme }, [], [{ scheme, code: 'Sport', label: 'Sport' }], false],
    [{ name: 'Sport', term: '15', scheme }, [], [{ scheme, code: '15', label: 'Sport' }], false],
    [{ term: '15', scheme }, [], [{ scheme, code: '15' }], false],
    [
      { term: '15', domain: `${scheme}?a&amp;b` },
      [],
      [{ scheme: `${scheme}?a&b`, code: '15' }],
      false,
    ],
    [
      { name: 'Sport', scheme, domain: 'other' },
      [],
      [{ scheme, code: 'Sport', label: 'Sport' }],
      true,
    ],
    [{ name: 'Sport', domain: 'Syndic8' }, ['Sport'], [], true],
    [{ domain: scheme }, [], [], true],
  ] as const

  it.each(rows)('%j', (category, tags, subjects, isCarried) => {
    const article = fromFeed(feedOf({ category: [category] })).articles[0]
    expect(article?.tags).toEqual(tags)
    expect(article?.subjects).toEqual(subjects)
    expect(article?.data).toEqual(isCarried ? { feed: { category: [category] } } : undefined)
  })
})

describe('files', () => {
  const file = (name: string) => `https://newsroom.example/${name}`

  it.each([
    ['a type', { url: file('render?id=5'), type: 'image/webp' }],
    ['an address', { url: file('photo.JPG?width=600') }],
  ])('an enclosure is a picture by %s', (_, enclosure) => {
    const article = fromFeed(feedOf({ enclosure })).articles[0]
    expect(article?.images).toEqual([enclosure])
    expect(article?.attachments).toEqual([])
  })

  it('an enclosure that is no picture is an attachment; a length of 0 is none', () => {
    const article = fromFeed(feedOf({ enclosure: { url: file('plan.pdf'), length: 0 } }))
      .articles[0]
    expect(withoutBlanks(article?.attachments)).toEqual([{ url: file('plan.pdf') }])
    expect(article?.images).toEqual([])
  })

  it('an image may be an address; what has no field is carried', () => {
    const image = { url: file('a.jpg'), duration: 3 }
    expect(withoutBlanks(fromFeed(feedOf({ image: file('a.jpg') })).articles[0]?.images)).toEqual([
      { url: file('a.jpg') },
    ])
    expect(fromFeed(feedOf({ image })).articles[0]?.data).toEqual({ feed: { image } })
  })

  it('a title is what readers saw in the attribute', () => {
    const enclosure = { url: file('plan.pdf'), title: 'Plans &amp; &lt;drafts>' }
    const feed = feedOf({ enclosure })
    const seen = readXml(feed.rss2()).find(({ path }) => path.endsWith('/enclosure'))
    expect(fromFeed(feed).articles[0]?.attachments?.[0]?.title).toBe(seen?.attributes['title'])
    expect(seen?.attributes['title']).toBe('Plans & <drafts>')
  })
})

describe('what feed was never told', () => {
  it('is an empty text, which means not given', () => {
    expect(fromFeed(new Feed({ title: 'Newsroom' }))).toMatchObject({
      link: '',
      description: '',
      language: '',
      articles: [],
      data: {},
    })
  })

  it('comes from the overrides, which win; data is joined', () => {
    const input = fromFeed(fullFeed(), {
      language: 'fr-CA',
      timeZone: 'America/Toronto',
      updated: null,
      data: { edition: 'morning' },
    })
    expect(input).toMatchObject({
      title: 'Newsroom',
      language: 'fr-CA',
      timeZone: 'America/Toronto',
      updated: null,
      data: { edition: 'morning', feed: { podcast: true } },
    })
  })

  it.each([
    [false, false, {}],
    [undefined, undefined, {}],
    ['Our site', undefined, { feed: { generator: 'Our site' } }],
  ] as const)('generator %s', (generator, expected, data) => {
    const input = fromFeed(
      new Feed({ title: 'Newsroom', ...(generator !== undefined && { generator }) }),
    )
    expect(input.generator).toBe(expected)
    expect(input.data).toEqual(data)
  })
})

describe('own members and extensions', () => {
  it('are carried, dates as text', () => {
    const item = {
      reviewed: new Date('2026-03-03T00:00:00Z'),
      desk: { floor: 3 },
    } as unknown as Item
    expect(fromFeed(feedOf(item)).articles[0]?.data).toEqual({
      feed: { reviewed: '2026-03-03T00:00:00.000Z', desk: { floor: 3 } },
    })
  })

  it('may contain themselves or be very deep without harm', () => {
    const circle: Record<string, unknown> = {}
    circle['a'] = circle
    circle['b'] = circle
    let deep: Record<string, unknown> = {}
    for (let level = 0; level < 100_000; level += 1) deep = { deep }
    const extensions = [
      { name: 'circle', objects: circle },
      { name: 'deep', objects: deep },
    ]
    expect(() => fromFeed(feedOf({ extensions }))).not.toThrow()
  })

  it('named like the parts of every object do none either', () => {
    const objects = JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>
    const input = fromFeed(feedOf({ extensions: [{ name: 'x', objects }] }))
    expect(JSON.stringify(input.articles[0]?.data)).toContain('"__proto__":{"polluted":true}')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

function feedOf(item: Partial<Item>, options: Partial<FeedOptions> = {}): Feed {
  const feed = new Feed({ title: 'Newsroom', link: 'https://newsroom.example/', ...options })
  feed.addItem({
    title: 'First',
    link: 'https://newsroom.example/1',
    date: new Date('2026-03-02T08:00:00Z'),
    ...item,
  })
  return feed
}

function jsonIds(feed: Feed): readonly unknown[] {
  return (JSON.parse(feed.json1()) as { items: { id: unknown }[] }).items.map(({ id }) => id)
}

/** Without members that are undefined, empty lists and empty objects. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, withoutBlanks(member)] as const)
      .filter(([, member]) => member !== undefined && JSON.stringify(member) !== '[]')
      .filter(([, member]) => JSON.stringify(member) !== '{}'),
  )
}

/** Every text, number and date in a value, as text. */
function leaves(value: unknown): readonly string[] {
  if (value instanceof Date) return [value.toISOString()]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves)
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}

/** The object is of the public type, whatever else a test looks at. */
const _typed: FeedInput = fromFeed(fullFeed())
void _typed
