import type { SafeHtml } from './safe-html.js'
import { serialize } from './serialize.js'
import { element } from './tree.js'

/** Plain text as a paragraph; nothing for an empty text. */
export function paragraph(text: string): SafeHtml {
  return serialize(text === '' ? [] : [element('p', {}, [text])])
}
