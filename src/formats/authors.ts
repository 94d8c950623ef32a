import type { Article, Person } from '../model/feed.js'

/**
 * Those of the article, else those of the feed. RSS has no other way to say it; in Atom an entry has the feed's
 * anyway (RFC 4287, section 4.2.1), but of nine readers five do not look there.
 */
export function authorsOf({ authors }: Article, feedAuthors: readonly Person[]): readonly Person[] {
  return authors.length > 0 ? authors : feedAuthors
}
