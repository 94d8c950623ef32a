/** Values of one's own, for extensions: copied, cleaned, and held to plain JSON. */
import { cleanText } from '../text.js'
import { joinPath } from './check-shape.js'
import { show } from './findings.js'
import type { Context } from './read-values.js'

const deepest = 50

/** A copy without characters that no feed can carry. What is no plain JSON is reported and left out. */
export function readData(
  value: Readonly<Record<string, unknown>> | null | undefined,
  path: string,
  context: Context,
): Readonly<Record<string, unknown>> {
  return copyMembers(value ?? {}, path, 0, context)
}

function copyMembers(value: object, path: string, depth: number, context: Context) {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const copied = copy(member, joinPath(path, name), depth + 1, context)
      return copied === undefined ? [] : [[name, copied]]
    }),
  )
}

function copy(value: unknown, path: string, depth: number, context: Context): unknown {
  if (value === undefined || value === null || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string') {
    const { text, removed } = cleanText(value)
    if (removed > 0) {
      const message = 'Removed characters that no feed can carry'
      context.findings.add('removed-characters', path, message)
    }
    return text
  }
  if (typeof value === 'object' && depth <= deepest) {
    if (Array.isArray(value)) {
      return value.map(
        (item, index) => copy(item, joinPath(path, index), depth + 1, context) ?? null,
      )
    }
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype === Object.prototype || prototype === null) {
      return copyMembers(value, path, depth, context)
    }
  }
  const found = depth > deepest ? `more than ${deepest} levels, or a circle` : show(value)
  context.findings.add('wrong-type', path, `Cannot carry ${found}: expected plain JSON`)
  return undefined
}
