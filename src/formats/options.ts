/** What a writer is told beside the feed. */
import { FeedError, issue } from '../issue.js'
import type { Feed } from '../model/feed.js'
import { resolveAddress } from '../url.js'
import type { Extension } from './extension.js'

/** Options of every writer. */
export interface WriterOptions {
  /**
   * The address at which the document will be served: absolute, or relative to the feed's `link`.
   * Readers take it as the feed's own address, so give it always. Default: none.
   */
  readonly self?: string | undefined
  /** Vocabularies of your own, written in this order. Default: none. */
  readonly extensions?: readonly Extension[] | undefined
}

/** Options of the XML writers. */
export interface XmlWriterOptions extends WriterOptions {
  /**
   * `enclosure` also writes the first picture as an enclosure, for consumers that look nowhere else.
   * Thunderbird and CommaFeed then show it twice. In RSS it takes the one place that a document would have.
   * Default: pictures are no enclosures.
   */
  readonly leadImage?: 'enclosure' | undefined
}

/** The document's own address, absolute. Throws a {@link FeedError} if it cannot be read. */
export function resolveSelf(feed: Feed, self: string | undefined): string | undefined {
  if (self === undefined || self === '') return undefined
  if (typeof self !== 'string') {
    throw new FeedError([
      issue('wrong-type', 'self', 'Cannot use self: expected an address as text'),
    ])
  }
  const { href, fault } = resolveAddress(self, feed.link)
  if (href !== undefined) return href
  throw new FeedError([
    issue(
      fault,
      'self',
      `Cannot use self ${JSON.stringify(self)}: expected an http or https address`,
    ),
  ])
}
