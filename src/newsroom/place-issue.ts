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
 * one of a list keeps the path into the list; an empty origin is the list itself.
 */
export function placeIssue(issue: Issue, { origin, locate }: Origin): Issue {
  const field = issue.path.replace(/^articles(?:\[\d+\]\.?|$)/, '')
  const isInFile = locate !== undefined
  if (origin === '' || (!isInFile && /^articles\[\d+\]$/.test(origin))) {
    return { ...issue, path: [origin || 'articles', field].filter(Boolean).join('.') }
  }
  const { file, line, index } = partsOf(origin, isInFile)
  const place =
    issue.line === undefined && issue.file === undefined
      ? (locate?.(field) ?? (line === undefined ? {} : { line, column: 1 }))
      : {}
  const path = [index, field].filter(Boolean).join('.')
  return { ...issue, ...place, file: issue.file ?? file, path }
}

interface OriginParts {
  readonly file: string
  readonly line?: number
  readonly index?: string
}

// `articles.ndjson:4` is a line of a file, `articles.json[3]` a record in one; a folder may be called `news[3]`.
function partsOf(origin: string, isInFile: boolean): OriginParts {
  const [, lines, line] = /^(.*\.(?:ndjson|jsonl)):(\d+)$/is.exec(origin) ?? []
  if (lines !== undefined) return { file: lines, line: Number(line) }
  const [, list, index] = /^(.+)(\[\d+\])$/s.exec(origin) ?? []
  if (list === undefined || index === undefined || /\.(?:ndjson|jsonl)$/i.test(list)) {
    return { file: origin }
  }
  return isInFile || /\.[^./]+$/.test(list) ? { file: list, index } : { file: origin }
}
