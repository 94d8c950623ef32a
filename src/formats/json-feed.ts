import { FeedError, issue } from '../issue.js'
import type { Article, Attachment, Feed, Person, Picture, Reference } from '../model/feed.js'
import { hubsOf, readAddresses, type Addresses } from './archive.js'
import { joined } from './chunks.js'
import { checkExtensions, isObject, runOwn, type Extension, type JsonObject } from './extension.js'
import { generator } from './generator.js'
import { refuseLoneSurrogates, some } from './json-text.js'
import type { WriterOptions } from './options.js'
import { plainTags } from './tags.js'

/**
 * Writes a feed as JSON Feed 1.1. What the format has no place for stands in one object `_press`, with
 * the address of its description in `about`. Serve it as `application/feed+json`.
 *
 * @param feed what `createFeed` returned
 * @returns the document, an item a line, ending in a line feed
 * @throws {FeedError} when an option or extension cannot be used
 */
export function toJsonFeed(feed: Feed, options: WriterOptions = {}): string {
  return joined(toJsonFeedChunks(feed, options))
}

/**
 * The same document in chunks, an item each: to write it to a file or a stream without holding the whole, two to three
 * times as fast. Joined they are what {@link toJsonFeed} returns. Iterate once.
 *
 * @throws {FeedError} as {@link toJsonFeed} does, for what is wrong with an item when its turn comes
 */
export function toJsonFeedChunks(feed: Feed, options: WriterOptions = {}): Iterable<string> {
  const extensions = options.extensions ?? []
  checkExtensions(extensions)
  const head = JSON.stringify(feedMembers(feed, readAddresses(feed, options), extensions))
  return chunksOf(refuseLoneSurrogates(head, ''), feed, extensions)
}

function* chunksOf(head: string, feed: Feed, extensions: readonly Extension[]): Generator<string> {
  yield `${head.slice(0, -1)},"items":[`
  for (const [index, article] of feed.articles.entries()) {
    const path = `articles[${index}]`
    const item = JSON.stringify(itemMembers(article, feed, extensions, path))
    yield `${index === 0 ? '' : ','}\n${refuseLoneSurrogates(item, path)}`
  }
  yield `${feed.articles.length === 0 ? '' : '\n'}]}\n`
}

function feedMembers(feed: Feed, addresses: Addresses, extensions: readonly Extension[]) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.link,
    feed_url: addresses.self,
    description: feed.description,
    // The format's only link to another page: that with the next items, which are the older ones.
    next_url: addresses.previous,
    icon: feed.logo?.url,
    favicon: feed.icon,
    authors: authorMembers(feed.authors),
    language: feed.language,
    hubs: some(hubsOf(feed, addresses).map((url) => ({ type: 'WebSub', url }))),
    _press: pressMembers({
      copyright: feed.copyright,
      tags: some(feed.tags),
      generator: feed.generator ? `${generator.name} ${generator.version}` : undefined,
    }),
    ...extensionMembers(extensions, 'feed', ({ json }) => json?.feed?.(feed)),
  }
}

function itemMembers(article: Article, feed: Feed, extensions: readonly Extension[], path: string) {
  return {
    id: article.id,
    url: article.link,
    external_url: article.source?.link,
    title: article.title,
    summary: article.summary,
    content_html: article.content,
    image: article.images[0]?.url,
    date_published: article.published,
    date_modified: article.updated > article.published ? article.updated : undefined,
    authors: authorMembers(article.authors),
    tags: some(plainTags(article)),
    language: article.language,
    attachments: some(distinctTitles(attachmentMembers(article))),
    _press: pressMembers({
      subjects: some(article.subjects),
      translations: some(article.translations),
      source: article.source,
      location: article.location && {
        name: article.location.name,
        latitude: article.location.point?.[0],
        longitude: article.location.point?.[1],
      },
      rights: article.rights,
      license: article.license,
      release_number: article.releaseNumber,
      expires: article.expires,
      corrections: some(article.corrections),
      replaces: some(article.replaces.map(referenceMembers)),
      replaced_by: some(article.replacedBy.map(referenceMembers)),
      withdrawn: article.withdrawn,
      announces: article.announces,
      dateline: article.dateline,
      quotes: some(article.quotes),
      notes_to_editors_html: article.notesToEditors,
      boilerplate_html: article.boilerplate,
      contacts: some(article.contacts),
      images: some(article.images.map(imageMembers)),
    }),
    ...extensionMembers(extensions, path, ({ json }) => json?.article?.(article, feed)),
  }
}

