/** Reads the whole record of an entry; a source that fails is a finding, whoever wrote it. */
import { FeedError, issue } from '../issue.js'
import type { LoadedArticle, SourceEntry } from './source.js'

/** As the entry's `load`, but never rejects, and never gives nothing without a reason. */
export async function loadEntry({ load }: Pick<SourceEntry, 'load'>): Promise<LoadedArticle> {
  try {
    const loaded = await load()
    const isSaid = loaded.issues.some(({ severity }) => severity === 'error')
    return loaded.article === undefined && !isSaid
      ? { ...loaded, issues: [...loaded.issues, gone] }
      : loaded
  } catch (error) {
    if (error instanceof FeedError) return { article: undefined, issues: error.issues }
    const reason = error instanceof Error ? error.message : String(error)
    const message = `Cannot read the article, ${reason.replace(/\s+/g, ' ')}: expected its source to give it`
    return { article: undefined, issues: [issue('cannot-read', '', message)] }
  }
}

/** The finding on an article of which its source gives neither a record nor a reason. */
export const gone = issue(
  'cannot-read',
  '',
  'Cannot read the article: its source gave neither a record nor a reason; expected one of the two',
)
