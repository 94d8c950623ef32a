/** What can only be sent over a socket: odd targets and bytes, several requests at once, clients that go away. */
import { Buffer } from 'node:buffer'
import { constants } from 'node:http2'
import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { createHandler, type HandlerOptions } from 'pressfeed/web'
import type { Newsroom } from 'pressfeed'
import { article, articles, head } from '../node/build-folder.js'
import {
  asBytes,
  asStreams,
  asValue,
  exchange,
  openSession,
  readAnswers,
  serveHttp1,
  serveHttp2,
  type Answer,
} from './transports.js'

const now = () => new Date('2026-06-01T12:00:00Z')

const newsroom: Newsroom = {
  ...head,
  articles: articles(3),
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'atom', path: '/fr/atom.xml' },
    { format: 'json', path: '/actualité.json' },
  ],
}

let port: number
let feeds: Readonly<Record<'rss' | 'atom' | 'json', Answer>>

beforeAll(async () => {
  const handler = createHandler(newsroom, { now })
  port = await serveHttp1(handler)
  const send = asValue(handler)
  const [rss, atom, json] = await Promise.all(
    ['/rss.xml', '/fr/atom.xml', '/actualit%C3%A9.json'].map((target) => send({ target })),
  )
  feeds = { rss: rss!, atom: atom!, json: json! }
})

const host = 'Host: newsroom.example'
const close = 'Connection: close'

