import { describe, expect, it } from 'vitest'
import { stripTags } from '../../src/html/plain-text.js'
import { nothing } from './nothing.js'
import { prepareBody } from '../../src/html/prepare-body.js'

const base = 'https://newsroom.example/2026/plant'
const prepare = (html: string) => prepareBody(html, { base, pictures: [] })
const html = (input: string): string => prepare(input).html

describe('what an attribute may be', () => {
  it.each([
    ['dir', 'p', ['ltr', 'rtl', 'auto'], ['up', 'ltr rtl', '']],
    // BCP 47: subtags of at most eight letters or digits, the first of letters.
    [
      'lang',
      'p',
      ['fr', 'zh-Hant-HK', 'de-CH-1901', 'abcdefgh'],
      ['abcdefghi', 'fr-abcdefghi', '1a', 'fr_CA', 'fr-', '-fr', 'x y', '', 'fr CA', '|fr'],
    ],
  ])('%s', (name, element, right, wrong) => {
    for (const value of right) {
      expect(html(`<${element} ${name}="${value}">x`)).toBe(
        `<${element} ${name}="${value}">x</${element}>`,
      )
    }
    for (const value of wrong) {
      expect(html(`<${element} ${name}="${value}">x`)).toBe(`<${element}>x</${element}>`)
    }
  })

  it('the scope of a cell of a table is one of four words', () => {
    const row = (attribute: string) =>
      `<table><tbody><tr><th${attribute}>x</th></tr></tbody></table>`
    for (const scope of ['row', 'col', 'rowgroup', 'colgroup']) {
      expect(html(row(` scope="${scope}"`))).toBe(row(` scope="${scope}"`))
    }
    expect(html(row(' scope="ROW"'))).toBe(row(' scope="row"'))
    expect(html(row(' scope="all"'))).toBe(row(''))
  })

  it('the numbers of a list are one of five kinds, and each of them differs', () => {
    const list = (attribute: string) => `<ol${attribute}><li>x</li></ol>`
    for (const type of ['1', 'a', 'A', 'i', 'I']) {
      expect(html(list(` type="${type}"`))).toBe(list(` type="${type}"`))
    }
    expect(html(list(' type="disc"'))).toBe(list(''))
  })

  it('numbers have at most nine digits and no unit', () => {
    const list = (attribute: string) => `<ol${attribute}><li>x</li></ol>`
    for (const start of ['0', '7', '-7', '123456789', '-123456789']) {
      expect(html(list(` start="${start}"`))).toBe(list(` start="${start}"`))
    }
    expect(html(list(' start=" 7 "'))).toBe(list(' start="7"'))
    for (const start of ['1234567890', '-1234567890', '7px', 'x7', '--7', '7-', '', '-', '1.5']) {
      expect(html(list(` start="${start}"`))).toBe(list(''))
    }
    const cell = (attribute: string) =>
      `<table><tbody><tr><td${attribute}>x</td></tr></tbody></table>`
    expect(html(cell(' colspan="123456789"'))).toBe(cell(' colspan="123456789"'))
    for (const span of ['-2', '1234567890', '2px', 'x2', '']) {
      expect(html(cell(` colspan="${span}"`))).toBe(cell(''))
    }
  })

  it('the kind of a track is one of five words', () => {
    const film = (attribute: string) =>
      `<p><video src="https://newsroom.example/v" controls=""><track src="https://newsroom.example/t"${attribute}></video></p>`
    for (const kind of ['subtitles', 'captions', 'descriptions', 'chapters', 'metadata']) {
      expect(html(film(` kind="${kind}"`))).toBe(film(` kind="${kind}"`))
    }
    expect(html(film(' kind="karaoke"'))).toBe(film(''))
  })

  it('an empty text or address is none', () => {
    expect(html('<p title=" ">x</p>')).toBe('<p>x</p>')
    expect(prepare('<p><q cite=" ">x</q></p>')).toMatchObject({
      html: '<p><q>x</q></p>',
      removed: nothing,
    })
  })

  it('a text keeps its white space; its line ends are LF', () => {
    expect(html('<p title=" a&#13;&#10;b&#13;c ">x</p>')).toBe('<p title=" a\nb\nc ">x</p>')
  })

  it('characters that no feed can carry are taken out of attributes, and counted', () => {
    expect(prepare('<p title="a&#1;b" lang="f&#2;r">x</p>')).toMatchObject({
      html: '<p lang="fr" title="ab">x</p>',
      removed: { character: 2 },
    })
  })
})

