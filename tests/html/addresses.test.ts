import { describe, expect, it } from 'vitest'
import { nothing } from './nothing.js'
import { prepareBody } from '../../src/html/prepare-body.js'
import { largest, parseSrcset } from '../../src/html/srcset.js'

const base = 'https://newsroom.example/2026/plant?x=1#top'
const prepare = (html: string) => prepareBody(html, { base, pictures: [] })

describe('links', () => {
  it.each([
    ['/a', 'https://newsroom.example/a'],
    ['a b/ü', 'https://newsroom.example/2026/a%20b/%C3%BC'],
    ['../c?d=1&amp;e=2', 'https://newsroom.example/c?d=1&amp;e=2'],
    ['//cdn.example/x', 'https://cdn.example/x'],
    ['#note', 'https://newsroom.example/2026/plant?x=1#note'],
    ['', 'https://newsroom.example/2026/plant?x=1'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['HTTP://Example.com', 'http://example.com/'],
    [' https://a.example/\n', 'https://a.example/'],
    ['mailto:press@newsroom.example?subject=Hi', 'mailto:press@newsroom.example?subject=Hi'],
    ['tel:+33123456789', 'tel:+33123456789'],
    ['?price=$5', 'https://newsroom.example/2026/plant?price=&#36;5'],
  ])('%s', (given, written) => {
    expect(prepare(`<a href="${given}">x</a>`)).toMatchObject({
      html: `<p><a href="${written}">x</a></p>`,
      removed: nothing,
    })
  })

  it('without an address is text', () => {
    expect(prepare('<a name="x">a</a><a href="javascript:b()">b</a>').html).toBe('<p>ab</p>')
  })
})

describe('pictures', () => {
  const image = (html: string): string => prepare(html).html

  it('are absolute in every size', () => {
    expect(
      image(
        '<img src="a.jpg" srcset="a.jpg 1x, /b,c.jpg 2x, javascript:x 3x" sizes="50vw" alt="A" title="T" width="20" height="10" class="c">',
      ),
    ).toBe(
      '<p><img src="https://newsroom.example/2026/a.jpg" srcset="https://newsroom.example/2026/a.jpg 1x, https://newsroom.example/b,c.jpg 2x" sizes="50vw" alt="A" width="20" height="10" title="T"></p>',
    )
  })

  it('always have an alternative text, empty if need be', () => {
    expect(image('<img src="a.jpg">')).toBe(
      '<p><img src="https://newsroom.example/2026/a.jpg" alt=""></p>',
    )
  })

  it.each([
    ['data-src', '<img data-src="/a.jpg">'],
    [
      'data-original behind a placeholder',
      '<img src="data:image/gif;base64,R0lGOD" data-original="/a.jpg">',
    ],
    ['data-lazy-src', '<img src="" data-lazy-src="/a.jpg">'],
    ['the largest of data-srcset', '<img data-srcset="/s.jpg 320w, /a.jpg 1280w, /m.jpg 640w">'],
    [
      'the largest source of picture',
      '<picture><source data-srcset="/s.jpg 1x, /a.jpg 2x"><img src="data:,"></picture>',
    ],
    ['noscript', '<noscript><img src="/a.jpg"></noscript>'],
    ['once beside noscript', '<img data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript>'],
    ['once behind noscript', '<noscript><img src="/a.jpg"></noscript><img data-src="/a.jpg">'],
  ])('loaded late: %s', (_name, html) => {
    expect(prepare(html)).toMatchObject({
      html: '<p><img src="https://newsroom.example/a.jpg" alt=""></p>',
      removed: nothing,
      repeated: [],
    })
  })

  it('of a picture element are its img', () => {
    expect(
      image(
        '<picture><source srcset="/a.avif" type="image/avif"><img src="/a.jpg" alt="A"></picture>',
      ),
    ).toBe('<p><img src="https://newsroom.example/a.jpg" alt="A"></p>')
  })

  it('do not take the sources of another picture or film', () => {
    expect(
      prepare(
        '<picture><source srcset="/a.avif"></picture><img alt="x"><video src="/v"><source srcset="/b"></video><img alt="y">',
      ).removed,
    ).toEqual({ picture: 2 })
  })
})

describe('srcset', () => {
  it.each([
    ['a.jpg', [['a.jpg', '']]],
    [
      'a.jpg, b.jpg 2x',
      [
        ['a.jpg', ''],
        ['b.jpg', '2x'],
      ],
    ],
    [
      'a,b.jpg 1x,c.jpg 2x',
      [
        ['a,b.jpg', '1x'],
        ['c.jpg', '2x'],
      ],
    ],
    [
      ' , a.jpg 100w ,, b.jpg 200w,',
      [
        ['a.jpg', '100w'],
        ['b.jpg', '200w'],
      ],
    ],
    [
      'a.jpg, b.jpg',
      [
        ['a.jpg', ''],
        ['b.jpg', ''],
      ],
    ],
    ['a.jpg,b.jpg', [['a.jpg,b.jpg', '']]],
    ['a.jpg 1.5x, b.jpg huge, c.jpg 3x 4x', [['a.jpg', '1.5x']]],
    ['data:image/gif;base64,AAAA 1x', [['data:image/gif;base64,AAAA', '1x']]],
    ['', []],
  ] as const)('%s', (value, expected) => {
    expect(parseSrcset(value).map(({ url, descriptor }) => [url, descriptor])).toEqual(expected)
  })

  it('knows the largest', () => {
    expect(largest(parseSrcset('s 320w, l 1280w, m 640w'))).toBe('l')
    expect(largest(parseSrcset('a, c 3x, b 2x'))).toBe('c')
    expect(largest([])).toBeUndefined()
  })

  it('with a comma at the end of an address stays what it was', () => {
    const { html } = prepare('<img src="a" srcset="https://a.example/x, 1x">')
    expect(prepare(html).html).toBe(html)
  })
})
