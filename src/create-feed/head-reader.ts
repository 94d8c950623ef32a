/** Reads records as far as their heads, for those who look through many before they read one whole. */
import type { Issue } from '../issue.js'
import { checkShape } from './check-shape.js'
import type { CreateFeedOptions } from './create-feed.js'
import { Findings } from './findings.js'
import { feedContext, readIds, readNoticeDays, readNow } from './read-feed-head.js'
import { readLanguage } from './read-language.js'
import { isDraft, namesOfDraft, namesOfHeld, readRecord, type ReadRecord } from './read-records.js'
import { readWords, speechOf } from './read-words.js'
import { feedSchema } from './schema.js'

/** Reads one record as far as its heads; `path` is where it stands. A record with an error has none. */
export type HeadReader = (
  record: unknown,
  path: string,
) => ReadRecord & {
  /** What others may call it, if nothing of it may be seen. */
  readonly held: readonly string[]
  readonly issues: readonly Issue[]
}

/** A reader for the heads of articles of a feed, which is read here without its articles. */
export function headReader(input: unknown, options: CreateFeedOptions): HeadReader {
  const ofFeed = new Findings()
  const shape = checkShape(feedSchema, input, '', ofFeed) ?? {}
  const now = readNow(options.now, shape, ofFeed)
  const context = feedContext(shape, now, ofFeed)
  const shared = {
    ...context,
    language: readLanguage(shape.language, 'language', context),
    unsaidLanguage: undefined,
    ids: readIds(shape.ids, context),
    withdrawalNoticeInDays: readNoticeDays(shape, context),
  }
  const words = readWords(shape.words, context)
  return (record, path) => {
    const findings = new Findings()
    const ofRecord = { ...shared, ...speechOf(words, findings), findings }
    if (isDraft(record)) {
      return { life: { state: 'held' }, held: namesOfDraft(record, path, ofRecord), issues: [] }
    }
    const read = readRecord(record, path, ofRecord)
    const [held, issues] = [namesOfHeld(read), findings.inOrderOf({})]
    return findings.refuse ? { life: read.life, held, issues } : { ...read, held, issues }
  }
}
