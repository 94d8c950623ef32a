import { describe, expect, it } from 'vitest'
import { BlockBuilder } from '../../src/html/blocks.js'
import { InlineStack } from '../../src/html/inline-stack.js'
import { prepareBody } from '../../src/html/prepare-body.js'
import { element, isNamed, type Attributes, type Node } from '../../src/html/tree.js'

const base = 'https://newsroom.example/'
const html = (input: string): string => prepareBody(input, { base, pictures: [] }).html
/** Links as they are written. */
const link = (path: string, text: string): string =>
  `<a href="https://newsroom.example${path}">${text}</a>`

// HTML standard, section 13.2.4.3: `a b code em i s small strong u` and a few old ones are formatting.
describe('formatting that was left open goes on', () => {
  it.each([
    ['behind a paragraph', '<p><b>one</p>two', '<p><b>one</b></p><p><b>two</b></p>'],
    [
      'behind a quotation',
      '<blockquote><b>one</blockquote>two',
      '<blockquote><p><b>one</b></p></blockquote><p><b>two</b></p>',
    ],
    ['behind a container', '<div><b>one</div>two', '<p><b>one</b></p><p><b>two</b></p>'],
    [
      'behind an item',
      '<ul><li><b>one<li>two</ul>',
      '<ul><li><b>one</b></li><li><b>two</b></li></ul>',
    ],
    [
      'behind a list that stood straight in a list',
      '<ul><li>one</li><ul><li><b>two</li></ul></ul>three',
      '<ul><li>one<ul><li><b>two</b></li></ul></li></ul><p><b>three</b></p>',
    ],
    [
      'behind what was opened around it',
      '<p><cite>one<b>two</cite>three</b>four',
      '<p><cite>one<b>two</b></cite><b>three</b>four</p>',
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })

  it.each(['a href="/x"', 'b', 'code', 'em', 'i', 's', 'small', 'strong', 'u'])(
    'here %s',
    (tag) => {
      const [name = ''] = tag.split(' ')
      const out = html(`<p><${tag}>one</p>two`)
      expect(out.split(`<${name}`)).toHaveLength(3)
      expect(out).toContain(`two</${name}></p>`)
    },
  )

  it.each([
    ['a cell', '<blockquote><blockquote><b>one</blockquote></blockquote>'],
    ['a cell, from far within', '<ul><li><ul><li><ul><li><b>one</ul></ul></ul>'],
  ])('also behind the table that follows it, though nothing leaves %s', (_name, begun) => {
    const out = html(`${begun}<table><caption>two</caption><tr><td>three</table>four`)
    expect(out).toContain('</table><p><b>four</b></p>')
  })

  it('and stops at its end tag in a deeper block', () => {
    expect(html('<b>one<blockquote>two</b>three</blockquote>four')).toBe(
      '<p><b>one</b></p><blockquote><p><b>two</b>three</p></blockquote><p>four</p>',
    )
  })

  it('not at an end tag in a cell, which belongs to the cell', () => {
    expect(html('<b>one<table><tr><td>two</b> three</table>four')).toBe(
      '<p><b>one</b></p><table><tbody><tr><td><b>two three</b></td></tr></tbody></table><p><b>four</b></p>',
    )
  })
})

describe('an inline element that is no formatting', () => {
  it.each(['abbr', 'cite', 'dfn', 'mark', 'q', 'sub', 'sup', 'var'])(
    'ends with the line or block that it began in, here %s',
    (name) => {
      const lines = `<p><${name}>one</${name}></p><p>two</p>`
      expect(html(`<p><${name}>one</p>two`)).toBe(lines)
      expect(html(`<div><${name}>one</div>two`)).toBe(lines)
      expect(html(`<blockquote><${name}>one</blockquote>two`)).toBe(
        `<blockquote><p><${name}>one</${name}></p></blockquote><p>two</p>`,
      )
    },
  )

  it.each([
    ['a paragraph', '<p>two</p>', '<p><cite>two</cite></p>'],
    ['a container', '<div>two</div>', '<p><cite>two</cite></p>'],
    ['a heading', '<h2>two</h2>', '<h2><cite>two</cite></h2>'],
    [
      'a quotation',
      '<blockquote>two</blockquote>',
      '<blockquote><p><cite>two</cite></p></blockquote>',
    ],
    [
      'a quotation in a quotation',
      '<blockquote><blockquote>two</blockquote></blockquote>',
      '<blockquote><blockquote><p><cite>two</cite></p></blockquote></blockquote>',
    ],
    ['a list', '<ul><li>two</li></ul>', '<ul><li><cite>two</cite></li></ul>'],
  ])('goes on in and behind %s that began in it', (_name, inside, written) => {
    expect(html(`<cite>one${inside}three</cite>four`)).toBe(
      `<p><cite>one</cite></p>${written}<p><cite>three</cite>four</p>`,
    )
    expect(html(`<cite>${inside}three</cite>four`)).toBe(`${written}<p><cite>three</cite>four</p>`)
  })
})

describe('links', () => {
  it.each([
    ['hold formatting', '<a href="/1">one <b>two</b></a>', link('/1', 'one <b>two</b>')],
    ['stand in it', '<b>one <a href="/1">two</a></b>', `<b>one ${link('/1', 'two')}</b>`],
    [
      'end where another begins, for good',
      '<a href="/1">one</a><a href="/2">two<a href="/3">three</a>four</a>five',
      `${link('/1', 'one')}${link('/2', 'two')}${link('/3', 'three')}fourfive`,
    ],
    [
      'without an address end the one before and are none',
      '<a href="/1">one<a>two</a>three',
      `${link('/1', 'one')}twothree`,
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(`<p>${expected}</p>`)
  })

  it('around a table go on behind a link without an address in a cell', () => {
    expect(html('<a href="/1"><table><tr><td><a>two</a> three</table>four</a>five')).toBe(
      `<table><tbody><tr><td>${link('/1', 'two three')}</td></tr></tbody></table><p>${link('/1', 'four')}five</p>`,
    )
  })
})

describe('what stands in for a film', () => {
  const film = (inside: string) =>
    `<video src="https://newsroom.example/v" controls="">${inside}</video>`
  const given = (inside: string) => `<video src="/v">${inside}</video>`

  it.each([
    ['may hold a link', given('<a href="/1">one</a>'), film(link('/1', 'one'))],
    ['in bold too', `<b>${given('<a href="/1">one</a>')}</b>`, `<b>${film(link('/1', 'one'))}</b>`],
    [
      'but not in a link',
      `<a href="/1">${given('one <a href="/2">two</a>')}</a>`,
      link('/1', film('one two')),
    ],
    [
      'though in one without an address',
      `<a>${given('one <a href="/2">two</a>')}</a>`,
      film(`one ${link('/2', 'two')}`),
    ],
    [
      'though behind one',
      `<a href="/1">one</a>${given('<a href="/2">two</a>')}`,
      `${link('/1', 'one')}${film(link('/2', 'two'))}`,
    ],
    ['does not repeat what is around', `<b>${given('one')}</b>`, `<b>${film('one')}</b>`],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(`<p>${expected}</p>`)
  })
})

describe('readings', () => {
  it.each([
    [
      'hold inline elements',
      '<ruby>漢<rt>ka<b>n</b></rt></ruby>',
      '<ruby>漢<rt>ka<b>n</b></rt></ruby>',
    ],
    [
      'have their ruby, within others',
      '<b><ruby>漢<rt>kan</rt></ruby></b>',
      '<b><ruby>漢<rt>kan</rt></ruby></b>',
    ],
    ['without one are text', 'one<rt>two</rt>', 'onetwo'],
    ['without one are text, in bold too', '<b>one<rt>two</rt></b>', '<b>onetwo</b>'],
    [
      'behind one are text',
      '<ruby>漢<rt>kan</rt></ruby><rt>ji</rt>',
      '<ruby>漢<rt>kan</rt></ruby>ji',
    ],
    [
      'in a film within one are text',
      '<ruby>漢<video src="/v">one<rt>two</rt></video></ruby>',
      '<ruby>漢<video src="https://newsroom.example/v" controls="">onetwo</video></ruby>',
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(`<p>${expected}</p>`)
  })
})

describe('nesting is cut: thirty-two inline elements within each other', () => {
  const deep = (inside: string) => `<p>${'<b>'.repeat(32)}${inside}${'</b>'.repeat(32)}</p>`
  const open = (many: number) => '<b>'.repeat(many)

  it.each([
    ['so many stay', `${open(32)}one`, deep('one')],
    ['one more is its text', `${open(33)}one`, deep('one')],
    ['its end tag does not end the one around it', `${open(33)}one</b>two`, deep('onetwo')],
    ['neither of its tags breaks the line', `${open(32)}one<i>two</i>three`, deep('onetwothree')],
    [
      'the next end tag is of the one around it',
      `${open(33)}one</b></b>two`,
      `<p>${open(31)}<b>one</b>two${'</b>'.repeat(31)}</p>`,
    ],
    [
      'those that ended do not count',
      `${'<i>one</i>'.repeat(40)}`,
      `<p>${'<i>one</i>'.repeat(40)}</p>`,
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })
})

describe('what repeated formatting costs', () => {
  const long = { title: 'x'.repeat(100) }

  /** Paragraphs in formatting that is opened before them. */
  const paragraphs = (
    budget: number,
    formatting: readonly (readonly [string, Attributes])[],
    texts: readonly (readonly string[])[],
  ): readonly Node[] => {
    const builder = new BlockBuilder(budget)
    for (const [name, attributes] of formatting) builder.open(name, attributes)
    for (const line of texts) {
      for (const text of line) builder.text(text)
      builder.boundary()
    }
    return builder.nodes.flatMap((node) => (isNamed(node, 'p') ? [...node.children] : [node]))
  }

  it('nothing the first time; when nothing is left, the text goes on without it', () => {
    expect(paragraphs(0, [['b', long]], [['one', 'two'], ['three']])).toEqual([
      element('b', long, ['one', 'two']),
      'three',
    ])
  })

  it('its length, attributes included, as often as it is repeated', () => {
    // `<b></b>`, `title` and its value
    const cost = 7 + 5 + 100
    const texts = [['one'], ['two'], ['three'], ['four']]
    expect(paragraphs(2 * cost, [['b', long]], texts)).toEqual([
      element('b', long, ['one']),
      element('b', long, ['two']),
      element('b', long, ['three']),
      'four',
    ])
  })

  it('only the element that is too long ends; the others go on, unbroken', () => {
    const both = [
      ['b', long],
      ['i', {}],
    ] as const
    expect(paragraphs(20, both, [['one'], ['two', 'three'], ['four']])).toEqual([
      element('b', long, [element('i', {}, ['one'])]),
      element('i', {}, ['two', 'three']),
      element('i', {}, ['four']),
    ])
  })

  it.each([
    ['b', {}, 7],
    ['strong', {}, 17],
    ['a', { href: 'tel:1' }, 7 + 4 + 5],
    ['abbr', { lang: 'fr', title: 'PO' }, 13 + 4 + 2 + 5 + 2],
  ] as const)(
    'the tags, the names of attributes and the values, here of %s',
    (name, given, cost) => {
      expect(new InlineStack(cost - 1).spend(name, given)).toBe(false)
      const exact = new InlineStack(cost)
      expect(exact.spend(name, given)).toBe(true)
      expect(exact.spend(name, given)).toBe(false)
      const twice = new InlineStack(2 * cost)
      expect([1, 2, 3].map(() => twice.spend(name, given))).toEqual([true, true, false])
    },
  )
})
