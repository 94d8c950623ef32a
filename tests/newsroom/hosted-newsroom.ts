/** A newsroom for hosts of static files, and what is served at its addresses when its own handler does it. */
import type { Newsroom } from 'pressfeed'
import { createHandler } from 'pressfeed/web'
import { articles, head } from '../node/build-folder.js'

const hard = "/fr/l'été (2) +.xml"

/** Feeds in all formats, with archives, one at a path that every syntax has to escape somewhere, two hubs, OPML. */
export const hosted: Newsroom = {
  ...head,
  hub: ['https://hub.example/', 'https://hub.example/two?a=%20b&c=d'],
  articles: articles(40),
  feeds: [
    { format: 'rss', path: '/rss.xml', limit: 5, archive: { size: 4 } },
    { format: 'atom', path: hard, limit: 5, archive: { size: 4 } },
    { format: 'json', path: '/feed.json' },
  ],
  opml: '/feeds.opml',
}

/** Files that a host serves as it always does. */
export const others = ['/index.html', '/sitemap.xml', '/fr/rss.xml', '/rss-archive/notes.txt']

/** What static hosts are told: the rest, such as ETag, they know themselves. */
const told = [
  'content-type',
  'link',
  'cache-control',
  'access-control-allow-origin',
  'x-content-type-options',
]

/** Those headers of a response. */
export function toldOf(headers: Headers): Readonly<Record<string, string | null>> {
  return Object.fromEntries(told.map((name) => [name, headers.get(name)]))
}

/** What the handler says at an address; on archive pages it also names their address, which static hosts do not. */
export async function handlerSays(url: string, isArchive: boolean) {
  const response = await handler(new Request(url))
  if (response.status !== 200) throw new Error(`The handler has nothing at ${url}`)
  const headers = toldOf(response.headers)
  return isArchive ? { ...headers, link: null } : headers
}

const handler = createHandler(hosted, { now: () => new Date('2026-06-01') })
