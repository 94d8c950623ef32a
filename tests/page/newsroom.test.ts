import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Newsroom, PageDefinition } from 'pressfeed'
import { build, check } from 'pressfeed/node'
import { createHandler } from 'pressfeed/web'
import { BuildMemory } from '../../src/node/build-memory.js'
import { runBuild } from '../../src/node/build.js'
import { countDocuments } from '../../src/newsroom/make-documents.js'
import { readNewsroom } from '../../src/newsroom/read-newsroom.js'
import { articles, buildFolder } from '../node/build-folder.js'
import { answerOf, article, head, named, newsroomOf, pageText, read, textOf } from './made.js'

const { folder, options, out, read: readOut, write } = buildFolder()
const issuesOf = (more: object) =>
  readNewsroom({ ...newsroomOf([]), ...more }, '2026-06-01').issues.map(
    ({ code, path, message }) => [code, path, message] as const,
  )
const titles = (html: string) => named(read(html).all, 'h3').map(textOf)
const headlines = (html: string) =>
  named(read(html).all, 'article').map((each) => textOf(named(each, 'h3')[0]))

describe('the definition of a page', () => {
  it.each([
    [{ pages: [{}] }, 'missing-field', 'pages[0].path', 'expected a file name such as /index.html'],
    [
      { pages: [{ path: '/a.htm' }] },
      'invalid-value',
      'pages[0].path',
      'ends in .html, such as /index.html',
    ],
    [
      { pages: [{ path: '/a/' }] },
      'invalid-value',
      'pages[0].path',
      'expected a file name such as /index.html',
    ],
    [{ pages: [{ path: '../a.html' }] }, 'outside-folder', 'pages[0].path', 'such as /index.html'],
    [{ pages: [{ path: '/rss.xml' }] }, 'invalid-value', 'pages[0].path', 'ends in .html'],
    [
      { pages: [{ path: '/a.html' }, { path: '/A.html' }] },
      ...['invalid-value', 'pages[1].path', 'is that of pages[0] too'],
    ],
    [
      { pages: [{ path: '/a.html' }], feeds: [{ format: 'rss', path: '/a.html' }] },
      ...['invalid-value', 'pages[0].path', 'is that of feeds[0] too'],
    ],
    [
      { pages: [{ path: '/a.html' }], opml: '/a.html' },
      'invalid-value',
      'pages[0].path',
      'is that of opml too',
    ],
    [{ pages: [{ path: '/a.html', limit: -1 }] }, 'invalid-value', 'pages[0].limit', ''],
    [{ pages: [{ path: '/a.html', archive: true }] }, 'unknown-field', 'pages[0].archive', ''],
    [
      { pages: [{ path: '/a.html', langauge: 'en' }] },
      'unknown-field',
      'pages[0].langauge',
      'did you mean "language"?',
    ],
    [
      { pages: [{ path: '/a.html', only: { language: 'english' } }] },
      'invalid-language',
      'pages[0].only.language',
      '',
    ],
    [
      { pages: [{ path: '/a.html', stylesheet: 'ftp://a/b' }] },
      'address-scheme',
      'pages[0].stylesheet',
      '',
    ],
    [{ pages: '/a.html' }, 'wrong-type', 'pages', ''],
    [{ page: [] }, 'unknown-field', 'page', ''],
    [{ stylesheet: '/feed.xml' }, 'invalid-value', 'stylesheet', 'ends in .css, such as /feed.css'],
    [{ stylesheet: { path: '/feed.CSS' } }, 'invalid-value', 'stylesheet.path', 'ends in .css'],
    [{ stylesheet: {} }, 'missing-field', 'stylesheet.path', 'such as /feed.css'],
    [
      { stylesheet: { path: '/a.css', page: 'mailto:x@y.example' } },
      'address-scheme',
      'stylesheet.page',
      '',
    ],
    [{ stylesheet: 5 }, 'wrong-type', 'stylesheet', ''],
  ] as const)('is checked: %o', (more, code, path, message) => {
    const found = issuesOf(more)
    expect(found.map(([each, at]) => [each, at])).toEqual([[code, path]])
    expect(found[0]?.[2]).toContain(message)
  })

  it('may leave out all but the path', () => {
    expect(
      issuesOf({ pages: [{ path: 'index.html', title: null, only: undefined }, null] }),
    ).toEqual([])
    expect(issuesOf({ pages: null, stylesheet: '' })).toEqual([])
  })

  it('has the address of its folder where it is called index.html', () => {
    const paths = ['/index.html', '/fr/index.html', '/news.html', '/my-index.html', '/é/index.html']
    const { pages } = readNewsroom(
      newsroomOf([], { pages: paths.map((path) => ({ path })) }),
      '2026',
    )
    expect(pages.map(({ page }) => page.url.replace('https://newsroom.example', ''))).toEqual([
      ...['/', '/fr/', '/news.html', '/my-index.html', '/%C3%A9/'],
    ])
  })

  it('warns of a language that there are no words for, unless they are given', async () => {
    const newsroom = newsroomOf([article(1)], { language: 'it' })
    const { issues } = await build(newsroom, options)
    expect(issues.map(({ code, path, message }) => [code, path, message])).toEqual([
      ['no-words', 'words', expect.stringContaining('No words in "it" for the page')],
    ])
    expect((await build({ ...newsroom, pages: [] }, options)).issues).toEqual([])
  })
})

