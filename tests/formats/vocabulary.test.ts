import {
  createFeed,
  defineExtension,
  element,
  FeedError,
  toAtom,
  toJsonFeed,
  toNinjs,
  toRss,
  type Extension,
  type Feed,
  type Issue,
} from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { issue } from '../../src/issue.js'
import { namespace, withElement } from '../hostile/extensions.js'
import { articleWith, clean, feedWith } from '../hostile/feed-with.js'
import { readXml, select, values, type ReadElement } from '../hostile/read-xml.js'
import { shortest, leastNewsroom } from './release.js'

const feed = createFeed(clean)
const [record] = clean.articles
const events = defineExtension({ prefix: 'ev', namespace })

const xmlWriters = [
  ['RSS', toRss],
  ['Atom', toAtom],
] as const
const allWriters = [...xmlWriters, ['JSON Feed', toJsonFeed]] as const

describe.each(allWriters)('%s says of extensions', (_, write) => {
  const said = (extensions: unknown) =>
    issuesOf(() => write(feed, { extensions: extensions as readonly Extension[] }))
  const wrong = (message: string, path = 'extensions[0]') => [
    issue('invalid-extension', path, message),
  ]

  it.each<[string, unknown]>([
    ['one by itself, outside a list', events],
    ['a text', 'ev'],
    ['a list of nothing', [null]],
    ['a list of which one is nothing', [events, undefined]],
    ['a list of prefixes', ['ev']],
    ['a list in a list', [[events]]],
  ])('that they are no list of them: %s', (_name, given) => {
    expect(said(given)).toEqual(
      wrong(
        'Cannot use these extensions: expected a list of what defineExtension() returned',
        'extensions',
      ),
    )
  })

  it.each(['', '1a', '-a', '_a', 'a b', 'a:b', 'a>', 'é', 'xmlish', 'XML2', undefined, null, true])(
    'that %j is no prefix',
    (prefix) => {
      expect(said([{ prefix, namespace }])).toEqual(
        wrong(`Cannot use prefix "${prefix}": expected a letter, then letters and digits`),
      )
    },
  )

  // XML keeps for itself only names that begin with these three letters.
  it.each(['e', 'E2', 'a-b', 'a_b', 'myxml'])('nothing, when the prefix is %s', (prefix) => {
    expect(said([{ prefix, namespace }])).toEqual([])
  })

  // Those of the formats, of RFC 4685, 5005 and 6721, and that of the member of JSON Feed.
  it.each('atom content creativeCommons dc dcterms georss media xhtml fh at thr press'.split(' '))(
    'that the prefix %s is taken',
    (prefix) => {
      expect(said([{ prefix, namespace }])).toEqual(
        wrong(
          `Cannot use "${prefix}" for ${namespace}: expected a prefix and namespace that the formats do not use`,
        ),
      )
    },
  )

  it('that a namespace is taken', () => {
    const media = 'http://search.yahoo.com/mrss/'
    expect(said([{ prefix: 'ev', namespace: media }])).toEqual(
      wrong(
        `Cannot use "ev" for ${media}: expected a prefix and namespace that the formats do not use`,
      ),
    )
  })

  it.each(['', 'events', '/ns/events'])('that the namespace %j is no address', (address) => {
    expect(said([{ prefix: 'ev', namespace: address }])).toEqual(
      wrong(`Cannot use namespace "${address}": expected an absolute address`),
    )
  })

  it.each([
    ['prefix', { prefix: 'ev', namespace: `${namespace}/2` }],
    ['namespace', { prefix: 'ev2', namespace }],
    ['both', { prefix: 'ev', namespace }],
  ])('that two have the same: %s', (_name, other) => {
    const sentence = `Cannot use extension "${other.prefix}" twice: expected one prefix and namespace each`
    expect(said([events, other])).toEqual(wrong(sentence, 'extensions[1]'))
    const third = { prefix: 'visit', namespace: 'https://newsroom.example/ns/visit' }
    expect(said([events, third, other])).toEqual(wrong(sentence, 'extensions[2]'))
  })

  it('nothing, when two differ in both', () => {
    expect(said([events, { prefix: 'ev2', namespace: `${namespace}/2` }])).toEqual([])
  })

  it('everything at once', () => {
    const codes = said([
      { prefix: '1', namespace: 'ns' },
      { prefix: 'dc', namespace: 'ns' },
    ])
    expect(codes.map(({ path }) => path)).toEqual([
      'extensions[0]',
      'extensions[0]',
      ...Array.from({ length: 3 }, () => 'extensions[1]'),
    ])
  })
})

