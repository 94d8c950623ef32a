/** The records of a feed: which are in it, what tells them apart, and when that changes by itself. */
import type { Instant } from '../date.js'
import { checkShape } from './check-shape.js'
import { Findings } from './findings.js'
import { readHeads, type ArticleContext, type Head } from './read-head.js'
import { later, readLife, sooner, type Life } from './read-life.js'
import type { HeldBack } from './relations.js'
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
    const unheard = { ...context, findings: new Findings() }
    const shape = checkShape(articleSchema, record, path, unheard.findings)
    return { life, others: shape && readHeads(shape, path, unheard) }
  }
  const shape = checkShape(articleSchema, record, path, context.findings)
  if (shape === undefined) return { life }
  return { life, found: { shape, path, heads: readHeads(shape, path, context) } }
}

/** Reads all records but the drafts. */
export function readRecords(records: readonly unknown[], context: RecordContext): ReadRecords {
  const read = records.flatMap((record, index) =>
    isDraft(record) ? [] : [readRecord(record, `articles[${index}]`, context)],
  )
  return {
    found: read.flatMap(({ found }) => found ?? []),
    held: new Set(read.flatMap(namesOfHeld)),
    gone: read.flatMap(({ life, others }) => (life.state === 'gone' ? (others ?? []) : [])),
    next: read.map(({ life }) => life.next).reduce(sooner, undefined),
    left: read.map(({ life }) => life.left).reduce(later, undefined),
  }
}

/** The id and the link of a record that is held back. */
export function namesOfHeld({ life, others }: ReadRecord): readonly string[] {
  if (life.state !== 'held' || others === undefined) return []
  const [{ id, link }] = others
  return [id, link].filter((name) => name !== '')
}

/** Whether a record says that it is not to be published yet. */
export function isDraft(record: unknown): boolean {
  return typeof record === 'object' && record !== null && 'draft' in record && record.draft === true
}
