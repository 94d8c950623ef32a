/** Judges of finished HTML that share nothing with the code: parse5 for what browsers see, saxes for balance. */
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { SaxesParser } from 'saxes'

/** A tree in a form that can be compared: text, or name, attributes and children. */
export type Plain = string | readonly [string, Readonly<Record<string, string>>, readonly Plain[]]

/** The tree that a browser builds. */
export function asBrowser(html: string): readonly Plain[] {
  return joined(parseFragment(html).childNodes.map(plain))
}

function plain(node: DefaultTreeAdapterMap['childNode']): Plain {
  if ('value' in node) return node.value
  if (!('tagName' in node)) throw new Error(`Unexpected ${node.nodeName}`)
  if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml')
    throw new Error(`Foreign ${node.nodeName}`)
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return [node.tagName, attributes, joined(node.childNodes.map(plain))]
}

/** The tree that the tags spell out; throws where they are not balanced. */
export function asWritten(html: string): readonly Plain[] {
  const voids = /<(img|br|hr|wbr|col|source|track)((?: [a-z]+="[^"]*")*)>/g
  // The first line end in `pre` is not part of it.
  // XML would read line ends in attributes as spaces.
  const xml = html
    .replace(/(?<==")[^"]*(?=")/g, (value) =>
      value.replace(/[\n\t]/g, (white) => `&#${white.charCodeAt(0)};`),
    )
    .replace(voids, '<$1$2/>')
    .replace(/(<pre(?: [a-z]+="[^"]*")*>)\n/g, '$1')
  type Open = [string, Record<string, string>, Plain[]]
  const root: Open = ['', {}, []]
  const stack: Open[] = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'root') return
    const element: Open = [name, { ...attributes }, []]
    stack.at(-1)?.[2].push(element)
    stack.push(element)
  })
  parser.on('closetag', ({ name }) => {
    if (name !== 'root') stack.pop()
  })
  parser.on('text', (text) => stack.at(-1)?.[2].push(text))
  parser.write(`<root>${xml}</root>`).close()
  return joinedDeep(root[2])
}

function joinedDeep(nodes: readonly Plain[]): readonly Plain[] {
  return joined(
    nodes.map((node) =>
      typeof node === 'string' ? node : ([node[0], node[1], joinedDeep(node[2])] as const),
    ),
  )
}

function joined(nodes: readonly Plain[]): readonly Plain[] {
  const result: Plain[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (typeof node === 'string' && typeof last === 'string') result.splice(-1, 1, last + node)
    else if (node !== '') result.push(node)
  }
  return result
}

/** Every element of a tree, with the names around it. */
export function elementsOf(
  nodes: readonly Plain[],
  around: readonly string[] = [],
): readonly {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly around: readonly string[]
}[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    const [name, attributes, children] = node
    return [{ name, attributes, around }, ...elementsOf(children, [...around, name])]
  })
}

const allowed = new Set(
  `p h2 h3 h4 ul ol li blockquote a strong em b i br hr table caption thead tbody tfoot tr th td colgroup col figure
  figcaption img sub sup q cite code pre small s del ins u abbr time dl dt dd kbd samp var dfn mark bdi bdo ruby rt rp
  wbr details summary audio video source track`.split(/\s+/),
)
const allowedAttributes = new Set(
  `lang dir title href hreflang src srcset sizes alt width height poster controls type media kind srclang cite colspan
  rowspan scope start reversed value datetime span open`.split(/\s+/),
)

/** What a tree holds that no feed should: empty when it is safe. */
export function dangers(nodes: readonly Plain[]): readonly string[] {
  return elementsOf(nodes).flatMap(({ name, attributes, around }) => {
    const found = allowed.has(name) ? [] : [`<${name}>`]
    if (name === 'a' && around.includes('a')) found.push('a in a')
    for (const [key, value] of Object.entries(attributes)) {
      if (!allowedAttributes.has(key)) found.push(`${name} ${key}`)
      const addresses =
        key === 'srcset' ? value.split(/,\s+/).map((part) => part.split(' ')[0] ?? '') : [value]
      const isLink = key === 'href'
      if (!isLink && !['src', 'srcset', 'poster', 'cite'].includes(key)) continue
      const schemes = isLink ? /^(https?|ftp|mailto|tel):$/ : /^https?:$/
      for (const address of addresses) {
        if (!URL.canParse(address) || !schemes.test(new URL(address).protocol))
          found.push(`${key}=${address}`)
        if (!/^[\x21-\x7E]*$/.test(address)) found.push(`not ASCII: ${address}`)
      }
    }
    return found
  })
}

/** Text that stands in no block, where a block is wanted: at the root and in these. */
export function looseText(nodes: readonly Plain[], parent = 'root'): readonly string[] {
  const wants =
    /^(root|blockquote|figcaption|figure|details|ul|ol|dl|table|thead|tbody|tfoot|tr|colgroup)$/
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return wants.test(parent) ? [`${parent}: ${node}`] : []
    return looseText(node[2], node[0])
  })
}
