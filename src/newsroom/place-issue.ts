/** From a finding on one article to one that says in which file and line. */
import type { Issue } from '../issue.js'
import type { LoadedArticle } from './source.js'

/** What is known of where an article comes from. */
export interface Origin extends Pick<LoadedArticle, 'locate'> {
  readonly origin: string
}

/**
 * Gives a finding the place of its article. Its path is relative to the article, `images[0].url`, or begins
 * with the `articles[0]` under which the article was read. An article of a file has the file's name in `file`;
 * one of a list keeps the path into the list.
 */
export function placeIssue(issue: Issue, { origin, locate }: Origin): Issue {
  const field = issue.path.replace(/^articles(?:\[\d+\]\.?|$)/, '')
  if (/^articles(?:\[\d+\])?$/.test(origin)) {
    return { ...issue, path: [origin, field].filter(Boolean).join('.') }
  }
  // `articles.ndjson:4` is a line of a file, `articles.json[3]` a record in one.
  const [, file = origin, line, index] = /^(.*?)(?::(\d+)|(\[\d+\]))?$/s.exec(origin) ?? []
  const place =
    issue.line === undefined && issue.file === undefined
      ? (locate?.(field) ?? (line === undefined ? {} : { line: Number(line), column: 1 }))
      : {}
  const path = [index, field].filter(Boolean).join('.')
  return { ...issue, ...place, file: issue.file ?? file, path }
}