function referenceMembers({ id, link, title }: Reference) {
  return { id, url: link, title }
}

function authorMembers(authors: readonly Person[]) {
  return some(authors.map(({ name, url }) => ({ name, url })))
}

interface AttachmentMembers {
  readonly url: string
  readonly mime_type: string
  readonly title: string | undefined
  readonly size_in_bytes: number | undefined
  readonly duration_in_seconds: number | undefined
}

function attachmentMembers({ images, attachments }: Article): readonly AttachmentMembers[] {
  const pictures = images.flatMap(({ url, type, caption, bytes }) =>
    // An attachment must have a media type; a picture of unknown type stands in `_press.images` only.
    type === undefined ? [] : { url, type, title: caption, bytes },
  )
  const files: readonly Attachment[] = [...pictures, ...attachments]
  return files.map(({ url, type, title, bytes, durationInSeconds }) => ({
    url,
    mime_type: type,
    title,
    size_in_bytes: bytes,
    duration_in_seconds: durationInSeconds,
  }))
}

// Attachments with equal titles count as one thing in several forms (JSON Feed 1.1, attachments), which
// two pictures under one caption are not.
function distinctTitles(attachments: readonly AttachmentMembers[]): readonly AttachmentMembers[] {
  const used = new Map<string, number>()
  return attachments.map((attachment) => {
    if (attachment.title === undefined) return attachment
    let title = attachment.title
    let count = used.get(title) ?? 0
    while (used.has(title)) title = `${attachment.title} (${(count += 1) + 1})`
    used.set(attachment.title, count)
    used.set(title, used.get(title) ?? 0)
    return { ...attachment, title }
  })
}

function imageMembers(picture: Picture) {
  return {
    url: picture.url,
    alt: picture.alt === '' ? undefined : picture.alt,
    caption: picture.caption,
    credit: picture.credit,
    title: picture.title,
    copyright: picture.copyright,
    license: picture.license,
    width: picture.width,
    height: picture.height,
  }
}

function pressMembers(members: Readonly<Record<string, unknown>>) {
  const given = Object.values(members).some((value) => value !== undefined)
  return given ? { about: generator.uri, ...members } : undefined
}

const plain = 'an object of plain JSON'

function extensionMembers(
  extensions: readonly Extension[],
  path: string,
  make: (extension: Extension) => JsonObject | undefined,
): JsonObject {
  return Object.fromEntries(
    extensions.flatMap((extension) => {
      const made = runOwn(() => make(extension), extension.prefix, path, plain)
      const members = plainJson(made, extension, path)
      if (members === undefined) return []
      const about = extension.json?.about
      return [[`_${extension.prefix}`, about === undefined ? members : { about, ...members }]]
    }),
  )
}

// A circle or a BigInt from an extension would else be a TypeError of nobody's.
function plainJson(
  members: JsonObject | undefined,
  { prefix }: Extension,
  path: string,
): JsonObject | undefined {
  if (members === undefined) return undefined
  try {
    JSON.stringify(members)
    if (isObject(members)) return members
  } catch {
    // Said below, in the words of this library.
  }
  const message = `Cannot write what "${prefix}" returned: expected ${plain}`
  throw new FeedError([issue('invalid-extension', path, message)])
}
