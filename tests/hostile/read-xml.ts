import { SaxesParser } from 'saxes'

/** An element as a strict, namespace-aware parser saw it. Text is that of the element itself, joined. */
export interface ReadElement {
  /** Namespace and local name: `{http://www.w3.org/2005/Atom}link`, or `title` without a namespace. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ReadElement[]
  readonly text: string
}

interface Growing extends ReadElement {
  readonly children: Growing[]
  text: string
}

/** Namespaces by the prefix that the tests use for them, whatever the document uses. */
const namespaces: Readonly<Record<string, string>> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  georss: 'http://www.georss.org/georss',
  media: 'http://search.yahoo.com/mrss/',
}

/** Reads a document, or throws at the first fault in form or namespaces. */
export function readXml(document: string): ReadElement {
  if (!document.isWellFormed()) throw new Error('half a character in the document')
  const top: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open: Growing[] = [top]
  const parser = new SaxesParser({ xmlns: true })
  const append = (text: string) => {
    open.at(-1)!.text += text
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element: Growing = {
      name: uri === '' ? local : `{${uri}}${local}`,
      attributes: Object.fromEntries(
        Object.values(attributes).map((attribute) => [attribute.name, attribute.value]),
      ),
      children: [],
      text: '',
    }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', append)
  parser.on('cdata', append)
  parser.write(document).close()
  return top.children[0]!
}

/** Elements at a path of local names from an element: `channel/item/media:content`. */
export function select(from: ReadElement, path: string): readonly ReadElement[] {
  return path.split('/').reduce<readonly ReadElement[]>(
    (elements, step) => {
      const name = expand(step)
      return elements.flatMap(({ children }) => children.filter((child) => child.name === name))
    },
    [from],
  )
}

/** Their texts, or the values of an attribute after `@`: `entry/category@term`. */
export function values(from: ReadElement, path: string): readonly string[] {
  const [elements = '', attribute] = path.split('@')
  return select(from, elements).flatMap((element) =>
    attribute === undefined ? element.text : (element.attributes[attribute] ?? []),
  )
}

function expand(step: string): string {
  const [prefix = '', local] = step.split(':')
  return local === undefined ? step : `{${namespaces[prefix] ?? ''}}${local}`
}
