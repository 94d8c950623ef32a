/**
 * What HTTP asks of the handler, a row a sentence, with the section of RFC 9110 that it is from. Every row is asked three
 * times: as a Request, as bytes over a socket through `node:http`, and by HTTP/2; and each time with HEAD too.
 */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createHandler, type Handler } from 'pressfeed/web'
import type { Newsroom } from 'pressfeed'
import { article, articles, head } from '../node/build-folder.js'
import {
  asBytes,
  asStreams,
  asValue,
  serveHttp1,
  serveHttp2,
  type Answer,
  type Ask,
  type Send,
} from './transports.js'

const now = () => new Date('2026-06-01T12:00:00Z')

const newsroom: Newsroom = {
  ...head,
  hub: 'https://hub.example/',
  articles: articles(3),
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'atom', path: '/fr/atom.xml' },
    { format: 'json', path: '/actualité/flux.json', limit: 1, archive: { size: 1 } },
  ],
  opml: '/feeds.opml',
}

/** The three ways, to one handler. */
async function waysTo(handler: Handler): Promise<Readonly<Record<Way, Send>>> {
  return {
    value: asValue(handler),
    'HTTP/1.1': asBytes(await serveHttp1(handler)),
    'HTTP/2': asStreams(await serveHttp2(handler)),
  }
}

type Way = (typeof ways)[number]
const ways = ['value', 'HTTP/1.1', 'HTTP/2'] as const

const plain = createHandler(newsroom, { now })
const packed = createHandler(newsroom, { now, compress: true })
let toPlain: Readonly<Record<Way, Send>>
let toPacked: Readonly<Record<Way, Send>>
let rss: Answer
let packedRss: Answer

const gzip = ['accept-encoding', 'gzip'] as const

beforeAll(async () => {
  toPlain = await waysTo(plain)
  toPacked = await waysTo(packed)
  rss = await toPlain.value({ target: '/rss.xml' })
  packedRss = await toPacked.value({ target: '/rss.xml', headers: [gzip] })
  expect(rss.headers['last-modified']).toBe('Thu, 01 Jan 2026 02:00:00 GMT')
})

/** That an answer is the feed, whole. */
function expectWhole(answer: Answer, wanted: Answer): void {
  expect(answer).toEqual(wanted)
  expect(answer.headers['content-length']).toBe(String(answer.body.length))
}

// Section 15.4.5: what a 200 would have said of the document, and nothing of a body.
function expectKnown(answer: Answer, wanted: Answer): void {
  const {
    'content-length': _length,
    'content-type': _type,
    'content-encoding': _encoding,
    'x-content-type-options': _options,
    ...kept
  } = wanted.headers
  expect(answer).toEqual({ status: 304, headers: kept, body: '' })
  for (const name of ['etag', 'cache-control', 'vary', 'last-modified']) {
    expect(Object.keys(kept)).toContain(name)
  }
}

/** Section, what is asked, headers ({etag} and {hex} are those of the feed), status. */
type Row = readonly [string, string, readonly string[], 200 | 304 | 412]