describe('which articles a page shows', () => {
  const all = [
    ...articles(20),
    article(30, { tags: ['Wind'], title: 'On wind' }),
    article(31, { language: 'fr', title: 'En français', translationKey: 'k' }),
    article(32, { title: 'In English', translationKey: 'k' }),
  ]
  const shown = async (page: Partial<PageDefinition>, more: Partial<Newsroom> = {}, now?: string) =>
    headlines(
      await pageText(
        newsroomOf(all, { ...more, pages: [{ path: '/index.html', ...page }] }),
        '/',
        now,
      ),
    )

  it('is the newest ten, or as many as it says', async () => {
    expect(await shown({})).toHaveLength(10)
    expect(await shown({ limit: 3 })).toEqual(['En français', 'On wind', 'Article 19'])
    expect(await shown({ limit: 0 })).toHaveLength(22)
  })

  it('goes by tag, language and age', async () => {
    expect(await shown({ only: { tag: 'wind' } })).toEqual(['On wind'])
    expect(await shown({ only: { language: 'fr' } })).toEqual(['En français'])
    expect(await shown({ maxAgeInDays: 1, limit: 0 }, {}, '2026-01-02T18:00:00Z')).toHaveLength(4)
  })

  it('has one language of a translated article, unless all are wanted', async () => {
    expect(await shown({ limit: 2 })).toEqual(['En français', 'On wind'])
    expect(await shown({ limit: 2, allTranslations: true })).toEqual(['In English', 'En français'])
    expect(await shown({ limit: 2 }, { allTranslations: true })).toEqual([
      'In English',
      'En français',
    ])
  })

  it('is called after tags, and not after a language', async () => {
    const heading = async (only: PageDefinition['only']) =>
      textOf(
        named(
          read(await pageText(newsroomOf(all, { pages: [{ path: '/index.html', only }] }))).all,
          'h1',
        )[0],
      )
    expect(await heading({ tag: 'wind' })).toBe('Newsroom – wind')
    expect(await heading({ language: 'fr' })).toBe('Newsroom')
  })

  it('does not make up for a feed: an article in none is told', async () => {
    const newsroom = newsroomOf(articles(3), {
      feeds: [{ format: 'rss', path: '/rss.xml', only: { tag: 'wind' } }],
    })
    const { issues } = await build(newsroom, options)
    expect(issues.map(({ code }) => code)).toEqual(['article-in-no-feed', 'no-articles'])
  })
})

