import type { PreparedBody } from '../html/prepare-body.js'
import type { Picture } from '../model/feed.js'
import { show } from './findings.js'
import type { ArticleShape } from './schema.js'
import { readAddress, requireAddress } from './read-address.js'
import { readCount, readEach, readText, type Context } from './read-values.js'
import { readMediaType } from './read-media-type.js'

type Images = ArticleShape['images']
type Image = NonNullable<NonNullable<Images>[number]>

/** The record's pictures, each once, in the order of the record. */
export function readImages(
  images: Images,
  path: string,
  base: string,
  context: Context,
): readonly Picture[] {
  const pictures = new Map<string, Picture>()
  readEach(images, path, (image, place) => {
    const picture = readImage(image, place, base, context)
    if (picture.url === '') return
    if (!pictures.has(picture.url)) {
      pictures.set(picture.url, picture)
      return
    }
    const message = `The picture ${show(picture.url)} is named twice: the first entry is used`
    context.findings.add('picture-repeated', `${place}.url`, message)
  })
  return [...pictures.values()]
}

function readImage(image: Image, path: string, base: string, context: Context): Picture {
  const { findings } = context
  const url = requireAddress(image.url, `${path}.url`, base, context)
  const picture = {
    url,
    alt: readText(image.alt, `${path}.alt`, context) ?? '',
    caption: readText(image.caption, `${path}.caption`, context),
    credit: readText(image.credit, `${path}.credit`, context),
    title: readText(image.title, `${path}.title`, context),
    type: readMediaType(image.type, `${path}.type`, url, context),
    bytes: readCount(image.bytes, `${path}.bytes`, context),
    width: readCount(image.width, `${path}.width`, context),
    height: readCount(image.height, `${path}.height`, context),
    copyright: readText(image.copyright, `${path}.copyright`, context),
    license: readAddress(image.license, `${path}.license`, undefined, context),
  }
  if (url.includes('&')) {
    const message = 'The address contains "&": some readers then show the picture twice'
    findings.add('address-with-ampersand', `${path}.url`, message)
  }
  if (picture.alt === '') {
    const message =
      'No alternative text: expected what the picture shows, for people who cannot see it'
    findings.add('picture-without-alt', `${path}.alt`, message)
  }
  if (picture.type === undefined && url !== '' && !findings.refused(`${path}.type`)) {
    const message = 'The address does not tell the media type: expected a type such as image/jpeg'
    findings.add('picture-without-type', `${path}.type`, message)
  }
  return picture
}

/**
 * The pictures of an article: those of the record, with the captions that the body has for them where the
 * record has none, then those that only the body names under a caption of their own.
 */
export function finishPictures(
  images: readonly Picture[],
  body: PreparedBody,
  path: string,
  context: Context,
): readonly Picture[] {
  const captions = new Map(body.captions.map(({ url, caption }) => [url, caption]))
  const named = images.map((picture) => ({
    ...picture,
    caption: picture.caption ?? captions.get(picture.url),
  }))
  named.forEach(({ url, caption }, index) => {
    if (caption !== undefined) return
    const message = `No caption for ${show(url)}: expected a sentence under the picture`
    context.findings.add('picture-without-caption', `${path}.images[${index}].caption`, message)
  })
  const found = body.found.map((picture) => ({
    ...picture,
    type: readMediaType(undefined, `${path}.body`, picture.url, context),
  }))
  return [...named, ...found]
}
