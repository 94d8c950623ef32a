import { parseFeed } from '@rowanmanning/feed-parser'
import { describe, expect, it } from 'vitest'
import { expected, inputs, instant, orFeedAuthors, shown, type ReadArticle } from './expected.js'

const members = [
  'title',
  'link',
  'id',
  'published',
  'updated',
  'summary',
  'body',
  'authors',
  'pictures',
] as const

// Its limit: it reads entities in CDATA too, which turns `&lt;` of a body into markup.
const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#36': '$',
}

describe.each(inputs.map((each) => [each.name, each] as const))('feed-parser, %s', (_, given) => {
  it.each(['rss', 'atom'] as const)('gives back %s', (format) => {
    const feed = parseFeed(given.documents[format])
    const read = feed.items.map((item): ReadArticle => ({
      title: item.title ?? undefined,
      link: item.url ?? undefined,
      id: item.id ?? undefined,
      published: instant(item.published),
      updated: instant(item.updated),
      summary: format === 'rss' ? shown(item.description) : (item.description ?? undefined),
      body: item.content ?? undefined,
      authors: item.authors.map(({ name }) => name ?? undefined),
      pictures: item.mediaImages.map(({ url, title }) => ({ url, caption: title ?? undefined })),
    }))
    const feedAuthors = given.feed.authors.map(({ name }) => name)
    const others = feedAuthors.length === 0 && format === 'atom' ? [given.feed.title] : feedAuthors
    const limited = expected(given.feed, members).map((each, index): ReadArticle => ({
      ...each,
      body: readAgain(each.body),
      // Its limit: of RSS it knows no date of change, and gives that of publication.
      updated: format === 'rss' ? each.published : each.updated,
      authors: orFeedAuthors(each.authors, others),
      // Its limit: of title and description it gives one, and no credit.
      pictures: (given.feed.articles[index]?.images ?? []).map(({ url, title, caption }) => ({
        url,
        caption: title ?? caption,
      })),
    }))
    expect(read).toEqual(limited)
    expect([feed.title, feed.url, feed.description, feed.self]).toEqual([
      given.feed.title,
      given.feed.link,
      given.feed.description,
      `https://newsroom.example/${format}.xml`,
    ])
  })
})

function readAgain(text: string | undefined): string | undefined {
  return text?.replace(/&(#?\w+);/g, (whole, name: string) => characters[name] ?? whole)
}
