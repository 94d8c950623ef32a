import { isBlank } from '../text.js'
import { kept } from './allow-list.js'
import { ownCaption, sayTheSame, withCredit } from './captions.js'
import { foundPicture, plainImage, recordImage, type BodyPicture } from './picture.js'
import { hasFigure, hasImage, imagesIn, without } from './pictures-in.js'
import { splitLine, splitRuns } from './split.js'
import {
  element,
  isNamed,
  isVisible,
  replaceElements,
  textOf,
  withChildren,
  type Element,
  type Node,
} from './tree.js'

/** A picture's address and what the body says below it. */
export interface BodyCaption {
  readonly url: string
  readonly caption: string
}

/** The body with its figures, and what was noticed on the way. */
export interface PlacedFigures {
  readonly nodes: readonly Node[]
  /** Pictures with a caption that the record does not name. */
  readonly found: readonly BodyPicture[]
  /** Addresses of pictures that were shown more than once; they are shown once now. */
  readonly repeated: readonly string[]
  /** Captions of the body that say something else than the record, or than the first showing. */
  readonly conflicts: readonly BodyCaption[]
  /** Captions that the body gives to pictures of the record that have none of their own. */
  readonly captions: readonly BodyCaption[]
}

/**
 * Gives every picture of the record its figure: where the body shows it, otherwise the first of the record
 * on top and the others at the end. Figures stand in blocks, so the lines around them are split.
 */
export function placeFigures(
  nodes: readonly Node[],
  pictures: readonly BodyPicture[],
): PlacedFigures {
  const placing = new Placing(pictures)
  const placed = placing.blocks(nodes)
  const [first] = pictures
  const top = first === undefined ? [] : placing.missing([first])
  const { found, conflicts, captions } = placing
  const end = placing.missing(pictures)
  return {
    nodes: [...top, ...placed, ...end],
    found,
    repeated: [...placing.repeated],
    conflicts,
    captions,
  }
}

class Placing {
  readonly found: BodyPicture[] = []
  readonly repeated = new Set<string>()
  readonly conflicts: BodyCaption[] = []
  readonly captions: BodyCaption[] = []
  readonly #record = new Map<string, BodyPicture>()
  readonly #recordByKind = new Map<string, BodyPicture>()
  readonly #shown = new Map<string, BodyPicture>()

