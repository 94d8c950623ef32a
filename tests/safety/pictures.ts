/** The files that a body shows: what a browser may ask for when it shows it. */
import { parse, parseFragment, type DefaultTreeAdapterMap } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

/** Addresses of pictures, films and sounds in HTML; `whole` for a document. */
export function filesIn(html: string, whole = false): readonly string[] {
  return within(whole ? parse(html) : parseFragment(html))
}

function within(node: Node): readonly string[] {
  const own =
    'tagName' in node && /^(img|video|audio|source|track)$/.test(node.tagName)
      ? node.attrs.flatMap(({ name, value }) => {
          if (name === 'src' || name === 'poster') return [value]
          return name === 'srcset'
            ? value.split(/,\s+/).map((part) => part.split(' ')[0] ?? '')
            : []
        })
      : []
  // A browser asks without what stands behind the hash.
  const asked = own.map((address) => address.replace(/#.*/s, ''))
  const inside = 'childNodes' in node ? node.childNodes.flatMap(within) : []
  return [...asked, ...inside]
}
