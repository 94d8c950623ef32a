/** The pictures of a body. */
import type { Token } from 'markdown-it'
import { oneLine } from '../text.js'
import { altOf, type Body } from './parse-body.js'
import type { Place } from './places.js'

/** A picture as Markdown has it. */
export interface BodyPicture {
  readonly url: string
  readonly alt?: string
  readonly caption?: string
  /** Whether its paragraph holds nothing but pictures; if not, it may be an icon in a sentence. */
  readonly alone: boolean
  /** Its line; the column is that of the first picture on it. */
  readonly place: Place
}

/** The pictures of a body in their order. `source` is the Markdown, `firstLine` its line in the file. */
export function findPictures(
  { tokens }: Body,
  source: string,
  firstLine: number,
): readonly BodyPicture[] {
  const lines = source.split('\n')
  let block = 0
  return tokens.flatMap(({ map, children }, index) => {
    // Cells of a table have no lines of their own; those of the row stand before them.
    block = map?.[0] ?? block
    const parts = children ?? []
    const alone = tokens[index - 1]?.type === 'paragraph_open' && parts.every(isPictureOrSpace)
    let line = block
    return parts.flatMap((part) => {
      if (part.type === 'softbreak' || part.type === 'hardbreak') line += 1
      if (part.type !== 'image') return []
      const column = (lines[line]?.indexOf('![') ?? 0) + 1 || 1
      return [toPicture(part, alone, { line: firstLine + line, column })]
    })
  })
}

// A picture that is a link stands alone too.
function isPictureOrSpace({ type, content }: Token): boolean {
  if (type === 'text') return content.trim() === ''
  return /^(image|link_open|link_close|softbreak|hardbreak)$/.test(type)
}

function toPicture(token: Token, alone: boolean, place: Place): BodyPicture {
  const alt = altOf(token)
  const caption = oneLine(token.attrGet('title') ?? '')
  return {
    url: token.attrGet('src') ?? '',
    ...(alt === '' ? {} : { alt }),
    ...(caption === '' ? {} : { caption }),
    alone,
    place,
  }
}
