import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createFeed, toAtom, toJsonFeed, toRss, type FeedInput } from 'pressfeed'
import { full, least } from '../fixtures/inputs.js'
import { readArticles, readBack } from '../hostile/documents.js'
import { articleWith, clean, feedWith } from '../hostile/feed-with.js'

describe('what is not given', () => {
  const optional = {
    ...{ id: 0, updated: 0, timeZone: 0, hub: 0, authors: 0, copyright: 0, logo: 0, icon: 0 },
    ...{ ttlInMinutes: 0, tags: 0, generator: 0, ids: 0, data: 0 },
  }
  const ofArticle = {
    ...{
      updated: 0,
      id: 0,
      summary: 0,
      images: 0,
      attachments: 0,
      authors: 0,
      tags: 0,
      subjects: 0,
    },
    ...{ language: 0, translations: 0, source: 0, location: 0, rights: 0, license: 0 },
    ...{ releaseNumber: 0, expires: 0, data: 0, base: 0, draft: 0 },
  }
  const lists = ['authors', 'tags', 'images', 'attachments', 'subjects', 'translations']
  const texts = [
    ...['id', 'updated', 'timeZone', 'hub', 'copyright', 'logo', 'icon', 'ids', 'summary'],
    ...['language', 'rights', 'license', 'releaseNumber', 'expires', 'base'],
  ]

  it.each([
    ['undefined', () => undefined],
    ['null', () => null],
    ['an empty text or list', empty],
  ])('may be %s', (_, nothing) => {
    const fill = (fields: object) =>
      Object.fromEntries(Object.keys(fields).map((name) => [name, nothing(name)]))
    const article = { ...clean.articles[0], ...fill(ofArticle) }
    expect(createFeed({ ...clean, ...fill(optional), articles: [article] })).toEqual(
      createFeed(clean),
    )
  })

  it('may be so inside too', () => {
    const picture = { url: '/a.jpg', alt: 'A', caption: 'C' }
    const nothing = { credit: null, title: '', type: undefined, bytes: null, license: '' }
    expect(createFeed(articleWith({ images: [{ ...picture, ...nothing }] }))).toEqual(
      createFeed(articleWith({ images: [picture] })),
    )
    expect(createFeed(articleWith({ tags: ['', 'a', ' '] })).articles[0]?.tags).toEqual(['a'])
  })

  function empty(name: string) {
    if (lists.includes(name)) return []
    return texts.includes(name) ? '' : undefined
  }
})

