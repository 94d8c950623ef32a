import { Feed } from 'feed'
import { describe, expect, it } from 'vitest'
import type { Article, Feed as ModelFeed } from '../../src/index.js'
import { fromFeed, toFeed } from '../../src/interop/feed-package.js'
import { article, html, modelFeed } from './model-feed.js'
import { readXml, textsOf } from './xml-reading.js'

const site = 'https://newsroom.example'
const pdf = { url: `${site}/plan.pdf`, type: 'application/pdf', title: 'Plan', bytes: 3000 }
const film = { url: `${site}/film.mp4`, type: 'video/mp4' }
const sound = { url: `${site}/speech.mp3`, type: 'audio/mpeg', durationInSeconds: 185 }
const photo = { url: `${site}/plant.jpg`, alt: 'The plant', type: 'image/jpeg', bytes: 2000 }

describe('toFeed', () => {
  it('makes a Feed of the class that it is given', () => {
    const made = toFeed(modelFeed([article()]), Feed)
    expect(made).toBeInstanceOf(Feed)
    expect(textsOf(made.rss2(), 'rss/channel/item/title')).toEqual(['Second plant opens'])
  })

  it('says of the feed what feed has a place for', () => {
    const made = toFeed(
      modelFeed([], {
        id: 'tag:newsroom.example,2026:feed',
        hubs: ['https://hub.example/', 'https://second-hub.example/'],
        authors: [{ name: 'Press office', url: `${site}/press`, email: 'press@newsroom.example' }],
        copyright: '© 2026 The office',
        logo: { url: `${site}/logo.png`, fitsRss: true },
        icon: `${site}/favicon.ico`,
        ttlInMinutes: 60,
        tags: ['Press'],
      }),
      Feed,
    )
    expect(made.options).toStrictEqual({
      title: 'Newsroom',
      link: 'https://newsroom.example/',
      description: 'Press releases',
      language: 'en',
      id: 'tag:newsroom.example,2026:feed',
      updated: new Date('2026-03-04T09:30:00Z'),
      hub: 'https://hub.example/',
      author: {
        name: 'Press office',
        email: 'press@newsroom.example',
        link: 'https://newsroom.example/press',
      },
      copyright: '© 2026 The office',
      image: 'https://newsroom.example/logo.png',
      favicon: 'https://newsroom.example/favicon.ico',
      ttl: 60,
    })
    expect(made.categories).toEqual(['Press'])
  })

  it('leaves out what is not there, and names no generator where none is wanted', () => {
    expect(toFeed(modelFeed([], { generator: false }), Feed).options).toStrictEqual({
      title: 'Newsroom',
      link: 'https://newsroom.example/',
      description: 'Press releases',
      language: 'en',
      id: 'https://newsroom.example/',
      updated: new Date('2026-03-04T09:30:00Z'),
      generator: false,
    })
  })

  it('says of an article what feed has a place for', () => {
    const [item] = itemsOf(
      article({
        updated: '2026-03-04T09:30:00Z',
        summary: 'A plant for rotors.',
        authors: [
          { name: 'Press office' },
          { name: 'Plant office', email: 'plant@newsroom.example' },
        ],
        tags: ['Industry'],
        subjects: [{ scheme: 'https://cv.example/', code: 'med:1', label: 'manufacturing' }],
        rights: '© 2026 The plant office',
      }),
    )
    expect(item).toStrictEqual({
      title: 'Second plant opens',
      link: 'https://newsroom.example/2026/second-plant',
      id: 'tag:newsroom.example,2026:plant',
      date: new Date('2026-03-04T09:30:00Z'),
      published: new Date('2026-03-02T08:00:00Z'),
      description: 'A plant for rotors.',
      content: '<p>The plant will make rotors.</p>',
      author: [{ name: 'Press office' }, { name: 'Plant office', email: 'plant@newsroom.example' }],
      category: [
        { name: 'Industry', term: 'Industry' },
        {
          name: 'manufacturing',
          term: 'med:1',
          scheme: 'https://cv.example/',
          domain: 'https://cv.example/',
        },
      ],
      copyright: '© 2026 The plant office',
    })
  })

  it('gives each kind of file its place', () => {
    const second = { ...film, url: `${site}/second.mp4` }
    const [item] = itemsOf(article({ attachments: [film, second, sound, pdf], images: [photo] }))
    expect(item).toMatchObject({
      enclosure: { url: pdf.url, type: 'application/pdf', title: 'Plan', length: 3000 },
      audio: { url: sound.url, type: 'audio/mpeg', duration: 185 },
      video: { url: film.url, type: 'video/mp4' },
    })
  })

  it('shows the first picture, but never in place of a document', () => {
    const other = { ...photo, url: `${site}/other.jpg` }
    const alone = article({ images: [photo, other] })
    const beside = article({ images: [photo], attachments: [pdf] })
    expect(enclosuresInRss(alone)).toEqual([{ url: photo.url, type: 'image/jpeg', length: '2000' }])
    expect(enclosuresInRss(beside)).toMatchObject([{ url: pdf.url, type: 'application/pdf' }])
  })

  it('writes an RSS length where the size is not known', () => {
    expect(enclosuresInRss(article({ attachments: [film] }))).toEqual([
      { url: film.url, type: 'video/mp4', length: '0' },
    ])
  })

  it('is written as JSON Feed where an article has no author', () => {
    expect(JSON.parse(toFeed(modelFeed([article()]), Feed).json1())).toHaveProperty('items')
  })

  it('keeps captions in the content', () => {
    const figure =
      '<figure><img src="https://newsroom.example/plant.jpg" alt="The plant"><figcaption><p>The plant at dawn. <small>Press office</small></p></figcaption></figure>'
    const made = toFeed(modelFeed([article({ content: html(figure), images: [photo] })]), Feed)
    expect(textsOf(made.rss2(), 'rss/channel/item/content:encoded')).toEqual([figure])
    expect(textsOf(made.atom1(), 'feed/entry/content')).toEqual([figure])
  })
})

