/** The articles of one build: as anywhere, but what can be read only once waits in a temporary file. */
import type { ArticleInput } from '../model/input.js'
import { anyArticles, faultsOf } from '../newsroom/any-articles.js'
import type { Newsroom } from '../newsroom/definition.js'
import { isPlainData } from '../newsroom/plain-data.js'
import type { LoadedArticle, SourceContext, SourceEntry } from '../newsroom/source.js'
import { inWords } from './output-faults.js'
import { Spool, type SpoolPlace } from './spool.js'

/** The articles of one build. */
export interface OpenArticles {
  /** See `anyArticles`. */
  readonly entries: AsyncIterable<SourceEntry>
  /** Removes temporary copies; what lies there can then no longer be loaded. May be called again. */
  readonly close: () => void
}

/**
 * Opens the articles of a newsroom. Lists stay where they are. What can be iterated only once is copied record by
 * record into a temporary file, so that memory holds heads alone; records that are more than data are kept as they
 * are.
 */
export function entriesOf(articles: Newsroom['articles'], context: SourceContext): OpenArticles {
  const spool = new Spool()
  return {
    entries: anyArticles(articles, context, (record) => layIn(spool, record)),
    close: () => {
      spool.close()
    },
  }
}

// When a copy would not be the same, the record itself is kept.
function layIn(spool: Spool, article: ArticleInput): SourceEntry['load'] | undefined {
  const place = isPlainData(article) ? placeIn(spool, article) : undefined
  return place === undefined ? undefined : () => Promise.resolve(readFrom(spool, place))
}

function placeIn(spool: Spool, article: ArticleInput): SpoolPlace | undefined {
  try {
    return spool.write(article)
  } catch (error) {
    throw inWords(error, 'write a temporary copy of the articles')
  }
}

function readFrom(spool: Spool, place: SpoolPlace): LoadedArticle {
  try {
    return { article: spool.read(place) as ArticleInput, issues: [] }
  } catch (error) {
    return { article: undefined, issues: faultsOf(error, 'Cannot read the article again') }
  }
}
