/** What a client knows already, and what it makes its request depend on. */
import { readHttpDate } from '../newsroom/http-date.js'

/** What is asked for, as it would be sent to this client. */
export interface Selected {
  /** Strong, with its quotes. */
  readonly etag: string
  /** In milliseconds since 1970, a whole second; `undefined` if no time tells it from other versions. */
  readonly modified: number | undefined
}

/** The status of a GET or HEAD by its conditions, in the order of RFC 9110, section 13.2.2. */
export function statusFor(
  headers: Headers,
  { etag, modified }: Selected,
  now: number,
): 200 | 304 | 412 {
  const isSameSince = (name: string): boolean | undefined => {
    const time = readHttpDate(headers.get(name) ?? '', now)
    return time === undefined || modified === undefined ? undefined : modified <= time
  }
  const match = headers.get('if-match')
  if (match !== null) {
    if (!names(match, etag)) return 412
  } else if (isSameSince('if-unmodified-since') === false) return 412
  const noneMatch = headers.get('if-none-match')
  // Tags go before times, whatever the tags are.
  if (noneMatch !== null) return names(noneMatch, etag, /^W\//) ? 304 : 200
  return isSameSince('if-modified-since') === true ? 304 : 200
}

const tags = /(?:W\/)?"[^"]*"/g

// A tag may have a comma in it, so the list is not split at them. Where weak tags count, their mark is passed over.
function names(list: string, etag: string, mark: RegExp | '' = ''): boolean {
  if (list.trim() === '*') return true
  const isList = /^[\s,]*$/.test(list.replace(tags, ''))
  return isList && [...list.matchAll(tags)].some(([tag]) => tag.replace(mark, '') === etag)
}