const conditions: readonly Row[] = [
  // If-None-Match: a weak comparison.
  ['13.1.2', 'its tag', ['If-None-Match: {etag}'], 304],
  ['13.1.2', 'its tag, weak', ['If-None-Match: W/{etag}'], 304],
  ['13.1.2', 'its tag among others', ['If-None-Match: "a", W/"b" , {etag}'], 304],
  ['8.8.3', 'its tag behind one with a comma', ['If-None-Match: "a,b",{etag}'], 304],
  ['5.6.1', 'a list with nothing between commas', ['If-None-Match: , ,{etag},'], 304],
  ['5.3', 'its tag in a second line', ['If-None-Match: "a"', 'If-None-Match: {etag}'], 304],
  ['13.1.2', 'any', ['If-None-Match: *'], 304],
  ['13.1.2', 'another tag', ['If-None-Match: "a"'], 200],
  ['13.1.2', 'a star that is a tag', ['If-None-Match: "*"'], 200],
  ['13.1.2', 'a star within a tag', ['If-None-Match: "a,*,b"'], 200],
  ['13.1.2', 'a star in a list', ['If-None-Match: *, "a"'], 200],
  ['8.8.3', 'its tag without quotes', ['If-None-Match: {hex}'], 200],
  ['8.8.3', 'half of its quotes', ['If-None-Match: "{hex}'], 200],
  ['8.8.3', 'a small w', ['If-None-Match: w/{etag}'], 200],
  ['8.8.3', 'its tag in capitals', ['If-None-Match: "{HEX}"'], 200],
  ['8.8.3', 'its tag with more behind it', ['If-None-Match: "{hex}-gzip"'], 200],
  ['8.8.3', 'a tag with the mark of weak ones in it', ['If-None-Match: "{hex}W/"'], 200],
  ['8.8.3', 'the end of another tag', ['If-None-Match: "x,{etag}'], 200],
  ['13.1.2', 'no tag at all', ['If-None-Match:'], 200],
  // If-Modified-Since.
  ['13.1.3', 'its time', ['If-Modified-Since: Thu, 01 Jan 2026 02:00:00 GMT'], 304],
  ['13.1.3', 'a later time', ['If-Modified-Since: Fri, 02 Jan 2026 02:00:00 GMT'], 304],
  ['13.1.3', 'a time to come', ['If-Modified-Since: Wed, 01 Jan 2098 00:00:00 GMT'], 304],
  ['13.1.3', 'a second too early', ['If-Modified-Since: Thu, 01 Jan 2026 01:59:59 GMT'], 200],
  ['5.6.7', 'the form of RFC 850', ['If-Modified-Since: Thursday, 01-Jan-26 02:00:00 GMT'], 304],
  ['5.6.7', 'that form, too early', ['If-Modified-Since: Thursday, 01-Jan-26 01:59:59 GMT'], 200],
  ['5.6.7', 'fifty years ahead', ['If-Modified-Since: Wednesday, 01-Jan-76 00:00:00 GMT'], 304],
  ['5.6.7', 'more: the century before', ['If-Modified-Since: Sunday, 02-Jan-77 00:00:00 GMT'], 200],
  ['5.6.7', 'the form of asctime', ['If-Modified-Since: Thu Jan  1 02:00:00 2026'], 304],
  ['5.6.7', 'that form, too early', ['If-Modified-Since: Thu Jan  1 01:59:59 2026'], 200],
  ['5.6.7', 'that form, two digits', ['If-Modified-Since: Fri Jan 16 01:59:59 2026'], 304],
  ['5.6.7', 'a leap second', ['If-Modified-Since: Thu, 01 Jan 2026 01:59:60 GMT'], 304],
  ['5.6.7', 'parts of a second', ['If-Modified-Since: Fri, 02 Jan 2026 02:00:00.5 GMT'], 200],
  ['5.6.7', 'small letters', ['If-Modified-Since: fri, 02 jan 2026 02:00:00 gmt'], 200],
  ['5.6.7', 'another zone', ['If-Modified-Since: Fri, 02 Jan 2026 02:00:00 +0000'], 200],
  ['5.6.7', 'no zone', ['If-Modified-Since: Fri, 02 Jan 2026 02:00:00'], 200],
  ['5.6.7', 'no such day', ['If-Modified-Since: Mon, 30 Feb 2026 02:00:00 GMT'], 200],
  ['5.6.7', 'no such hour', ['If-Modified-Since: Fri, 02 Jan 2026 24:00:00 GMT'], 200],
  ['13.1.3', 'the form of ISO 8601', ['If-Modified-Since: 2026-01-02T02:00:00Z'], 200],
  ['13.1.3', 'a number', ['If-Modified-Since: 0'], 200],
  ['13.1.3', 'no date', ['If-Modified-Since: yesterday'], 200],
  [
    ...(['13.1.3', 'two in a line'] as const),
    ['If-Modified-Since: Fri, 02 Jan 2026 02:00:00 GMT, Fri, 02 Jan 2026 02:00:00 GMT'],
    200,
  ],
  // If-Match: a strong comparison. If-Unmodified-Since.
  ['13.1.1', 'if it is this', ['If-Match: {etag}'], 200],
  ['13.1.1', 'if it is one of these', ['If-Match: "a", {etag}'], 200],
  ['13.1.1', 'if it is there', ['If-Match: *'], 200],
  ['13.1.1', 'if it is another', ['If-Match: "a"'], 412],
  ['13.1.1', 'if it is this, weak', ['If-Match: W/{etag}'], 412],
  ['13.1.4', 'if as old', ['If-Unmodified-Since: Thu, 01 Jan 2026 02:00:00 GMT'], 200],
  ['13.1.4', 'if older', ['If-Unmodified-Since: Thu, 01 Jan 2026 01:59:59 GMT'], 412],
  ['13.1.4', 'if older than no date', ['If-Unmodified-Since: 1970'], 200],
  // Which goes first.
  [
    ...(['13.1.3', 'another tag, its time'] as const),
    ['If-None-Match: "a"', 'If-Modified-Since: Thu, 01 Jan 2026 02:00:00 GMT'],
    200,
  ],
  [
    ...(['13.1.3', 'no tag at all, its time'] as const),
    ['If-None-Match:', 'If-Modified-Since: Thu, 01 Jan 2026 02:00:00 GMT'],
    200,
  ],
  [
    ...(['13.1.3', 'its tag, an early time'] as const),
    ['If-None-Match: {etag}', 'If-Modified-Since: Thu, 01 Jan 1998 02:00:00 GMT'],
    304,
  ],
  [
    ...(['13.1.4', 'if it is this, and older'] as const),
    ['If-Match: {etag}', 'If-Unmodified-Since: Thu, 01 Jan 1998 02:00:00 GMT'],
    200,
  ],
  ['13.2.2', 'if it is another, its tag', ['If-Match: "a"', 'If-None-Match: {etag}'], 412],
  ['13.2.2', 'if it is this, its tag', ['If-Match: {etag}', 'If-None-Match: {etag}'], 304],
  // Ranges: a server may do without.
  ['14.2', 'a range', ['Range: bytes=0-3'], 200],
  ['14.2', 'several ranges', ['Range: bytes=0-3,5-8,-1'], 200],
  ['14.2', 'a range behind the end', ['Range: bytes=99999999-'], 200],
  ['14.2', 'ranges of something else', ['Range: items=1-2'], 200],
  ['13.1.5', 'a range if it is this', ['Range: bytes=0-3', 'If-Range: {etag}'], 200],
  ['13.1.5', 'a range if it is another', ['Range: bytes=0-3', 'If-Range: "a"'], 200],
  ['14.2', 'a range of what is known', ['Range: bytes=0-3', 'If-None-Match: {etag}'], 304],
  // A feed is what its address says.
  ['12.5.1', 'a page, please', ['Accept: text/html'], 200],
  ['12.5.1', 'JSON, please', ['Accept: application/json, */*;q=0'], 200],
  ['12.5.2', 'another charset', ['Accept-Charset: iso-8859-1'], 200],
  ['12.5.4', 'another language', ['Accept-Language: ar'], 200],
  ['12.5.3', 'another encoding', ['Accept-Encoding: br, zstd'], 200],
  // Nobody else's header changes what is asked for.
  ['7.1', 'another address', ['X-Original-URL: /a', 'X-Rewrite-URL: /a'], 200],
  ['7.2', 'another host', ['X-Forwarded-Host: evil.example', 'Forwarded: host=evil.example'], 200],
  ['9.1', 'another method', ['X-HTTP-Method-Override: DELETE'], 200],
]

