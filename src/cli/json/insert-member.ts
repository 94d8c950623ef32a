/** Adds a member to a file in JSON and leaves every other character of it as it is. */
import { jsonTokens } from './json-tokens.js'

interface Member {
  readonly name: string
  /** White space before the name, which a new neighbour gets too. */
  readonly space: string
  /** Where its value begins, and where it ends. */
  readonly start: number
  readonly end: number
}

/**
 * The text with a member more.
 *
 * @param text an object in JSON, without faults
 * @param parent the member of it to which the new one is added, made if it is not there; an object
 */
export function insertMember(text: string, parent: string, name: string, value: string): string {
  const top = text.indexOf('{')
  const place = membersOf(text, top).findLast((member) => member.name === parent)
  if (place === undefined) return insertInto(text, top, parent, { [name]: value })
  return insertInto(text, place.start, name, value)
}

function insertInto(text: string, object: number, name: string, value: unknown): string {
  const last = membersOf(text, object).at(-1)
  const lineEnd = /\r?\n/.exec(text)?.[0]
  const unit = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  '
  // An object without members stands on the level of its own line.
  const line = text.slice(text.lastIndexOf('\n', object) + 1, object)
  const outer = lineEnd === undefined ? '' : lineEnd + (/^[ \t]*/.exec(line)?.[0] ?? '')
  const space = last?.space ?? (lineEnd === undefined ? '' : outer + unit)
  const nested = JSON.stringify(value, null, lineEnd === undefined ? undefined : unit)
  const member = `${space}${JSON.stringify(name)}: ${nested.replaceAll('\n', space)}`
  if (last !== undefined) return `${text.slice(0, last.end)},${member}${text.slice(last.end)}`
  const close = text.indexOf('}', object)
  return `${text.slice(0, object + 1)}${member}${outer}${text.slice(close)}`
}

function membersOf(text: string, object: number): readonly Member[] {
  const members: Member[] = []
  let depth = 0
  let end = object
  let name: { readonly text: string; readonly space: string } | undefined
  let start: number | undefined
  for (const { offset, text: token = '' } of jsonTokens(text, object)) {
    if (depth === 1 && (token === ',' || token === '}') && name !== undefined) {
      members.push({
        name: JSON.parse(name.text) as string,
        space: name.space,
        start: start ?? end,
        end,
      })
      name = undefined
      start = undefined
    } else if (depth === 1 && name === undefined) {
      name = { text: token, space: text.slice(end, offset) }
    } else if (depth === 1 && token !== ':') start ??= offset
    if (token === '{' || token === '[') depth += 1
    if (token === '}' || token === ']') depth -= 1
    if (depth === 0) break
    end = offset + token.length
  }
  return members
}
