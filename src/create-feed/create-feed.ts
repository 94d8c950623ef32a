import { isTimeZone, readDate, type Instant } from '../date.js'
import { FeedError, type Issue } from '../issue.js'
import type { Article, Feed, Logo } from '../model/feed.js'
import type { DateInput, FeedInput } from '../model/input.js'
import { fileName } from '../url.js'
import { compareArticles, type Placed } from './across.js'
import { checkShape } from './check-shape.js'
import { Findings, show } from './findings.js'
import { readArticle, type ArticleContext } from './read-article.js'
import { readOwnId } from './read-id.js'
import { readData } from './read-data.js'
import { readPeople, readTags } from './read-people.js'
import { readAddress, requireAddress, requireLink } from './read-address.js'
import { readLanguage } from './read-language.js'
import {
  missing,
  readCount,
  readEach,
  readInstant,
  readText,
  requireText,
  type Context,
} from './read-values.js'
import { articleSchema, feedSchema, type FeedShape } from './schema.js'

/** What `createFeed` is told beside the input. */
export interface CreateFeedOptions {
  /**
   * The present, for the warning `date-in-future`. The library never reads the clock. Default: none;
   * then no date counts as future.
   */
  readonly now?: DateInput | undefined
}

/**
 * Makes a feed of records: checks everything, resolves addresses and dates, cleans and captions the
 * bodies, and puts the newest article first. The input is not changed; the result is frozen.
 *
 * @returns the feed for `toRss`, `toAtom` and `toJsonFeed`; its `issues` are the warnings
 * @throws {FeedError} when something refuses the feed; carries every finding, warnings too
 */
export function createFeed(input: FeedInput, options: CreateFeedOptions = {}): Feed {
  const { feed, findings } = readFeed(input, options)
  if (feed === undefined || findings.refuse) throw new FeedError(findings.inOrderOf(input))
  return deepFreeze({ ...feed, issues: findings.inOrderOf(input) })
}

/**
 * Checks records as {@link createFeed} does, without making a feed and without throwing.
 *
 * @returns every finding in the order of the input; the feed can be made if none is an error
 */
export function checkFeed(input: FeedInput, options: CreateFeedOptions = {}): readonly Issue[] {
  return Object.freeze(readFeed(input, options).findings.inOrderOf(input))
}

function readFeed(input: unknown, options: CreateFeedOptions | null) {
  const findings = new Findings()
  const shape = checkShape(feedSchema, input, '', findings)
  if (shape === undefined) return { feed: undefined, findings }
  const context = feedContext(shape, readNow(options?.now, findings), findings)
  const language =
    readLanguage(shape.language, 'language', context) ??
    missing('language', 'a BCP 47 tag such as en', context)
  const head = {
    title: requireText(shape.title, 'title', context),
    link: context.base,
    description: requireText(shape.description, 'description', context),
    language,
    id: readOwnId(shape.id, 'id', context),
    hubs: readHubs(shape.hub, context),
    authors: readPeople(shape.authors, 'authors', context),
    copyright: readText(shape.copyright, 'copyright', context),
    logo: readLogo(shape.logo, context),
    icon: readAddress(shape.icon, 'icon', context.base, context),
    ttlInMinutes: readCount(shape.ttlInMinutes, 'ttlInMinutes', context),
    tags: readTags(shape.tags, 'tags', context),
    generator: shape.generator ?? true,
    data: readData(shape.data, 'data', context),
  }
  const changed = readInstant(shape.updated, 'updated', context)
  const ids = readIds(shape.ids, context)
  const articles = readArticles(shape, { ...context, language, ids })
  const updated = [changed, ...articles.map((article) => article.updated)].reduce(later, undefined)
  if (updated === undefined && !findings.refuse) {
    findings.add(
      'no-articles',
      'articles',
      'No article: give `updated`, the time of the last change',
    )
  }
  return { feed: { ...head, updated, articles: newestFirst(articles) }, findings }
}

// Stands in for a link that refuses the feed, so that addresses are not refused for want of it.
const noBase = 'https://none.invalid/'

function feedContext(shape: FeedShape, now: Instant | undefined, findings: Findings): Context {
  const bare = { findings, base: noBase, timeZone: undefined, now }
  const link = requireLink(shape.link, 'link', undefined, bare)
  const timeZone = shape.timeZone?.trim() ?? ''
  if (timeZone !== '' && !isTimeZone(timeZone)) {
    const message = `Unknown time zone ${show(shape.timeZone)}: expected a name such as Europe/Paris`
    findings.add('invalid-time-zone', 'timeZone', message)
  }
  const known = timeZone !== '' && !findings.refused('timeZone')
  return {
    ...bare,
    base: link === '' ? noBase : link,
    // After an unknown zone dates are read as UTC, so that one mistake is not reported for each of them.
    timeZone: known ? timeZone : findings.refused('timeZone') ? 'UTC' : undefined,
  }
}

function readNow(now: DateInput | undefined, findings: Findings): Instant | undefined {
  if (now === undefined) return undefined
  if (typeof now !== 'string' && !((now as unknown) instanceof Date)) {
    findings.add('wrong-type', 'now', `Cannot use ${show(now)}: expected text or a valid Date`)
    return undefined
  }
  const { instant, fault } = readDate(now, 'UTC')
  if (fault !== undefined)
    findings.add(fault, 'now', `Cannot read now ${show(now)}: expected a date`)
  return instant
}

function readHubs(value: FeedShape['hub'], context: Context): readonly string[] {
  const read = (hub: string, path: string) => readAddress(hub, path, undefined, context)
  const hubs = typeof value === 'string' ? [read(value, 'hub')] : readEach(value, 'hub', read)
  return [...new Set(hubs)].filter((hub) => hub !== undefined)
}

function readIds(value: string | null | undefined, { findings }: Context): 'uuid' | 'link' {
  if (value === 'link') return 'link'
  if (value !== undefined && value !== null && value !== '' && value !== 'uuid') {
    findings.add('invalid-value', 'ids', `Cannot use ${show(value)}: expected "uuid" or "link"`)
  }
  return 'uuid'
}

function readLogo(value: FeedShape['logo'], context: Context): Logo | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const isText = typeof value === 'string'
  const given = isText ? { url: value } : value
  const url = requireAddress(given.url, isText ? 'logo' : 'logo.url', context.base, context)
  if (url === '') return undefined
  const width = readCount(given.width, 'logo.width', context)
  const height = readCount(given.height, 'logo.height', context)
  // RSS 2.0, image: GIF, JPEG or PNG, at most 144 by 400.
  const fitsRss =
    /\.(?:gif|jpe?g|png)$/i.test(fileName(url)) && (width ?? 0) <= 144 && (height ?? 0) <= 400
  if (!fitsRss) {
    const message = 'RSS takes a GIF, JPEG or PNG of at most 144 by 400 pixels: left out there'
    context.findings.add('logo-left-out', 'logo', message)
  }
  return { url, width, height, fitsRss }
}

function readArticles({ articles }: FeedShape, context: ArticleContext): readonly Article[] {
  if (articles === undefined || articles === null) {
    missing('articles', 'a list of articles, which may be empty', context)
    return []
  }
  const placed = articles.flatMap((record, index): Placed[] => {
    const path = `articles[${index}]`
    const shape = checkShape(articleSchema, record, path, context.findings)
    if (shape === undefined) return []
    return [{ article: readArticle(shape, path, context), path, ownId: Boolean(shape.id) }]
  })
  compareArticles(placed, context.findings)
  return placed.map(({ article }) => article)
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
