/** What YAML takes for a comment behind a value, in a line that was meant as a whole. */
import { Scalar } from 'yaml'
import { issue, type Issue } from '../issue.js'
import type { Place } from './places.js'

/**
 * The comment that begins in the line in which a value without quotes ends, from its `#` on. `undefined`
 * when there is none, and for a value in quotes or of several lines, whose end is seen.
 */
export function commentBehind(scalar: Scalar, source: string): string | undefined {
  const end = scalar.range?.[1]
  if (scalar.type !== Scalar.PLAIN || end === undefined) return undefined
  const behind = /[ \t]*(#[^\n]*)/y
  behind.lastIndex = end
  const [, comment] = behind.exec(source) ?? []
  if (comment === undefined) return undefined
  // An empty value may end where a comment begins that has a line of its own.
  const above = source.slice(source.lastIndexOf('\n', end - 1) + 1, end)
  return end === 0 || above.trim() === '' ? undefined : comment.trim()
}

/** The warning about a value at `path` that a comment cuts short, or leaves nothing of. */
export function cutByComment(path: string, isEmpty: boolean, comment: string, place: Place): Issue {
  const [field, lost] = [JSON.stringify(path), JSON.stringify(shortened(comment))]
  const loss = isEmpty
    ? `${field} is empty, since YAML takes ${lost} for a comment`
    : `${field} ends before ${lost}, which YAML takes for a comment`
  return issue('cut-by-comment', path, `${loss}: expected quotes around the whole value`, place)
}

/** A text as a message quotes it: at most 60 characters. */
export function shortened(text: string): string {
  const characters = [...text]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text
}
