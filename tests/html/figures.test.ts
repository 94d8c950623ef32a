import { describe, expect, it } from 'vitest'
import { nothing } from './nothing.js'
import { prepareBody, type BodyPicture } from '../../src/html/prepare-body.js'

const site = 'https://newsroom.example'
const base = `${site}/2026/plant`
const plant: BodyPicture = {
  url: `${site}/plant.jpg`,
  alt: 'The plant',
  caption: 'The plant at dawn.',
  credit: 'Press office',
  width: 1200,
  height: 800,
}
const rotor: BodyPicture = { url: `${site}/rotor.jpg`, alt: 'A rotor', caption: 'A rotor' }
const bare: BodyPicture = { url: `${site}/bare.jpg`, alt: '' }
const plantFigure = `<figure><img src="${site}/plant.jpg" alt="The plant" width="1200" height="800"><figcaption><p>The plant at dawn. <small>Press office</small></p></figcaption></figure>`
const rotorFigure = `<figure><img src="${site}/rotor.jpg" alt="A rotor"><figcaption><p>A rotor</p></figcaption></figure>`
const bareFigure = `<figure><img src="${site}/bare.jpg" alt=""></figure>`

const prepare = (html: string, ...pictures: readonly BodyPicture[]) =>
  prepareBody(html, { base, pictures })
const html = (input: string, ...pictures: readonly BodyPicture[]): string =>
  prepare(input, ...pictures).html

describe('a picture that the body does not show', () => {
  it('stands on top when it is the first, otherwise at the end', () => {
    expect(html('<p>x</p>', plant, rotor, bare)).toBe(
      `${plantFigure}<p>x</p>${rotorFigure}${bareFigure}`,
    )
  })

  it('stands at the end when the first is in the body', () => {
    expect(html('<p>x</p><img src="/plant.jpg"><p>y</p>', plant, rotor, bare)).toBe(
      `<p>x</p>${plantFigure}<p>y</p>${rotorFigure}${bareFigure}`,
    )
  })

  it('first of the record stays on top when another is in the body', () => {
    expect(html('<p>x</p><img src="/rotor.jpg">', plant, rotor)).toBe(
      `${plantFigure}<p>x</p>${rotorFigure}`,
    )
  })

  it('has no more than its words', () => {
    expect(html('', { url: bare.url, alt: 'A', credit: 'Office' })).toBe(
      `<figure><img src="${site}/bare.jpg" alt="A"><figcaption><p><small>Office</small></p></figcaption></figure>`,
    )
    expect(html('', { url: bare.url, alt: '"$', caption: '<b> & $' })).toBe(
      `<figure><img src="${site}/bare.jpg" alt="&quot;&#36;"><figcaption><p>&lt;b&gt; &amp; &#36;</p></figcaption></figure>`,
    )
  })
})

