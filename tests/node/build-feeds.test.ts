import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { FeedError, type Newsroom } from 'pressfeed'
import { build, check, markdownFolder } from 'pressfeed/node'
import type { SourceEntry } from '../../src/newsroom/source.js'
import { article, articles, buildFolder, head } from './build-folder.js'

const { read, write, options } = buildFolder()
const json = (name: string) => parseJsonFeed(read(name))
const codes = ({ issues }: { issues: readonly { code: string; path: string }[] }) =>
  issues.map(({ code, path }) => [code, path])

describe('the feeds of one newsroom', () => {
  it('have the same articles under the same links and ids, whatever page a feed belongs to', async () => {
    await build(
      {
        ...head,
        link: 'https://newsroom.example/en/',
        articles: [article(1, { link: '2026/plant' })],
        feeds: [
          { format: 'json', path: '/a.json' },
          { format: 'json', path: '/b.json', link: 'https://other.example/fr/', title: 'Other' },
        ],
      },
      options,
    )
    const [a, b] = [json('a.json').items?.[0], json('b.json').items?.[0]]
    expect(a?.url).toBe('https://newsroom.example/en/2026/plant')
    expect(b).toEqual(a)
    expect(json('b.json').home_page_url).toBe('https://other.example/fr/')
  })

  it('say the language of an article where it is not that of the feed', async () => {
    await build(
      {
        ...head,
        language: 'fr-CA',
        articles: [article(1), article(2, { language: 'en' })],
        feeds: [
          { format: 'json', path: '/all.json' },
          { format: 'json', path: '/fr.json', only: { language: 'fr' } },
          { format: 'json', path: '/en.json', language: 'en' },
        ],
      },
      options,
    )
    const languages = (name: string) => [
      json(name).language,
      ...(json(name).items ?? []).map(({ language }) => language),
    ]
    expect(languages('all.json')).toEqual(['fr-CA', 'en', undefined])
    expect(languages('fr.json')).toEqual(['fr', 'fr-CA'])
    expect(languages('en.json')).toEqual(['en', undefined, 'fr-CA'])
  })

  it('share no Atom id', async () => {
    await build(
      {
        ...head,
        id: 'tag:newsroom.example,2026:all',
        articles: [article(1)],
        feeds: [
          { format: 'atom', path: '/a.xml' },
          { format: 'atom', path: '/b.xml', limit: 1 },
          { format: 'atom', path: '/c.xml', title: 'C' },
        ],
      },
      options,
    )
    expect(['a.xml', 'b.xml', 'c.xml'].map((name) => parseAtomFeed(read(name)).id)).toEqual([
      'tag:newsroom.example,2026:all',
      'https://newsroom.example/b.xml',
      'https://newsroom.example/c.xml',
    ])
  })

  it('find a tag in whatever way its accents are written', async () => {
    const only = { tag: 'Énergie'.normalize('NFC') }
    const tags = ['énergie'.normalize('NFD')]
    const feeds = [{ format: 'rss', path: '/e.xml', only }] as const
    const report = await build({ ...head, articles: [article(1, { tags })], feeds }, options)
    expect(report).toMatchObject({ issues: [], documents: [{ articles: 1 }] })
  })

  it('name the page of a list of feeds as a feed does', async () => {
    const link = ' HTTPS://NEWSROOM.example/é '
    const feeds = [{ format: 'rss', path: '/rss.xml' }] as const
    await build({ ...head, link, articles: [article(1)], feeds, opml: '/feeds.opml' }, options)
    expect(parseOpml(read('feeds.opml')).body?.outlines?.[0]?.htmlUrl).toBe(
      parseRssFeed(read('rss.xml')).link,
    )
  })
})

