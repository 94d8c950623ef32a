import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { parseFragment } from 'parse5'

/** An item as somebody else's parser reads it. */
export interface Seen {
  readonly id: string
  readonly title: string
  readonly link: string
  readonly published: string
  readonly updated: string
  /** The text of each paragraph of the body. */
  readonly paragraphs: readonly string[]
  readonly pictures: number
  /** Languages of the other versions that it links to. */
  readonly related: readonly string[]
  readonly replaces: readonly string[]
  readonly replacedBy: readonly string[]
}

/** A document as somebody else's parser reads it. */
export interface SeenFeed {
  readonly updated: string | undefined
  readonly items: readonly Seen[]
}

/** Reads RSS, Atom or JSON Feed. */
export function readFeed(text: string): SeenFeed {
  if (text.startsWith('{')) return readJson(text)
  return text.includes('<rss') ? readRss(text) : readAtom(text)
}

function readRss(text: string): SeenFeed {
  const { lastBuildDate, items = [] } = parseRssFeed(text)
  return {
    updated: instant(lastBuildDate),
    items: items.map((item) => {
      const content = item.content?.encoded ?? ''
      return {
        id: item.guid?.value ?? '',
        title: item.title ?? '',
        link: item.link ?? '',
        published: instant(item.pubDate) ?? '',
        updated: instant(item.atom?.updated ?? item.pubDate) ?? '',
        ...bodyOf(content),
        related: languages(item.atom?.links ?? []),
        replaces: item.dcterms?.replaces ?? [],
        replacedBy: item.dcterms?.isReplacedBy ?? [],
      }
    }),
  }
}

function readAtom(text: string): SeenFeed {
  const { updated, entries = [] } = parseAtomFeed(text)
  return {
    updated: instant(updated),
    items: entries.map((entry) => ({
      id: entry.id ?? '',
      title: entry.title?.value ?? '',
      link: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
      published: instant(entry.published) ?? '',
      updated: instant(entry.updated) ?? '',
      ...bodyOf(entry.content?.value ?? ''),
      related: languages(entry.links ?? []),
      replaces: entry.dcterms?.replaces ?? [],
      replacedBy: entry.dcterms?.isReplacedBy ?? [],
    })),
  }
}

interface JsonItem {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly content_html: string
  readonly date_published: string
  readonly date_modified?: string
  readonly _press?: {
    readonly translations?: readonly { readonly language: string }[]
    readonly replaces?: readonly { readonly id: string }[]
    readonly replaced_by?: readonly { readonly id: string }[]
  }
}

// JSON Feed does not say when it changed.
function readJson(text: string): SeenFeed {
  const { items } = JSON.parse(text) as { readonly items: readonly JsonItem[] }
  return {
    updated: undefined,
    items: items.map((item) => ({
      id: item.id,
      title: item.title,
      link: item.url,
      published: item.date_published,
      updated: item.date_modified ?? item.date_published,
      ...bodyOf(item.content_html),
      related: (item._press?.translations ?? []).map(({ language }) => language),
      replaces: (item._press?.replaces ?? []).map(({ id }) => id),
      replacedBy: (item._press?.replaced_by ?? []).map(({ id }) => id),
    })),
  }
}

function instant(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${new Date(text).toISOString().slice(0, 19)}Z`
}

function languages(links: readonly { readonly rel?: string; readonly hreflang?: string }[]) {
  return links.flatMap(({ rel, hreflang }) => (rel === 'related' ? [hreflang ?? ''] : []))
}

interface HtmlNode {
  readonly nodeName: string
  readonly value?: string
  readonly childNodes?: readonly HtmlNode[]
}

function bodyOf(html: string): Pick<Seen, 'paragraphs' | 'pictures'> {
  const all = below(parseFragment(html))
  const captions = new Set(
    all.filter(({ nodeName }) => nodeName === 'figcaption').flatMap((each) => below(each)),
  )
  return {
    paragraphs: all
      .filter((node) => node.nodeName === 'p' && !captions.has(node))
      .map((node) => textOf(node)),
    pictures: all.filter(({ nodeName }) => nodeName === 'img').length,
  }
}

function below(node: HtmlNode): readonly HtmlNode[] {
  return (node.childNodes ?? []).flatMap((child) => [child, ...below(child)])
}

function textOf(node: HtmlNode): string {
  return node.value ?? (node.childNodes ?? []).map((child) => textOf(child)).join('')
}
