import type { Instant } from '../date.js'
import { FeedError, type Issue } from '../issue.js'
import type { Article, Feed } from '../model/feed.js'
import type { DateInput, FeedInput } from '../model/input.js'
import { compareIds, compareLooks, type Placed, type Report } from './across.js'
import { checkShape } from './check-shape.js'
import { Findings } from './findings.js'
import { readArticle } from './read-article.js'
import { feedContext, readFeedHead, readIds, readNow } from './read-feed-head.js'
import { readHead, type ArticleContext, type Head } from './read-head.js'
import { readLanguage } from './read-language.js'
import { missing, readInstant } from './read-values.js'
import { articleSchema, feedSchema, type FeedShape } from './schema.js'

/** What `createFeed` is told beside the input. */
export interface CreateFeedOptions {
  /**
   * The present, for the warning `date-in-future`. The library never reads the clock. Without a zone it is
   * read in the feed's `timeZone`, else as UTC. Default: none; then no date counts as future.
   */
  readonly now?: DateInput | undefined
}

/**
 * Makes a feed of records: checks everything, resolves addresses and dates, cleans and captions the
 * bodies, and puts the newest article first. Drafts are left out. The input is not changed; the result is frozen.
 *
 * @returns the feed for `toRss`, `toAtom` and `toJsonFeed`; its `issues` are the warnings
 * @throws {FeedError} when something refuses the feed; carries every finding, warnings too
 */
export function createFeed(input: FeedInput, options: CreateFeedOptions = {}): Feed {
  const { feed, issues } = makeFeed(input, { ...options, compare: true })
  if (feed === undefined) throw new FeedError(issues)
  return feed
}

/**
 * Checks records as {@link createFeed} does, without making a feed and without throwing.
 *
 * @returns every finding in the order of the input; the feed can be made if none is an error
 */
export function checkFeed(input: FeedInput, options: CreateFeedOptions = {}): readonly Issue[] {
  return Object.freeze(makeFeed(input, { ...options, compare: true }).issues)
}

/** A feed, unless a finding refuses it. */
export interface MadeFeed {
  readonly feed: Feed | undefined
  /** All findings, in the order of the input. */
  readonly issues: readonly Issue[]
}

/** What the feeds of a newsroom are told beside the input. */
export interface MakeOptions extends CreateFeedOptions {
  /** Whether the articles are held against each other too. */
  readonly compare: boolean
  /**
   * What articles take over from their newsroom and not from this feed, so that they are the same in all
   * feeds: the base of their links, and the language of those that name none. Default: the feed's.
   */
  readonly newsroom?: { readonly link: string; readonly language: string } | undefined
}

/** The feed and its findings. */
export function makeFeed(input: unknown, options: MakeOptions): MadeFeed {
  const findings = new Findings()
  const feed = readFeed(input, options, findings)
  const issues = findings.inOrderOf(input)
  if (feed === undefined || findings.refuse) return { feed: undefined, issues }
  return { feed: deepFreeze({ ...feed, issues }), issues }
}

/** Reads the head of one record; `path` is where it stands. */
export type HeadReader = (
  record: unknown,
  path: string,
) => { readonly head: Head | undefined; readonly issues: readonly Issue[] }

/** A reader for the heads of articles of a feed, which is read here without its articles. */
export function headReader(input: unknown, options: CreateFeedOptions): HeadReader {
  const ofFeed = new Findings()
  const shape = checkShape(feedSchema, input, '', ofFeed) ?? {}
  const now = readNow(options.now, shape, ofFeed)
  const context = feedContext(shape, now, ofFeed)
  const language = readLanguage(shape.language, 'language', context)
  const ids = readIds(shape.ids, context)
  return (record, path) => {
    const findings = new Findings()
    const article = checkShape(articleSchema, record, path, findings)
    if (article === undefined) return { head: undefined, issues: findings.inOrderOf({}) }
    const head = readHead(article, path, {
      ...{ ...context, findings, language, ids },
      unsaidLanguage: undefined,
    })
    return { head: findings.refuse ? undefined : head, issues: findings.inOrderOf({}) }
  }
}

function readFeed(
  input: unknown,
  { now, compare, newsroom }: MakeOptions,
  findings: Findings,
): Omit<Feed, 'issues'> | undefined {
  const shape = checkShape(feedSchema, input, '', findings)
  if (shape === undefined) return undefined
  const context = feedContext(shape, readNow(now, shape, findings), findings)
  const { head, ids } = readFeedHead(shape, context)
  const changed = readInstant(shape.updated, 'updated', context)
  const ofArticles = {
    ...context,
    base: newsroom?.link ?? context.base,
    language: head.language,
    unsaidLanguage: newsroom?.language,
    ids,
  }
  const articles = readArticles(shape, ofArticles, compare)
  const updated = [changed, ...articles.map((article) => article.updated)].reduce(later, undefined)
  if (updated === undefined && !findings.refuse) {
    findings.add(
      'no-articles',
      'articles',
      'No article: give `updated`, the time of the last change',
    )
  }
  return { ...head, updated, articles: newestFirst(articles) }
}

function readArticles(
  { articles }: FeedShape,
  context: ArticleContext,
  compare: boolean,
): readonly Article[] {
  if (articles === undefined || articles === null) {
    missing('articles', 'a list of articles, which may be empty', context)
    return []
  }
  const placed = articles.flatMap((record, index) => {
    const name = `articles[${index}]`
    if (isDraft(record)) return []
    const shape = checkShape(articleSchema, record, name, context.findings)
    if (shape === undefined) return []
    return [{ article: readArticle(shape, name, context), name, ownId: Boolean(shape.id) }]
  })
  if (compare) {
    const report: Report<Placed> = (code, { name }, field, message) => {
      context.findings.add(code, field === '' ? name : `${name}.${field}`, message)
    }
    compareIds(placed, report)
    compareLooks(placed, report)
  }
  return placed.map(({ article }) => article)
}

/** Whether a record says that it is not to be published yet. */
export function isDraft(record: unknown): boolean {
  return typeof record === 'object' && record !== null && 'draft' in record && record.draft === true
}

function newestFirst(articles: readonly Article[]): readonly Article[] {
  return [...articles].sort((a, b) =>
    a.published < b.published ? 1 : a.published > b.published ? -1 : 0,
  )
}

function later(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
