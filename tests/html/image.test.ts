import { describe, expect, it } from 'vitest'
import { isHidden, readImage } from '../../src/html/image.js'
import { prepareBody } from '../../src/html/prepare-body.js'
import { Tally } from '../../src/html/tally.js'

const base = 'https://newsroom.example/2026/'

function read(attributes: Readonly<Record<string, string>>, sources: readonly string[] = []) {
  const tally = new Tally()
  const image = readImage(new Map(Object.entries(attributes)), sources, { base, tally })
  return { image, removed: tally.result() }
}

describe('the address of a picture', () => {
  it.each([
    ['its own', { src: 'own.jpg', 'data-src': 'late.jpg', srcset: 'large.jpg 2x' }, [], 'own.jpg'],
    [
      'that of a script behind an embedded one',
      { src: 'DATA:image/gif;base64,R0', 'data-src': 'late.jpg', srcset: 'large.jpg 2x' },
      [],
      'late.jpg',
    ],
    ['of several scripts the first', { 'data-original': 'b', 'data-src': 'a' }, [], 'a'],
    ['not an empty one of a script', { 'data-src': ' ', 'data-original': 'b' }, [], 'b'],
    ['not one that cannot be used', { 'data-src': 'javascript:x', 'data-lazy-src': 'c' }, [], 'c'],
    ['the largest of its sizes', { srcset: 'a 1x, b 2x' }, ['c 3x'], 'b'],
    ['the largest of its late sizes', { 'data-lazy-srcset': 'a 1x, b 2x' }, [], 'b'],
    ['the largest of the sources around', {}, ['a 1x', 'b 2x'], 'b'],
  ])('is %s', (_name, attributes, sources, address) => {
    const { image, removed } = read(attributes, sources)
    expect(image?.attributes['src']).toBe(`${base}${address}`)
    expect(removed).toEqual({})
  })

  it('with all others is what it is known by, each once', () => {
    const { image } = read(
      { src: 'own', 'data-src': 'late', 'data-original': 'own', srcset: 'own 1x, large 2x' },
      ['around 2x, large 3x'],
    )
    expect(image?.shows).toEqual(['own', 'late', 'large', 'around'].map((name) => base + name))
  })

  it.each([
    ['none', {}, { picture: 1 }],
    ['an empty one', { src: ' ' }, { picture: 1 }],
    ['an embedded one', { src: 'data:image/png,x' }, { 'embedded picture': 1 }],
    ['an unsafe one', { src: 'javascript:x' }, { 'unsafe address': 1 }],
    ['an unreadable one', { src: 'http://[' }, { 'unreadable address': 1 }],
  ])('is missed where there is %s', (_name, attributes, removed) => {
    expect(read(attributes as Record<string, string>)).toEqual({ image: undefined, removed })
  })
})

describe('a picture in a body', () => {
  it('has sizes only where it has addresses for them', () => {
    expect(read({ src: 'a', sizes: '50vw' }).image?.attributes).toEqual({
      src: `${base}a`,
      alt: '',
    })
    expect(read({ src: 'a', srcset: 'b 2x' }).image?.attributes).toEqual({
      src: `${base}a`,
      srcset: `${base}b 2x`,
      alt: '',
    })
    expect(read({ src: 'a', srcset: 'b 2x', sizes: '50vw' }).image?.attributes).toEqual({
      src: `${base}a`,
      srcset: `${base}b 2x`,
      sizes: '50vw',
      alt: '',
    })
  })

  it('does not take its late sizes for its own', () => {
    expect(read({ src: 'a', 'data-srcset': 'b 2x' }).image?.attributes).toEqual({
      src: `${base}a`,
      alt: '',
    })
  })
})

