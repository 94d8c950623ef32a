/** What the writers of JSON share. */
import { FeedError, issue } from '../issue.js'

/** A list, or nothing for an empty one: an empty array says no more than an absent member. */
export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

/**
 * Returns what `JSON.stringify` wrote as it is. Throws a {@link FeedError} if it has a lone surrogate:
 * `JSON.stringify` writes that as an escape, which strict decoders reject.
 */
export function refuseLoneSurrogates(text: string, path: string): string {
  // Nearly always there is none, and to look for this alone takes a third of the time.
  if (!text.includes('\\ud')) return text
  const match = /(?<!\\)(?:\\\\)*\\u(d[89a-f][0-9a-f]{2})/.exec(text)
  if (match === null) return text
  const code = match[1]?.toUpperCase() ?? ''
  throw new FeedError([
    issue('illegal-character', path, `Cannot write U+${code}: no feed can carry half a character`),
  ])
}
