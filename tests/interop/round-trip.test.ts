import fc from 'fast-check'
import { Feed } from 'feed'
import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, toAtom, toJsonFeed, toRss, FeedError } from '../../src/index.js'
import type { ArticleInput, Feed as ModelFeed, FeedInput } from '../../src/index.js'
import { fromFeed, toFeed } from '../../src/interop/feed-package.js'
import { fullFeed } from './full-feed.js'
import { readXml, textsOf } from './xml-reading.js'

const site = 'https://newsroom.example'
const captioned: ArticleInput = {
  title: 'Deuxième usine à Hà Nội 🏭',
  link: '/2026/second-plant',
  id: 'tag:newsroom.example,2026:second-plant',
  published: '2026-03-02T08:00:00Z',
  updated: '2026-03-04T09:30:00Z',
  summary: 'A plant for « rotors » & more.',
  body: '<p>The plant will make <a href="/rotors/">rotors</a> for $5.</p>',
  images: [
    { url: '/plant.jpg', alt: 'The plant', caption: 'The plant at dawn.', credit: 'Press office' },
  ],
  authors: [
    { name: 'Press office', url: '/press', email: 'press@newsroom.example' },
    'Plant office',
  ],
  tags: ['Industry', 'Rotors'],
  subjects: [{ scheme: 'https://cv.example/', code: 'medtop:20000235', label: 'manufacturing' }],
  attachments: [
    { url: '/speech.mp3', type: 'audio/mpeg', bytes: 4000, durationInSeconds: 185, title: 'R & D' },
  ],
  rights: '© 2026 The plant office',
}
const plain: ArticleInput = {
  title: 'Office moves',
  link: '/2026/office-moves',
  published: '2026-02-01',
  body: '<p>The office is in <b>Harbour Street</b> now.</p>',
  attachments: [{ url: '/plan.pdf', title: 'Plan' }, { url: '/tour.mp4' }],
}
const input: FeedInput = {
  title: 'Newsroom',
  link: `${site}/`,
  description: 'Press releases',
  language: 'en',
  articles: [captioned, plain],
  authors: ['Press office'],
  copyright: '© 2026 The office',
  ttlInMinutes: 60,
  tags: ['Press'],
  hub: 'https://hub.example/',
  icon: '/favicon.ico',
}

describe('from our feed to feed and back', () => {
  const before = createFeed(input)
  const after = createFeed(fromFeed(toFeed(before, Feed)))

  it('keeps what feed has a place for, to the letter', () => {
    const rewritten = after.articles.map(({ data: _, images: __, ...rest }) => rest)
    expect(rewritten).toEqual(before.articles.map(({ data: _, images: __, ...rest }) => rest))
    expect(headOf(after)).toEqual(headOf(before))
  })

  it('keeps picture and caption, which stand in the content', () => {
    expect(after.articles[0]?.content).toContain('<figcaption><p>The plant at dawn. <small>')
    expect(after.articles[0]?.images[0]).toMatchObject({ url: `${site}/plant.jpg` })
  })
})

describe('any text, made a feed by us', () => {
  it('is well-formed when feed 6 writes it', () => {
    const parts = fc.constantFrom(
      ']]>',
      '<',
      '&',
      '"',
      "'",
      '&lt;',
      '&amp;',
      '$&',
      '<b>',
      '</b>',
      ' ',
    )
    const text = fc
      .array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
      .map((pieces) => `x${pieces.join('')}`)
    const record = fc.record({ title: text, summary: text, body: text, tag: text, file: text })
    fc.assert(
      fc.property(record, ({ tag, file, ...texts }) => {
        const attachments = [{ url: '/plan.pdf', title: file }]
        const subjects = [{ scheme: 'https://cv.example/?a&b', code: tag, label: tag }]
        const article = { ...plain, ...texts, tags: [tag], subjects, attachments, authors: [file] }
        const made = toFeed(createFeed({ ...input, tags: [tag], articles: [article] }), Feed)
        expect(readXml(made.rss2()).length).toBeGreaterThan(10)
        expect(readXml(made.atom1()).length).toBeGreaterThan(10)
        expect(JSON.parse(made.json1())).toHaveProperty('items')
        const [back] = fromFeed(made).articles
        expect(back?.attachments?.[0]?.title).toBe(
          createFeed({ ...input, articles: [article] }).articles[0]?.attachments[0]?.title,
        )
      }),
    )
  })
})

describe('from feed to ours', () => {
  const old = fullFeed()
  const feed = createFeed(fromFeed(old))

  it('delivers nothing twice: ids and dates are those that subscribers know', () => {
    const rss = toRss(feed, { self: `${site}/rss.xml` })
    for (const name of ['guid', 'pubDate']) {
      const read = (xml: string) => textsOf(xml, `rss/channel/item/${name}`).map(instant)
      expect(read(rss)).toEqual(read(old.rss2()))
    }
    const atom = toAtom(feed, { self: `${site}/atom.xml` })
    expect(textsOf(atom, 'feed/entry/id')).toEqual(textsOf(old.atom1(), 'feed/entry/id'))
    const ids = (json: string) => (JSON.parse(json) as { items: { id: string }[] }).items[0]?.id
    expect(ids(toJsonFeed(feed))).toBe(ids(old.json1()))
  })

  it('and back is what feed would have written, but for what it cannot tell apart', () => {
    const back = toFeed(feed, Feed)
    expect(back.options).toEqual(old.options)
    expect(back.categories).toEqual(old.categories)
    expect(back.contributors).toEqual(old.contributors)
    expect(back.extensions).toEqual(old.extensions)
    expect(back.items[0]).toMatchObject({
      id: old.items[0]?.id,
      date: old.items[0]?.date,
      published: old.items[0]?.published,
      contributor: old.items[0]?.contributor,
      extensions: old.items[0]?.extensions,
    })
  })

  it('an id that is no URI stays in RSS and JSON Feed; Atom refuses it', () => {
    const older = new Feed({ title: 'N', link: site, description: 'News', language: 'en' })
    const date = new Date('2026-03-02T08:00:00Z')
    older.addItem({ title: 'First', link: `${site}/1`, id: 'post-1', date, content: '<p>Text</p>' })
    const made = createFeed(fromFeed(older))
    expect(made.issues.map(({ code }) => code)).toContain('id-not-uri')
    expect(textsOf(toRss(made), 'rss/channel/item/guid')).toEqual(['post-1'])
    expect(toJsonFeed(made)).toContain('"post-1"')
    expect(() => toAtom(made)).toThrow(FeedError)
  })

  it('names the item whose date is none, where feed throws a bare RangeError', () => {
    const older = fullFeed()
    older.items[1]!.date = new Date(NaN)
    expect(() => createFeed(fromFeed(older))).toThrow(/articles\[1\]\.published/)
  })

  it('says what is missing when feed was never told', () => {
    const bare = fromFeed(new Feed({ title: 'Newsroom', link: site, updated: new Date(0) }))
    const errors = checkFeed(bare).filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, path }) => [code, path])).toEqual([
      ['missing-field', 'description'],
      ['missing-field', 'language'],
    ])
  })
})

/** What a feed says of itself. The id may be new: feed needs one and gets the link. */
function headOf({ articles: _, issues: __, id: ___, data: ____, ...head }: ModelFeed): object {
  return head
}

/** A date as a moment, anything else as it is. */
function instant(text: string): string | number {
  return /^\w{3}, /.test(text) ? Date.parse(text) : text
}
