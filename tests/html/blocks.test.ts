import { describe, expect, it } from 'vitest'
import { BlockBuilder } from '../../src/html/blocks.js'
import { parseBody } from '../../src/html/parse.js'
import { prepareBody } from '../../src/html/prepare-body.js'
import { element, isNamed, type Element, type Node } from '../../src/html/tree.js'

const base = 'https://newsroom.example/'
const html = (input: string): string => prepareBody(input, { base, pictures: [] }).html

const quotes = (many: number, inside: string): string =>
  `${'<blockquote>'.repeat(many)}${inside}${'</blockquote>'.repeat(many)}`
const open = (name: string, many: number): string => `<${name}>`.repeat(many)

describe('nesting is cut: sixty blocks deep, the paragraph among them', () => {
  it('what is as deep as that stays', () => {
    expect(html(quotes(59, 'one'))).toBe(quotes(59, '<p>one</p>'))
    expect(html(`${open('blockquote', 58)}<ul><li>one`)).toBe(quotes(58, '<ul><li>one</li></ul>'))
  })

  it.each([
    ['a quotation', '<blockquote>one</blockquote>'],
    ['two of them', '<blockquote><blockquote>one</blockquote></blockquote>'],
    ['a list', '<ul><li>one</li></ul>'],
    ['an item without a list', '<li>one</li>'],
    ['a term without a list', '<dt>one</dt>'],
  ])('%s deeper than that is its text', (_name, inside) => {
    expect(html(quotes(59, inside))).toBe(quotes(59, '<p>one</p>'))
  })

  it('the line still ends where a deeper block begins and ends', () => {
    expect(html(quotes(59, 'one<blockquote>two</blockquote>three'))).toBe(
      quotes(59, '<p>one</p><p>two</p><p>three</p>'),
    )
    expect(html(quotes(59, 'one<blockquote>two'))).toBe(quotes(59, '<p>one</p><p>two</p>'))
  })

  it('the end tag of a deeper block ends no block around it, and the next one does', () => {
    const ends = 'one</blockquote>two</blockquote>three</blockquote>four'
    expect(html(`<blockquote>zero</blockquote>${open('blockquote', 61)}${ends}`)).toBe(
      `<blockquote><p>zero</p></blockquote>${quotes(58, '<blockquote><p>one</p><p>two</p><p>three</p></blockquote><p>four</p>')}`,
    )
  })

  it('sixty containers end what was left open in them; any deeper is a line end', () => {
    const left = '<p>one</p></div><p>two</p>'
    expect(html(`${open('div', 60)}<blockquote>${left}`)).toBe(
      '<blockquote><p>one</p></blockquote><p>two</p>',
    )
    expect(html(`${open('div', 61)}<blockquote>${left}`)).toBe(
      '<blockquote><p>one</p><p>two</p></blockquote>',
    )
    expect(html(`${open('div', 61)}one<div>two`)).toBe('<p>one</p><p>two</p>')
  })

  it('the end tag of a deeper container does not end the one around it', () => {
    expect(html(`${open('div', 60)}<blockquote><div>one</div>two</div>three`)).toBe(
      '<blockquote><p>one</p><p>two</p></blockquote><p>three</p>',
    )
  })
})

