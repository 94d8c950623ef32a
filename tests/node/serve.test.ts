import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Newsroom } from 'pressfeed'
import { markdownFolder } from 'pressfeed/node'
import type { BuildReport } from '../../src/node/report.js'
import { serve } from '../../src/node/serve.js'
import { buildFolder, head } from './build-folder.js'

const { folder, out, read, write, options } = buildFolder()
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'

function newsroom(): Newsroom {
  return {
    ...head,
    articles: markdownFolder('news', { publicFolder: 'public' }),
    feeds: [
      { format: 'rss', path: '/rss.xml' },
      { format: 'atom', path: '/fr/été.xml' },
      { format: 'json', path: '/feed.json' },
    ],
    opml: '/feeds.opml',
  }
}

interface Served {
  readonly addresses: readonly string[]
  readonly stop: () => Promise<void>
}

async function start(given: Newsroom = newsroom()): Promise<Served> {
  const ending = new AbortController()
  const reports: BuildReport[] = []
  let serving: Promise<void> | undefined
  const addresses = await new Promise<readonly string[]>((listening, fail) => {
    serving = serve(given, {
      ...options,
      port: 0,
      signal: ending.signal,
      onReport: (report) => reports.push(report),
      onListening: listening,
    })
    serving.catch(fail)
  })
  expect(reports).toMatchObject([{ ok: true }])
  return {
    addresses,
    stop: async () => {
      ending.abort()
      await serving
    },
  }
}

