/** Whatever a newsroom has for `articles` becomes entries: little of all, and all of a few. */
import { show } from '../create-feed/findings.js'
import { FeedError, issue, type Issue } from '../issue.js'
import type { ArticleInput } from '../model/input.js'
import type { Newsroom } from './definition.js'
import { messageOf } from './message-of.js'
import { withoutBody } from './plain-data.js'
import {
  isArticleSource,
  type LoadedArticle,
  type SourceContext,
  type SourceEntry,
} from './source.js'

/** Lays a record aside and returns how to get it back; `undefined` if the record itself has to be kept. */
export type LayAside = (record: ArticleInput) => SourceEntry['load'] | undefined

/**
 * The entries of a newsroom's articles: of a source, a list, something to iterate, a promise of one, or a function
 * that returns one. To be iterated once. Never throws while it is read: what goes wrong is an entry without article.
 * Who stops early closes what it reads from; only a fault in that is thrown, as `FeedError`. `layAside` is
 * asked for records that can be iterated only once.
 */
export async function* anyArticles(
  articles: Newsroom['articles'] | undefined,
  context: SourceContext,
  layAside: LayAside,
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
    const aside = Array.isArray(given) ? () => undefined : layAside
    yield* eachOf(
      () => records,
      (record, origin) => entryOf(record, origin, aside),
    )
  } else yield failedEntry(theWhole, [notArticles(given)])
}

// No file or folder has this for its name.
const theWhole = ''

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

// A function of its own, so that it holds on to nothing else of the record.
function entryOf(
  article: ArticleInput | undefined,
  origin: string,
  layAside: LayAside,
): SourceEntry {
  if (article === undefined) {
    return failedEntry(origin, [issue('wrong-type', '', 'Cannot use nothing: expected an object')])
  }
  const load = layAside(article) ?? keeper(article)
  return { origin, article: withoutBody(article), issues: [], load }
}

function keeper(article: ArticleInput): SourceEntry['load'] {
  return () => Promise.resolve({ article, issues: [] })
}

/** What a source that failed says; what it says in our own words stands as it is. */
export function faultsOf(error: unknown, what: string): readonly Issue[] {
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
