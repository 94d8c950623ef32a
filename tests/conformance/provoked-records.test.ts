import { checkFeed, createFeed, FeedError, toRss } from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { least } from '../fixtures/inputs.js'
import { write } from './cases.js'
import { article, codes, parse, readBack } from './provoke.js'
import { nodesAt, parseXml, valuesAt } from './xml-tree.js'

describe('dates that break feeds', () => {
  const now = '2026-03-10T00:00:00Z'

  it('R-27 warns of a date in the future or before 1990', () => {
    const issues = (published: string) =>
      checkFeed({ ...least, articles: [{ ...article, published }] }, { now }).map(
        ({ code }) => code,
      )
    expect(issues('2026-03-11')).toContain('date-in-future')
    expect(issues('1989-12-31')).toContain('date-before-1990')
    expect(issues('2026-03-09')).toEqual(['empty-body'])
  })

  it('R-30 writes the instant, not the local time with another zone', () => {
    const summer = readBack({ published: '2026-07-01T09:00' }, { timeZone: 'Europe/London' })
    expect(valuesAt(summer.rss, 'channel/item/pubDate')).toEqual([
      'Wed, 01 Jul 2026 08:00:00 +0000',
    ])
    expect(valuesAt(summer.atom, 'entry/published')).toEqual(['2026-07-01T08:00:00Z'])
    expect(summer.json.items[0]!['date_published']).toBe('2026-07-01T08:00:00Z')
    const offset = readBack({ published: '2026-07-01T09:00:00+05:30' })
    expect(valuesAt(offset.rss, 'channel/item/pubDate')).toEqual([
      'Wed, 01 Jul 2026 03:30:00 +0000',
    ])
  })

  it('R-31 keeps the seconds, and warns of two articles that changed at one instant', () => {
    const second = readBack({ published: '2026-03-02T08:00:59.999Z' })
    expect(valuesAt(second.atom, 'entry/updated')).toEqual(['2026-03-02T08:00:59Z'])
    const articles = [article, { ...article, title: 'Two', link: '/2' }]
    expect(checkFeed({ ...least, articles }).map(({ code }) => code)).toContain('same-updated')
  })

  it('R-32 moves the date of the feed on edits, and on removals when told', () => {
    const dateOf = ({ rss, atom }: ReturnType<typeof parse>) => [
      ...valuesAt(rss, 'channel/lastBuildDate'),
      ...valuesAt(atom, 'updated'),
    ]
    expect(dateOf(readBack({}))).toEqual([
      'Mon, 02 Mar 2026 00:00:00 +0000',
      '2026-03-02T00:00:00Z',
    ])
    expect(dateOf(readBack({ updated: '2026-03-05T10:00:00Z' }))).toEqual([
      'Thu, 05 Mar 2026 10:00:00 +0000',
      '2026-03-05T10:00:00Z',
    ])
    const removed = parse(write({ ...least, articles: [], updated: '2026-03-06T11:00:00Z' }))
    expect(dateOf(removed)).toEqual(['Fri, 06 Mar 2026 11:00:00 +0000', '2026-03-06T11:00:00Z'])
    expect(dateOf(readBack({}, { updated: '2026-03-01' }))[1]).toBe('2026-03-02T00:00:00Z')
  })
})

