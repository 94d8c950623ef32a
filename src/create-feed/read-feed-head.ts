/** A feed without its articles. */
import { isTimeZone, readDate, type Instant } from '../date.js'
import type { Logo } from '../model/feed.js'
import type { DateInput } from '../model/input.js'
import { fileName } from '../url.js'
import { show, type Findings } from './findings.js'
import { readOwnId } from './read-id.js'
import { readData } from './read-data.js'
import { readPeople, readTags } from './read-people.js'
import { readAddress, requireAddress, requireLink } from './read-address.js'
import { readLanguage } from './read-language.js'
import { missing, readCount, readEach, readText, requireText, type Context } from './read-values.js'
import type { FeedShape } from './schema.js'

/** What a feed says of itself, and how it makes ids. */
export function readFeedHead(shape: FeedShape, context: Context) {
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
    tombstones: shape.tombstones ?? false,
    data: readData(shape.data, 'data', context),
  }
  return { head, ids: readIds(shape.ids, context) }
}

// Stands in for a link that refuses the feed, so that addresses are not refused for want of it.
const noBase = 'https://none.invalid/'

/** What articles take over from their feed: the base of addresses, the time zone, the present. */
export function feedContext(
  shape: FeedShape,
  now: Instant | undefined,
  findings: Findings,
): Context {
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

/** The present, if it is given. Without a zone it is read in the feed's, as its articles are. */
export function readNow(
  now: DateInput | undefined,
  { timeZone }: Pick<FeedShape, 'timeZone'>,
  findings: Findings,
): Instant | undefined {
  if (now === undefined) return undefined
  if (typeof now !== 'string' && !((now as unknown) instanceof Date)) {
    findings.add('wrong-type', 'now', `Cannot use ${show(now)}: expected text or a valid Date`)
    return undefined
  }
  const zone = timeZone?.trim() ?? ''
  const { instant, fault } = readDate(now, isTimeZone(zone) ? zone : 'UTC')
  if (fault !== undefined)
    findings.add(fault, 'now', `Cannot read now ${show(now)}: expected a date`)
  return instant
}

const usualNoticeInDays = 30

/** For how many days the notice on a withdrawn article stays. */
export function readNoticeDays(shape: FeedShape, context: Context): number {
  const path = 'withdrawalNoticeInDays'
  return readCount(shape.withdrawalNoticeInDays, path, context) ?? usualNoticeInDays
}

/** The WebSub hubs, absolute and in ASCII, each once. */
export function readHubs(value: FeedShape['hub'], context: Context): readonly string[] {
  const read = (hub: string, path: string) => readHub(hub, path, context)
  const hubs = typeof value === 'string' ? [read(value, 'hub')] : readEach(value, 'hub', read)
  return [...new Set(hubs)].filter((hub) => hub !== undefined)
}

function readHub(value: string, path: string, context: Context): string | undefined {
  const href = readAddress(value, path, undefined, context)
  if (href === undefined) return undefined
  const { username, password } = new URL(href)
  if (username === '' && password === '') return href
  // Nor is it shown here: the log of a build is often public.
  const message =
    'Cannot use this address: expected one without a name and password, since every feed shows it'
  context.findings.add('invalid-value', path, message)
  return undefined
}

/** How ids are made. */
export function readIds(value: string | null | undefined, { findings }: Context): 'uuid' | 'link' {
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
