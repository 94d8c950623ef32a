/** What a writer is told beside the feed. */
import { FeedError, issue, type Issue } from '../issue.js'
import type { Feed } from '../model/feed.js'
import { resolveAddress } from '../url.js'
import type { Extension } from './extension.js'

/**
 * Where the neighbours of a document are served, when a feed is spread over several (RFC 5005, section 4).
 * Each address is absolute or relative to the feed's `link`; an empty one counts as not given.
 */
export interface ArchiveLinks {
  /**
   * The document that people subscribe to. With it this document is an archive page; without it, it is
   * the one that people subscribe to.
   */
  readonly current?: string | undefined
  /** The archive page with the articles just before these. Required by the RFC unless there is none. */
  readonly previous?: string | undefined
  /** The archive page with the articles just after these. Of archive pages only. */
  readonly next?: string | undefined
  /**
   * Whether an archive page has all its articles. One that is still being filled is not marked as an
   * archive, so that whoever fetched it looks again. Default: `true`.
   */
  readonly full?: boolean | undefined
}

/** Options of every writer. */
export interface WriterOptions {
  /**
   * The address at which the document will be served: absolute, or relative to the feed's `link`.
   * Readers take it as the feed's own address, so give it always. Default: none.
   */
  readonly self?: string | undefined
  /**
   * Archive pages before and after this document. An archive page names no hub: its articles stay as
   * they are, and news is announced of the document that people subscribe to. Default: none.
   */
  readonly archive?: ArchiveLinks | undefined
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
  /**
   * The address of a CSS stylesheet for people who open the document in a browser: absolute, or relative to the feed's
   * `link` (xml-stylesheet 1.0). Browsers apply it to what is served as `application/xml`. Default: none.
   */
  readonly stylesheet?: string | undefined
}

/** An option that is an address: resolved, or why it cannot be used. Neither when it was not given. */
export interface AddressOption {
  readonly href?: string
  readonly issue?: Issue
}

/** Reads the option `name`, an address that is absolute or relative to the feed's `link`. */
export function readAddressOption(feed: Feed, name: string, value: unknown): AddressOption {
  if (value === undefined || value === null || value === '') return {}
  if (typeof value !== 'string') {
    const message = `Cannot use ${name}: expected an address as text`
    return { issue: issue('wrong-type', name, message) }
  }
  const { href, fault } = resolveAddress(value, feed.link)
  if (href !== undefined) return { href }
  const message = `Cannot use ${name} ${JSON.stringify(value)}: expected an http or https address`
  return { issue: issue(fault, name, message) }
}

/** The address of the stylesheet, if one was given. Throws a {@link FeedError} if it cannot be used. */
export function readStylesheet(feed: Feed, { stylesheet }: XmlWriterOptions): string | undefined {
  const { href, issue: fault } = readAddressOption(feed, 'stylesheet', stylesheet)
  if (fault !== undefined) throw new FeedError([fault])
  return href
}
