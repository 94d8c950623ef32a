import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FeedError } from '../../src/issue.js'
import type { SourceEntry } from '../../src/newsroom/source.js'
import { isArticleSource } from '../../src/newsroom/source.js'
import { markdownFolder, type MarkdownFolderOptions } from '../../src/node/markdown-folder.js'
import { gif, jpeg } from '../image/picture-bytes.js'
import { temporaryFolder } from './temporary-folder.js'

const link = 'https://news.example/'

function file(title: string, fields = '', body = 'Text'): string {
  return `---\ntitle: ${title}\npublished: 2026-03-02\n${fields}---\n${body}\n`
}

async function entriesOf(root: string, options?: MarkdownFolderOptions, folder = 'news') {
  const entries: SourceEntry[] = []
  for await (const entry of markdownFolder(folder, options).readEntries({ root, link }))
    entries.push(entry)
  return entries
}

async function only(root: string, options?: MarkdownFolderOptions): Promise<SourceEntry> {
  const [entry, ...others] = await entriesOf(root, options)
  if (entry === undefined || others.length > 0) throw new Error('expected one entry')
  return entry
}

describe('entries', () => {
  it('are those of the newsroom that asks, when several share a folder', async () => {
    const root = temporaryFolder({
      'public/news/a.jpg': jpeg(4, 3),
      'public/news/a.md': file('A', 'link: /a/\nimages:\n  - url: a.jpg\n'),
    })
    const source = markdownFolder('public/news', { publicFolder: 'public' })
    const addresses: (string | undefined)[] = []
    for (const site of [link, 'https://other.example/', link]) {
      for await (const entry of source.readEntries({ root, link: site, again: true })) {
        addresses.push((await entry.load()).files?.[0]?.url)
      }
    }
    expect(addresses).toEqual([
      'https://news.example/a/a.jpg',
      'https://other.example/a/a.jpg',
      'https://news.example/a/a.jpg',
    ])
  })

  it('are heads, and load whole records', async () => {
    const root = temporaryFolder({
      'news/2026/b.md': file(
        'B',
        'link: /b/\nimages:\n  - url: a.jpg\n    caption: C\n',
        '# B\n\n![](c.gif "D")\n\nText',
      ),
      'news/2026/a.jpg': jpeg(4, 3),
      'news/2026/c.gif': gif(2, 1),
      'news/a.md': file('A', 'draft: true\n'),
      'news/_draft.md': 'x',
    })
    const [b, a] = await entriesOf(root)
    expect(a).toMatchObject({
      origin: 'news/a.md',
      issues: [],
      article: { title: 'A', draft: true },
    })
    expect(b).toMatchObject({
      origin: 'news/2026/b.md',
      article: {
        title: 'B',
        link: '/b/',
        published: '2026-03-02',
        images: [{ url: 'a.jpg', caption: 'C' }],
      },
    })
    expect(b?.article).not.toHaveProperty('body')
    const loaded = await b?.load()
    expect(loaded).toMatchObject({
      issues: [],
      article: {
        body: expect.stringContaining('Text') as unknown,
        images: [
          { url: 'a.jpg', caption: 'C', type: 'image/jpeg', width: 4, height: 3 },
          { url: 'c.gif', caption: 'D', type: 'image/gif', width: 2, height: 1 },
        ],
      },
      files: [
        { url: 'https://news.example/b/a.jpg', path: join(root, 'news/2026/a.jpg') },
        { url: 'https://news.example/b/c.gif', path: join(root, 'news/2026/c.gif') },
      ],
    })
    expect(loaded?.locate?.('images[0].url')).toEqual({ line: 6, column: 5 })
    expect(await b?.load()).toMatchObject({ article: loaded?.article })
  })

  it('come in the order of their paths, however many', async () => {
    const names = Array.from(
      { length: 150 },
      (_, index) => `news/${String(index).padStart(3, '0')}.md`,
    )
    const sizes = names.map((name, index) => [
      name,
      file(name, '', 'x'.repeat((index % 7) * 50_000)),
    ])
    const root = temporaryFolder(Object.fromEntries(sizes) as Record<string, string>)
    expect((await entriesOf(root)).map(({ origin }) => origin)).toEqual(names)
  })

  it('have the issues of local files with their places', async () => {
    const root = temporaryFolder({
      'news/a.md': file('A', 'images:\n  - url: x.jpg\n', '\n<img src="y.jpg">'),
    })
    const { load } = await only(root)
    const { issues, article } = await load()
    expect(issues).toMatchObject([
      { code: 'missing-file', path: 'images[0].url', line: 5, column: 5 },
      { code: 'missing-file', path: 'body', line: 8, column: 1 },
    ])
    expect(article).toMatchObject({ title: 'A' })
  })

  it('say what refuses a file, in the head and in the whole', async () => {
    const root = temporaryFolder({ 'news/a.md': '---\ntitle: "A\n---\n' })
    const entry = await only(root)
    expect(entry.article).toBeUndefined()
    expect(entry.issues).toMatchObject([{ code: 'front-matter-syntax', line: 2 }])
    expect(await entry.load()).toMatchObject({ article: undefined, issues: entry.issues })
  })

  // Links and files that are gone stand for what may not be read: permissions do not hold for root.
  it('say what cannot be read', async () => {
    const root = temporaryFolder({ 'news/b.md': file('B'), 'out/c.md': file('C') })
    symlinkSync('nowhere', join(root, 'news/a.md'))
    symlinkSync('../out', join(root, 'news/out'))
    const [a, out, b] = await entriesOf(root)
    expect(a).toMatchObject({
      origin: 'news/a.md',
      article: undefined,
      issues: [{ code: 'cannot-read' }],
    })
    expect(out).toMatchObject({ origin: 'news/out', issues: [{ code: 'outside-folder' }] })
    expect(await out?.load()).toEqual({ article: undefined, issues: out?.issues })
    rmSync(join(root, 'news/b.md'))
    const message = 'Cannot read "news/b.md": expected a file, but nothing is there'
    expect(await b?.load()).toMatchObject({
      article: undefined,
      issues: [{ code: 'cannot-read', message }],
    })
  })

  it('say that the folder is missing', async () => {
    const [entry] = await entriesOf(temporaryFolder())
    const message = 'Cannot read "news": expected a folder, but nothing is there'
    expect(entry).toMatchObject({ origin: 'news', article: undefined, issues: [{ message }] })
  })
})

