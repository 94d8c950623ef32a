/** From a newsroom's definition to its plan: which documents there are and what each carries. */
import { checkShape, joinPath } from '../create-feed/check-shape.js'
import { Findings } from '../create-feed/findings.js'
import { readLint } from '../create-feed/lint.js'
import { readAddress } from '../create-feed/read-address.js'
import { feedContext, readHubs, readNow } from '../create-feed/read-feed-head.js'
import { readEach, unheard, type Context } from '../create-feed/read-values.js'
import { readWords } from '../create-feed/read-words.js'
import type { Extension } from '../formats/extension.js'
import type { DateInput, FeedInput } from '../model/input.js'
import { cleanText, oneLine } from '../text.js'
import type { Plan, PlannedFeed, Slice } from './plan.js'
import { readChoice } from './read-choice.js'
import { readHosts } from './read-hosts.js'
import { readPages, readStylesheet } from './read-pages.js'
import { readPlace } from './read-place.js'
import { comparable, headOfSlice } from './read-slice.js'
import { newsroomSchema, type FeedDefinitionShape, type NewsroomShape } from './schema.js'
import { TakenPaths } from './taken-paths.js'

/**
 * Reads a newsroom without its articles. Never throws: what is wrong is in `issues`. With `lint` its articles are
 * looked at for what press offices forget.
 */
export function readNewsroom(newsroom: unknown, now: DateInput, lint = false): Plan {
  const findings = new Findings()
  const shape = checkShape(newsroomSchema, newsroom, '', findings) ?? emptyShape
  const present = readNow(now, shape, findings)
  const context = feedContext({ ...shape, articles: [] }, present, findings)
  const rules = readLint(shape.lint, context)
  const site = readSite(shape, context)
  const head = headOf(shape)
  const taken = new TakenPaths(findings)
  const slices = readFeeds(shape, head, site, taken, context)
  const opml = readOpml(shape.opml, site, taken, context)
  const pages = readPages(shape, head, site, taken, context)
  const stylesheet = readStylesheet(shape.stylesheet, site, taken, context)
  return {
    head,
    now: present,
    link: context.base,
    language: shape.language?.trim() ?? '',
    site,
    slices,
    hubs: readHubs(shape.hub, context),
    opml,
    hosts: readHosts(shape.hosts, context),
    pages,
    stylesheet,
    // What is wrong with them is found when the first feed is made.
    words: readWords(shape.words, unheard(context)),
    // Extensions are functions; the writers check what they are.
    extensions: (shape.extensions ?? []) as readonly Extension[],
    lint: lint ? rules : undefined,
    issues: findings.inOrderOf(newsroom),
  }
}

const emptyShape: NewsroomShape = { articles: undefined, extensions: undefined }

function headOf(shape: NewsroomShape): Omit<FeedInput, 'articles'> {
  const {
    articles: _,
    feeds: _feeds,
    site: _site,
    opml: _opml,
    hosts: _hosts,
    extensions: _ext,
    ...others
  } = shape
  const { pages: _pages, stylesheet: _style, ...head } = others
  // What is missing or wrong is found when the first feed is made.
  return head as Omit<FeedInput, 'articles'>
}

function readSite(shape: NewsroomShape, context: Context): string {
  const href = readAddress(shape.site, 'site', undefined, context)
  if (href === undefined) return new URL('/', context.base).href
  const { origin, pathname } = new URL(href)
  return origin + pathname.replace(/\/?$/, '/')
}

function readFeeds(
  { feeds }: NewsroomShape,
  head: Omit<FeedInput, 'articles'>,
  site: string,
  taken: TakenPaths,
  context: Context,
): readonly Slice[] {
  const { findings } = context
  const given = (feeds ?? []).filter((feed) => feed !== undefined && feed !== null)
  if (given.length === 0 && !findings.refused('feeds')) {
    const message = `No feeds: expected a list such as [{ format: 'rss', path: '/rss.xml' }]`
    findings.add('missing-field', 'feeds', message)
  }
  const slices = new Map<string, Slice & { feeds: PlannedFeed[] }>()
  readEach(feeds, 'feeds', (definition, where) => {
    const place = readPlace(definition.path, joinPath(where, 'path'), site, context)
    const slice = readSlice(definition, where, head, context)
    if (place === undefined || definition.format === undefined || definition.format === null) {
      if (definition.format === undefined || definition.format === null)
        missingFormat(where, context)
      return
    }
    if (!taken.take(place.path, definition.path, where, joinPath(where, 'path'))) return
    const same = JSON.stringify([slice.own, slice.choice])
    const { format, leadImage } = definition
    const feed = {
      ...place,
      format,
      title: readable(slice.head.title),
      leadImage: leadImage ?? undefined,
    }
    const known = slices.get(same)
    if (known === undefined) slices.set(same, { ...slice, feeds: [feed] })
    else known.feeds.push(feed)
  })
  return withOneId([...slices.values()], head.id)
}

// Feeds that differ are other feeds to a reader: the newsroom's id is for the first that may have it.
function withOneId(slices: readonly Slice[], id: FeedInput['id']): readonly Slice[] {
  const isNewsrooms = (slice: Slice) => !Object.hasOwn(slice.own, 'id') && slice.head.id === id
  const first = slices.find(isNewsrooms)
  return slices.map((slice) =>
    slice === first || !isNewsrooms(slice)
      ? slice
      : { ...slice, head: { ...slice.head, id: undefined } },
  )
}

// For lists of feeds. That it had to be mended is said when the feed itself is made.
function readable(text: unknown): string {
  return typeof text === 'string' ? oneLine(cleanText(text).text) : ''
}

function missingFormat(where: string, { findings }: Context): void {
  const path = joinPath(where, 'format')
  if (findings.refused(path)) return
  findings.add('missing-field', path, 'No format: expected "rss", "atom" or "json"')
}

function readSlice(
  definition: FeedDefinitionShape,
  where: string,
  newsroom: Omit<FeedInput, 'articles'>,
  context: Context,
): Omit<Slice, 'feeds'> {
  const choice = readChoice(definition, where, newsroom, context)
  const labels = [...choice.tags, ...choice.subjects, ...choice.languages]
  return {
    where,
    ...headOfSlice(definition, choice, labels, newsroom),
    choice: comparable(choice),
  }
}

function readOpml(
  value: NewsroomShape['opml'],
  site: string,
  taken: TakenPaths,
  context: Context,
): Plan['opml'] {
  if (value === undefined || value === null || value === '') return undefined
  const given = typeof value === 'string' ? { path: value } : value
  const where = typeof value === 'string' ? 'opml' : 'opml.path'
  const place = readPlace(given.path, where, site, context)
  if (place === undefined) return undefined
  taken.take(place.path, given.path, 'opml', where)
  return { ...place, format: given.format ?? undefined }
}
