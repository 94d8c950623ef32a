/** Findings on their way to the log of a build tool. */
import { FeedError, formatIssue } from '../issue.js'

/** Calls a function; what it throws of the newsroom is thrown as {@link readable} gives it. */
export function readably<T>(call: () => T): T {
  try {
    return call()
  } catch (error) {
    throw readable(error)
  }
}

/** An error about the newsroom as tools can print it: every finding, and no stack, which would be ours. */
export function readable(error: unknown): unknown {
  if (!(error instanceof FeedError)) return error
  const told = new Error(findingsText(error))
  told.stack = ''
  return told
}

/** The findings of an error, a line each, those that refuse the feeds last. */
export function findingsText({ issues }: FeedError): string {
  const of = (severity: string) => issues.filter((issue) => issue.severity === severity)
  const lines = [...of('warning'), ...of('error')].map(formatIssue)
  return ['The feeds cannot be made:', ...lines].join('\n')
}