function filledIn(headers: readonly string[], etag: string): Ask['headers'] {
  const hex = etag.replaceAll('"', '')
  return headers.map((line) => {
    const [, name = '', value = ''] = /^([\w-]+): ?(.*)$/.exec(line) ?? []
    const filled = value.replaceAll('{etag}', etag).replaceAll('{hex}', hex)
    return [name, filled.replaceAll('{HEX}', hex.toUpperCase())]
  })
}

describe.each(ways)('conditions, %s', (way) => {
  it.each(conditions)('%s: %s', async (_, _what, headers, status) => {
    for (const isPacked of [false, true]) {
      const wanted = isPacked ? packedRss : rss
      const send = (isPacked ? toPacked : toPlain)[way]
      const given = filledIn(headers, wanted.headers['etag'] ?? '') ?? []
      // The last row of encodings has its own.
      const others = given.some(([name]) => name === 'Accept-Encoding')
      if (isPacked && others) continue
      const ask = { target: '/rss.xml', headers: isPacked ? [...given, gzip] : given }
      const answer = await send(ask)
      expect(answer.status).toBe(status)
      if (status === 200) expectWhole(answer, wanted)
      if (status === 304) expectKnown(answer, wanted)
      // Section 9.3.2: HEAD says what GET says.
      expect(await send({ ...ask, method: 'HEAD' })).toEqual({ ...answer, body: '' })
    }
  })

  it('8.8.3.3: the tag of one encoding is not that of the other', async () => {
    const send = toPacked[way]
    const [one, other] = [rss, packedRss].map(({ headers }) => headers['etag'] ?? '')
    const known = (tag = '') => ['if-none-match', tag] as const
    const statusOf = async (...headers: readonly (readonly [string, string])[]) =>
      (await send({ target: '/rss.xml', headers })).status
    expect(one).not.toBe(other)
    expect(await statusOf(known(one))).toBe(304)
    expect(await statusOf(known(other), gzip)).toBe(304)
    expect(await statusOf(known(other))).toBe(200)
    expect(await statusOf(known(one), gzip)).toBe(200)
  })

  it('8.3, 8.6, 12.5.5: every document says what it is, how long, and what it depends on', async () => {
    const types: Readonly<Record<string, string>> = {
      '/rss.xml': 'application/rss+xml; charset=utf-8',
      '/fr/atom.xml': 'application/atom+xml; charset=utf-8',
      '/actualit%C3%A9/flux.json': 'application/feed+json; charset=utf-8',
      '/feeds.opml': 'text/x-opml; charset=utf-8',
    }
    for (const [target, type] of Object.entries(types)) {
      for (const send of [toPlain[way], toPacked[way]]) {
        const { headers, body } = await send({ target, headers: [gzip] })
        expect(headers).toMatchObject({
          'content-type': type,
          'content-length': String(body.length),
          vary: 'Accept-Encoding',
          'cache-control': 'public, max-age=300, must-revalidate',
        })
      }
      const { headers, body } = await toPlain[way]({ target })
      const hash = createHash('sha256').update(body, 'latin1').digest('hex').slice(0, 32)
      expect(headers['etag']).toBe(`"${hash}"`)
    }
  })
})

