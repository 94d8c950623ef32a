import fc from 'fast-check'
import type { FeedInput } from 'pressfeed'
import { anyBody, anyText, readableText } from './any-text.js'

const unseen = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

// What follows a question mark never decides which page it is, so links stay distinct.
const tail = fc.option(
  // What is not seen in an address refuses it; hostile/slips.test.ts holds that.
  anyText.map((text) => `?${text.replace(unseen, '')}`),
  { nil: '' },
)
const instant = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const published = fc.oneof(
  instant,
  instant.map((date) => date.toISOString()),
  instant.map((date) => date.toISOString().slice(0, 10)),
)
const size = fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined })
const language = fc.constantFrom('en', 'fr-CA', 'vi', 'zh-Hant-TW', 'ar', 'de-1996')

const optionalText = fc.option(anyText, { nil: null })

function list<T>(item: fc.Arbitrary<T>) {
  return fc.option(fc.array(item, { maxLength: 3 }), { nil: undefined })
}

const person = fc.oneof(
  readableText,
  fc.record({ name: readableText, email: fc.constantFrom('press@newsroom.example', null) }),
)

const image = fc.record({
  ...{ alt: optionalText, caption: optionalText, credit: optionalText, title: optionalText },
  ...{ copyright: optionalText, width: size, height: size, bytes: size },
  url: fc.tuple(fc.nat(3), tail).map(([n, query]) => `/${n}.jpg${query}`),
})

const article = fc.record({
  ...{
    title: readableText,
    summary: optionalText,
    rights: optionalText,
    releaseNumber: optionalText,
  },
  ...{ body: fc.option(anyBody, { nil: undefined }), published, images: list(image) },
  ...{ authors: list(person), tags: list(anyText), language },
  link: tail,
  id: fc.option(fc.constantFrom('tag:newsroom.example,2026:', 'https://newsroom.example/id/'), {
    nil: undefined,
  }),
  attachments: list(fc.record({ url: fc.constantFrom('/a.pdf', '/b.mp3'), title: optionalText })),
  subjects: list(
    fc.record({
      scheme: fc.constant('https://terms.example/'),
      ...{ code: readableText, label: optionalText },
    }),
  ),
  translations: list(fc.record({ language, link: fc.webUrl() })),
  source: fc.option(fc.record({ name: readableText, link: fc.webUrl(), feed: fc.webUrl() })),
  location: fc.option(
    fc.record({
      name: optionalText,
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
  ),
  data: fc.option(fc.dictionary(anyText, anyText)),
})

/** A feed that nothing refuses, whatever its texts say. */
export const validInput: fc.Arbitrary<FeedInput> = fc
  .record({
    ...{
      title: readableText,
      description: readableText,
      copyright: optionalText,
      tags: list(anyText),
    },
    ...{ authors: list(person), language, generator: fc.boolean() },
    link: fc.constantFrom('https://newsroom.example/', 'http://báo.example/news/'),
    ids: fc.constantFrom('uuid', 'link', undefined),
    articles: fc.array(article, { maxLength: 4 }),
  })
  .map((feed) => ({ ...feed, articles: feed.articles.map(distinct) }))

type RandomArticle = typeof article extends fc.Arbitrary<infer T> ? T : never

function distinct(record: RandomArticle, n: number) {
  const { id, link } = record
  return { ...record, link: `/article-${n}${link}`, id: id === undefined ? undefined : `${id}${n}` }
}
