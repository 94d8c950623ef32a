/** Feeds that are out already, whoever made them. */
import { readDate, type Instant } from '../date.js'
import { readXmlItems, type RawItem } from './read-xml-items.js'

/** What an item of a feed that is out says of itself. Texts are decoded, trimmed and not empty. */
export interface PublishedItem {
  /** What readers know it by: its id, else its link. */
  readonly id: string
  readonly link?: string
  readonly title?: string
  /** To the second, in UTC. Absent where there is no date or one that cannot be read. */
  readonly published?: Instant
}

/**
 * The items of an RSS 2.0, Atom 1.0 or JSON Feed document, in its order; `undefined` when the text is none
 * of these. Items without id and link are left out, as nobody can tell them apart. Reads what is broken as
 * far as it goes, and never throws.
 */
export function readPublished(text: string): readonly PublishedItem[] | undefined {
  const start = text.search(/[^\s\uFEFF]/)
  const items = text[start] === '{' ? readJsonItems(text.slice(start)) : readXmlItems(text)
  return items?.flatMap(toPublished)
}

function toPublished(item: RawItem): readonly PublishedItem[] {
  const { id, title, published } = item
  const link = item.link || item.permalink
  const known = id || link
  if (!known) return []
  const instant = readInstant(published ?? '')
  return [
    {
      id: known,
      ...(link && { link }),
      ...(title && { title }),
      ...(instant !== undefined && { published: instant }),
    },
  ]
}

function readJsonItems(text: string): readonly RawItem[] | undefined {
  const feed = members(parseJson(text))
  const version = feed['version']
  if (typeof version !== 'string' || !/^https?:\/\/jsonfeed\.org\//.test(version)) return undefined
  const items: readonly unknown[] = Array.isArray(feed['items']) ? feed['items'] : []
  return items.map((item) => {
    const { id, url, title, date_published: published } = members(item)
    return { id: asText(id), link: asText(url), title: asText(title), published: asText(published) }
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

// JSON Feed 1.1 asks readers to take a number for the text that it is written as.
function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() : undefined
}

const monthName = /[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]/i
const knownZone = /(?:[+-]\d{2}:?\d{2}|\b(?:z|utc?|gmt|[ecmp][sd]t))$/i

// RFC 3339 and ISO 8601, or RFC 822 as it is found. Without a zone it is UTC, not that of this machine.
function readInstant(value: string): Instant | undefined {
  if (value.length > 64) return undefined
  const { instant } = readDate(value, 'UTC')
  if (instant !== undefined || !monthName.test(value) || !/\d:\d/.test(value)) return instant
  // Any other word at the end might be read as the time of this machine.
  if (!knownZone.test(value) && /[a-z]$/i.test(value)) return undefined
  const time = Date.parse(knownZone.test(value) ? value : `${value} UTC`)
  return Number.isNaN(time) ? undefined : readDate(new Date(time), undefined).instant
}
