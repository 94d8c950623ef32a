/** Elements as finished text, for writers that list them in document order. */
import { cdata, escapeAttribute, escapeText } from './escape.js'

declare const markup: unique symbol

/** Finished XML. Only this room makes it. The empty text stands for an element that is not there. */
export type Markup = string & { readonly [markup]: true }

/** Attributes in the order in which they are written; `undefined` is not written. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** No element. */
export const nothing = '' as Markup

/** `<name attributes>text</name>`, or nothing for an absent text. */
export function textElement(
  name: string,
  text: string | number | undefined,
  attributes?: Attributes,
): Markup {
  if (text === undefined) return nothing
  const content = typeof text === 'string' ? escapeText(text) : String(text)
  return `<${name}${writeAttributes(attributes)}>${content}</${name}>` as Markup
}

/** `<name attributes>address</name>`, or nothing for an absent address. */
export function addressElement(
  name: string,
  address: string | undefined,
  attributes?: Attributes,
): Markup {
  if (address === undefined) return nothing
  return `<${name}${writeAttributes(attributes)}>${escapeAttribute(address)}</${name}>` as Markup
}

/** `<name attributes><![CDATA[text]]></name>`. */
export function cdataElement(name: string, text: string, attributes?: Attributes): Markup {
  return `<${name}${writeAttributes(attributes)}>${cdata(text)}</${name}>` as Markup
}

/** `<name attributes/>`. */
export function emptyElement(name: string, attributes: Attributes): Markup {
  return `<${name}${writeAttributes(attributes)}/>` as Markup
}

/** An element of elements, each child on a line of its own, `depth` levels deep. */
export function parentElement(
  depth: number,
  name: string,
  attributes: Attributes | undefined,
  children: readonly Markup[],
): Markup {
  const start = `<${name}${writeAttributes(attributes)}`
  const inner = lines(depth + 1, children)
  return (inner === '' ? `${start}/>` : `${start}>${inner}${indentOf(depth)}</${name}>`) as Markup
}

/** Elements on lines of their own. White space stands between elements only, never in a value. */
export function lines(depth: number, elements: readonly Markup[]): Markup {
  const indent = indentOf(depth)
  let text = ''
  for (const element of elements) if (element !== '') text += indent + element
  return text as Markup
}

/**
 * A whole document in UTF-8; the declaration stands at the very start (rule R-8). `stylesheet` is the absolute address
 * of one in CSS (Associating Style Sheets with XML documents 1.0).
 */
export function xmlDocument(root: Markup, stylesheet?: string): string {
  return `${prolog(stylesheet)}\n${root}\n`
}

/** An element around the items of a document. */
export interface Parent {
  readonly name: string
  readonly attributes?: Attributes
}

/**
 * As {@link xmlDocument}, in chunks: all that stands in front of the items, an item each, and what ends the document.
 * `parents` are the elements around the items from the outside in; `head` stands in the innermost. An item is made when its
 * turn comes.
 */
export function* documentChunks(
  parents: readonly Parent[],
  head: readonly Markup[],
  items: readonly (() => Markup)[],
  stylesheet?: string,
): Generator<string> {
  let begin = prolog(stylesheet)
  let end = '\n'
  for (const [level, { name, attributes }] of parents.entries()) {
    begin += `${indentOf(level)}<${name}${writeAttributes(attributes)}>`
    end = `${indentOf(level)}</${name}>${end}`
  }
  yield begin + lines(parents.length, head)
  const indent = indentOf(parents.length)
  for (const write of items) yield indent + write()
  yield end
}

function indentOf(depth: number): string {
  return `\n${'  '.repeat(depth)}`
}

function prolog(stylesheet: string | undefined): string {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>'
  return stylesheet === undefined
    ? declaration
    : `${declaration}\n<?xml-stylesheet type="text/css" href="${escapeAttribute(stylesheet)}"?>`
}

function writeAttributes(attributes: Attributes | undefined): string {
  let text = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined) text += ` ${name}="${escapeAttribute(String(value))}"`
  }
  return text
}
