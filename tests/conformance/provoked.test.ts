import { checkFeed, createFeed, FeedError, toAtom, toRss, type ArticleInput } from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { least } from '../fixtures/inputs.js'
import { write, type Documents } from './cases.js'
import type { JsonFeedDocument } from './rule.js'
import { nodesAt, parseXml, valuesAt } from './xml-tree.js'

const article = least.articles[0]

/** What the documents of one article say at a place of each format. */
function readBack(record: Partial<ArticleInput>, input: object = {}) {
  const documents = write({ ...least, ...input, articles: [{ ...article, ...record }] })
  return { documents, ...parse(documents) }
}

function parse({ rss, atom, json }: Documents) {
  return {
    rss: parseXml(rss),
    atom: parseXml(atom),
    json: JSON.parse(json) as JsonFeedDocument,
  }
}

function codes(record: Partial<ArticleInput>, input: object = {}) {
  const issues = checkFeed({
    ...least,
    ...input,
    articles: [{ ...article, body: '<p>x</p>', ...record }],
  })
  return issues.map(({ code, path }) => `${code} ${path}`)
}

describe('text that breaks feeds', () => {
  it('R-1 removes characters that XML cannot carry, and says so', () => {
    const title = 'A\u0000\u0008\u000B\u001F\uFFFE\uFFFF\uD800B\uDC00'
    const { rss, atom, json } = readBack({ title })
    expect(valuesAt(rss, 'channel/item/title')).toEqual(['AB'])
    expect(valuesAt(atom, 'entry/title')).toEqual(['AB'])
    expect(json.items[0]!['title']).toBe('AB')
    expect(codes({ title })).toEqual(['removed-characters articles[0].title'])
  })

  it('R-2 mends leftovers of Windows-1252, and says so', () => {
    const title = '\u0093Quoted\u0094 \u0096 it\u0092s 5 \u0080\u0085 \uFFFD\u0081'
    expect(valuesAt(readBack({ title }).rss, 'channel/item/title')).toEqual([
      '“Quoted” – it’s 5 €…',
    ])
    expect(codes({ title })).toEqual([
      'removed-characters articles[0].title',
      'replaced-characters articles[0].title',
    ])
  })

  it('R-4 splits every ]]> of a body', () => {
    const body = '<p>a ]]&gt; b ]]> c ]]]]>> d</p>'
    const { rss, atom } = readBack({ body })
    for (const html of [
      ...valuesAt(rss, 'channel/item/content:encoded'),
      ...valuesAt(atom, 'entry/content'),
    ]) {
      expect(html.replaceAll('&gt;', '>')).toBe('<p>a ]]> b ]]> c ]]]]>> d</p>')
    }
  })

  it('R-5 writes an ampersand and a less-than sign as the RSS profile asks', () => {
    const { documents } = readBack({ title: 'R&D < "more"' })
    expect(documents.rss).toContain('<title>R&#x26;D &#x3C; "more"</title>')
  })

  it('R-6 takes tags out of plain text, and says so', () => {
    const title = 'A <b>bold</b> headline'
    const { rss, atom, json } = readBack({ title })
    expect(valuesAt(rss, 'channel/item/title')).toEqual(['A bold headline'])
    expect(valuesAt(atom, 'entry/title')).toEqual(['A bold headline'])
    expect(json.items[0]!['title']).toBe('A bold headline')
    expect(codes({ title })).toEqual(['markup-in-text articles[0].title'])
  })

  it('R-7 shows a text that looks like an entity as it is written', () => {
    const title = 'It says &amp; and &lt;b&gt;'
    const { rss, atom, json } = readBack({ title })
    expect(valuesAt(rss, 'channel/item/title')).toEqual([title])
    expect(valuesAt(atom, 'entry/title')).toEqual([title])
    expect(json.items[0]!['title']).toBe(title)
    expect(codes({ title })).toEqual(['entity-in-text articles[0].title'])
  })
})

describe('addresses and ids that break feeds', () => {
  it('R-13 writes addresses of any alphabet in ASCII', () => {
    const link = 'https://Müller.example/Straße/Bộ trưởng?q=é&r=[1]#ß%'
    const written =
      'https://xn--mller-kva.example/Stra%C3%9Fe/B%E1%BB%99%20tr%C6%B0%E1%BB%9Fng?q=%C3%A9&r=%5B1%5D#%C3%9F%25'
    const { rss, atom, json } = readBack({ link })
    expect(valuesAt(rss, 'channel/item/link')).toEqual([written])
    expect(valuesAt(atom, 'entry/link@href')).toEqual([written])
    expect(json.items[0]!['url']).toBe(written)
  })

  it('R-14 writes the path of an enclosure whose address has none', () => {
    const { rss } = readBack({
      attachments: [{ url: 'https://files.example?id=1', type: 'application/pdf' }],
    })
    expect(valuesAt(rss, 'channel/item/enclosure@url')).toEqual(['https://files.example/?id=1'])
  })

  it('R-15 claims a permalink for an id that is the link, and for no other', () => {
    const asLink = readBack({}, { ids: 'link' }).rss
    expect(valuesAt(asLink, 'channel/item/guid@isPermaLink')).toEqual(['true'])
    expect(valuesAt(asLink, 'channel/item/guid')).toEqual(['https://least.example/1'])
    const asText = readBack({ id: 'https://least.example/2' }).rss
    expect(valuesAt(asText, 'channel/item/guid@isPermaLink')).toEqual(['false'])
  })

  it('R-17 refuses an id that comes twice', () => {
    const twice = { ...least, articles: [article, { ...article, title: 'Two' }] }
    expect(() => createFeed(twice)).toThrow(FeedError)
    expect(checkFeed(twice).map(({ code }) => code)).toContain('duplicate-id')
  })

  it('R-18 warns of an id of a few digits', () => {
    expect(codes({ id: '4711' })).toContain('weak-id articles[0].id')
    expect(codes({ id: '123456789' })).not.toContain('weak-id articles[0].id')
  })

  it('R-19 refuses ids with white space around them, and in Atom those that are no URIs', () => {
    expect(codes({ id: ' tag:a.example,2026:1' })).toEqual(['invalid-id articles[0].id'])
    const feed = createFeed({ ...least, articles: [{ ...article, id: 'release–7' }] })
    expect(() => toAtom(feed)).toThrow(/URI/)
    expect(valuesAt(parseXml(toRss(feed)), 'channel/item/guid')).toEqual(['release–7'])
  })

  it('R-20 warns of an address in upper case as an id', () => {
    expect(codes({ id: 'https://Least.example/1' })).toEqual(['weak-id articles[0].id'])
    expect(codes({ id: 'HTTPS://least.example/1' })).toEqual(['weak-id articles[0].id'])
    expect(codes({ id: 'https://least.example/Path' })).toEqual([])
  })

  it('R-21 refuses what only looks like a tag: or urn:uuid: URI', () => {
    expect(codes({ id: 'tag:least.example:1' })).toEqual(['invalid-id articles[0].id'])
    expect(codes({ id: 'urn:uuid:1234' })).toEqual(['invalid-id articles[0].id'])
    expect(codes({ id: 'tag:press@least.example,2026-03:1' })).toEqual([])
  })

  it('R-23 warns of campaign parameters in a link', () => {
    expect(codes({ link: '/1?utm_source=feed' })).toEqual(['campaign-parameters articles[0].link'])
  })
})

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
