import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createFeed,
  FeedError,
  toAtom,
  toJsonFeed,
  toRss,
  type Article,
  type Feed,
} from 'pressfeed'
import { jsonValues, readArticles, readBack, type ReadArticle } from '../hostile/documents.js'
import { clean } from '../hostile/feed-with.js'
import { textOfHtml } from '../hostile/text-fields.js'
import { select, values } from '../hostile/read-xml.js'
import { anyText } from './any-text.js'
import { runs } from './runs.js'
import { validInput } from './valid-input.js'

describe('a feed of any texts', () => {
  it('is made, and read back as it is from every format', () => {
    fc.assert(
      fc.property(validInput, (input) => {
        const feed = createFeed(input)
        const documents = readBack(feed)
        const { rss, atom, json } = readArticles(documents)
        const expected = feed.articles.map(asRead)
        expect(expected.flatMap(({ captions }) => captions)).not.toContain('')
        expect(rss).toEqual(expected)
        expect(atom).toEqual(expected)
        expect(json).toEqual(expected)
        expectHead(feed, documents)
        expectOther(feed, documents)
      }),
      runs(300),
    )
  })

  it('gives the same bytes every time, and leaves the input as it was', () => {
    fc.assert(
      fc.property(validInput, (input) => {
        const before = structuredClone(input)
        const [once, again] = [createFeed(input), createFeed(before)]
        expect(input).toEqual(before)
        expect(JSON.stringify(once)).toBe(JSON.stringify(again))
        for (const write of [toRss, toAtom, toJsonFeed]) expect(write(once)).toBe(write(again))
      }),
      runs(100),
    )
  })

  it('is refused only for a field that says nothing', () => {
    const texts = fc.record({ title: anyText, headline: anyText, author: anyText, code: anyText })
    fc.assert(
      fc.property(texts, ({ title, headline, author, code }) => {
        const subjects = [{ scheme: 'https://terms.example/', code }]
        const articles = [{ ...clean.articles[0], title: headline, authors: [author], subjects }]
        try {
          readBack(createFeed({ ...clean, title, articles }))
        } catch (error) {
          if (!(error instanceof FeedError)) throw error
          const errors = error.issues.filter(({ severity }) => severity === 'error')
          expect(errors.length).toBeGreaterThan(0)
          for (const { code: kind, path } of errors) {
            expect(`${kind} ${path}`).toMatch(
              /^(missing-field (title|articles\[0\]\.(authors\[0\]|subjects\[0\]\.code))|empty-title articles\[0\]\.title)$/,
            )
          }
        }
      }),
      runs(300),
    )
  })
})

/** What a reader must find of an article; white space and all. */
function asRead({ title, link, id, published, content, images }: Article): ReadArticle {
  return {
    ...{ title, link, id, html: content },
    published: Date.parse(published),
    captions: images.flatMap(({ caption }) => caption ?? []),
    credits: images.flatMap(({ credit }) => credit ?? []),
  }
}

function expectHead(feed: Feed, { rss, atom, json }: ReturnType<typeof readBack>): void {
  expect(values(rss, 'channel/title')).toEqual([feed.title])
  expect(values(atom, 'atom:title')).toEqual([feed.title])
  expect(json['title']).toBe(feed.title)
  expect(values(rss, 'channel/description')).toEqual([feed.description])
  expect(values(atom, 'atom:subtitle')).toEqual([feed.description])
  expect(json['description']).toBe(feed.description)
  expect(values(rss, 'channel/link')).toEqual([feed.link])
  expect(json['home_page_url']).toBe(feed.link)
  expect(values(rss, 'channel/category')).toEqual(feed.tags)
  expect(values(atom, 'atom:category@term')).toEqual(feed.tags)
  expect(json['version']).toBe('https://jsonfeed.org/version/1.1')
}

function expectOther(
  { articles, authors }: Feed,
  { rss, atom, json }: ReturnType<typeof readBack>,
): void {
  const items = select(rss, 'channel/item')
  const entries = select(atom, 'atom:entry')
  const members = jsonValues(json, 'items')
  for (const [n, article] of articles.entries()) {
    const [item, entry, member] = [items[n]!, entries[n]!, members[n]]
    const names = article.authors.map(({ name }) => name)
    // RSS has nowhere else to name the authors of the feed; in Atom few readers look elsewhere.
    const creators = names.length > 0 ? names : authors.map(({ name }) => name)
    expect(values(item, 'dc:creator')).toEqual(creators)
    expect(values(entry, 'atom:author/atom:name')).toEqual(creators)
    expect(jsonValues(member, 'authors/name')).toEqual(names)
    expect(values(item, 'description').map(textOfHtml)).toEqual([article.summary])
    expect(jsonValues(member, 'summary')).toEqual([article.summary])
    expect(jsonValues(member, 'summary')).toEqual(values(entry, 'atom:summary'))
    expect(values(item, 'guid@isPermaLink')).toEqual([String(article.id === article.link)])
    expect(values(item, 'media:content@url')).toEqual(values(entry, 'media:content@url'))
    expect(jsonValues(member, '_press/images/alt')).toEqual(
      article.images.map(({ alt }) => alt).filter((alt) => alt !== ''),
    )
    for (const text of [...values(item, 'georss:point'), ...values(entry, 'georss:point')]) {
      const [north = 0, east = 0] = article.location?.point ?? []
      expect(text).toMatch(/^-?\d+(\.\d+)? -?\d+(\.\d+)?$/)
      const [latitude, longitude] = text.split(' ').map(Number)
      expect(latitude).toBeCloseTo(north, 5)
      expect(longitude).toBeCloseTo(east, 5)
    }
  }
}
