import { FeedError, issue } from '../issue.js'
import type { Article, Feed, Person } from '../model/feed.js'
import { isUri } from '../url.js'
import {
  addressElement,
  cdataElement,
  documentChunks,
  emptyElement,
  nothing,
  parentElement,
  textElement,
  type Attributes,
  type Markup,
} from '../xml/markup.js'
import { authorsOf } from './authors.js'
import { archiveElements, hubsOf, readAddresses, type Addresses } from './archive.js'
import { joined } from './chunks.js'
import { writeExtensions } from './extension.js'
import { generator } from './generator.js'
import { namespaces } from './namespaces.js'
import { readStylesheet, type XmlWriterOptions } from './options.js'
import { locationElements, mediaElements, sharedNamespaces, termElements } from './vocabulary.js'

// RFC 4287 section 4.1.1 requires an instant even of a feed in which nothing has happened yet.
const beforeAnyChange = '1990-01-01T00:00:00Z'

/**
 * Writes a feed as Atom 1.0 (RFC 4287) with Media RSS, Dublin Core, GeoRSS and archive links (RFC 5005). Serve it as
 * `application/atom+xml; charset=utf-8`.
 *
 * @param feed what `createFeed` returned
 * @returns the document, ending in a line feed
 * @throws {FeedError} when an id is not a URI, or an option or extension cannot be used
 */
export function toAtom(feed: Feed, options: XmlWriterOptions = {}): string {
  return joined(toAtomChunks(feed, options))
}

/**
 * The same document in chunks, an entry each: to write it to a file or a stream without holding the whole, two to three
 * times as fast. Joined they are what {@link toAtom} returns. Iterate once.
 *
 * @throws {FeedError} when it is called, not while it is iterated, as {@link toAtom} does
 */
export function toAtomChunks(feed: Feed, options: XmlWriterOptions = {}): Iterable<string> {
  refuseOtherIds(feed)
  const addresses = readAddresses(feed, options)
  const stylesheet = readStylesheet(feed, options)
  const extensions = writeExtensions(feed, options.extensions)
  const tombstones = tombstonesOf(feed)
  const attributes = {
    xmlns: namespaces.atom,
    ...sharedNamespaces(feed, addresses),
    'xmlns:at': tombstones.length > 0 ? namespaces.at : undefined,
    ...extensions.namespaces,
    'xml:lang': feed.language,
  }
  return documentChunks(
    [{ name: 'feed', attributes }],
    [...feedElements(feed, addresses), ...extensions.feed],
    [
      ...feed.articles.map((article, index) => () => {
        const own = extensions.articles[index] ?? []
        return entryElement(article, feed, own, options.leadImage === 'enclosure')
      }),
      ...tombstones.map((article) => () => tombstoneElement(article)),
    ],
    stylesheet,
  )
}

function tombstonesOf({ articles, tombstones }: Feed): readonly Article[] {
  return tombstones ? articles.filter(({ withdrawn }) => withdrawn !== undefined) : []
}

// RFC 6721, section 3. Who knows it drops the entry; all others show the notice that the entry has become.
function tombstoneElement({ id, withdrawn, language }: Article): Markup {
  return parentElement(1, 'at:deleted-entry', { ref: id, when: withdrawn?.date }, [
    textElement('at:comment', withdrawn?.reason, { 'xml:lang': language }),
  ])
}

function refuseOtherIds({ id, articles }: Feed): void {
  const refusal = (other: string, path: string, whose: string) =>
    issue(
      'id-not-uri-in-atom',
      path,
      `Cannot write id "${other}" of ${whose} in Atom: expected a URI (RFC 4287, section 4.2.6)`,
    )
  const issues = [
    ...(id === undefined || isUri(id) ? [] : [refusal(id, 'id', 'the feed')]),
    ...articles.flatMap((article, index) =>
      isUri(article.id) ? [] : [refusal(article.id, `articles[${index}].id`, `"${article.title}"`)],
    ),
  ]
  if (issues.length > 0) throw new FeedError(issues)
}

