/** What a hub answered, in words. */
import { stripTags } from '../html/plain-text.js'
import { readHttpDate } from '../newsroom/http-date.js'
import { messageOf } from '../newsroom/message-of.js'
import { oneLine } from '../text.js'
import { codeOf } from './read-fault.js'
import { textOfHtml } from './read-xml-items.js'

/** An answer, or why there is none. */
export interface HubAnswer {
  readonly status: number | undefined
  /** Whether a later try may go better. */
  readonly mayChange: boolean
  /** What went wrong, where it is known better than by `status` or `error`. */
  readonly fault?: string | undefined
  /** What was thrown in place of an answer. */
  readonly error?: unknown
  /** The hub's own words, in one line. */
  readonly text?: string | undefined
  readonly retryAfter?: string | null | undefined
}

const mostBytes = 4000
const mostCharacters = 200

/** Reads an answer. Of one that is not good news the beginning is read, for what the hub says of it. */
export async function answerIn(response: Response, target: string): Promise<HubAnswer> {
  const { status, ok, headers } = response
  if (ok) {
    await response.body?.cancel()
    return { status, mayChange: false }
  }
  const text = sentenceIn(await beginningOf(response), headers.get('content-type') ?? '')
  if (status >= 300 && status < 400) {
    return { status, mayChange: false, fault: movedTo(headers.get('location'), target, status) }
  }
  const mayChange = status === 408 || status === 429 || status >= 500
  return { status, mayChange, text, retryAfter: headers.get('retry-after') }
}

// A POST would become a GET on the way (RFC 9110, section 15.4), and who subscribes would be led astray as well.
function movedTo(location: string | null, from: string, status: number): string {
  const isKnown = location !== null && URL.canParse(location, from)
  const place = isKnown ? new URL(location, from).href : 'nowhere'
  return messageOf(
    `the hub answered ${status} and points to ${place}: put the address that it has now into hub`,
  )
}

/** Why a hub did not take an announcement, as one line. `putOff`: milliseconds for which it wants no other try. */
export function reasonOf({ status, fault, error, text }: HubAnswer, putOff: number): string {
  if (fault !== undefined) return fault
  if (status === undefined) return networkFault(error)
  const said = text === undefined ? '' : `: ${text}`
  const later = putOff === 0 ? '' : `, to be tried again in ${Math.ceil(putOff / 1000)} s`
  return `the hub answered ${status}${later}${said}`
}

/**
 * The wait that a hub asks for, in milliseconds (RFC 9110, section 10.2.3: seconds or a date); `undefined` if it asks for
 * none.
 */
export function retryAfterOf({ retryAfter }: HubAnswer, now: number): number | undefined {
  const given = retryAfter?.trim() ?? ''
  if (/^\d+$/.test(given)) return Number(given) * 1000
  const date = readHttpDate(given, now)
  return date === undefined ? undefined : Math.max(0, date - now)
}

/** The first bytes of a body; what comes before it breaks off. */
async function beginningOf({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const reader = body?.getReader()
  if (reader === undefined) return new Uint8Array()
  try {
    for (let length = 0; length < mostBytes;) {
      const { done, value } = (await reader.read()) as ReadableStreamReadResult<Uint8Array>
      if (done) break
      chunks.push(value)
      length += value.length
    }
  } catch {
    // The status is known; that the words are not is no reason to ask again.
  }
  await reader.cancel().catch(() => undefined)
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk.slice(0, mostBytes)])).slice(
    0,
    mostBytes,
  )
}

function sentenceIn(bytes: Uint8Array, type: string): string | undefined {
  // Text has no such byte, so these are no words.
  if (bytes.includes(0)) return undefined
  const raw = new TextDecoder().decode(bytes).replaceAll('\uFFFD', '')
  const isPage = /html|xml/i.test(type) || /^\s*<(?:!doctype|html|\?xml)/i.test(raw)
  const text = isPage ? titleIn(raw) : raw
  const line = text
    .split(/[\r\n\u2028\u2029]+/)
    .map((each) => each.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim())
    .find((each) => each !== '')
  if (line === undefined) return undefined
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters).toWellFormed()}…` : line
}

function titleIn(page: string): string {
  const [, title = ''] = /<title[^>]*>([^<]*)/i.exec(page) ?? []
  return title.trim() === '' ? (stripTags(page) ?? page) : oneLine(textOfHtml(title))
}

const networkFaults: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers at the address of the hub',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  ECONNRESET: 'the connection was cut off',
  EPIPE: 'the connection was cut off',
  UND_ERR_SOCKET: 'the connection was cut off',
  ETIMEDOUT: 'the connection could not be made',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  UND_ERR_CONNECT_TIMEOUT: 'the connection could not be made',
  CERT_HAS_EXPIRED: 'the certificate of the hub has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate of the hub is for another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'nobody vouches for the certificate of the hub',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody vouches for the certificate of the hub',
}

// `fetch` says "fetch failed" and keeps the reason in the cause.
function networkFault(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const code = codeOf(cause) || codeOf(error)
  const words = networkFaults[code]
  return words === undefined ? messageOf(error) : `${words} (${code})`
}
