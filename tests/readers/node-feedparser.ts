/** feedparser of npm, the stream that many aggregators on Node are built on. */
import { Readable } from 'node:stream'
import FeedParser from 'feedparser'
import { parser, textAt } from './lab/parser.js'
import { instant } from './lab/plain.js'
import { shownHtml } from './lab/shown-html.js'

export const nodeFeedparser = parser('feedparser', ['rss', 'atom'], async (url) => {
  const items: FeedParser.Item[] = []
  const stream = new FeedParser({ feedurl: url })
  Readable.from([await textAt(url)]).pipe(stream)
  for await (const item of stream) items.push(item)
  return items.map((item) => ({
    title: item.title,
    link: item.link,
    id: item.guid,
    authors: [item.author],
    published: instant(item.pubdate),
    summary: shownHtml(item.summary ?? '').text,
    tags: item.categories,
    html: item.description,
  }))
})
