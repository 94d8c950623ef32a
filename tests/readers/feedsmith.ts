/** feedsmith: keeps every element of every format. */
import { parseFeed } from 'feedsmith'
import { parser, textAt } from './lab/parser.js'
import { instant } from './lab/plain.js'
import type { StoredArticle } from './lab/reader.js'
import { shownHtml } from './lab/shown-html.js'

export const feedsmith = parser('feedsmith', ['rss', 'atom', 'json'], async (url) => {
  const read = parseFeed(await textAt(url))
  switch (read.format) {
    case 'rss':
      return (read.feed.items ?? []).map((item): StoredArticle => ({
        title: item.title,
        link: item.link,
        id: item.guid?.value,
        authors: item.dc?.creators,
        published: instant(item.pubDate),
        summary: shownHtml(item.description ?? '').text,
        tags: item.categories?.map(({ name }) => name ?? ''),
        language: item.dc?.languages?.[0] ?? read.feed.language,
        html: item.content?.encoded,
      }))
    case 'atom':
      return (read.feed.entries ?? []).map((entry): StoredArticle => ({
        title: entry.title?.value,
        link: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
        id: entry.id,
        authors: (entry.authors ?? read.feed.authors)?.map(({ name }) => name ?? ''),
        published: instant(entry.published),
        summary: entry.summary?.value,
        tags: entry.categories?.map(({ label, term }) => label ?? term ?? ''),
        html: entry.content?.value,
      }))
    case 'json':
      return (read.feed.items ?? []).map((item): StoredArticle => ({
        title: item.title,
        link: item.url,
        id: item.id,
        authors: (item.authors ?? read.feed.authors)?.map(({ name }) => name ?? ''),
        published: instant(item.date_published),
        summary: item.summary,
        tags: item.tags,
        language: item.language ?? read.feed.language,
        html: item.content_html,
      }))
    case 'rdf':
      return []
  }
})
