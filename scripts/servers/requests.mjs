// The requests that every server is asked, and what of its answers has to be the same.
import { request as ask } from 'node:http'
import { gunzipSync } from 'node:zlib'

const documents = ['/rss.xml', '/atom.xml', '/feed.json', '/ferries.xml', '/feeds.opml']

/** `tag` and `time` are those of `/rss.xml` as Node serves it. */
export function requests({ tag, time }) {
  const rss = (headers, method = 'GET') => ({ method, path: '/rss.xml', headers })
  return [
    ...documents.map((path) => ({ path })),
    ...documents.map((path) => ({ path, method: 'HEAD' })),
    { path: '/rss.xml?utm_source=a&b=%20' },
    rss({ 'if-none-match': tag }),
    rss({ 'if-none-match': `"a", W/${tag}` }),
    rss({ 'if-none-match': tag }, 'HEAD'),
    rss({ 'if-none-match': '"a"' }),
    rss({ 'if-modified-since': time }),
    rss({ 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' }),
    ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].map((method) => rss({}, method)),
    ...['/', '/rss', '/RSS.xml', '/rss.xml/', '/..%2frss.xml', '/%', '/__proto__'].map((path) => ({
      path,
    })),
    { path: '/rss', method: 'HEAD' },
    { path: '/rss', method: 'POST' },
    { path: '//evil.example/rss.xml' },
    { path: 'http://tides.example/rss.xml' },
  ]
}

/** The answer as it came over the wire; the path is sent as it is. */
export function get(port, { method = 'GET', path, headers = {} }) {
  return new Promise((done, fail) => {
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      headers,
      agent: false,
      timeout: 10_000,
    }
    const asked = ask(options, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        done({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        })
      })
    })
    asked.on('timeout', () => asked.destroy(new Error(`no answer to ${method} ${path}`)))
    asked.on('error', fail).end()
  })
}

export function unpacked({ body }) {
  return gunzipSync(body)
}

/** For how many seconds an answer may be kept. */
export function maxAge({ headers }) {
  return Number(/max-age=(\d+)/.exec(headers['cache-control'])?.[1])
}

const ofConnection = ['connection', 'date', 'keep-alive', 'transfer-encoding']

/**
 * All that has to be the same, as a text. `isMoving` says that an hour is near, so that the time to keep an answer
 * depends on when it was asked; `isBuilt`, that the document was built before.
 */
export function facts({ status, headers, body }, wanted, { isMoving, isBuilt }) {
  const said = Object.entries(headers).flatMap(([name, value]) => {
    if (ofConnection.includes(name)) return []
    // Where the handler says nothing of it, a server may count for itself.
    if (name === 'content-length' && !(name in wanted.headers)) return []
    const isLater = name === 'last-modified' && !saysWhen(headers, isBuilt)
    const moved = isMoving ? value.replace(/max-age=\d+/, 'max-age=…') : value
    return [`${name}: ${isLater && !Number.isNaN(Date.parse(value)) ? 'a time' : moved}`]
  })
  return `${status}\n${said.sort().join('\n')}\n\n${body.toString('latin1')}`
}

// A list of feeds, and the text of a JSON Feed, have no time of their own: it is that at which a server had them first.
function saysWhen({ 'content-type': type = '' }, isBuilt) {
  return !type.startsWith('text/x-opml') && !(isBuilt && type.startsWith('application/feed+json'))
}
