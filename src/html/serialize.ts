import { empty } from './allow-list.js'
import { escapeHtml } from './escape.js'
import type { SafeHtml } from './safe-html.js'
import type { Node } from './tree.js'

/**
 * Writes a tree as HTML. This is the only place that makes {@link SafeHtml}, and this is why it is safe:
 * whatever the input was, each byte here is written anew from the tree. A tag is a name of the allow-list, or
 * one that this library writes itself; so is an attribute, its value in double quotes with `& < > "` escaped; text is
 * escaped; every start tag has its end tag. No kept element has raw text or foreign content, and there
 * are no comments, so a parser cannot read the text as anything but text.
 */
export function serialize(nodes: readonly Node[]): SafeHtml {
  const pieces: string[] = []
  write(nodes, pieces)
  // Joined at once: `+=` leaves a tree of pieces that lives as long as the feed does.
  return pieces.join('') as SafeHtml
}

function write(nodes: readonly Node[], pieces: string[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      pieces.push(escapeHtml(node))
      continue
    }
    let tag = `<${node.name}`
    for (const name of Object.keys(node.attributes)) {
      tag += ` ${name}="${escapeHtml(node.attributes[name] ?? '')}"`
    }
    pieces.push(`${tag}>`)
    if (empty.has(node.name)) continue
    const [first] = node.children
    // HTML standard, section 13.1.2.5: the first line end in `pre` is not part of it.
    if (node.name === 'pre' && typeof first === 'string' && first.startsWith('\n'))
      pieces.push('\n')
    write(node.children, pieces)
    pieces.push(`</${node.name}>`)
  }
}

/** Pieces of HTML one after the other: each is balanced, so all of them together are. */
export function joinHtml(pieces: readonly (SafeHtml | undefined)[]): SafeHtml {
  return pieces.filter((piece) => piece !== undefined).join('') as SafeHtml
}
