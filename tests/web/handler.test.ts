import { gunzipSync } from 'node:zlib'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { describe, expect, it, vi } from 'vitest'
import type { ArticleInput, Newsroom } from 'pressfeed'
import { build } from 'pressfeed/node'
import { createHandler, type HandlerOptions } from 'pressfeed/web'
import { article, articles, head } from '../node/build-folder.js'

const site = 'https://newsroom.example'
const start = Date.parse('2026-06-01T12:00:00Z')

/** A handler with a clock that stands still until it is moved. */
function serve(newsroom: Partial<Newsroom> = {}, options: HandlerOptions = {}) {
  const clock = { time: start }
  const whole: Newsroom = {
    ...head,
    hub: 'https://hub.example/',
    articles: articles(3),
    feeds: [
      { format: 'rss', path: '/rss.xml' },
      { format: 'atom', path: '/fr/atom.xml', only: { language: 'en' } },
      { format: 'json', path: '/feed.json' },
    ],
    opml: '/feeds.opml',
    ...newsroom,
  }
  const handler = createHandler(whole, { now: () => new Date(clock.time), ...options })
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    handler(new Request(site + path, { headers, method }))
  return { clock, get, newsroom: whole }
}

/** All but the body. */
function facts(response: Response): Readonly<Record<string, unknown>> {
  return { status: response.status, ...Object.fromEntries(response.headers) }
}

