import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { ArticleInput, Newsroom } from 'pressfeed'
import { announce, build, toNodeListener, type Announcement } from 'pressfeed/node'
import { createHandler } from 'pressfeed/web'
import { article, articles, head } from './build-folder.js'
import { temporaryFolder } from './temporary-folder.js'
import { Hub, linked, serverOf, Subscriber } from './websub-hub.js'

/** A newsroom that is served at this machine, as a site would be after its deployment. */
async function deployed(hub: Newsroom['hub'], more: Partial<Newsroom> = {}) {
  const outDir = join(temporaryFolder(), 'dist')
  let answer = toNodeListener(() => new Response(null, { status: 503 }))
  const site = await serverOf((request, response) => answer(request, response))
  const newsroom: Newsroom = {
    ...head,
    site,
    hub,
    articles: [article(1), article(2)],
    feeds: [
      { format: 'rss', path: '/rss.xml' },
      { format: 'atom', path: '/fr/atom.xml' },
      { format: 'json', path: '/feed.json' },
      { format: 'rss', path: '/wind.xml', only: { tag: 'wind' } },
    ],
    opml: '/feeds.opml',
    ...more,
  }
  /** Builds these articles and puts them online. */
  const publish = async (list: readonly ArticleInput[]) => {
    const now = { ...newsroom, articles: list }
    await build(now, { outDir, now: '2026-06-01' })
    const read = (path: string) =>
      existsSync(join(outDir, path)) ? readFileSync(join(outDir, path)) : undefined
    answer = toNodeListener(createHandler(now, { read }))
  }
  return {
    newsroom,
    outDir,
    site,
    publish,
    bytes: (path: string) => readFileSync(join(outDir, path)),
  }
}

const all = ['rss.xml', 'fr/atom.xml', 'feed.json', 'wind.xml']

function pathsOf(announcements: readonly Announcement[], status: Announcement['status']) {
  return announcements.filter((each) => each.status === status).map(({ path }) => path)
}

const wind = article(3, { title: 'Wind', tags: ['wind'] })
const first = [article(1), article(2), wind]
/** Changes three of the four feeds. */
const second = [article(1), article(2, { title: 'Corrected' }), wind]

describe('from a change to a subscriber', () => {
  it('brings the new bytes of what changed, and nothing of what did not', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, site, publish, bytes } = await deployed(hub.url)
    await publish(first)
    const subscribers = await Promise.all(all.map(() => Subscriber.start()))
    const topics = await Promise.all(
      subscribers.map((each, index) => each.subscribe(`${site}/${all[index] ?? ''}`)),
    )
    await hub.idle()
    expect(topics).toEqual(all.map((path) => `${site}/${path}`))

    const told = await announce(newsroom, { outDir })
    await hub.idle()
    expect(told).toMatchObject({ ok: true, issues: [] })
    expect(pathsOf(told.announcements, 'announced')).toEqual(all)
    // The hub has seen these bytes when the first subscribers came.
    expect(subscribers.flatMap(({ deliveries }) => deliveries)).toEqual([])
    expect(hub.fetched.slice(all.length).map(({ status }) => status)).toEqual([304, 304, 304, 304])

    hub.requests.length = 0
    await publish(second)
    const again = await announce(newsroom, { outDir })
    await hub.idle()
    expect(again.ok).toBe(true)
    expect(pathsOf(again.announcements, 'announced')).toEqual([
      'rss.xml',
      'fr/atom.xml',
      'feed.json',
    ])
    expect(pathsOf(again.announcements, 'unchanged')).toEqual(['wind.xml'])
    expect(hub.requests.map((form) => [...form])).toEqual(
      again.announcements.slice(0, 3).map(({ url }) => [
        ['hub.mode', 'publish'],
        ['hub.url', url],
        ['hub.topic', url],
      ]),
    )
    const types = ['application/rss+xml', 'application/atom+xml', 'application/feed+json']
    for (const [index, type] of types.entries()) {
      const { deliveries, forged } = subscribers[index]!
      expect(forged).toEqual([])
      expect(deliveries).toHaveLength(1)
      const [got] = deliveries
      expect(got!.body.equals(bytes(all[index]!))).toBe(true)
      expect(got!.body.toString()).toContain('Corrected')
      expect(got!.type).toBe(`${type}; charset=utf-8`)
      expect(linked(got!.link!, 'self')).toBe(topics[index])
      expect(linked(got!.link!, 'hub')).toBe(hub.url)
    }
    expect(subscribers[3]!.deliveries).toEqual([])
    expect(hub.faults).toEqual([])
  })

  it('ends with the subscription', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, site, publish } = await deployed(hub.url)
    await publish(first)
    const [stays, goes] = [await Subscriber.start(), await Subscriber.start()]
    for (const each of [stays, goes]) await each.subscribe(`${site}/rss.xml`)
    await hub.idle()
    await goes.subscribe(`${site}/rss.xml`, 'unsubscribe')
    await hub.idle()
    await publish(second)
    await announce(newsroom, { outDir })
    await hub.idle()
    expect([stays, goes].map(({ deliveries }) => deliveries.length)).toEqual([1, 0])
  })

  it('tells every hub, and remembers for each', async () => {
    const hubs = [await Hub.start(), await Hub.start()]
    const urls = hubs.map(({ url }) => url)
    const { newsroom, outDir, publish } = await deployed(urls)
    await publish(first)
    await announce({ ...newsroom, hub: urls[0] }, { outDir })
    const { announcements } = await announce(newsroom, { outDir })
    expect(announcements.map(({ path, hub, status }) => [path, urls.indexOf(hub), status])).toEqual(
      all.flatMap((path) => [
        [path, 0, 'unchanged'],
        [path, 1, 'announced'],
      ]),
    )
    expect(hubs.map(({ requests }) => requests.length)).toEqual([4, 4])
  })
})

