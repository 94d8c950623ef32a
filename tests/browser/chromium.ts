/** Chromium of the system, driven by playwright-core, and a newsroom on this machine to open in it. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser } from 'playwright-core'
import type { Newsroom } from 'pressfeed'
import { toNodeListener } from 'pressfeed/node'
import { createHandler } from 'pressfeed/web'

const executables = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Starts Chromium. */
export function openBrowser(): Promise<Browser> {
  const { CHROMIUM = '' } = process.env
  const found = [CHROMIUM, ...executables].find((path) => path !== '' && existsSync(path))
  if (found === undefined) {
    throw new Error(
      'No Chromium: install it (apt-get install chromium), or name it in the variable CHROMIUM',
    )
  }
  // As root, as in a container, its sandbox does not start.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: found, args })
}

/** A newsroom at an address of this machine. */
export interface Site {
  readonly origin: string
  readonly close: () => Promise<void>
}

const pictures = 'examples/press-release/news/images'

/** Serves what a newsroom of this address has, and its pictures. */
export async function serveSite(newsroomAt: (origin: string) => Newsroom): Promise<Site> {
  const server = createServer((request, response) => {
    handle(request, response)
  })
  const { port } = await listen(server)
  const origin = `http://127.0.0.1:${port}`
  const handler = createHandler(newsroomAt(origin), {
    now: () => new Date('2026-04-01T00:00:00Z'),
    onError: (error) => {
      throw error
    },
    otherwise: ({ url }) => {
      const { pathname } = new URL(url)
      // A browser asks for it beside what has no head to name another.
      if (pathname === '/favicon.ico') return new Response(null, { status: 204 })
      if (!pathname.startsWith('/img/')) return new Response('', { status: 404 })
      const file = readFileSync(`${pictures}/${pathname.slice('/img/'.length)}`)
      return new Response(new Uint8Array(file), { headers: { 'content-type': 'image/png' } })
    },
  })
  const handle = toNodeListener(handler)
  return {
    origin,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

function listen(server: Server): Promise<AddressInfo> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(server.address() as AddressInfo))
  })
}
