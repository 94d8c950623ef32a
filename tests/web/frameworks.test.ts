import { Buffer } from 'node:buffer'
import { createServer, request as ask, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import express from 'express'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toNodeListener } from 'pressfeed/node'
import { createHandler, type Handler, type HandlerOptions } from 'pressfeed/web'
import type { Newsroom } from 'pressfeed'
import { article, articles, head } from '../node/build-folder.js'

const now = () => new Date('2026-06-01T12:00:00Z')

const whole: Newsroom = {
  ...head,
  hub: 'https://hub.example/',
  articles: articles(3),
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'atom', path: '/fr/atom.xml', only: { language: 'en' } },
    { format: 'json', path: '/feed.json', limit: 1, archive: { size: 1 } },
  ],
  opml: '/feeds.opml',
}

interface Framework {
  readonly name: string
  /** Where the feeds are: `/` or `/press/`. */
  readonly base: string
  /** Whether it refuses a request without a host, and a path with a backslash, before the handler sees them. */
  readonly isStrict?: boolean
  readonly serve: (handler: Handler) => Server
}

const frameworks: readonly Framework[] = [
  { name: 'node:http', base: '/', serve: (handler) => createServer(toNodeListener(handler)) },
  {
    name: 'Hono',
    base: '/',
    isStrict: true,
    serve: (handler) => ofHono(new Hono().all('*', (context) => handler(context.req.raw))),
  },
  {
    name: 'Hono beside another route',
    base: '/',
    isStrict: true,
    serve: (handler) => {
      const app = new Hono().get('/page', (context) => context.text('A page.'))
      return ofHono(app.all('*', (context) => handler(context.req.raw)))
    },
  },
  { name: 'Express', base: '/', serve: (handler) => ofExpress(handler, '/') },
  { name: 'Express at a path', base: '/press/', serve: (handler) => ofExpress(handler, '/press') },
]

function ofHono({ fetch }: Pick<Hono, 'fetch'>): Server {
  return createAdaptorServer({ fetch }) as Server
}

function ofExpress(handler: Handler, path: string): Server {
  // The only header that Express adds of its own.
  const app = express().disable('x-powered-by')
  return createServer(app.use(path, toNodeListener(handler)))
}

/** An answer as it came over the wire, or straight from the handler. */
interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Buffer
}

interface Asked {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

// What a connection says of itself, not the handler of the document.
const ofConnection = ['connection', 'date', 'keep-alive', 'transfer-encoding']

/** The same answer where a server may add the length that the handler left to it. */
function comparable({ status, headers, body }: Answer, { headers: wanted }: Answer): unknown {
  const kept = Object.entries(headers).filter(
    ([name]) =>
      !ofConnection.includes(name) && (name !== 'content-length' || 'content-length' in wanted),
  )
  return { status, headers: Object.fromEntries(kept), body: body.toString('latin1') }
}

async function direct(handler: Handler, { path, ...init }: Asked): Promise<Answer> {
  const response = await handler(new Request(`https://newsroom.example${path}`, init))
  const whole = Buffer.from(await response.arrayBuffer())
  // Servers send none to HEAD, whatever they are given.
  const body = init.method === 'HEAD' ? Buffer.alloc(0) : whole
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}

function overHttp(port: number, { method = 'GET', path, headers = {} }: Asked): Promise<Answer> {
  return new Promise((done, fail) => {
    // No agent: a path is sent as it is, and no connection is left open.
    const options = { host: '127.0.0.1', port, agent: false, method, path, headers }
    const asked = ask(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response
        done({ status, headers, body: Buffer.concat(chunks) })
      })
    })
    asked.on('error', fail).end()
  })
}

/** Sends lines as they are. What comes back until the server ends the connection. */
function overSocket(port: number, lines: readonly string[]): Promise<Answer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', fail)
    socket.on('end', () => {
      const bytes = Buffer.concat(chunks)
      const end = bytes.indexOf('\r\n\r\n')
      const [first = '', ...rest] = bytes.subarray(0, end).toString('latin1').split('\r\n')
      const headers = rest.map((line) => /^(.*?): *(.*)$/.exec(line)?.slice(1) ?? [])
      done({
        status: Number(first.split(' ')[1]),
        headers: Object.fromEntries(
          headers.map(([name = '', value]) => [name.toLowerCase(), value]),
        ),
        body: bytes.subarray(end + 4),
      })
    })
  })
}

const open: Server[] = []