it('13.1.3: two lines of If-Modified-Since are none', async () => {
  // Node keeps the first of them; the rule is for where they arrive as they were sent.
  const later = ['if-modified-since', 'Fri, 02 Jan 2026 02:00:00 GMT'] as const
  expectWhole(await toPlain.value({ target: '/rss.xml', headers: [later, later] }), rss)
})

/** Method, and status on each way. What `node:http` refuses itself it answers with 400. */
const methods: readonly (readonly [string, number | undefined, number, number])[] = [
  ['POST', 405, 405, 405],
  ['PUT', 405, 405, 405],
  ['DELETE', 405, 405, 405],
  ['PATCH', 405, 405, 405],
  ['OPTIONS', 405, 405, 405],
  ['PROPFIND', 405, 405, 405],
  ['M-SEARCH', 405, 405, 405],
  ['PURGE', 405, 405, 405],
  ['MADE-UP', 405, 400, 405],
  ['patch', 405, 400, 405],
  // 9.1: methods are case-sensitive. A Request makes GET of it, so it is not told from GET there.
  ['get', 200, 400, 501],
  ['head', 200, 400, 501],
  // 15.6.2: a Request cannot have these, so the listener knows no such method.
  ['TRACE', undefined, 501, 501],
  ['TRACK', undefined, 400, 501],
]

describe.each(methods)('15.5.6: the method %s', (method, asValue, asBytes, asStreams) => {
  it.each([
    ['value', asValue] as const,
    ['HTTP/1.1', asBytes] as const,
    ['HTTP/2', asStreams] as const,
  ])('%s', async (way, status) => {
    const send = toPlain[way]
    if (status === undefined) {
      return void (await expect(send({ method, target: '/rss.xml' })).rejects.toThrow())
    }
    const answer = await send({ method, target: '/rss.xml' })
    expect(answer.status).toBe(status)
    expect(answer.headers['allow']).toBe(status === 405 ? 'GET, HEAD' : undefined)
    if (status === 405) expect(answer.headers['content-length']).toBe(String(answer.body.length))
    if (status !== 200) expect(answer.body).not.toContain('<rss')
    // What is not there is not there for any method.
    const nothing = await send({ method, target: '/none' })
    expect(nothing.status).toBe(status === 405 || status === 200 ? 404 : status)
    expectWhole(await send({ target: '/rss.xml' }), rss)
  })
})

const long = 'a'.repeat(64_000)

