import { empty } from './allow-list.js'
import type { Node } from './tree.js'

/** A direction of writing that has to be said, since it is not the usual one. */
export type Direction = 'rtl'

/** Says the direction on every block that does not say its own: many readers take it from nowhere else. */
export function withDirection(
  nodes: readonly Node[],
  direction: Direction | undefined,
): readonly Node[] {
  if (direction === undefined) return nodes
  return nodes.map((node) =>
    typeof node === 'string' || empty.has(node.name) || node.attributes['dir'] !== undefined
      ? node
      : { ...node, attributes: { ...node.attributes, dir: direction } },
  )
}
