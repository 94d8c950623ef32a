/** What `feed` knows and pressfeed has no field for: kept under `data.feed`, under its own name. */
import type {
  FeedPackageAuthor,
  FeedPackageExtension,
  FeedPackageOptions,
} from './feed-package-types.js'

type Data = Readonly<Record<string, unknown>>

/** What a feed carries for {@link toFeed} to put back. */
export type CarriedByFeed = Partial<FeedPackageOptions> & Contributions

/** What an article carries for {@link toFeed} to put back. `id` only where it was not the guid. */
export type CarriedByItem = Contributions & { readonly id?: string }

interface Contributions {
  readonly contributors?: readonly FeedPackageAuthor[]
  readonly contributor?: readonly FeedPackageAuthor[]
  readonly extensions?: readonly FeedPackageExtension[]
}

/**
 * The values that are given, copied; dates become text. Empty lists and objects count as not given. What
 * else is no plain JSON (functions, classes, circles) is passed on for `createFeed` to report.
 */
export function carry(values: Data): { readonly feed: Data } | undefined {
  const given = Object.entries(values).filter(([, value]) => !isEmpty(value))
  if (given.length === 0) return undefined
  return { feed: Object.fromEntries(given.map(([name, value]) => [name, copy(value, [])])) }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0
}

// createFeed carries 50 levels and reports what lies deeper.
const deepest = 60

function copy(value: unknown, around: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString()
  if (around.length > deepest || around.includes(value)) return value
  const within = [...around, value]
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item, within))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, copy(member, within)]),
  )
}

/** What {@link carry} left in the data of a feed or article. */
export function carriedIn<Carried extends object>(data: Data): Partial<Carried> {
  const { feed } = data
  // The name belongs to fromFeed; what others put there, `feed` writes as it writes anything.
  return typeof feed === 'object' && feed !== null ? feed : {}
}

/** Whether an object has no member with a value beside those named. */
export function hasOnly(object: object, names: readonly string[]): boolean {
  return Object.entries(object).every(
    ([name, value]) => value === undefined || value === null || names.includes(name),
  )
}

/** A list, of what may be a list, a single value or nothing. */
export function listOf<Item>(value: readonly Item[] | Item | null | undefined): readonly Item[] {
  const list = Array.isArray(value) ? (value as readonly Item[]) : [value as Item]
  return list.filter((item) => item !== undefined && item !== null)
}