/** Target, and what is there. */
const targets: readonly (readonly [string, 'rss' | 'atom' | 'json' | undefined])[] = [
  ['/rss.xml', 'rss'],
  ['/rss.xml?', 'rss'],
  ['/rss.xml?utm_source=a&b=%20#c', 'rss'],
  ['/rss.xml?/../../x', 'rss'],
  ['/rss.xml?%', 'rss'],
  ['/fr/atom.xml', 'atom'],
  // Dot segments go before anything is looked for (RFC 3986, section 5.2.4), also written with %2e (6.2.2.2).
  ['/./rss.xml', 'rss'],
  ['/x/../rss.xml', 'rss'],
  ['/../../rss.xml', 'rss'],
  ['/fr/./x/../atom.xml', 'atom'],
  ['/x/%2e%2E/rss.xml', 'rss'],
  ['/.%2e/rss.xml', 'rss'],
  ['/rss.xml/.', undefined],
  ['/rss.xml/..', undefined],
  ['/...//rss.xml', undefined],
  // The same character, written in another way (4.2.3).
  ['/%72ss%2Exml', 'rss'],
  ['/actualit%C3%A9/flux.json', 'json'],
  ['/actualit%c3%a9/flux.json', 'json'],
  ['/actualite%CC%81/flux.json', undefined],
  ['/actualit%E9/flux.json', undefined],
  // A slash that is written in another way is none (RFC 3986, section 2.2).
  ['/%2Frss.xml', undefined],
  ['/fr%2fatom.xml', undefined],
  ['/fr%252fatom.xml', undefined],
  ['/x%2f..%2frss.xml', undefined],
  ['/fr%5Catom.xml', undefined],
  ['/..%5c..%5crss.xml', undefined],
  // Nearly.
  ['/', undefined],
  ['//', undefined],
  ['//rss.xml', undefined],
  ['/fr//atom.xml', undefined],
  ['/rss.xml/', undefined],
  ['/RSS.xml', undefined],
  ['/rss.xml.', undefined],
  ['/rss.xml;a=1', undefined],
  ['/rss.xml%20', undefined],
  ['/rss.xml%3Fa', undefined],
  ['/rss', undefined],
  ['/fr', undefined],
  ['/fr/', undefined],
  ['/atom.xml', undefined],
  ['/actualit/flux.json', undefined],
  ['/actualit%C3%A9/flux-archive/2026-01-01-00000000.json', undefined],
  ['/rss-archive/2026-01-01-00000000.xml', undefined],
  ['/rss-archive/../../etc/passwd', undefined],
  ['/rss-archive/%2e%2e%2f%2e%2e%2fetc%2fpasswd', undefined],
  ['/rss-archive/2026-01-01-00000000.xml%00', undefined],
  // Nothing that text could be.
  ['/%', undefined],
  ['/%z', undefined],
  ['/%zz', undefined],
  ['/%u0041', undefined],
  ['/%00', undefined],
  ['/rss.xml%00', undefined],
  ['/rss.xml%0d%0aSet-Cookie:%20a=b', undefined],
  ['/%c3', undefined],
  ['/%ff%fe', undefined],
  ['/%F0%9F%98%80', undefined],
  ['/__proto__', undefined],
  ['/constructor', undefined],
  ['/toString', undefined],
  [`/${'a'.repeat(8000)}`, undefined],
  [`/${'../'.repeat(2000)}rss.xml`, 'rss'],
  [`/rss.xml?${'a'.repeat(8000)}`, 'rss'],
]

describe.each(ways)('7.1: targets, %s', (way) => {
  it.each(targets)('%s', async (target, format) => {
    const answer = await toPlain[way]({ target })
    expect(answer.status).toBe(format === undefined ? 404 : 200)
    if (format === undefined) {
      expect(answer.body).toBe('There is no feed here.\n')
      expect(Object.keys(answer.headers).sort()).toEqual([
        ...['cache-control', 'content-length', 'content-type'],
      ])
    } else {
      const type = `application/${format === 'json' ? 'feed+json' : `${format}+xml`}; charset=utf-8`
      expect(answer.headers['content-type']).toBe(type)
    }
    expect(await toPlain[way]({ target, method: 'HEAD' })).toEqual({ ...answer, body: '' })
  })
})

it('7.1: what is too long for a server is not too long for the handler', async () => {
  expect((await toPlain.value({ target: `/${long}` })).status).toBe(404)
  expectWhole(await toPlain.value({ target: `/rss.xml?${long}` }), rss)
  expect((await toPlain['HTTP/1.1']({ target: `/${long}` })).status).toBe(431)
  await toPlain['HTTP/2']({ target: `/${long}` }).then(
    ({ status }) => expect([404, 431]).toContain(status),
    (error: unknown) => expect(String(error)).toMatch(/Reset|ERR_HTTP2/),
  )
  for (const way of ways) expectWhole(await toPlain[way]({ target: '/rss.xml' }), rss)
})

