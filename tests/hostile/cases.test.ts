import { describe, expect, it } from 'vitest'
import { createFeed, toAtom, toJsonFeed, toRss, type FeedInput } from 'pressfeed'
import { jsonValues, readArticles, readBack } from './documents.js'
import { articleWith, clean, feedWith, saidOf } from './feed-with.js'
import { htmlValues } from './text-fields.js'
import { values } from './read-xml.js'

// Inputs at which other feed libraries were seen to break, beside those of texts, addresses and dates.

describe('ids', () => {
  it('given twice are refused', () => {
    const articles = ['One', 'Two', 'Three'].map((title, n) => ({
      ...clean.articles[0],
      ...{
        title,
        link: `/${n}`,
        published: `2026-03-0${n + 1}`,
        id: 'tag:newsroom.example,2026:1',
      },
    }))
    expect(saidOf(feedWith({ articles }))).toEqual([
      'duplicate-id articles[1].id',
      'duplicate-id articles[2].id',
    ])
  })

  it('are kept byte for byte, and the same in every format', () => {
    for (const id of [
      'tag:newsroom.example,2026:a%2Fb?c=1&d=(2)',
      'HTTP://Newsroom.example:80/../1',
    ]) {
      const { rss, atom, json } = readArticles(readBack(createFeed(articleWith({ id }))))
      expect([rss[0]?.id, atom[0]?.id, json[0]?.id]).toEqual([id, id, id])
    }
  })

  it('that are links are URIs, whatever they hold', () => {
    for (const link of ['/a:', '/?q=a:', '/#a:', '/%', '/[1]', '/a#b#c', 'https://[::1]/']) {
      const input = { ...articleWith({ link }), ids: 'link' } as FeedInput
      const { atom } = readArticles(readBack(createFeed(input)))
      expect(atom[0]?.id).toBe(atom[0]?.link)
    }
  })

  it('that are hashes stand in RSS and JSON Feed, and Atom says why not', () => {
    const feed = createFeed(articleWith({ id: 'a1b2 <c3>' }))
    expect(toRss(feed)).toContain('<guid isPermaLink="false">a1b2 &lt;c3&gt;</guid>')
    expect(JSON.parse(toJsonFeed(feed))).toMatchObject({ items: [{ id: 'a1b2 <c3>' }] })
    expect(() => toAtom(feed)).toThrow(/id-not-uri-in-atom/)
  })
})

