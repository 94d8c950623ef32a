/** The tree of a body, and its text. Every name and attribute in it has passed the allow-list. */

/** Attributes in the order in which they are written. */
export type Attributes = Readonly<Record<string, string>>

/** An element of the allow-list. */
export interface Element {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly Node[]
  /** A paragraph that the body did not have, put around loose text. */
  readonly implied?: true
  /** Of a picture: every address under which the body knows it, lazy and resized ones included. */
  readonly shows?: readonly string[]
}

/** Text, not escaped, or an element. */
export type Node = string | Element

/** Makes an element. */
export function element(
  name: string,
  attributes: Attributes,
  children: readonly Node[] = [],
): Element {
  return { name, attributes, children }
}

/** An element with other children; itself when they are the same. */
export function withChildren(node: Element, children: readonly Node[]): Element {
  if (children === node.children) return node
  const { length } = node.children
  const isSame =
    length === children.length && children.every((child, at) => child === node.children[at])
  return isSame ? node : { ...node, children }
}

/**
 * Nodes with others in place of some elements; the list itself when every element stays, for which `replace`
 * says the element itself.
 */
export function replaceElements(
  nodes: readonly Node[],
  replace: (node: Element) => Element | readonly Node[],
): readonly Node[] {
  let replaced: Node[] | undefined
  nodes.forEach((node, index) => {
    const instead = typeof node === 'string' ? node : replace(node)
    if (instead !== node) replaced ??= nodes.slice(0, index)
    if (replaced === undefined) return
    if (typeof instead === 'string' || 'name' in instead) replaced.push(instead)
    else for (const other of instead) replaced.push(other)
  })
  return replaced ?? nodes
}

/** Whether a node is an element of one of these names. */
export function isNamed<Name extends string>(
  node: Node | undefined,
  ...names: readonly Name[]
): node is Element & { readonly name: Name } {
  return typeof node === 'object' && names.some((name) => name === node.name)
}

const inLine =
  /^(a|strong|em|b|i|u|s|su[bp]|small|q|cite|code|kbd|samp|var|dfn|abbr|time|mark|bd[io]|del|ins|ruby|wbr)$/
// Readings above the line and what stands in for a film are no part of the sentence.
const aside = new Set(['rt', 'rp', 'audio', 'video'])

/** The text of nodes on one line. Blocks and line breaks are a space, pictures nothing. */
export function textOf(nodes: readonly Node[]): string {
  return collapse(rawText(nodes))
}

function rawText(nodes: readonly Node[]): string {
  let text = ''
  for (const node of nodes) {
    if (typeof node === 'string') text += node
    else if (aside.has(node.name)) continue
    else if (inLine.test(node.name)) text += rawText(node.children)
    else if (node.name !== 'img') text += ` ${rawText(node.children)} `
  }
  return text
}

/** Runs of HTML's white space become one space, and none at the ends. No-break spaces stay. */
export function collapse(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '')
}

/** Whether there is something to see: a character that is not white space, a picture, a film. */
export function isVisible(nodes: readonly Node[]): boolean {
  return nodes.some((node) =>
    typeof node === 'string'
      ? /[^\s\u200B\u2060]/.test(node)
      : isNamed(node, 'img', 'audio', 'video', 'hr') || isVisible(node.children),
  )
}
