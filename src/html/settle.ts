import { empty, kept } from './allow-list.js'
import { isNamed, isVisible, withChildren, type Element, type Node } from './tree.js'

// These stay even when they hold nothing: they count in a list or a row.
const standing = new Set(['li', 'dt', 'dd', 'td', 'th'])
// A single run of text in these needs no paragraph of its own.
const bare = new Set(['li', 'dt', 'dd', 'td', 'th', 'caption', 'summary'])

/** Takes out what holds nothing and the paragraphs that need not be written. */
export function settle(nodes: readonly Node[]): readonly Node[] {
  const settled: Node[] = []
  for (const node of nodes) {
    if (typeof node === 'string' || empty.has(node.name)) settled.push(node)
    else addSettled(node, settle(node.children), settled)
  }
  return settled
}

function addSettled(node: Element, children: readonly Node[], settled: Node[]): void {
  const { name, implied } = node
  if (name === 'audio' || name === 'video') addMedia(node, children, settled)
  else if (kept.get(name) === 'line') {
    if (isVisible(children))
      settled.push(withChildren(node, implied ? trimEnds(children) : children))
  } else if (bare.has(name) && isRun(children)) {
    const run = children.flatMap((child) => (isImplied(child) ? child.children : [child]))
    settled.push(withChildren(node, run))
  } else if (children.length > 0 || stands(node)) settled.push(withChildren(node, children))
}

// A group of columns that says how many they are needs none in it.
function stands({ name, attributes, implied }: Element): boolean {
  return (standing.has(name) && implied !== true) || attributes['span'] !== undefined
}

/** A film without an address is what stands in for it. */
function addMedia(node: Element, children: readonly Node[], settled: Node[]): void {
  const isPlayable =
    node.attributes['src'] !== undefined || children.some((child) => isNamed(child, 'source'))
  if (isPlayable) settled.push(withChildren(node, children))
  else for (const child of children) if (!isNamed(child, 'track')) settled.push(child)
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
  return typeof node === 'object' && node.name === 'p' && node.implied === true
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
  while (end > 0 && /[ \t\n\f]/.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}
