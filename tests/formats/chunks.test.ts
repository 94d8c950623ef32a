import {
  createFeed,
  defineExtension,
  FeedError,
  toAtom,
  toAtomChunks,
  toJsonFeed,
  toJsonFeedChunks,
  toRss,
  toRssChunks,
  type XmlWriterOptions,
} from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { full, least } from '../fixtures/inputs.js'

const writers = [
  ['RSS', toRss, toRssChunks],
  ['Atom', toAtom, toAtomChunks],
  ['JSON Feed', toJsonFeed, toJsonFeedChunks],
] as const

const many = {
  ...least,
  tombstones: true,
  articles: Array.from({ length: 5 }, (_, number) => ({
    title: `Release ${number}`,
    link: `/${number}`,
    published: `2026-03-0${number + 1}`,
    body: '<p>“Première” – 漢字 😀 ]]></p>',
    ...(number === 2 && { withdrawn: { date: '2026-03-09', reason: 'Wrong figures' } }),
  })),
}
const feeds = [
  ['everything', createFeed(full, { now: '2026-03-10' })],
  ['the least', createFeed(least)],
  ['no article', createFeed({ ...least, articles: [] })],
  ['several, one withdrawn', createFeed(many, { now: '2026-03-10' })],
] as const
const options: readonly XmlWriterOptions[] = [
  {},
  {
    self: '/feed',
    archive: { previous: '/feed/1' },
    stylesheet: '/feed.css',
    leadImage: 'enclosure',
  },
]

describe.each(writers)('chunks of %s', (_, whole, chunks) => {
  it.each(feeds)('are the document, with %s in it', (_name, feed) => {
    for (const each of options) {
      expect([...chunks(feed, each)].join('')).toBe(whole(feed, each))
    }
  })

  it('are one for each article, one in front and one behind', () => {
    const feed = createFeed({ ...many, tombstones: false }, { now: '2026-03-10' })
    const all = [...chunks(feed)]
    expect(all).toHaveLength(feed.articles.length + 2)
    feed.articles.forEach(({ title }, index) => expect(all[index + 1]).toContain(title))
  })

  it('come one by one', () => {
    const [, feed] = feeds[3]
    const iterator = chunks(feed)[Symbol.iterator]()
    expect(iterator.next().value).toContain(feed.title)
    expect(iterator.next().value).toContain(feed.articles[0]?.title)
  })
})

describe('what cannot be written', () => {
  const fails = defineExtension({
    prefix: 'ours',
    namespace: 'https://newsroom.example/ns',
    json: {
      article: ({ title }) => {
        if (title === 'Release 1') throw new Error('no such thing')
        return { title }
      },
    },
  })

  it.each(writers)('is told of %s at the call, when it is an option', (_, _whole, chunks) => {
    expect(() => chunks(feeds[1][1], { self: 'data:,' })).toThrow(FeedError)
  })

  it('is told in JSON at its turn, when it is an article', () => {
    const feed = createFeed(many, { now: '2026-03-10' })
    const seen: string[] = []
    const iterate = () => {
      for (const chunk of toJsonFeedChunks(feed, { extensions: [fails] })) seen.push(chunk)
    }
    expect(iterate).toThrow(FeedError)
    expect(seen).toHaveLength(1 + feed.articles.findIndex(({ title }) => title === 'Release 1'))
    expect(() => toJsonFeed(feed, { extensions: [fails] })).toThrow(FeedError)
  })
})
