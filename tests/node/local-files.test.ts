import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groundsOf } from '../../src/node/find-file.js'
import { readLocalFiles } from '../../src/node/local-files.js'
import { gif, heif, jpeg, png } from '../image/picture-bytes.js'
import { temporaryFolder } from './temporary-folder.js'

const files = {
  'content/2026/a.jpg': jpeg(40, 30),
  'content/2026/turned.jpg': jpeg(40, 30, 6),
  'content/2026/my photo.jpg': jpeg(40, 30),
  'content/2026/100%.jpg': jpeg(40, 30),
  'content/2026/a#b?.jpg': jpeg(40, 30),
  'content/2026/caf\u00E9.jpg': jpeg(40, 30),
  'content/2026/te\u0301.jpg': jpeg(40, 30),
  'content/2026/wrong.jpg': png(40, 30),
  'content/2026/text.jpg': 'This is no picture.',
  'content/2026/page.jpg': '<!doctype html><p>Not found',
  'content/2026/damaged.png': png(40, 30).subarray(0, 20),
  'content/2026/empty.jpg': '',
  'content/2026/photo.heif': heif('heicmif1', 40, 30),
  'content/2026/report.pdf': '%PDF-1.7\n',
  'content/2026/table.csv': 'a,b\n',
  'content/2026/folder.jpg/x': '',
  'content/above.gif': gif(4, 3),
  'public/img/b.gif': gif(4, 3),
  'secret.jpg': jpeg(40, 30),
  'public-2/c.jpg': jpeg(40, 30),
}

async function read(
  fields: Readonly<Record<string, unknown>>,
  { folder = temporaryFolder(files), maxPictureBytes = 5_000_000, hasPublic = true } = {},
) {
  const publicFolder = hasPublic ? join(folder, 'public') : undefined
  const article = Object.freeze({
    title: 'A',
    link: '/2026/a/',
    published: '2026-03-02',
    ...fields,
  })
  const found = await readLocalFiles(article, 'https://news.example/', {
    article: join(folder, 'content/2026/article.md'),
    root: folder,
    grounds: await groundsOf(join(folder, 'content'), publicFolder),
    maxPictureBytes,
  })
  return { ...found, folder, codes: found.issues.map(({ code, path }) => `${path} ${code}`) }
}

function image(url: string) {
  return read({ images: [{ url }] })
}

