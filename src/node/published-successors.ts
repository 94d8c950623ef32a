/** Which article of a new document is one of the old, under another id. */
import { readsAsMarkup } from '../html/escape.js'
import { campaignParameters } from '../url.js'
import type { PublishedItem } from './read-published.js'
import { textOfHtml } from './read-xml-items.js'

/**
 * Finds what an article became whose id is no longer there: what has its link, or its title and day, as
 * default ids are made of the link.
 */
export class Successors {
  readonly #before: ReadonlyMap<string, PublishedItem>
  readonly #byLink: ReadonlyMap<string, PublishedItem>
  readonly #byTitle: ReadonlyMap<string, PublishedItem>
  readonly #sharedLinks: ReadonlySet<string>
  /** Ids of successors that were told of. */
  readonly #told = new Set<string>()

  constructor(before: ReadonlyMap<string, PublishedItem>, now: readonly PublishedItem[]) {
    this.#before = before
    this.#byLink = indexOf(now, linkKey)
    this.#byTitle = indexOf(
      now.filter(({ id }) => !before.has(id)),
      titleKey,
    )
    this.#sharedLinks = sharedLinks([...before.values()], now)
  }

  /** `known` is an article that subscribers have, or that was told of. Each successor comes once. */
  of(old: PublishedItem): PublishedItem | 'known' | undefined {
    const link = linkKey(old)
    const found =
      (link === undefined || this.#sharedLinks.has(link) ? undefined : this.#byLink.get(link)) ??
      this.#byTitle.get(titleKey(old) ?? '')
    if (found === undefined) return undefined
    const known = this.#before.get(found.id)
    // Twice in the feed that is out, under two ids, one of which stays; else it was another article.
    if (known !== undefined) return linkKey(known) === link ? 'known' : undefined
    if (this.#told.has(found.id)) return 'known'
    this.#told.add(found.id)
    return found
  }
}

/** The first item of each key. */
function indexOf(
  items: readonly PublishedItem[],
  keyOf: (item: PublishedItem) => string | undefined,
): ReadonlyMap<string, PublishedItem> {
  const index = new Map<string, PublishedItem>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== undefined && !index.has(key)) index.set(key, item)
  }
  return index
}

/**
 * What a link is known by. A site whose pages moved from http: to https: or lost a slash at the end has the
 * same articles.
 */
export function linkKey({ link }: PublishedItem): string | undefined {
  if (link === undefined || !URL.canParse(link)) return link
  const url = new URL(link)
  for (const name of campaignParameters(url.href)) url.searchParams.delete(name)
  return `${url.host}${url.pathname.replace(/\/$/, '')}${url.search}${url.hash}`
}

// Some titles are HTML, some are escaped twice.
function titleKey({ title, published }: PublishedItem): string | undefined {
  if (title === undefined || published === undefined) return undefined
  const text = readsAsMarkup(title) ? textOfHtml(title) : title
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return words === null ? undefined : `${published.slice(0, 10)} ${words.join(' ')}`
}

/** Links that name no article, as articles of other titles have them too: the home page, say. */
function sharedLinks(
  before: readonly PublishedItem[],
  now: readonly PublishedItem[],
): ReadonlySet<string> {
  return new Set([before, now].flatMap(sharedIn))
}

function sharedIn(items: readonly PublishedItem[]): readonly string[] {
  const titles = new Map<string, string | undefined>()
  return items.flatMap((item) => {
    const link = linkKey(item)
    if (link === undefined) return []
    if (titles.has(link) && titles.get(link) !== item.title) return [link]
    titles.set(link, item.title)
    return []
  })
}
