/** From a document to a response: what caches and readers need to ask as seldom as possible. */
import { cacheControl, feedLinks } from '../newsroom/response-headers.js'
import { statusFor } from './preconditions.js'
import { plain } from './plain.js'
import type { SiteDocument } from './site.js'

/** A document in bytes, with what tells one version of it from another. */
export interface Rendered {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Strong: of the bytes and nothing else. With its quotes. */
  readonly etag: string
  readonly type: string
  /** The value of the header `Link`, if there is one. */
  readonly link: string | undefined
  /** When its articles say that it changed, in milliseconds since 1970. */
  readonly told: number | undefined
}

/** One of the versions that were served at an address. */
export interface Version extends Rendered {
  /** In milliseconds since 1970, a whole second; `undefined` if a version before has the same. */
  readonly modified: number | undefined
  /** The latest time that this one or any before it was given. */
  readonly latest: number
}

/** Renders a document. */
export async function render(document: SiteDocument): Promise<Rendered> {
  const { content, updated } = document
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const etag = `"${[...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`
  const told = updated === undefined ? undefined : Date.parse(updated)
  return { bytes, etag, type: document.type, link: linkHeader(document), told }
}

/**
 * Gives a document its time. `before` is what was served at its address: other bytes must not have the same time, or an
 * older one, though all that the document tells of its change is that of its articles, and of one that was removed nothing.
 * A second change within a second has none: it would be taken for the first.
 */
export function date(rendered: Rendered, before: Version | undefined, now: number): Version {
  if (before?.etag === rendered.etag && before.modified !== undefined) return before
  const present = Math.floor(now / 1000) * 1000
  const latest = before?.latest ?? -Infinity
  const told = Math.min(rendered.told ?? present, present)
  const modified = [told, present].find((time) => time > latest)
  return { ...rendered, modified, latest: modified ?? latest }
}

function linkHeader({ url, hubs, format }: SiteDocument): string | undefined {
  if (format === 'opml' || format === 'html' || format === 'css') return undefined
  return feedLinks(url, hubs).join(', ')
}

/** What a response is made of beside the document. */
export interface AnswerOptions {
  /** For how many seconds it may be kept. */
  readonly maxAge: number
  readonly compress: boolean
  /** The present, in milliseconds since 1970. */
  readonly now: number
}

/** Answers a GET or HEAD with a document (RFC 9110, sections 8, 9 and 13; RFC 9111). */
export async function answer(
  request: Request,
  { bytes, etag, modified, type, link }: Version,
  { maxAge, compress, now }: AnswerOptions,
): Promise<Response> {
  const gzip = compress && acceptsGzip(request.headers.get('accept-encoding'))
  // Two encodings are two representations, so they have two tags.
  const tag = gzip ? etag.replace(/"$/, '-gzip"') : etag
  const status = statusFor(request.headers, { etag: tag, modified }, now)
  if (status === 412) return plain(request, 412, 'The feed is another one by now.')
  const headers: Record<string, string> = {
    etag: tag,
    ...(modified !== undefined && { 'last-modified': new Date(modified).toUTCString() }),
    // Nobody may serve it later than that, not even if we do not answer: an embargo may have ended, an article expired.
    'cache-control': cacheControl(maxAge),
    vary: 'Accept-Encoding',
    // Feeds are public, and readers in browsers are on other sites.
    'access-control-allow-origin': '*',
    ...(link !== undefined && { link }),
  }
  if (status === 304) return new Response(null, { status, headers })
  headers['content-type'] = type
  headers['x-content-type-options'] = 'nosniff'
  if (gzip) headers['content-encoding'] = 'gzip'
  const body = gzip ? await gzipped(bytes) : bytes
  headers['content-length'] = String(body.length)
  // workerd compresses whatever has a `content-encoding`, unless it is told that this has been done.
  const encoded = gzip && { encodeBody: 'manual' }
  return new Response(request.method === 'HEAD' ? null : body, { headers, ...encoded })
}

// RFC 9110, section 12.5.3: a quality of 0 is a refusal.
function acceptsGzip(accepted: string | null): boolean {
  return (accepted ?? '').split(',').some((coding) => {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase())
    const isRefused = parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
    return (name === 'gzip' || name === 'x-gzip') && !isRefused
  })
}

type Bytes = Uint8Array<ArrayBuffer>

// A version is compressed once, however many ask for it at the same time.
const packed = new WeakMap<Bytes, Promise<Bytes>>()

function gzipped(bytes: Bytes): Promise<Bytes> {
  const known = packed.get(bytes)
  if (known !== undefined) return known
  const made = compressed(bytes)
  packed.set(bytes, made)
  made.catch(() => packed.delete(bytes))
  return made
}

async function compressed(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