describe('a picture', () => {
  it('is found beside the file and measured, and the record goes before', async () => {
    const { article, issues, files, paths, folder } = await read({
      images: [
        { url: 'turned.jpg', alt: 'A', width: null },
        { url: 'a.jpg', type: 'image/x', bytes: 7, width: 5 },
      ],
    })
    expect(issues).toEqual([])
    expect(article.images).toEqual([
      {
        url: 'turned.jpg',
        alt: 'A',
        type: 'image/jpeg',
        bytes: jpeg(1, 1, 1).length,
        width: 30,
        height: 40,
      },
      { url: 'a.jpg', type: 'image/x', bytes: 7, width: 5 },
    ])
    expect(files).toEqual([
      {
        url: 'https://news.example/2026/a/turned.jpg',
        path: join(folder, 'content/2026/turned.jpg'),
      },
      { url: 'https://news.example/2026/a/a.jpg', path: join(folder, 'content/2026/a.jpg') },
    ])
    expect(paths).toEqual(files.map(({ path }) => path))
  })

  it.each([
    ['./a.jpg', 'content/2026/a.jpg'],
    [' a.jpg\n', 'content/2026/a.jpg'],
    ['a.jpg?v=2#top', 'content/2026/a.jpg'],
    ['../above.gif', 'content/above.gif'],
    ['../2026/../above.gif', 'content/above.gif'],
    ['..\\above.gif', 'content/above.gif'],
    ['my%20photo.jpg', 'content/2026/my photo.jpg'],
    ['my photo.jpg', 'content/2026/my photo.jpg'],
    ['100%.jpg', 'content/2026/100%.jpg'],
    ['100%25.jpg', 'content/2026/100%.jpg'],
    ['a%23b%3F.jpg', 'content/2026/a#b?.jpg'],
    ['caf\u00E9.jpg', 'content/2026/caf\u00E9.jpg'],
    ['cafe\u0301.jpg', 'content/2026/caf\u00E9.jpg'],
    ['caf%C3%A9.jpg', 'content/2026/caf\u00E9.jpg'],
    ['t\u00E9.jpg', 'content/2026/te\u0301.jpg'],
    ['t%C3%A9.jpg', 'content/2026/te\u0301.jpg'],
    ['/img/b.gif', 'public/img/b.gif'],
    ['/img/./../img/b.gif', 'public/img/b.gif'],
    ['../../public/img/b.gif', 'public/img/b.gif'],
  ])('is found at %j', async (url, path) => {
    const { codes, files, folder } = await image(url)
    expect(codes).toEqual([])
    expect(files.map((file) => file.path)).toEqual([join(folder, path)])
  })

  it.each([
    'https://other.example/a.jpg',
    '//other.example/a.jpg',
    '\\\\other.example\\a.jpg',
    'data:image/gif;base64,AA',
    'file:///etc/passwd',
    'javascript:a.jpg',
    'C:\\a.jpg',
    '',
    '#a',
    '?a',
  ])('is not looked for at %j', async (url) => {
    expect(await image(url)).toMatchObject({
      issues: [],
      files: [],
      paths: [],
      article: { images: [{ url }] },
    })
  })

  it('of the site is not looked for without a public folder', async () => {
    const images = [{ url: '/img/b.gif' }, { url: '/../secret.jpg' }]
    expect(await read({ images }, { hasPublic: false })).toMatchObject({ issues: [], files: [] })
  })

  it.each([
    ['none.jpg', 'missing-file'],
    ['a.jpg/b.jpg', 'missing-file'],
    ['a%00.jpg', 'missing-file'],
    [`${'x'.repeat(5000)}.jpg`, 'missing-file'],
    ['%E0%A4%A.jpg', 'missing-file'],
    ['/img/none.gif', 'missing-file'],
    ['../../secret.jpg', 'outside-folder'],
    ['../../../../../../etc/passwd', 'outside-folder'],
    ['%2e%2e/%2e%2e/secret.jpg', 'outside-folder'],
    ['..%2f..%2fsecret.jpg', 'outside-folder'],
    ['..%5c..\\secret.jpg', 'missing-file'],
    ['..\\..\\secret.jpg', 'outside-folder'],
    ['/../secret.jpg', 'outside-folder'],
    ['/../../x', 'outside-folder'],
    ['../../public-2/c.jpg', 'outside-folder'],
    ['../..', 'outside-folder'],
    ['.', 'cannot-read'],
    ['folder.jpg', 'cannot-read'],
    ['text.jpg', 'not-a-picture'],
    ['page.jpg', 'not-a-picture'],
    ['damaged.png', 'not-a-picture'],
    ['empty.jpg', 'not-a-picture'],
    ['report.pdf', 'not-a-picture'],
  ])('at %j is an error', async (url, code) => {
    const { codes, issues, files, article } = await image(url)
    expect(codes).toEqual([`images[0].url ${code}`])
    expect(issues[0]).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(/^Cannot .+: expected /s) as unknown,
    })
    expect(files).toEqual([])
    expect(article.images).toEqual([{ url }])
  })

  it.each([
    ['content/2026/out.jpg', '../../secret.jpg', 'outside-folder'],
    ['content/2026/up', '../..', 'outside-folder', 'up/secret.jpg'],
    ['content/2026/in.jpg', 'a.jpg', undefined],
    ['content/2026/site', '../../public/img', undefined, 'site/b.gif'],
    ['content/2026/gone.jpg', 'nowhere', 'missing-file'],
    ['content/2026/loop.jpg', 'loop.jpg', 'cannot-read'],
  ])(
    'behind the link %s to %s',
    async (path, target, code, url = path.slice('content/2026/'.length)) => {
      const folder = temporaryFolder(files)
      symlinkSync(target, join(folder, path))
      const { codes } = await read({ images: [{ url }] }, { folder })
      expect(codes).toEqual(code === undefined ? [] : [`images[0].url ${code}`])
    },
  )

  it.each([
    ['public/img/b.gif', 'it to be written as "/img/b.gif"'],
    ['/public/img/b.gif', 'it to be written as "/img/b.gif"'],
    ['public/img/c%20d.gif', 'it to be written as "/img/c%20d.gif"'],
    ['public/img/none.gif', '"content/2026/public/img/none.gif"'],
    ['content/2026/a.jpg', '"content/2026/content/2026/a.jpg"'],
    ['public', '"content/2026/public"'],
    ['%5Cimg%5Cb.gif', '/ in place of \\'],
    ['tabel.csv', '"content/2026/tabel.csv"; did you mean "table.csv"?'],
    ['my-photo.jpg', '"content/2026/my-photo.jpg"; did you mean "my photo.jpg"?'],
    ['my_photos.jpg', '"content/2026/my_photos.jpg"; did you mean "my photo.jpg"?'],
    ['damaged.jpg', '"content/2026/damaged.jpg"; did you mean "damaged.png"?'],
    ['ourphotos.jpg', '"content/2026/ourphotos.jpg"'],
    ['b.jpg', '"content/2026/b.jpg"'],
    ['/imgs/b.gif', '"public/imgs/b.gif"'],
  ])('at %j is expected otherwise', async (url, expected) => {
    const folder = temporaryFolder({ ...files, 'public/img/c d.gif': gif(4, 3) })
    const { issues } = await read({ images: [{ url }] }, { folder })
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['missing-file', `Cannot find ${JSON.stringify(url)}: expected ${expected}`],
    ])
  })

  it('says what it should be', async () => {
    const { issues } = await read({
      images: ['A.JPG', 'text.jpg', '../../x', 'damaged.png'].map((url) => ({ url })),
    })
    const pictures = 'JPEG, PNG, GIF, WebP, AVIF or SVG'
    expect(issues.map(({ message }) => message)).toEqual([
      'Cannot find "A.JPG": expected "content/2026/A.JPG", where there is "a.jpg"',
      `Cannot use "text.jpg" as a picture: expected ${pictures}, but it is none`,
      'Cannot use file "../../x": expected one that lies in "content" or "public"',
      `Cannot use "damaged.png" as a picture: expected ${pictures}, but it is image/png that is damaged`,
    ])
  })

  it('with another name than its content gets a warning, and its content counts', async () => {
    const { article, issues } = await image('wrong.jpg')
    expect(issues).toMatchObject([
      { code: 'file-type-differs', severity: 'warning', path: 'images[0].url' },
    ])
    expect(article.images).toMatchObject([{ type: 'image/png', width: 40 }])
    expect((await image('photo.heif')).codes).toEqual([])
  })

  it('that is too large gets a warning', async () => {
    const images = [{ url: 'a.jpg' }]
    const bytes = jpeg(1, 1).length
    expect((await read({ images }, { maxPictureBytes: bytes })).codes).toEqual([])
    const { issues } = await read({ images }, { maxPictureBytes: bytes - 1 })
    expect(issues).toMatchObject([{ code: 'picture-too-large', severity: 'warning' }])
  })
})

