/** rss-parser, the most used one: n8n and many sites are built on it. */
import Parser from 'rss-parser'
import { parser } from './lab/parser.js'
import { instant } from './lab/plain.js'
import { shownHtml } from './lab/shown-html.js'

interface Item {
  readonly id?: string
  readonly author?: string
  readonly summary?: string
  readonly 'content:encoded'?: string
}

export const rssParser = parser('rss-parser', ['rss', 'atom'], async (url) => {
  const { items } = await new Parser<object, Item>().parseURL(url)
  return items.map((item) => {
    const encoded = item['content:encoded']
    return {
      title: item.title,
      link: item.link,
      id: item.guid ?? item.id,
      authors: [item.creator ?? item.author ?? []].flat(),
      published: instant(item.isoDate),
      // In RSS `content` is the description, whatever its name.
      summary: encoded === undefined ? item.summary : shownHtml(item.content ?? '').text,
      tags: item.categories,
      html: encoded ?? item.content,
    }
  })
})
