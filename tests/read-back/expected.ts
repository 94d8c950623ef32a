/** What must come back out of every document, and the documents. */
import { parseFragment } from 'parse5'
import { createFeed, type Feed, type FeedInput } from 'pressfeed'
import { write, type Documents } from '../conformance/cases.js'
import { hardText } from '../fixtures/hard-text.js'
import { full, least } from '../fixtures/inputs.js'

/** One article as a parser gave it back. What the parser does not know is left out. */
export interface ReadArticle {
  readonly title?: string | undefined
  readonly link?: string | undefined
  readonly id?: string | undefined
  readonly published?: string | undefined
  readonly updated?: string | undefined
  readonly summary?: string | undefined
  readonly body?: string | undefined
  readonly authors?: readonly (string | undefined)[]
  readonly pictures?: readonly ReadPicture[] | undefined
}

/** A picture as a parser gave it back. */
export interface ReadPicture {
  readonly url?: string | undefined
  readonly caption?: string | undefined
  readonly credit?: string | undefined
}

export type Member = keyof ReadArticle

interface ReadCase {
  readonly name: string
  readonly feed: Feed
  readonly documents: Documents
}

/** The inputs, each with its feed and documents. */
export const inputs: readonly ReadCase[] = [
  readCase('full', full),
  readCase('least', least),
  readCase('hard text', hardText),
]

function readCase(name: string, input: FeedInput): ReadCase {
  return { name, feed: createFeed(input), documents: write(input) }
}

/** What went in, in the same shape: the chosen members of every article. */
export function expected(feed: Feed, members: readonly Member[]): readonly Required<ReadArticle>[] {
  return feed.articles.map((article) => {
    const all = {
      title: article.title,
      link: article.link,
      id: article.id,
      published: article.published,
      updated: article.updated,
      summary: article.summary,
      body: article.content,
      authors: article.authors.map(({ name }) => name),
      pictures: article.images.map(({ url, caption, credit }) => ({ url, caption, credit })),
    }
    const chosen = Object.fromEntries(members.map((member) => [member, all[member]]))
    return chosen as unknown as Required<ReadArticle>
  })
}

/** RSS, Atom and some parsers name the feed's authors where an article has none. */
export function orFeedAuthors(names: ReadArticle['authors'], others: readonly string[]) {
  return names === undefined || names.length === 0 ? others : names
}

/** An instant, however a parser writes it, as the feed has it. */
export function instant(date: string | Date | null | undefined): string | undefined {
  return date === undefined || date === null
    ? undefined
    : new Date(date).toISOString().replace('.000Z', 'Z')
}

/** What a reader shows of a text that it takes for HTML, as it does the description of an RSS item. */
export function shown(html: string | null | undefined): string | undefined {
  if (html === undefined || html === null) return undefined
  return parseFragment(html)
    .childNodes.map((node) => ('value' in node ? node.value : `<${node.nodeName}>`))
    .join('')
}