async function listen(server: Server): Promise<number> {
  open.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

afterAll(async () => {
  for (const server of open) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

describe.each(frameworks)('$name', ({ base, isStrict = false, serve }) => {
  /** A handler of its own, and a port at which it answers. */
  async function start(newsroom: Partial<Newsroom> = {}, options: HandlerOptions = {}) {
    const site = `https://newsroom.example${base}`
    const handler = createHandler({ ...whole, site, ...newsroom }, { now, ...options })
    return { handler, port: await listen(serve(handler)) }
  }

  let handler: Handler
  let port: number
  let rss: Answer
  beforeAll(async () => {
    ;({ handler, port } = await start())
    rss = await direct(handler, { path: `${base}rss.xml` })
    expect(rss.status).toBe(200)
  })

  const feed = `${base}rss.xml`
  const requests: readonly (readonly [string, number, () => Asked])[] = [
    ['RSS', 200, () => ({ path: feed })],
    ['Atom', 200, () => ({ path: `${base}fr/atom.xml` })],
    ['JSON Feed', 200, () => ({ path: `${base}feed.json` })],
    ['OPML', 200, () => ({ path: `${base}feeds.opml` })],
    ['a query', 200, () => ({ path: `${feed}?utm_source=a&b=%20` })],
    ['HEAD', 200, () => ({ path: feed, method: 'HEAD' })],
    [
      'the tag of what is known',
      304,
      () => ({ path: feed, headers: { 'if-none-match': String(rss.headers['etag']) } }),
    ],
    [
      'HEAD with the tag of what is known',
      304,
      () => ({
        ...{ path: feed, method: 'HEAD' },
        headers: { 'if-none-match': `W/${String(rss.headers['etag'])}` },
      }),
    ],
    [
      'the time of what is known',
      304,
      () => ({
        path: feed,
        headers: { 'if-modified-since': String(rss.headers['last-modified']) },
      }),
    ],
    ['another tag', 200, () => ({ path: feed, headers: { 'if-none-match': '"a"' } })],
    [
      'gzip, which is not offered',
      200,
      () => ({ path: feed, headers: { 'accept-encoding': 'gzip' } }),
    ],
    ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].map(
      (method) => [method, 405, () => ({ path: feed, method })] as const,
    ),
    ...[
      '',
      'rss',
      'RSS.xml',
      'rss.xml/',
      'fr/',
      '..%2frss.xml',
      '__proto__',
      '%',
      '%00',
      'a%0d%0ab',
    ].map((path) => [`nothing at ${base}${path}`, 404, () => ({ path: base + path })] as const),
    ['HEAD where nothing is', 404, () => ({ path: `${base}rss`, method: 'HEAD' })],
    ['POST where nothing is', 404, () => ({ path: `${base}rss`, method: 'POST' })],
  ]

  it.each(requests)('answers as the handler does: %s', async (_, status, askedOf) => {
    const asked = askedOf()
    const wanted = await direct(handler, asked)
    expect(wanted.status).toBe(status)
    if (status === 405) expect(wanted.headers).toMatchObject({ allow: 'GET, HEAD' })
    expect(comparable(await overHttp(port, asked), wanted)).toEqual(comparable(wanted, wanted))
  })

  it('serves the archive page that JSON Feed names', async () => {
    const { next_url: next = '' } = JSON.parse(
      String((await overHttp(port, { path: `${base}feed.json` })).body),
    ) as { next_url?: string }
    const asked = { path: new URL(next).pathname }
    expect(asked.path).toContain('feed-archive/')
    const wanted = await direct(handler, asked)
    expect(wanted.status).toBe(200)
    expect(comparable(await overHttp(port, asked), wanted)).toEqual(comparable(wanted, wanted))
  })

  it('takes no other host out of a path', async () => {
    for (const path of [`//evil.example${feed}`, `//evil.example${base}`]) {
      const { status, body } = await overHttp(port, { path })
      expect([path, status]).toEqual([path, 404])
      expect(String(body)).not.toContain('<rss')
    }
    const { status } = await overHttp(port, { path: `/\\evil.example${feed}` })
    expect(status).toBe(isStrict ? 400 : 404)
  })

  it('takes a whole address for its path, whatever its host', async () => {
    for (const host of ['newsroom.example', '127.0.0.1:1', 'a.example']) {
      const answer = await overSocket(port, [
        ...[`GET http://${host}${feed} HTTP/1.1`, 'Host: newsroom.example', 'Connection: close'],
      ])
      expect([host, comparable(answer, rss)]).toEqual([host, comparable(rss, rss)])
    }
    const nothing = [`GET http://newsroom.example HTTP/1.1`, 'Host: a', 'Connection: close']
    expect((await overSocket(port, nothing)).status).toBe(404)
  })

  it('has to be told the host where HTTP says so', async () => {
    // RFC 9112, section 3.2: Node refuses it, before anybody is asked.
    const strict = await overSocket(port, [`GET ${feed} HTTP/1.1`, 'Connection: close'])
    expect(strict.status).toBe(400)
    const old = await overSocket(port, [`GET ${feed} HTTP/1.0`])
    if (isStrict) expect(old.status).toBe(400)
    else expect(comparable(old, rss)).toEqual(comparable(rss, rss))
  })

  it('survives methods that a Request cannot have', async () => {
    const answer = await overSocket(port, [
      ...[`TRACE ${feed} HTTP/1.1`, 'Host: newsroom.example', 'Connection: close'],
    ])
    expect([405, 501]).toContain(answer.status)
    expect((await overHttp(port, { path: feed })).status).toBe(200)
  })

  it('compresses once, if it is asked to', async () => {
    const packed = await start({}, { compress: true })
    const headers = { 'accept-encoding': 'gzip' }
    const wanted = await direct(packed.handler, { path: feed, headers })
    expect(wanted.headers['content-encoding']).toBe('gzip')
    const sent = await overHttp(packed.port, { path: feed, headers })
    expect(comparable(sent, wanted)).toEqual(comparable(wanted, wanted))
    const read = await fetch(`http://127.0.0.1:${packed.port}${feed}`, { headers })
    expect(read.headers.get('content-encoding')).toBe('gzip')
    expect(await read.text()).toBe(rss.body.toString())
  })

  it('hands on what the handler leaves to others, with each of its cookies', async () => {
    const cookies = ['a=1; Path=/', 'b=2; Expires=Thu, 01 Jan 2026 02:00:00 GMT']
    const otherwise = () =>
      new Response('Another page.', {
        status: 203,
        headers: cookies.map((cookie): [string, string] => ['set-cookie', cookie]),
      })
    const { port } = await start({}, { otherwise })
    const { status, headers, body } = await overHttp(port, { path: `${base}other` })
    expect([status, String(body)]).toEqual([203, 'Another page.'])
    expect(headers['set-cookie']).toEqual(cookies)
    expect((await overHttp(port, { path: feed })).body).toEqual(rss.body)
  })

  it('gives a 500 without a word, and goes on', async () => {
    const { port } = await start({ articles: () => Promise.reject(new Error('/srv/secret')) })
    for (const path of [feed, `${base}feed.json`]) {
      const { status, body } = await overHttp(port, { path })
      expect([status, String(body)]).toEqual([500, 'The feed cannot be made at present.\n'])
    }
  })

  it('reads the articles once for 50 requests at once', async () => {
    let readings = 0
    const slow = async () => {
      readings += 1
      await new Promise((done) => setTimeout(done, 50))
      return articles(3)
    }
    const { port } = await start({ articles: slow })
    const paths = ['rss.xml', 'feed.json', 'fr/atom.xml', 'feeds.opml', 'none']
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        overHttp(port, { path: `${base}${paths[number % 5]}` }),
      ),
    )
    expect(all.map(({ status }) => status)).toEqual(
      Array.from({ length: 50 }, (_, number) => (number % 5 === 4 ? 404 : 200)),
    )
    expect(readings).toBe(1)
  })

  it('is not harmed by clients that hang up early', async () => {
    const errors: unknown[] = []
    const body = `<p>${'A long text. '.repeat(400_000)}</p>`
    const slow = async () => {
      await new Promise((done) => setTimeout(done, 50))
      return [article(1, { body })]
    }
    const { port } = await start({ articles: slow }, { onError: (error) => errors.push(error) })
    // Before the answer is there, and in the middle of it.
    await Promise.all([...Array(5).keys()].map(() => hangUp(port, false)))
    await Promise.all([...Array(5).keys()].map(() => hangUp(port, true)))
    const answer = await overHttp(port, { path: feed })
    expect([answer.status, errors]).toEqual([200, []])
    expect(answer.body.length).toBeGreaterThan(body.length)
    expect(answer.headers['content-length']).toBe(String(answer.body.length))
  })

  function hangUp(port: number, isAtFirstBytes: boolean): Promise<void> {
    return new Promise((done, fail) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`GET ${feed} HTTP/1.1\r\nHost: newsroom.example\r\n\r\n`)
        if (!isAtFirstBytes) setTimeout(() => socket.destroy(), 10)
      })
      socket.on('data', () => void (isAtFirstBytes && socket.destroy()))
      socket.on('error', fail)
      socket.on('close', () => done())
    })
  }
})

describe('what is beside the feeds', () => {
  it('is answered by routes before the handler', async () => {
    const { serve } = frameworks.find(({ name }) => name === 'Hono beside another route')!
    const port = await listen(serve(createHandler(whole, { now })))
    expect(String((await overHttp(port, { path: '/page' })).body)).toBe('A page.')
    expect((await overHttp(port, { path: '/rss.xml' })).status).toBe(200)
  })

  it('is answered by a whole application behind it', async () => {
    const app = new Hono().get('/page', (context) => context.text('A page.'))
    const handler = createHandler(whole, { now, otherwise: (request) => app.fetch(request) })
    const port = await listen(createAdaptorServer({ fetch: handler }) as Server)
    const [page, none, rss] = await Promise.all(
      ['/page', '/none', '/rss.xml'].map((path) => overHttp(port, { path })),
    )
    expect([page?.status, String(page?.body)]).toEqual([200, 'A page.'])
    expect([none?.status, String(none?.body)]).toEqual([404, '404 Not Found'])
    expect(rss?.status).toBe(200)
  })
})