describe('what is absent', () => {
  it('is never written as a word or an empty element', () => {
    const feed = createFeed(clean)
    for (const document of [toRss(feed), toAtom(feed)]) {
      expect(document).not.toMatch(/undefined|null|NaN|\[object|Invalid|<(\w+)[^>]*><\/\1>|<\w+\/>/)
    }
    expect(toJsonFeed(feed)).not.toMatch(/undefined|null|NaN|\[object|Invalid|:""|:\[\]|:\{\}/)
  })

  it('is asked for where it is required', () => {
    expect(saidOf({ articles: [{}] } as unknown as FeedInput)).toEqual(
      expect.arrayContaining([
        'missing-field title',
        'missing-field link',
        'missing-field description',
        'missing-field language',
        'empty-title articles[0].title',
        'missing-field articles[0].link',
        'missing-field articles[0].published',
      ]),
    )
  })

  it('may be all articles', () => {
    const { rss, atom, json } = readBack(createFeed(feedWith({ articles: [] })))
    expect(values(rss, 'channel/title')).toEqual(['News'])
    expect(values(atom, 'atom:updated')).toEqual(['1990-01-01T00:00:00Z'])
    expect(json['items']).toEqual([])
  })
})

describe('authors', () => {
  it('without an e-mail address are creators, never `author` elements of RSS', () => {
    const { rss } = readBack(createFeed(articleWith({ authors: ['Press office'] })))
    expect(values(rss, 'channel/item/dc:creator')).toEqual(['Press office'])
    expect(values(rss, 'channel/item/author')).toEqual([])
  })

  it('without a name are refused', () => {
    expect(saidOf(articleWith({ authors: [{ email: 'press@newsroom.example' }, ''] }))).toEqual([
      'missing-field articles[0].authors[0].name',
      'missing-field articles[0].authors[1]',
    ])
  })
})

describe('pictures', () => {
  const captions = ['First', 'Second ]]> & <b>', 'Third']
  const images = captions.map((caption, n) => ({ url: `/${n}.jpg`, alt: `Alt ${n}`, caption }))

  it('all keep their captions, as data and in the body, in every format', () => {
    const { rss, atom, json } = readArticles(readBack(createFeed(articleWith({ images }))))

    for (const [article] of [rss, atom, json]) {
      expect(article?.captions).toEqual(captions)
      expect(htmlValues(String(article?.html), 'figcaption')).toEqual(captions)
    }
  })

  it('with one caption for several stay apart in JSON Feed', () => {
    const same = images.map((image) => ({ ...image, caption: 'Same' }))
    const { json } = readBack(createFeed(articleWith({ images: same })))
    expect(new Set(jsonValues(json, 'items/attachments/title')).size).toBe(3)
    expect(jsonValues(json, 'items/_press/images/caption')).toEqual(['Same', 'Same', 'Same'])
  })
})

describe('a body', () => {
  it.each([
    ['a script', '<p>Text</p><script>alert("<p>1</p>")</script>'],
    ['a handler', '<p onclick="alert(1)">Text</p>'],
    ['a script address', '<p>Text <a href="java&#10;script:alert(1)">x</a></p>'],
    ['a script in SVG', '<p>Text</p><svg><script>alert(1)</script></svg>'],
    ['a style', '<p style="position:fixed">Text</p><style>p{}</style>'],
    ['a form', '<p>Text</p><form action="/x"><input name="a"></form>'],
  ])('with %s loses it, and that is said', (_, body) => {
    const feed = createFeed(articleWith({ body }))
    const html = feed.articles[0]?.content ?? ''
    expect(html).toContain('Text')
    expect(html).not.toMatch(/script|onclick|iframe|style|<base|<form|<input|alert/i)
    expect(feed.issues.map(({ path }) => path)).toEqual(['articles[0].body'])
  })

  it.each([
    ['<p><a href="/a">a</a></p>', 'https://newsroom.example/a'],
    ['<p><a href="#note">a</a></p>', 'https://newsroom.example/1#note'],
    ['<p><a href="//other.example/a">a</a></p>', 'https://other.example/a'],
    ['<p><a href="?x=1&amp;y=2">a</a></p>', 'https://newsroom.example/1?x=1&y=2'],
  ])('%s has absolute addresses', (body, expected) => {
    const { rss, atom, json } = readArticles(readBack(createFeed(articleWith({ body }))))
    for (const [article] of [rss, atom, json]) {
      expect(hrefs(String(article?.html))).toEqual([expected])
    }
  })

  it.each([
    ['NUL and controls', '<p>a\u0000\b\u001F\uFFFE</p>', 'a'],
    ['half characters', '<p>a\uD800\uDC00b\uD800</p>', 'a\u{10000}b'],
    ['character references to controls', '<p>a&#0;&#8;&#x1F;&#xFFFE;&#xD800;b</p>', undefined],
    ['the end of CDATA', '<p>a]]>b]]&gt;c]]></p>', 'a]]>b]]>c]]>'],
    ['the start of CDATA', '<p>a</p><![CDATA[x]]><p>b</p>', undefined],
    ['named entities', '<p>&nbsp;&mdash;&hearts;</p>', '\u00A0—♥'],
    ['carriage returns', '<pre>a\r\nb\rc</pre><p>d&#13;e</p>', undefined],
    ['unclosed tags', '<p>a<b>b<i>c', 'abc'],
    ['closing tags only', '</p></div></body></html>a', undefined],
    ['an unclosed comment', '<p>a</p><!-- x', 'a'],
    ['an unclosed tag', '<p>a</p><a href="', 'a'],
    ['a document', '<!DOCTYPE html><html><head><title>x</title></head><body><p>a</p>', 'a'],
    ['dollars', `<p>US$ 12 $' $& $$</p>`, `US$ 12 $' $& $$`],
    ['plain text', 'Just text & more < less', undefined],
  ])('with %s is the same in every format', (_, body, text) => {
    const feed = createFeed(articleWith({ body }))
    const { rss, atom, json } = readArticles(readBack(feed))
    const content = feed.articles[0]?.content
    expect([rss[0]?.html, atom[0]?.html, json[0]?.html]).toEqual([content, content, content])
    if (text !== undefined) expect(htmlValues(`<main>${content}</main>`, 'main')).toEqual([text])
  })
})

function hrefs(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}
