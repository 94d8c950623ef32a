/** From front matter to a tree of YAML. */
import { LineCounter, parseDocument, visit, type ParsedNode, type YAMLError } from 'yaml'
import type { Document } from 'yaml'
import { issue, type Issue } from '../issue.js'
import { isNestedDeeperThan } from './nesting.js'
import type { Place } from './places.js'
import { yamlFault } from './yaml-faults.js'

/** YAML as a tree, and where its nodes stand; or why it cannot be read. */
export type YamlTree =
  | {
      readonly contents: ParsedNode | null
      /** The place of an offset into the source. */
      readonly placeOf: (offset: number) => Place
      readonly fault?: never
    }
  | { readonly contents?: never; readonly placeOf?: never; readonly fault: Issue }

/**
 * Reads one document of YAML 1.2 in its core schema; tags other than the schema's own are refused.
 * Names given twice and aliases are left to whoever walks the tree.
 */
export function parseYaml(source: string): YamlTree {
  // Far above what is read in the end, far below what the stack of any engine holds.
  if (isNestedDeeperThan(100, source)) return { fault: tooDeep() }
  const lineCounter = new LineCounter()
  const document = parseDocument(source, {
    schema: 'core',
    version: '1.2',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter,
  })
  const [error] = [...document.errors, ...document.warnings]
  if (error !== undefined) return { fault: inOurWords(error, source, document, lineCounter) }
  return { contents: document.contents, placeOf: (offset) => placeOf(offset, lineCounter) }
}

/** The fault of front matter nested deeper than any record is. */
export function tooDeep(): Issue {
  return syntaxFault('lists and fields nested at most 50 deep', { line: 1, column: 1 })
}

/** A fault `front-matter-syntax`; `expected` finishes the sentence. */
export function syntaxFault(expected: string, place: Place): Issue {
  const message = `Cannot read the front matter: expected ${expected}`
  return issue('front-matter-syntax', '', message, place)
}

function inOurWords(
  error: YAMLError,
  source: string,
  document: Document.Parsed,
  lineCounter: LineCounter,
): Issue {
  const { expected, offset } = yamlFault(error, source)
  const start = expected.startsWith('a closing quote') ? openQuote(offset, document) : offset
  return syntaxFault(expected, placeOf(start, lineCounter))
}

// A missing quote is found missing at the end of the text; what helps is where the quoted text begins.
function openQuote(end: number, document: Document.Parsed): number {
  let begin = end
  visit(document, {
    Scalar(_, { type, range }) {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
      if (quoted && range && range[0] < end && range[2] >= end) begin = range[0]
    },
  })
  return begin
}

function placeOf(offset: number, lineCounter: LineCounter): Place {
  const { line, col } = lineCounter.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}
