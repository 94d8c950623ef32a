/** Elements that RSS and Atom share: Media RSS, GeoRSS, Dublin Core terms. */
import type { Article, Attachment, Feed, Location, Picture, Reference } from '../model/feed.js'
import {
  addressElement,
  emptyElement,
  parentElement,
  textElement,
  type Attributes,
  type Markup,
} from '../xml/markup.js'
import type { Addresses } from './archive.js'
import { namespaces } from './namespaces.js'

/** Declarations of those namespaces that a document uses (rule R-56), under the prefixes that readers know. */
export function sharedNamespaces({ articles }: Feed, { isArchive }: Addresses): Attributes {
  const uses = (test: (article: Article) => boolean): boolean => articles.some(test)
  return {
    'xmlns:dc': namespaces.dc,
    'xmlns:dcterms': uses(usesTerms) ? namespaces.dcterms : undefined,
    'xmlns:fh': isArchive ? namespaces.fh : undefined,
    'xmlns:georss': uses(({ location }) => location !== undefined) ? namespaces.georss : undefined,
    'xmlns:media': namespaces.media,
  }
}

function usesTerms({ expires, images, replaces, replacedBy }: Article): boolean {
  return (
    expires !== undefined ||
    replaces.length + replacedBy.length > 0 ||
    images.some(({ license }) => license !== undefined)
  )
}

/**
 * Every picture and document as a sibling `media:content`: never one `media:group`, which means one
 * picture in several sizes (rule R-59). They stand last in an item, because feedparser takes the first
 * `media:description` before the content for the summary.
 */
export function mediaElements(depth: number, article: Article): readonly Markup[] {
  return [
    ...article.images.map((picture, index) => pictureElement(depth, picture, index === 0)),
    ...article.attachments.map((attachment) => attachmentElement(depth, attachment)),
  ]
}

function pictureElement(depth: number, picture: Picture, isFirst: boolean): Markup {
  const attributes = {
    url: picture.url,
    fileSize: picture.bytes,
    type: picture.type,
    medium: 'image',
    isDefault: isFirst ? 'true' : undefined,
    width: picture.width,
    height: picture.height,
  }
  return parentElement(depth, 'media:content', attributes, [
    textElement('media:title', picture.title, { type: 'plain' }),
    textElement('media:description', picture.caption, { type: 'plain' }),
    emptyElement('media:thumbnail', {
      url: picture.url,
      width: picture.width,
      height: picture.height,
    }),
    textElement('media:credit', picture.credit),
    textElement('media:copyright', picture.copyright),
    // creativeCommons:license and media:license are errors here for the validator; this one is clean.
    addressElement('dcterms:license', picture.license),
  ])
}

function attachmentElement(depth: number, attachment: Attachment): Markup {
  const attributes = {
    url: attachment.url,
    fileSize: attachment.bytes,
    type: attachment.type,
    medium: /^(?:image|audio|video)(?=\/)/.exec(attachment.type)?.[0] ?? 'document',
    duration: attachment.durationInSeconds,
  }
  return parentElement(depth, 'media:content', attributes, [
    textElement('media:title', attachment.title, { type: 'plain' }),
  ])
}

/** GeoRSS Simple: latitude first, a space between (rule R-73). */
export function locationElements(location: Location | undefined): readonly Markup[] {
  return [
    textElement('georss:point', location?.point?.map(decimal).join(' ')),
    textElement('georss:featureName', location?.name),
  ]
}

// Without an exponent, which a tiny number would get, and to a tenth of a millimetre.
function decimal(degrees: number): string {
  return degrees
    .toFixed(9)
    .replace(/\.?0{1,9}$/, '')
    .replace(/^-0$/, '0')
}

/**
 * Until when an article is valid, a DCMI Period; and what it took the place of and what took its place, by the
 * ids that these have in the feed.
 */
export function termElements({ expires, replaces, replacedBy }: Article): readonly Markup[] {
  const named = ({ id, link }: Reference): string | undefined => id ?? link
  return [
    textElement('dcterms:valid', expires && `end=${expires}`),
    ...replaces.map((other) => addressElement('dcterms:replaces', named(other))),
    ...replacedBy.map((other) => addressElement('dcterms:isReplacedBy', named(other))),
  ]
}