describe('nobody is meant to see', () => {
  const hidden = (attributes: Readonly<Record<string, string>>) =>
    isHidden(new Map(Object.entries(attributes)))

  it.each([
    [{ hidden: '' }],
    [{ style: 'display:none' }],
    [{ style: 'color: red; Display : None !important' }],
    [{ style: 'visibility:hidden' }],
    [{ width: '1', height: '1' }],
    [{ width: '0', height: '0' }],
    [{ width: '1px', height: ' 0 ' }],
    [{ style: 'width:1px;height:0' }],
    [{ style: 'width:1px', height: '1', width: '600' }],
  ])('%j', (attributes) => {
    expect(hidden(attributes as Record<string, string>)).toBe(true)
  })

  it.each([
    [{}],
    [{ style: '' }],
    [{ style: 'display:block;visibility:visible' }],
    [{ style: 'visibility:none;display:hidden' }],
    [{ width: '1' }],
    [{ height: '1' }],
    [{ width: '10', height: '10' }],
    [{ width: '11', height: '1' }],
    [{ width: '1', height: '2' }],
    [{ width: '1pxx', height: '1' }],
    [{ width: '1em', height: '1em' }],
    [{ width: '1', height: '1', style: 'width:600px' }],
  ])('not %j', (attributes) => {
    expect(hidden(attributes as Record<string, string>)).toBe(false)
  })
})

describe('quotations that the body does not have', () => {
  const missing = (html: string, ...quotes: string[]) =>
    prepareBody(html, { base, pictures: [], quotes }).missingQuotes

  it('are named by their place', () => {
    expect(missing('<p>We build here.</p>', 'We build', 'We sell', 'here')).toEqual([1])
    expect(missing('', 'We build')).toEqual([0])
    expect(missing('<p>We build</p>')).toEqual([])
  })

  it.each([
    ['<p>“We <b>bui</b>ld – here!”</p>', 'We build, here'],
    ['<p>WE BUILD HERE</p>', 'We build here.'],
    ['<p>Soft\u00ADware</p>', 'software'],
    ['<p>L’e\u0301te\u0301</p>', "l'été"],
    ['<p>हिन्दी में</p>', '«हिन्दी में»'],
    ['<p>We build</p><p>here</p>', 'We build here'],
    ['<p>In 2026 we build</p>', '2026 we'],
  ])('%s has %s', (html, quote) => {
    expect(missing(html, quote)).toEqual([])
  })

  it.each([
    ['<p>We build</p>', 'e build'],
    ['<p>We build</p>', 'We buil'],
    ['<p>हिन्दी</p>', 'हिन्'],
    ['<p>In 2026</p>', '202'],
    ['<p>Webuild</p>', 'We build'],
  ])('%s has no %s', (html, quote) => {
    expect(missing(html, quote)).toEqual([0])
  })
})

describe('the first words', () => {
  const first = (html: string) => prepareBody(html, { base, pictures: [] }).excerpt()

  it.each([
    ['<blockquote><p>One</p><p>two</p></blockquote>', 'One'],
    ['<blockquote><h3>One</h3><p>two</p></blockquote>', 'One'],
    ['<ul><li><p>One</p><p>two</p></li><li>three</li></ul>', 'One'],
    ['<ul><li>One<ul><li>two</li></ul></li></ul>', 'One two'],
    ['<ol><li>One</li><li>two</li></ol>', 'One'],
    ['<dl><dt>One</dt><dd>two</dd></dl>', 'One'],
    ['<dl><dd>One</dd><dd>two</dd></dl>', 'One'],
    ['<table><caption>One</caption><tr><td>two</td></tr></table>', 'One'],
    ['<table><thead><tr><th>One</th><th>two</th></tr></thead></table>', 'One'],
    ['<table><tbody><tr><td>One</td><td>two</td></tr></tbody></table>', 'One'],
    ['<table><tfoot><tr><td>One</td><td>two</td></tr></tfoot></table>', 'One'],
    ['<pre>One</pre><h2>two</h2>', 'One'],
    ['<h4>One</h4><h2>two</h2>', 'One'],
    ['<details><summary>One</summary><p>two</p></details>', 'One'],
    ['<ul><li> <img src="a"></li><li>two</li></ul>', 'two'],
    [
      '<blockquote><figure><img src="a"><figcaption>c</figcaption></figure><h3>One</h3></blockquote>',
      'One',
    ],
    ['<hr><ul><li>One</li></ul>', 'One'],
  ])('of %s', (html, words) => {
    expect(first(html)).toBe(words)
  })
})