function bytes(...lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n\r\n`
}

/** Section of RFC 9112 or 3986, first line, more lines, and the feed or status that comes. */
const requests: readonly (readonly [
  string,
  string,
  readonly string[],
  'rss' | 'atom' | 'json' | number,
])[] = [
  // The path of a whole address counts, whatever is in front of it.
  ['3.2.2', 'GET http://newsroom.example/rss.xml HTTP/1.1', [host], 'rss'],
  ['3.2.2', 'GET http://evil.example/rss.xml HTTP/1.1', [host], 'rss'],
  ['3.2.2', 'GET HTTPS://EVIL.example:8443/fr/atom.xml?a HTTP/1.1', [host], 'atom'],
  ['3.2.2', 'GET http://a:b@evil.example/rss.xml HTTP/1.1', [host], 'rss'],
  ['3.2.2', 'GET http://newsroom.example HTTP/1.1', [host], 404],
  ['3.2.2', 'GET http://newsroom.example?/rss.xml HTTP/1.1', [host], 404],
  ['3.2.2', 'GET http:///rss.xml HTTP/1.1', [host], 404],
  ['3.2.2', 'GET ftp://newsroom.example/rss.xml HTTP/1.1', [host], 404],
  ['3.2.4', 'OPTIONS * HTTP/1.1', [host], 404],
  ['3.2.1', 'GET rss.xml HTTP/1.1', [host], 400],
  ['3.2.1', 'GET //evil.example/rss.xml HTTP/1.1', [host], 404],
  // Nor does the host count. HTTP/1.1 wants one.
  ['3.2', 'GET /rss.xml HTTP/1.1', ['Host: evil.example'], 'rss'],
  ['3.2', 'GET /rss.xml HTTP/1.1', ['Host: newsroom.example/fr/atom.xml?'], 'rss'],
  ['3.2', 'GET /rss.xml HTTP/1.1', ['Host:'], 'rss'],
  ['3.2', 'GET /rss.xml HTTP/1.1', [], 400],
  ['2.5', 'GET /rss.xml HTTP/1.0', [], 'rss'],
  ['2.5', 'GET http://evil.example/rss.xml HTTP/1.0', [], 'rss'],
  // What no address can have. Most of it Node itself refuses.
  ['3986, 2', 'GET /actualité.json HTTP/1.1', [host], 400],
  ['3986, 2', 'GET /fr\\atom.xml HTTP/1.1', [host], 404],
  ['3986, 2', 'GET /rss\t.xml HTTP/1.1', [host], 400],
  ['3986, 2', 'GET /rss.xml\t HTTP/1.1', [host], 400],
  ['3986, 2', 'GET /rss.xml\f HTTP/1.1', [host], 400],
  ['3986, 2', 'GET /rss|.xml HTTP/1.1', [host], 404],
  ['3', 'GET /rss.xml\0 HTTP/1.1', [host], 400],
  ['3', 'GET /rss.xml\x01 HTTP/1.1', [host], 400],
  ['3', 'GET /rss .xml HTTP/1.1', [host], 400],
  ['3986, 3.5', 'GET /rss.xml#a HTTP/1.1', [host], 'rss'],
  ['3', 'GET /rss.xml HTTP/3.7', [host], 400],
  // A body is not looked at.
  ['6', 'GET /rss.xml HTTP/1.1', [host, 'Content-Length: 0'], 'rss'],
  ['6.3', 'GET /rss.xml HTTP/1.1', [host, 'Content-Length: 0', 'Transfer-Encoding: chunked'], 400],
  ['5.1', 'GET /rss.xml HTTP/1.1', [host, 'If-None-Match : *'], 400],
  ['5.5', 'GET /rss.xml HTTP/1.1', [host, 'Accept: \xff\xfe'], 'rss'],
]

it.each(requests)('RFC 9112, %s: %s', async (_, first, lines, wanted) => {
  const more = Buffer.from(['', ...lines, close, '', ''].join('\r\n'))
  const sent = Buffer.concat([Buffer.from(first), more])
  const [answer, ...others] = readAnswers(await exchange(port, sent))
  expect(others).toEqual([])
  if (typeof wanted === 'number') {
    expect(answer?.status).toBe(wanted)
    expect(answer?.body).not.toContain('Article')
  } else expect(answer).toEqual(feeds[wanted])
})

/** What HTTP/2 lets through, as Node's client writes it: a character a byte. */
const paths: readonly (readonly [string, 'atom' | 'json' | number])[] = [
  ['/fr/atom.xml', 'atom'],
  ['/fr\\atom.xml', 404],
  ['/actualit\xc3\xa9.json', 'json'],
  ['/actualit\xe9.json', 404],
  ['/rss|.xml', 404],
]

it.each(paths)('RFC 9113, 8.3.1: the path %j', async (target, wanted) => {
  const send = asStreams(await serveHttp2(createHandler(newsroom, { now })))
  const answer = await send({ target })
  if (typeof wanted === 'number') expect(answer.status).toBe(wanted)
  else expect(answer).toEqual(feeds[wanted])
})

describe('one connection', () => {
  it('RFC 9112, 9.3.2: has its answers in the order of the questions', async () => {
    const etag = feeds.rss.headers['etag'] ?? ''
    const answers = readAnswers(
      await exchange(
        port,
        [
          bytes('GET /rss.xml HTTP/1.1', host),
          bytes('GET /none HTTP/1.1', host),
          bytes('GET /rss.xml HTTP/1.1', host, `If-None-Match: ${etag}`),
          bytes('POST /rss.xml HTTP/1.1', host, 'Content-Length: 17') + 'GET /a HTTP/1.1\r\n',
          bytes('GET /actualit%C3%A9.json HTTP/1.1', host),
          bytes('GET /fr/atom.xml HTTP/1.1', host, close),
        ].join(''),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 304, 405, 200, 200])
    expect([answers[0], answers[4], answers[5]]).toEqual([feeds.rss, feeds.json, feeds.atom])
  })

  it('RFC 9112, 9.3: is kept where HTTP/1.0 asks for it, and ended where it does not', async () => {
    const keep = bytes('GET /rss.xml HTTP/1.0', 'Connection: keep-alive')
    const kept = await exchange(port, keep + bytes('GET /fr/atom.xml HTTP/1.0'))
    expect(readAnswers(kept)).toEqual([feeds.rss, feeds.atom])
  })

  it('RFC 9110, 10.1.1: goes on where somebody expects a word first', async () => {
    const sent = bytes('GET /rss.xml HTTP/1.1', host, 'Expect: 100-continue', close)
    const all = (await exchange(port, sent)).toString('latin1')
    const [, rest = ''] = all.split('HTTP/1.1 100 Continue\r\n\r\n')
    expect(readAnswers(Buffer.from(rest, 'latin1'))).toEqual([feeds.rss])
  })
})

// 1.4 MB: more than a connection takes at once.
const large = article(1, { body: `<p>${'A long text. '.repeat(100_000)}</p>` })

/** A newsroom that takes its time. */
function slow(options: HandlerOptions = {}) {
  const errors: unknown[] = []
  const handler = createHandler(
    {
      ...newsroom,
      articles: async () => {
        await new Promise((done) => setTimeout(done, 50))
        return [large]
      },
    },
    { now, onError: (error) => errors.push(error), ...options },
  )
  return { handler, errors }
}

describe('clients that go away', () => {
  const parts = ['GET ', 'GET /rss.xml HTTP/1.1\r\nHost: a', bytes('GET /rss.xml HTTP/1.1', host)]

  it.each(parts)('after %j', async (part) => {
    const { handler, errors } = slow()
    const port = await serveHttp1(handler)
    await Promise.all(
      [0, 10, 60].map(
        (wait) =>
          new Promise<void>((done, fail) => {
            const socket = connect(port, '127.0.0.1', () => {
              socket.write(part)
              setTimeout(() => socket.resetAndDestroy(), wait)
            })
            socket.on('error', fail).on('close', () => done())
          }),
      ),
    )
    const { status, body } = await asBytes(port)({ target: '/rss.xml' })
    expect([status, body.length > 1_300_000, errors]).toEqual([200, true, []])
  })

  it('by HTTP/2, from a stream and from the connection', async () => {
    const { handler, errors } = slow()
    const port = await serveHttp2(handler)
    const session = openSession(port)
    for (const wait of [0, 10, 60, 'first bytes'] as const) {
      await new Promise<void>((done) => {
        const stream = session.request({ ':path': '/rss.xml' })
        const cancel = () => stream.close(constants.NGHTTP2_CANCEL)
        if (wait === 'first bytes') stream.once('data', cancel)
        else setTimeout(cancel, wait)
        stream.on('error', () => undefined).on('close', done)
      })
    }
    const other = openSession(port)
    await new Promise<void>((done) => {
      const stream = other.request({ ':path': '/rss.xml' })
      stream.on('error', () => undefined).on('close', done)
      setTimeout(() => other.destroy(), 10)
    })
    const send = asStreams(port)
    const all = await Promise.all([...Array(5).keys()].map(() => send({ target: '/rss.xml' })))
    expect(all.map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect(new Set(all.map(({ body }) => body)).size).toBe(1)
    expect(errors).toEqual([])
  })
})

describe('a body that breaks off', () => {
  const broken = () => {
    const body = new ReadableStream<Uint8Array>({
      start: (control) => control.enqueue(new TextEncoder().encode('HTTP/1.1 200 OK')),
      pull: (control) => control.error(new Error('gone')),
    })
    return new Response(body, { headers: { 'content-length': '4000' } })
  }

  it('is a 500, and what follows in the connection is answered', async () => {
    const handler = createHandler(newsroom, { now, otherwise: broken })
    const port = await serveHttp1(handler)
    const both = bytes('GET /page HTTP/1.1', host) + bytes('GET /rss.xml HTTP/1.1', host, close)
    const all = await exchange(port, both)
    const at = all.indexOf('HTTP/1.1 200 OK')
    expect(all.subarray(0, at).toString('latin1')).toMatch(/^HTTP\/1.1 500 /)
    expect(readAnswers(all.subarray(at))).toEqual([feeds.rss])
    const [page] = await Promise.all([asStreams(await serveHttp2(handler))({ target: '/page' })])
    expect([page.status, page.body]).toEqual([500, ''])
  })
})
