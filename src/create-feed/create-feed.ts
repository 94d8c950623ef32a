/**
 * From input to model: all records read, related to each other, prepared and put in order, and every finding
 * collected on the way.
 */
import type { Instant } from '../date.js'
import { FeedError, type Issue } from '../issue.js'
import type { Article, Feed } from '../model/feed.js'
import type { DateInput, FeedInput } from '../model/input.js'
import type { Part } from './announcements.js'
import { checkShape } from './check-shape.js'
import { Findings } from './findings.js'
import { readLint } from './lint.js'
import { feedContext, readFeedHead, readNoticeDays, readNow } from './read-feed-head.js'
import { later } from './read-life.js'
import type { ArticleContext } from './read-head.js'
import { compareItems, lintItems, readItems, shownOf } from './read-items.js'
import { readRecords } from './read-records.js'
import { missing, readInstant } from './read-values.js'
import { readWords, speechOf } from './read-words.js'
import type { HeldBack, Relations } from './relations.js'
import { feedSchema, type FeedShape } from './schema.js'

/** What `createFeed` is told beside the input. */
export interface CreateFeedOptions {
  /**
   * The present: it ends embargoes, lets articles expire, and is what the warning `date-in-future` goes by. The
   * library never reads the clock. Without a zone it is read in the feed's `timeZone`, else as UTC. Default: none;
   * then no date counts as future, nothing expires, and an embargo is an error.
   */
  readonly now?: DateInput | undefined
}

/**
 * Makes a feed of records: checks everything, resolves addresses and dates, cleans and captions the
 * bodies, and puts the newest article first. Drafts, and what is under embargo or expired at `now`, are left
 * out. The input is not changed; the result is frozen.
 *
 * @returns the feed for `toRss`, `toAtom` and `toJsonFeed`; its `issues` are the warnings, its `nextChange` says
 *   when to make it again though nothing was changed
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
export function checkFeed(input: FeedInput, options: CheckFeedOptions = {}): readonly Issue[] {
  return Object.freeze(makeFeed(input, { ...options, compare: true }).issues)
}

/** A feed, unless a finding refuses it. */
export interface MadeFeed {
  readonly feed: Feed | undefined
  /** All findings, in the order of the input. */
  readonly issues: readonly Issue[]
}

/** What `checkFeed` is told beside the input. */
export interface CheckFeedOptions extends CreateFeedOptions {
  /** Whether to look for what press offices forget too: credits, contacts, translations. Default: `false`. */
  readonly lint?: boolean | undefined
}

/** What the feeds of a newsroom are told beside the input. */
export interface MakeOptions extends CheckFeedOptions {
  /** Whether the articles are held against each other too. */
  readonly compare: boolean
  /** What the newsroom knows of its articles, of which this feed has some. Default: this feed has them all. */
  readonly newsroom?: OfNewsroom | undefined
  /** Which item of each record is wanted: the article itself, or one that announces. Default: all items. */
  readonly parts?: readonly (Part | undefined)[] | undefined
  /** When something changed that no article shows. */
  readonly changed?: Instant | undefined
}

/** What articles take over from their newsroom, so that they are the same in all feeds. */
export interface OfNewsroom {
  /** The base of their links. */
  readonly link: string
  /** The language of those that name none. */
  readonly language: string
  readonly relationsOf: (id: string) => Relations
  readonly held: HeldBack
}

/** The feed and its findings. */
export function makeFeed(input: unknown, options: MakeOptions): MadeFeed {
  const findings = new Findings()
  const feed = readFeed(input, options, findings)
  const issues = findings.inOrderOf(input)
  if (feed === undefined || findings.refuse) return { feed: undefined, issues }
  return { feed: deepFreeze({ ...feed, issues }), issues }
}

function readFeed(
  input: unknown,
  options: MakeOptions,
  findings: Findings,
): Omit<Feed, 'issues'> | undefined {
  const shape = checkShape(feedSchema, input, '', findings)
  if (shape === undefined) return undefined
  const { now, newsroom } = options
  const context = feedContext(shape, readNow(now, shape, findings), findings)
  const { head, ids } = readFeedHead(shape, context)
  const changed = readInstant(shape.updated, 'updated', context)
  const ofArticles = {
    ...context,
    ...speechOf(readWords(shape.words, context), findings),
    base: newsroom?.link ?? context.base,
    language: head.language,
    unsaidLanguage: newsroom?.language,
    ids,
    withdrawalNoticeInDays: readNoticeDays(shape, context),
  }
  const records = readRecords(articlesOf(shape, ofArticles), ofArticles)
  const rules = readLint(shape.lint, context)
  const items = readItems(records, ofArticles, options)
  if (options.compare) compareItems(items, findings)
  if (options.lint === true) lintItems(items, rules, newsroom === undefined, findings)
  const articles = shownOf(items, shape, options)
  const changes = [options.changed, records.left, ...articles.map((article) => article.updated)]
  const updated = changes.reduce(later, changed)
  if (updated === undefined && !findings.refuse) {
    findings.add(
      'no-articles',
      'articles',
      'No article: give `updated`, the time of the last change',
    )
  }
  return { ...head, updated, nextChange: records.next, articles: newestFirst(articles) }
}

function articlesOf({ articles }: FeedShape, context: ArticleContext): readonly unknown[] {
  if (articles === undefined || articles === null) {
    missing('articles', 'a list of articles, which may be empty', context)
  }
  return articles ?? []
}

function newestFirst(articles: readonly Article[]): readonly Article[] {
  return [...articles].sort((a, b) =>
    a.published < b.published ? 1 : a.published > b.published ? -1 : 0,
  )
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
