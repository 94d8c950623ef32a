import { describe, expect, it } from 'vitest'
import { fromMarkdown } from '../../src/markdown/index.js'

function read(yaml: string): unknown {
  const { article, issues } = fromMarkdown(`---\n${yaml}\n---\n`)
  expect(issues.filter(({ code }) => code !== 'cut-by-comment')).toEqual([])
  return article
}

describe('text', () => {
  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-02 09:00', '2026-03-02 09:00'],
    ['2026-03-02T09:00:00+01:00', '2026-03-02T09:00:00+01:00'],
    ['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z'],
    ['"2026-03-02"', '2026-03-02'],
    ['0012', '0012'],
    ['2026', '2026'],
    ['1e3', '1e3'],
    ['1_000', '1_000'],
    ['0x1F', '0x1F'],
    ['12345678901234567890', '12345678901234567890'],
    ['1.10', '1.10'],
    ['12:30:45', '12:30:45'],
    ['.inf', '.inf'],
    ['no', 'no'],
    ['yes', 'yes'],
    ['on', 'on'],
    ['true', 'true'],
    ['FALSE', 'FALSE'],
    ["'it''s'", "it's"],
    ['"a\\tb \\u00e9"', 'a\tb é'],
    ['a # comment', 'a'],
    ['a#b', 'a#b'],
    ['two\n  lines', 'two lines'],
    ['>-\n  folded\n  text', 'folded text'],
    ['|\n  kept\n  lines', 'kept\nlines\n'],
    ['|+\n  kept\n', 'kept\n\n'],
    ['!!str 2026', '2026'],
  ])('takes %j as it is written', (yaml, text) => {
    expect(read(`published: ${yaml}`)).toEqual({ published: text })
    expect(read(`releaseNumber: ${yaml}`)).toEqual({ releaseNumber: text })
    expect(read(`title: ${yaml}`)).toEqual({ title: text })
  })

  it.each(['', '~', 'null', 'Null', '# nothing'])('takes %j as not given', (yaml) => {
    expect(read(`title: ${yaml}\nlink: /a`)).toEqual({ link: '/a' })
    expect(read(`images: ${yaml}\ntags: ${yaml}\nsource: ${yaml}`)).toEqual({})
  })
})

describe('numbers', () => {
  const sized = (width: string) => read(`images:\n  - url: a.jpg\n    width: ${width}`)

  it.each([
    ['1200', 1200],
    ['0640', 640],
    ['1e3', 1000],
    ['-1', -1],
    ['"1200"', '1200'],
    ['1200px', '1200px'],
    ['1_200', '1_200'],
    ['1,200', '1,200'],
    ['true', 'true'],
  ])('reads %s', (yaml, value) => {
    expect(sized(yaml)).toEqual({ images: [{ url: 'a.jpg', width: value }] })
  })

  it('reads degrees, bytes and seconds', () => {
    expect(
      read(`location: { latitude: 48.86, longitude: -0.5 }
attachments:
  - { url: a.mp3, bytes: 42, durationInSeconds: 90.5, title: 42 }`),
    ).toEqual({
      location: { latitude: 48.86, longitude: -0.5 },
      attachments: [{ url: 'a.mp3', bytes: 42, durationInSeconds: 90.5, title: '42' }],
    })
  })
})

it('reads every field of an article', () => {
  const yaml = `title: Second plant opens
link: /2026/second-plant
published: 2026-03-02 09:00
updated: 2026-03-03
id: tag:newsroom.example,2026:1
summary: The plant makes rotors.
images:
  - url: plant.jpg
    alt: The plant
    caption: The plant at dawn.
    credit: Press office
    title: Plant
    type: image/jpeg
    bytes: 1000
    width: 1200
    height: 800
    copyright: 2026
    license: https://licences.example/by
attachments:
  - url: plant.pdf
    title: Fact sheet
    type: application/pdf
    bytes: 2000
authors:
  - Press office
  - name: Research office
    url: /research/
    email: research@newsroom.example
tags: [rotors, 2026]
subjects:
  - { scheme: http://cv.example/topics/, code: 04000000, label: economy }
language: no
translations:
  - { language: fr, link: /fr/2026/usine }
source: { name: Agency, link: https://agency.example/1, feed: https://agency.example/feed }
location: { name: Hill, latitude: 1, longitude: 2 }
rights: 2026 Newsroom
license: https://licences.example/by
releaseNumber: 007
expires: 2027-01-01
data: { desk: 7, embargo: null, final: yes, code: 0012, large: 12345678901234567890, sizes: [1, 1.5] }`
  expect(read(yaml)).toEqual({
    title: 'Second plant opens',
    link: '/2026/second-plant',
    published: '2026-03-02 09:00',
    updated: '2026-03-03',
    id: 'tag:newsroom.example,2026:1',
    summary: 'The plant makes rotors.',
    images: [
      {
        url: 'plant.jpg',
        alt: 'The plant',
        caption: 'The plant at dawn.',
        credit: 'Press office',
        title: 'Plant',
        type: 'image/jpeg',
        bytes: 1000,
        width: 1200,
        height: 800,
        copyright: '2026',
        license: 'https://licences.example/by',
      },
    ],
    attachments: [{ url: 'plant.pdf', title: 'Fact sheet', type: 'application/pdf', bytes: 2000 }],
    authors: [
      'Press office',
      { name: 'Research office', url: '/research/', email: 'research@newsroom.example' },
    ],
    tags: ['rotors', '2026'],
    subjects: [{ scheme: 'http://cv.example/topics/', code: '04000000', label: 'economy' }],
    language: 'no',
    translations: [{ language: 'fr', link: '/fr/2026/usine' }],
    source: {
      name: 'Agency',
      link: 'https://agency.example/1',
      feed: 'https://agency.example/feed',
    },
    location: { name: 'Hill', latitude: 1, longitude: 2 },
    rights: '2026 Newsroom',
    license: 'https://licences.example/by',
    releaseNumber: '007',
    expires: '2027-01-01',
    data: {
      desk: 7,
      embargo: null,
      final: 'yes',
      code: '0012',
      large: '12345678901234567890',
      sizes: [1, 1.5],
    },
  })
})

