/** The pictures of front matter and body as one list. */
import { issue, type Issue } from '../issue.js'
import { oneLine } from '../text.js'
import { resolveAddress } from '../url.js'
import { shortened } from './cut-by-comment.js'
import type { BodyPicture } from './find-pictures.js'
import type { Place } from './places.js'

/** One list of pictures, where those of the body stand, and what was found. */
export interface MergedPictures {
  /** As front matter has it if that is not a list: createFeed says so. */
  readonly images: unknown
  readonly places: ReadonlyMap<string, Place>
  readonly issues: readonly Issue[]
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Front matter first, in its order, then what only the body has. The first picture leads the article,
 * and front matter is where somebody says on purpose which one that is; so an index in front matter is
 * also the index in `images`. Values of front matter go before those of the body.
 */
export function mergePictures(
  given: unknown,
  found: readonly BodyPicture[],
  link: unknown,
): MergedPictures {
  if (given !== undefined && !Array.isArray(given)) {
    return { images: given, places: new Map(), issues: [] }
  }
  const images: unknown[] = [...((given ?? []) as readonly unknown[])]
  const base = baseOf(link)
  const known = new Map<string, number>()
  images.forEach((image, index) => {
    const key = addressOf(image, base)
    if (key !== undefined && !known.has(key)) known.set(key, index)
  })
  const places = new Map<string, Place>()
  const issues: Issue[] = []
  for (const picture of found) {
    const key = addressOf(picture, base) ?? ''
    const index = known.get(key)
    if (index !== undefined) {
      const image = images[index] as Fields
      if (isOtherCaption(picture.caption, image['caption'])) issues.push(conflict(picture, index))
      images[index] = withValuesOf(image, picture)
    } else if (picture.alone || picture.caption !== undefined) {
      places.set(`images[${images.length}]`, picture.place)
      known.set(key, images.length)
      images.push(withValuesOf({ url: picture.url }, picture))
    }
  }
  return { images: images.length === 0 ? given : images, places, issues }
}

// Any base will do to compare two relative addresses; with the link absolute ones compare with them too.
function baseOf(link: unknown): string {
  const anyBase = 'https://base.invalid/'
  return resolveAddress(typeof link === 'string' ? link : '', anyBase).href ?? anyBase
}

// Compared as createFeed compares them, so that one picture here is one picture there.
function addressOf(image: unknown, base: string): string | undefined {
  const url = typeof image === 'object' && image !== null && 'url' in image ? image.url : undefined
  return typeof url === 'string' && url !== '' ? (resolveAddress(url, base).href ?? url) : undefined
}

function isOtherCaption(caption: string | undefined, present: unknown): boolean {
  if (caption === undefined || typeof present !== 'string') return false
  return present !== '' && oneLine(present) !== caption
}

function conflict({ caption = '', place }: BodyPicture, index: number): Issue {
  const message =
    `The picture has another caption already, so ${JSON.stringify(shortened(caption))} is not shown: ` +
    'expected one caption for one picture'
  return issue('caption-conflict', `images[${index}].caption`, message, place)
}

function withValuesOf(image: Fields, { alt, caption }: BodyPicture): Fields {
  return {
    ...image,
    ...(alt !== undefined && isAbsent(image['alt']) ? { alt } : {}),
    ...(caption !== undefined && isAbsent(image['caption']) ? { caption } : {}),
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === ''
}