describe('a page and the hour', () => {
  const held = article(5, {
    title: 'Secret',
    published: '2026-07-01T08:00:00Z',
    embargo: '2026-07-01T08:00:00Z',
  })
  const newsroom = newsroomOf([article(1), held], {
    pages: [{ path: '/index.html', maxAgeInDays: 400 }],
  })

  it('holds back what is under embargo, and names the hour at which it changes', async () => {
    const before = await build(newsroom, { ...options, now: '2026-06-30T00:00:00Z' })
    expect(before.nextChange).toBe('2026-07-01T08:00:00Z')
    expect(readOut('index.html')).not.toContain('Secret')
    const after = await build(newsroom, { ...options, now: '2026-07-01T08:00:00Z' })
    expect(readOut('index.html')).toContain('Secret')
    expect(after.documents.map(({ path, status }) => [path, status])).toEqual([
      ['rss.xml', 'written'],
      ['index.html', 'written'],
    ])
    expect(after.nextChange).toBe('2027-02-05T01:00:01Z')
  })

  it('lets no copy of a handler outlive it', async () => {
    const response = await answerOf(newsroom, '/', '2026-07-01T07:59:00Z')
    expect(response.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate')
  })
})

describe('a build', () => {
  const whole = newsroomOf(articles(12), { opml: '/feeds.opml', stylesheet: '/feed.css' })

  it('writes page and stylesheet after the feeds, and reports them', async () => {
    const report = await build(whole, options)
    expect(report.issues).toEqual([])
    const rows = report.documents.map((each) => [
      each.path,
      each.format,
      each.url,
      each.articles,
      each.available,
    ])
    expect(rows).toEqual([
      ['rss.xml', 'rss', 'https://newsroom.example/rss.xml', 12, 12],
      ['index.html', 'html', 'https://newsroom.example/', 10, 12],
      ['feeds.opml', 'opml', 'https://newsroom.example/feeds.opml', 1, 1],
      ['feed.css', 'css', 'https://newsroom.example/feed.css', 0, 0],
    ])
    for (const { path, bytes } of report.documents) {
      expect(readFileSync(out(path)).length, path).toBe(bytes)
    }
    const again = await build(whole, options)
    expect(again.documents.map(({ status }) => status)).toEqual(Array(4).fill('unchanged'))
  })

  it('removes what is no longer wanted, which is no feed that is lost', async () => {
    await build(whole, options)
    const less = { ...whole, pages: [], stylesheet: null }
    const checked = await check(less, options)
    expect(checked.issues).toEqual([])
    const { removed } = await build(less, options)
    expect([...removed].sort()).toEqual(['feed.css', 'index.html'])
  })

  it('is checked without a word on pages that are out', async () => {
    await build(whole, options)
    const newer = { ...whole, articles: articles(14) }
    expect((await check(newer, options)).issues).toEqual([])
    const fewer = { ...whole, articles: articles(11) }
    const found = (await check(fewer, options)).issues
    expect(found.map(({ code, file }) => [code, file])).toEqual([['article-lost', 'out/rss.xml']])
  })

  it('counts a page among its documents, for who is told how far it is', () => {
    const plan = readNewsroom(whole, '2026-06-01')
    const rest = { pages: [], current: [], available: 0, left: undefined, newestChange: undefined }
    const counts = [...plan.slices, ...plan.pages].map((slice) =>
      countDocuments({ slice, ...rest }),
    )
    expect(counts).toEqual([1, 1])
  })

  it('says every finding once, though feed and page carry the article', async () => {
    const newsroom = newsroomOf([article(1, { title: 'Caf\uFFFD' })])
    const { issues } = await build(newsroom, options)
    expect(issues.map(({ code }) => code)).toEqual(['removed-characters'])
  })

  it('is refused by what a page says of itself, at its place', async () => {
    const { ok, issues } = await runBuild(
      { ...whole, pages: [{ path: '/index.html', link: 'nowhere:/' }] },
      options,
    )
    expect(ok).toBe(false)
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['address-scheme', 'pages[0].link'],
    ])
  })

  it('tells of a page without any article', async () => {
    const { issues } = await build(
      newsroomOf(articles(1), { pages: [{ path: '/index.html', only: { tag: 'none' } }] }),
      options,
    )
    expect(issues.map(({ code, path, message }) => [code, path, message])).toEqual([
      ['no-articles', 'pages[0]', expect.stringContaining('No article for this page')],
    ])
  })

  it('that remembers makes a page anew only for what it shows', async () => {
    const memory = new BuildMemory()
    const source = async () => {
      const { markdownFolder } = await import('pressfeed/node')
      return markdownFolder('news', { link: '/{path}/' })
    }
    const text = (title: string) => `---\ntitle: ${title}\npublished: 2026-03-02\n---\n\nText.\n`
    write('news/a.md', text('First'))
    write('news/b.md', text('Second'))
    const newsroom = newsroomOf([], {
      articles: await source(),
      pages: [{ path: '/index.html' }, { path: '/none.html', only: { tag: 'x' } }],
    })
    const run = async () => {
      const { documents } = await runBuild(newsroom, options, { memory })
      return Object.fromEntries(documents.map(({ path, status }) => [path, status]))
    }
    expect(await run()).toEqual({
      'rss.xml': 'written',
      'index.html': 'written',
      'none.html': 'written',
    })
    expect(Object.values(await run())).toEqual(['unchanged', 'unchanged', 'unchanged'])
    write('news/b.md', text('Another headline'))
    expect(await run()).toEqual({
      'rss.xml': 'written',
      'index.html': 'written',
      'none.html': 'unchanged',
    })
    expect(titles(readOut('index.html'))).toContain('Another headline')
    expect(folder).not.toBe('')
  })
})

