import { empty, kept } from './allow-list.js'
import {
  isNamed,
  isVisible,
  replaceElements,
  withChildren,
  type Element,
  type Node,
} from './tree.js'

// These stay even when they hold nothing: they count in a list or a row.
const standing = new Set(['li', 'dt', 'dd', 'td', 'th'])
// A single run of text in these needs no paragraph of its own.
const bare = new Set(['li', 'dt', 'dd', 'td', 'th', 'caption', 'summary'])

/** Takes out what holds nothing and the paragraphs that need not be written. */
export function settle(nodes: readonly Node[]): readonly Node[] {
  return replaceElements(nodes, (node) => (empty.has(node.name) ? node : settled(node)))
}

function settled(node: Element): Element | readonly Node[] {
  const { name, implied } = node
  const children = settle(node.children)
  if (name === 'audio' || name === 'video') return settledMedia(node, children)
  if (kept.get(name) === 'line') {
    if (!isVisible(children)) return []
    return withChildren(node, implied ? trimEnds(children) : children)
  }
  if (bare.has(name) && isRun(children)) {
    const run = replaceElements(children, (child) => (isImplied(child) ? child.children : child))
    return withChildren(node, run)
  }
  return children.length > 0 || stands(node) ? withChildren(node, children) : []
}

// A group of columns that says how many they are needs none in it.
function stands({ name, attributes, implied }: Element): boolean {
  return (standing.has(name) && implied !== true) || attributes['span'] !== undefined
}

/** A film without an address is what stands in for it. */
function settledMedia(node: Element, children: readonly Node[]): Element | readonly Node[] {
  const isPlayable =
    node.attributes['src'] !== undefined || children.some((child) => isNamed(child, 'source'))
  return isPlayable
    ? withChildren(node, children)
    : children.filter((child) => !isNamed(child, 'track'))
}

/** Whether it is one run of loose text, and lists. */
function isRun(children: readonly Node[]): boolean {
  let runs = 0
  for (const child of children) {
    if (isImplied(child)) runs += 1
    else if (!isNamed(child, 'ul', 'ol', 'dl')) return false
  }
  return runs === 1
}

function isImplied(node: Node): node is Element {
  return typeof node === 'object' && node.implied === true
}

/** Inline nodes without white space at their beginning and end. */
export function trimEnds(nodes: readonly Node[]): readonly Node[] {
  const trimmed = joinText(nodes)
  const first = trimmed[0]
  if (typeof first === 'string') trimmed[0] = first.replace(/^[ \t\n\f]+/, '')
  const last = trimmed.at(-1)
  if (typeof last === 'string') trimmed[trimmed.length - 1] = trimEnd(last)
  return trimmed.filter((node) => node !== '')
}

function joinText(nodes: readonly Node[]): Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (typeof node === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + node
    else joined.push(node)
  }
  return joined
}

function trimEnd(text: string): string {
  let end = text.length
  while (/[ \t\n\f]/.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}