describe('addresses', () => {
  it.each(['http', 'https', 'ftp'])('a link may be %s:', (scheme) => {
    expect(html(`<a href="${scheme}://files.example/x">x</a>`)).toBe(
      `<p><a href="${scheme}://files.example/x">x</a></p>`,
    )
  })

  it.each(['mailto:a@b.example', 'tel:+33123456789'])('a link may be %s', (href) => {
    expect(html(`<a href="${href}">x</a>`)).toBe(`<p><a href="${href}">x</a></p>`)
  })

  it.each(['sms:+33123456789', 'file:///etc/hosts', 'blob:https://a.example/1', 'data:,x'])(
    'a link may not be %s',
    (href) => {
      expect(prepare(`<a href="${href}">x</a>`)).toMatchObject({
        html: '<p>x</p>',
        removed: { 'unsafe address': 1 },
      })
    },
  )

  it.each(['ftp://files.example/x', 'mailto:a@b.example', 'tel:+33'])(
    'a file may not be %s',
    (address) => {
      expect(prepare(`<blockquote cite="${address}">x</blockquote>`)).toMatchObject({
        html: '<blockquote><p>x</p></blockquote>',
        removed: { 'unsafe address': 1 },
      })
    },
  )
})

describe('elements by another name', () => {
  it.each([
    ['h1', 'h2'],
    ['h5', 'h4'],
    ['h6', 'h4'],
    ['listing', 'pre'],
  ])('%s is %s', (given, written) => {
    expect(html(`<${given}>x</${given}>`)).toBe(`<${written}>x</${written}>`)
  })

  it.each([
    ['dir', 'ul'],
    ['menu', 'ul'],
  ])('%s is %s', (given, written) => {
    expect(html(`<${given}><li>x</${given}>y`)).toBe(`<${written}><li>x</li></${written}><p>y</p>`)
  })

  it('image is img, as in browsers', () => {
    expect(html('<image src="/a.jpg">')).toBe(
      '<p><img src="https://newsroom.example/a.jpg" alt=""></p>',
    )
  })
})

describe('what goes with its content', () => {
  it.each([
    ['script', 'script'],
    ['style', 'style'],
    ['template', 'template'],
    ['object', 'embed'],
    ['applet', 'embed'],
    ['iframe', 'embed'],
    ['frameset', 'frame'],
    ['textarea', 'form field'],
    ['select', 'form field'],
    ['button', 'form field'],
    ['datalist', 'form field'],
    ['svg', 'drawing'],
    ['canvas', 'drawing'],
    ['math', 'formula'],
    ['xmp', 'raw text'],
  ])('%s is counted as %s', (name, kind) => {
    expect(prepare(`<p>a<${name}>b</${name}>c</p>`)).toMatchObject({
      html: '<p>ac</p>',
      removed: { [kind]: 1 },
    })
  })

  it.each([
    ['embed', 'embed'],
    ['input', 'form field'],
    ['frame', 'frame'],
  ])('%s has none, and is counted as %s', (name, kind) => {
    expect(prepare(`<p>a<${name}>c</p>`)).toMatchObject({
      html: '<p>ac</p>',
      removed: { [kind]: 1 },
    })
  })

  it.each(['title', 'noembed', 'noframes'])('%s is worth no word', (name) => {
    expect(prepare(`<p>a<${name}>b</${name}>c</p>`)).toMatchObject({
      html: '<p>ac</p>',
      removed: nothing,
    })
  })
})

describe('tags that go, at which a block ends', () => {
  const names =
    'html head body div section article aside main header footer nav address hgroup search center form fieldset legend dialog optgroup option'
  it.each(names.split(' '))('%s', (name) => {
    expect(prepare(`a<${name}>b</${name}>c`)).toMatchObject({
      html: '<p>a</p><p>b</p><p>c</p>',
      removed: nothing,
    })
  })
})

// HTML standard, section 13.1.2: void elements have no end tag; the obsolete ones are read so too (13.2.6.4.7).
describe('elements without content', () => {
  it.each(['area', 'base', 'basefont', 'bgsound', 'keygen', 'link', 'meta', 'param'])(
    '%s goes, what follows stays',
    (name) => {
      expect(prepare(`<p>a<${name}>b</p>`)).toMatchObject({ html: '<p>ab</p>', removed: nothing })
    },
  )

  it.each(['img', 'hr', 'wbr', 'br'])('%s has no end tag', (name) => {
    expect(html(`<p>a<${name} src="/x">b</p>`)).not.toContain(`</${name}>`)
  })
})

describe('names of HTML', () => {
  const names =
    'span font big tt nobr picture noscript label output progress meter map slot data rb rtc blink marquee b h1 div'
  it.each(names.split(' '))('%s is one, so its tags are none of a plain text', (name) => {
    expect(stripTags(`<${name}>a</${name}>`)).toBe('a')
  })

  it.each(['foo', 'string', 'x-y'])('%s is none', (name) => {
    expect(stripTags(`<${name}>a</${name}>`)).toBeUndefined()
  })
})
