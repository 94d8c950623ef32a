/** One item of a record: the article, the notice that it has become, or what announces what became of it. */
import type { Article } from '../model/feed.js'
import { announcedNotes, dateOf, type Part } from './announcements.js'
import { correctionAnnouncement, voiceFor, withdrawalNotice } from './notices.js'
import {
  directionOf,
  readArticle,
  readTranslations,
  withRelations,
  type Surroundings,
} from './read-article.js'
import type { ArticleContext, Head } from './read-head.js'
import { readPeople } from './read-people.js'
import { readText, unheard } from './read-values.js'
import { unrelated } from './relations.js'
import type { ArticleShape } from './schema.js'

/**
 * Reads an item of a record: the article, or what announces what became of it. `article` is the head of the
 * article itself. When something refuses it, the result stands in until the feed is refused.
 */
export function readItem(
  record: ArticleShape,
  path: string,
  head: Head,
  article: Head,
  surroundings: Surroundings,
  context: ArticleContext,
): Article {
  const { part } = head
  if (part !== undefined) {
    return announcement(record, path, head, part, article, context)
  }
  if (head.withdrawn !== undefined) return withdrawn(record, path, head, surroundings, context)
  return readArticle(record, path, head, surroundings, context)
}

/** What is left of a withdrawn article: who, when, in which language, what it was filed under; and the notice. */
function withdrawn(
  record: ArticleShape,
  path: string,
  head: Head,
  surroundings: Surroundings,
  context: ArticleContext,
): Article {
  const { relations } = surroundings
  const direction = directionOf(head.inLanguage)
  const voice = voiceFor(head.inLanguage, direction, context)
  return {
    ...withRelations(head, relations),
    ...withdrawalNotice(head, relations, voice),
    ...bare,
    // A note says again what the text said.
    corrections: [],
    authors: readPeople(record.authors, `${path}.authors`, context),
    translations: readTranslations(record, path, surroundings, context),
    releaseNumber: readText(record.releaseNumber, `${path}.releaseNumber`, context),
  }
}

function announcement(
  record: ArticleShape,
  path: string,
  head: Head,
  part: Part,
  article: Head,
  context: ArticleContext,
): Article {
  const voice = voiceFor(head.inLanguage, directionOf(head.inLanguage), context)
  const notice =
    part === 'withdrawal'
      ? withdrawalNotice(article, unrelated, voice)
      : correctionAnnouncement(article, announcedNotes(record, dateOf(part), context), voice)
  return {
    ...withRelations(head, unrelated),
    ...notice,
    ...bare,
    // Read, and what is wrong with them said, with the article itself.
    authors: readPeople(record.authors, `${path}.authors`, unheard(context)),
    translations: [],
  }
}

const bare = { images: [], attachments: [], contacts: [], quotes: [], data: {} } as const
