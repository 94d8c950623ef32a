import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { createFeed, FeedError, toAtom, toJsonFeed, toRss, type WriterOptions } from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { full, least } from '../fixtures/inputs.js'

const feed = createFeed(full)
const plain = createFeed(least)
const site = 'https://newsroom.example'
const writers = { rss: toRss, atom: toAtom, json: toJsonFeed } as const

type Format = keyof typeof writers

// The documents of one feed in the order of time, newest first, each as the options that it is written with.
function chain(extension: string): Readonly<Record<string, WriterOptions>> {
  const current = `/news.${extension}`
  const page = (number: number): string => `/archive/${number}.${extension}`
  return {
    subscription: { self: current, archive: { previous: page(3) } },
    last: { self: page(3), archive: { current, previous: page(2) } },
    middle: { self: page(2), archive: { current, previous: page(1), next: page(3) } },
    first: { self: page(1), archive: { current, next: page(2) } },
  }
}

const links: Readonly<Record<string, (extension: string) => readonly (readonly string[])[]>> = {
  subscription: (x) => [
    ['self', `${site}/news.${x}`],
    ['hub', 'https://hub.example/'],
    ['hub', 'https://second-hub.example/'],
    ['prev-archive', `${site}/archive/3.${x}`],
  ],
  last: (x) => [
    ['self', `${site}/archive/3.${x}`],
    ['current', `${site}/news.${x}`],
    ['prev-archive', `${site}/archive/2.${x}`],
  ],
  middle: (x) => [
    ['self', `${site}/archive/2.${x}`],
    ['current', `${site}/news.${x}`],
    ['prev-archive', `${site}/archive/1.${x}`],
    ['next-archive', `${site}/archive/3.${x}`],
  ],
  first: (x) => [
    ['self', `${site}/archive/1.${x}`],
    ['current', `${site}/news.${x}`],
    ['next-archive', `${site}/archive/2.${x}`],
  ],
}

describe.each(Object.keys(links))('feedsmith reads the links of the %s document', (name) => {
  it('in RSS, self first', () => {
    const read = parseRssFeed(toRss(feed, chain('rss')[name]))
    expect(read.atom?.links?.map(({ rel, href }) => [rel, href])).toEqual(links[name]?.('rss'))
    expect(read.items).toHaveLength(feed.articles.length)
  })

  it('in Atom, after the page', () => {
    const read = parseAtomFeed(toAtom(feed, chain('atom')[name]))
    expect(read.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ['alternate', `${site}/`],
      ...(links[name]?.('atom') ?? []),
    ])
    expect(read.entries).toHaveLength(feed.articles.length)
  })

  it('in JSON Feed, which has one link', () => {
    const read = parseJsonFeed(toJsonFeed(feed, chain('json')[name]))
    const [, self] = links[name]?.('json')[0] ?? []
    const [, previous] = links[name]?.('json').find(([rel]) => rel === 'prev-archive') ?? []
    expect([read.feed_url, read.next_url]).toEqual([self, previous])
    expect(read.hubs?.length).toBe(name === 'subscription' ? 2 : undefined)
  })

  it('and only archive pages declare the namespace and carry the mark', () => {
    for (const [format, write] of [
      ['rss', toRss],
      ['atom', toAtom],
    ] as const) {
      const document = write(feed, chain(format)[name])
      const isPage = name !== 'subscription'
      expect(document.split('<fh:archive/>').length - 1).toBe(isPage ? 1 : 0)
      expect(document.includes('xmlns:fh="http://purl.org/syndication/history/1.0"')).toBe(isPage)
    }
  })
})

describe('an archived feed', () => {
  it('leads from page to page through all documents, and back to the current one', () => {
    const documents = new Map(
      Object.values(chain('atom')).map((options) => [
        `${site}${options.self ?? ''}`,
        parseAtomFeed(toAtom(feed, options)),
      ]),
    )
    const hrefOf = (address: string, relation: string): string | undefined =>
      documents.get(address)?.links?.find(({ rel }) => rel === relation)?.href
    const walk = (address: string | undefined, relation: string): readonly string[] =>
      address === undefined ? [] : [address, ...walk(hrefOf(address, relation), relation)]
    const back = walk(`${site}/news.atom`, 'prev-archive')
    expect(back).toEqual([...documents.keys()])
    expect(walk(back.at(-1), 'next-archive')).toEqual(back.slice(1).reverse())
    for (const address of back.slice(1)) {
      expect(hrefOf(address, 'current')).toBe(`${site}/news.atom`)
    }
  })

  it('has one id in Atom: its own, else the address of the current document', () => {
    const idsOf = (given: typeof feed) =>
      Object.values(chain('atom')).map((options) => parseAtomFeed(toAtom(given, options)).id)
    expect(new Set(idsOf(feed))).toEqual(new Set(['tag:newsroom.example,2026:feed']))
    expect(new Set(idsOf(plain))).toEqual(new Set(['https://least.example/news.atom']))
  })

  it('has the same articles with and without links', () => {
    const items = (document: string, start: string) => document.slice(document.indexOf(start))
    for (const options of Object.values(chain('x'))) {
      expect(items(toRss(feed, options), '<item>')).toBe(items(toRss(feed), '<item>'))
      expect(items(toAtom(feed, options), '<entry')).toBe(items(toAtom(feed), '<entry'))
      expect(items(toJsonFeed(feed, options), '"items"')).toBe(items(toJsonFeed(feed), '"items"'))
    }
  })

  it('links to the same host in ASCII, as all addresses', () => {
    const document = toRss(plain, { archive: { previous: '/archives/année 1.xml' } })
    expect(document).toContain('href="https://least.example/archives/ann%C3%A9e%201.xml"')
  })

  it('may have a single archive page, with nothing before or after it', () => {
    const document = toAtom(feed, { self: '/1.atom', archive: { current: '/news.atom' } })
    expect(document).toContain('<fh:archive/>')
    expect(document).not.toMatch(/(?:prev|next)-archive/)
  })

  it('keeps the prefix and the namespace from extensions', () => {
    const extension = { prefix: 'x', namespace: 'http://purl.org/syndication/history/1.0' }
    expect(issuesOf('rss', { extensions: [extension] })).toEqual([
      'invalid-extension extensions[0]',
    ])
  })
})

