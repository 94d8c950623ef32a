import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { Newsroom } from 'pressfeed'
import { build } from 'pressfeed/node'
import { articles, buildFolder, head } from './build-folder.js'

const { out, read, options } = buildFolder()

describe('an archive', () => {
  const newsroom = (list: Newsroom['articles']): Newsroom => ({
    ...head,
    articles: list,
    feeds: [
      { format: 'rss', path: '/rss.xml', limit: 10, archive: { size: 10 } },
      { format: 'atom', path: '/atom.xml', limit: 10, archive: { size: 10 } },
      { format: 'json', path: '/feed.json', limit: 10, archive: { size: 10 } },
    ],
  })
  const fileOf = (url: string) => out(decodeURIComponent(new URL(url).pathname.slice(1)))
  const everyTitle = articles(137)
    .map(({ title }) => title)
    .reverse()

  it.each(['rss.xml', 'atom.xml'])(
    'is walked from the newest to the oldest article by the links of %s alone',
    async (name) => {
      await build(newsroom(articles(137)), options)
      const seen = new Set<string>()
      let next: string | undefined = `https://newsroom.example/${name}`
      let pageAfter: string | undefined
      for (let steps = 0; next !== undefined; steps += 1) {
        const text = readFileSync(fileOf(next), 'utf8')
        const { titles, links } = name === 'rss.xml' ? readRss(text) : readAtom(text)
        for (const title of titles) seen.add(title)
        expect(linkOf(links, 'self')).toBe(next)
        expect(text.includes('<fh:archive/>')).toBe(steps > 0)
        expect(linkOf(links, 'current')).toBe(
          steps > 0 ? `https://newsroom.example/${name}` : undefined,
        )
        // The chain forward leads back the same way.
        if (steps > 1) expect(linkOf(links, 'next-archive')).toBe(pageAfter)
        pageAfter = next
        next = linkOf(links, 'prev-archive')
      }
      expect([...seen]).toEqual(everyTitle)
    },
  )

  it('is walked by next_url in JSON', async () => {
    await build(newsroom(articles(137)), options)
    const seen = new Set<string | undefined>()
    const urls = ['https://newsroom.example/feed.json']
    for (const url of urls) {
      const feed = parseJsonFeed(readFileSync(fileOf(url), 'utf8'))
      for (const { title } of feed.items ?? []) seen.add(title)
      if (feed.next_url !== undefined) urls.push(feed.next_url)
    }
    expect(urls.length).toBeGreaterThan(8)
    expect([...seen]).toEqual(everyTitle)
  })

  it('has full pages that no new article changes, and files for every link', async () => {
    const pages = new Map<string, string>()
    for (let count = 20; count <= 80; count += 3) {
      const { documents } = await build(newsroom(articles(count)), options)
      const archived = documents.filter(({ archiveOf }) => archiveOf !== undefined)
      for (const { path, url, format } of archived) {
        const text = read(path)
        const isFull = format === 'json' || text.includes('<fh:archive/>')
        if (isFull) {
          expect(pages.get(path) ?? text, `${path} at ${count}`).toBe(text)
          pages.set(path, text)
        }
        const links = [...text.matchAll(/rel="(?:prev|next)-archive" href="([^"]+)"/g)]
        for (const [, href = ''] of links)
          expect(existsSync(fileOf(href)), `${url} → ${href}`).toBe(true)
      }
      for (const path of pages.keys()) expect(existsSync(out(path))).toBe(true)
    }
    expect(pages.size).toBeGreaterThan(9)
  })

  it('rewrites, after one article changed, the documents that carry it and no other', async () => {
    const list = articles(137)
    await build(newsroom(list), options)
    const changed = list.map((each, day) =>
      day === 30 ? { ...each, body: '<p>Corrected.</p>' } : each,
    )
    const { documents } = await build(newsroom(changed), options)
    const written = documents.filter(({ status }) => status === 'written').map(({ path }) => path)
    const named = readdirSync(out(), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\.(xml|json)$/.test(path) && read(path).includes('Corrected.'))
    expect([...written].sort()).toEqual(named.sort())
    expect(written).toHaveLength(3)
  })

  it('keeps full pages as they are when the newsroom itself changes its date or the program its version', async () => {
    const list = articles(60)
    const first = await build(newsroom(list), options)
    const full = first.documents.filter(
      ({ path, archiveOf, format }) =>
        archiveOf !== undefined && (format === 'json' || read(path).includes('<fh:archive/>')),
    )
    expect(full.length).toBeGreaterThan(6)
    for (const { path } of full) expect(read(path)).not.toContain('pressfeed 0.')
    const { documents } = await build({ ...newsroom(list), updated: '2026-05-01' }, options)
    const written = documents.filter(({ status }) => status === 'written').map(({ path }) => path)
    expect(written).toEqual(expect.arrayContaining(['rss.xml', 'atom.xml']))
    for (const { path } of full) expect(written).not.toContain(path)
  })

  it('has no part in the list of feeds', async () => {
    const listed = { ...newsroom(articles(60)), opml: '/feeds.opml' }
    await build(listed, options)
    const { documents } = await build({ ...listed, articles: articles(61) }, options)
    expect(documents.find(({ format }) => format === 'opml')).toMatchObject({
      status: 'unchanged',
      articles: 3,
    })
    const { body } = parseOpml(read('feeds.opml'))
    expect(body?.outlines?.map(({ text }) => text)).toEqual([
      'Newsroom (RSS)',
      'Newsroom (Atom)',
      'Newsroom (JSON Feed)',
    ])
  })

  it('takes its pages away with the feed', async () => {
    await build(newsroom(articles(60)), options)
    writeFileSync(out('own.txt'), 'mine')
    const only = {
      ...newsroom(articles(60)),
      feeds: [{ format: 'rss', path: '/rss.xml' }],
    } as const
    const { removed } = await build(only, options)
    expect(removed.length).toBeGreaterThan(6)
    expect(readdirSync(out()).sort()).toEqual(['.pressfeed', 'own.txt', 'rss.xml'])
  })
})

interface Link {
  readonly rel?: string | undefined
  readonly href?: string | undefined
}

interface ReadFeed {
  readonly titles: readonly string[]
  readonly links: readonly Link[]
}

function readRss(text: string): ReadFeed {
  const { items, atom } = parseRssFeed(text)
  return { titles: (items ?? []).map(({ title }) => String(title)), links: atom?.links ?? [] }
}

function readAtom(text: string): ReadFeed {
  const { entries, links } = parseAtomFeed(text)
  return { titles: (entries ?? []).map(({ title }) => String(title?.value)), links: links ?? [] }
}

function linkOf(links: readonly Link[], rel: string): string | undefined {
  return links.find((link) => link.rel === rel)?.href
}