describe('records that tempt to break a rule', () => {
  it('R-36 resolves the address of the document itself', () => {
    const rss = parseXml(toRss(createFeed(least), { self: '/feeds/rss.xml' }))
    expect(valuesAt(rss, 'channel/atom:link@href')).toEqual(['https://least.example/feeds/rss.xml'])
    expect(() => toRss(createFeed(least), { self: 'ftp://least.example/' })).toThrow(FeedError)
  })

  it('R-38 leaves a logo that is too large out of RSS, and says so', () => {
    const logo = { url: '/logo.png', width: 512, height: 512 }
    const { rss, atom, json } = readBack({}, { logo })
    expect(nodesAt(rss, 'channel/image')).toEqual([])
    expect(valuesAt(atom, 'logo')).toEqual(['https://least.example/logo.png'])
    expect(json['icon']).toBe('https://least.example/logo.png')
    expect(codes({}, { logo })).toEqual(['logo-left-out logo'])
  })

  it('R-39 leaves a logo of another kind out of RSS, and says so', () => {
    expect(nodesAt(readBack({}, { logo: '/logo.svg' }).rss, 'channel/image')).toEqual([])
    expect(codes({}, { logo: '/logo.svg' })).toEqual(['logo-left-out logo'])
  })

  it('R-40 names no managing editor without an e-mail address', () => {
    const { rss } = readBack({ authors: ['Press office'] }, { authors: ['Newsroom'] })
    expect(nodesAt(rss, 'channel/managingEditor')).toEqual([])
    expect(valuesAt(rss, 'channel/item/dc:creator')).toEqual(['Press office'])
    expect(nodesAt(rss, 'channel/item/author')).toEqual([])
  })

  it('R-48 writes the length 0 when the size of an enclosure is not known', () => {
    const { rss, atom } = readBack({ attachments: [{ url: '/a.pdf' }] })
    expect(valuesAt(rss, 'channel/item/enclosure@length')).toEqual(['0'])
    expect(valuesAt(rss, 'channel/item/media:content@fileSize')).toEqual([])
    expect(valuesAt(atom, 'entry/link[2]@length')).toEqual([])
  })

  it('R-49 writes the first of several documents as the enclosure', () => {
    const { rss, atom } = readBack({ attachments: [{ url: '/a.pdf' }, { url: '/b.pdf' }] })
    expect(valuesAt(rss, 'channel/item/enclosure@url')).toEqual(['https://least.example/a.pdf'])
    expect(valuesAt(rss, 'channel/item/media:content@url')).toHaveLength(2)
    expect(valuesAt(atom, 'entry/link@rel').filter((rel) => rel === 'enclosure')).toHaveLength(2)
  })

  it('R-50 names no source without the address of its feed', () => {
    const { rss } = readBack({ source: { name: 'Works', link: 'https://works.example/2' } })
    expect(nodesAt(rss, 'channel/item/source')).toEqual([])
    expect(valuesAt(rss, 'channel/item/atom:link@href')).toEqual(['https://works.example/2'])
  })

  it('R-62 refuses a size that is no positive whole number', () => {
    for (const bytes of [0, -1, 1.5, Infinity, 2 ** 60]) {
      expect(codes({ attachments: [{ url: '/a.pdf', bytes }] })).toEqual([
        'invalid-value articles[0].attachments[0].bytes',
      ])
    }
  })

  it('R-73 writes small numbers of a point without an exponent', () => {
    const { rss } = readBack({ location: { latitude: 0.0000001, longitude: -180 } })
    expect(valuesAt(rss, 'channel/item/georss:point')[0]).toMatch(/^-?\d+(\.\d+)? -180$/)
  })

  it('R-80 names the newsroom where nobody else is named', () => {
    const { atom } = readBack({})
    expect(valuesAt(atom, 'author/name')).toEqual(['News'])
    expect(valuesAt(atom, 'author/uri')).toEqual(['https://least.example/'])
  })

  it('R-83 keeps the alternate link of an article without body or summary', () => {
    const { atom } = readBack({})
    expect(valuesAt(atom, 'entry/link@rel')).toEqual(['alternate'])
    expect(valuesAt(atom, 'entry/content')).toEqual(['<p>One</p>'])
  })

  it('R-100 gives equal captions of two pictures different titles', () => {
    const image = { caption: 'The hall.', alt: 'The hall', credit: 'Press office' }
    const { json } = readBack({
      images: [
        { ...image, url: '/a.jpg' },
        { ...image, url: '/b.jpg' },
      ],
    })
    const attachments = json.items[0]!['attachments'] as readonly { title: string }[]
    expect(attachments.map(({ title }) => title)).toEqual(['The hall.', 'The hall. (2)'])
  })
})