describe.each(xmlWriters)('%s says of what an extension returned', (_, write) => {
  const said = (made: unknown) => {
    const make = () => made as []
    return [{ feed: make }, { article: make }].map((parts) =>
      issuesOf(() => write(feed, { extensions: [{ ...events, ...parts }] })),
    )
  }
  const inBoth = (message: string) =>
    ['feed', 'articles[0]'].map((path) => [issue('invalid-extension', path, message)])

  it.each<[string, unknown]>([
    ['a single element', element('ev:a')],
    ['text', '<ev:a/>'],
    ['null', null],
    ['a number', 0],
  ])('that it is no list: %s', (_name, made) => {
    expect(said(made)).toEqual(
      inBoth('Cannot write what "ev" returned: expected a list of elements'),
    )
  })

  it.each([
    ['another prefix', element('dc:date'), 'dc:date'],
    ['another prefix inside', element('ev:a', {}, element('media:rating')), 'media:rating'],
    ['no XML name', element('ev:a b'), 'ev:a b'],
    ['a quotation mark', element('ev:a"'), 'ev:a"'],
    ['a declaration', element('ev:title', { xmlns: 'https://x.example/' }), 'xmlns'],
  ])('which name cannot be written: %s', (_name, made, name) => {
    expect(said([made])).toEqual(
      inBoth(
        `Cannot write ${JSON.stringify(name)}: expected elements made by element(), with the prefix "ev"`,
      ),
    )
  })

  it.each([null, '<ev:a/>', {}, 5])('that %j is no element', (made) => {
    const [ofFeed = [], ofArticle = []] = said([element('ev:a'), made])
    expect(ofFeed.map(({ code, path }) => [code, path])).toEqual([['invalid-extension', 'feed']])
    expect(ofArticle.map(({ code, path }) => [code, path])).toEqual([
      ['invalid-extension', 'articles[0]'],
    ])
    for (const { message } of [...ofFeed, ...ofArticle]) {
      expect(message).toMatch(/^Cannot write .*: expected elements made by element\(\), with the/)
    }
  })

  it.each('title link description guid author category source copyright'.split(' '))(
    'that readers would take <ev:%s> for the feed’s own',
    (name) => {
      expect(said([element(`ev:${name}`, {}, 'x')])).toEqual(
        inBoth(
          `Cannot write <ev:${name}>: some readers take it for the feed's own; choose another name`,
        ),
      )
    },
  )

  it.each(['titles', 'subtitle', 'Link', 'ev-title', 'a'])(
    'nothing, when the name is only like one of those: %s',
    (name) => {
      expect(said([element(`ev:${name}`)])).toEqual([[], []])
    },
  )

  it('where a character is that it cannot carry', () => {
    const sentence = 'Cannot write U+0000 after "place ": no feed can carry it'
    expect(said([element('ev:a', {}, 'place \u0000')])).toEqual(
      ['feed', 'articles[0]'].map((path) => [issue('illegal-character', path, sentence)]),
    )
  })
})

describe('an extension', () => {
  it.each(xmlWriters)('for the feed alone writes nothing in an article, in %s', (_, write) => {
    const ofFeed = () => [element('ev:desk', {}, 'Night desk')]
    const document = write(feed, { extensions: [{ ...events, feed: ofFeed }] })
    expect(document.match(/<ev:/g)).toHaveLength(1)
    expect(document).toContain('<ev:desk>Night desk</ev:desk>')
  })

  it.each(xmlWriters)('that says nothing of its own is not declared, in %s', (_, write) => {
    expect(write(feed, { extensions: [events] })).toBe(write(feed))
    const silent = { ...events, feed: () => [], article: () => [] }
    expect(write(feed, { extensions: [silent] })).toBe(write(feed))
  })

  it.each(xmlWriters)(
    'is declared when its last article alone has something, in %s',
    (_, write) => {
      const two = createFeed(
        feedWith({ articles: [record, { ...record, title: 'Two', link: '/2' }] }),
      )
      const last = two.articles.at(-1)
      const article = (each: unknown) => (each === last ? [element('ev:a')] : [])
      const silent = { prefix: 'quiet', namespace: 'https://newsroom.example/ns/quiet' }
      const root = readXml(write(two, { extensions: [silent, { ...events, article }] }))
      expect(declared(root)).toContain('ev')
      expect(declared(root)).not.toContain('quiet')
    },
  )

  it('that fails is quoted in full up to a thousand characters', () => {
    const failing = (words: string) => ({
      ...withElement(element('ev:a')),
      feed: () => {
        throw new Error(words)
      },
    })
    const quoted = (words: string) =>
      issuesOf(() => toRss(feed, { extensions: [failing(words)] })).map(({ message }) => message)
    const longest = 'x'.repeat(1000)
    expect(quoted(longest)).toEqual([`Extension "ev" failed: ${longest}; expected elements`])
    expect(quoted(`${longest}y`)).toEqual([`Extension "ev" failed: ${longest}…; expected elements`])
  })
})

