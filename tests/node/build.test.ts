import { existsSync, statSync } from 'node:fs'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { defineNewsroom, FeedError, type ArticleInput, type Newsroom } from 'pressfeed'
import { build, check, jsonFile, markdownFolder } from 'pressfeed/node'
import { article, articles, buildFolder, head } from './build-folder.js'

const { out, read, write, options } = buildFolder()

describe('build', () => {
  it('writes every feed of the definition, and says so', async () => {
    const newsroom = defineNewsroom({
      ...head,
      articles: [
        article(1, { tags: ['Energy'], language: 'fr' }),
        article(2, { tags: ['water'] }),
        article(3, { draft: true, title: 'Secret' }),
      ],
      feeds: [
        { format: 'rss', path: '/rss.xml' },
        { format: 'atom', path: '/fr/atom.xml', only: { language: 'fr' }, title: 'Communiqués' },
        { format: 'json', path: '/energy.json', only: { tag: 'energy' } },
      ],
      opml: '/feeds.opml',
    })
    const report = await build(newsroom, options)
    expect(report).toMatchObject({ ok: true, articles: 2, drafts: 1, removed: [], issues: [] })
    expect(report.documents.map(({ path, status, articles }) => [path, status, articles])).toEqual([
      ['rss.xml', 'written', 2],
      ['fr/atom.xml', 'written', 1],
      ['energy.json', 'written', 1],
      ['feeds.opml', 'written', 3],
    ])
    expect(report.bytes).toBe(
      report.documents.reduce((sum, { path }) => sum + statSync(out(path)).size, 0),
    )
    const rss = parseRssFeed(read('rss.xml'))
    const atom = parseAtomFeed(read('fr', 'atom.xml'))
    const json = parseJsonFeed(read('energy.json'))
    expect(rss.items?.map(({ title }) => title)).toEqual(['Article 2', 'Article 1'])
    expect(atom).toMatchObject({
      title: { value: 'Communiqués' },
      entries: [{ title: { value: 'Article 1' } }],
    })
    expect(atom.links?.find(({ rel }) => rel === 'self')?.href).toBe(
      'https://newsroom.example/fr/atom.xml',
    )
    expect(json).toMatchObject({
      title: 'Newsroom – energy',
      feed_url: 'https://newsroom.example/energy.json',
    })
    // One article has one id, wherever it is.
    expect(
      new Set([rss.items?.[1]?.guid?.value, atom.entries?.[0]?.id, json.items?.[0]?.id]),
    ).toHaveProperty('size', 1)
    expect(parseOpml(read('feeds.opml')).body?.outlines?.map(({ xmlUrl }) => xmlUrl)).toEqual([
      'https://newsroom.example/rss.xml',
      'https://newsroom.example/fr/atom.xml',
      'https://newsroom.example/energy.json',
    ])
    for (const { path } of report.documents) expect(read(path)).not.toContain('Secret')
  })

  it('writes nothing at all when one article is refused, and says everything at once', async () => {
    const newsroom: Newsroom = {
      ...head,
      articles: [article(1), article(2, { published: '2 March', body: '<script>x</script>' })],
      feeds: [
        { format: 'rss', path: '/rss.xml' },
        { format: 'atom', path: '/atom.xml' },
      ],
    }
    await build({ ...newsroom, articles: [article(1)] }, options)
    const before = read('rss.xml')
    const error: unknown = await build(newsroom, options).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(FeedError)
    expect((error as FeedError).issues.map(({ code, path }) => [code, path])).toEqual([
      ['unreadable-date', 'articles[1].published'],
      ['body-cleaned', 'articles[1].body'],
      ['empty-body', 'articles[1].body'],
    ])
    expect(read('rss.xml')).toBe(before)
    const strict = build(
      { ...newsroom, articles: [article(1, { body: '' })] },
      { ...options, strict: true },
    )
    await expect(strict).rejects.toBeInstanceOf(FeedError)
    expect(read('rss.xml')).toBe(before)
  })

  it('says once what several feeds have in common', async () => {
    const { issues } = await build(
      {
        ...head,
        articles: [article(1, { title: 'Same', body: '' }), article(2, { title: 'Same' })],
        feeds: [
          { format: 'rss', path: '/a.xml' },
          { format: 'rss', path: '/b.xml', limit: 10 },
        ],
      },
      options,
    )
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['empty-body', 'articles[0].body'],
      ['duplicate-title', 'articles[0].title'],
    ])
  })

  it('refuses two articles with one id, wherever they stand', async () => {
    const newsroom: Newsroom = {
      ...head,
      articles: [...articles(80), article(200, { link: '/news/3' })],
      feeds: [{ format: 'rss', path: '/rss.xml', limit: 5 }],
    }
    const { issues, ok } = await check(newsroom, options)
    expect(ok).toBe(false)
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['duplicate-id', 'articles[80].link'],
    ])
    expect(issues[0]?.message).toContain('articles[3] too')
  })

  it.each([
    ['a set', () => new Set(articles(3))],
    [
      'a generator',
      function* () {
        yield* articles(3)
      },
    ],
    [
      'an async generator',
      async function* () {
        yield* articles(3)
        await Promise.resolve()
      },
    ],
    ['a promise of a list', () => Promise.resolve(articles(3))],
  ])('takes %s', async (_, make) => {
    const newsroom = {
      ...head,
      articles: make,
      feeds: [{ format: 'rss', path: '/rss.xml' }],
    } as const
    expect(await build(newsroom, options)).toMatchObject({ articles: 3 })
    expect(parseRssFeed(read('rss.xml')).items).toHaveLength(3)
  })

  it('reads now in the time zone of the newsroom, and tells one that is no date', async () => {
    const feeds = [{ format: 'rss', path: '/rss.xml', maxAgeInDays: 1 }] as const
    const newsroom = { ...head, timeZone: 'Asia/Ho_Chi_Minh', articles: [article(1)], feeds }
    const at = (now: string) => build(newsroom, { ...options, now, dryRun: true })
    // The article is of 01:00 UTC on 1 January; a day later it is 08:00 in Vietnam.
    expect((await at('2026-01-02T08:00')).documents[0]?.articles).toBe(1)
    expect((await at('2026-01-02T08:01')).documents[0]?.articles).toBe(0)
    expect(await at('2026-01-02T08:00')).toMatchObject({ now: '2026-01-02T01:00:00Z' })
    await expect(at('tomorrow')).rejects.toMatchObject({
      issues: [expect.objectContaining({ code: 'unreadable-date', path: 'now' })],
    })
  })

  it('takes characters that no feed can carry out of the list of feeds too', async () => {
    const feeds = [{ format: 'rss', path: '/rss.xml', title: 'A\u0000 “B”\n& <C' }] as const
    const newsroom = {
      ...head,
      title: 'N\u0001',
      description: 'D\u0002\uD800',
      articles: [article(1)],
    }
    const { issues } = await build({ ...newsroom, feeds, opml: '/feeds.opml' }, options)
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['removed-characters', 'feeds[0].title'],
      ['removed-characters', 'description'],
    ])
    expect(parseOpml(read('feeds.opml'))).toMatchObject({
      head: { title: 'N' },
      body: { outlines: [{ text: 'A “B” & <C', description: 'D' }] },
    })
  })

  it('carries what a writer refuses back to its article', async () => {
    const { issues, ok } = await check(
      {
        ...head,
        articles: [article(1), article(2, { id: 'no uri' })],
        feeds: [{ format: 'atom', path: '/a.xml' }],
      },
      options,
    )
    expect(ok).toBe(false)
    expect(issues.map(({ code, path, severity }) => [code, path, severity])).toEqual([
      ['id-not-uri', 'articles[1].id', 'warning'],
      ['id-not-uri-in-atom', 'articles[1].id', 'error'],
    ])
  })

  it.each([[undefined], [null], [5], ['x'], [[]], [{}]])(
    'answers %j with findings',
    async (newsroom) => {
      const error: unknown = await build(newsroom as never, options).catch(
        (error: unknown) => error,
      )
      expect(error).toBeInstanceOf(FeedError)
      expect(existsSync(out('rss.xml'))).toBe(false)
    },
  )
})