describe('ids', () => {
  it('are version 5 UUIDs of the link in the URL namespace, the same in every format', () => {
    const feed = createFeed(clean)
    const expected = `urn:uuid:${uuidOf('https://newsroom.example/1')}`
    expect(feed.articles[0]?.id).toBe(expected)
    const { rss, atom, json } = readArticles(readBack(feed))
    expect([rss[0]?.id, atom[0]?.id, json[0]?.id]).toEqual([expected, expected, expected])
    // RFC 9562 Appendix A.4 gives this one for a name of the DNS namespace.
    expect(uuidOf('www.example.com', '6ba7b8109dad11d180b400c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
  })

  it('are those of the record, or the link where the feed says so', () => {
    const id = 'tag:newsroom.example,2026:1'
    expect(createFeed(articleWith({ id })).articles[0]?.id).toBe(id)
    expect(createFeed(feedWith({ ids: 'link' })).articles[0]?.id).toBe('https://newsroom.example/1')
  })

  it('do not depend on how a link is written', () => {
    const id = createFeed(clean).articles[0]?.id
    for (const link of ['1', ' /1 ', 'HTTPS://NEWSROOM.example:443/1', '/a/../1']) {
      expect(createFeed(articleWith({ link })).articles[0]?.id).toBe(id)
    }
  })
})

describe('the order', () => {
  const dates = [
    '2026-03-01',
    '2026-03-03T00:00Z',
    '2026-03-02',
    '2026-03-03',
    '2026-03-03T01:00+01:00',
  ]
  const articles = dates.map((published, n) => ({
    ...clean.articles[0],
    ...{ title: `${n}`, link: `/${n}`, published },
  }))

  it('is newest first, and that of the input where the instants are equal', () => {
    const feed = createFeed(feedWith({ articles }))
    expect(feed.articles.map(({ title }) => title)).toEqual(['1', '3', '4', '2', '0'])
    const { rss, atom, json } = readArticles(readBack(feed))
    for (const list of [rss, atom, json]) {
      expect(list.map(({ title }) => title)).toEqual(['1', '3', '4', '2', '0'])
    }
  })
})

describe('the newest change', () => {
  it('is that of the articles, or a later one of the feed', () => {
    const updated = (members: object, feed: object = {}) =>
      createFeed({ ...articleWith({ ...members }), ...feed }).updated
    expect(updated({})).toBe('2026-03-02T00:00:00Z')
    expect(updated({ updated: '2026-03-05' })).toBe('2026-03-05T00:00:00Z')
    expect(updated({}, { updated: '2026-03-07' })).toBe('2026-03-07T00:00:00Z')
    expect(updated({}, { updated: '2026-01-01' })).toBe('2026-03-02T00:00:00Z')
  })
})

describe('`now`', () => {
  it('is what dates are held against, except the expiry', () => {
    const input = articleWith({ expires: '2030-01-01', updated: '2026-03-09' })
    expect(createFeed(input).issues).toEqual([])
    expect(createFeed(input, { now: '2026-03-09' }).issues).toEqual([])
    expect(
      createFeed(input, { now: new Date('2026-03-08') }).issues.map(({ path }) => path),
    ).toEqual(['articles[0].updated'])
  })
})

describe.each([
  ['full', full],
  ['least', least],
])('the feed of %s', (_, input) => {
  it('is frozen all the way down', () => {
    expect(thawed(createFeed(input))).toEqual([])
  })

  it('is made of input that is frozen, and leaves it as it was', () => {
    const frozen = deepFreeze(structuredClone(input)) as FeedInput
    const feed = createFeed(frozen)
    expect(frozen).toEqual(input)
    expect(feed).toEqual(createFeed(input))
  })

  it('gives the same bytes every time', () => {
    for (const write of [toRss, toAtom, toJsonFeed]) {
      const once = write(createFeed(input))
      expect(write(createFeed(structuredClone(input) as FeedInput))).toBe(once)
      expect(write(createFeed(input))).toBe(once)
    }
  })
})

// RFC 9562 section 5.5: SHA-1 of the namespace's bytes and the name, with version and variant set.
function uuidOf(name: string, namespace = '6ba7b8119dad11d180b400c04fd430c8'): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace, 'hex'))
    .update(name, 'utf8')
    .digest()
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-')
}

/** Paths of objects that are not frozen. */
function thawed(value: unknown, path = 'feed'): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([name, item]) => thawed(item, `${path}.${name}`))
  return Object.isFrozen(value) ? inside : [path, ...inside]
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return value instanceof Date ? value : Object.freeze(value)
}

describe('a draft', () => {
  const [article] = clean.articles

  it('is in no feed, and is not checked', () => {
    const draft = { ...article, title: 'Secret', link: 'not yet', published: 'soon', draft: true }
    const feed = createFeed({ ...clean, articles: [...clean.articles, draft] })
    expect(feed).toEqual(createFeed(clean))
    for (const write of [toRss, toAtom, toJsonFeed]) expect(write(feed)).not.toContain('Secret')
  })

  it('is said to be one by `true` alone', () => {
    expect(
      createFeed({ ...clean, articles: [{ ...article, draft: false }] }).articles,
    ).toHaveLength(1)
    expect(() =>
      createFeed({ ...clean, articles: [{ ...article, draft: 'yes' as never }] }),
    ).toThrow('articles[0].draft')
  })
})

describe('a base', () => {
  it('is what body, pictures and attachments are relative to, and the link is not', () => {
    const [article] = createFeed(
      articleWith({
        link: '/news/1',
        base: '/files/1/',
        body: '<p><a href="more.html">More</a></p>',
        images: [{ url: 'a.jpg', alt: 'A', caption: 'A.' }],
        attachments: [{ url: 'a.pdf' }],
      }),
    ).articles
    const { origin } = new URL(clean.link)
    expect(article?.link).toBe(`${origin}/news/1`)
    expect(article?.images[0]?.url).toBe(`${origin}/files/1/a.jpg`)
    expect(article?.attachments[0]?.url).toBe(`${origin}/files/1/a.pdf`)
    expect(article?.content).toContain(`href="${origin}/files/1/more.html"`)
  })
})
