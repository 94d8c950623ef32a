import { describe, expect, it } from 'vitest'
import { createFeed, defineExtension, element, toAtom, toJsonFeed, toRss } from 'pressfeed'
import { codesOf, namespace, withElement } from './extensions.js'
import { clean } from './feed-with.js'

const feed = createFeed(clean)
const events = defineExtension({ prefix: 'ev', namespace })

describe('what is no vocabulary of one’s own', () => {
  const reserved = ['atom', 'xhtml', 'xml', 'xmlns', 'content', 'dc', 'dcterms', 'media', 'georss']
  const malformed = ['', '1a', 'a b', 'a:b', 'é', 'Xml2', 'a"', '-a', 'a>']
  it.each([...reserved, ...malformed])('the prefix %j', (prefix) => {
    for (const write of [toRss, toAtom, toJsonFeed]) {
      const codes = codesOf(() => write(feed, { extensions: [{ prefix, namespace }] }))
      expect([...new Set(codes)]).toEqual(['invalid-extension'])
    }
  })

  it.each(['', 'events', '/ns'])('the namespace %j', (address) => {
    const wrong = [{ prefix: 'ev', namespace: address }]
    expect(codesOf(() => toRss(feed, { extensions: wrong }))).toEqual(['invalid-extension'])
  })

  it.each([
    'http://www.w3.org/2005/Atom',
    'http://purl.org/dc/elements/1.1/',
    'http://search.yahoo.com/mrss/',
    'http://www.w3.org/XML/1998/namespace',
    'http://www.w3.org/2000/xmlns/',
  ])('the namespace %s, which is taken', (taken) => {
    const wrong = { ...withElement(element('ev:a')), namespace: taken }
    expect(codesOf(() => toRss(feed, { extensions: [wrong] }))).toEqual(['invalid-extension'])
  })

  it('one prefix or namespace for two', () => {
    for (const other of [
      { prefix: 'ev', namespace: 'https://newsroom.example/ns/2' },
      { prefix: 'ev2', namespace },
    ]) {
      expect(codesOf(() => toAtom(feed, { extensions: [events, other] }))).toEqual([
        'invalid-extension',
      ])
    }
  })

  it.each(['title', 'link', 'description', 'guid', 'author', 'category', 'source', 'copyright'])(
    'an element named %s, which readers would take for the item’s',
    (name) => {
      const shadow = withElement(element(`ev:${name}`, {}, 'x'))
      expect(codesOf(() => toRss(feed, { extensions: [shadow] }))).toEqual(['invalid-extension'])
    },
  )

  it.each([
    ['another prefix', element('dc:date', {}, 'x')],
    ['another prefix inside', element('ev:a', {}, element('media:rating', {}, 'x'))],
    ['no XML name', element('ev:a b')],
    ['no name', element('ev:')],
    ['two prefixes', element('ev:a:b')],
    ['markup for a name', element('ev:a><script')],
    ['a declaration', element('ev:a', { xmlns: 'https://x.example/' })],
    ['a declaration with a prefix', element('ev:a', { 'xmlns:x': 'https://x.example/' })],
    ['a foreign attribute', element('ev:a', { 'media:b': 'x' })],
    ['markup for an attribute', element('ev:a', { 'b="" c': 'x' })],
  ])('%s', (_, made) => {
    const wrong = withElement(made)
    expect(codesOf(() => toRss(feed, { extensions: [wrong] }))).toEqual(['invalid-extension'])
    expect(codesOf(() => toAtom(feed, { extensions: [wrong] }))).toEqual(['invalid-extension'])
  })
})