/** The present, what a copy may be kept for, and whether the release under embargo until 12:02 is there. */
const times: readonly (readonly [string, number, boolean])[] = [
  ['12:00:00.000', 120, false],
  ['12:00:00.001', 119, false],
  ['12:01:58.999', 1, false],
  ['12:01:59.000', 1, false],
  ['12:01:59.001', 0, false],
  ['12:01:59.999', 0, false],
  ['12:02:00.000', 180, true],
  ['12:04:59.500', 0, true],
  // The other one expires at 12:05.
  ['12:05:00.000', 300, true],
]

describe('RFC 9111, 5.2.2: for how long a copy may be kept', () => {
  const changing: Newsroom = {
    ...newsroom,
    articles: [
      article(1),
      article(2, { expires: '2026-06-01T12:05:00Z' }),
      article(5, { embargo: '2026-06-01T12:02:00Z', published: '2026-06-01T12:02:00Z' }),
    ],
  }

  it.each(times)('at %s', async (time, seconds, isThere) => {
    for (const before of ['12:00:00.000', time]) {
      let present = before
      const handler = createHandler(changing, { now: () => new Date(`2026-06-01T${present}Z`) })
      const send = asValue(handler)
      await send({ target: '/rss.xml' })
      present = time
      for (const method of ['GET', 'HEAD']) {
        const { headers } = await send({ target: '/rss.xml', method })
        expect(headers['cache-control']).toBe(`public, max-age=${seconds}, must-revalidate`)
      }
      const { body, headers } = await send({ target: '/rss.xml' })
      expect(body.includes('Article 5')).toBe(isThere)
      const known = ['if-none-match', headers['etag'] ?? ''] as const
      const { status, headers: again } = await send({ target: '/rss.xml', headers: [known] })
      expect([status, again['cache-control']]).toEqual([304, headers['cache-control']])
    }
  })

  it('counts from the answer, however long the reading took', async () => {
    let time = Date.parse('2026-06-01T12:01:55Z')
    const slow = {
      ...changing,
      articles: () => {
        time += 3500
        return changing.articles as readonly ReturnType<typeof article>[]
      },
    }
    const send = asValue(createHandler(slow, { now: () => new Date(time) }))
    const ages: unknown[] = []
    for (let each = 0; each < 3; each += 1) {
      const { headers, body } = await send({ target: '/rss.xml' })
      ages.push([headers['cache-control']?.match(/\d+/)?.[0], body.includes('Article 5')])
      time += 500
    }
    expect(ages).toEqual([
      ['1', false],
      ['1', false],
      ['0', false],
    ])
    time = Date.parse('2026-06-01T12:02:00Z')
    expect((await send({ target: '/rss.xml' })).body).toContain('Article 5')
  })

  it('is never more than the articles are read again for', async () => {
    for (const maxAgeInSeconds of [0, 1, 59, 86_400]) {
      const send = asValue(createHandler(newsroom, { now, maxAgeInSeconds }))
      const { headers } = await send({ target: '/rss.xml' })
      expect(headers['cache-control']).toBe(`public, max-age=${maxAgeInSeconds}, must-revalidate`)
    }
  })
})

const injected = 'X-Injected: yes'
const breaks = ['\r\n', '\n', '\r', '\u2028', '\0', '%0d%0a', '\u010d\u010a']

/** What of a newsroom could come into a header, with a text that tries to end it. */
const injections: readonly (readonly [string, (text: string) => Partial<Newsroom>])[] = [
  ['the title', (text) => ({ title: `Newsroom${text}` })],
  ['the description', (text) => ({ description: `Releases${text}` })],
  ['a hub', (text) => ({ hub: `https://hub.example/${text}` })],
  [
    'one of several hubs',
    (text) => ({ hub: ['https://hub.example/', `https://a.example/?${text}`] }),
  ],
  ['the own address', (text) => ({ site: `https://newsroom.example/press${text}` })],
  ['a path', (text) => ({ feeds: [{ format: 'rss', path: `/rss${text}.xml` }] })],
  ['an article', (text) => ({ articles: [article(1, { title: `A${text}`, link: `/a${text}` })] })],
]