describe('a folder of Markdown', () => {
  const newsroom = (more: object = {}): Newsroom => ({
    ...head,
    articles: markdownFolder('content', more),
    feeds: [{ format: 'rss', path: '/rss.xml' }],
  })
  const text = (day: number, body: string) =>
    `---\ntitle: Release ${day}\nlink: /news/${day}\npublished: 2026-03-0${day}T09:00Z\n---\n${body}\n`

  it('is built with its pictures measured, and what is wrong has file, line and column', async () => {
    write('content/1.md', text(1, '![Hills](a.svg "The hills.")'))
    write('content/a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>')
    await build(newsroom(), options)
    expect(parseRssFeed(read('rss.xml')).items?.[0]?.media?.contents).toEqual([
      expect.objectContaining({
        url: 'https://newsroom.example/news/a.svg',
        type: 'image/svg+xml',
        fileSize: 64,
        width: 40,
        height: 20,
      }),
    ])
    write('content/2.md', text(2, 'Text.\n\n![Hills](missing.jpg "The hills.")'))
    const report = await check(newsroom(), options)
    expect(report.ok).toBe(false)
    expect(report.issues).toEqual([
      expect.objectContaining({ code: 'missing-file', file: 'content/2.md', line: 8, column: 1 }),
    ])
  })

  it('is built from JSON with lines too', async () => {
    const records = [article(1), article(2)].map((each) => JSON.stringify(each))
    write('articles.ndjson', `${records.join('\n')}\n{"title": "x", "link": "/x"}\n`)
    const source = { ...newsroom(), articles: jsonFile('articles.ndjson') }
    const report = await check(source, options)
    expect(report.issues.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['missing-field', 'articles.ndjson', 3],
      ['empty-body', 'articles.ndjson', 3],
    ])
  })
})

describe('check', () => {
  const newsroom = (list: readonly ArticleInput[]): Newsroom => ({
    ...head,
    articles: list,
    feeds: [
      { format: 'rss', path: '/rss.xml' },
      { format: 'atom', path: '/atom.xml' },
    ],
  })

  it('writes nothing', async () => {
    const report = await check(newsroom(articles(2)), options)
    expect(report).toMatchObject({ ok: true, dryRun: true, issues: [] })
    expect(report.documents.map(({ status }) => status)).toEqual(['written', 'written'])
    expect(existsSync(out())).toBe(false)
  })

  it('tells what subscribers of the feeds that are out would notice', async () => {
    await build(newsroom(articles(5)), options)
    expect((await check(newsroom(articles(6)), options)).issues).toEqual([])
    const [first, second, third, , fifth] = articles(5)
    const changed = [
      first!,
      { ...second!, id: 'tag:newsroom.example,2026:other' },
      { ...third!, published: '2026-02-01' },
      { ...fifth!, link: '/moved' },
    ]
    const { issues, ok } = await check(newsroom(changed), options)
    expect(ok).toBe(true)
    const found = issues.map(({ code, message }) => `${code} ${/Article \d/.exec(message)?.[0]}`)
    expect(new Set(found)).toEqual(
      new Set([
        'id-changed Article 1',
        'date-moved Article 2',
        'article-lost Article 3',
        'id-changed Article 4',
      ]),
    )
  })
})