describe('serve', () => {
  let served: Served

  beforeEach(async () => {
    write(
      'news/1.md',
      `---\ntitle: Release\nlink: /news/1\npublished: 2026-01-01T09:00Z\nattachments: [{ url: /a.pdf }]\n---\n![Hills](/img/hills%20of.svg "The hills.")\n`,
    )
    write('public/img/hills of.svg', svg)
    write('public/a.pdf', '%PDF-1.4\n')
    write('public/secret.txt', 'not named by any article')
    served = await start()
    return () => served.stop()
  })

  it('offers every feed with the right type, its addresses those of this machine', async () => {
    const [rssUrl = '', atomUrl = '', jsonUrl = '', opmlUrl = ''] = served.addresses
    const { origin } = new URL(rssUrl)
    expect(new URL(origin).hostname).toBe('127.0.0.1')
    const responses = await Promise.all(served.addresses.map((url) => fetch(url)))
    expect(responses.map(({ headers }) => headers.get('content-type'))).toEqual([
      'application/rss+xml; charset=utf-8',
      'application/atom+xml; charset=utf-8',
      'application/feed+json',
      'text/x-opml; charset=utf-8',
    ])
    const [rssText = '', atomText = '', jsonText = '', opmlText = ''] = await Promise.all(
      responses.map((response) => response.text()),
    )
    const rss = parseRssFeed(rssText)
    const picture = `${origin}/img/hills%20of.svg`
    expect(rss.atom?.links?.[0]?.href).toBe(rssUrl)
    expect(rss.items?.[0]?.media?.contents?.[0]).toMatchObject({ url: picture, width: 40 })
    expect(rss.items?.[0]?.content?.encoded).toContain(`src="${picture}"`)
    expect(rss.items?.[0]?.enclosures?.[0]?.url).toBe(`${origin}/a.pdf`)
    // The page of the article is where it always is, and so is the article's id.
    expect(rss.items?.[0]?.link).toBe('https://newsroom.example/news/1')
    expect(rss.items?.[0]?.guid?.value).toBe(parseAtomFeed(atomText).entries?.[0]?.id)
    expect(parseAtomFeed(atomText).links?.find(({ rel }) => rel === 'self')?.href).toBe(atomUrl)
    expect(parseJsonFeed(jsonText)).toMatchObject({
      feed_url: jsonUrl,
      items: [{ image: picture, url: 'https://newsroom.example/news/1' }],
    })
    expect(opmlText).toContain(`xmlUrl="${rssUrl}"`)
    expect(opmlUrl).toBe(`${origin}/feeds.opml`)

    const shown = await fetch(picture)
    expect(shown.headers.get('content-type')).toBe('image/svg+xml')
    expect(await shown.text()).toBe(svg)
    expect((await fetch(`${origin}/a.pdf`)).headers.get('content-type')).toBe('application/pdf')
    // The files themselves keep the addresses of the site.
    expect(read('rss.xml')).not.toContain('127.0.0.1')
  })

  it('answers conditional requests, HEAD, and what is built meanwhile', async () => {
    const [url = ''] = served.addresses
    const first = await fetch(url)
    const etag = first.headers.get('etag') ?? ''
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const head = await fetch(url, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(String((await first.arrayBuffer()).byteLength))
    expect(await head.text()).toBe('')
    const changed = readFileSync(out('rss.xml'), 'utf8').replace('Release', 'Corrected')
    write('out/rss.xml', changed)
    const second = await fetch(url, { headers: { 'if-none-match': etag } })
    expect(second.status).toBe(200)
    expect(await second.text()).toContain('Corrected')
  })

  it('lists the feeds on a page of its own, for people and for readers that look for links', async () => {
    const { origin } = new URL(served.addresses[0] ?? '')
    const page = await (await fetch(`${origin}/`)).text()
    for (const url of served.addresses) expect(page).toContain(`<a href="${url}">`)
    expect(page.match(/<link rel="alternate"/g)).toHaveLength(3)
  })

  it('refuses other host names, which a page elsewhere could give to this machine', async () => {
    const { port } = new URL(served.addresses[0] ?? '')
    const statuses = async (hosts: readonly string[]) =>
      Promise.all(hosts.map((host) => statusOf(port, '/rss.xml', { host })))
    expect(await statuses([`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`])).toEqual(
      [200, 200, 200],
    )
    const others = ['evil.example', `evil.example:${port}`, 'localhost', '127.0.0.1:1']
    expect(await statuses(others)).toEqual(others.map(() => 421))
  })

  it('refuses everything else', async () => {
    const { origin, port } = new URL(served.addresses[0] ?? '')
    expect((await fetch(`${origin}/rss.xml`, { method: 'POST' })).status).toBe(405)
    for (const path of [
      ...['/secret.txt', '/pressfeed', '/.pressfeed/manifest.json', '//rss.xml', '/RSS.XML'],
      ...['/../news/1.md', '/%2e%2e/news/1.md', '/img/..%2fsecret.txt', '/img/', '*', '/\0'],
      `http://127.0.0.1:${port}/../../etc/passwd`,
    ]) {
      expect(await statusOf(port, path), path).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('addresses with characters that formats escape', () => {
  const names = ['a&b.svg', "l'usine.svg", 'x$y.svg', "a&b$'c.svg"]
  let served: Served

  beforeEach(async () => {
    for (const name of names) write(`public/img/${name}`, svg)
    const pictures = names.map((name) => `![Hills](/img/${name} "The hills.")`).join('\n\n')
    write(
      'news/1.md',
      `---\ntitle: Release\nlink: /news/1\npublished: 2026-01-01T09:00Z\n---\n${pictures}\n`,
    )
    served = await start({
      ...newsroom(),
      feeds: [
        { format: 'rss', path: '/r$s&s.xml' },
        { format: 'atom', path: "/l'actu.xml" },
        { format: 'json', path: "/l'actu.json" },
      ],
    })
    return () => served.stop()
  })

  const sourcesOf = (html = '') =>
    [...html.matchAll(/<img[^>]* src="([^"]*)"/g)].map(([, src = '']) =>
      src.replaceAll('&#36;', '$').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
    )

  it('are those of this machine in every format, and lead to the files', async () => {
    const [rssUrl = '', atomUrl = '', jsonUrl = ''] = served.addresses
    const { origin } = new URL(rssUrl)
    const textOf = async (url: string) => (await fetch(url)).text()
    const rss = parseRssFeed(await textOf(rssUrl))
    const atom = parseAtomFeed(await textOf(atomUrl))
    const json = parseJsonFeed(await textOf(jsonUrl))
    expect(rss.atom?.links?.find(({ rel }) => rel === 'self')?.href).toBe(rssUrl)
    expect(atom.links?.find(({ rel }) => rel === 'self')?.href).toBe(atomUrl)
    expect(json.feed_url).toBe(jsonUrl)
    const lists = {
      rss: sourcesOf(rss.items?.[0]?.content?.encoded),
      rssMedia: rss.items?.[0]?.media?.contents?.map(({ url }) => url),
      atom: sourcesOf(atom.entries?.[0]?.content?.value),
      atomMedia: atom.entries?.[0]?.media?.contents?.map(({ url }) => url),
      json: sourcesOf(json.items?.[0]?.content_html),
      jsonAttachments: json.items?.[0]?.attachments?.map(({ url }) => url),
    }
    for (const [format, list = []] of Object.entries(lists)) {
      expect(list, format).toEqual(names.map((name) => `${origin}/img/${name}`))
      for (const url of list) expect((await fetch(url ?? '')).status, url).toBe(200)
    }
    expect(JSON.stringify(await (await fetch(jsonUrl)).json())).not.toContain(
      'https://newsroom.example/img/',
    )
  })

  it('stay as they are in a JSON file that somebody broke', async () => {
    write("out/l'actu.json", '{')
    expect(await (await fetch(served.addresses[2] ?? '')).text()).toBe('{')
  })
})

it('does not begin when the feeds cannot be built', async () => {
  const reports: BuildReport[] = []
  await serve(
    { ...newsroom(), title: '' },
    {
      ...options,
      signal: new AbortController().signal,
      onReport: (report) => reports.push(report),
      onListening: () => expect.unreachable(),
    },
  )
  expect(reports).toMatchObject([{ ok: false }])
})

describe('a port', () => {
  const running: Served[] = []
  afterEach(async () => {
    for (const each of running.splice(0)) await each.stop()
  })

  it('that is taken is an error when it was asked for', async () => {
    running.push(await start())
    const port = Number(new URL(running[0]?.addresses[0] ?? '').port)
    const reports: BuildReport[] = []
    const second = serve(newsroom(), {
      ...{ ...options, outDir: `${folder}/out`, port, signal: new AbortController().signal },
      onReport: (report) => reports.push(report),
      onListening: () => expect.unreachable(),
    })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
    expect(reports).toEqual([])
  })
})

/** The answer to a request whose path is sent as it is; `fetch` would put it in order first. */
function statusOf(port: string, path: string, headers = {}): Promise<number> {
  return new Promise((done) => {
    try {
      httpRequest({ host: '127.0.0.1', port, path, headers }, (response) => {
        response.resume()
        done(response.statusCode ?? 0)
      })
        .on('error', () => done(400))
        .end()
    } catch {
      // Node itself sends no such path.
      done(400)
    }
  })
}
