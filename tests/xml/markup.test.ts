import { describe, expect, it } from 'vitest'
import {
  addressElement,
  cdataElement,
  emptyElement,
  lines,
  nothing,
  parentElement,
  textElement,
  xmlDocument,
} from '../../src/xml/markup.js'

describe('elements', () => {
  it('of text', () => {
    expect(textElement('title', 'a < b')).toBe('<title>a &#x3C; b</title>')
    expect(textElement('ttl', 60)).toBe('<ttl>60</ttl>')
    expect(textElement('guid', 'x', { isPermaLink: 'false' })).toBe(
      '<guid isPermaLink="false">x</guid>',
    )
    expect(textElement('title', ' a ')).toBe('<title> a </title>')
  })

  it('are nothing for an absent text, but not for an empty one or 0', () => {
    expect(textElement('title', undefined)).toBe('')
    expect(textElement('title', '')).toBe('<title></title>')
    expect(textElement('n', 0)).toBe('<n>0</n>')
  })

  it('of an address, which may be absent', () => {
    expect(addressElement('guid', 'https://a.example/?b=1&c=<', { isPermaLink: 'true' })).toBe(
      '<guid isPermaLink="true">https://a.example/?b=1&amp;c=&lt;</guid>',
    )
    expect(addressElement('link', undefined)).toBe('')
  })

  it('of CDATA', () => {
    expect(cdataElement('content', '<p>]]></p>', { type: 'html' })).toBe(
      '<content type="html"><![CDATA[<p>]]]]><![CDATA[></p>]]></content>',
    )
  })

  it('with attributes in the order given, without those that are undefined', () => {
    expect(emptyElement('link', { rel: 'self', type: undefined, length: 0, href: 'a&b' })).toBe(
      '<link rel="self" length="0" href="a&amp;b"/>',
    )
    expect(emptyElement('br', {})).toBe('<br/>')
  })

  it('of elements, each on a line of its own, and absent ones nowhere', () => {
    const children = [textElement('a', '1'), nothing, textElement('b', '2')]
    expect(parentElement(1, 'item', undefined, children)).toBe(
      '<item>\n    <a>1</a>\n    <b>2</b>\n  </item>',
    )
    expect(parentElement(0, 'item', { x: 1 }, [nothing])).toBe('<item x="1"/>')
    expect(parentElement(0, 'item', undefined, [])).toBe('<item/>')
    expect(lines(1, [])).toBe('')
  })
})

it('writes a document with its declaration first and a line feed last', () => {
  expect(xmlDocument(emptyElement('rss', {}))).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<rss/>\n',
  )
})