describe('version', () => {
  it('changes with the file and with the local files of the last loading', async () => {
    const root = temporaryFolder({
      'news/a.md': file('A', 'images:\n  - url: a.jpg\n  - url: b.jpg\n'),
      'news/a.jpg': jpeg(4, 3),
    })
    const source = markdownFolder('news')
    const version = async () => {
      for await (const entry of source.readEntries({ root, link })) return entry.version?.()
      return undefined
    }
    const first = await version()
    expect(await version()).toBe(first)
    for await (const entry of source.readEntries({ root, link })) await entry.load()
    const loaded = await version()
    expect(await version()).toBe(loaded)
    utimesSync(join(root, 'news/a.jpg'), 1, 1)
    const touched = await version()
    writeFileSync(join(root, 'news/b.jpg'), jpeg(4, 3))
    const added = await version()
    writeFileSync(join(root, 'news/a.md'), file('B'))
    const written = await version()
    rmSync(join(root, 'news/b.jpg'))
    const versions = [loaded, touched, added, written, await version()]
    expect(new Set(versions).size).toBe(versions.length)
  })

  it('is there for a file that is gone', async () => {
    const root = temporaryFolder({ 'news/a.md': file('A') })
    const { version } = await only(root)
    rmSync(join(root, 'news/a.md'))
    expect(await version?.()).toBe('absent')
  })
})