describe('a picture that the body shows', () => {
  it.each([
    ['by its address', '<img src="/plant.jpg">'],
    ['by a size', '<img src="/plant-300.jpg" srcset="/plant-300.jpg 300w, /plant.jpg 1200w">'],
    ['by a late-loading address', '<img src="/blank.gif" data-src="/plant.jpg">'],
    ['by a source', '<picture><source srcset="/plant.jpg"><img src="/plant.webp"></picture>'],
    ['by the link around it', '<a href="/plant.jpg"><img src="/plant-300.jpg"></a>'],
    [
      'twice for late loading',
      '<img src="data:," data-src="/plant.jpg"><noscript><img src="/plant.jpg"></noscript>',
    ],
    ['in a figure', '<figure><img src="/plant.jpg"></figure>'],
    [
      'in a figure with its caption',
      '<figure><img src="/plant.jpg"><figcaption>The plant at dawn. Press office</figcaption></figure>',
    ],
    [
      'in a figure with part of its caption',
      '<figure><div><img src="/plant.jpg"></div><figcaption>The\n plant</figcaption></figure>',
    ],
    [
      'in a figure with more than its caption',
      '<figure><a href="/plant.jpg"><img src="/plant-2.jpg"></a><figcaption><p>The plant at dawn. (Photo: Press office)</p></figcaption></figure>',
    ],
  ])('is found %s', (_name, input) => {
    expect(prepare(input, plant)).toMatchObject({
      html: plantFigure,
      found: [],
      repeated: [],
      conflicts: [],
      removed: nothing,
    })
  })

  it.each([
    ['a paragraph', '<p>one <img src="/plant.jpg"> two</p>', `<p>one</p>${plantFigure}<p>two</p>`],
    [
      'a paragraph, with line breaks',
      '<p><img src="/plant.jpg"><br>\n<b>two</b></p>',
      `${plantFigure}<p><b>two</b></p>`,
    ],
    ['a paragraph of its own', '<p><img src="/plant.jpg"></p>', plantFigure],
    [
      'formatting',
      '<p>a <b>b <img src="/plant.jpg"> c</b> d</p>',
      `<p>a <b>b </b></p>${plantFigure}<p><b> c</b> d</p>`,
    ],
    [
      'a heading',
      '<h2>One <img src="/plant.jpg"> two</h2>',
      `<h2>One</h2>${plantFigure}<h2>two</h2>`,
    ],
    [
      'an item',
      '<ul><li>one <img src="/plant.jpg"></li></ul>',
      `<ul><li><p>one</p>${plantFigure}</li></ul>`,
    ],
    [
      'a cell',
      '<table><tr><td><img src="/plant.jpg"></table>',
      `<table><tbody><tr><td>${plantFigure}</td></tr></tbody></table>`,
    ],
    [
      'a quotation',
      '<blockquote>a<img src="/plant.jpg">b</blockquote>',
      `<blockquote><p>a</p>${plantFigure}<p>b</p></blockquote>`,
    ],
    ['a text with blocks', '<div>a<img src="/plant.jpg"></div>b', `<p>a</p>${plantFigure}<p>b</p>`],
  ])('leaves %s and splits it', (_name, input, expected) => {
    expect(html(input, plant)).toBe(expected)
  })

  it('keeps a link to elsewhere', () => {
    expect(html('<p><a href="/shop"><img src="/bare.jpg"> Buy</a></p>', bare)).toBe(
      `<figure><a href="${site}/shop"><img src="${site}/bare.jpg" alt=""></a></figure><p><a href="${site}/shop"> Buy</a></p>`,
    )
    expect(html('<figure><a href="/shop"><img src="/bare.jpg"></a></figure>', bare)).toBe(
      `<figure><a href="${site}/shop"><img src="${site}/bare.jpg" alt=""></a></figure>`,
    )
  })

  it('takes from the body what the record does not say', () => {
    expect(
      html(
        '<img src="/bare.jpg" alt="From the body" width="30" height="20" title="x" srcset="/bare-2.jpg 2x">',
        bare,
      ),
    ).toBe(
      `<figure><img src="${site}/bare.jpg" alt="From the body" width="30" height="20"></figure>`,
    )
    expect(
      html('<a href="/bare.jpg"><img src="/bare-s.jpg" width="30" height="20"></a>', bare),
    ).toBe(bareFigure)
  })

  it('without a caption of its own takes that of the body', () => {
    const {
      html: out,
      captions,
      found,
    } = prepare(
      '<figure><img src="/bare.jpg"><figcaption>At <a href="/d">dawn</a>.</figcaption></figure>',
      { ...bare, credit: 'Office' },
    )
    expect(out).toBe(
      `<figure><img src="${site}/bare.jpg" alt=""><figcaption><p>At <a href="${site}/d">dawn</a>. <small>Office</small></p></figcaption></figure>`,
    )
    expect(captions).toEqual([{ url: bare.url, caption: 'At dawn.' }])
    expect(found).toEqual([])
    expect(
      html('<figure><img src="/bare.jpg"><figcaption>Dawn. Photo: Office</figcaption></figure>', {
        ...bare,
        credit: 'Office',
      }),
    ).not.toContain('small')
  })

  it('with another caption than the record is reported, and the record wins', () => {
    const { html: out, conflicts } = prepare(
      '<figure><img src="/rotor.jpg"><figcaption>A <i>wheel</i></figcaption></figure>',
      rotor,
    )
    expect(out).toBe(rotorFigure)
    expect(conflicts).toEqual([{ url: rotor.url, caption: 'A wheel' }])
  })

  it('is shown once', () => {
    const {
      html: out,
      repeated,
      conflicts,
    } = prepare(
      '<p>a <img src="/rotor.jpg"></p><p>b <a href="/rotor.jpg"><img src="/r-s.jpg"></a></p><figure><img src="/rotor.jpg"><figcaption>Again</figcaption></figure>',
      rotor,
    )
    expect(out).toBe(`<p>a</p>${rotorFigure}<p>b </p>`)
    expect(repeated).toEqual([rotor.url])
    expect(conflicts).toEqual([{ url: rotor.url, caption: 'Again' }])
  })

  it('named twice in the record is shown once', () => {
    expect(prepare('', rotor, rotor)).toMatchObject({ html: rotorFigure, repeated: [rotor.url] })
  })
})