  constructor(pictures: readonly BodyPicture[]) {
    for (const picture of pictures) {
      if (this.#record.has(picture.url)) this.repeated.add(picture.url)
      else this.#record.set(picture.url, picture)
      this.#recordByKind.set(kindOf(picture.url), picture)
    }
  }

  blocks(nodes: readonly Node[]): readonly Node[] {
    return replaceElements(nodes, (node) => {
      if (node.name === 'figure') return this.#figure(node)
      if (kept.get(node.name) !== 'line') return withChildren(node, this.blocks(node.children))
      return hasImage(node) ? splitLine(node, this.#pieces(node.children, undefined)) : node
    })
  }

  /** Figures of those pictures that were not shown yet, which they are now. */
  missing(pictures: readonly BodyPicture[]): readonly Node[] {
    return pictures
      .filter(({ url }) => !this.#shown.has(url))
      .map((picture) => {
        this.#shown.set(picture.url, picture)
        return element('figure', {}, [recordImage(picture, undefined), ...ownCaption(picture)])
      })
  }

  /** The pieces of a line, in which figures stand for the pictures of the record. */
  #pieces(nodes: readonly Node[], link: Element | undefined): readonly Node[] {
    return nodes.flatMap((node): readonly Node[] => {
      if (typeof node === 'string' || isNamed(node, 'audio', 'video')) return [node]
      if (node.name === 'img') {
        const isOwn =
          this.#match(node, link) !== undefined || this.#shown.has(node.attributes['src'] ?? '')
        return isOwn ? this.#single(node, link, undefined) : [node]
      }
      if (!hasImage(node)) return [node]
      const inside = this.#pieces(node.children, node.name === 'a' ? node : link)
      return splitRuns(inside, (run) => [{ ...node, children: run }])
    })
  }

  #figure(figure: Element): readonly Node[] {
    const given = figure.children.find((child) => isNamed(child, 'figcaption'))
    const caption = isNamed(given, 'figcaption') && !isBlank(textOf([given])) ? given : undefined
    // What stands in place of words below a picture, another picture or a film, is no caption, and is not lost.
    const rest = figure.children.flatMap((child) => {
      if (child !== given) return [child]
      return caption === undefined && isNamed(child, 'figcaption') ? child.children : []
    })
    const images = imagesIn(rest, undefined)
    const [only] = images
    if (images.length === 1 && only !== undefined && !hasFigure(rest)) {
      const around = without(rest, only.image)
      const shown = this.#single(only.image, only.link, caption)
      return isVisible(around) ? [...shown, ...this.blocks(around)] : shown
    }
    const isOwn = images.some(({ image, link }) => this.#match(image, link) !== undefined)
    if (!isOwn && !hasFigure(rest)) return [figure]
    // A gallery: each picture has a figure of its own, and a caption of them all follows as text.
    const pictures = images.flatMap(({ image, link }) => this.#match(image, link) ?? [])
    const blocks = this.blocks(rest)
    if (caption === undefined) return blocks
    const text = textOf([caption])
    const isSaid = pictures.some((picture) => picture.caption && sayTheSame(text, picture))
    return isSaid ? blocks : [...blocks, ...caption.children]
  }

  /** The figure of one picture; nothing when it was shown before. */
  #single(
    image: Element,
    link: Element | undefined,
    figcaption: Element | undefined,
  ): readonly Node[] {
    const text = figcaption === undefined ? '' : textOf([figcaption])
    const own = this.#match(image, link)
    const src = image.attributes['src'] ?? ''
    const before = this.#shown.get(own?.url ?? src)
    if (before !== undefined) {
      this.repeated.add(before.url)
      if (text !== '' && !sayTheSame(text, before))
        this.conflicts.push({ url: before.url, caption: text })
      return []
    }
    const linked = (picture: Element): Element =>
      link !== undefined && !isItself(image, link, own) ? { ...link, children: [picture] } : picture
    if (own === undefined) {
      if (figcaption === undefined || text === '') return [element('figure', {}, [linked(image)])]
      const picture = foundPicture(image, text)
      this.found.push(picture)
      this.#shown.set(src, picture)
      return [element('figure', {}, [linked(plainImage(image)), figcaption])]
    }
    this.#shown.set(own.url, own)
    const caption = this.#caption(own, figcaption, text)
    return [element('figure', {}, [linked(recordImage(own, image)), ...caption])]
  }

  /** The record's caption wins; where it has none, the body's stays. */
  #caption(own: BodyPicture, figcaption: Element | undefined, text: string): readonly Element[] {
    if (figcaption === undefined || text === '') return ownCaption(own)
    if (own.caption) {
      if (!sayTheSame(text, own)) this.conflicts.push({ url: own.url, caption: text })
      return ownCaption(own)
    }
    this.captions.push({ url: own.url, caption: text })
    return [withCredit(figcaption, own)]
  }

  /** The record's picture that a body's is: by any of its addresses, or by the link around it. */
  #match(image: Element, link: Element | undefined): BodyPicture | undefined {
    const addresses = [...(image.shows ?? []), link?.attributes['href'] ?? '']
    const known = addresses.find((address) => this.#record.has(address))
    if (known !== undefined) return this.#record.get(known)
    return addresses.map((address) => this.#recordByKind.get(kindOf(address))).find(Boolean)
  }
}

/** What a resized or secure copy has in common with its original: WordPress writes `photo-1024x683.jpg`. */
function kindOf(address: string): string {
  return address
    .replace(/^https?:/, '')
    .replace(/-(?:\d{1,5}x\d{1,5}|scaled)(?=\.\w{1,5}(?:$|[?#]))/, '')
}

function isItself(image: Element, link: Element, own: BodyPicture | undefined): boolean {
  const href = link.attributes['href'] ?? ''
  return href === own?.url || (image.shows ?? []).includes(href)
}
