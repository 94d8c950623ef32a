import { element, isNamed, textOf, type Node } from './tree.js'

/**
 * Puts place and date before the first words: into the first paragraph of the running text, or before the
 * text where it has none. A body that begins with the place has its dateline already.
 */
export function withDateline(
  nodes: readonly Node[],
  { place, text }: { readonly place: string; readonly text: string },
): readonly Node[] {
  const dateline = element('strong', {}, [text])
  const at = nodes.findIndex((node) => isNamed(node, 'p') && textOf([node]) !== '')
  const first = nodes[at]
  if (!isNamed(first, 'p')) return [element('p', {}, [dateline]), ...nodes]
  if (beginsWith(place, textOf([first]))) return nodes
  const opened = { ...first, children: [dateline, ' – ', ...first.children] }
  return nodes.map((node, index) => (index === at ? opened : node))
}

// A place is often in capitals where the body's is not. "Paris has…" is a sentence and no dateline.
function beginsWith(place: string, text: string): boolean {
  const [begun = '', wanted = ''] = [text, place].map((each) =>
    each
      .normalize('NFC')
      .toLowerCase()
      .replace(/^[\s"'«“(]+/, ''),
  )
  return begun.startsWith(wanted) && /^\s*[,(:–—،、，-]/.test(begun.slice(wanted.length))
}
