import { Feed } from 'feed'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { createFeed, toAtom, toJsonFeed, toRss } from 'pressfeed'

// The evidence for docs/decisions.md, "The writers are our own": what the package `feed` makes of input
// that ours carries. If a later version of it does better, a test here goes red and the page is due.

const date = new Date('2026-03-02T08:00:00Z')
const link = 'https://newsroom.example/1'

function withFeed(item: object): Feed {
  const feed = new Feed({
    id: 'https://newsroom.example/',
    title: 'News',
    link: 'https://newsroom.example/',
    description: 'All news',
    updated: date,
    copyright: '',
  })
  feed.addItem({ title: 'One', id: link, link, date, content: '<p>Text</p>', ...item })
  return feed
}

function withPressfeed(article: object) {
  return createFeed({
    title: 'News',
    link: 'https://newsroom.example/',
    description: 'All news',
    language: 'en',
    articles: [{ title: 'One', link, published: date, body: '<p>Text</p>', ...article }],
  })
}

function isWellFormed(xml: string): boolean {
  let faults = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => {
    faults += 1
  })
  parser.write(xml).close()
  return faults === 0
}

describe('feed 6.0.0, where pressfeed holds', () => {
  it.each([
    ['a control character in the title', { title: 'One\u0007' }, { title: 'One\u0007' }],
    ['two ends of CDATA in the title', { title: ']]> ]]>' }, { title: ']]> ]]>' }],
  ])('makes XML that cannot be read of %s', (_, item, article) => {
    expect(isWellFormed(withFeed(item).rss2())).toBe(false)
    expect(isWellFormed(withFeed(item).atom1())).toBe(false)
    expect(isWellFormed(toRss(withPressfeed(article)))).toBe(true)
    expect(isWellFormed(toAtom(withPressfeed(article)))).toBe(true)
  })

  it('makes Atom that cannot be read of < in a category', () => {
    expect(isWellFormed(withFeed({ category: [{ name: 'a<b' }] }).atom1())).toBe(false)
    expect(isWellFormed(toAtom(withPressfeed({ tags: ['a<b'] })))).toBe(true)
  })

  it('has no place for a caption or credit', () => {
    const url = 'https://newsroom.example/p.jpg'
    const theirs = withFeed({ image: { url, caption: 'The caption', credit: 'The credit' } })
    // Attributes that RSS does not have on an enclosure; no reader looks for them.
    expect(theirs.rss2()).toContain(
      '<enclosure length="0" type="image/jpg" url="https://newsroom.example/p.jpg" caption="The caption" credit="The credit"/>',
    )
    expect(theirs.json1()).not.toContain('The caption')
    for (const text of [theirs.rss2(), theirs.atom1(), theirs.json1()]) {
      expect(text).not.toContain('media:description')
      expect(text).not.toContain('figcaption')
    }
    const ours = withPressfeed({ images: [{ url, caption: 'The caption', credit: 'The credit' }] })
    for (const text of [toRss(ours), toAtom(ours), toJsonFeed(ours)]) {
      expect(text).toContain('<p>The caption <small>Photo: The credit</small></p>')
    }
  })

  it('carries one picture in RSS', () => {
    const [first, second] = ['https://newsroom.example/1.jpg', 'https://newsroom.example/2.jpg']
    const theirs = withFeed({ image: first, enclosure: { url: second, type: 'image/jpeg' } }).rss2()
    expect([first, second].filter((url) => theirs.includes(`url="${url}"`))).toHaveLength(1)
    const ours = toRss(withPressfeed({ images: [{ url: first }, { url: second }] }))
    expect(
      [first, second].filter((url) => ours.includes(`<media:content url="${url}"`)),
    ).toHaveLength(2)
  })

  it('names a PDF image/pdf in Atom, whatever type is given', () => {
    const url = 'https://newsroom.example/a.pdf'
    const theirs = withFeed({ enclosure: { url, type: 'application/pdf', length: 4096 } }).atom1()
    expect(theirs).toContain('type="image/pdf"')
    const ours = toAtom(
      withPressfeed({ attachments: [{ url, type: 'application/pdf', bytes: 4096 }] }),
    )
    expect(ours).toContain('rel="enclosure" type="application/pdf" length="4096"')
  })

  it('writes a bare name as RSS author', () => {
    expect(withFeed({ author: [{ name: 'Press office' }] }).rss2()).toContain(
      '<author>Press office',
    )
    expect(toRss(withPressfeed({ authors: ['Press office'] }))).toContain(
      '<dc:creator>Press office',
    )
  })

  it('prints an invalid date, or throws without naming the article', () => {
    const item = { date: new Date(Number.NaN) }
    expect(withFeed(item).rss2()).toContain('Invalid Date')
    expect(() => withFeed(item).atom1()).toThrow(RangeError)
    expect(() => withPressfeed({ published: new Date(Number.NaN) })).toThrow(
      'articles[0].published',
    )
  })

  it('reads the clock', () => {
    const { updated: _, ...options } = withFeed({}).options
    const without = new Feed(options)
    const year = new Date().getUTCFullYear()
    expect(without.rss2()).toMatch(new RegExp(`<lastBuildDate>[^<]*${year}`))
    expect(toRss(withPressfeed({}))).toContain('<lastBuildDate>Mon, 02 Mar 2026')
  })

  it('writes JSON Feed 1.0', () => {
    expect(withFeed({}).json1()).toContain('https://jsonfeed.org/version/1"')
    expect(toJsonFeed(withPressfeed({}))).toContain('https://jsonfeed.org/version/1.1"')
  })
})
