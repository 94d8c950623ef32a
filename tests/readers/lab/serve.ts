/** A newsroom on loopback, through the project's own handler, with its pictures and files, and what was asked of it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Newsroom } from 'pressfeed'
import { toNodeListener } from 'pressfeed/node'
import { createHandler, type Handler } from 'pressfeed/web'
import type { Format } from './reader.js'

/** A file of a newsroom's site. */
export interface SiteFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/** What a newsroom has at one time. */
export interface Site {
  readonly newsroom: Newsroom
  /** The folder that its sources are relative to. */
  readonly root?: string | undefined
  /** The present, for this newsroom. */
  readonly now: string
  /** The file at a path such as `/pictures/1.png`. */
  readonly file: (path: string) => SiteFile | undefined
}

export interface Asked {
  readonly path: string
  readonly status: number
  /** Whether the request named the version that its sender has. */
  readonly isConditional: boolean
}

export interface Served {
  readonly origin: string
  /** All requests so far, in their order. */
  readonly asked: readonly Asked[]
  urlOf(format: Format): string
  /** From now on this is what the newsroom has. */
  change(site: Site): void
  close(): Promise<void>
}

const paths: Readonly<Record<Format, string>> = {
  rss: '/rss.xml',
  atom: '/atom.xml',
  json: '/feed.json',
}

/** The feeds that every newsroom of the lab has. */
export const feeds = Object.entries(paths).map(([format, path]) => ({
  format: format as Format,
  path,
}))

/** Serves what `siteAt` makes for the address that it gets. */
export async function serve(siteAt: (origin: string) => Site): Promise<Served> {
  const asked: Asked[] = []
  let handler: Handler | undefined
  const server = createServer((request, response) => {
    const { url = '/', headers } = request
    const isConditional =
      headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined
    response.on('finish', () =>
      asked.push({ path: url, status: response.statusCode, isConditional }),
    )
    toNodeListener((each) => handler?.(each) ?? new Response(null, { status: 503 }))(
      request,
      response,
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const change = (site: Site): void => void (handler = handlerOf(site, origin))
  change(siteAt(origin))
  return {
    origin,
    asked,
    urlOf: (format) => new URL(paths[format], origin).href,
    change,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function handlerOf({ newsroom, root, now, file }: Site, origin: string): Handler {
  return createHandler(newsroom, {
    ...(root !== undefined && { root }),
    now: () => new Date(now),
    // A person who presses the button would wait for the new version in vain while the old one may be kept.
    maxAgeInSeconds: 1,
    otherwise: (request) => {
      const { pathname } = new URL(request.url)
      const found = file(pathname)
      if (found !== undefined) {
        return new Response(Buffer.from(found.bytes), { headers: { 'content-type': found.type } })
      }
      return pathname === '/' ? page(origin) : new Response(null, { status: 404 })
    },
    onError: (error) => console.error(error),
  })
}

// The newsroom's page names its feeds, as `pressfeed links` writes it.
function page(origin: string): Response {
  const types = {
    rss: 'application/rss+xml',
    atom: 'application/atom+xml',
    json: 'application/feed+json',
  }
  const links = feeds.map(
    ({ format, path }) =>
      `<link rel="alternate" type="${types[format]}" href="${new URL(path, origin).href}">`,
  )
  return new Response(`<!doctype html><title>Newsroom</title>${links.join('')}<p>Newsroom`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
