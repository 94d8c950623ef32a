import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, toAtom, toJsonFeed, toRss, type FeedInput } from 'pressfeed'
import { readArticles, readBack, readJson } from './documents.js'
import { articleWith, clean, feedWith } from './feed-with.js'

/** The time of readers is not ours, so of XML only the end is looked at here. */
function writeAll(input: FeedInput): void {
  const feed = createFeed(input)
  expect(toRss(feed)).toMatch(/<\/rss>\n$/)
  expect(toAtom(feed)).toMatch(/<\/feed>\n$/)
  readJson(toJsonFeed(feed))
}

const many = 100_000

describe('large inputs', () => {
  it('a very long title', () => {
    const title = 'Title '.repeat(many - 1) + 'Titl'
    const { rss } = readArticles(readBack(createFeed(articleWith({ title }))))
    expect(rss[0]?.title).toBe(title)
  })

  it.each([
    ['spaces', ' '.repeat(5 * many)],
    ['less-than signs', '<'.repeat(many)],
    ['open comments', '<!--'.repeat(many)],
    ['open tags', '<a '.repeat(many)],
    ['ampersands', '&'.repeat(many)],
    ['entities', '&amp'.repeat(many)],
    ['ends of CDATA', ']]>'.repeat(many)],
    ['half characters', '\uD800'.repeat(many)],
    ['NUL', '\u0000'.repeat(many)],
    ['spaces in a word', `a${' '.repeat(2 * many)}b`],
    ['backslashes', '\\'.repeat(2 * many) + 'ud800'],
  ])('%s as title, summary, caption and tag', (_, text) => {
    const input = articleWith({
      ...{ title: `T${text}`, summary: text, tags: [text] },
      images: [{ url: '/a.jpg', alt: text, caption: text }],
    })
    writeAll(input)
  })

  it.each([
    ['paragraphs', '<p>Text.</p>'.repeat(100_000)],
    ['open elements', '<div>'.repeat(many)],
    ['open inline elements', '<b>'.repeat(300_000)],
    ['open lists', '<ul><li>'.repeat(50_000)],
    ['open tables', '<table><tr><td>'.repeat(30_000)],
    ['closing tags', '</p>'.repeat(many)],
    ['mixed nesting', '<b><p><i></b>'.repeat(100_000)],
    ['attributes', `<p ${'a="1" '.repeat(300_000)}>x</p>`],
    ['open attributes', '<p a="'.repeat(500_000)],
    ['entities', '&#x41;'.repeat(500_000)],
    ['open comments', '<!--'.repeat(many)],
    ['spaces', `<p>${' '.repeat(5 * many)}</p>`],
    ['one word', `<p>${'a'.repeat(5 * many)}</p>`],
    ['pictures', '<img src="/a.jpg" alt="A">'.repeat(20_000)],
    ['candidates', `<img src="/a.jpg" srcset="${'/b.jpg 2x,'.repeat(40_000)}">`],
    ['captions', '<figure><img src="/a.jpg"><figcaption>C</figcaption></figure>'.repeat(8_000)],
  ])('%s as body', (_, body) => {
    writeAll(articleWith({ body }))
  })

  it.each([
    ['addresses', { link: `/${'a/../'.repeat(200_000)}` }],
    ['percent signs', { link: `/${'%'.repeat(many)}` }],
    ['brackets', { link: `/${'['.repeat(many)}` }],
    ['fragments', { link: `/${'#'.repeat(many)}` }],
    ['parameters', { link: `/?${'utm_source=a&'.repeat(100_000)}` }],
    ['an id', { id: `tag:newsroom.example,2026:${'#'.repeat(many)}` }],
    ['a date', { published: `2026-03-02T09:00.${'0'.repeat(many)}` }],
    ['a language', { language: `en${'-aaaaa'.repeat(200_000)}` }],
    ['an unknown name', { ['a'.repeat(many)]: 1 }],
  ])('%s', (_, record) => {
    const issues = checkFeed(articleWith(record))
    for (const { message } of issues) expect(message.length).toBeLessThan(1000)
  })

  it('messages stay short, whatever they quote', () => {
    const tag = `a,${'b'.repeat(many)}`
    const link = `/1?utm_${'a'.repeat(many)}=1`
    const data = { ['b'.repeat(many)]: 1n }
    const images = ['x', 'y'].map((alt) => ({
      url: `/${'c'.repeat(many)}.jpg`,
      alt,
      caption: 'C',
    }))
    const id = `a ${'d'.repeat(many)}`
    const input = articleWith({ tags: [tag], link, data, images, id, ['e'.repeat(many)]: 1 })
    const lengths = checkFeed(input).map(({ message }) => message.length)
    expect(lengths.length).toBeGreaterThanOrEqual(6)
    expect(Math.max(...lengths)).toBeLessThan(1000)
  })
})

describe('many things', () => {
  it('20,000 pictures under one caption', () => {
    const images = Array.from({ length: 20_000 }, (_, n) => ({
      url: `/${n}.jpg`,
      alt: 'Alt',
      caption: 'Same',
    }))
    const { rss, json } = readArticles(readBack(createFeed(articleWith({ images }))))
    expect([rss[0]?.captions.length, json[0]?.captions.length]).toEqual([20_000, 20_000])
  })

  it('10,000 tags, subjects, authors, attachments and translations', () => {
    const each = <T>(make: (n: number) => T) => Array.from({ length: 10_000 }, (_, n) => make(n))
    const input = articleWith({
      tags: each((n) => `Tag ${n}`),
      subjects: each((n) => ({ scheme: 'https://terms.example/', code: `${n}`, label: `L${n}` })),
      authors: each((n) => `Office ${n}`),
      attachments: each((n) => ({ url: `/${n}.pdf`, title: 'Same' })),
      translations: each((n) => ({ language: 'fr', link: `/fr/${n}` })),
    })
    writeAll(input)
  })

  it('10,000 values of the wrong type', () => {
    const tags = Array.from({ length: 10_000 }, (_, n) => n)
    expect(checkFeed(articleWith({ tags })).length).toBe(10_000)
    const images = tags.map((url) => ({ url, caption: 5, alt: 'A' }))
    expect(checkFeed(articleWith({ images })).length).toBeGreaterThanOrEqual(20_000)
  })

  it('10,000 unknown fields', () => {
    const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`field${n}`, n]))
    expect(checkFeed(articleWith(fields)).length).toBe(10_000)
  })

  it('10,000 articles under one title, link and date', () => {
    const articles = Array.from({ length: 10_000 }, () => clean.articles[0])
    expect(checkFeed(feedWith({ articles })).length).toBeGreaterThanOrEqual(10_000)
  })

  it('5,000 articles without anything but what is required', () => {
    const articles = Array.from({ length: 5_000 }, (_, n) => ({
      ...{ title: `Title ${n}`, link: `/${n}` },
      published: new Date(Date.UTC(2026, 0, 1, 0, 0, n)),
    }))
    const feed = createFeed(feedWith({ articles }))
    const { rss, atom, json } = readArticles(readBack(feed))
    expect([rss.length, atom.length, json.length]).toEqual([5_000, 5_000, 5_000])
  })
})

it('no writer changes its mind about a large feed', () => {
  const articles = Array.from({ length: 1_000 }, (_, n) => ({
    ...{ title: `Title ${n}`, link: `/${n}`, published: '2026-03-02', body: '<p>Text.</p>' },
  }))
  const feed = createFeed(feedWith({ articles }))
  for (const write of [toRss, toAtom, toJsonFeed]) expect(write(feed)).toBe(write(feed))
})
