import { describe, expect, it } from 'vitest'
import { prepareBody, type BodyPicture } from '../../src/html/prepare-body.js'

const url = 'https://newsroom.example/plant.jpg'
const prepare = (html: string, picture: Partial<BodyPicture> = {}) =>
  prepareBody(html, {
    base: 'https://newsroom.example/',
    pictures: [{ url, alt: 'Plant', ...picture }],
  })
const figure = `<figure><img src="${url}" alt="Plant"></figure>`
const captioned = (caption: string) =>
  `<figure><img src="/plant.jpg"><figcaption>${caption}</figcaption></figure>`

describe('a picture of the record in a line', () => {
  it.each([
    ['<p>x <b><img src="/plant.jpg"></b> y</p>', `<p>x</p>${figure}<p>y</p>`],
    [
      '<p>x <b>u <img src="/plant.jpg"> v</b> y</p>',
      `<p>x <b>u </b></p>${figure}<p><b> v</b> y</p>`,
    ],
    ['<p>one <br> <br>  <img src="/plant.jpg"> <br>\n<br>two</p>', `<p>one</p>${figure}<p>two</p>`],
    ['<p><br> <img src="/plant.jpg"> </p>', figure],
    ['<p><img src="/plant.jpg">one<br>two</p>', `${figure}<p>one<br>two</p>`],
    ['<p lang="fr">a<img src="/plant.jpg">b</p>', `<p lang="fr">a</p>${figure}<p lang="fr">b</p>`],
  ])('%s', (html, written) => {
    expect(prepare(html).html).toBe(written)
  })

  it.each(['video', 'audio'])(
    'is the one picture of its figure, whatever stands in for %s',
    (name) => {
      const { html, captions } = prepare(
        `<figure><${name} src="/v"><img src="/still.jpg"></${name}><img src="/plant.jpg"><figcaption>Plant at dawn.</figcaption></figure>`,
      )
      expect(html).toContain(
        `<figure><img src="${url}" alt="Plant"><figcaption><p>Plant at dawn.</p></figcaption></figure>`,
      )
      expect(captions).toEqual([{ url, caption: 'Plant at dawn.' }])
    },
  )
})

describe('the words below a picture', () => {
  const record = { caption: 'The plant.', credit: 'Office', creditLine: 'Photo: Office' }

  it.each([
    'The plant.',
    'The plant. Office',
    'The plant. Photo: Office',
    'plant. Office',
    'plant. Photo: Office',
    'The\u00A0 plant.',
    'The plant. It is big.',
  ])('%s says the same as the record', (caption) => {
    expect(prepare(captioned(caption), record).conflicts).toEqual([])
  })

  it.each(['Theplant.', 'The old plant.', 'Photo: another', 'plant.Office'])(
    '%s says something else',
    (caption) => {
      expect(prepare(captioned(caption), record).conflicts).toEqual([{ url, caption }])
    },
  )

  it('are the same in either form of Unicode', () => {
    const { conflicts } = prepare(captioned('L’e\u0301te\u0301.'), { caption: 'L’été.' })
    expect(conflicts).toEqual([])
  })

  it('get the credit of the record in their last paragraph, or in one of its own', () => {
    const { credit, creditLine } = record
    expect(prepare(captioned('At dawn.'), { credit, creditLine }).html).toContain(
      '<figcaption><p>At dawn. <small>Photo: Office</small></p></figcaption>',
    )
    expect(prepare(captioned('<p>At dawn.</p><ul><li>1</li></ul>'), { credit }).html).toContain(
      '<figcaption><p>At dawn.</p><ul><li>1</li></ul><p><small>Office</small></p></figcaption>',
    )
    expect(prepare(captioned('At dawn. (Office)'), { credit, creditLine }).html).toContain(
      '<figcaption><p>At dawn. (Office)</p></figcaption>',
    )
  })

  it('are none where there is neither caption nor credit', () => {
    expect(prepare('', {}).html).toBe(figure)
    expect(prepare('', { caption: 'The plant.' }).html).toContain('<figcaption><p>The plant.</p>')
    expect(prepare('', { credit: 'Office' }).html).toContain(
      '<figcaption><p><small>Office</small></p>',
    )
    expect(prepare('', record).html).toContain(
      '<figcaption><p>The plant. <small>Photo: Office</small></p>',
    )
  })
})
