import fc from 'fast-check'
import type { FeedInput } from 'pressfeed'

/** What has broken feeds before: markup, ends of sections, controls, halves of characters, escapes. */
const fragments = [
  ...[
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?xml?>',
    '<',
    '>',
    '&',
    '"',
    "'",
    '&amp;',
    '&#0;',
    '&#xD800;',
  ],
  ...[
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<script>',
    '</script>',
    '<img src=x>',
    '<br/>',
    '</title>',
    '&lt;',
  ],
  ...[
    '\u0000',
    '\u0008',
    '\u000B',
    '\u001B[31m',
    '\u007F',
    '\u0085',
    '\u0093',
    '\uFFFD',
    '\uFFFE',
    '\uFFFF',
  ],
  ...[
    '\uD800',
    '\uDC00',
    '\uD83D',
    '\u{1FFFE}',
    '\u2028',
    '\u200B',
    '\uFEFF',
    '\u202E',
    '\u00A0',
    '\u00AD',
  ],
  ...[
    '\r',
    '\n',
    '\r\n',
    '\t',
    '  ',
    '\\',
    '\\ud800',
    '\\n',
    '%',
    '%00',
    '$&',
    "$'",
    '$$',
    '${x}',
    '{{x}}',
  ],
  ...[
    'é',
    'ệ',
    'e\u0323\u0302',
    '新聞',
    'العربية',
    '👩‍👩‍👧‍👦',
    '🇻🇳',
    '__proto__',
    'undefined',
    'javascript:',
    ',',
  ],
]

/** Any text at all: code units of every kind, characters of every plane, and what has broken feeds. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 8 }).map((parts) => parts.join('')),
)

/** Any text after a word, so that there is something to read whatever is taken out of it. */
const readableText = anyText.map((text) => `Text ${text}`)

const tags = 'p div b i ul li table tr td figure figcaption blockquote pre a script svg h1'.split(
  ' ',
)
const pieces = fc.oneof(
  anyText,
  fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
  anyText.map((text) => `<a href="${text}">link</a>`),
  anyText.map((text) => `<img src="/body.jpg" alt="${text}">`),
  anyText.map((text) => `<figure><img src="/1.jpg"><figcaption>${text}</figcaption></figure>`),
)
/** HTML as people and programs leave it. */
export const anyBody = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))

// What follows a question mark never decides which page it is, so links stay distinct.
const tail = fc.option(
  anyText.map((text) => `?${text}`),
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

/** Any value that a program may hand over by mistake. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.double(),
  fc.constantFrom<unknown>(null, undefined, '', 0, -1, true, [], {}, [null], [[]], Symbol('x'), 1n),
  fc.anything({
    ...{ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true },
    ...{
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
      withBoxedValues: true,
    },
  }),
)