describe.each(xmlWriters)('%s declares', (_, write) => {
  const prefixes = (of: Feed) => declared(readXml(write(of)))
  const usual = prefixes(feed)

  // A chain of three: each release takes the place of the one before.
  const chain = createFeed(
    feedWith({
      articles: [1, 2, 3].map((number) => ({
        ...record,
        title: `Release ${number}`,
        link: `/${number}`,
        published: `2026-03-0${number}`,
        ...(number > 1 && { replaces: `/${number - 1}` }),
      })),
    }),
  )
  const only = (title: string): Feed => ({
    ...chain,
    articles: chain.articles.filter((article) => article.title === title),
  })
  const licensed = {
    ...{ url: '/a.jpg', alt: 'A', caption: 'The gate.' },
    license: 'https://creativecommons.org/licenses/by/4.0/',
  }
  const unlicensed = { url: '/b.jpg', alt: 'B', caption: 'The hall.' }

  it('neither terms nor places where there are none', () => {
    expect(usual).toContain('media')
    expect(usual).not.toContain('dcterms')
    expect(usual).not.toContain('georss')
    const pictures = createFeed(articleWith({ images: [unlicensed] }))
    expect(prefixes(pictures)).toEqual(usual)
  })

  it.each<[string, Feed]>([
    ['an expiry', createFeed(articleWith({ expires: '2027-01-01' }))],
    ['what it replaces', only('Release 3')],
    ['what replaces it', only('Release 1')],
    ['both', only('Release 2')],
    [
      'the licence of one picture of two',
      createFeed(articleWith({ images: [unlicensed, licensed] })),
    ],
  ])('terms for %s', (_name, of) => {
    expect([...prefixes(of)].sort()).toEqual([...usual, 'dcterms'].sort())
  })

  it('GeoRSS for a place', () => {
    const place = createFeed(articleWith({ location: { name: 'Lyon' } }))
    expect([...prefixes(place)].sort()).toEqual([...usual, 'georss'].sort())
  })
})

describe.each([
  ['RSS', toRss, 'channel/item'],
  ['Atom', toAtom, 'atom:entry'],
] as const)('%s says of an attachment', (_, write, item) => {
  // The type before the slash as a whole word (RFC 6838, section 4.2), and what no word of Media RSS fits.
  it.each([
    ['image/svg+xml', 'image'],
    ['audio/mpeg', 'audio'],
    ['video/mp4', 'video'],
    ['application/pdf', 'document'],
    ['x-video/x-private', 'document'],
    ['application/video', 'document'],
    ['text/csv', 'document'],
  ])('that %s is a medium of the kind %s', (type, medium) => {
    const attachments = [{ url: '/files/a', type, title: 'A file' }]
    const root = readXml(write(createFeed(articleWith({ attachments }))))
    expect(values(root, `${item}/media:content@medium`)).toEqual([medium])
  })

  it('that its title is plain text, as of a picture', () => {
    const of = articleWith({
      images: [{ url: '/a.jpg', alt: 'A', caption: 'C', title: 'R&D <1>' }],
      attachments: [{ url: '/facts.pdf', title: 'Facts & <figures>' }],
    })
    const titles = select(readXml(write(createFeed(of))), `${item}/media:content/media:title`)
    expect(titles.map(({ text, attributes }) => [text, attributes])).toEqual([
      ['R&D <1>', { type: 'plain' }],
      ['Facts & <figures>', { type: 'plain' }],
    ])
  })
})

// A code is exchange, colon, symbol; what has no exchange in front is a symbol as it stands.
it.each([
  ['XPAR:TTE', { exchange: 'XPAR', symbol: 'TTE' }],
  ['NYSE:BRK:B', { exchange: 'NYSE', symbol: 'BRK:B' }],
  ['TTE', { symbol: 'TTE' }],
  [':TTE', { symbol: ':TTE' }],
  [':BRK:B', { symbol: ':BRK:B' }],
])('ninjs says of the security %s what its code says', (code, symbol) => {
  const scheme = 'https://schema.org/tickerSymbol'
  const document: unknown = JSON.parse(
    toNinjs({ ...shortest, subjects: [{ scheme, code }] }, leastNewsroom),
  )
  expect(document).toMatchObject({
    organisations: [{ rel: 'about', symbols: [{ ...symbol, symbolType: scheme }] }],
  })
})

/** What a writer finds; nothing when it writes. */
function issuesOf(write: () => unknown): readonly Issue[] {
  try {
    write()
  } catch (error) {
    if (error instanceof FeedError) return error.issues
    throw error
  }
  return []
}

/** Prefixes that the root of a document declares. */
function declared({ attributes }: ReadElement): readonly string[] {
  return Object.keys(attributes).flatMap((name) => /^xmlns:(.*)/.exec(name)?.[1] ?? [])
}