describe('a handler', () => {
  const whole = newsroomOf(articles(3), { stylesheet: '/feed.css', hub: 'https://hub.example/' })

  it.each(['/', '/index.html'])(
    'answers %s with the page, as HTML and with an ETag',
    async (path) => {
      const response = await answerOf(whole, path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/)
      expect(response.headers.get('link')).toBeNull()
      expect(response.headers.get('last-modified')).toBe('Thu, 01 Jan 2026 02:00:00 GMT')
      expect(await response.text()).toMatch(/^<!doctype html>/)
    },
  )

  it('answers with the bytes of a build, from articles and from files', async () => {
    const { documents } = await build(whole, options)
    const stored = createHandler(whole, { read: (path) => readFileSync(out(path), 'utf8') })
    for (const { path, url } of documents) {
      const live = await answerOf(whole, url)
      const built = await stored(new Request(url))
      expect(await live.text(), path).toBe(readOut(path))
      expect(await built.text(), path).toBe(readOut(path))
      expect(built.headers.get('content-type')).toBe(live.headers.get('content-type'))
      expect(built.headers.get('link')).toBe(live.headers.get('link'))
    }
    expect(documents).toHaveLength(3)
    expect((await stored(new Request('https://newsroom.example/index.html'))).status).toBe(200)
    expect((await stored(new Request('https://newsroom.example/other.html'))).status).toBe(404)
  })

  it('answers the same whatever a request accepts', async () => {
    const handler = createHandler(whole, { now: () => new Date('2026-06-01') })
    const ask = (path: string, accept: string) =>
      handler(new Request(`https://newsroom.example${path}`, { headers: { accept } }))
    for (const path of ['/rss.xml', '/']) {
      const [one, other] = [await ask(path, 'text/html'), await ask(path, 'application/rss+xml')]
      expect(one.headers.get('content-type')).toBe(other.headers.get('content-type'))
      expect(await one.text()).toBe(await other.text())
    }
  })
})

it('a newsroom without page and stylesheet has the feeds that it had', async () => {
  const feeds = [{ format: 'rss', path: '/rss.xml' }] as const
  const bare: Newsroom = { ...head, articles: articles(3), feeds }
  const text = await (await answerOf(bare, '/rss.xml')).text()
  expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<rss version="2.0" xmlns/)
  expect(text).toBe(
    await (await answerOf({ ...bare, pages: [{ path: '/p.html' }] }, '/rss.xml')).text(),
  )
})
