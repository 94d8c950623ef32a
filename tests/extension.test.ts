import { describe, expect, it } from 'vitest'
import { createFeed, defineExtension, element, toAtom, toJsonFeed, toRss } from 'pressfeed'
import { codesOf, namespace, withElement } from './hostile/extensions.js'
import { articleWith, clean, feedWith } from './hostile/feed-with.js'
import { readXml, type ReadElement } from './hostile/read-xml.js'

/** A vocabulary for the place and time of a press conference, from the record's own data. */
const events = defineExtension({
  prefix: 'ev',
  namespace,
  feed: ({ data }) =>
    typeof data['desk'] === 'string' ? [element('ev:desk', { lang: 'en' }, data['desk'])] : [],
  article: ({ data }) =>
    typeof data['place'] === 'string'
      ? [element('ev:event', { room: 'A "1"' }, element('ev:place', {}, data['place']), ' & more')]
      : [],
  json: {
    about: 'https://newsroom.example/ns/events.html',
    feed: ({ data }) => (data['desk'] === undefined ? undefined : { desk: String(data['desk']) }),
    article: ({ data }, feed) =>
      typeof data['place'] === 'string' ? { place: data['place'], of: feed.title } : undefined,
  },
})
const extensions = [events]

const [article] = clean.articles
const place = 'Hall <1> & "2" ]]> 3'
const desk = 'Desk & <co>'
const feed = createFeed({
  ...feedWith({ data: { desk } }),
  articles: [
    { ...article, data: { place } },
    { ...article, title: 'Two', link: '/2' },
  ],
})

describe.each([
  ['RSS', toRss, 'item'],
  ['Atom', toAtom, '{http://www.w3.org/2005/Atom}entry'],
])('a vocabulary in %s', (_, write, item) => {
  it('stands in the feed and in the articles that have it, escaped', () => {
    const all = flatten(readXml(write(feed, { extensions })))
    const [ofFeed] = all.filter(({ name }) => name === `{${namespace}}desk`)
    expect(ofFeed).toMatchObject({ text: desk, attributes: { lang: 'en' } })
    const items = all.filter(({ name }) => name === item)
    const found = items.map(({ children }) => children.filter((child) => child.name.includes('ev')))
    expect(found.map(({ length }) => length)).toEqual([1, 0])
    expect(found[0]?.[0]).toMatchObject({
      name: `{${namespace}}event`,
      attributes: { room: 'A "1"' },
      text: ' & more',
      children: [{ name: `{${namespace}}place`, text: place }],
    })
  })

  it('is declared at the root, and only where it is used', () => {
    expect(write(feed, { extensions })).toMatch(`xmlns:ev="${namespace}"`)
    expect(write(createFeed(clean), { extensions })).toBe(write(createFeed(clean)))
    expect(write(feed, { extensions: [] })).toBe(write(feed))
  })

  it('stands after what the format says itself, and before the media', () => {
    const images = [{ url: '/a.jpg', alt: 'A', caption: 'C' }]
    const one = createFeed(articleWith({ data: { place }, images }))
    const [names = []] = flatten(readXml(write(one, { extensions })))
      .filter(({ name }) => name === item)
      .map(({ children }) => children.map(({ name }) => name))
    const at = names.findIndex((name) => name.includes(namespace))
    expect(names.slice(at + 1).every((name) => name.includes('mrss'))).toBe(true)
    expect(names.length - 1).toBeGreaterThan(at)
    expect(at).toBeGreaterThan(4)
  })

  it.each([
    ['half a character', '\uD800'],
    ['NUL', '\u0000'],
  ])('is refused with %s', (_name, text) => {
    for (const made of [element('ev:a', {}, text), element('ev:a', { b: text })]) {
      expect(codesOf(() => write(feed, { extensions: [withElement(made)] }))).toEqual([
        'illegal-character',
      ])
    }
  })
})

describe('a vocabulary in JSON Feed', () => {
  it('is one object with its prefix, and tells what it is about', () => {
    const about = 'https://newsroom.example/ns/events.html'
    const document: unknown = JSON.parse(toJsonFeed(feed, { extensions }))
    expect(document).toMatchObject({
      _ev: { about, desk },
      items: [{ _ev: { about, place, of: 'News' } }, {}],
    })
    expect((document as { items: object[] }).items[1]).not.toHaveProperty('_ev')
    expect(toJsonFeed(createFeed(clean), { extensions })).toBe(toJsonFeed(createFeed(clean)))
  })

  it('is refused with half a character', () => {
    const broken = { ...events, json: { article: () => ({ text: 'a\uDC00' }) } }
    expect(codesOf(() => toJsonFeed(feed, { extensions: [broken] }))).toEqual(['illegal-character'])
  })
})

describe('types', () => {
  it('hold names to the prefix', () => {
    const article = () => [element('ev:a')]
    expect(defineExtension({ prefix: 'ev', namespace, article }).prefix).toBe('ev')
    // @ts-expect-error: the element has another prefix.
    defineExtension({ prefix: 'other', namespace, article })
    // @ts-expect-error: a name needs a prefix.
    element('a')
    // @ts-expect-error: content is text or elements.
    element('ev:a', {}, 5)
  })

  it('hold elements that are shared to be what they are', () => {
    const shared = element('ev:a', { b: 1, c: undefined }, 'x')
    expect(Object.isFrozen(shared) && Object.isFrozen(shared.attributes)).toBe(true)
    const document = toRss(feed, { extensions: [withElement(shared)] })
    expect(document).toContain('<ev:a b="1">x</ev:a>')
  })
})

function flatten(from: ReadElement): readonly ReadElement[] {
  return [from, ...from.children.flatMap(flatten)]
}
