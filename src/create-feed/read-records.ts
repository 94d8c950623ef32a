/** The records of a feed: which are in it, what tells them apart, and when that changes by itself. */
import type { Instant } from '../date.js'
import { checkShape } from './check-shape.js'
import { readHeads, type ArticleContext, type Head } from './read-head.js'
import { later, readLife, sooner, type Life } from './read-life.js'
import { nameKey, onlyHeld, type HeldBack } from './relations.js'
import { unheard } from './read-values.js'
import { articleSchema, type ArticleShape } from './schema.js'

/** What is needed to read the heads of records. */
export interface RecordContext extends ArticleContext {
  readonly withdrawalNoticeInDays: number
}

/** A record that is in the feed, and the heads of its items: the article, then what announces things of it. */
export interface FoundRecord {
  readonly shape: ArticleShape
  readonly path: string
  readonly heads: readonly [Head, ...Head[]]
}

/** One record. */
export interface ReadRecord {
  readonly life: Life
  /** Absent if it is not in the feed, or no record at all. */
  readonly found?: FoundRecord | undefined
  /** Of one that is held or gone, as far as they can be read: the heads that it would have. */
  readonly others?: readonly [Head, ...Head[]] | undefined
}

/** All records. */
export interface ReadRecords {
  readonly found: readonly FoundRecord[]
  readonly held: HeldBack
  /** The heads of those that went by themselves. */
  readonly gone: readonly Head[]
  /** When the next record comes or goes by itself. */
  readonly next: Instant | undefined
  /** When the last record went by itself. */
  readonly left: Instant | undefined
}

/** Reads one record. Of what is not in the feed nothing is reported. */
export function readRecord(record: unknown, path: string, context: RecordContext): ReadRecord {
  const life = readLife(record, context)
  if (life.state !== 'in') {
    return { life, others: readUnheard(record, path, context) }
  }
  const shape = checkShape(articleSchema, record, path, context.findings)
  if (shape === undefined) return { life }
  return { life, found: { shape, path, heads: readHeads(shape, path, context) } }
}

// What it would be, without a word about it.
function readUnheard(record: unknown, path: string, context: RecordContext) {
  const quiet = { ...unheard(context), say: context.wordsFor }
  const shape = checkShape(articleSchema, record, path, quiet.findings)
  return shape && readHeads(shape, path, quiet)
}

/** Reads all records but the drafts. */
export function readRecords(records: readonly unknown[], context: RecordContext): ReadRecords {
  const drafts: string[] = []
  const read = records.flatMap((record, index) => {
    const path = `articles[${index}]`
    if (!isDraft(record)) return [readRecord(record, path, context)]
    drafts.push(...namesOfDraft(record, path, context))
    return []
  })
  const found = read.flatMap((each) => each.found ?? [])
  const heads = found.map((each) => each.heads[0])
  return {
    found,
    held: onlyHeld([...drafts, ...read.flatMap(namesOfHeld)], heads),
    gone: read.flatMap(({ life, others }) => (life.state === 'gone' ? (others ?? []) : [])),
    next: read.map(({ life }) => life.next).reduce(sooner, undefined),
    left: read.map(({ life }) => life.left).reduce(later, undefined),
  }
}

/** What others may call a draft, of which nothing may be seen either. */
export function namesOfDraft(
  record: unknown,
  path: string,
  context: RecordContext,
): readonly string[] {
  return namesOf(readUnheard(record, path, context))
}

/** What others may call a record that is held back. */
export function namesOfHeld({ life, others }: ReadRecord): readonly string[] {
  return life.state === 'held' ? namesOf(others) : []
}

function namesOf(heads: readonly Head[] | undefined): readonly string[] {
  const { id = '', link = '' } = heads?.[0] ?? {}
  return [id, link].filter((name) => name !== '').map(nameKey)
}

/** Whether a record says that it is not to be published yet. */
export function isDraft(record: unknown): boolean {
  return typeof record === 'object' && record !== null && 'draft' in record && record.draft === true
}
