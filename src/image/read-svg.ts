/** SVG: whether a text is a picture, and of which size. */
import { imageSize } from 'image-size'
import { Parser } from 'htmlparser2'

type Attributes = Readonly<Record<string, string>>

/**
 * The size of an SVG in pixels of CSS; `undefined` if the bytes are not one whole SVG in UTF-8. One that
 * says nothing of its size is 300 by 150, as browsers show it (CSS 2.2, section 10.3.2).
 */
export function readSvgSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const root = rootOf(new TextDecoder().decode(bytes))
  if (root === undefined) return undefined
  // The library finds sizes in a root element that is plainly written, at the beginning of the text.
  const { width, height } = imageSize(new TextEncoder().encode(plainRoot(root)))
  return { width, height }
}

// No drawing is nested so deep, and a parser's stack is slow when it is.
const deepest = 1000

/** The attributes of the root element. Browsers show nothing of an SVG that is not well-formed or has no namespace. */
function rootOf(text: string): Attributes | undefined {
  const roots: Attributes[] = []
  let depth = 0
  let opened = 0
  let entities = false
  const parser = new Parser(
    {
      onprocessinginstruction: (_, data) => {
        // The parser takes the end of the first entity for the end of the declaration.
        if (data.includes('[')) entities = true
      },
      onopentag: (name, attributes) => {
        if (depth === 0 && (roots.length > 0 || !isSvg(name, attributes))) throw notSvg
        if (depth === 0) roots.push(attributes)
        depth += 1
        opened = parser.startIndex
        if (depth > deepest) throw notSvg
      },
      onclosetag: (_, implied) => {
        // An element that closes itself is closed where it began.
        if (implied && parser.startIndex !== opened) throw notSvg
        depth -= 1
      },
      ontext: (data) => {
        const allowed = depth > 0 || (roots.length === 0 && entities)
        if (!allowed && /[^\s\uFEFF]/.test(data)) throw notSvg
      },
    },
    { xmlMode: true },
  )
  // What is thrown ends the reading at once.
  parser.end(text)
  return roots[0]
}

const notSvg = new Error('not SVG')

function isSvg(name: string, attributes: Attributes): boolean {
  if (name !== 'svg' && !name.endsWith(':svg')) return false
  const namespace = attributes[name === 'svg' ? 'xmlns' : `xmlns:${name.slice(0, -':svg'.length)}`]
  // Drawing programs write it as an entity of their own.
  return namespace === 'http://www.w3.org/2000/svg' || namespace?.startsWith('&') === true
}

function plainRoot(root: Attributes): string {
  const box = (root['viewBox'] ?? '').trim().split(/[\s,]+/)
  const hasBox = box.length === 4 && box.every((part) => Number.isFinite(Number(part)))
  const width = lengthOf(root['width']) ?? (hasBox ? '' : '300')
  const height = lengthOf(root['height']) ?? (hasBox ? '' : '150')
  return `<svg width="${width}" height="${height}" viewBox="${hasBox ? box.join(' ') : ''}">`
}

function lengthOf(value = ''): string | undefined {
  const text = value.trim()
  return /^(?:\d+|\d*\.\d+)(?:e\d+)?(?:in|cm|em|ex|m|mm|pc|pt|px)?$/.test(text) ? text : undefined
}
