import Parser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { expected, inputs, instant, orFeedAuthors, shown, type ReadArticle } from './expected.js'

interface Item {
  readonly id?: string
  readonly author?: string
  readonly creators?: readonly string[]
  readonly pictures?: readonly MediaElement[]
  readonly 'content:encoded'?: string
  readonly changed?: string
}

interface MediaElement {
  readonly $: { readonly url: string; readonly medium: string }
  readonly 'media:description'?: readonly { readonly _: string }[]
  readonly 'media:credit'?: readonly string[]
}

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

// It keeps the first of several elements unless told otherwise.
const parser = new Parser<object, Item>({
  customFields: {
    item: [
      ['dc:creator', 'creators', { keepArray: true }],
      ['media:content', 'pictures', { keepArray: true }],
      ['atom:updated', 'changed'],
      ['updated', 'changed'],
    ] as never,
  },
})

describe.each(inputs.map((each) => [each.name, each] as const))('rss-parser, %s', (_, given) => {
  it('gives back RSS', async () => {
    const { items, title, link, description, feedUrl } = await parser.parseString(
      given.documents.rss,
    )
    const read = items.map((item): ReadArticle => ({
      title: item.title,
      link: item.link,
      id: item.guid,
      published: instant(item.pubDate),
      updated: instant(item.changed ?? item.pubDate),
      // `content` is the description here, whatever its name.
      summary: shown(item.content),
      body: item['content:encoded'],
      authors: item.creators ?? [],
      pictures: picturesOf(item),
    }))
    const authors = given.feed.authors.map(({ name }) => name)
    expect(read).toEqual(
      expected(given.feed, members).map((each) => ({
        ...each,
        authors: orFeedAuthors(each.authors, authors),
      })),
    )
    expect({ title, link, description, feedUrl }).toEqual({
      title: given.feed.title,
      link: given.feed.link,
      description: given.feed.description,
      feedUrl: 'https://newsroom.example/rss.xml',
    })
  })

  it('gives back Atom', async () => {
    const { items, title, link, feedUrl } = await parser.parseString(given.documents.atom)
    const authors = given.feed.authors.map(({ name }) => name)
    const read = items.map((item): ReadArticle => ({
      title: item.title,
      link: item.link,
      id: item.id,
      published: instant(item.pubDate),
      updated: instant(item.changed ?? item.pubDate),
      summary: item.summary,
      body: item.content,
      pictures: picturesOf(item),
      // The first author only.
      authors: item.author === undefined ? [] : [item.author],
    }))
    expect(read).toEqual(
      expected(given.feed, members).map((each) => ({
        ...each,
        authors: orFeedAuthors(each.authors, authors)?.slice(0, 1),
      })),
    )
    expect({ title, link, feedUrl }).toEqual({
      title: given.feed.title,
      link: given.feed.link,
      feedUrl: 'https://newsroom.example/atom.xml',
    })
  })
})

function picturesOf({ pictures }: Item): ReadArticle['pictures'] {
  return (pictures ?? [])
    .filter(({ $ }) => $.medium === 'image')
    .map((picture) => ({
      url: picture.$.url,
      caption: picture['media:description']?.[0]?._,
      credit: picture['media:credit']?.[0],
    }))
}
