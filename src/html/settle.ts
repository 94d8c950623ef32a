import { empty, kept } from './allow-list.js'
import { isNamed, isVisible, type Element, type Node } from './tree.js'

// These stay even when they hold nothing: they count in a list or a row.
const standing = new Set(['li', 'dt', 'dd', 'td', 'th'])
// A single run of text in these needs no paragraph of its own.
const bare = new Set(['li', 'dt', 'dd', 'td', 'th', 'caption', 'summary'])

/** Takes out what holds nothing and the paragraphs that need not be written. */
export function settle(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [node] : settleElement(node)))
}

function settleElement(node: Element): readonly Node[] {
  if (empty.has(node.name)) return [node]
  const children = settle(node.children)
  if (isNamed(node, 'audio', 'video')) return settleMedia(node, children)
  if (kept.get(node.name) === 'line') {
    if (!isVisible(children)) return []
    return [{ ...node, children: node.implied ? trimEnds(children) : children }]
  }
  if (bare.has(node.name) && isRun(children)) {
    return [
      {
        ...node,
        children: children.flatMap((child) => (isImplied(child) ? child.children : [child])),
      },
    ]
  }
  if (children.length === 0 && (node.implied || !standing.has(node.name))) return []
  return [{ ...node, children }]
}

/** A film without an address is what stands in for it. */
function settleMedia(node: Element, children: readonly Node[]): readonly Node[] {
  if (node.attributes['src'] !== undefined || children.some((child) => isNamed(child, 'source'))) {
    return [{ ...node, children }]
  }
  return children.filter((child) => !isNamed(child, 'track'))
}

/** Whether it is at most one run of loose text, and lists. */
function isRun(children: readonly Node[]): boolean {
  const runs = children.filter(isImplied)
  return (
    runs.length === 1 &&
    children.every((child) => isImplied(child) || isNamed(child, 'ul', 'ol', 'dl'))
  )
}

function isImplied(node: Node): node is Element {
  return typeof node === 'object' && node.name === 'p' && node.implied === true
}

/** Inline nodes without white space at their beginning and end. */
export function trimEnds(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node, index): readonly Node[] => {
    if (typeof node !== 'string') return [node]
    const start = index === 0 ? node.replace(/^[ \t\n\f\r]+/, '') : node
    const text = index === nodes.length - 1 ? trimEnd(start) : start
    return text === '' ? [] : [text]
  })
}

function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[ \t\n\f\r]/.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}
