/** Elements as data, for people who add a vocabulary. They never handle markup as text. */
import { escapeText } from './escape.js'
import { emptyElement, nothing, type Attributes, type Markup } from './markup.js'

/** A name with a prefix: `media:title`. */
export type QualifiedName = `${string}:${string}`

/** An element. Make it with {@link element}. */
export interface XmlElement<Name extends QualifiedName = QualifiedName> {
  readonly name: Name
  readonly attributes: Attributes
  readonly children: readonly (XmlElement | string)[]
}

/**
 * An element with attributes and content. Texts are plain text and are escaped when written; an
 * attribute that is `undefined` is not written.
 *
 * @example element('visit:place', { room: 'A 1' }, 'Main building')
 */
export function element<const Name extends QualifiedName>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (XmlElement | string)[]
): XmlElement<Name> {
  return Object.freeze({
    name,
    attributes: Object.freeze({ ...attributes }),
    children: Object.freeze([...children]),
  })
}

const localName = '[A-Za-z_][A-Za-z0-9_.-]*'

// Far more than a vocabulary needs, far less than the stack holds.
const deepest = 100

/**
 * The first thing in an element that cannot be written under this prefix: a name that is no XML name with
 * it, a child that is neither element nor text, or what is nested too deep. `undefined` if all can.
 */
export function findFault(element: unknown, prefix: string, depth = 0): string | undefined {
  if (!isElement(element)) return 'what is no element of texts and numbers'
  if (depth > deepest) return `${element.name} more than ${deepest} levels deep`
  if (!new RegExp(`^${prefix}:${localName}$`).test(element.name)) return element.name
  const attribute = Object.keys(element.attributes).find(
    (name) => !new RegExp(`^(${prefix}:|xml:)?${localName}$`).test(name) || name === 'xmlns',
  )
  if (attribute !== undefined) return attribute
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : findFault(child, prefix, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

const writable: ReadonlySet<string> = new Set(['string', 'number', 'undefined'])

// Types cannot hold people to this who do not use them.
function isElement(value: unknown): value is XmlElement {
  if (typeof value !== 'object' || value === null) return false
  const { name, attributes, children } = value as Partial<XmlElement>
  return (
    typeof name === 'string' &&
    typeof attributes === 'object' &&
    (attributes as unknown) !== null &&
    Object.values(attributes).every((each) => writable.has(typeof each)) &&
    Array.isArray(children)
  )
}

/** An element as finished text. No white space is added inside. */
export function renderElement({ name, attributes, children }: XmlElement): Markup {
  const whole: string = emptyElement(name, attributes)
  if (children.length === 0) return whole as Markup
  const content = children.map((child) =>
    typeof child === 'string' ? escapeText(child) : renderElement(child),
  )
  return `${whole.slice(0, -2)}>${content.join(nothing)}</${name}>` as Markup
}
