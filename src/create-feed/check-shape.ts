/** Holds a value to the schema: what does not fit is reported and left out, the rest is read on. */
import * as v from 'valibot'
import { editDistance, nearest } from './nearest.js'
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
  const inspection = new Inspection(path, findings)
  inspection.walk(schema, value, [])
  let misfits: readonly Misfit[] = inspection.misfits
  let candidate = value
  // Taking out what is wrong leaves a value that fits: each round takes out at least one more field.
  for (;;) {
    for (const { keys, expected, received } of misfits) {
      const place = keys.reduce<string>(joinPath, path)
      findings.add('wrong-type', place, `Cannot use ${show(received)}: expected ${expected}`)
    }
    const places = misfits.map(({ keys }) => keys)
    if (places.some(({ length }) => length === 0)) return undefined
    if (places.length > 0) candidate = without(candidate, places)
    const result = v.safeParse(schema, candidate)
    if (result.success) return result.output
    misfits = result.issues.flatMap(innermost)
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
    if (key === undefined) continue
    const others = inside.get(key)
    if (others === undefined) inside.set(key, [rest])
    else others.push(rest)
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

/** What the schema lets pass in silence: fields that it does not know, and lists or maps for objects. */
class Inspection {
  readonly misfits: Misfit[] = []

  constructor(
    readonly path: string,
    readonly findings: Findings,
  ) {}

  walk(schema: v.GenericSchema, value: unknown, keys: readonly Key[]): void {
    if (!isObject(value)) return
    const item = itemOf(schema)
    if (Array.isArray(value) && item !== undefined) {
      value.forEach((each, index) => {
        this.walk(item, each, [...keys, index])
      })
      return
    }
    const entries = entriesOf(schema)
    if (entries === undefined) return
    // Instances of classes are welcome, maps and dates have no fields of their own.
    if (Object.prototype.toString.call(value) === '[object Object]') {
      this.#fields(entries, value, keys)
    } else this.misfits.push({ keys, expected: 'an object', received: value })
  }

  #fields(entries: Entries, value: object, keys: readonly Key[]): void {
    for (const [name, member] of Object.entries(value)) {
      const field = Object.hasOwn(entries, name) ? entries[name] : undefined
      if (field !== undefined) this.walk(field, member, [...keys, name])
      else {
        const meant = nearest(name, Object.keys(entries))
        if (isLikeEmbargo(name, meant) || (name === '<<' && holdsEmbargo(member))) {
          const place = [...keys, name].reduce<string>(joinPath, this.path)
          const message = `Unknown field ${show(name)} would hold nothing back: expected embargo, of the article`
          this.findings.add('misspelt-embargo', place, message)
          continue
        }
        const advice =
          meant === undefined ? 'your own values go into `data`' : `did you mean "${meant}"?`
        const place = [...keys, name].reduce<string>(joinPath, this.path)
        this.findings.add('unknown-field', place, `Unknown field ${show(name)}: ${advice}`)
      }
    }
  }
}

// An unknown field does no harm, but for the one that keeps a secret. Two slips in one word are seen too.
function isLikeEmbargo(name: string, meant: string | undefined): boolean {
  if (meant === 'embargo') return true
  const parts = name.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u).map((part) => part.toLowerCase())
  return parts.some(
    (part) =>
      part.includes('embarg') ||
      (part.length >= 5 && part.length <= 12 && editDistance(part, 'embargo') <= 2),
  )
}

// YAML 1.1 merges maps under this name; nothing here does.
function holdsEmbargo(value: unknown): boolean {
  return isObject(value) && Object.keys(value).some((name) => isLikeEmbargo(name, undefined))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

type Entries = Readonly<Record<string, v.GenericSchema>>

type Wrapped = v.GenericSchema & {
  readonly wrapped?: v.GenericSchema
  readonly options?: readonly v.GenericSchema[]
  readonly item?: v.GenericSchema
  readonly entries?: Entries
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
