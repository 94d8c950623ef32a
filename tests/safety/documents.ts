/** Documents that the project writes for browsers, each checked by the whole corpus. Another is one line. */
import { toJsonLd, type Feed } from 'pressfeed'
import { toPage } from '../../src/page/to-page.js'

/** Writes the documents of a feed, in HTML. */
export type Writer = (feed: Feed) => readonly string[]

/** All of them. */
export const documents: readonly (readonly [name: string, write: Writer])[] = [
  [
    'JSON-LD in a page (docs/page.md)',
    (feed) => feed.articles.map((article) => withJsonLd(toJsonLd(article, feed))),
  ],
  ['the page for people (docs/people.md)', (feed) => [toPage(feed, onPage)]],
]

const url = 'https://newsroom.example/'
const onPage = {
  url,
  timeZone: undefined,
  own: new Map(),
  groups: [
    {
      title: 'Newsroom',
      language: 'en',
      feeds: [{ format: 'RSS', isXml: true, url: `${url}rss.xml` }],
    },
  ],
  alternateLinks: '',
  opml: `${url}feeds.opml`,
  otherPages: [],
  stylesheet: undefined,
}

function withJsonLd(json: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title><script type="application/ld+json">${json}</script></head><body><main><p>T</p></main></body></html>`
}