describe.each(Object.keys(writers) as readonly Format[])('%s takes for not given', (format) => {
  const nothingGiven: readonly (readonly [string, unknown])[] = [
    ['no archive', undefined],
    ['null', null],
    ['no link', {}],
    ['links that are undefined', { current: undefined, previous: undefined, next: undefined }],
    ['links that are null', { current: null, previous: null, next: null }],
    ['links that are empty', { current: '', previous: '', next: '' }],
  ]
  it.each(nothingGiven)('%s', (_, archive) => {
    const options = { self: '/feed', archive } as WriterOptions
    expect(writers[format](feed, options)).toBe(writers[format](feed, { self: '/feed' }))
  })
})

const refused: readonly (readonly [
  name: string,
  options: unknown,
  issues: readonly string[],
  sentence: string,
])[] = [
  [
    'a text',
    { archive: '/archive/1.xml' },
    ['wrong-type archive'],
    'Cannot use archive: expected an object with current, previous and next',
  ],
  [
    'a list',
    { archive: ['/archive/1.xml'] },
    ['wrong-type archive'],
    'Cannot use archive: expected an object with current, previous and next',
  ],
  [
    'another name',
    { archive: { prev: '/archive/1.xml' } },
    ['invalid-value archive.prev'],
    'Cannot use archive.prev: expected only current, previous, next and full',
  ],
  [
    'an address that is none',
    { archive: { previous: 'https://' } },
    ['invalid-address archive.previous'],
    'Cannot use archive.previous "https://": expected an http or https address',
  ],
  [
    'an address of another scheme',
    { archive: { current: 'javascript:alert(1)' } },
    ['address-scheme archive.current'],
    'Cannot use archive.current "javascript:alert(1)": expected an http or https address',
  ],
  [
    'an address object',
    { archive: { current: new URL('https://newsroom.example/') } },
    ['wrong-type archive.current'],
    'Cannot use archive.current: expected an address as text',
  ],
  [
    'a number',
    { archive: { current: '/news', next: 2 } },
    ['wrong-type archive.next'],
    'Cannot use archive.next: expected an address as text',
  ],
  [
    'a next page of the current document',
    { self: '/news', archive: { previous: '/1', next: '/2' } },
    ['invalid-value archive.next'],
    'Cannot use archive.next "https://newsroom.example/2": expected archive.current with it, ' +
      'as only an archive page has a next one',
  ],
  [
    'a previous page that is the document itself',
    { self: '/news', archive: { previous: '/news#older' } },
    ['invalid-value archive.previous'],
    'Cannot use archive.previous "https://newsroom.example/news": expected another address than that of self',
  ],
  [
    'a page that is current',
    { self: '/news', archive: { current: 'https://NEWSROOM.example/news', previous: '/1' } },
    ['invalid-value archive.current'],
    'Cannot use archive.current "https://newsroom.example/news": expected another address than that of self',
  ],
  [
    'one page on both sides',
    { archive: { current: '/news', previous: '/1', next: '/1' } },
    ['invalid-value archive.next'],
    'Cannot use archive.next "https://newsroom.example/1": expected another address than that of archive.previous',
  ],
  [
    'everything wrong, all at once',
    { self: 7, archive: { current: 'data:,', previous: 'http://[', next: {}, last: '/' } },
    [
      'wrong-type self',
      'invalid-value archive.last',
      'address-scheme archive.current',
      'invalid-address archive.previous',
      'wrong-type archive.next',
    ],
    'Cannot use archive.next: expected an address as text',
  ],
]

describe.each(Object.keys(writers) as readonly Format[])('%s refuses', (format) => {
  it.each(refused)('%s', (_, options, issues, sentence) => {
    expect(issuesOf(format, options)).toEqual(issues)
    expect(() => writers[format](feed, options as WriterOptions)).toThrow(sentence)
  })
})

function issuesOf(format: Format, options: unknown): readonly string[] {
  try {
    writers[format](feed, options as WriterOptions)
  } catch (error) {
    if (error instanceof FeedError) return error.issues.map(({ code, path }) => `${code} ${path}`)
    throw error
  }
  return []
}