function feedElements(feed: Feed, addresses: Addresses): readonly Markup[] {
  const { self, current } = addresses
  return [
    // All documents of an archived feed are one feed, so they have one id (RFC 5005, section 4, examples).
    addressElement('id', feed.id ?? current ?? self ?? feed.link),
    textElement('title', feed.title),
    textElement('subtitle', feed.description),
    // The first link of all, because @extractus/feed-extractor takes the first for the page.
    linkElement('alternate', feed.link, { type: 'text/html' }),
    linkElement('self', self, { type: 'application/atom+xml' }),
    ...hubsOf(feed, addresses).map((href) => linkElement('hub', href)),
    ...archiveElements('link', addresses),
    textElement('updated', feed.updated ?? beforeAnyChange),
    ...feedAuthors(feed).map((author) => personElement(1, author)),
    textElement('rights', feed.copyright),
    addressElement('logo', feed.logo?.url),
    addressElement('icon', feed.icon),
    ...feed.tags.map(categoryElement),
    feed.generator
      ? textElement('generator', generator.name, { uri: generator.uri, version: generator.version })
      : nothing,
  ]
}

// An author is required of the feed or of every entry (RFC 4287 section 4.1.1): failing all else, the
// newsroom itself.
function feedAuthors({ authors, title, link, articles }: Feed): readonly Person[] {
  const everyEntryHasOne =
    articles.length > 0 && articles.every((article) => article.authors.length > 0)
  return authors.length > 0 || everyEntryHasOne ? authors : [{ name: title, url: link }]
}

function personElement(depth: number, { name, url, email }: Person): Markup {
  return parentElement(depth, 'author', undefined, [
    textElement('name', name),
    addressElement('uri', url),
    textElement('email', email),
  ])
}

// A link of no address is none.
function linkElement(rel: string, href: string | undefined, attributes?: Attributes): Markup {
  return href === undefined ? nothing : emptyElement('link', { rel, ...attributes, href })
}

// Thunderbird and sfeed show the term, most others the label.
function categoryElement(tag: string): Markup {
  return emptyElement('category', { term: tag, label: tag })
}

const isText = { type: 'text' }

function entryElement(
  article: Article,
  feed: Feed,
  extensions: readonly Markup[],
  leadImage: boolean,
): Markup {
  return parentElement(1, 'entry', { 'xml:lang': article.language }, [
    addressElement('id', article.id),
    textElement('title', article.title, isText),
    // The only alternate: with two, parsers disagree on the canonical link.
    linkElement('alternate', article.link, {
      type: 'text/html',
      hreflang: article.language ?? feed.language,
    }),
    textElement('published', article.published),
    textElement('updated', article.updated),
    ...authorsOf(article, feed.authors).map((author) => personElement(2, author)),
    ...article.tags.map(categoryElement),
    ...article.subjects.map(({ scheme, code, label }) =>
      emptyElement('category', { term: code, scheme, label }),
    ),
    textElement('summary', article.summary, isText),
    cdataElement('content', article.content, { type: 'html' }),
    ...enclosureElements(article, leadImage),
    ...article.translations.map(({ language, link }) =>
      linkElement('related', link, { hreflang: language }),
    ),
    linkElement('via', article.source?.link, { title: article.source?.name }),
    textElement('rights', article.rights),
    linkElement('license', article.license),
    textElement('dc:identifier', article.releaseNumber),
    ...termElements(article),
    ...locationElements(article.location),
    ...extensions,
    ...mediaElements(2, article),
  ])
}

function enclosureElements(
  { attachments, images }: Article,
  leadImage: boolean,
): readonly Markup[] {
  const picture = leadImage && images[0]?.type !== undefined ? [images[0]] : []
  return [...picture, ...attachments].map(({ url, type, bytes, title }) =>
    linkElement('enclosure', url, { type, length: bytes, title }),
  )
}
