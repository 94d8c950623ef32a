/** Pictures and files in the words of schema.org. */
import type { Attachment, Picture } from '../model/feed.js'

/** A picture. The record's first one stands for the page. */
export function pictureMembers(picture: Picture, index: number) {
  return {
    '@type': 'ImageObject',
    url: picture.url,
    // Google reads the address of a picture from `url` in an article, but from `contentUrl` for its licence.
    contentUrl: picture.url,
    representativeOfPage: index === 0 ? true : undefined,
    name: picture.title,
    caption: picture.caption,
    creditText: picture.credit,
    copyrightNotice: picture.copyright,
    license: picture.license,
    encodingFormat: picture.type,
    contentSize: size(picture.bytes),
    // Pixels, as consumers read them; schema.org's own range is a length with its unit.
    width: picture.width,
    height: picture.height,
  }
}

/**
 * A document, recording or film. A film is no `VideoObject`: Google reports one without a preview and a date of its
 * own as faulty, which a record does not have.
 */
export function fileMembers({ url, type, title, bytes, durationInSeconds }: Attachment) {
  return {
    '@type': 'MediaObject',
    url,
    contentUrl: url,
    name: title,
    encodingFormat: type,
    contentSize: size(bytes),
    duration: durationInSeconds === undefined ? undefined : `PT${durationInSeconds}S`,
  }
}

// schema.org wants kilobytes or megabytes. No digit is lost.
function size(bytes: number | undefined): string | undefined {
  return bytes === undefined ? undefined : `${bytes / 1000} kB`
}
