import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import { describe, expect, it } from 'vitest'
import { texts } from '../fixtures/hard-text.js'
import { expected, inputs, instant, shown, type ReadArticle } from './expected.js'

const members = ['title', 'link', 'id', 'published', 'updated', 'summary', 'body'] as const

// Its limit: it takes out of a summary in Atom what stands between angle brackets, markup or not.
const withoutBrackets: Readonly<Record<string, string>> = {
  [`${texts['end of CDATA']}.`]: 'a ]]> b ]]]]> c ]] > d .',
  [`${texts.angles}.`]: 'if a  c = e: 1 and .',
  [`${texts.entities}.`]: `${texts.entities}.`,
}

describe.each(inputs.map((each) => [each.name, each] as const))(
  'feed-extractor, %s',
  (_, given) => {
    it.each(['rss', 'atom', 'json'] as const)('gives back %s', (format) => {
      const extract = format === 'json' ? extractFromJson : extractFromXml
      const feed = extract(given.documents[format], { descriptionMaxLen: 0 })
      const read = (feed.entries ?? []).map((entry): ReadArticle => ({
        title: entry.title,
        link: entry.link,
        id: entry.id,
        published: instant(entry.published),
        summary: format === 'rss' ? shown(entry.description) : entry.description,
      }))
      const limited = expected(given.feed, members).map(
        ({ title, link, id, published, updated, summary, body }): ReadArticle => ({
          title,
          id,
          // Its limit: it cuts off fragments.
          link: link?.replace(/#.*/, ''),
          // Its limit: of Atom it takes the later date.
          published: format === 'atom' ? updated : published,
          // Its limit: of JSON Feed it takes the text of the body, with references as they are. Without a
          // summary it does so in XML too, which is the title of the least article.
          summary:
            format === 'json'
              ? body?.replace(/<[^>]+>/g, '')
              : ((format === 'atom' ? withoutBrackets[summary ?? ''] : undefined) ?? summary),
        }),
      )
      expect(read).toEqual(limited)
      expect([feed.title, feed.link]).toEqual([given.feed.title, given.feed.link])
      // The description of a feed it gives back as it is, other than that of an article.
      expect(feed.description).toBe(given.feed.description)
    })
  },
)
