import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import {
  expected,
  inputs,
  instant,
  orFeedAuthors,
  shown,
  type ReadArticle,
  type ReadPicture,
} from './expected.js'

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

describe.each(inputs.map((each) => [each.name, each] as const))('feedsmith, %s', (_, given) => {
  it('gives back RSS', () => {
    const feed = parseRssFeed(given.documents.rss)
    const read = (feed.items ?? []).map((item): ReadArticle => ({
      title: item.title,
      link: item.link,
      id: item.guid?.value,
      published: instant(item.pubDate),
      updated: instant(item.atom?.updated ?? item.pubDate),
      summary: shown(item.description),
      body: item.content?.encoded,
      authors: item.dc?.creators ?? [],
      pictures: picturesOf(item.media),
    }))
    const authors = given.feed.authors.map(({ name }) => name)
    expect(read).toEqual(
      expected(given.feed, members).map((each) => ({
        ...each,
        authors: orFeedAuthors(each.authors, authors),
      })),
    )
    expect([feed.title, feed.link, feed.description, instant(feed.lastBuildDate)]).toEqual([
      given.feed.title,
      given.feed.link,
      given.feed.description,
      given.feed.updated,
    ])
  })

  it('gives back Atom', () => {
    const feed = parseAtomFeed(given.documents.atom)
    const read = (feed.entries ?? []).map((entry): ReadArticle => ({
      title: textOf(entry.title),
      link: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      id: entry.id,
      published: instant(entry.published),
      updated: instant(entry.updated),
      summary: textOf(entry.summary),
      body: textOf(entry.content),
      authors: (entry.authors ?? []).map(({ name }) => name),
      pictures: picturesOf(entry.media),
    }))
    const authors = given.feed.authors.map(({ name }) => name)
    expect(read).toEqual(
      expected(given.feed, members).map((each) => ({
        ...each,
        authors: orFeedAuthors(each.authors, authors),
      })),
    )
    expect([textOf(feed.title), textOf(feed.subtitle), instant(feed.updated)]).toEqual([
      given.feed.title,
      given.feed.description,
      given.feed.updated,
    ])
  })

  it('gives back JSON Feed', () => {
    const feed = parseJsonFeed(given.documents.json)
    const read = (feed.items ?? []).map((item): ReadArticle => ({
      title: item.title,
      link: item.url,
      id: item.id,
      published: instant(item.date_published),
      updated: instant(item.date_modified ?? item.date_published),
      summary: item.summary,
      body: item.content_html,
      authors: (item.authors ?? []).map(({ name }) => name),
      // Credits stand in a member of our own, which it does not know.
      pictures: (item.attachments ?? [])
        .filter((file) => file.mime_type?.startsWith('image/'))
        .map(({ url, title }) => ({ url, caption: title })),
    }))
    expect(read).toEqual(
      expected(given.feed, members).map((each) => ({
        ...each,
        pictures: each.pictures?.map(({ url, caption }) => ({ url, caption })),
      })),
    )
    expect([feed.title, feed.home_page_url, feed.feed_url, feed.description]).toEqual([
      given.feed.title,
      given.feed.link,
      'https://newsroom.example/feed.json',
      given.feed.description,
    ])
  })
})

interface Media {
  readonly contents?: readonly {
    readonly url?: string
    readonly medium?: string
    readonly description?: { readonly value?: string }
    readonly credits?: readonly { readonly value?: string }[]
  }[]
}

function picturesOf(media: Media | undefined): readonly ReadPicture[] {
  return (media?.contents ?? [])
    .filter(({ medium }) => medium === 'image')
    .map(({ url, description, credits }) => ({
      url,
      caption: description?.value,
      credit: credits?.[0]?.value,
    }))
}

function textOf(text: string | { readonly value?: string } | undefined): string | undefined {
  return typeof text === 'string' ? text : text?.value
}
