/** Holds a value to the schema: what does not fit is reported and left out, the rest is read on. */
import * as v from 'valibot'
import { nearest } from './nearest.js'
import { show, type Findings } from './findings.js'

type Key = string | number

/**
 * The value with everything of the wrong type taken out, each with an issue `wrong-type`; fields that
 * the schema does not know get a warning `unknown-field`. `undefined` if the whole value is wrong.
 */
export function checkShape<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  path: string,
  findings: Findings,
): v.InferOutput<Schema> | undefined {
  reportUnknownFields(schema, value, path, findings)
  let candidate = value
  // Taking out what is wrong leaves a value that fits: each round takes out at least one more field.
  for (;;) {
    const result = v.safeParse(schema, candidate)
    if (result.success) return result.output
    const misfits = result.issues.flatMap(innermost)
    for (const { keys, expected, received } of misfits) {
      const place = keys.reduce<string>(joinPath, path)
      findings.add('wrong-type', place, `Cannot use ${show(received)}: expected ${expected}`)
    }
    const places = misfits.map(({ keys }) => keys)
    if (places.some(({ length }) => length === 0)) return undefined
    candidate = without(candidate, places)
  }
}

interface Misfit {
  readonly keys: readonly Key[]
  readonly expected: string
  readonly received: unknown
}

// A union reports one issue per member; the member that got furthest says what was meant.
function innermost(issue: v.BaseIssue<unknown>): readonly Misfit[] {
  const keys = (issue.path ?? []).map(({ key }) => key as Key)
  const deeper = (issue.issues ?? []).flatMap(innermost).filter((inner) => inner.keys.length > 0)
  if (deeper.length > 0) {
    return deeper.map((inner) => ({ ...inner, keys: [...keys, ...inner.keys] }))
  }
  return [{ keys, expected: inWords(issue.expected ?? ''), received: issue.input }]
}

function inWords(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    Date: 'a valid Date',
    Array: 'a list',
    Object: 'an object',
    boolean: 'true or false',
    number: 'a number',
    unknown: 'an object',
  }
  return expected
    .replace(/[()]/g, '')
    .split(' | ')
    .map((type) => words[type] ?? type)
    .join(' or ')
}

/** `images`, 0, `url` joined as `images[0].url`. */
export function joinPath(path: string, key: Key): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}

// A list keeps its length, so that the paths of what follows stay right.
function without(value: unknown, places: readonly (readonly Key[])[]): unknown {
  const inside = new Map<Key, (readonly Key[])[]>()
  for (const [key, ...rest] of places) {
    if (key !== undefined) inside.set(key, [...(inside.get(key) ?? []), rest])
  }
  const keep = (key: Key, item: unknown): unknown => {
    const rest = inside.get(key)
    if (rest === undefined) return item
    return rest.some(({ length }) => length === 0) ? undefined : without(item, rest)
  }
  if (Array.isArray(value)) return value.map((item: unknown, index) => keep(index, item))
  const entries = Object.entries(value as Readonly<Record<string, unknown>>)
  return Object.fromEntries(entries.map(([name, item]) => [name, keep(name, item)]))
}

function reportUnknownFields(
  schema: v.GenericSchema,
  value: unknown,
  path: string,
  findings: Findings,
): void {
  const known = entriesOf(schema)
  if (Array.isArray(value)) {
    const item = itemOf(schema)
    if (item === undefined) return
    value.forEach((each, index) => {
      reportUnknownFields(item, each, joinPath(path, index), findings)
    })
    return
  }
  if (known === undefined || typeof value !== 'object' || value === null) return
  for (const [name, item] of Object.entries(value)) {
    const field = Object.hasOwn(known, name) ? known[name] : undefined
    if (field !== undefined) {
      reportUnknownFields(field, item, joinPath(path, name), findings)
      continue
    }
    const meant = nearest(name, Object.keys(known))
    const advice =
      meant === undefined ? 'your own values go into `data`' : `did you mean "${meant}"?`
    findings.add('unknown-field', joinPath(path, name), `Unknown field ${show(name)}: ${advice}`)
  }
}

type Wrapped = v.GenericSchema & {
  readonly wrapped?: v.GenericSchema
  readonly options?: readonly v.GenericSchema[]
  readonly item?: v.GenericSchema
  readonly entries?: Readonly<Record<string, v.GenericSchema>>
}

function alternatives(schema: v.GenericSchema): readonly Wrapped[] {
  const { wrapped, options } = schema as Wrapped
  if (wrapped !== undefined) return alternatives(wrapped)
  return options === undefined ? [schema] : options.flatMap(alternatives)
}

function entriesOf(schema: v.GenericSchema) {
  return alternatives(schema).find(({ entries }) => entries !== undefined)?.entries
}

function itemOf(schema: v.GenericSchema) {
  return alternatives(schema).find(({ item }) => item !== undefined)?.item
}