const names = [
  ...['access-control-allow-origin', 'cache-control', 'content-length', 'content-type', 'etag'],
  ...['last-modified', 'link', 'vary', 'x-content-type-options'],
]

describe.each(injections)('11.1 of RFC 9112: nothing gets into the head by %s', (_, withText) => {
  it.each(breaks)('and %j', async (end) => {
    const text = `${end}${injected}${end}${end}<p>`
    const handler = createHandler({ ...newsroom, ...withText(text) }, { now })
    const all = await waysTo(handler)
    const path = withText(text).feeds === undefined ? '/rss.xml' : `/rss${text}.xml`
    const base = withText(text).site === undefined ? '' : `/press${text}`
    const { pathname: target } = new URL(base + path, 'https://newsroom.example/')
    for (const way of ways) {
      const { status, headers } = await all[way]({ target })
      expect([200, 404, 500]).toContain(status)
      expect(names).toEqual(
        expect.arrayContaining(Object.keys(headers).filter((name) => name !== 'retry-after')),
      )
      for (const value of Object.values(headers)) expect(value).toMatch(/^[ -~]+$/)
    }
  })
})

/** Hub, and the header that is made of it; nothing else than an address can be in it. */
const hubs: readonly (readonly [unknown, readonly string[]])[] = [
  ['https://hub.example/', ['https://hub.example/']],
  [' https://hub.example ', ['https://hub.example/']],
  ['https://HUB.example/a b', ['https://hub.example/a%20b']],
  ['https://hub.example/?a=>; rel="b", <c', ['https://hub.example/?a=%3E;%20rel=%22b%22,%20%3Cc']],
  ['https://h\u016fb.example/\u0161', ['https://xn--hb-sua.example/%C5%A1']],
  [
    ['https://a.example/', 'https://b.example/', 'https://a.example'],
    ['https://a.example/', 'https://b.example/'],
  ],
  ['', []],
  [null, []],
]

it.each(hubs)('WebSub, 4: the hub %j stands in Link as in the feed', async (hub, wanted) => {
  const send = asValue(createHandler({ ...newsroom, hub: hub as string }, { now }))
  const { headers, body } = await send({ target: '/fr/atom.xml' })
  const links = wanted.map((href) => `<${href}>; rel="hub"`)
  expect(headers['link']).toBe(
    [...links, '<https://newsroom.example/fr/atom.xml>; rel="self"'].join(', '),
  )
  const inFeed = [...body.matchAll(/<link rel="hub" href="([^"]*)"/g)].map(([, href]) => href)
  expect(inFeed).toEqual(wanted)
})

const secret = '/srv/newsroom/held/second-plant.md'
const failing = () => {
  throw Object.assign(new Error(`ENOENT: no such file or directory, open '${secret}'`), {
    path: secret,
    status: 418,
  })
}

/** What goes wrong, each time with a path in it. */
const failures: readonly (readonly [
  string,
  Partial<Newsroom>,
  Parameters<typeof createHandler>[1],
])[] = [
  ['articles that throw', { articles: failing }, {}],
  ['articles that reject', { articles: () => Promise.reject(new Error(secret)) }, {}],
  ['no articles', { articles: (() => secret) as never }, {}],
  ['an article with an error', { articles: [article(1, { title: '', link: secret })] }, {}],
  [
    'an article with an error in its body',
    { articles: [article(1, { images: [{ url: `javascript:${secret}`, alt: 'A' }] })] },
    {},
  ],
  ['a definition with an error', { language: secret }, {}],
  ['documents that cannot be read', {}, { read: failing }],
  ['documents that are none', {}, { read: (() => ({ path: secret })) as never }],
]

describe.each(failures)('15.6.1: %s', (_, more, options) => {
  it.each(ways)('tells who runs it, and nobody else, %s', async (way) => {
    const errors: unknown[] = []
    const onError = (error: unknown) => errors.push(error)
    const handler = createHandler({ ...newsroom, ...more }, { now, onError, ...options })
    const send = (await waysTo(handler))[way]
    const answer = await send({ target: '/rss.xml' })
    expect(answer).toEqual({
      status: 500,
      headers: {
        'cache-control': 'no-store',
        'content-length': '36',
        'content-type': 'text/plain; charset=utf-8',
        'retry-after': '60',
      },
      body: 'The feed cannot be made at present.\n',
    })
    expect(errors).toHaveLength(1)
    expect(await send({ target: '/rss.xml', method: 'HEAD' })).toEqual({ ...answer, body: '' })
  })
})
