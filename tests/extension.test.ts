import { describe, expect, it } from 'vitest'
import {
  FeedError,
  createFeed,
  defineExtension,
  element,
  toAtom,
  toJsonFeed,
  toRss,
  type Article,
  type Extension,
} from 'pressfeed'
import { issue } from '../src/issue.js'
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

describe('a vocabulary whose own code fails', () => {
  const fails = (thrown: unknown) => () => {
    throw thrown
  }
  const failsAtTwo = ({ title }: Article) => (title === 'Two' ? fails(new Error('no\n\tid'))() : [])
  const faultOf = (write: () => unknown) => {
    const error = caught(write)
    expect(error).toBeInstanceOf(FeedError)
    return (error as FeedError).issues
  }
  const failed = (path: string, words: string, wanted = 'elements') => [
    issue('invalid-extension', path, `Extension "ev" failed: ${words}; expected ${wanted}`),
  ]
  const second = `articles[${feed.articles.findIndex(({ title }) => title === 'Two')}]`

  it.each([
    ['RSS', toRss],
    ['Atom', toAtom],
  ])('says for which article, in %s', (_, write) => {
    const own = (parts: Partial<Extension>) => ({
      extensions: [{ prefix: 'ev', namespace, ...parts }],
    })
    const options = own({ article: failsAtTwo })
    expect(faultOf(() => write(feed, options))).toEqual(failed(second, 'no id'))
    const forFeed = own({ feed: fails(new TypeError('x is not a function')) })
    expect(faultOf(() => write(feed, forFeed))).toEqual(failed('feed', 'x is not a function'))
  })

  it('says for which article in JSON Feed', () => {
    const own = (json: NonNullable<Extension['json']>) => ({
      extensions: [{ prefix: 'ev', namespace, json }],
    })
    const json = 'an object of plain JSON'
    const article = (each: Article) => ({ list: failsAtTwo(each) })
    expect(faultOf(() => toJsonFeed(feed, own({ article })))).toEqual(failed(second, 'no id', json))
    const forFeed = own({ feed: fails('gone') })
    expect(faultOf(() => toJsonFeed(feed, forFeed))).toEqual(failed('feed', 'gone', json))
  })

  it.each<[string, unknown, string]>([
    ['an error without words', new RangeError(), 'RangeError'],
    ['text without words', ' ', 'something without a message was thrown'],
    ['nothing', undefined, 'something without a message was thrown'],
    ['what no text can be made of', Object.create(null), 'something without a message was thrown'],
    [
      'an error whose message is none',
      Object.defineProperty(new Error(), 'message', { value: {} }),
      'Error',
    ],
    ['controls of a terminal', new Error('a\u001B[2Jb\u202Ec\uD800'), 'a [2Jb c'],
    ['very much', new Error('x'.repeat(5000)), `${'x'.repeat(1000)}…`],
    ['a FeedError that finds nothing', new FeedError([]), 'FeedError'],
  ])('puts %s into words', (_, thrown, words) => {
    const broken = { prefix: 'ev', namespace, feed: fails(thrown) }
    expect(faultOf(() => toRss(feed, { extensions: [broken] }))).toEqual(failed('feed', words))
  })

  it('is heard when it says what is wrong itself', () => {
    const own = new FeedError([issue('invalid-value', 'articles[0].data.place', 'Cannot use it')])
    const extension = { prefix: 'ev', namespace, article: fails(own), json: { feed: fails(own) } }
    for (const write of [toRss, toAtom, toJsonFeed]) {
      expect(caught(() => write(feed, { extensions: [extension] }))).toBe(own)
    }
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

function caught(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