describe('nothing is lost in silence', () => {
  it('an article that no feed takes', async () => {
    const feeds = [{ format: 'rss', path: '/en.xml', only: { language: 'en' }, limit: 1 }] as const
    const list = [article(1), article(2), article(3, { language: 'de' })]
    const report = await build({ ...head, articles: list, feeds }, options)
    expect(codes(report)).toEqual([['article-in-no-feed', 'feeds']])
    expect(report.issues[0]?.message).toContain('articles[2]')
  })

  it('a feed that takes no article, whose last change is the newsroom’s', async () => {
    const feeds = [
      { format: 'atom', path: '/all.xml' },
      { format: 'atom', path: '/tag.xml', only: { tag: 'enregy' } },
      { format: 'atom', path: '/new.xml', maxAgeInDays: 1 },
    ] as const
    const newsroom = { ...head, articles: [article(1)], feeds }
    expect(codes(await build(newsroom, options))).toEqual([
      ['no-articles', 'feeds[1]'],
      ['no-articles', 'feeds[2]'],
    ])
    const updated = ['all.xml', 'tag.xml', 'new.xml'].map(
      (name) => parseAtomFeed(read(name)).updated,
    )
    expect(new Set(updated)).toEqual(new Set(['2026-01-01T01:00:00Z']))
    const later = await build({ ...newsroom, updated: '2026-05-01' }, options)
    expect(codes(later)).toEqual([
      ['no-articles', 'feeds[1]'],
      ['no-articles', 'feeds[2]'],
    ])
  })

  it('feeds that are all null', async () => {
    const feeds = [null] as unknown as Newsroom['feeds']
    await expect(build({ ...head, articles: [article(1)], feeds }, options)).rejects.toMatchObject({
      issues: [expect.objectContaining({ code: 'missing-field', path: 'feeds' })],
    })
  })

  it('an article of which its source gives nothing, or fails to give the whole', async () => {
    const entry = (origin: string, more: Partial<SourceEntry>): SourceEntry => ({
      ...{ origin, article: article(1), issues: [] },
      load: () => Promise.resolve({ article: article(1), issues: [] }),
      ...more,
    })
    const entries = [
      entry('a', { article: undefined }),
      entry('b', { load: () => Promise.reject(new Error('the disk\nis gone')) }),
      entry('c', {
        article: article(2),
        load: () => Promise.resolve({ article: undefined, issues: [] }),
      }),
    ]
    const source = {
      async *readEntries() {
        await Promise.resolve()
        yield* entries
      },
      watchedPaths: () => [],
      async *[Symbol.asyncIterator]() {
        await Promise.resolve()
        yield* []
      },
    }
    const feeds = [{ format: 'rss', path: '/rss.xml' }] as const
    const { issues, ok } = await check({ ...head, articles: source, feeds }, options)
    expect(ok).toBe(false)
    const said = issues.filter(({ severity }) => severity === 'error')
    expect(said.map(({ code, file }) => [code, file]).sort()).toEqual([
      ['cannot-read', 'a'],
      ['cannot-read', 'b'],
      ['cannot-read', 'c'],
    ])
    expect(said.find(({ file }) => file === 'b')?.message).toContain('the disk is gone')
  })
})

describe('misuse is a finding', () => {
  const feeds = [{ format: 'rss', path: '/rss.xml' }] as const

  it.each([
    [Date.now(), 'wrong-type'],
    [new Date(Number.NaN), 'impossible-date'],
    ['soon', 'unreadable-date'],
    // The hour came twice in Paris.
    ['2026-10-25T02:30', 'ambiguous-date'],
  ])('a now that is %s', async (now, code) => {
    const newsroom = { ...head, timeZone: 'Europe/Paris', articles: [article(1)], feeds }
    const error: unknown = await build(newsroom, { ...options, now: now as never }).catch(
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(FeedError)
    expect(codes(error as FeedError)).toEqual([[code, 'now']])
  })

  it('data that is no JSON', async () => {
    const data: Record<string, unknown> = { n: 1n }
    data['self'] = data
    const error: unknown = await build(
      { ...head, data, articles: [article(1)], feeds },
      options,
    ).catch((error: unknown) => error)
    const found = codes(error as FeedError)
    expect(found[0]).toEqual(['wrong-type', 'data.n'])
    for (const [code, path] of found)
      expect(`${code} ${path}`).toMatch(/^wrong-type data\.(n|self)/)
  })

  it('thousands of articles with one id', async () => {
    const list = articles(20_000).map((each) => ({ ...each, id: 'tag:a.example,2026:1' }))
    const { issues } = await check({ ...head, articles: list, feeds }, options)
    expect(issues.filter(({ code }) => code === 'duplicate-id')).toHaveLength(19_999)
  })

  it('is placed in its line, also when a writer finds it', async () => {
    write('news/1.md', '---\ntitle: One\nlink: /1\npublished: 2026-01-01\nid: no uri\n---\nText.\n')
    const atom = [{ format: 'atom', path: '/atom.xml' }] as const
    const newsroom = { ...head, articles: markdownFolder('news'), feeds: atom }
    const { issues } = await check(newsroom, options)
    expect(issues.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['id-not-uri', 'news/1.md', 5],
      ['id-not-uri-in-atom', 'news/1.md', 5],
    ])
  })
})

describe('a full archive page', () => {
  it('does not change with a new year in the copyright, or a new logo', async () => {
    const newsroom: Newsroom = {
      ...head,
      articles: articles(60),
      feeds: [{ format: 'atom', path: '/atom.xml', limit: 10, archive: { size: 10 } }],
    }
    await build({ ...newsroom, copyright: '© 2026', tags: ['a'] }, options)
    const { documents } = await build(
      { ...newsroom, copyright: '© 2027', tags: ['b'], icon: '/icon.png', data: { a: 1 } },
      options,
    )
    const written = documents.filter(({ status }) => status === 'written').map(({ path }) => path)
    expect(written).toEqual(['atom.xml'])
  })

  it('holds two articles on average when that is the size', async () => {
    const feeds = [{ format: 'rss', path: '/rss.xml', limit: 2, archive: { size: 2 } }] as const
    const { documents } = await build({ ...head, articles: articles(300), feeds }, options)
    const pages = documents.filter(({ archiveOf }) => archiveOf !== undefined)
    const average = pages.reduce((sum, { articles }) => sum + articles, 0) / pages.length
    expect(average).toBeGreaterThan(1.6)
    expect(average).toBeLessThan(2.4)
  })
})