describe('options', () => {
  it('ignore', async () => {
    const root = temporaryFolder({ 'news/a.md': file('A'), 'news/b/c.md': file('C') })
    expect((await only(root, { ignore: 'b' })).origin).toBe('news/a.md')
    expect((await only(root, { ignore: ['*.md'] })).origin).toBe('news/b/c.md')
  })

  it('publicFolder', async () => {
    const root = temporaryFolder({
      'news/a.md': file('A', 'images: [{ url: /b.gif }]\n'),
      'public/b.gif': gif(2, 1),
    })
    expect((await (await only(root)).load()).files).toEqual([])
    const { article, files } = await (await only(root, { publicFolder: 'public' })).load()
    expect(article?.images).toMatchObject([{ width: 2 }])
    expect(files).toEqual([{ url: 'https://news.example/b.gif', path: join(root, 'public/b.gif') }])
    const absent = await only(root, { publicFolder: 'nowhere' })
    expect((await absent.load()).issues).toMatchObject([{ code: 'missing-file' }])
  })

  it('filesAt', async () => {
    const root = temporaryFolder({
      'news/a.md': file('A', 'link: /a\n'),
      'news/b c/é#.md': file('B', 'link: /b\nimages: [{ url: x.gif }]\n'),
      'news/b c/x.gif': gif(2, 1),
      'news/z.md': file('Z', 'base: /own/\n'),
    })
    for (const filesAt of ['/files/', '/files']) {
      const entries = await entriesOf(root, { filesAt })
      expect(entries.map(({ article }) => article?.base)).toEqual([
        'https://news.example/files/',
        'https://news.example/files/b%20c/',
        '/own/',
      ])
      expect((await entries[1]?.load())?.files).toMatchObject([
        { url: 'https://news.example/files/b%20c/x.gif' },
      ])
    }
  })

  it('serves files from the newsroom’s site, also when the article’s page is on another', async () => {
    const root = temporaryFolder({
      'news/a.md': file('A', 'link: https://elsewhere.example/a\nimages: [{ url: /b.gif }]\n'),
      'public/b.gif': gif(2, 1),
    })
    const { article, files } = await (await only(root, { publicFolder: 'public' })).load()
    expect(article?.base).toBe('https://news.example/')
    expect(files).toMatchObject([{ url: 'https://news.example/b.gif' }])
    expect((await only(root)).article?.base).toBeUndefined()
    const [at] = await entriesOf(root, { filesAt: '/files/' })
    expect(at?.article?.base).toBe('https://news.example/files/')
  })

  it.each<readonly [MarkdownFolderOptions['link'], string, string | undefined]>([
    ['/{path}/', '2026/a.md', '/2026/a/'],
    ['/{path}/', '2026/index.md', '/2026/'],
    ['/{path}/', 'index.markdown', '/'],
    ['/news/{path}', 'index.md', '/news/'],
    ['/{path}.html', 'a/reindex.md', '/a/reindex.html'],
    ['/{path}/{path}', 'a.md', '/a/a'],
    ['/{path}', 'a b/100%?#.md', '/a%20b/100%25%3F%23'],
    ['/{path}', 'cafe\u0301.md', '/caf%C3%A9'],
    ['/{path}', "a$&b$'.md", "/a%24%26b%24'"],
    ['/{path}', 'v1.2.md', '/v1.2'],
    [(path) => `/x/${path.replace(/^.*\//, '')}`, '2026/a b.md', '/x/a%20b'],
    [undefined, 'a.md', undefined],
    ['', 'a.md', undefined],
  ])('link %s for %s', async (pattern, path, expected) => {
    const root = temporaryFolder({ [`news/${path}`]: file('A') })
    const entry = await only(root, { link: pattern })
    expect(entry.article?.link).toBe(expected)
    expect((await entry.load()).article?.link).toBe(expected)
  })

  it('link leaves what an article says', async () => {
    const root = temporaryFolder({
      'news/a.md': file('A', 'link: /own\n'),
      'news/b.md': file('B', 'link:\n'),
    })
    const entries = await entriesOf(root, { link: '/{path}' })
    expect(entries.map(({ article }) => article?.link)).toEqual(['/own', '/b'])
  })

  it.each([
    [
      () => {
        throw new Error('No.')
      },
      'expected text, but it failed: No.',
    ],
    [() => 3 as unknown as string, 'expected text, but got 3'],
  ])('link that goes wrong is said', async (make, message) => {
    const entry = await only(temporaryFolder({ 'news/a.md': file('A') }), { link: make })
    expect(entry).toMatchObject({
      article: undefined,
      issues: [{ code: 'wrong-type', path: 'link' }],
    })
    expect(entry.issues[0]?.message).toContain(message)
  })

  it('maxPictureBytes', async () => {
    const root = temporaryFolder({
      'news/a.md': file('A', 'images: [{ url: b.gif }]\n'),
      'news/b.gif': gif(2, 1),
    })
    const { load } = await only(root, { maxPictureBytes: 5 })
    expect((await load()).issues).toMatchObject([{ code: 'picture-too-large' }])
  })

  it.each<readonly [Readonly<Record<string, unknown>>, string]>([
    [
      { ignore: 3 },
      'Cannot use ignore 3 of markdownFolder: expected a pattern or a list of patterns',
    ],
    [
      { ignore: ['a', 3] },
      'Cannot use ignore a list of markdownFolder: expected a pattern or a list of patterns',
    ],
    [
      { publicFolder: ['a'] },
      'Cannot use publicFolder a list of markdownFolder: expected the path of a folder',
    ],
    [
      { filesAt: true },
      'Cannot use filesAt true of markdownFolder: expected an address such as /news/',
    ],
    [
      { link: '/news/' },
      'Cannot use link "/news/" of markdownFolder: expected an address with {path} in it, or a function',
    ],
    [
      { maxPictureBytes: '5 MB' },
      'Cannot use maxPictureBytes "5 MB" of markdownFolder: expected a whole number of bytes',
    ],
    [
      { maxPictureBytes: 0 },
      'Cannot use maxPictureBytes 0 of markdownFolder: expected a whole number of bytes',
    ],
    [
      { ignored: 'a' },
      'Cannot use option "ignored" of markdownFolder: expected one of ignore, publicFolder, filesAt, link, maxPictureBytes',
    ],
  ])('%j is refused', async (options, message) => {
    const root = temporaryFolder({ 'news/a.md': file('A') })
    const entry = await only(root, options)
    const found = { code: 'wrong-type', severity: 'error', path: Object.keys(options)[0], message }
    expect(entry).toMatchObject({ origin: 'news', article: undefined, issues: [found] })
  })

  it.each([[null], [''], [3], [{}]])('%j is no folder', async (folder) => {
    const entries = await entriesOf(temporaryFolder(), {}, folder as unknown as string)
    expect(entries[0]?.issues[0]?.code).toBe('wrong-type')
  })

  it('may be null or empty', async () => {
    const root = temporaryFolder({ 'news/a.md': file('A') })
    const options = {
      ignore: null,
      publicFolder: '',
      filesAt: null,
      link: '',
      maxPictureBytes: null,
    }
    expect((await only(root, options)).article).toEqual({ title: 'A', published: '2026-03-02' })
  })
})

