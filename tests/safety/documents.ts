/** Documents that the project writes for browsers, each checked by the whole corpus. Another is one line. */
import { toJsonLd, type Feed } from 'pressfeed'
import { toPage } from '../../src/page/to-page.js'

/** Writes the document of several feeds that were made apart, in HTML. */
export type Writer = (feeds: readonly [Feed, ...Feed[]]) => string

/** All of them. */
export const documents: readonly (readonly [name: string, write: Writer])[] = [
  [
    'JSON-LD in a page (docs/page.md)',
    (feeds) =>
      withJsonLd(feeds.flatMap((feed) => feed.articles.map((article) => toJsonLd(article, feed)))),
  ],
  ['the page for people (docs/people.md)', (feeds) => toPage(together(feeds), onPage(feeds))],
]

const url = 'https://newsroom.example/'

/** One feed with the articles of all, and with what all say of themselves. */
function together(feeds: readonly [Feed, ...Feed[]]): Feed {
  const all = (read: (feed: Feed) => string | undefined) => feeds.map(read).join(' ')
  return {
    ...feeds[0],
    title: all(({ title }) => title),
    description: all(({ description }) => description),
    copyright: all(({ copyright }) => copyright),
    articles: feeds.flatMap(({ articles }) => articles),
  }
}

function onPage(feeds: readonly Feed[]): Parameters<typeof toPage>[1] {
  return {
    url,
    timeZone: undefined,
    own: new Map(),
    groups: feeds.map(({ title }) => ({
      title,
      language: 'en',
      feeds: [{ format: 'RSS', isXml: true, url: `${url}rss.xml` }],
    })),
    alternateLinks: '',
    opml: `${url}feeds.opml`,
    otherPages: feeds.map(({ title }) => ({ title, language: 'fr', url: `${url}fr/` })),
    stylesheet: undefined,
  }
}

function withJsonLd(texts: readonly string[]): string {
  const scripts = texts.map((json) => `<script type="application/ld+json">${json}</script>`)
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title>${scripts.join('')}</head><body><main><p>T</p></main></body></html>`
}
