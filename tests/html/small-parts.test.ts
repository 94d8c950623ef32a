import { describe, expect, it } from 'vitest'
import { compose } from '../../src/html/compose.js'
import { withDirection } from '../../src/html/direction.js'
import { readsAsMarkup } from '../../src/html/escape.js'
import { stripTags } from '../../src/html/plain-text.js'
import { prepareBody } from '../../src/html/prepare-body.js'
import { joinHtml } from '../../src/html/serialize.js'

const prepare = (html: string) =>
  prepareBody(html, { base: 'https://newsroom.example/', pictures: [] }).html

// HTML standard, section 13.2.5: what follows `&` and `<` decides whether they begin something.
describe('a plain text', () => {
  it.each(['R&D', '&amp;', '&#38;', '&Amp', '<b>', '<B', 'a </b', '<!-- x', '<?php'])(
    '%s would be read as something else',
    (text) => {
      expect(readsAsMarkup(text)).toBe(true)
    },
  )

  it.each(['A & B', '&', '&1', '<3', 'a < b', '<', 'a > b', '"', ''])('%s means itself', (text) => {
    expect(readsAsMarkup(text)).toBe(false)
  })
})

describe('plain text that holds HTML', () => {
  it.each([
    ['one<br>two', 'one two'],
    ['one<br/>two', 'one two'],
    ['one<br />two', 'one two'],
    ['one<BR  >two', 'one two'],
    ['one<hr>two', 'one two'],
    ['one<wbr>two', 'onetwo'],
    ['a<svg><p>x</p></svg>b', 'ab'],
    ['a<svg><math>x</math>y</svg>b', 'ab'],
    ['a<svg><b>x</b>y</svg>b', 'ab'],
    ['<b>a</b><input>b', 'a b'],
    ['<b>a</b><img src="x">b', 'ab'],
    ...['font', 'big', 'tt', 'nobr', 'strike', 'acronym', 'noscript', 'span'].map((name) => [
      `a<${name}>b</${name}>c`,
      'abc',
    ]),
    ...['p', 'div', 'td', 'li', 'option'].map((name) => [`a<${name}>b</${name}>c`, 'a b c']),
  ])('%s', (text, plain) => {
    expect(stripTags(text)).toBe(plain)
  })

  it.each(['one <brand> two', 'one <hrx> two', 'one <br two'])('is not: %s', (text) => {
    expect(stripTags(text)).toBeUndefined()
  })
})

describe('lines from right to left', () => {
  const href = 'tel:+33123456789'
  const rtl = (run: Parameters<typeof compose>[0]) => compose(run, 'rtl')

  it('keep a text of another script apart, and say of a number that it runs the other way', () => {
    expect(
      rtl([
        {
          kind: 'paragraph',
          lines: [['a', { text: 'b' }, { text: '+33', href, leftToRight: true }]],
        },
      ]),
    ).toBe(`<p dir="rtl">a<bdi>b</bdi><a href="${href}"><bdi dir="ltr">+33</bdi></a></p>`)
  })

  it('do not keep strong text apart', () => {
    expect(
      rtl([{ kind: 'paragraph', lines: [[{ text: 'b', strong: true, leftToRight: true }]] }]),
    ).toBe('<p dir="rtl"><strong>b</strong></p>')
  })

  it('from left to right need none of it', () => {
    expect(
      compose(
        [{ kind: 'paragraph', lines: [[{ text: 'b' }, { text: '+33', href, leftToRight: true }]] }],
        undefined,
      ),
    ).toBe(`<p>b<a href="${href}">+33</a></p>`)
  })

  it('may be none', () => {
    expect(compose([{ kind: 'paragraph', lines: [] }], undefined)).toBe('<p></p>')
  })

  it('are said of elements, not of text', () => {
    expect(withDirection(['a'], 'rtl')).toEqual(['a'])
  })
})

describe('written HTML', () => {
  it('has a line end more than it holds at the beginning of pre, and nowhere else', () => {
    expect(prepare('<p>\none</p>')).toBe('<p>\none</p>')
    expect(prepare('<pre>\n\none</pre>')).toBe('<pre>\n\none</pre>')
    expect(prepare('<pre><b>\none</b></pre>')).toBe('<pre><b>\none</b></pre>')
  })

  it('is joined without what is not there', () => {
    expect(joinHtml([prepare('a'), undefined, prepare('b')])).toBe('<p>a</p><p>b</p>')
    expect(joinHtml([])).toBe('')
  })
})
