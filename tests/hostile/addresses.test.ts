import { describe, expect, it } from 'vitest'
import { createFeed } from 'pressfeed'
import { readArticles, readBack } from './documents.js'
import { articleWith, feedWith, saidOf } from './feed-with.js'

describe('the link of an article', () => {
  // Expectations follow the URL standard and RFC 3986, written out by hand.
  it.each([
    ['/2', 'https://newsroom.example/2'],
    ['2?ref=a', 'https://newsroom.example/2?ref=a'],
    ['?q=http://x', 'https://newsroom.example/?q=http://x'],
    ['/2#top', 'https://newsroom.example/2#top'],
    ['//other.example/a', 'https://other.example/a'],
    ['HTTPS://Other.Example/A', 'https://other.example/A'],
    ['https://other.example', 'https://other.example/'],
    ['https://other.example:443/a', 'https://other.example/a'],
    ['https://other.example:8443/a', 'https://other.example:8443/a'],
    ['/a b', 'https://newsroom.example/a%20b'],
    [`/"a"'b'<c>`, `https://newsroom.example/%22a%22'b'%3Cc%3E`],
    [`/?a="b"&c=<d>`, `https://newsroom.example/?a=%22b%22&c=%3Cd%3E`],
    ['/100%', 'https://newsroom.example/100%25'],
    ['/100%25', 'https://newsroom.example/100%25'],
    ['/a[1]{2}|3^4`5', 'https://newsroom.example/a%5B1%5D%7B2%7D%7C3%5E4%605'],
    ['/a?b=[1]{2}|3^4`5\\6', 'https://newsroom.example/a?b=%5B1%5D%7B2%7D%7C3%5E4%605%5C6'],
    ['/#a#b', 'https://newsroom.example/#a%23b'],
    ['/bài-viết', 'https://newsroom.example/b%C3%A0i-vi%E1%BA%BFt'],
    ['/?q=bài', 'https://newsroom.example/?q=b%C3%A0i'],
    ['/😀', 'https://newsroom.example/%F0%9F%98%80'],
    ['https://báo.example/', 'https://xn--bo-mia.example/'],
    ['https://[::1]/a[1]', 'https://[::1]/a%5B1%5D'],
    ['https://127.1/a', 'https://127.0.0.1/a'],
    ['https://h/h[h]', 'https://h/h%5Bh%5D'],
    ['  /a  ', 'https://newsroom.example/a'],
    ['/../../a/./b', 'https://newsroom.example/a/b'],
    ['/a//b', 'https://newsroom.example/a//b'],
  ])('%s', (link, expected) => {
    const feed = createFeed(articleWith({ link }))
    expect(feed.articles[0]?.link).toBe(expected)
    const { rss, atom, json } = readArticles(readBack(feed))
    expect([rss, atom, json].map(([article]) => article?.link)).toEqual([
      expected,
      expected,
      expected,
    ])
  })

  it('may be very long', () => {
    const path = 'a'.repeat(10_000)
    const [article] = createFeed(articleWith({ link: `/${path}` })).articles
    expect(article?.link).toBe(`https://newsroom.example/${path}`)
  })

  it.each([
    ['https://', 'invalid-address'],
    ['http://a b/', 'invalid-address'],
    ['https://[::1', 'invalid-address'],
    ['https://x:99999/', 'invalid-address'],
    ['https://%00/', 'invalid-address'],
    ['https://1.2.3.999/', 'invalid-address'],
    ['javascript:alert(1)', 'address-scheme'],
    [' JaVaScRiPt:alert(1)', 'address-scheme'],
    ['data:text/html,<script>alert(1)</script>', 'address-scheme'],
    ['mailto:press@newsroom.example', 'address-scheme'],
    ['file:///etc/passwd', 'address-scheme'],
    ['blob:https://newsroom.example/1', 'address-scheme'],
    ['tag:newsroom.example,2026:1', 'address-scheme'],
    ['ftp://newsroom.example/1', 'address-scheme'],
  ])('%s is refused', (link, code) => {
    expect(saidOf(articleWith({ link }))).toEqual([`${code} articles[0].link`])
  })

  it.each(['\u0000/a', '/a\u0000b', '/a\uD800b', '/a\uFFFEb', '/a\u001Bb'])(
    '%j is reported',
    (link) => {
      expect(saidOf(articleWith({ link })).map((line) => line.split(' ')[1])).toEqual([
        'articles[0].link',
      ])
    },
  )
})

