/** A site on this machine: a page, and the feeds that it names. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { alternateLinks, type Newsroom } from 'pressfeed'
import { toNodeListener } from 'pressfeed/node'
import { createHandler, type Handler } from 'pressfeed/web'
import { article } from '../node/build-folder.js'

/** The page whose address somebody gives to a reader. */
export function pageOf(newsroom: Newsroom, base = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">${base}
<title>Press</title>
<link rel="stylesheet" href="/style.css">
${alternateLinks(newsroom)}</head>
<body><p>Nothing here is a link to a feed.</p></body>
</html>
`
}

/** What a site has in its page, and which of it readers of XML and of JSON Feed have to find. */
export interface Case {
  readonly name: string
  readonly more: (site: string) => Partial<Newsroom>
  readonly base?: string
  readonly xml: readonly string[]
  readonly json: readonly string[]
}

const three: Newsroom['feeds'] = [
  { format: 'rss', path: '/rss.xml' },
  { format: 'atom', path: '/atom.xml' },
  { format: 'json', path: '/feed.json' },
]

export const cases: readonly Case[] = [
  {
    name: 'three formats',
    more: () => ({ feeds: three, opml: '/feeds.opml' }),
    xml: ['/rss.xml', '/atom.xml'],
    json: ['/feed.json'],
  },
  {
    name: 'a title with quotes and markup',
    more: () => ({ feeds: three, title: `"Press" & <b>'news'</b> --> </title><script>` }),
    xml: ['/rss.xml', '/atom.xml'],
    json: ['/feed.json'],
  },
  {
    name: 'paths of other letters, and a feed a language',
    more: () => ({
      feeds: [
        { format: 'rss', path: '/actualité/flux & co.xml', only: { language: 'fr' } },
        { format: 'atom', path: '/tin tức/nguồn.xml', only: { language: 'vi' } },
        { format: 'json', path: '/أخبار.json', only: { language: 'ar' } },
      ],
    }),
    xml: ['/actualit%C3%A9/flux%20%26%20co.xml', '/tin%20t%E1%BB%A9c/ngu%E1%BB%93n.xml'],
    json: ['/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1.json'],
  },
  {
    name: 'a page whose links are relative to another place',
    more: (site) => ({ feeds: three, site: `${site}press/` }),
    base: '<base href="https://elsewhere.example/x/">',
    xml: ['/press/rss.xml', '/press/atom.xml'],
    json: ['/press/feed.json'],
  },
  {
    // At the same address, so the handler answers and not the page above.
    name: 'the page for people',
    more: () => ({ feeds: three, opml: '/feeds.opml', pages: [{ path: '/index.html' }] }),
    xml: ['/rss.xml', '/atom.xml'],
    json: ['/feed.json'],
  },
  {
    name: 'JSON Feed alone',
    more: () => ({ feeds: [{ format: 'json', path: '/feed.json' }] }),
    xml: [],
    json: ['/feed.json'],
  },
]

/** Serves such a site; its own address. */
export async function serveSite({ more, base }: Case): Promise<string> {
  let handler: Handler = () => Promise.resolve(new Response(null, { status: 503 }))
  const server = createServer(toNodeListener((request) => handler(request)))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const newsroom: Newsroom = {
    ...{ title: 'Press', link: site, description: 'Releases', language: 'en' },
    articles: ['en', 'fr', 'vi', 'ar'].map((language, hour) => article(hour, { language })),
    feeds: [],
    ...more(site),
  }
  const page = pageOf(newsroom, base)
  const otherwise = () =>
    new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  handler = createHandler(newsroom, { otherwise })
  return site
}
