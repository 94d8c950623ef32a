import { issue, type Issue, type IssueCode } from '../issue.js'

/** Collects what is found while the input is read. */
export class Findings {
  readonly #issues: Issue[] = []
  readonly #refused = new Set<string>()

  /** Notes a finding. */
  add(code: IssueCode, path: string, message: string): void {
    const found = issue(code, path, message)
    this.#issues.push(found)
    if (found.severity === 'error') this.#refused.add(path)
  }

  /** Whether the value at a path is refused already: what is of the wrong type is not also missing. */
  refused(path: string): boolean {
    return this.#refused.has(path)
  }

  /** Whether something refuses the feed. */
  get refuse(): boolean {
    return this.#refused.size > 0
  }

  /** All findings, in the order of the input. */
  inOrderOf(input: unknown): readonly Issue[] {
    const positions = new Map<object, ReadonlyMap<string, number>>()
    return this.#issues
      .map((found) => ({ found, place: placeIn(input, found.path, positions) }))
      .sort((a, b) => compare(a.place, b.place))
      .map(({ found }) => found)
  }
}

// The position of each step of a path among its neighbours; what is not in the input comes last.
function placeIn(
  input: unknown,
  path: string,
  positions: Map<object, ReadonlyMap<string, number>>,
): readonly number[] {
  let value = input
  return (path.match(/[^.[\]]+/g) ?? []).map((key) => {
    if (typeof value !== 'object' || value === null) return Infinity
    const members = value as Readonly<Record<string, unknown>>
    const order =
      positions.get(value) ?? new Map(Object.keys(members).map((name, index) => [name, index]))
    positions.set(value, order)
    value = members[key]
    return order.get(key) ?? Infinity
  })
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, position] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    if (position !== other) return position < other ? -1 : 1
  }
  return a.length - b.length
}

// C1 controls, line separators and marks of direction would change how the rest of the line is shown.
const unsafeInTerminals = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

function escapeUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A value as a message shows it: quoted, on one line, at most about 60 characters. */
export function show(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(
        value.length > 60 ? `${value.slice(0, 60).toWellFormed()}…` : value,
      ).replace(unsafeInTerminals, escapeUnicode)
    case 'number':
    case 'boolean':
      return String(value)
    case 'bigint':
      return `${value.toString()}n`
    case 'undefined':
      return 'nothing'
    case 'object':
      if (value === null) return 'nothing'
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : 'a Date'
      return Array.isArray(value) ? 'a list' : 'an object'
    case 'function':
    case 'symbol':
      return `a ${typeof value}`
  }
}
