import { toAtom, toJsonFeed, toRss, type Feed } from 'pressfeed'
import { selfOf } from '../fixtures/inputs.js'
import { readXml, select, values, type ReadElement } from './read-xml.js'

/** JSON as it is read: anything may be there. */
export type ReadJson = Readonly<Record<string, unknown>>

/** The three documents of a feed, each read by a parser that is not ours. */
export interface Documents {
  readonly rss: ReadElement
  readonly atom: ReadElement
  readonly json: ReadJson
}

/** Writes a feed in every format and reads it back. Throws when a document is not well-formed. */
export function readBack(feed: Feed): Documents {
  return {
    rss: readXml(toRss(feed, { self: selfOf.rss })),
    atom: readXml(toAtom(feed, { self: selfOf.atom })),
    json: readJson(toJsonFeed(feed, { self: selfOf.json })),
  }
}

/** Parses JSON, and throws where a strict decoder would: at half a character, escaped or not. */
export function readJson(document: string): ReadJson {
  if (!document.isWellFormed()) throw new Error('half a character in the document')
  const read = JSON.parse(document) as ReadJson
  refuseHalves(read)
  return read
}

function refuseHalves(value: unknown): void {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('half a character')
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuseHalves)
}

/** Strings in a JSON document at a path such as `items/tags`; lists on the way are walked through. */
export function jsonValues(from: unknown, path: string): readonly unknown[] {
  return path
    .split('/')
    .reduce<readonly unknown[]>(
      (found, step) =>
        found
          .flatMap((value) => value)
          .flatMap((value) => (isObject(value) && step in value ? value[step] : [])),
      [from],
    )
    .flat()
}

function isObject(value: unknown): value is ReadJson {
  return typeof value === 'object' && value !== null
}

/** An article as any of the three formats gives it back. */
export interface ReadArticle {
  readonly title: unknown
  readonly link: unknown
  readonly id: unknown
  readonly published: number
  readonly html: unknown
  readonly captions: readonly unknown[]
  readonly credits: readonly unknown[]
}

/** The articles of each document, in its order. */
export function readArticles({ rss, atom, json }: Documents) {
  return {
    rss: select(rss, 'channel/item').map((item) => ({
      ...common(item, 'title', 'link', 'guid', 'pubDate', 'content:encoded'),
      ...media(item),
    })),
    atom: select(atom, 'atom:entry').map((entry) => ({
      ...common(entry, 'atom:title', 'atom:link@href', 'atom:id', 'atom:published', 'atom:content'),
      ...media(entry),
    })),
    json: jsonValues(json, 'items').map((item): ReadArticle => {
      const { title, url, id, date_published, content_html } = item as ReadJson
      return {
        ...{ title, link: url, id, html: content_html },
        published: Date.parse(String(date_published)),
        captions: jsonValues(item, '_press/images/caption'),
        credits: jsonValues(item, '_press/images/credit'),
      }
    }),
  } satisfies Record<string, readonly ReadArticle[]>
}

function common(
  item: ReadElement,
  ...[title, link, id, published, html]: readonly [string, string, string, string, string]
) {
  return {
    title: values(item, title)[0],
    link: values(item, link)[0],
    id: values(item, id)[0],
    published: Date.parse(values(item, published)[0] ?? ''),
    html: values(item, html)[0],
  }
}

function media(item: ReadElement) {
  return {
    captions: values(item, 'media:content/media:description'),
    credits: values(item, 'media:content/media:credit'),
  }
}
