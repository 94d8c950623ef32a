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
      /** What is written from left to right in every language, such as a telephone number. */
      readonly leftToRight?: true | undefined
    }

/** A block: a paragraph of lines, a heading, or a quotation of paragraphs. */
export type Block =
  | { readonly kind: 'paragraph' | 'quotation'; readonly lines: readonly (readonly Run[])[] }
  | { readonly kind: 'heading'; readonly text: string }

/** Writes blocks. Addresses must be absolute, and of a scheme that bodies may have. */
export function compose(blocks: readonly Block[], direction: Direction | undefined): SafeHtml {
  const nodes = blocks.map((block) => toNode(block, direction))
  return serialize(withDirection(nodes, direction))
}

function toNode(block: Block, direction: Direction | undefined): Node {
  if (block.kind === 'heading') return element('h2', {}, [block.text])
  const lines = block.lines.map((line) => line.map((run) => toInline(run, direction)))
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

// Within a line from right to left, a text in another script would pull brackets and full stops to its side.
function toInline(run: Run, direction: Direction | undefined): Node {
  if (typeof run === 'string') return run
  const text = run.strong === true ? element('strong', {}, [run.text]) : run.text
  const apart =
    direction === 'rtl' && run.strong !== true
      ? element('bdi', run.leftToRight === true ? { dir: 'ltr' } : {}, [text])
      : text
  return run.href === undefined ? apart : element('a', { href: run.href }, [apart])
}
