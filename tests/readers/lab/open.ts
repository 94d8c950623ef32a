/** An article, opened in its reader. */
import type { Got } from './judge.js'
import type { Session, StoredArticle } from './reader.js'
import { shownHtml } from './shown-html.js'

/** An article with what is seen of it; nothing is seen of one that cannot be opened. */
export async function open(session: Session, url: string, stored: StoredArticle): Promise<Got> {
  if (session.show === undefined) return { stored, shown: shownHtml(stored.html ?? '') }
  const shown = await session.show(url, stored).catch(tell)
  return { stored, shown: shown ?? { text: '', pictures: [] } }
}

/** What went wrong on the way; the checks say what is missing because of it. */
export function tell(error: unknown): undefined {
  console.error(error instanceof Error ? error.message : error)
}