describe('what subscribers find', () => {
  it('is hub and self in each format and in the header, and no hub in what nobody subscribes to', async () => {
    const hub = 'https://хаб.example/?a=1&b=2'
    const { href: ascii } = new URL(hub)
    expect(ascii).toMatch(/^https:\/\/xn--\w+\.example\/\?a=1&b=2$/)
    const archived = { archive: { size: 5 }, limit: 3 }
    const { site, publish, outDir, bytes } = await deployed(hub, {
      feeds: [
        { format: 'rss', path: '/rss.xml', ...archived },
        { format: 'atom', path: '/atom.xml', ...archived },
        { format: 'json', path: '/feed.json', ...archived },
      ],
    })
    await publish(articles(40))
    const rss = parseRssFeed(bytes('rss.xml').toString()).atom?.links
    const atom = parseAtomFeed(bytes('atom.xml').toString()).links
    const json = parseJsonFeed(bytes('feed.json').toString())
    const having = (rel: string, links: typeof atom) =>
      links?.filter((link) => link.rel === rel).map(({ href }) => href)
    expect([having('hub', rss), having('self', rss)]).toEqual([[ascii], [`${site}/rss.xml`]])
    expect([having('hub', atom), having('self', atom)]).toEqual([[ascii], [`${site}/atom.xml`]])
    expect([json.hubs, json.feed_url]).toEqual([
      [{ type: 'WebSub', url: ascii }],
      `${site}/feed.json`,
    ])

    const manifest = readFileSync(join(outDir, '.pressfeed/manifest.json'), 'utf8')
    const { files } = JSON.parse(manifest) as { files: readonly { path: string }[] }
    const pages = files.map(({ path }) => path).filter((path) => path.includes('-archive/'))
    expect(pages.length).toBeGreaterThan(6)
    for (const page of pages) {
      expect(bytes(page).toString()).not.toContain('xn--')
      const link = (await fetch(`${site}/${page}`)).headers.get('link')
      expect(link).toBe(`<${site}/${page}>; rel="self"`)
    }
    for (const path of ['rss.xml', 'atom.xml', 'feed.json']) {
      const link = (await fetch(`${site}/${path}`)).headers.get('link') ?? ''
      expect([linked(link, 'hub'), linked(link, 'self')]).toEqual([ascii, `${site}/${path}`])
    }
    expect((await fetch(`${site}/feeds.opml`)).headers.get('link')).toBe(null)
    expect(bytes('feeds.opml').toString()).not.toContain('xn--')
  })
})

