/** Records as values: which are nothing but data, and what they are without their body. */
import type { ArticleInput } from '../model/input.js'

const deepest = 32

/**
 * Whether a value is data through and through, so that a copy is as good as the value: text, numbers,
 * dates, lists and plain objects. Not so are functions, instances of classes, and fields that are computed.
 */
export function isPlainData(value: unknown, depth = deepest): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') return false
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((item) => isPlainData(item, depth - 1))
  if (Object.getPrototypeOf(value) === Date.prototype) return Object.keys(value).length === 0
  if (!isPlainObject(value)) return false
  return Object.keys(value).every((name) => {
    const field = Object.getOwnPropertyDescriptor(value, name)
    return field !== undefined && 'value' in field && isPlainData(field.value, depth - 1)
  })
}

/** A record without its body. Of what is no plain object, the value itself: copying might change it. */
export function withoutBody(record: ArticleInput): ArticleInput {
  if (typeof (record as unknown) !== 'object' || (record as unknown) === null) return record
  if (!isPlainObject(record) || !Object.hasOwn(record, 'body')) return record
  const fields = Object.values(Object.getOwnPropertyDescriptors(record))
  if (fields.some((field) => !('value' in field))) return record
  const { body: _, ...head } = record
  return head
}

// Also objects of other realms, and those without a prototype, as databases give rows.
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === null || prototype === Object.prototype) return true
  if (typeof prototype !== 'object') return false
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf')
}
