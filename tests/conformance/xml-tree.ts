/** XML as a small tree, read by saxes with namespaces, and a path language to look things up in it. */
import { SaxesParser } from 'saxes'

/** An element. */
export interface XmlNode {
  /** The local name, behind a prefix of our own (`prefixes`) if its namespace is not the root's. */
  readonly name: string
  readonly uri: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

/** Places are written with these, whatever prefixes the document itself declares. */
export const prefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.georss.org/georss': 'georss',
  'http://backend.userland.com/creativeCommonsRssModule': 'creativeCommons',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://purl.org/syndication/history/1.0': 'fh',
  'http://purl.org/atompub/tombstones/1.0': 'at',
  'http://www.w3.org/2007/app': 'app',
  'http://wellformedweb.org/CommentAPI/': 'wfw',
}

interface OpenNode extends XmlNode {
  readonly children: (OpenNode | string)[]
}

/** Reads a document; throws where it is not well-formed, a character included, and on any DTD. */
export function parseXml(text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true })
  const open: OpenNode[] = []
  let root: OpenNode | undefined
  const addText = (value: string): void => {
    open.at(-1)?.children.push(value)
  }
  parser.on('doctype', () => {
    throw new Error('A document type declaration')
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ uri, local, attributes }) => {
    const rootUri = root?.uri ?? uri
    const node: OpenNode = {
      name: uri === rootUri ? local : `${prefixes[uri] ?? `{${uri}}`}:${local}`,
      uri,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, { value }]) => [name, value]),
      ),
      children: [],
    }
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  if (root === undefined) throw new Error('No root element')
  return root
}

/** The elements among the children. */
export function elements(node: XmlNode): readonly XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string')
}

/** The node and all elements below it, in document order. */
export function descendants(node: XmlNode): readonly XmlNode[] {
  return [node, ...elements(node).flatMap(descendants)]
}

/**
 * The elements at a place under a node: `channel/item[2]/atom:link{rel=via}`, numbers from 1. A step takes
 * the elements of a name, then those with an attribute (percent-encoded), then one of them.
 */
export function nodesAt(node: XmlNode, place: string): readonly XmlNode[] {
  return place.split('/').reduce<readonly XmlNode[]>(
    (found, step) => {
      const parts = /^([^[{]+)(?:\{(\w+)=([^}]*)\})?(?:\[(\d+)\])?$/.exec(step) ?? []
      const [, name = '', attribute, value, number] = parts
      return found.flatMap((each) => {
        const named = elements(each).filter(
          (child) =>
            child.name === name &&
            (attribute === undefined ||
              child.attributes[attribute] === decodeURIComponent(value ?? '')),
        )
        return number === undefined ? named : named.slice(Number(number) - 1, Number(number))
      })
    },
    [node],
  )
}

/** What stands at a place: text of elements, or values of an attribute for `…/name@attribute`. */
export function valuesAt(node: XmlNode, place: string): readonly string[] {
  const [path = '', attribute] = place.split('@')
  const nodes = path === '' ? [node] : nodesAt(node, path)
  return attribute === undefined
    ? nodes.map(textOf)
    : nodes.flatMap(({ attributes }) => attributes[attribute] ?? [])
}

/** The text of an element and all below it, as it stands. */
export function textOf(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