describe('forms that people write', () => {
  it.each([
    ['authors: Press office', { authors: ['Press office'] }],
    ['author: Press office', { authors: ['Press office'] }],
    ['author: 007', { authors: ['007'] }],
    ['author: { name: Press office }', { authors: [{ name: 'Press office' }] }],
    ['author: [A, B]', { authors: ['A', 'B'] }],
    ['tags: rotors', { tags: ['rotors'] }],
    ['tags: rotors, plants', { tags: ['rotors, plants'] }],
  ])('reads %s', (yaml, article) => {
    expect(read(yaml)).toEqual(article)
  })

  it('keeps author beside authors for createFeed to report', () => {
    expect(read('author: A\nauthors: B')).toEqual({ author: ['A'], authors: ['B'] })
  })
})

describe('what createFeed has to report', () => {
  it.each([
    ['subtitle: 0012', { subtitle: '0012' }],
    ['Title: A', { Title: 'A' }],
    ['draft: true', { draft: true }],
    ['layout:', { layout: null }],
    ['images: a.jpg', { images: 'a.jpg' }],
    ['images: [a.jpg]', { images: ['a.jpg'] }],
    ['images: { url: a.jpg, width: 5 }', { images: { url: 'a.jpg', width: 5 } }],
    ['title: [a, 1]', { title: ['a', 1] }],
    ['source: Agency', { source: 'Agency' }],
    ['tags: [a, ~, b]', { tags: ['a', null, 'b'] }],
    [
      'images:\n  - url: a.jpg\n    photographer: 1',
      { images: [{ url: 'a.jpg', photographer: 1 }] },
    ],
    ['"a.b": 1', { 'a.b': 1 }],
    ['<<: { title: A }', { '<<': { title: 'A' } }],
    ['constructor: 1\ntoString:', { constructor: 1, toString: null }],
    ['data: [1]', { data: [1] }],
  ])('is passed on: %j', (yaml, article) => {
    expect(read(yaml)).toEqual(article)
  })

  it('includes __proto__, which changes nothing else', () => {
    const article = read('__proto__: { polluted: true }\ndata: { __proto__: { polluted: true } }')
    expect(Object.keys(article as object)).toEqual(['__proto__', 'data'])
    expect(Object.getPrototypeOf(article)).toBe(Object.prototype)
    expect((article as { polluted?: boolean }).polluted).toBeUndefined()
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('anchors', () => {
  it('stand for what was written', () => {
    expect(
      read(
        'rights: &office Press office\nauthors: [*office, *office]\nimages: [{ url: a, credit: *office }]',
      ),
    ).toEqual({
      rights: 'Press office',
      authors: ['Press office', 'Press office'],
      images: [{ url: 'a', credit: 'Press office' }],
    })
    expect(read('id: &a 0012\ndata: { number: &b 0013, other: *a }\nreleaseNumber: *b')).toEqual({
      id: '0012',
      data: { number: '0013', other: '0012' },
      releaseNumber: '0013',
    })
  })

  it('may be given anew', () => {
    expect(read('title: &a A\nid: *a\nsummary: &a B\nrights: *a')).toMatchObject({
      id: 'A',
      rights: 'B',
    })
    expect(read('id: &y 1\ndata: &x { a: *y }\ntitle: &y 2\nz: *x')).toMatchObject({ z: { a: 1 } })
    expect(read('data: &x { a: &y 1 }\nb: &y 2\nc: *x\nd: *y')).toMatchObject({ d: 2 })
    expect(read('data: &x { a: &y 1, b: *y }\ny: &y 2\nz: *x')).toMatchObject({ z: { a: 1, b: 1 } })
  })
})

it('gives independent results for the same text', () => {
  const source =
    '---\ntitle: A\nimages: [{ url: a.jpg }]\ndata: { list: [1] }\n---\n# A\n\n![b](b.jpg)\n'
  const first = fromMarkdown(source)
  const untouched = structuredClone(first.article)
  const record = first.article as unknown as {
    title: string
    images: unknown[]
    data: { list: number[] }
  }
  record.title = 'changed'
  record.images.push('changed')
  record.data.list.push(2)
  expect(fromMarkdown(source).article).toEqual(untouched)
})