const hostile = [
  ']]> one ]]> two ]]>',
  'a < b && "c" > d',
  '<title> & &lt; &amp;',
  'C<T>',
  "it's $& $'",
]

describe('what feed 6 writes of it', () => {
  const made = toFeed(hostileFeed(), Feed)

  it('is well-formed, whatever the texts', () => {
    expect(readXml(made.rss2()).length).toBeGreaterThan(40)
    expect(readXml(made.atom1()).length).toBeGreaterThan(40)
    expect(JSON.parse(made.json1())).toMatchObject({ title: hostile[2] })
  })

  it('is not without the care taken', () => {
    const careless = (item: object) => {
      const feed = new Feed({ title: 'Newsroom', link: site, id: site })
      feed.addItem({ title: 'x', link: site, date: new Date(0), ...item })
      return feed
    }
    expect(() => readXml(careless({ title: hostile[0] }).rss2())).toThrow()
    expect(() => readXml(careless({ category: [{ name: 'C<T>' }] }).atom1())).toThrow()
    const enclosure = { url: pdf.url, title: 'a < b & c' }
    expect(() => readXml(careless({ enclosure }).rss2())).toThrow()
  })

  it('says in titles of files what was meant', () => {
    const titles = readXml(made.rss2())
      .filter(({ path }) => path === 'rss/channel/item/enclosure')
      .map(({ attributes }) => attributes['title'])
    expect(titles).toEqual(hostile)
  })

  it('changes other texts only where it must', () => {
    expect(textsOf(made.rss2(), 'rss/channel/item/title')).toEqual([
      ']]> one ]]&gt; two ]]&gt;',
      ...hostile.slice(1),
    ])
    const terms = readXml(made.atom1()).filter(
      ({ path, attributes }) => path === 'feed/entry/category' && !('scheme' in attributes),
    )
    expect(terms.map(({ attributes }) => attributes['term'])).toEqual([
      ']]> one ]]> two ]]>',
      'a \uFF1C b && "c" > d',
      '\uFF1Ctitle> & &lt; &amp;',
      'C\uFF1CT>',
      "it's $& $'",
    ])
  })

  it('is the same when written twice', () => {
    expect(made.rss2()).toBe(made.rss2())
    expect(made.atom1()).toBe(made.atom1())
  })
})

describe('what fromFeed carried', () => {
  it('is put back', () => {
    const before = new Feed({
      title: 'Newsroom',
      link: `${site}/`,
      description: 'Press releases',
      language: 'en',
      id: `${site}/`,
      generator: 'Our site',
      docs: `${site}/about`,
      stylesheet: `${site}/feed.xsl`,
      podcast: true,
      category: 'News',
      feedLinks: { rss: `${site}/rss.xml`, json: `${site}/feed.json` },
    })
    before.addContributor({ name: 'Web office' })
    before.addExtension({ name: '_desk', objects: { floor: 3 } })
    const { data } = fromFeed(before)
    const after = toFeed(modelFeed([], { ...freeze({ data: data! }), updated: undefined }), Feed)
    expect(after).toEqual(before)
  })

  it('is put back into items, the second id too', () => {
    const before = new Feed({ title: 'Newsroom', link: site })
    before.addItem({
      title: 'Second plant opens',
      link: `${site}/1`,
      date: new Date('2026-03-02T08:00:00Z'),
      guid: 'post-1',
      id: `${site}/1`,
      contributor: [{ name: 'Picture desk' }],
      extensions: [{ name: '_office', objects: { number: '0012' } }],
    })
    const { data, id } = fromFeed(before).articles[0]!
    const [item] = itemsOf(article(freeze({ id: id!, data: data! })))
    expect(item).toMatchObject({
      guid: 'post-1',
      id: `${site}/1`,
      contributor: [{ name: 'Picture desk' }],
      extensions: [{ name: '_office', objects: { number: '0012' } }],
    })
  })

  it.each(['main', 5, null, ['x']])('may be something else: %j', (feed) => {
    const made = toFeed(modelFeed([article({ data: { feed } })], { data: { feed } }), Feed)
    expect(made.items).toHaveLength(1)
    expect(readXml(made.rss2())[0]?.path).toBe('rss')
  })
})

function itemsOf(...articles: readonly Article[]): Feed['items'] {
  return toFeed(modelFeed(articles), Feed).items
}

function enclosuresInRss(one: Article): readonly object[] {
  return readXml(toFeed(modelFeed([one]), Feed).rss2())
    .filter(({ path }) => path === 'rss/channel/item/enclosure')
    .map(({ attributes }) => attributes)
}

function hostileFeed(): ModelFeed {
  const articles = hostile.map((text, index) =>
    article({
      id: `tag:newsroom.example,2026:${index}`,
      title: text,
      summary: text,
      authors: [{ name: text }],
      tags: [text],
      subjects: [{ scheme: 'https://cv.example/?a=1&b=2', code: text, label: text }],
      attachments: [{ ...pdf, url: `${site}/plan.pdf?a=1&b=2`, title: text }],
      images: [{ ...photo, title: text }],
      rights: text,
    }),
  )
  const [, , text = ''] = hostile
  const more = { title: text, description: text, copyright: text, tags: hostile }
  return modelFeed(articles, { ...more, authors: [{ name: text }], link: `${site}/?a=1&b=2` })
}

function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}
