/** From a tree of YAML to the values of fields, as they are written. */
import { isAlias, isCollection, isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Alias, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Issue } from '../issue.js'
import { commentBehind, cutByComment, shortened } from './cut-by-comment.js'
import type { Group, Kind, List } from './fields.js'
import { syntaxFault, tooDeep } from './parse-yaml.js'
import type { Place } from './places.js'

/** The fields of a record and where they stand, or the first reason why they cannot be read. */
export interface ReadFields {
  readonly values: ReadonlyMap<string, unknown>
  /** Place by path: `images[0].url`. */
  readonly places: ReadonlyMap<string, Place>
  /** What else was found, in the order of the file. */
  readonly issues: readonly Issue[]
  readonly fault?: Issue | undefined
}

// Aliases can make a short text into a tree without end.
const limits = { depth: 50, nodes: 50_000 }

interface Walk {
  readonly source: string
  readonly issues: Issue[]
  /** Values looked at for comments: what an alias repeats is not reported again. */
  readonly looked: Set<Scalar>
  readonly placeOf: (offset: number) => Place
  readonly places: Map<string, Place>
  /** What each anchor stands for so far; anchors may be given anew. */
  readonly anchors: Map<string, Node>
  /** Whose anchors are noted: what an alias repeats does not give them again. */
  readonly noted: Set<Node>
  /** What an alias stands for, settled when it is first met. */
  readonly targets: Map<Alias, Node | undefined>
  nodes: number
  fault: Issue | undefined
}

/**
 * Reads a map of YAML by a group of fields. Text is the text of the source (`0012`, `1e3`, `no`), numbers
 * become numbers if they are written as such, an empty value of a known field is left out. What the
 * group does not know, and what has another form than it wants, is kept for `createFeed` to report.
 * `source` is the text of the map.
 */
export function readFields(
  map: YAMLMap,
  group: Group,
  source: string,
  placeOf: (offset: number) => Place,
): ReadFields {
  const walk: Walk = {
    source,
    issues: [],
    looked: new Set(),
    placeOf,
    places: new Map(),
    anchors: new Map(),
    noted: new Set(),
    targets: new Map(),
    nodes: 0,
    fault: undefined,
  }
  const values = readMap(map, group, '', 1, walk)
  return { values, places: walk.places, issues: walk.issues, fault: walk.fault }
}

function read(node: unknown, kind: Kind, path: string, depth: number, walk: Walk): unknown {
  walk.nodes += 1
  if (depth > limits.depth) walk.fault ??= tooDeep()
  if (walk.nodes > limits.nodes) walk.fault ??= tooMany()
  if (walk.fault !== undefined) return undefined
  if (isAlias(node)) return read(targetOf(node, walk), kind, path, depth + 1, walk)
  noteAnchor(node, walk)
  if (isScalar(node)) {
    const value = readScalar(node, kind, path)
    lookForComment(node, value, path, walk)
    return value
  }
  if (isSeq(node)) return readList(node, kind, path, depth, walk)
  if (!isMap(node)) return readNothing(kind, path)
  const value = Object.fromEntries(readMap(node, groupOf(kind), path, depth, walk))
  return isSingle(kind) ? [value] : value
}

function tooMany(): Issue {
  const expected = `aliases that stand for at most ${limits.nodes} values in all`
  return syntaxFault(expected, { line: 1, column: 1 })
}

function targetOf(alias: Alias, walk: Walk): Node | undefined {
  if (!walk.targets.has(alias)) walk.targets.set(alias, walk.anchors.get(alias.source))
  const target = walk.targets.get(alias)
  if (target === undefined) {
    const expected = 'quotes around a value that begins with *, or an anchor of that name before it'
    walk.fault ??= syntaxFault(expected, placeOfNode(alias, walk))
  }
  return target
}

function noteAnchor(node: unknown, { anchors, noted }: Walk): void {
  if (!isScalar(node) && !isCollection(node)) return
  if (node.anchor === undefined || noted.has(node)) return
  noted.add(node)
  anchors.set(node.anchor, node)
}

function readScalar(scalar: Scalar, kind: Kind, path: string): unknown {
  const { value, source = '' } = scalar
  if (value === null) return readNothing(kind, path)
  if (kind === 'number') return typeof value === 'number' ? value : source
  if (kind === 'switch') return typeof value === 'boolean' ? value : source
  if (kind === 'own') return typeof value === 'number' && !isExact(value, source) ? source : value
  return isSingle(kind) && source !== '' ? [source] : source
}

// Numbers, true and false are complete: what stands behind them is a comment.
function lookForComment(scalar: Scalar, value: unknown, path: string, walk: Walk): void {
  const isEmpty = scalar.source === ''
  const isText = typeof value === 'string' || Array.isArray(value)
  if (walk.looked.has(scalar) || !(isText || isEmpty)) return
  walk.looked.add(scalar)
  const comment = commentBehind(scalar, walk.source)
  if (comment === undefined) return
  const place = walk.places.get(path) ?? placeOfNode(scalar, walk)
  walk.issues.push(cutByComment(path, isEmpty, comment, place))
}

// A list keeps its length, so that paths stay right; one's own values are nobody's to leave out.
function readNothing(kind: Kind, path: string): null | undefined {
  return kind === 'own' || path.endsWith(']') ? null : undefined
}

// A number that would not be the same again stays text: 0012, 12345678901234567890, .inf.
function isExact(value: number, source: string): boolean {
  if (!Number.isFinite(value) || /^[-+]?0[0-9]/.test(source)) return false
  return !Number.isInteger(value) || Number.isSafeInteger(value)
}

function readList(list: YAMLSeq, kind: Kind, path: string, depth: number, walk: Walk): unknown {
  const items = isList(kind) ? kind.items : 'own'
  return list.items.map((item, index) => {
    const place = `${path}[${index}]`
    walk.places.set(place, placeOfNode(item, walk))
    return read(item, items, place, depth + 1, walk)
  })
}

function readMap(map: YAMLMap, group: Group, path: string, depth: number, walk: Walk) {
  const values = new Map<string, unknown>()
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? key.source : undefined
    const place = placeOfNode(key, walk)
    noteAnchor(key, walk)
    if (name === undefined || name === '') {
      walk.fault ??= syntaxFault('a plain name before the colon', place)
    } else if (values.has(name)) {
      walk.fault ??= syntaxFault(
        `each field once, but ${JSON.stringify(shortened(name))} is here again`,
        place,
      )
    } else {
      const inner = path === '' ? name : `${path}.${name}`
      const kind = Object.hasOwn(group.fields, name) ? group.fields[name] : undefined
      walk.places.set(inner, place)
      values.set(name, read(value, kind ?? 'own', inner, depth + 1, walk))
    }
    if (walk.fault !== undefined) break
  }
  return new Map([...values].filter(([, value]) => value !== undefined))
}

function isList(kind: Kind): kind is List {
  return typeof kind === 'object' && 'items' in kind
}

function isSingle(kind: Kind): boolean {
  return isList(kind) && kind.single === true
}

function groupOf(kind: Kind): Group {
  if (isList(kind)) return kind.single === true ? groupOf(kind.items) : { fields: {} }
  return typeof kind === 'object' ? kind : { fields: {} }
}

function placeOfNode(node: unknown, { placeOf }: Walk): Place {
  const range = isNode(node) ? node.range : null
  return placeOf(range?.[0] ?? 0)
}
