/** @extractus/feed-extractor: one flat shape for all formats, with the beginning of the text. */
import { extract } from '@extractus/feed-extractor'
import { parser } from './lab/parser.js'
import { instant } from './lab/plain.js'
import { shownHtml } from './lab/shown-html.js'

export const feedExtractor = parser(
  '@extractus/feed-extractor',
  ['rss', 'atom', 'json'],
  async (url) => {
    const { entries = [] } = await extract(url, { descriptionMaxLen: 0 })
    return entries.map(({ title, link, id, published, description }) => ({
      title,
      link,
      id,
      published: instant(published),
      summary: shownHtml(description ?? '').text,
    }))
  },
)
