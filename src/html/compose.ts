/** HTML that the library itself writes, of plain text: notices above a body, sections below it. */
import { withDirection, type Direction } from './direction.js'
import type { SafeHtml } from './safe-html.js'
import { serialize } from './serialize.js'
import { element, type Node } from './tree.js'

/** A piece of a line: plain text; with an address it is a link. */
export type Run =
  | string
  | {
      readonly text: string
      readonly href?: string | undefined
      readonly strong?: true | undefined
    }

/** A block: a paragraph of lines, a heading, or a quotation of paragraphs. */
export type Block =
  | { readonly kind: 'paragraph' | 'quotation'; readonly lines: readonly (readonly Run[])[] }
  | { readonly kind: 'heading'; readonly text: string }

/** Writes blocks. Addresses must be absolute, and of a scheme that bodies may have. */
export function compose(blocks: readonly Block[], direction: Direction | undefined): SafeHtml {
  return serialize(withDirection(blocks.map(toNode), direction))
}

function toNode(block: Block): Node {
  if (block.kind === 'heading') return element('h2', {}, [block.text])
  const lines = block.lines.map((line) => line.map(toInline))
  if (block.kind === 'quotation') {
    return element(
      'blockquote',
      {},
      lines.map((line) => element('p', {}, line)),
    )
  }
  const [first = [], ...more] = lines
  return element('p', {}, [...first, ...more.flatMap((line) => [element('br', {}), ...line])])
}

function toInline(run: Run): Node {
  if (typeof run === 'string') return run
  const text = run.strong === true ? element('strong', {}, [run.text]) : run.text
  return run.href === undefined ? text : element('a', { href: run.href }, [text])
}
