import { element, type Attributes, type Element } from './tree.js'

/** A picture of the record, or one that was found in the body. Texts are plain text. */
export interface BodyPicture {
  /** Absolute address in ASCII, http or https, resolved already. */
  readonly url: string
  readonly alt: string
  readonly caption?: string | undefined
  readonly credit?: string | undefined
  /** The credit as it is shown: `Photo: Press office`. Default: the credit. */
  readonly creditLine?: string | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** The `img` of a record; what it does not say the body may add. */
export function recordImage(picture: BodyPicture, image: Element | undefined): Element {
  const { alt = '', src, width, height } = image?.attributes ?? {}
  const isSame = src === picture.url
  return element('img', {
    src: picture.url,
    alt: picture.alt || alt,
    ...side('width', picture.width?.toString() ?? (isSame ? width : undefined)),
    ...side('height', picture.height?.toString() ?? (isSame ? height : undefined)),
  })
}

/** The `img` of a body in the shape of a figure: without its other sizes. */
export function plainImage({
  attributes: { src = '', alt = '', width, height },
}: Element): Element {
  return element('img', { src, alt, ...side('width', width), ...side('height', height) })
}

/** What a body says of a picture that the record does not name. */
export function foundPicture({ attributes }: Element, caption: string): BodyPicture {
  const { src = '', alt = '' } = attributes
  return {
    url: src,
    alt,
    caption,
    width: Number(attributes['width']) || undefined,
    height: Number(attributes['height']) || undefined,
  }
}

function side(name: 'width' | 'height', value: string | undefined): Attributes {
  return value === undefined ? {} : { [name]: value }
}
