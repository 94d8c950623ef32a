import { SaxesParser } from 'saxes'

/** One element: names on the way to it, its attributes, its own text. */
export interface ReadElement {
  readonly path: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** All elements of a document, in order; throws where it is not well-formed XML. */
export function readXml(xml: string): readonly ReadElement[] {
  const found: { path: string; attributes: Record<string, string>; text: string }[] = []
  const open: (typeof found)[number][] = []
  const parser = new SaxesParser()
  const write = (text: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1)
    const path = parent === undefined ? name : `${parent.path}/${name}`
    const element = { path, attributes: { ...attributes }, text: '' }
    found.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', write)
  parser.on('cdata', write)
  parser.write(xml).close()
  return found
}

/** The texts of all elements with a path. */
export function textsOf(xml: string, path: string): readonly string[] {
  return readXml(xml)
    .filter((element) => element.path === path)
    .map(({ text }) => text)
}