describe('as an iterable', () => {
  it('gives whole records, drafts too', async () => {
    const root = temporaryFolder({ 'a.md': file('A', 'draft: true\n'), 'b.md': file('B') })
    const source = markdownFolder(root)
    expect(isArticleSource(source)).toBe(true)
    const articles = []
    for await (const article of source) articles.push(article)
    expect(articles).toMatchObject([
      { title: 'A', draft: true, body: '<p>Text</p>\n' },
      { title: 'B' },
    ])
  })

  it('throws what is wrong, with the file', async () => {
    const root = temporaryFolder({
      'a.md': file('A'),
      'b.md': file('B', 'images: [{ url: x.jpg }]\n'),
    })
    const titles: string[] = []
    const all = async () => {
      for await (const { title } of markdownFolder(root)) titles.push(title)
    }
    await expect(all()).rejects.toThrow(FeedError)
    await expect(all()).rejects.toThrow(/b\.md:4:\d+ images\[0\]\.url: Cannot find "x\.jpg"/)
    expect(titles).toEqual(['A', 'A'])
  })
})

it('names what is to be watched', () => {
  const root = temporaryFolder()
  expect(markdownFolder('news').watchedPaths(root)).toEqual([join(root, 'news')])
  const absolute = join(root, 'static')
  mkdirSync(absolute)
  expect(markdownFolder('news', { publicFolder: absolute }).watchedPaths(root)).toEqual([
    join(root, 'news'),
    absolute,
  ])
})