// HTML standard, section 13.2.6.4.7, "pre": a line end right after the start tag is ignored, no other.
describe('a line end stays', () => {
  it.each([
    ['behind an end tag', '<p><b>one</b>\ntwo</p>', '<p><b>one</b>\ntwo</p>'],
    ['behind a start tag', '<p>one<b>\ntwo</b></p>', '<p>one<b>\ntwo</b></p>'],
    ['behind a tag that goes', '<p>one<span>\ntwo</span></p>', '<p>one\ntwo</p>'],
    ['behind a line break', '<p>one<br>\ntwo</p>', '<p>one<br>\ntwo</p>'],
    [
      'behind a picture',
      '<p>one <img src="/a.png" alt="A">\ntwo</p>',
      '<p>one <img src="https://newsroom.example/a.png" alt="A">\ntwo</p>',
    ],
    ['at the beginning of a paragraph', '<p>\none</p>', '<p>\none</p>'],
    ['within pre, behind text', '<pre>one<span>\ntwo</span></pre>', '<pre>one\ntwo</pre>'],
    ['within pre, behind the first', '<pre>\n<span>\none</span></pre>', '<pre>\n\none</pre>'],
    ['within pre, behind an element', '<pre><b>one</b>\ntwo</pre>', '<pre><b>one</b>\ntwo</pre>'],
    [
      'within pre, behind a rule',
      '<pre>one<hr>\ntwo</pre>',
      '<pre>one</pre><hr><pre>\n\ntwo</pre>',
    ],
    [
      'within pre, in a container',
      '<pre>one<div>\ntwo</div></pre>',
      '<pre>one</pre><pre>\n\ntwo</pre>',
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })

  it('in loose text until it is settled', () => {
    const builder = new BlockBuilder(0)
    builder.text('\none ')
    expect(builder.nodes).toEqual([{ ...element('p', {}, ['\none ']), implied: true }])
  })
})

describe('white space', () => {
  it.each([
    ['between inline elements is a space', '<b>one</b> <i>two</i>', '<p><b>one</b> <i>two</i></p>'],
    ['at the beginning of pre counts', '<pre>  <b>one</b></pre>', '<pre>  <b>one</b></pre>'],
    [
      'between items leaves the list one',
      '<li>one</li>\n<li>two</li>',
      '<ul><li>one</li><li>two</li></ul>',
    ],
    [
      'between columns leaves the group one',
      '<table><colgroup> <col> <col> </colgroup><tr><td>one</table>',
      '<table><colgroup><col><col></colgroup><tbody><tr><td>one</td></tr></tbody></table>',
    ],
    [
      'before a list in a list leaves it in the item before',
      '<ul><li>one</li>\n<ul><li>two</li></ul></ul>',
      '<ul><li>one<ul><li>two</li></ul></li></ul>',
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })

  it('makes no paragraph between blocks, not even one that goes later', () => {
    expect(parseBody('\n<p>one</p>\n<hr>\n<p>two</p>\n', base).nodes).toEqual([
      element('p', {}, ['one']),
      element('hr', {}),
      element('p', {}, ['two']),
    ])
  })
})

describe('an end tag without a start tag ends nothing', () => {
  const inQuote = '<blockquote><p>one</p><p>two</p></blockquote>'

  it.each([
    ['of a list', '<blockquote><p>one</p></ul><p>two</p></blockquote>'],
    ['of an item', '<blockquote><p>one</p></li><p>two</p></blockquote>'],
    ['of a table', '<blockquote><p>one</p></table><p>two</p></blockquote>'],
    ['of a cell', '<blockquote><p>one</p></td><p>two</p></blockquote>'],
    ['of a heading', '<blockquote><p>one</p></h2><p>two</p></blockquote>'],
    ['of a container', '<blockquote><p>one</p></div><p>two</p></blockquote>'],
    [
      'of a container other than the one that is open',
      '<div><blockquote><p>one</p></section><p>two</p></blockquote></div>',
    ],
  ])('%s', (_name, input) => {
    expect(html(input)).toBe(inQuote)
  })

  it('of a container that ended with the block around it', () => {
    expect(
      html('<blockquote><div>zero</blockquote><ul><li><p>one</p></div><p>two</p></li></ul>'),
    ).toBe('<blockquote><p>zero</p></blockquote><ul><li><p>one</p><p>two</p></li></ul>')
  })
})

// HTML standard, section 13.2.4.2: a cell and a caption bound the scope in which an element is closed.
describe('an end tag in a cell ends nothing outside of it', () => {
  const table = '<table><tbody><tr><td><p>one</p><p>two</p></td></tr></tbody></table>'

  it.each([
    [
      'of a list',
      '<ul><li><table><tr><td><p>one</p></ul><p>two</p></table></ul>',
      `<ul><li>${table}</li></ul>`,
    ],
    [
      'of an item',
      '<ul><li><table><tr><td><p>one</p></li><p>two</p></table></ul>',
      `<ul><li>${table}</li></ul>`,
    ],
    ['of a container', '<div><table><tr><td><p>one</p></div><p>two</p></table></div>', table],
    ['of a container in the row', '<table><tr><div><td><p>one</p></div><p>two</p></table>', table],
    [
      'of a heading',
      '<h2>zero<table><tr><td><p>one</p></h2><p>two</p></table>three</h2>four',
      `<h2>zero</h2>${table}<h2>three</h2><p>four</p>`,
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })

  it('nor does it in a caption', () => {
    expect(
      html('<blockquote><table><caption><p>one</p></blockquote><p>two</p></caption></table>'),
    ).toBe('<blockquote><table><caption><p>one</p><p>two</p></caption></table></blockquote>')
  })
})

describe('headings', () => {
  it.each([
    ['end with the end tag of any other', '<h2>one</h3>two', '<h2>one</h2><p>two</p>'],
    ['end where another begins', '<h2>one<h3>two</h3>', '<h2>one</h2><h3>two</h3>'],
    ['do not end with a paragraph', '<h2><p>one</p>two</h2>', '<h2>one</h2><h2>two</h2>'],
    ['do not end with a stray end tag of one', '<h2>one</p>two</h2>', '<h2>one</h2><h2>two</h2>'],
    [
      'end where they began, not where a block in them did',
      '<h3>one<blockquote>two</h3>three',
      '<h3>one</h3><blockquote><p>two</p></blockquote><p>three</p>',
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })

  it('and their end tags do not end pre', () => {
    expect(html('<pre>one</h2>two</pre>three')).not.toContain('<p>two')
    expect(html('<pre>one</h2>two</pre>three')).toContain('two</pre><p>three</p>')
  })
})

describe('parts', () => {
  it.each([
    [
      'an item in a quotation in an item is no item of the outer list',
      '<ul><li><p>one</p><blockquote><li>two</blockquote><li>three</ul>',
      '<ul><li><p>one</p><blockquote><ul><li>two</li></ul></blockquote></li><li>three</li></ul>',
    ],
    [
      'a term in an item has a list of its own',
      '<dl><dd><ul><li><dt>one</ul></dl>',
      '<dl><dd><ul><li><dl><dt>one</dt></dl></li></ul></dd></dl>',
    ],
    [
      'a second summary is text',
      '<details><summary>One</summary>two<summary>Three</summary></details>',
      '<details><summary>One</summary><p>two</p><p>Three</p></details>',
    ],
    [
      'a second figcaption is text',
      '<figure><figcaption>One</figcaption><figcaption>Two</figcaption><p>three</p></figure>',
      '<figure><figcaption><p>One</p></figcaption><p>Two</p><p>three</p></figure>',
    ],
    [
      'each of two has its own summary',
      '<details><summary>One</summary></details><details><summary>Two</summary></details>',
      '<details><summary>One</summary></details><details><summary>Two</summary></details>',
    ],
    ['a summary without details is text', '<summary>one</summary>two', '<p>one</p><p>two</p>'],
    ['a figcaption without a figure is text', 'one<figcaption>two', '<p>one</p><p>two</p>'],
    [
      'text behind a column is in a cell',
      '<table><colgroup><col>one</table>',
      '<table><colgroup><col></colgroup><tbody><tr><td>one</td></tr></tbody></table>',
    ],
    [
      'text in a group of columns is in a cell',
      '<table><colgroup span="2">one</table>',
      '<table><colgroup span="2"></colgroup><tbody><tr><td>one</td></tr></tbody></table>',
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })

  it('a second caption is text of the table', () => {
    const out = html('<table><caption>One</caption><caption>Two</caption><tr><td>3</table>')
    expect(out.split('<caption>')).toHaveLength(2)
    expect(out).toContain('<caption>One</caption>')
    expect(out).toContain('Two')
  })

  it('a caption behind the rows is a caption still', () => {
    const out = html('<table><tr><td>1</td></tr><caption>Two</caption></table>')
    expect(out).toContain('<caption>Two</caption>')
  })

  it('that the body does not have are known as such', () => {
    const names = implied(parseBody('<table><td>one<col></table><ul>two</ul>', base).nodes)
    expect(names).toEqual(['tbody', 'tr', 'p', 'colgroup', 'li', 'p'])
  })
})

describe('films', () => {
  const film = (inside: string) =>
    `<p><video src="https://newsroom.example/v" controls="">${inside}</video> three</p>`

  it.each([
    [
      'hold no film; its end tag is not theirs',
      '<video src="/v">one<video src="/w"></video> two</video> three',
      'one two',
    ],
    ['nor a sound', '<video src="/v">one<audio src="/w"></audio> two</video> three', 'one two'],
    ['hold no list', '<video src="/v"><ul><li>one</li></ul></video> three', 'one'],
    ['nor an item without one', '<video src="/v"><li>one</li></video> three', 'one'],
    [
      'nor a quotation; its end tag ends none around them',
      '<video src="/v"><blockquote>one</blockquote></video> three',
      'one',
    ],
    ['nor a heading', '<video src="/v"><h2>one</h2></video> three', 'one'],
    [
      'need the address of a source',
      '<video src="/v"><source type="video/webm"></video> three',
      '',
    ],
    ['and of a track', '<video src="/v"><track kind="captions"></video> three', ''],
  ])('%s', (_name, input, inside) => {
    expect(html(input)).toBe(film(inside))
    expect(html(`<blockquote>${input}</blockquote>`)).toBe(
      `<blockquote>${film(inside)}</blockquote>`,
    )
  })

  it('alone have sources and tracks', () => {
    expect(html('<p>one<source src="/s"><track src="/t">two</p>')).toBe('<p>onetwo</p>')
  })
})

describe('what repeated attributes cost', () => {
  const lang = { lang: 'fr' }
  const split = (budget: number): readonly Node[] => {
    const builder = new BlockBuilder(budget)
    builder.open('h2', lang)
    for (const text of ['one', 'two', 'three']) {
      builder.text(text)
      builder.open('hr', {})
    }
    return builder.nodes.filter((node) => !isNamed(node, 'hr'))
  }

  it('nothing the first time; then, when nothing is left, the line goes on without them', () => {
    expect(split(0)).toEqual([
      element('h2', lang, ['one']),
      element('h2', {}, ['two']),
      element('h2', {}, ['three']),
    ])
  })

  it('their length and that of the tags', () => {
    // `<h2></h2>`, `lang` and `fr`
    expect(split(9 + 4 + 2)).toEqual([
      element('h2', lang, ['one']),
      element('h2', lang, ['two']),
      element('h2', {}, ['three']),
    ])
  })
})

/** The names of the elements that the body did not have. */
function implied(nodes: readonly Node[]): readonly string[] {
  return nodes
    .filter((node): node is Element => typeof node === 'object')
    .flatMap((node) => [...(node.implied ? [node.name] : []), ...implied(node.children)])
}
