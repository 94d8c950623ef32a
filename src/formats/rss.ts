import { toRfc822 } from '../date.js'
import { escapeHtml, readsAsMarkup } from '../html/escape.js'
import type { Article, Feed, Person } from '../model/feed.js'
import {
  addressElement,
  cdataElement,
  documentChunks,
  emptyElement,
  nothing,
  parentElement,
  textElement,
  type Markup,
} from '../xml/markup.js'
import { authorsOf } from './authors.js'
import { archiveElements, hubsOf, readAddresses, type Addresses } from './archive.js'
import { writeExtensions } from './extension.js'
import { joined } from './chunks.js'
import { generator } from './generator.js'
import { namespaces } from './namespaces.js'
import { readStylesheet, type XmlWriterOptions } from './options.js'
import { plainTags } from './tags.js'
import { locationElements, mediaElements, sharedNamespaces, termElements } from './vocabulary.js'

/**
 * Writes a feed as RSS 2.0 (RSS Advisory Board 2.0.11) with `content:encoded`, Media RSS, Dublin Core,
 * GeoRSS, `atom:link` and archive links (RFC 5005). Serve it as `application/rss+xml; charset=utf-8`.
 *
 * @param feed what `createFeed` returned
 * @returns the document, ending in a line feed
 * @throws {FeedError} when an option or extension cannot be used
 */
export function toRss(feed: Feed, options: XmlWriterOptions = {}): string {
  return joined(toRssChunks(feed, options))
}

/**
 * The same document in chunks, an item each: to write it to a file or a stream without holding the whole, two to three
 * times as fast. Joined they are what {@link toRss} returns. Iterate once.
 *
 * @throws {FeedError} when it is called, not while it is iterated, as {@link toRss} does
 */
export function toRssChunks(feed: Feed, options: XmlWriterOptions = {}): Iterable<string> {
  const addresses = readAddresses(feed, options)
  const stylesheet = readStylesheet(feed, options)
  const extensions = writeExtensions(feed, options.extensions)
  const attributes = {
    version: '2.0',
    // A stylesheet knows the language by this alone; RSS itself says it in `language`.
    'xml:lang': stylesheet === undefined ? undefined : feed.language,
    'xmlns:atom': namespaces.atom,
    'xmlns:content': namespaces.content,
    'xmlns:creativeCommons': feed.articles.some(({ license }) => license !== undefined)
      ? namespaces.creativeCommons
      : undefined,
    ...sharedNamespaces(feed, addresses),
    ...extensions.namespaces,
  }
  return documentChunks(
    [{ name: 'rss', attributes }, { name: 'channel' }],
    [...channelElements(feed, addresses), ...extensions.feed],
    feed.articles.map((article, index) => () => {
      const own = extensions.articles[index] ?? []
      return itemElement(article, feed.authors, own, options.leadImage === 'enclosure')
    }),
    stylesheet,
  )
}

function channelElements(feed: Feed, addresses: Addresses): readonly Markup[] {
  return [
    textElement('title', feed.title),
    addressElement('link', feed.link),
    textElement('description', feed.description),
    textElement('language', feed.language),
    textElement('copyright', feed.copyright),
    textElement('managingEditor', managingEditor(feed)),
    textElement('lastBuildDate', feed.updated && toRfc822(feed.updated)),
    ...feed.tags.map((tag) => textElement('category', tag)),
    feed.generator ? textElement('generator', `${generator.name} ${generator.version}`) : nothing,
    textElement('ttl', feed.ttlInMinutes),
    logoElement(feed),
    // rss-parser takes the first atom:link for the feed's own address.
    addresses.self === undefined
      ? nothing
      : emptyElement('atom:link', {
          rel: 'self',
          type: 'application/rss+xml',
          href: addresses.self,
        }),
    ...hubsOf(feed, addresses).map((href) => emptyElement('atom:link', { rel: 'hub', href })),
    ...archiveElements('atom:link', addresses),
  ]
}

// RSS wants an address here, a name alone is an error (rule R-40).
function managingEditor({ authors }: Feed): string | undefined {
  const editor = authors.find(({ email }) => email !== undefined)
  return editor && `${editor.email ?? ''} (${editor.name})`
}

function logoElement({ logo, title, link }: Feed): Markup {
  if (logo?.fitsRss !== true) return nothing
  return parentElement(2, 'image', undefined, [
    addressElement('url', logo.url),
    // Title and link repeat the channel's (rule R-39).
    textElement('title', title),
    addressElement('link', link),
    textElement('width', logo.width),
    textElement('height', logo.height),
  ])
}

function itemElement(
  article: Article,
  feedAuthors: readonly Person[],
  extensions: readonly Markup[],
  leadImage: boolean,
): Markup {
  const { id, link, language, rights, license } = article
  return parentElement(2, 'item', undefined, [
    textElement('title', article.title),
    addressElement('link', link),
    addressElement('guid', id, { isPermaLink: String(id === link) }),
    textElement('pubDate', toRfc822(article.published)),
    article.updated > article.published ? textElement('atom:updated', article.updated) : nothing,
    ...authorsOf(article, feedAuthors).map(({ name }) => textElement('dc:creator', name)),
    ...plainTags(article).map((tag) => textElement('category', tag)),
    ...article.subjects.map(({ scheme, code }) =>
      textElement('category', code, { domain: scheme }),
    ),
    textElement('description', asHtml(article.summary)),
    cdataElement('content:encoded', article.content),
    sourceElement(article),
    enclosureElement(article, leadImage),
    ...article.translations.map((translation) =>
      emptyElement('atom:link', {
        rel: 'related',
        hreflang: translation.language,
        href: translation.link,
      }),
    ),
    article.source ? emptyElement('atom:link', { rel: 'via', href: article.source.link }) : nothing,
    textElement('dc:language', language),
    textElement('dc:rights', rights),
    addressElement('creativeCommons:license', license),
    textElement('dc:identifier', article.releaseNumber),
    ...termElements(article),
    ...locationElements(article.location),
    ...extensions,
    ...mediaElements(3, article),
  ])
}

// Readers take an item's description for HTML. Most text means the same there; where it would not, it is
// written as HTML, so that "R&D" and "<name>" are shown as they are.
function asHtml(text: string): string {
  return readsAsMarkup(text) ? escapeHtml(text) : text
}

// RSS requires the address of the source's feed here (rule R-50).
function sourceElement({ source }: Article): Markup {
  return source?.feed === undefined
    ? nothing
    : textElement('source', source.name, { url: source.feed })
}

// One enclosure at most (rule R-49); its length is 0 when it is not known (rule R-48).
function enclosureElement({ attachments, images }: Article, leadImage: boolean): Markup {
  const picture = leadImage && images[0]?.type !== undefined ? images[0] : undefined
  const file = picture ?? attachments[0]
  if (file === undefined) return nothing
  return emptyElement('enclosure', { url: file.url, length: file.bytes ?? 0, type: file.type })
}
