import { extractFromXml } from '@extractus/feed-extractor'
import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { createFeed, toAtom, toRss, type Newsroom } from 'pressfeed'
import { answerOf, article, head, newsroomOf, picture } from './made.js'

const newsroom = newsroomOf([article(1, { images: [picture('hall')] }), article(2)], {
  feeds: [
    { format: 'rss', path: '/rss.xml', archive: { size: 1 }, limit: 1 },
    { format: 'atom', path: '/atom.xml' },
    { format: 'json', path: '/feed.json' },
    { format: 'rss', path: '/ar/rss.xml', only: { language: 'ar' }, title: 'بيانات' },
  ],
  pages: [{ path: '/index.html' }, { path: '/ar/index.html', language: 'ar' }],
  stylesheet: '/press/feed.css',
})
const plain = { ...newsroom, stylesheet: null }
const textAt = async (of: Newsroom, path: string) => (await answerOf(of, path)).text()
const css = (of: Newsroom = newsroom) => textAt(of, '/press/feed.css')

/** The processing instructions before the root element, as an XML parser sees them. */
function instructions(xml: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  let isBefore = true
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('processinginstruction', ({ target, body }) => {
    if (isBefore) found.push([target, body])
  })
  parser.on('opentag', () => (isBefore = false))
  parser.write(xml).close()
  return found
}

describe('a feed with a stylesheet', () => {
  it.each(['/rss.xml', '/atom.xml', '/ar/rss.xml'])('%s names it before its root', async (path) => {
    const xml = await textAt(newsroom, path)
    expect(instructions(xml)).toEqual([
      ['xml-stylesheet', 'type="text/css" href="https://newsroom.example/press/feed.css"'],
    ])
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<\?xml-stylesheet /)
    expect(instructions(await textAt(plain, path))).toEqual([])
  })

  it('is otherwise as it was, but for the language that the style goes by', async () => {
    for (const [path, language] of [
      ['/rss.xml', ' xml:lang="en"'],
      ['/atom.xml', ''],
      ['/ar/rss.xml', ' xml:lang="ar"'],
    ] as const) {
      const styled = await textAt(newsroom, path)
      const back = styled
        .replace(/<\?xml-stylesheet.*\?>\n/, '')
        .replace(`<rss version="2.0"${language}`, '<rss version="2.0"')
      expect(back, path).toBe(await textAt(plain, path))
      if (path !== '/atom.xml') expect(styled).toContain(language)
    }
    expect(await textAt(newsroom, '/feed.json')).toBe(await textAt(plain, '/feed.json'))
  })

  it('is served as XML, since browsers style nothing else; JSON as before', async () => {
    const typesOf = async (of: Newsroom) =>
      Promise.all(
        ['/rss.xml', '/atom.xml', '/feed.json'].map(async (path) =>
          (await answerOf(of, path)).headers.get('content-type'),
        ),
      )
    expect(await typesOf(newsroom)).toEqual([
      'application/xml; charset=utf-8',
      'application/xml; charset=utf-8',
      'application/feed+json; charset=utf-8',
    ])
    expect(await typesOf(plain)).toEqual([
      'application/rss+xml; charset=utf-8',
      'application/atom+xml; charset=utf-8',
      'application/feed+json; charset=utf-8',
    ])
    const { headers } = await answerOf(newsroom, '/press/feed.css')
    expect(headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  it('is the same to parsers', async () => {
    const [rss, plainRss] = [await textAt(newsroom, '/rss.xml'), await textAt(plain, '/rss.xml')]
    const [atom, plainAtom] = [
      await textAt(newsroom, '/atom.xml'),
      await textAt(plain, '/atom.xml'),
    ]
    // It also tells the language that is said for the style.
    expect(parseRssFeed(rss)).toEqual({ ...parseRssFeed(plainRss), xml: { lang: 'en' } })
    expect(parseRssFeed(rss).items?.[0]?.title).toBe('Article 2')
    expect(parseAtomFeed(atom)).toEqual(parseAtomFeed(plainAtom))
    const parser = new RssParser()
    for (const [styled, bare] of [
      [rss, plainRss],
      [atom, plainAtom],
    ] as const) {
      expect(await parser.parseString(styled)).toEqual(await parser.parseString(bare))
      expect(extractFromXml(styled)).toEqual(extractFromXml(bare))
    }
  })

  it('comes of the writers too', () => {
    const feed = createFeed({ ...head, articles: [article(1)] })
    const href = 'https://newsroom.example/a&b.css?x="1"'
    for (const write of [toRss, toAtom]) {
      const [[target, body] = []] = instructions(write(feed, { stylesheet: '/a&b.css?x="1">?>' }))
      expect(target).toBe('xml-stylesheet')
      expect(body).toMatch(
        /^type="text\/css" href="https:\/\/newsroom\.example\/a&amp;b\.css\?x=%221%22%3E\?%3E"$/,
      )
      expect(() => write(feed, { stylesheet: 'javascript:1' })).toThrow(/Cannot use stylesheet/)
      expect(instructions(write(feed, { stylesheet: '' }))).toEqual([])
    }
    expect(href).toContain('&')
  })
})

describe('the stylesheet', () => {
  it('says in each language of a feed what it is, and where its page is', async () => {
    const text = await css()
    const rules = [...text.matchAll(/^rss(\S*)::before,feed\S*::before\{content:"(.*)"\}$/gm)]
    expect(rules.map(([, at]) => at)).toEqual(['', ':lang(en)', ':lang(ar)'])
    expect(rules.map(([, , content = '']) => /https:\/\/[^\s\u2069"]+/.exec(content)?.[0])).toEqual(
      ['https://newsroom.example/', 'https://newsroom.example/', 'https://newsroom.example/ar/'],
    )
    expect(rules[1]?.[2]).toContain('This is a feed.')
    expect(rules[2]?.[2]).toContain('هذه خلاصة')
    expect(text).toContain('rss:lang(ar),feed:lang(ar){direction:rtl}')
    expect(text).toContain('rss:lang(en),feed:lang(en){direction:ltr}')
  })

  it('leads to the page that it is told, else to the newsroom', async () => {
    const own = {
      ...newsroom,
      stylesheet: { path: '/press/feed.css', page: 'https://www.example/x"}\\' },
    }
    expect(await css(own)).toContain('https://www.example/x%22%7D/')
    expect(await css({ ...newsroom, pages: null })).toContain('https://newsroom.example/"')
  })

  it('keeps whatever words say within their quotes', async () => {
    const words = { en: { rawFeed: 'a"}*{display:block}\\<!--', rawFeedPage: '{address}\\' } }
    const text = await css({ ...newsroom, words })
    expect(text).toContain(
      '{content:"a\\22 }*{display:block}\\5c \\3c !--\\a https://newsroom.example/\\5c "}',
    )
  })

  it('brings nothing from elsewhere', async () => {
    expect(await css()).not.toMatch(/url\(|@import/)
  })
})
