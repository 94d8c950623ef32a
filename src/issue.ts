/**
 * What was found in the input, as data first and a sentence second.
 *
 * Every finding has a code of the table in `issue-codes.ts`. The code decides the severity: an error refuses the
 * feed, a warning comes back with it (`feed.issues`). Codes are part of the public surface: tools may
 * switch on them, so they are added to, not renamed.
 */
import type { issueCodes } from './issue-codes.js'

/** `error` refuses the feed; `warning` comes back with it. */
export type Severity = 'error' | 'warning'

/** A code of the table in `docs/issues.md`. */
export type IssueCode = keyof typeof issueCodes

// Beside the table, whose sentences would else be in every bundle that can find something wrong. A test
// holds the two together.
const errors: ReadonlySet<string> = new Set(
  (
    'missing-field empty-title wrong-type invalid-value invalid-address ' +
    'relative-address address-scheme invalid-id duplicate-id unreadable-date ' +
    'impossible-date ambiguous-date date-without-zone updated-before-published ' +
    'published-before-embargo expires-before-published misspelt-embargo empty-embargo ' +
    'invalid-time-zone invalid-language invalid-email invalid-media-type ' +
    'missing-media-type invalid-location illegal-character id-not-uri-in-atom ' +
    'invalid-extension front-matter-unclosed front-matter-syntax ' +
    'front-matter-unopened front-matter-language too-long not-text not-json cannot-read ' +
    'cannot-write output-in-use outside-folder missing-file not-a-picture'
  ).split(' '),
)

/** One finding. */
export interface Issue {
  /** Which kind of finding; a key of {@link issueCodes}. */
  readonly code: IssueCode
  /** `error` refuses the feed; `warning` comes back with it. */
  readonly severity: Severity
  /**
   * Where, as a path into the input: `articles[3].images[0].url`. What a writer finds has a path into the
   * feed that it was given, whose articles are in order. Empty when it is the whole.
   */
  readonly path: string
  /** One sentence: what is wrong and what is wanted. */
  readonly message: string
  /** The file that the input was read from, relative to the folder of the build. `path` is then within its article. */
  readonly file?: string | undefined
  /** Line in the source text, from 1, where the input was read from text. */
  readonly line?: number | undefined
  /** Column in the source text, from 1, where the input was read from text. */
  readonly column?: number | undefined
}

/** Makes an issue; the severity comes from the table. */
export function issue(
  code: IssueCode,
  path: string,
  message: string,
  position?: { readonly line: number; readonly column: number },
): Issue {
  const severity = errors.has(code) ? 'error' : 'warning'
  return position === undefined
    ? { code, severity, path, message }
    : { code, severity, path, message, line: position.line, column: position.column }
}

/** One line for people: file and place, severity, sentence, code. */
export function formatIssue({ code, severity, path, message, file, line, column }: Issue): string {
  const numbers = line === undefined ? '' : `${line}:${column ?? 1}`
  const position = [file, numbers].filter(Boolean).join(':') + (file || numbers ? ' ' : '')
  const place = path === '' ? '' : `${path}: `
  return `${position}${place}${message} (${severity} ${code})`
}

/**
 * Thrown by `createFeed` and the writers when the feed cannot be made. Carries every finding, warnings
 * included, so that one run tells all there is to mend. `message` lists the errors, a line each.
 */
export class FeedError extends Error {
  override readonly name = 'FeedError'
  /** All findings, in the order of the input. */
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    const errors = issues.filter(({ severity }) => severity === 'error')
    super(errors.map(formatIssue).join('\n'))
    this.issues = Object.freeze([...issues])
  }
}