describe('what was announced', () => {
  it('is remembered beside the feeds, and survives builds', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, publish } = await deployed(hub.url)
    await publish(first)
    const { stateFile } = await announce(newsroom, { outDir })
    expect(stateFile).toBe(join(outDir, '.pressfeed/announced.json'))
    const state = readFileSync(stateFile, 'utf8')
    await publish(second)
    expect(readFileSync(stateFile, 'utf8')).toBe(state)
    await publish(first)
    const { announcements } = await announce(newsroom, { outDir })
    expect(pathsOf(announcements, 'unchanged')).toEqual(all)
    expect(hub.requests).toHaveLength(4)
    const { announcements: forced } = await announce(newsroom, { outDir, all: true })
    expect(pathsOf(forced, 'announced')).toEqual(all)
    expect(hub.requests).toHaveLength(8)
  })

  it('may be remembered elsewhere, where the output folder is thrown away', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, publish } = await deployed(hub.url)
    const stateFile = join(outDir, '../cache/a/announced.json')
    await publish(first)
    await announce(newsroom, { outDir, stateFile })
    rmSync(outDir, { recursive: true })
    await publish(second)
    const { announcements } = await announce(newsroom, { outDir, stateFile })
    expect(pathsOf(announcements, 'unchanged')).toEqual(['wind.xml'])
    expect(existsSync(join(outDir, '.pressfeed/announced.json'))).toBe(false)
  })

  it('is kept of each feed at once', async () => {
    const { newsroom, outDir, publish } = await deployed(undefined)
    await publish(first)
    const stateFile = join(outDir, 'state.json')
    const lengths: number[] = []
    const slow = await serverOf((request, response) => {
      const state = existsSync(stateFile) ? readFileSync(stateFile, 'utf8') : ''
      lengths.push(state.split('"sha256"').length - 1)
      request.resume()
      response.end()
    })
    await announce({ ...newsroom, hub: slow }, { outDir, stateFile })
    expect(lengths).toEqual([0, 1, 2, 3])
  })

  it('is whole, whoever announces at the same time', async () => {
    const hubs = await Promise.all([Hub.start(), Hub.start(), Hub.start()])
    const { newsroom, outDir, publish } = await deployed(hubs.map(({ url }) => url))
    await publish(first)
    const runs = await Promise.all(Array.from({ length: 8 }, () => announce(newsroom, { outDir })))
    expect(runs.map(({ ok }) => ok)).toEqual(runs.map(() => true))
    const [{ stateFile }] = runs as [(typeof runs)[0]]
    const state = JSON.parse(readFileSync(stateFile, 'utf8')) as { announced: readonly object[] }
    expect(state.announced.length).toBeGreaterThan(0)
    // What got lost between them is announced once more, and then all is known.
    await announce(newsroom, { outDir })
    const { announcements } = await announce(newsroom, { outDir })
    expect(pathsOf(announcements, 'unchanged')).toHaveLength(12)
  })

  it('is not written over a file that is somebody’s own', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, publish } = await deployed(hub.url)
    await publish(first)
    const stateFile = join(outDir, 'package.json')
    for (const text of ['{"name": "site"}', 'not JSON', '[]', '{"version": 2, "announced": []}']) {
      writeFileSync(stateFile, text)
      const report = await announce(newsroom, { outDir, stateFile })
      expect(report).toMatchObject({ ok: false, announcements: [] })
      expect(report.issues.map(({ code }) => code)).toEqual(['cannot-read'])
      expect(report.issues[0]!.message).toContain('expected a list of what was announced')
      expect(readFileSync(stateFile, 'utf8')).toBe(text)
    }
    expect(hub.requests).toEqual([])
    writeFileSync(stateFile, '\n')
    expect((await announce(newsroom, { outDir, stateFile })).ok).toBe(true)
  })

  it('that cannot be written down is said, and the hubs are told all the same', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, publish } = await deployed(hub.url)
    await publish(first)
    // Short enough to be looked for, and too long with what stands behind it until it is whole.
    const report = await announce(newsroom, { outDir, stateFile: join(outDir, 'a'.repeat(250)) })
    expect(pathsOf(report.announcements, 'announced')).toEqual(all)
    expect(report.ok).toBe(false)
    expect(report.issues.map(({ code }) => code)).toEqual(['cannot-write'])
    expect(report.issues[0]!.message).toContain('the name is too long')
    expect(report.issues[0]!.message).toContain('is announced again the next time')
  })

  it('that cannot be read is said, and nobody is told', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, publish } = await deployed(hub.url)
    await publish(first)
    const report = await announce(newsroom, { outDir, stateFile: join(outDir, 'rss.xml/state') })
    expect(report).toMatchObject({ ok: false, announcements: [] })
    expect(report.issues.map(({ code }) => code)).toEqual(['cannot-read'])
    expect(report.issues[0]!.message).toContain('a file is where a folder should be')
    expect(hub.requests).toEqual([])
  })
})

