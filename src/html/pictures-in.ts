import { isNamed, type Element, type Node } from './tree.js'

/** A picture with the link around it. */
export interface LinkedImage {
  readonly image: Element
  readonly link: Element | undefined
}

/** The pictures in nodes; those of figures and films inside are not counted. */
export function imagesIn(
  nodes: readonly Node[],
  link: Element | undefined,
): readonly LinkedImage[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string' || isNamed(node, 'audio', 'video', 'figure')) return []
    if (node.name === 'img') return [{ image: node, link }]
    return imagesIn(node.children, node.name === 'a' ? node : link)
  })
}

/** Whether there is a picture at any depth. */
export function hasImage({ children }: Element): boolean {
  for (const child of children) {
    if (typeof child === 'object' && (child.name === 'img' || hasImage(child))) return true
  }
  return false
}

/** Whether there is a figure at any depth. */
export function hasFigure(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node) => typeof node === 'object' && (node.name === 'figure' || hasFigure(node.children)),
  )
}

/** Nodes without one picture. */
export function without(nodes: readonly Node[], image: Element): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (node === image) return []
    return typeof node === 'string'
      ? [node]
      : [{ ...node, children: without(node.children, image) }]
  })
}
