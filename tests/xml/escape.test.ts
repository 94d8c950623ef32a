import { describe, expect, it } from 'vitest'
import { FeedError } from '../../src/issue.js'
import { cdata, escapeAttribute, escapeText } from '../../src/xml/escape.js'
import { parseXml, textOf } from '../conformance/xml-tree.js'

const awkward = 'a & b < c > d "e" \'f\' \t g \n h \r i \r\n j ]]> k &amp; l — 👩‍👩‍👧 \u0085 \u2028'

describe('text and attributes', () => {
  it('are escaped, in hexadecimal and by name, each character once', () => {
    expect(escapeText('R&D <b> "x" &amp;')).toBe('R&#x26;D &#x3C;b&#x3E; "x" &#x26;amp;')
    expect(escapeAttribute('R&D <b> "x"\t\n\r')).toBe(
      'R&amp;D &lt;b&gt; &quot;x&quot;&#x9;&#xA;&#xD;',
    )
  })

  it('come back from a parser as they went in', () => {
    const root = parseXml(`<r a="${escapeAttribute(awkward)}">${escapeText(awkward)}</r>`)
    expect(root.attributes['a']).toBe(awkward)
    expect(textOf(root)).toBe(awkward)
  })

  it('stay the same string when there is nothing to escape', () => {
    expect(escapeText("it's 'fine'\tand\nnew")).toBe("it's 'fine'\tand\nnew")
    expect(escapeAttribute("it's")).toBe("it's")
    expect(escapeText('')).toBe('')
  })
})

describe('CDATA', () => {
  it.each([
    ['', '<![CDATA[]]>'],
    ['<p>a & b</p>', '<![CDATA[<p>a & b</p>]]>'],
    [']]>', '<![CDATA[]]]]><![CDATA[>]]>'],
    ['a]]>b]]>c', '<![CDATA[a]]]]><![CDATA[>b]]]]><![CDATA[>c]]>'],
    [']]]]>>', '<![CDATA[]]]]]]><![CDATA[>>]]>'],
    [']]', '<![CDATA[]]]]>'],
    ['<![CDATA[x]]>', '<![CDATA[<![CDATA[x]]]]><![CDATA[>]]>'],
  ])('of %j', (text, written) => {
    expect(cdata(text)).toBe(written)
    expect(textOf(parseXml(`<r>${cdata(text)}</r>`))).toBe(text)
  })
})

describe('characters that XML cannot carry', () => {
  const illegal = [0x0, 0x8, 0xb, 0xc, 0xe, 0x1f, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfffe, 0xffff]
  const legal = [
    0x9, 0xa, 0xd, 0x20, 0x7f, 0x85, 0x9f, 0xd7ff, 0xe000, 0xfdd0, 0xfffd, 0x10000, 0x10ffff,
  ]

  it.each(illegal)('refuses %i everywhere', (code) => {
    const text = `before ${String.fromCharCode(code)} after`
    for (const write of [escapeText, escapeAttribute, cdata]) {
      expect(() => write(text)).toThrow(FeedError)
    }
  })

  it.each(legal)('writes %i', (code) => {
    const text = `before ${String.fromCodePoint(code)} after`
    expect(textOf(parseXml(`<r>${escapeText(text)}</r>`))).toBe(text)
  })

  it('says which character, and after what', () => {
    expect(() => escapeText('The minister\u0007')).toThrow('U+0007 after "The minister"')
    expect(() => escapeText('\uD83D')).toThrow('U+D83D after ""')
    expect(() => escapeText(`ab${'😀'.repeat(19)}c\u0001`)).toThrow(
      `U+0001 after "${'😀'.repeat(19)}c":`,
    )
  })
})
