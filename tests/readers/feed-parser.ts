/** @rowanmanning/feed-parser: RSS and Atom in one shape. */
import { parseFeed } from '@rowanmanning/feed-parser'
import { parser, textAt } from './lab/parser.js'
import { instant } from './lab/plain.js'
import { shownHtml } from './lab/shown-html.js'

export const feedParser = parser('@rowanmanning/feed-parser', ['rss', 'atom'], async (url) => {
  const { items } = parseFeed(await textAt(url))
  return items.map((item) => ({
    title: item.title ?? undefined,
    link: item.url ?? undefined,
    id: item.id ?? undefined,
    authors: item.authors.map(({ name }) => name ?? ''),
    published: instant(item.published),
    summary: shownHtml(item.description ?? '').text,
    tags: item.categories.map(({ label, term }) => label ?? term),
    html: item.content ?? undefined,
  }))
})
