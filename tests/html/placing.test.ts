import { describe, expect, it } from 'vitest'
import { placeFigures } from '../../src/html/figures.js'
import { prepareBody, type BodyPicture } from '../../src/html/prepare-body.js'

const site = 'https://newsroom.example'
const base = `${site}/2026/plant`
const plant: BodyPicture = { url: `${site}/plant.jpg`, alt: 'The plant', caption: 'At dawn.' }
const rotor: BodyPicture = { url: `${site}/rotor.jpg`, alt: 'A rotor', caption: 'A rotor' }
const bare: BodyPicture = { url: `${site}/bare.jpg`, alt: 'Bare' }
const plantFigure = `<figure><img src="${site}/plant.jpg" alt="The plant"><figcaption><p>At dawn.</p></figcaption></figure>`
const rotorFigure = `<figure><img src="${site}/rotor.jpg" alt="A rotor"><figcaption><p>A rotor</p></figcaption></figure>`
const bareFigure = `<figure><img src="${site}/bare.jpg" alt="Bare"></figure>`

const prepare = (input: string, ...pictures: readonly BodyPicture[]) =>
  prepareBody(input, { base, pictures })
const html = (input: string, ...pictures: readonly BodyPicture[]): string =>
  prepare(input, ...pictures).html

describe('a picture of another size', () => {
  it.each([
    ['of four and three digits', '/photo-1024x683.jpg', '/photo.jpg'],
    ['of one digit each', '/photo-8x6.jpg', '/photo.jpg'],
    ['of five digits each', '/photo-10240x68300.jpg', '/photo.jpg'],
    ['scaled down', '/photo-scaled.jpg', '/photo.jpg'],
    ['with a longer name of its kind', '/photo-300x200.jpeg', '/photo.jpeg'],
    ['with a version behind it', '/photo-300x200.jpg?v=2', '/photo.jpg?v=2'],
    ['with a mark behind it', '/photo-300x200.jpg#top', '/photo.jpg#top'],
    ['as the record names it', '/photo.jpg', '/photo-300x200.jpg'],
    ['when both are resized', '/photo-150x150.jpg', '/photo-300x200.jpg'],
  ])('is the picture of the record, %s', (_name, shown, named) => {
    expect(prepare(`<p>a</p><img src="${shown}"><p>b</p>`, { ...bare, url: site + named })).toEqual(
      expect.objectContaining({
        html: `<p>a</p><figure><img src="${site}${named}" alt="Bare"></figure><p>b</p>`,
        found: [],
        repeated: [],
        conflicts: [],
      }),
    )
  })

  it.each([
    ['http', 'https'],
    ['https', 'http'],
  ])('is the same by %s as by %s', (named, shown) => {
    const url = `${named}://pictures.example/photo.jpg`
    expect(
      html(`<p>a</p><img src="${shown}://pictures.example/photo.jpg"><p>b</p>`, { ...bare, url }),
    ).toBe(`<p>a</p><figure><img src="${url}" alt="Bare"></figure><p>b</p>`)
  })

  // The size that WordPress writes is the last of the name, right before the kind of file.
  it.each([
    ['in the name of a folder', '/photo-300x200.d/1.jpg', '/photo.d/1.jpg'],
    ['in the middle of a name', '/photo-300x200-b.jpg', '/photo-b.jpg'],
    ['without numbers', '/photo-wide.jpg', '/photo.jpg'],
    ['with one number', '/photo-300.jpg', '/photo.jpg'],
    ['at another host', 'https://other.example/photo-300x200.jpg', '/photo.jpg'],
  ])('is another where the size stands %s', (_name, shown, named) => {
    const url = site + named
    const src = new URL(shown, site).href
    expect(html(`<p>a</p><img src="${shown}">`, { ...bare, url })).toBe(
      `<figure><img src="${url}" alt="Bare"></figure><p>a</p><p><img src="${src}" alt=""></p>`,
    )
  })

  it('is one of its own where the record names both', () => {
    const large = { url: `${site}/photo.jpg`, alt: 'Large' }
    const square = { url: `${site}/photo-150x150.jpg`, alt: 'Square' }
    const figure = ({ url, alt }: BodyPicture) => `<figure><img src="${url}" alt="${alt}"></figure>`
    const body = '<p>a</p><img src="/photo.jpg"><p>b</p><img src="/photo-150x150.jpg"><p>c</p>'
    const expected = `<p>a</p>${figure(large)}<p>b</p>${figure(square)}<p>c</p>`
    expect(html(body, large, square)).toBe(expected)
    expect(html(body, square, large)).toBe(expected)
  })
})

