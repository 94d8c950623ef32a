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

// A place is often in capitals where the body's is not. "Paris has…" and "Paris-based" are sentences and no datelines: soon
// behind the place there is a dash with space around it, a bar or a colon, or nothing but a date.
function beginsWith(place: string, text: string): boolean {
  const [begun = '', wanted = ''] = [text, place].map((each) =>
    each
      .normalize('NFC')
      .toLowerCase()
      .replace(/^[\s"'«“([]+/, ''),
  )
  if (!begun.startsWith(wanted)) return false
  const behind = begun.slice(wanted.length, wanted.length + 80)
  return (
    /^(?![\p{L}\p{N}])[^!?;]{0,50}?(?:\s[–—-]\s|[–—]|\||\d\s?:)/u.test(behind) ||
    /^[^.!?;]{0,10}:/.test(behind) ||
    /^\W[^.!?;]{0,40}\d$/.test(behind)
  )
}
