/** Documents that the project writes for browsers, each checked by the whole corpus. Another is one line. */
import { toJsonLd, type Feed } from 'pressfeed'

/** Writes the documents of a feed, in HTML. */
export type Writer = (feed: Feed) => readonly string[]

/** All of them. */
export const documents: readonly (readonly [name: string, write: Writer])[] = [
  [
    'JSON-LD in a page (docs/page.md)',
    (feed) => feed.articles.map((article) => withJsonLd(toJsonLd(article, feed))),
  ],
]

function withJsonLd(json: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title><script type="application/ld+json">${json}</script></head><body><main><p>T</p></main></body></html>`
}
