import { describe, expect, it } from 'vitest'
import {
  checkFeed,
  createFeed,
  element,
  FeedError,
  toAtom,
  toJsonFeed,
  toRss,
  type CreateFeedOptions,
  type Extension,
  type XmlElement,
} from 'pressfeed'
import { articleWith, clean, saidOf } from './feed-with.js'

// What types forbid and JavaScript allows: still a finding, never a TypeError or RangeError of nobody's.

const feed = createFeed(clean)
const namespace = 'https://newsroom.example/ns'

function withElements(elements: unknown): Extension {
  const article = () => elements as readonly XmlElement<`x:${string}`>[]
  return { prefix: 'x', namespace, article }
}

describe('options', () => {
  it('an empty `self` is none', () => {
    expect(toRss(feed, { self: '' })).toBe(toRss(feed))
    expect(toAtom(feed, { self: '' })).toBe(toAtom(feed))
    expect(toJsonFeed(feed, { self: '' })).toBe(toJsonFeed(feed))
  })

  it.each([5, {}, []])('`self` that is %j', (self) => {
    for (const write of [toRss, toAtom, toJsonFeed]) {
      expect(() => write(feed, { self: self as unknown as string })).toThrow(FeedError)
    }
  })

  it('`null` for options', () => {
    expect(createFeed(clean, null as unknown as CreateFeedOptions)).toEqual(feed)
  })
})

describe('an extension', () => {
  it.each([
    ['a text', '<x:a/>'],
    ['texts', ['<x:a/>']],
    ['null', [null]],
    ['no attributes', [{ name: 'x:a', attributes: null, children: [] }]],
    ['an object for an attribute', [{ name: 'x:a', attributes: { b: {} }, children: [] }]],
    ['a number in an element', [{ name: 'x:a', attributes: {}, children: [5] }]],
  ])('that returns %s', (_, elements) => {
    expect(() => toRss(feed, { extensions: [withElements(elements)] })).toThrow(FeedError)
    expect(() => toAtom(feed, { extensions: [withElements(elements)] })).toThrow(FeedError)
  })

  it.each(['x', {}, [null], [undefined]])('that is %j in place of a list of them', (given) => {
    const extensions = given as unknown as readonly Extension[]
    for (const write of [toRss, toAtom, toJsonFeed]) {
      expect(() => write(feed, { extensions })).toThrow(FeedError)
    }
  })

  it('that is null is none', () => {
    const extensions = null as unknown as readonly Extension[]
    for (const write of [toRss, toAtom, toJsonFeed]) {
      expect(write(feed, { extensions })).toBe(write(feed))
    }
  })

  it('that nests without end', () => {
    let deep: XmlElement<`x:${string}`> = element('x:a')
    for (let level = 0; level < 20_000; level += 1) deep = element('x:a', {}, deep)
    expect(() => toRss(feed, { extensions: [withElements([deep])] })).toThrow(/levels deep/)
  })

  it.each([
    ['a BigInt', { a: 1n }],
    ['a text', 'a'],
    ['null', null],
    ['a list', [1]],
  ])('whose JSON is %s', (_, members) => {
    const json = { article: () => members as never }
    expect(() => toJsonFeed(feed, { extensions: [{ prefix: 'x', namespace, json }] })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: 'articles[0]' })] }),
    )
  })
})

describe('data', () => {
  it('has its names cleaned too', () => {
    const input = articleWith({ data: { 'a\u0000': '\u0093x' } })
    expect(saidOf(input)).toEqual([
      expect.stringMatching(/^replaced-characters articles\[0\]\.data/),
      expect.stringMatching(/^removed-characters articles\[0\]\.data/),
    ])
    expect(createFeed(input).articles[0]?.data).toEqual({ a: '“x' })
  })
})

describe('messages', () => {
  it('cannot move the cursor or turn the line of a terminal', () => {
    const [issue] = checkFeed({ ...clean, ['x\u009B31m\u2028\u202E']: 1 } as typeof clean)
    expect(issue?.code).toBe('unknown-field')
    expect(issue?.message).toMatch(/^[\x20-\x7E]+$/)
  })
})

describe('numbers at the edge', () => {
  it('have no exponent and no negative zero in a document', () => {
    const location = { latitude: -1e-12, longitude: 1e-7 }
    expect(toRss(createFeed(articleWith({ location })))).toContain(
      '<georss:point>0 0.0000001</georss:point>',
    )
    const attachments = [{ url: '/a.mp3', durationInSeconds: 1e300 }]
    expect(saidOf(articleWith({ attachments }))).toEqual([
      'invalid-value articles[0].attachments[0].durationInSeconds',
    ])
  })
})

describe('a line break of HTML in a title', () => {
  it.each(['a<br>b', 'a<br/>b', 'a<BR />b'])('%s is taken out', (title) => {
    const input = articleWith({ title })
    expect(saidOf(input)).toEqual(['markup-in-text articles[0].title'])
    expect(createFeed(input).articles[0]?.title).toBe('a b')
  })
})