describe('a link around a picture', () => {
  it('goes where it leads to the picture itself', () => {
    expect(
      html(
        '<a href="/rotor-large.jpg"><img src="/r.jpg" srcset="/rotor.jpg 1x, /rotor-large.jpg 2x"></a>',
        rotor,
      ),
    ).toBe(rotorFigure)
    expect(
      html('<figure><a href="/f.jpg"><img src="/f.jpg"></a><figcaption>F</figcaption></figure>'),
    ).toBe(`<figure><img src="${site}/f.jpg" alt=""><figcaption><p>F</p></figcaption></figure>`)
  })

  it('stays where it leads elsewhere, whether the record names the picture or not', () => {
    const figure = '<figure><a href="/shop"><img src="/rotor.jpg"></a></figure>'
    const linked = (alt: string) =>
      `<a href="${site}/shop"><img src="${site}/rotor.jpg" alt="${alt}"></a>`
    expect(html(figure)).toBe(`<figure>${linked('')}</figure>`)
    expect(html(figure, { ...rotor, caption: undefined })).toBe(
      `<figure>${linked('A rotor')}</figure>`,
    )
    expect(
      html(
        '<figure><a href="/shop"><img src="/rotor.jpg"></a><figcaption>A rotor</figcaption></figure>',
      ),
    ).toBe(`<figure>${linked('')}<figcaption><p>A rotor</p></figcaption></figure>`)
  })
})

// What stands in a film or sound is shown only where that cannot be played.
describe('a picture that stands in for', () => {
  it.each(['video', 'audio'])('%s is not yet shown', (name) => {
    const media = (alt: string) =>
      `<${name} src="${site}/m" controls="">a <img src="${site}/plant.jpg" alt="${alt}"> b</${name}>`
    const input = `<p>x ${media('')} y</p>`
    expect(prepare(input, plant)).toEqual(
      expect.objectContaining({ html: `${plantFigure}${input}`, repeated: [] }),
    )
  })

  it.each(['video', 'audio'])('%s stays in it beside a picture that is shown', (name) => {
    const media = `<${name} src="${site}/m" controls=""><img src="${site}/plant.jpg" alt=""></${name}>`
    expect(html(`<p>x ${media} y <img src="/plant.jpg"></p>`, plant)).toBe(
      `<p>x ${media} y</p>${plantFigure}`,
    )
  })
})

describe('a caption without words', () => {
  it.each(['', ' \n', '<p></p>', '<br>', '<b> </b>'])(
    '%j is none of a picture of the record',
    (caption) => {
      const figure = `<p>a</p><figure><img src="/bare.jpg"><figcaption>${caption}</figcaption></figure>`
      const { html: out, captions, conflicts } = prepare(figure, bare)
      expect(out).toBe(`<p>a</p>${bareFigure}`)
      expect(captions).toEqual([])
      expect(conflicts).toEqual([])
    },
  )

  it('leaves the credit of the record alone', () => {
    const { html: out, captions } = prepare(
      '<figure><img src="/bare.jpg"><figcaption></figcaption></figure>',
      { ...bare, credit: 'Office' },
    )
    expect(out).toBe(
      `<figure><img src="${site}/bare.jpg" alt="Bare"><figcaption><p><small>Office</small></p></figcaption></figure>`,
    )
    expect(captions).toEqual([])
  })

  it('makes none of a picture that only the body knows', () => {
    const figure =
      '<figure><img src="/f.jpg" srcset="/f-2.jpg 2x"><figcaption> </figcaption></figure>'
    const out = `<figure><img src="${site}/f.jpg" srcset="${site}/f-2.jpg 2x" alt=""></figure>`
    expect(prepare(`${figure}<p>a</p>${figure}`)).toEqual(
      expect.objectContaining({ html: `${out}<p>a</p>${out}`, found: [], repeated: [] }),
    )
  })
})