describe('a handler', () => {
  it('answers with the bytes that a build writes, as what they are', async () => {
    const { get, newsroom } = serve({ feeds: archived })
    const outDir = mkdtempSync(join(tmpdir(), 'pressfeed-web-'))
    try {
      const report = await build(newsroom, { outDir, now: new Date(start) })
      expect(report.documents.length).toBeGreaterThan(4)
      const types = {
        rss: 'application/rss+xml; charset=utf-8',
        atom: 'application/atom+xml; charset=utf-8',
        json: 'application/feed+json; charset=utf-8',
        opml: 'text/x-opml; charset=utf-8',
        html: 'text/html; charset=utf-8',
        css: 'text/css; charset=utf-8',
      }
      for (const { path, url, format, bytes } of report.documents) {
        const response = await get(new URL(url).pathname)
        expect(response.status).toBe(200)
        expect(response.headers.get('content-type')).toBe(types[format])
        expect(response.headers.get('content-length')).toBe(String(bytes))
        expect(await response.text()).toBe(readFileSync(join(outDir, path), 'utf8'))
      }
    } finally {
      rmSync(outDir, { recursive: true, force: true })
    }
  })

  it('says what caches and readers go by', async () => {
    const { get } = serve()
    const { etag, ...others } = facts(await get('/rss.xml?utm_source=a'))
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    expect(others).toEqual({
      status: 200,
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300, must-revalidate',
      'content-length': expect.any(String) as unknown,
      'content-type': 'application/rss+xml; charset=utf-8',
      'last-modified': 'Thu, 01 Jan 2026 02:00:00 GMT',
      link: '<https://hub.example/>; rel="hub", <https://newsroom.example/rss.xml>; rel="self"',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
  })

  it('answers HEAD like GET, without the body', async () => {
    const { get } = serve()
    const [whole, bare] = [await get('/fr/atom.xml'), await get('/fr/atom.xml', {}, 'HEAD')]
    expect(facts(bare)).toEqual(facts(whole))
    expect(await bare.text()).toBe('')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    const { get } = serve()
    expect(facts(await get('/rss.xml', {}, method))).toMatchObject({
      status: 405,
      allow: 'GET, HEAD',
    })
  })

  it.each([
    '/',
    '/rss',
    '/RSS.xml',
    '/atom.xml',
    '/rss.xml/',
    '/fr/',
    '/..%2frss.xml',
    '/__proto__',
  ])('knows nothing at %s', async (path) => {
    const { get } = serve()
    expect((await get(path)).status).toBe(404)
  })

  it('leaves what it does not know to others', async () => {
    const { get } = serve({}, { otherwise: () => new Response('page') })
    expect(await (await get('/')).text()).toBe('page')
    expect(await (await get('/rss.xml')).text()).toContain('<rss')
  })

  it('never looks at Accept', async () => {
    const { get } = serve()
    const [one, other] = [await get('/rss.xml'), await get('/rss.xml', { accept: 'text/html' })]
    expect(facts(one)).toEqual(facts(other))
  })
})

const archived: Newsroom['feeds'] = [
  { format: 'rss', path: '/rss.xml', limit: 1, archive: { size: 1 } },
  { format: 'json', path: '/feed.json', limit: 1, archive: { size: 1 } },
]

describe('whoever has the document', () => {
  it.each([
    ['its tag', (etag: string) => ({ 'if-none-match': etag }), 304],
    ['its tag among others', (etag: string) => ({ 'if-none-match': `"a", W/${etag}` }), 304],
    ['any', () => ({ 'if-none-match': '*' }), 304],
    ['another tag', () => ({ 'if-none-match': '"a"' }), 200],
    ['its time', () => ({ 'if-modified-since': 'Thu, 01 Jan 2026 02:00:00 GMT' }), 304],
    ['a later time', () => ({ 'if-modified-since': 'Fri, 02 Jan 2026 02:00:00 GMT' }), 304],
    ['an earlier time', () => ({ 'if-modified-since': 'Thu, 01 Jan 2026 01:59:59 GMT' }), 200],
    ['no time', () => ({ 'if-modified-since': 'yesterday' }), 200],
    [
      'another tag and its time',
      () => ({ 'if-none-match': '"a"', 'if-modified-since': 'Thu, 01 Jan 2026 02:00:00 GMT' }),
      200,
    ],
  ])('and says so with %s', async (_, headersOf, status) => {
    const { get } = serve()
    const first = await get('/rss.xml')
    const etag = first.headers.get('etag') ?? ''
    const again = await get('/rss.xml', headersOf(etag))
    expect(again.status).toBe(status)
    expect(again.headers.get('etag')).toBe(etag)
    expect((await again.text()) === '').toBe(status === 304)
    // RFC 9110, section 15.4.5: what a 200 would have said of the document, and nothing of a body.
    if (status === 304) {
      for (const name of ['cache-control', 'vary', 'last-modified']) {
        expect(again.headers.get(name)).toBe(first.headers.get(name))
      }
      expect([again.headers.get('content-length'), again.headers.get('content-type')]).toEqual([
        ...[null, null],
      ])
    }
  })
})

describe('when something changes', () => {
  const held = article(5, { embargo: '2026-06-01T12:02:00Z', published: '2026-06-01T12:02:00Z' })

  it('by itself, no copy outlives it, and it is there on the second', async () => {
    const { get, clock } = serve({ articles: [article(1), held] })
    const titles = async () =>
      parseRssFeed(await (await get('/rss.xml')).text()).items?.map(({ title }) => title)
    const age = async () => (await get('/rss.xml')).headers.get('cache-control')
    expect([await titles(), await age()]).toEqual([
      ...[['Article 1'], 'public, max-age=120, must-revalidate'],
    ])
    clock.time = Date.parse('2026-06-01T12:01:59.100Z')
    expect([await titles(), await age()]).toEqual([
      ...[['Article 1'], 'public, max-age=0, must-revalidate'],
    ])
    clock.time = Date.parse('2026-06-01T12:01:59.999Z')
    expect(await titles()).toEqual(['Article 1'])
    clock.time = Date.parse('2026-06-01T12:02:00.000Z')
    expect([await titles(), await age()]).toEqual([
      ...[['Article 5', 'Article 1'], 'public, max-age=300, must-revalidate'],
    ])
    expect((await get('/rss.xml')).headers.get('last-modified')).toBe(
      'Mon, 01 Jun 2026 12:02:00 GMT',
    )
  })

  it('in the articles, it is seen when the time is over, and Last-Modified moves on removals too', async () => {
    let list: readonly ArticleInput[] = articles(3)
    const { get, clock } = serve({ articles: () => list })
    const modified = async () => (await get('/rss.xml')).headers.get('last-modified')
    expect(await modified()).toBe('Thu, 01 Jan 2026 02:00:00 GMT')
    list = articles(2)
    expect(await modified()).toBe('Thu, 01 Jan 2026 02:00:00 GMT')
    clock.time += 300_000
    expect(await modified()).toBe('Mon, 01 Jun 2026 12:05:00 GMT')
    // Nothing changed since: the same bytes have the same time.
    clock.time += 300_000
    expect(await modified()).toBe('Mon, 01 Jun 2026 12:05:00 GMT')
    list = articles(3)
    clock.time += 300_000
    expect(await modified()).toBe('Mon, 01 Jun 2026 12:15:00 GMT')
  })

  it('requests at one time read the articles once', async () => {
    let readings = 0
    const { get, clock } = serve({
      articles: async () => {
        readings += 1
        await new Promise((done) => setTimeout(done, 20))
        return articles(3)
      },
    })
    const all = await Promise.all(
      ['/rss.xml', '/feed.json', '/rss.xml', '/fr/atom.xml'].map((path) => get(path)),
    )
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(readings).toBe(1)
    clock.time += 299_999
    await get('/rss.xml')
    expect(readings).toBe(1)
    clock.time += 1
    await Promise.all([get('/rss.xml'), get('/feed.json')])
    expect(readings).toBe(2)
  })

  it('requests at one time share a reading, however short its use', async () => {
    let readings = 0
    const list = async () => {
      readings += 1
      await new Promise((done) => setTimeout(done, 20))
      return articles(3)
    }
    const { get } = serve({ articles: list }, { maxAgeInSeconds: 0 })
    await Promise.all(Array.from({ length: 50 }, () => get('/rss.xml')))
    expect(readings).toBe(1)
    await get('/rss.xml')
    expect(readings).toBe(2)
  })

  it('twice within a second, no time tells the two apart', async () => {
    let count = 1
    const { get, clock } = serve({ articles: () => articles(count) }, { maxAgeInSeconds: 0 })
    const timeOf = async () => (await get('/rss.xml')).headers.get('last-modified')
    const known = async (time: string) =>
      (await get('/rss.xml', { 'if-modified-since': time })).status
    expect(await timeOf()).toBe('Thu, 01 Jan 2026 00:00:00 GMT')
    count = 0
    expect(await timeOf()).toBe('Mon, 01 Jun 2026 12:00:00 GMT')
    count = 1
    clock.time += 900
    expect(await timeOf()).toBe(null)
    expect(await known('Mon, 01 Jun 2026 12:00:00 GMT')).toBe(200)
    clock.time += 100
    expect(await timeOf()).toBe('Mon, 01 Jun 2026 12:00:01 GMT')
    expect(await known('Mon, 01 Jun 2026 12:00:00 GMT')).toBe(200)
    expect(await known('Mon, 01 Jun 2026 12:00:01 GMT')).toBe(304)
  })

  it('and the clock is put back, no time is given twice', async () => {
    let count = 1
    const { get, clock } = serve({ articles: () => articles(count) }, { maxAgeInSeconds: 0 })
    const timeOf = async () => (await get('/rss.xml')).headers.get('last-modified')
    await timeOf()
    count = 0
    expect(await timeOf()).toBe('Mon, 01 Jun 2026 12:00:00 GMT')
    count = 1
    clock.time -= 3_600_000
    expect(await timeOf()).toBe(null)
  })

  it('and an earlier reading ends later, nobody gets what it read', async () => {
    const waiting: (() => void)[] = []
    let count = 1
    const list = async () => {
      const read = articles(count)
      await new Promise<void>((done) => waiting.push(done))
      return read
    }
    const { get, clock } = serve({ articles: list })
    const bodies: string[] = []
    const ask = async () => bodies.push(await (await get('/rss.xml')).text())
    const first = ask()
    clock.time += 300_000
    count = 2
    const second = ask()
    waiting[1]?.()
    await second
    waiting[0]?.()
    await first
    await ask()
    expect(bodies[0]).toContain('Article 1')
    expect(bodies).toEqual([bodies[0], bodies[0], bodies[0]])
  })
})

describe('a newsroom with an error', () => {
  it('gives nothing away, and nothing away to wait for', async () => {
    const errors: unknown[] = []
    const secret = () => Promise.reject(new Error('no access to /srv/news/secret.md'))
    const { get } = serve({ articles: secret }, { onError: (error) => errors.push(error) })
    const response = await get('/rss.xml')
    const deaf = serve(
      { articles: secret },
      {
        onError: () => {
          throw new Error('nobody listens')
        },
      },
    )
    expect((await deaf.get('/rss.xml')).status).toBe(500)
    expect(facts(response)).toMatchObject({ status: 500, 'cache-control': 'no-store' })
    expect(await response.text()).toBe('The feed cannot be made at present.\n')
    expect(String(errors[0])).toContain('/srv/news/secret.md')
  })

  it('serves what it served last, and what is right again at once', async () => {
    let fails = false
    const { get, clock } = serve({
      articles: () => (fails ? Promise.reject(new Error('gone')) : Promise.resolve(articles(2))),
    })
    const good = await (await get('/rss.xml')).text()
    fails = true
    clock.time += 300_000
    const stale = await get('/rss.xml')
    expect([stale.status, await stale.text()]).toEqual([200, good])
    expect(stale.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    // What was never served cannot be served now.
    expect((await get('/feed.json')).status).toBe(500)
    expect((await get('/rss.xml', {}, 'POST')).status).toBe(405)
    fails = false
    expect((await get('/feed.json')).status).toBe(200)
    expect((await get('/rss.xml')).headers.get('cache-control')).toContain('max-age=300')
  })

  it('is not the fault of other pages, which do not wait for it either', async () => {
    let ends = () => {}
    const articles = () =>
      new Promise<never>((_, fail) => (ends = () => fail(new Error('no database'))))
    for (const read of [undefined, articles]) {
      const otherwise = () => new Response('A page.')
      const { get } = serve({ articles, feeds: archived }, { otherwise, read })
      const feed = get('/rss.xml')
      for (const path of ['/', '/feed', '/rss-archive/', '/rss-archive/2026-01-01.xml']) {
        expect(await (await get(path)).text()).toBe('A page.')
        expect(await (await get(path, {}, 'POST')).text()).toBe('A page.')
      }
      ends()
      expect((await feed).status).toBe(500)
    }
  })

  it('that was over in a moment is forgotten in a moment', async () => {
    let fails = true
    const source = {
      async *[Symbol.asyncIterator]() {
        yield* await Promise.resolve(articles(1))
      },
      async *readEntries() {
        const [record] = await Promise.resolve(articles(1))
        yield {
          ...{ origin: 'one', article: record, issues: [] },
          load: () =>
            fails
              ? Promise.reject(new Error('busy'))
              : Promise.resolve({ article: record, issues: [] }),
        }
      },
      watchedPaths: () => [],
    }
    const { get } = serve({ articles: source })
    expect((await get('/rss.xml')).status).toBe(500)
    fails = false
    expect((await get('/rss.xml')).status).toBe(200)
  })

  it('in one article does not take down the feeds that have it not', async () => {
    const broken = article(2, { language: 'vi', images: [{ url: 'javascript:1', alt: 'A' }] })
    const { get } = serve({ articles: [article(1), broken] })
    expect([(await get('/rss.xml')).status, (await get('/fr/atom.xml')).status]).toEqual([500, 200])
  })

  it('that is none at all is no crash', async () => {
    for (const wrong of [undefined, null, 7, {}, { ...head, feeds: [] }]) {
      const handler = createHandler(wrong as never)
      expect((await handler(new Request(`${site}/rss.xml`))).status).toBe(500)
    }
  })
})

describe('compression', () => {
  it.each([
    ['gzip', true],
    ['br, gzip;q=0.5', true],
    ['gzip;q=0', false],
    ['br', false],
    ['', false],
  ])('for %o', async (accepted, isPacked) => {
    const { get } = serve({}, { compress: true })
    const plain = await (await get('/rss.xml')).text()
    const response = await get('/rss.xml', { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(isPacked ? 'gzip' : null)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect((isPacked ? gunzipSync(bytes) : bytes).toString()).toBe(plain)
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    const etag = response.headers.get('etag') ?? ''
    expect(etag.endsWith('-gzip"')).toBe(isPacked)
    const again = await get('/rss.xml', { 'accept-encoding': accepted, 'if-none-match': etag })
    expect(again.status).toBe(304)
  })

  it('is done once for each version, and not for who has it', async () => {
    let streams = 0
    const { CompressionStream: Counted } = globalThis
    vi.stubGlobal(
      'CompressionStream',
      class extends Counted {
        constructor(format: CompressionFormat) {
          super(format)
          streams += 1
        }
      },
    )
    try {
      const { get } = serve({}, { compress: true })
      const asked = { 'accept-encoding': 'gzip' }
      const all = await Promise.all(Array.from({ length: 20 }, () => get('/rss.xml', asked)))
      expect(streams).toBe(1)
      const known = { ...asked, 'if-none-match': all[0]?.headers.get('etag') ?? '' }
      const fresh = serve({}, { compress: true })
      const { status, body } = await fresh.get('/rss.xml', known)
      expect([status, body, streams]).toEqual([304, null, 1])
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('is left to the platform unless asked for', async () => {
    const { get } = serve()
    const response = await get('/rss.xml', { 'accept-encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBe(null)
  })
})

describe('documents that were built before', () => {
  it('are served as they are, archive pages too, and nothing else of the folder', async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'pressfeed-web-'))
    try {
      const asked: string[] = []
      const read = (path: string) => {
        asked.push(path)
        return readFileSync(join(outDir, path))
      }
      const { get, newsroom } = serve(
        { feeds: archived, site: 'https://newsroom.example/press/' },
        { read, nextChange: new Date(start + 60_500) },
      )
      const report = await build(newsroom, { outDir, now: new Date(start) })
      for (const { path, url, archiveOf } of report.documents) {
        const response = await get(new URL(url).pathname)
        expect([response.status, await response.text()]).toEqual([
          ...[200, readFileSync(join(outDir, path), 'utf8')],
        ])
        expect(response.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate')
        if (!path.endsWith('.opml')) {
          const hub = archiveOf === undefined ? '<https://hub.example/>; rel="hub", ' : ''
          expect(response.headers.get('link')).toBe(`${hub}<${url}>; rel="self"`)
        }
      }
      expect((await get('/press/rss.xml')).headers.get('last-modified')).toBe(
        'Thu, 01 Jan 2026 02:00:00 GMT',
      )
      asked.length = 0
      for (const path of [
        '/rss.xml',
        '/press/.pressfeed/manifest.json',
        '/press/rss-archive/a.xml',
        '/press/other-archive/2026-01-01-00000000.xml',
        '/press/rss-archive/2026-01-01-00000000.json',
        '/press/%2e%2e%2frss-archive/2026-01-01-00000000.xml',
        '/press/rss-archive%2f2026-01-01-00000000.xml',
        '/press/%E0-archive/2026-01-01-00000000.xml',
      ]) {
        expect((await get(path)).status).toBe(404)
      }
      expect(asked).toEqual([])
    } finally {
      rmSync(outDir, { recursive: true, force: true })
    }
  })

  it('that are not there are not found', async () => {
    const { get } = serve({}, { read: () => undefined })
    expect((await get('/rss.xml')).status).toBe(404)
  })

  it('are asked for again where they were not there', async () => {
    let isThere = false
    const path = '/rss-archive/2026-01-01-00000000.xml'
    const { get } = serve({ feeds: archived }, { read: () => (isThere ? '<rss/>' : null) })
    expect((await get(path)).status).toBe(404)
    isThere = true
    expect((await get(path)).status).toBe(200)
  })

  it('may be a text, from anywhere', async () => {
    const { get } = serve({}, { read: (path) => Promise.resolve(`<feed>${path}</feed>`) })
    expect(await (await get('/fr/atom.xml')).text()).toBe('<feed>fr/atom.xml</feed>')
  })
})
