/** From a document to a response: what caches and readers need to ask as seldom as possible. */
import { mediaTypes } from '../newsroom/media-types.js'
import type { SiteDocument } from './site.js'

/** A document in bytes, with what tells one version of it from another. */
export interface Rendered {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Strong: of the bytes and nothing else. With its quotes. */
  readonly etag: string
  /** In milliseconds since 1970, a whole second. */
  readonly modified: number
  readonly type: string
  /** The value of the header `Link`, if there is one. */
  readonly link: string | undefined
}

/**
 * Renders a document. `before` is what was served at its address: other bytes must not have the same time, or an
 * older one, though all that the document tells of its change is that of its articles, and of one that was removed nothing.
 */
export async function render(
  document: SiteDocument,
  before: Rendered | undefined,
  now: number,
): Promise<Rendered> {
  const { content } = document
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const etag = `"${[...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`
  const type = `${mediaTypes[document.format]}; charset=utf-8`
  const modified = lastModified(document, before, etag, now)
  return { bytes, etag, modified, type, link: linkHeader(document) }
}

function lastModified(
  { updated }: SiteDocument,
  before: Rendered | undefined,
  etag: string,
  now: number,
): number {
  if (before?.etag === etag) return before.modified
  const present = Math.floor(now / 1000) * 1000
  const told = updated === undefined ? present : Math.min(Date.parse(updated), present)
  return before !== undefined && told <= before.modified ? present : told
}

// WebSub, section 4: the addresses to subscribe with, for those who look no further than the headers.
function linkHeader({ url, hubs, format }: SiteDocument): string | undefined {
  if (format === 'opml') return undefined
  return [...hubs.map((hub) => `<${hub}>; rel="hub"`), `<${url}>; rel="self"`].join(', ')
}

/** What a response is made of beside the document. */
export interface AnswerOptions {
  /** For how many seconds it may be kept. */
  readonly maxAge: number
  readonly compress: boolean
}

/** Answers a GET or HEAD with a document (RFC 9110, sections 8, 9 and 13; RFC 9111). */
export async function answer(
  request: Request,
  { bytes, etag, modified, type, link }: Rendered,
  { maxAge, compress }: AnswerOptions,
): Promise<Response> {
  const gzip = compress && acceptsGzip(request.headers.get('accept-encoding'))
  // Two encodings are two representations, so they have two tags.
  const tag = gzip ? etag.replace(/"$/, '-gzip"') : etag
  const headers = new Headers({
    etag: tag,
    'last-modified': new Date(modified).toUTCString(),
    // Nobody may serve it later than that, not even if we do not answer: an embargo may have ended, an article expired.
    'cache-control': `public, max-age=${maxAge}, must-revalidate`,
    vary: 'Accept-Encoding',
    // Feeds are public, and readers in browsers are on other sites.
    'access-control-allow-origin': '*',
    ...(link !== undefined && { link }),
  })
  if (isKnown(request.headers, tag, etag, modified))
    return new Response(null, { status: 304, headers })
  headers.set('content-type', type)
  headers.set('x-content-type-options', 'nosniff')
  if (gzip) headers.set('content-encoding', 'gzip')
  const body = gzip ? await gzipped(bytes) : bytes
  headers.set('content-length', String(body.length))
  // workerd compresses whatever has a `content-encoding`, unless it is told that this has been done.
  const encoded = gzip && { encodeBody: 'manual' }
  return new Response(request.method === 'HEAD' ? null : body, { headers, ...encoded })
}

// RFC 9110, section 13.2.2: tags go before times. A weak comparison is what a 304 asks for (section 13.1.2).
function isKnown(headers: Headers, tag: string, plain: string, modified: number): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) {
    const known = tags.split(',').map((each) => each.trim().replace(/^W\//, ''))
    return known.includes('*') || known.includes(tag) || known.includes(plain)
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return !Number.isNaN(since) && modified <= since
}

// RFC 9110, section 12.5.3: a quality of 0 is a refusal.
function acceptsGzip(accepted: string | null): boolean {
  return (accepted ?? '').split(',').some((coding) => {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase())
    const isRefused = parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
    return (name === 'gzip' || name === 'x-gzip') && !isRefused
  })
}

async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
