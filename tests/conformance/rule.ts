/** A rule of the formats as a function over a parsed document, and documents that break it. */
import { parseXml, type XmlNode } from './xml-tree.js'

/** What is wrong, a sentence each; empty for a document that keeps the rule. */
export type Faults = readonly string[]

export type Format = 'rss' | 'atom' | 'json'

/** The documents that rules are held to, by what they are made of. */
export type CaseName =
  'full' | 'least' | 'hard text' | 'no articles' | 'before archives' | 'archive page'

/** A JSON value as its members are looked up here; what is absent is `undefined`. */
export type Members = Readonly<Record<string, unknown>>

/** A JSON Feed, as far as the rules need to know it. */
export interface JsonFeedDocument extends Members {
  readonly items: readonly Members[]
}

/** A rule. Checks get the parsed document, and its text for what parsing hides. */
export interface Rule {
  /** Its number in the project's list of rules. */
  readonly id: number
  readonly says: string
  readonly rss?: (root: XmlNode, text: string) => Faults
  readonly atom?: (root: XmlNode, text: string) => Faults
  readonly json?: (feed: JsonFeedDocument, text: string) => Faults
  /** Changes to a document, by default the one that uses every field; the check must notice each. */
  readonly broken: readonly (readonly [Format, from: string | RegExp, to: string, of?: CaseName])[]
}

/** Applies a rule to a document. A document that cannot be parsed is a fault of every rule. */
export function judge(rule: Rule, format: Format, text: string): Faults {
  try {
    if (format === 'json') return rule.json?.(JSON.parse(text) as JsonFeedDocument, text) ?? []
    return rule[format]?.(parseXml(text), text) ?? []
  } catch (error) {
    return [String(error)]
  }
}

/** A fault for each value that fails a test; what is absent does not. */
export function faultsOf(
  values: Iterable<string | undefined>,
  test: (value: string) => boolean,
  fault: string,
): Faults {
  return [...values].flatMap((value) =>
    value === undefined || test(value) ? [] : [`${fault}: ${JSON.stringify(value)}`],
  )
}

/** A fault unless a place holds between `least` and `most` things. */
export function count(
  things: readonly unknown[],
  least: number,
  most: number,
  what: string,
): Faults {
  return things.length >= least && things.length <= most ? [] : [`${things.length} ${what}`]
}

/** Values that come twice. */
export function repeated(values: readonly string[]): Faults {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** A list in a JSON object, empty when absent. */
export function list(members: Members, name: string): readonly Members[] {
  return (members[name] as readonly Members[] | undefined) ?? []
}

/** The people, words and addresses of a JSON value that are texts, with the names they stand under. */
export function jsonTexts(value: unknown, name = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[name, value]]
  if (Array.isArray(value)) return value.flatMap((item) => jsonTexts(item, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => jsonTexts(member, key))
}