describe('an attachment', () => {
  it('is measured', async () => {
    const attachments = [
      { url: 'report.pdf' },
      { url: 'table.csv', type: 'text/x' },
      { url: 'table.csv' },
      { url: 'a.jpg', bytes: 3 },
    ]
    const { article, codes } = await read({ attachments })
    expect(codes).toEqual([])
    expect(article.attachments).toEqual([
      { url: 'report.pdf', type: 'application/pdf', bytes: 9 },
      { url: 'table.csv', type: 'text/x', bytes: 4 },
      { url: 'table.csv', bytes: 4 },
      { url: 'a.jpg', type: 'image/jpeg', bytes: 3 },
    ])
  })

  it('has to be there', async () => {
    const attachments = [{ url: 'none.pdf' }, { url: '../../secret.jpg' }, { url: '..' }]
    expect((await read({ attachments })).codes).toEqual([
      'attachments[0].url missing-file',
      'attachments[1].url outside-folder',
      'attachments[2].url cannot-read',
    ])
  })
})

describe('the body', () => {
  it('has pictures of its own', async () => {
    const body = `<p><img src="a.jpg"><IMG SRC='my%20photo.jpg'><img src="none.jpg" alt=">"><img src=text.jpg>
      <!-- <img src="commented.jpg"> --><img src="https://other.example/c.jpg"><img><img src="">
      <code>&lt;img src="shown.jpg"&gt;</code><img src="https://news.example/2026/a/turned.jpg"></p>`
    const images = [{ url: './a.jpg' }, { url: 'turned.jpg' }]
    const { codes, files, article } = await read({ body, images })
    expect(codes).toEqual(['body missing-file', 'body not-a-picture'])
    expect(files.map(({ url }) => url)).toEqual([
      'https://news.example/2026/a/a.jpg',
      'https://news.example/2026/a/turned.jpg',
      'https://news.example/2026/a/my%20photo.jpg',
    ])
    expect(article.body).toBe(body)
    expect(article.images).toHaveLength(2)
  })
})

it.each([
  [{}, 'https://news.example/2026/a/a.jpg'],
  [{ base: '/files/' }, 'https://news.example/files/a.jpg'],
  [{ base: 'pictures/' }, 'https://news.example/2026/a/pictures/a.jpg'],
  [{ base: 'https://cdn.example/x/', link: '' }, 'https://cdn.example/x/a.jpg'],
  [{ link: undefined }, 'https://news.example/a.jpg'],
])('files of an article with %j have the address %s', async (fields, url) => {
  const { files } = await read({ images: [{ url: 'a.jpg' }], ...fields })
  expect(files.map((file) => file.url)).toEqual([url])
})

it.each([
  { images: 'a.jpg' },
  { images: ['a.jpg', null, 3, [], {}, { url: 3 }, { url: null }] },
  { attachments: { url: 'a.pdf' }, body: 3 },
  { images: null, link: {}, base: [] },
])('leaves %j to createFeed', async (fields) => {
  const { article, issues } = await read(fields)
  expect(issues).toEqual([])
  expect(article).toMatchObject(fields)
})

it('works when the folder is itself behind a link', async () => {
  const real = temporaryFolder(files)
  const folder = temporaryFolder()
  symlinkSync(join(real, 'content'), join(folder, 'content'))
  mkdirSync(join(folder, 'public'))
  const images = [{ url: 'a.jpg' }, { url: '../above.gif' }, { url: '../../secret.jpg' }]
  expect((await read({ images }, { folder })).codes).toEqual(['images[2].url outside-folder'])
})