describe('a newsroom that cannot be announced', () => {
  const cases: readonly (readonly [string, Partial<Newsroom>, string])[] = [
    ['without a hub', { hub: undefined }, 'missing-field hub'],
    ['with an empty list of hubs', { hub: ['', ''] }, 'missing-field hub'],
    ['with a hub of another scheme', { hub: 'ftp://hub.example/' }, 'address-scheme hub'],
    ['with a hub that is no address', { hub: ['https://'] }, 'invalid-address hub[0]'],
    ['with a password in it', { hub: 'https://office:s3cret@hub.example/' }, 'invalid-value hub'],
    ['without feeds', { feeds: [] }, 'missing-field feeds'],
  ]
  it.each(cases)('%s', async (_, more, said) => {
    const { newsroom, outDir } = await deployed('https://hub.example/')
    const report = await announce({ ...newsroom, ...more }, { outDir })
    expect(report).toMatchObject({ ok: false, announcements: [] })
    expect(report.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([said])
    expect(JSON.stringify(report)).not.toContain('s3cret')
  })

  it('is refused by a build too if every feed would show a password', async () => {
    const { newsroom, outDir } = await deployed('https://office:s3cret@hub.example/')
    const error: unknown = await build(newsroom, { outDir }).catch((thrown: unknown) => thrown)
    expect(String(error)).toContain('without a name and password')
    expect(String(error)).not.toContain('s3cret')
  })

  it('before it is built', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, publish } = await deployed(hub.url)
    const before = await announce(newsroom, { outDir })
    expect(before.issues.map(({ message }) => message)).toEqual([
      `Cannot read the feeds in ${outDir}: expected them there, but there is none; build first`,
    ])
    expect(existsSync(outDir)).toBe(false)
    await publish(first)
    rmSync(join(outDir, 'feed.json'))
    const partly = await announce(newsroom, { outDir })
    expect(partly.ok).toBe(false)
    expect(pathsOf(partly.announcements, 'announced')).toEqual([
      'rss.xml',
      'fr/atom.xml',
      'wind.xml',
    ])
    expect(partly.issues.map(({ message }) => message)).toEqual([
      'Cannot read "feed.json" in the output folder: expected a feed, but nothing is there; build first',
    ])
  })

  it('because its options make no sense', async () => {
    const { newsroom, outDir } = await deployed('https://hub.example/')
    for (const wrong of [
      { tries: 0 },
      { tries: 1.5 },
      { timeoutInSeconds: 0 },
      { timeoutInSeconds: NaN },
    ]) {
      await expect(announce(newsroom, { outDir, ...wrong })).rejects.toThrow(RangeError)
    }
  })
})

describe('feeds that are not as the newsroom has them', () => {
  it('are announced with a warning', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, publish } = await deployed('https://old-hub.example/')
    await publish(first)
    const site = 'https://other.example/'
    const feeds = newsroom.feeds.slice(0, 3)
    const { ok, issues } = await announce({ ...newsroom, feeds, site, hub: hub.url }, { outDir })
    expect(ok).toBe(true)
    expect(issues.map(({ code }) => code)).toEqual(Array(6).fill('feed-out-of-date'))
    expect(issues.filter(({ message }) => message.includes(`"${hub.url}"`))).toHaveLength(3)
    expect(issues.filter(({ message }) => message.includes(site))).toHaveLength(3)
    expect(hub.requests).toHaveLength(3)
  })

  it('are none when nothing differs, whatever the articles link to', async () => {
    const hub = await Hub.start()
    const { newsroom, outDir, publish } = await deployed([hub.url, `${hub.url}?a=1&b=2`])
    await publish([
      article(1, { body: '<p>&lt;link rel="self" href="x"&gt; <a href="/y">y</a></p>' }),
    ])
    expect((await announce(newsroom, { outDir })).issues).toEqual([])
  })
})

it('sends and writes nothing in a dry run', async () => {
  const hub = await Hub.start()
  const { newsroom, outDir, publish } = await deployed(hub.url)
  await publish(first)
  const report = await announce(newsroom, { outDir, dryRun: true })
  expect(report).toMatchObject({ ok: true, dryRun: true })
  expect(report.announcements.map(({ status, tries }) => [status, tries])).toEqual(
    all.map(() => ['announced', 0]),
  )
  expect(hub.requests).toEqual([])
  expect(existsSync(report.stateFile)).toBe(false)
})