describe('a picture that only the body knows', () => {
  const found = `<figure><img src="${site}/f.jpg" alt="F" width="40" height="30"><figcaption><p>Hello <i>you</i></p></figcaption></figure>`
  const input =
    '<figure class="c"><img class="d" src="/f.jpg" srcset="/f2.jpg 2x" alt="F" width="40" height="30" title="t"><figcaption>Hello <i>you</i></figcaption></figure>'

  it('in a figure with a caption is brought into shape and reported', () => {
    expect(prepare(input)).toMatchObject({
      html: found,
      found: [{ url: `${site}/f.jpg`, alt: 'F', caption: 'Hello you', width: 40, height: 30 }],
    })
  })

  it('is shown once, too', () => {
    const { html: out, repeated } = prepare(`${input}<p>x <img src="/f.jpg"></p>${input}`)
    expect(out).toBe(`${found}<p>x </p>`)
    expect(repeated).toEqual([`${site}/f.jpg`])
  })

  it('without a caption stays what it is, as often as it comes', () => {
    const image = `<img src="${site}/i.gif" alt="">`
    expect(
      prepare(
        '<p>a <img src="/i.gif"> b <img src="/i.gif"></p><figure><img src="/i.gif"></figure>',
      ),
    ).toMatchObject({
      html: `<p>a ${image} b ${image}</p><figure>${image}</figure>`,
      found: [],
      repeated: [],
    })
  })

  it('in a caption is no figure', () => {
    expect(
      html(
        '<figure><img src="/plant.jpg"><figcaption>x <img src="/rotor.jpg"></figcaption></figure>',
        { ...bare, url: plant.url },
        rotor,
      ),
    ).toBe(
      `<figure><img src="${site}/plant.jpg" alt=""><figcaption><p>x <img src="${site}/rotor.jpg" alt=""></p></figcaption></figure>${rotorFigure}`,
    )
  })
})

describe('other figures', () => {
  it('keep what they hold', () => {
    expect(html('<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>')).toBe(
      '<figure><blockquote><p>a</p></blockquote><figcaption><p>b</p></figcaption></figure>',
    )
    expect(html('<figure><pre>a</pre>text</figure>')).toBe(
      '<figure><pre>a</pre><p>text</p></figure>',
    )
  })

  it('text beside the picture follows it', () => {
    expect(
      html(
        '<figure><img src="/rotor.jpg"><span>Photo: Office</span><figcaption>A rotor</figcaption></figure>',
        rotor,
      ),
    ).toBe(`${rotorFigure}<p>Photo: Office</p>`)
  })

  it('of several pictures give each its own, and lose no word', () => {
    const gallery =
      '<figure><img src="/plant.jpg"><img src="/rotor.jpg"><img src="/x.jpg"><figcaption>Three views</figcaption></figure>'
    const out = html(gallery, plant, rotor)
    expect(out).toBe(
      `${plantFigure}${rotorFigure}<p><img src="${site}/x.jpg" alt=""></p><p>Three views</p>`,
    )
    expect(html(gallery)).toBe(
      `<figure><p><img src="${site}/plant.jpg" alt=""><img src="${site}/rotor.jpg" alt=""><img src="${site}/x.jpg" alt=""></p><figcaption><p>Three views</p></figcaption></figure>`,
    )
  })

  it('of figures give each its own', () => {
    const { html: out, found } = prepare(
      '<figure class="gallery"><figure><img src="/rotor.jpg"></figure><figure><img src="/x.jpg"><figcaption>X</figcaption></figure><figcaption>All</figcaption></figure>',
      rotor,
    )
    expect(out).toBe(
      `${rotorFigure}<figure><img src="${site}/x.jpg" alt=""><figcaption><p>X</p></figcaption></figure><p>All</p>`,
    )
    expect(found).toHaveLength(1)
  })

  it('a caption without a figure is text', () => {
    expect(html('<figcaption>a</figcaption>')).toBe('<p>a</p>')
  })
})
