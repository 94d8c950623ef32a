/** What an article has of its newsroom where it is written by itself. */
import type { Article, Feed, Person } from '../model/feed.js'

/** Values of an article that are the newsroom's when it has none of its own. */
export interface StandAlone {
  readonly language: string
  /** Empty when neither the article nor the newsroom names one. */
  readonly authors: readonly Person[]
  readonly copyright: string | undefined
}

/** Fills in for an article what a feed says once for all of them. */
export function standAlone(article: Article, newsroom: Feed): StandAlone {
  // What somebody else published first is not the newsroom's to claim.
  const ownCopyright = article.source === undefined ? newsroom.copyright : undefined
  return {
    language: article.language ?? newsroom.language,
    authors: article.authors.length > 0 ? article.authors : newsroom.authors,
    copyright: article.rights ?? ownCopyright,
  }
}
