import { issue, type Issue, type IssueCode } from '../issue.js'

/** Collects what is found while the input is read. */
export class Findings {
  readonly #issues: Issue[] = []
  readonly #paths = new Set<string>()

  /** Notes a finding. */
  add(code: IssueCode, path: string, message: string): void {
    this.#issues.push(issue(code, path, message))
    this.#paths.add(path)
  }

  /** Whether something was found at a path; a field of the wrong type is not also reported missing. */
  has(path: string): boolean {
    return this.#paths.has(path)
  }

  /** All findings so far. */
  get all(): readonly Issue[] {
    return this.#issues
  }

  /** Whether one of them refuses the feed. */
  get refuse(): boolean {
    return this.#issues.some(({ severity }) => severity === 'error')
  }
}

/** A value as a message shows it: quoted, on one line, at most about 60 characters. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object' && value !== null) {
    if (value instanceof Date) return 'an invalid Date'
    return Array.isArray(value) ? 'a list' : 'an object'
  }
  if (typeof value !== 'string') return String(value)
  const short = value.length > 60 ? `${value.slice(0, 60).toWellFormed()}…` : value
  return JSON.stringify(short)
}
