/** Whatever a newsroom has for `articles` becomes entries: little of all, and all of a few. */
import { show } from '../create-feed/findings.js'
import { FeedError, issue, type Issue } from '../issue.js'
import type { ArticleInput } from '../model/input.js'
import type { Newsroom } from '../newsroom/definition.js'
import {
  isArticleSource,
  type LoadedArticle,
  type SourceContext,
  type SourceEntry,
} from '../newsroom/source.js'
import { messageOf } from './message-of.js'
import { inWords } from './output-faults.js'
import { isPlainData, withoutBody } from './plain-data.js'
import { Spool, type SpoolPlace } from './spool.js'

/** The articles of one build. */
export interface OpenArticles {
  /**
   * To be iterated once. Never throws while it is read: what goes wrong is an entry without article. Who
   * stops early closes what it reads from; only a fault in that is thrown, as `FeedError`.
   */
  readonly entries: AsyncIterable<SourceEntry>
  /** Removes temporary copies; what lies there can then no longer be loaded. May be called again. */
  readonly close: () => void
}

/**
 * Opens the articles of a newsroom: a source, a list, something to iterate, a promise of one, or a function
 * that returns one. Lists stay where they are. What can be iterated only once is copied record by record
 * into a temporary file, so that memory holds heads alone; records that are more than data are kept as they are.
 */
export function entriesOf(articles: Newsroom['articles'], context: SourceContext): OpenArticles {
  const spool = new Spool()
  return {
    entries: entriesFrom(articles, context, spool),
    close: () => {
      spool.close()
    },
  }
}

// No file or folder has this for its name.
const theWhole = ''

async function* entriesFrom(
  articles: unknown,
  context: SourceContext,
  spool: Spool,
): AsyncGenerator<SourceEntry> {
  let given: unknown
  try {
    given = await (typeof articles === 'function' ? (articles as () => unknown)() : articles)
  } catch (error) {
    yield failedEntry(theWhole, faultsOf(error, 'Cannot get the articles'))
    return
  }
  if (isArticleSource(given)) {
    const source = given
    yield* eachOf(
      () => source.readEntries(context),
      (entry) => entry,
    )
  } else if (isIterable(given)) {
    const records = given
    const aside = Array.isArray(given) ? undefined : spool
    yield* eachOf(
      () => records,
      (record, origin) => entryOf(record, origin, aside),
    )
  } else yield failedEntry(theWhole, [notArticles(given)])
}

function notArticles(given: unknown): Issue {
  const wanted = 'a list, something to iterate, or a function that returns one'
  const message = `Cannot use ${show(given)} as articles: expected ${wanted}`
  return issue('wrong-type', 'articles', message)
}

// Text and bytes can be iterated too, but never hold articles.
function isIterable(value: unknown): value is AsyncIterable<ArticleInput> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  return Symbol.asyncIterator in value || Symbol.iterator in value
}

async function* eachOf<T>(
  open: () => Iterable<T> | AsyncIterable<T>,
  toEntry: (value: T, origin: string) => SourceEntry,
): AsyncGenerator<SourceEntry> {
  let count = 0
  let waiting = false
  try {
    for await (const value of open()) {
      const entry = toEntry(value, `articles[${count}]`)
      count += 1
      waiting = true
      yield entry
      waiting = false
    }
  } catch (error) {
    const faults = faultsOf(error, `Cannot read the articles to their end, ${count} came`)
    // Thrown while nobody asked for more: closing failed, and no entry would be looked at.
    if (waiting) throw new FeedError(faults)
    yield failedEntry(`articles[${count}]`, faults)
  }
}

// Without a spool, or when a copy would not be the same, the record itself is kept.
function entryOf(
  article: ArticleInput | undefined,
  origin: string,
  spool: Spool | undefined,
): SourceEntry {
  if (article === undefined) {
    return failedEntry(origin, [issue('wrong-type', '', 'Cannot use nothing: expected an object')])
  }
  const place = spool !== undefined && isPlainData(article) ? placeIn(spool, article) : undefined
  const load = spool === undefined || place === undefined ? keeper(article) : reader(spool, place)
  return { origin, article: withoutBody(article), issues: [], load }
}

function placeIn(spool: Spool, article: ArticleInput): SpoolPlace | undefined {
  try {
    return spool.write(article)
  } catch (error) {
    throw inWords(error, 'write a temporary copy of the articles')
  }
}

function keeper(article: ArticleInput): SourceEntry['load'] {
  return () => Promise.resolve({ article, issues: [] })
}

// A function of its own, so that it holds on to nothing else of the record.
function reader(spool: Spool, place: SpoolPlace): SourceEntry['load'] {
  return () => Promise.resolve(readFrom(spool, place))
}

function readFrom(spool: Spool, place: SpoolPlace): LoadedArticle {
  try {
    return { article: spool.read(place) as ArticleInput, issues: [] }
  } catch (error) {
    return { article: undefined, issues: faultsOf(error, 'Cannot read the article again') }
  }
}

// What a source says in our own words stands as it is.
function faultsOf(error: unknown, what: string): readonly Issue[] {
  if (error instanceof FeedError && error.issues.some(({ severity }) => severity === 'error')) {
    return error.issues
  }
  const message = `${what}, ${messageOf(error)}: expected the source to give all of them`
  return [issue('cannot-read', 'articles', message)]
}

function failedEntry(origin: string, issues: readonly Issue[]): SourceEntry {
  const loaded: LoadedArticle = { article: undefined, issues }
  return { origin, ...loaded, load: () => Promise.resolve(loaded) }
}