describe('other addresses', () => {
  const bad = 'javascript:alert(1)'
  it.each([
    ['icon', feedWith({ icon: bad })],
    ['logo', feedWith({ logo: bad })],
    ['logo.url', feedWith({ logo: { url: bad } })],
    ['hub', feedWith({ hub: bad })],
    ['hub[1]', feedWith({ hub: ['https://hub.example/', bad] })],
    ['authors[0].url', feedWith({ authors: [{ name: 'Office', url: bad }] })],
    ['articles[0].license', articleWith({ license: bad })],
    ['articles[0].images[0].url', pictureWith({ url: bad })],
    ['articles[0].images[0].license', pictureWith({ license: bad })],
    ['articles[0].attachments[0].url', articleWith({ attachments: [{ url: bad }] })],
    ['articles[0].authors[0].url', articleWith({ authors: [{ name: 'Office', url: bad }] })],
    ['articles[0].source.link', articleWith({ source: { name: 'Works', link: bad } })],
    [
      'articles[0].source.feed',
      articleWith({ source: { name: 'Works', link: 'https://works.example/', feed: bad } }),
    ],
    [
      'articles[0].translations[0].link',
      articleWith({ translations: [{ language: 'fr', link: bad }] }),
    ],
    ['articles[0].subjects[0].scheme', articleWith({ subjects: [{ scheme: bad, code: '1' }] })],
  ])('%s takes no script', (path, input) => {
    expect(saidOf(input)).toEqual([`address-scheme ${path}`])
  })

  it('have the link of their article or feed as base', () => {
    const feed = createFeed(
      articleWith({
        link: '/2026/one',
        images: [{ url: 'lead.jpg', alt: 'A', caption: 'C' }],
        attachments: [{ url: '../facts.pdf' }],
        authors: [{ name: 'Office', url: 'press' }],
        translations: [{ language: 'fr', link: 'fr/un' }],
      }),
    )
    const [article] = feed.articles
    expect(article?.images[0]?.url).toBe('https://newsroom.example/2026/lead.jpg')
    expect(article?.attachments[0]?.url).toBe('https://newsroom.example/facts.pdf')
    expect(article?.authors[0]?.url).toBe('https://newsroom.example/press')
    expect(article?.translations[0]?.link).toBe('https://newsroom.example/fr/un')
  })
})

describe('a relative address without a base', () => {
  it('is told from one that no base would mend', () => {
    expect(saidOf(feedWith({ link: '/news', articles: [], updated: '2026-03-02' }))).toEqual([
      'relative-address link',
    ])
    expect(saidOf(feedWith({ link: 'https://', articles: [], updated: '2026-03-02' }))).toEqual([
      'invalid-address link',
    ])
    expect(saidOf(articleWith({ source: { name: 'Works', link: '/1' } }))).toEqual([
      'relative-address articles[0].source.link',
    ])
  })
})

describe('the address of a picture', () => {
  it.each([
    ['/render?id=5', undefined, ['picture-without-type']],
    ['/photo.jpg?id=5', 'image/jpeg', []],
    ['/photo.JPEG#x', 'image/jpeg', []],
    ['/photo?name=a.png', undefined, ['picture-without-type']],
    ['/photo.constructor', undefined, ['picture-without-type']],
    ['/.jpg', 'image/jpeg', []],
    ['/a.jpg/', undefined, ['picture-without-type']],
    ['/photo.webp?a=1&b=2', 'image/webp', ['address-with-ampersand']],
  ])('%s', (url, type, codes) => {
    const feed = createFeed(pictureWith({ url }))
    expect(feed.articles[0]?.images[0]?.type).toBe(type)
    expect(feed.issues.map(({ code }) => code)).toEqual(codes)
  })
})

function pictureWith(members: Readonly<Record<string, unknown>>) {
  return articleWith({ images: [{ url: '/1.jpg', alt: 'A', caption: 'C', ...members }] })
}
