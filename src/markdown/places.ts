/** Where things stand in a file. */
import type { Issue } from '../issue.js'

/** A place in a text. Lines and columns count from 1; columns count UTF-16 units, as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Whatever can tell where the fields of an article stand. */
interface Located {
  readonly locate: (path: string) => Place
}

const start: Place = { line: 1, column: 1 }

/** The place of a path such as `images[0].alt`, or of the nearest thing around it that has one. */
export function nearestPlace(places: ReadonlyMap<string, Place>, path: string): Place {
  for (let rest = path; rest !== ''; rest = parentOf(rest)) {
    const place = places.get(rest)
    if (place !== undefined) return place
  }
  return start
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0))
}

/**
 * Gives findings of `createFeed` and `checkFeed` the line and column where the field stands. `articles`
 * are in the order of the feed's input; `undefined` is for an article that came from elsewhere.
 * Findings that have a place, or belong to no such article, come back as they are.
 */
export function locateIssues(
  issues: readonly Issue[],
  articles: readonly (Located | undefined)[],
): readonly Issue[] {
  return issues.map((issue) => {
    const [, index, rest = ''] = /^articles\[(\d+)\]\.?(.*)$/s.exec(issue.path) ?? []
    const article = index === undefined ? undefined : articles[Number(index)]
    if (article === undefined || issue.line !== undefined) return issue
    return { ...issue, ...article.locate(rest) }
  })
}