describe('a picture that is shown again', () => {
  const shown = (caption: string) =>
    `<figure><img src="/rotor.jpg"><figcaption>${caption}</figcaption></figure>`

  it.each([
    ['with the same caption', shown('A rotor')],
    ['with part of it', shown('rotor')],
    ['with an empty caption', shown('')],
    ['without a caption', '<figure><img src="/rotor.jpg"></figure>'],
    ['in a line', '<img src="/rotor.jpg">'],
  ])('%s is repeated, and nothing is at odds', (_name, again) => {
    for (const pictures of [[rotor], []]) {
      expect(prepare(`${shown('A rotor')}<p>a</p>${again}`, ...pictures)).toEqual(
        expect.objectContaining({ repeated: [rotor.url], conflicts: [] }),
      )
    }
  })

  it('with another caption is at odds with the first', () => {
    for (const pictures of [[rotor], []]) {
      expect(prepare(`${shown('A rotor')}<p>a</p>${shown('Two')}`, ...pictures).conflicts).toEqual([
        { url: rotor.url, caption: 'Two' },
      ])
    }
  })
})

describe('a gallery', () => {
  const gallery = (caption: string) =>
    `<figure><img src="/plant.jpg"><img src="/rotor.jpg">${caption}</figure>`

  it('without a caption is its pictures', () => {
    expect(html(gallery(''), plant, rotor)).toBe(`${plantFigure}${rotorFigure}`)
    expect(html(`<figure>${gallery('')}</figure>`, plant, rotor)).toBe(
      `${plantFigure}${rotorFigure}`,
    )
  })

  it.each(['At dawn.', 'At  dawn.', 'dawn', 'At dawn. It is cold.', 'A rotor'])(
    'does not say %s again, as a picture in it does',
    (caption) => {
      expect(html(gallery(`<figcaption>${caption}</figcaption>`), plant, rotor)).toBe(
        `${plantFigure}${rotorFigure}`,
      )
    },
  )

  it('says what none of its pictures says', () => {
    const figures = (...pictures: readonly BodyPicture[]) =>
      html(gallery('<figcaption>Two <b>views</b></figcaption>'), ...pictures)
    expect(figures(plant, rotor)).toBe(`${plantFigure}${rotorFigure}<p>Two <b>views</b></p>`)
    expect(figures({ url: plant.url, alt: 'A' }, { url: rotor.url, alt: 'B' })).toBe(
      `<figure><img src="${plant.url}" alt="A"></figure><figure><img src="${rotor.url}" alt="B"></figure><p>Two <b>views</b></p>`,
    )
  })

  it('keeps its words beside pictures that the record does not name', () => {
    expect(
      html(
        '<figure><img src="/rotor.jpg"><img src="/x.jpg"><figcaption>Two</figcaption></figure>',
        rotor,
      ),
    ).toBe(`${rotorFigure}<p><img src="${site}/x.jpg" alt=""></p><p>Two</p>`)
  })
})

describe('a body without pictures', () => {
  it('stays as it is, text outside of blocks included', () => {
    const nodes = ['a', { name: 'p', attributes: { lang: 'fr' }, children: ['b'] }, ' c']
    expect(placeFigures(nodes, [])).toEqual({
      nodes,
      found: [],
      repeated: [],
      conflicts: [],
      captions: [],
    })
  })

  it('has those of the record around it', () => {
    const { nodes } = placeFigures(['a'], [bare, plant])
    expect(nodes.map((node) => (typeof node === 'string' ? node : node.name))).toEqual([
      'figure',
      'a',
      'figure',
    ])
  })
})

describe('what stands in place of a caption', () => {
  const figure = (caption: string, picture = '/bare.jpg') =>
    `<figure><img src="${picture}"><figcaption>${caption}</figcaption></figure>`

  it.each(['', ' ', '&nbsp;', '&#8203;', '<p>&nbsp;</p>', '<br>'])(
    'is none if blank: %j',
    (blank) => {
      expect(prepare(figure(blank), bare)).toMatchObject({ html: bareFigure, captions: [] })
      expect(prepare(figure(blank, '/plant.jpg'), plant)).toMatchObject({
        html: plantFigure,
        conflicts: [],
      })
      expect(prepare(figure(blank, '/x.jpg'))).toMatchObject({
        html: `<figure><img src="${site}/x.jpg" alt=""></figure>`,
        found: [],
      })
    },
  )

  it('stays if it is a film or another picture', () => {
    expect(html(figure('<video src="/v"></video>'), bare)).toBe(
      `${bareFigure}<p><video src="${site}/v" controls=""></video></p>`,
    )
    expect(html(figure('<img src="/rotor.jpg">'), bare, rotor)).toBe(bareFigure + rotorFigure)
  })
})
