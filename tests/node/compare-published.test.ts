import { Feed } from 'feed'
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { createFeed, toAtom, toJsonFeed, toRss, type Newsroom } from 'pressfeed'
import { build, check } from 'pressfeed/node'
import { describe, expect, it } from 'vitest'
import { compareDocument } from '../../src/node/compare-published.js'
import { readPublished, type PublishedItem } from '../../src/node/read-published.js'
import { full } from '../fixtures/inputs.js'
import { articles, buildFolder, head } from './build-folder.js'

const atomStart = '<feed xmlns="http://www.w3.org/2005/Atom">'
const jsonVersion = 'https://jsonfeed.org/version/1'

function inRss(items: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://a.example/</link>${items}</channel></rss>`
}

function inJson(...items: readonly unknown[]): string {
  return JSON.stringify({ version: jsonVersion, title: 'T', items })
}

describe('readPublished', () => {
  const feed = createFeed(full)
  const own = feed.articles.map(({ id, link, title, published }) => ({
    id,
    link,
    title,
    published,
  }))
  it.each([
    ['RSS', toRss(feed)],
    ['Atom', toAtom(feed)],
    ['JSON Feed', toJsonFeed(feed)],
  ])('reads our own %s', (_, text) => {
    expect(readPublished(text)).toEqual(own)
  })

  const date = new Date('2026-03-02T08:00:00Z')
  const theirs = [
    {
      id: 'urn:x:1',
      link: 'https://a.example/1',
      title: 'R&D <b> “up”',
      published: '2026-03-02T08:00:00Z',
    },
    { id: 'urn:x:2', link: 'https://a.example/2', title: 'Two', published: '2026-03-02T08:00:00Z' },
  ]
  const old = new Feed({
    id: 'https://a.example/',
    title: 'T',
    link: 'https://a.example/',
    copyright: '',
  })
  for (const { id, link, title } of theirs) {
    old.addItem({ id, link, title, date, published: date, content: '<p>]]>]</p>' })
  }
  const smithRss = generateRssFeed({
    title: 'T',
    description: 'D',
    items: theirs.map(({ id, link, title }) => ({
      guid: { value: id, isPermaLink: false },
      link,
      title,
      pubDate: date,
    })),
  })
  const smithAtom = generateAtomFeed({
    id: 'urn:x',
    title: { value: 'T' },
    updated: date,
    entries: theirs.map(({ id, link, title }) => ({
      id,
      title: { value: title },
      published: date,
      updated: date,
      links: [
        { rel: 'self', href: 'https://a.example/self' },
        { rel: 'alternate', href: link },
      ],
    })),
  })
  const smithJson = JSON.stringify(
    generateJsonFeed({
      title: 'T',
      items: theirs.map(({ id, link, title }) => ({
        id,
        url: link,
        title,
        content_text: 'x',
        date_published: date,
      })),
    }),
  )
  it.each([
    ['feed, RSS', old.rss2()],
    ['feed, JSON Feed', old.json1()],
    ['feedsmith, RSS', smithRss],
    ['feedsmith, Atom', smithAtom],
    ['feedsmith, JSON Feed', smithJson],
  ])('reads what was made by %s', (_, text) => {
    expect(readPublished(text)).toEqual(theirs)
  })

  it('reads Atom that was made by feed, which writes titles as HTML', () => {
    const titles = ['R&D  “up”', 'Two']
    expect(readPublished(old.atom1())).toEqual(
      theirs.map((each, index) => ({ ...each, title: titles[index] })),
    )
  })

  const ways: readonly (readonly [string, string, readonly object[] | undefined])[] = [
    ['an empty feed', inRss(''), []],
    ['an empty Atom feed', `${atomStart}</feed>`, []],
    ['an empty JSON Feed', inJson(), []],
    ['a JSON Feed without items', `{"version":"${jsonVersion}"}`, []],
    ['a byte order mark', `\uFEFF${inJson({ id: 1 })}`, [{ id: '1' }]],
    [
      'RSS without guid',
      inRss('<item><link> https://a.example/1 </link></item>'),
      [{ id: 'https://a.example/1', link: 'https://a.example/1' }],
    ],
    [
      'RSS with a guid that is the link',
      inRss('<item><guid>https://a.example/1</guid></item>'),
      [{ id: 'https://a.example/1', link: 'https://a.example/1' }],
    ],
    [
      'RSS with a link after such a guid',
      inRss('<item><guid>https://a.example/?p=1</guid><link>https://a.example/1</link></item>'),
      [{ id: 'https://a.example/?p=1', link: 'https://a.example/1' }],
    ],
    [
      'RSS with a guid that is none',
      inRss('<item><guid isPermaLink="false">https://a.example/1</guid></item>'),
      [{ id: 'https://a.example/1' }],
    ],
    ['RSS with a guid that cannot be one', inRss('<item><guid>42</guid></item>'), [{ id: '42' }]],
    [
      'an item with neither',
      inRss('<item><title>A</title></item><item><guid/><link></link></item>'),
      [],
    ],
    [
      'JSON Feed with address only',
      inJson({ url: 'https://a.example/1' }, {}, null, 7, { id: {} }),
      [{ id: 'https://a.example/1', link: 'https://a.example/1' }],
    ],
    ['JSON Feed with a list as id', inJson({ id: ['a'], title: 'T' }), []],
    [
      'Atom with a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>1</a:id><id>2</id><x:title>N</x:title><a:title>T</a:title></a:entry></a:feed>',
      [{ id: '1', title: 'T' }],
    ],
    [
      'Atom with a source',
      `${atomStart}<entry><source><id>s</id><title>S</title></source><id>1</id></entry></feed>`,
      [{ id: '1' }],
    ],
    [
      'Atom with XHTML',
      `${atomStart}<entry><id>1</id><title type="xhtml"><div>A <b>B</b></div></title><content type="xhtml"><div><id>x</id><title>x</title></div></content></entry></feed>`,
      [{ id: '1', title: 'A B' }],
    ],
    [
      'Atom with HTML',
      `${atomStart}<entry><id>1</id><title type="html">R&amp;amp;D &lt;i>x&lt;/i></title></entry></feed>`,
      [{ id: '1', title: 'R&D x' }],
    ],
    [
      'Atom with other links first',
      `${atomStart}<entry><id>1</id><link rel="self" href="s"/><link href=" https://a.example/1 "/></entry></feed>`,
      [{ id: '1', link: 'https://a.example/1' }],
    ],
    [
      'elements of others',
      inRss(
        '<item><guid>1</guid><media:title>M</media:title><atom:link href="x"/><title>T</title></item>',
      ),
      [{ id: '1', title: 'T' }],
    ],
    [
      'CDATA, comments and references',
      inRss(
        '<item><guid>1</guid><title><![CDATA[A <b>]]>&#x20;&amp;<!-- no --> &#8220;B&quot;</title></item>',
      ),
      [{ id: '1', title: 'A <b> & “B"' }],
    ],
    [
      'a picture or channel with the same names',
      inRss('<image><title>I</title><link>l</link></image><item><guid>1</guid></item>'),
      [{ id: '1' }],
    ],
    [
      'a document type',
      `<!DOCTYPE rss [<!ENTITY x "y"><!ELEMENT item ANY>]>${inRss('<item><guid>&x;</guid></item>')}`,
      [{ id: '&x;' }],
    ],
    [
      'tags that nobody closes',
      inRss(
        '<item><description><br><p>x</description><guid>1</guid></item><item><guid>2</guid><title>T<item><guid>3</guid></item>',
      ),
      [{ id: '1' }, { id: '2', title: 'T' }, { id: '3' }],
    ],
    [
      'end tags that nobody opened',
      inRss('</item></x></title><item></b><guid>1</guid></b></item>'),
      [{ id: '1' }],
    ],
    [
      'an item that is cut off',
      inRss('<item><guid>1</guid></item>').slice(0, -16) + '<item><guid>https://a.exa',
      [{ id: '1' }],
    ],
    [
      'a CDATA section that is cut off',
      '<rss><item><guid>1</guid></item><item><title><![CDATA[x',
      [{ id: '1' }],
    ],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item><link>x</link></item></rdf:RDF>',
      undefined,
    ],
    ['Atom of no namespace', '<feed><entry><id>1</id></entry></feed>', undefined],
    [
      'a page',
      '<!doctype html><html><body><rss><item><guid>1</guid></item></rss></body></html>',
      undefined,
    ],
    ['OPML', '<opml version="2.0"><body/></opml>', undefined],
    ['other JSON', '{"version":"1.0","items":[{"id":"1"}]}', undefined],
    ['a list', '[{"id":"1"}]', undefined],
    ['JSON that is cut off', inJson({ id: '1' }).slice(0, -3), undefined],
    ['nothing', '', undefined],
    ['white space', ' \n', undefined],
    ['text', 'rss', undefined],
  ]
  it.each(ways)('reads %s', (_, text, items) => {
    expect(readPublished(text)).toEqual(items)
  })

  const dates: readonly (readonly [string, string | undefined])[] = [
    ['Mon, 02 Mar 2026 09:00:00 +0100', '2026-03-02T08:00:00Z'],
    ['Mon, 2 Mar 2026 08:00 GMT', '2026-03-02T08:00:00Z'],
    ['2 March 2026 08:00:00 Z', '2026-03-02T08:00:00Z'],
    ['02 Mar 26 03:00:00 EST', '2026-03-02T08:00:00Z'],
    ['Mon, 02 Mar 2026 08:00:00', '2026-03-02T08:00:00Z'],
    ['2026-03-02T09:00:00.999+01:00', '2026-03-02T08:00:00Z'],
    ['2026-03-02T08:00:00', '2026-03-02T08:00:00Z'],
    ['2026-03-02', '2026-03-02T00:00:00Z'],
    ['Mon, 02 Mar 2026 08:00:00 CEST', undefined],
    ['Mon, 02 Mar 2026 08:00:00 PM', undefined],
    ['Lundi 2 mars', undefined],
    ['Invalid Date', undefined],
    ['yesterday 12', undefined],
    ['1772438400', undefined],
    ['Mar '.repeat(1000), undefined],
  ]
  it.each(dates)('reads the date %s', (written, published) => {
    const items = [{ id: '1', ...(published !== undefined && { published }) }]
    const item = `<guid>1</guid><pubDate>${written}</pubDate>`
    expect(readPublished(inRss(`<item>${item}</item>`))).toEqual(items)
    expect(readPublished(inJson({ id: '1', date_published: written }))).toEqual(items)
  })

  const many = 200_000
  const huge: readonly (readonly [string, string, number | undefined])[] = [
    ['deep and never closed', inRss(`<item><guid>1</guid>${'<a>'.repeat(many)}`), 0],
    [
      'deep and closed',
      inRss(`<item><guid>1</guid>${'<a>'.repeat(many)}${'</a>'.repeat(many)}</item>`),
      1,
    ],
    ['deep in one name', inRss(`<item><guid>1</guid>${'<title>'.repeat(many)}</item>`), 1],
    ['deep before any root', `${'<a>'.repeat(many)}${inRss('')}`, undefined],
    [
      'many ampersands',
      inRss(`<item><guid>1</guid><title>${'&'.repeat(many)}${'&#'.repeat(many)}</title></item>`),
      1,
    ],
    [
      'many brackets',
      inRss(
        `<item><guid>1</guid><title>${'<![CDATA['.repeat(many)}${']]'.repeat(many)}]]></title></item>`,
      ),
      1,
    ],
    [
      'many half tags',
      inRss(`<item><guid>1</guid><title>${'<'.repeat(many)}${'</'.repeat(many)}</title></item>`),
      1,
    ],
    ['many attributes', inRss(`<item><guid${' a="1"'.repeat(many)}>1</guid></item>`), 1],
    ['many items', inRss('<item><guid>1</guid></item>'.repeat(many)), many],
    ['deep JSON', `{"version":"${jsonVersion}","items":${'['.repeat(many)}${']'.repeat(many)}}`, 0],
    ['JSON that never ends', '{"a":'.repeat(many), undefined],
  ]
  it.each(huge)('survives what is %s', (_, text, count) => {
    expect(readPublished(text)?.length).toBe(count)
  })

  it('survives cuts and changes anywhere', () => {
    const texts = [toRss(feed), toAtom(feed), toJsonFeed(feed)].map((text) => text.slice(0, 4000))
    for (const text of texts) {
      for (let at = 0; at < text.length; at += 7) {
        expect(() => readPublished(text.slice(0, at))).not.toThrow()
        for (const other of ['<', '&', '\0', ']', '"']) {
          const changed = text.slice(0, at) + other + text.slice(at + 1)
          expect(() => readPublished(changed)).not.toThrow()
        }
      }
    }
  })
})

/** An item of day `day`: `a` has id urn:x:a and link https://a.example/a. */
function item(name: string, day: number, other: Partial<PublishedItem> = {}): PublishedItem {
  const date = `2026-03-${String(day).padStart(2, '0')}T08:00:00Z`
  return {
    id: `urn:x:${name}`,
    link: `https://a.example/${name}`,
    title: `Title ${name}`,
    published: date,
    ...other,
  }
}

const without = (from: PublishedItem, ...names: readonly (keyof PublishedItem)[]) =>
  Object.fromEntries(
    Object.entries(from).filter(([name]) => !names.includes(name as keyof PublishedItem)),
  ) as unknown as PublishedItem

interface CompareOptions {
  readonly cut?: boolean
  readonly everywhere?: readonly PublishedItem[]
  readonly window?: number
}

describe('compareDocument', () => {
  const [a, b, c, d] = [item('a', 9), item('b', 8), item('c', 7), item('d', 6)] as const
  const all = [a, b, c, d]
  const compare = (
    before: readonly PublishedItem[],
    now: readonly PublishedItem[],
    { cut = false, everywhere = now, window = now.length }: CompareOptions = {},
  ) => {
    const ids = new Set(everywhere.map(({ id }) => id))
    return compareDocument({ path: 'rss.xml', before, now, cut, window }, ids).map(
      ({ issue }) => issue,
    )
  }

  const table: readonly (readonly [
    string,
    before: readonly PublishedItem[],
    now: readonly PublishedItem[],
    options: CompareOptions,
    found: readonly string[],
  ])[] = [
    ['the same', all, all, {}, []],
    ['nothing was out', [], all, {}, []],
    ['another order', all, [d, b, a, c], {}, []],
    ['a new article', [b, c], [a, b, c], {}, []],
    [
      'another title and link under the same id',
      [a],
      [item('a', 9, { title: 'X', link: 'https://b.example/' })],
      {},
      [],
    ],
    ['another id', [a, b], [item('a', 9, { id: 'urn:new' }), b], {}, ['id-changed urn:x:a']],
    [
      'another id, the link with https and without slash',
      [item('a', 9, { link: 'http://a.example/a/?utm_source=rss' })],
      [item('a', 9, { id: 'urn:new', title: 'New' })],
      {},
      ['id-changed urn:x:a'],
    ],
    [
      'another id and another anchor',
      [item('a', 9, { link: 'https://a.example/#a' })],
      [item('b', 9, { link: 'https://a.example/#b' })],
      {},
      ['article-lost urn:x:a'],
    ],
    [
      'another id and link',
      [a],
      [item('new', 9, { title: 'TITLE  “a”', link: 'https://b.example/' })],
      {},
      ['id-changed urn:x:a'],
    ],
    [
      'another id and link, escaped twice',
      [item('a', 9, { title: 'R&amp;D' })],
      [item('new', 9, { title: 'R&D' })],
      {},
      ['id-changed urn:x:a'],
    ],
    [
      'the same title on another day',
      [a],
      [item('new', 8, { title: 'Title a' })],
      {},
      ['article-lost urn:x:a'],
    ],
    [
      'the same title, no dates',
      [without(a, 'published')],
      [without(item('new', 9, { title: 'Title a' }), 'published')],
      {},
      ['article-lost urn:x:a'],
    ],
    [
      'no titles, same day',
      [without(a, 'title')],
      [without(item('new', 9), 'title')],
      {},
      ['article-lost urn:x:a'],
    ],
    [
      'an id where the link was the id',
      [item('a', 9, { id: 'https://a.example/a' })],
      [a],
      {},
      ['id-changed https://a.example/a'],
    ],
    ['an item twice', [a, b, a], [a, b], {}, []],
    ['an item twice, and gone', [a, b, a], [b], {}, ['article-lost urn:x:a']],
    [
      'an item twice under two ids, one of which stays',
      [a, item('a', 9, { id: 'urn:old' })],
      [a],
      {},
      [],
    ],
    [
      'an item twice under two ids, none of which stays',
      [a, item('a', 9, { id: 'urn:old' })],
      [item('a', 9, { id: 'urn:new' })],
      {},
      ['id-changed urn:x:a'],
    ],
    [
      'one link for all',
      [a, b, c].map((each) => ({ ...each, link: 'https://a.example/' })),
      [a, item('b', 8, { id: 'urn:new', link: 'https://a.example/' })],
      {},
      ['id-changed urn:x:b', 'article-lost urn:x:c'],
    ],
    [
      'a link that another article took',
      [a, b],
      [item('b', 8, { link: 'https://a.example/a' })],
      {},
      ['article-lost urn:x:a'],
    ],
    [
      'all ids changed',
      all,
      all.map((each) => ({ ...each, id: `${each.id}:2` })),
      {},
      all.map(({ id }) => `id-changed ${id}`),
    ],
    ['gone', [a, b], [a], {}, ['article-lost urn:x:b']],
    ['gone from this feed', [a, b], [a], { everywhere: all }, ['article-lost urn:x:b']],
    ['beyond the limit', [a, b, c], [a, b], { cut: true, everywhere: all }, []],
    [
      'beyond the limit, but of no article',
      [a, b, c],
      [a, b],
      { cut: true },
      ['article-lost urn:x:c'],
    ],
    [
      'newer than the oldest',
      [a, b, c],
      [a, c],
      { cut: true, everywhere: all },
      ['article-lost urn:x:b'],
    ],
    [
      'beyond the limit, where an older one was corrected',
      [a, b, c],
      [a, b, d],
      { cut: true, everywhere: all, window: 2 },
      [],
    ],
    [
      'newer than the oldest, where an older one was corrected',
      [a, b, c],
      [a, c, d],
      { cut: true, everywhere: all, window: 2 },
      ['article-lost urn:x:b'],
    ],
    ['as old as the oldest', [a, item('b', 7), c], [a, c], { cut: true, everywhere: all }, []],
    ['without a date, and cut', [without(b, 'published')], [a], { cut: true, everywhere: all }, []],
    ['all too old', all, [], { cut: true, everywhere: all }, []],
    ['an empty feed', [a], [], {}, ['article-lost urn:x:a']],
    [
      'another second',
      [a],
      [item('a', 9, { published: '2026-03-09T08:00:01Z' })],
      {},
      ['date-moved urn:x:a'],
    ],
    ['no date before', [without(a, 'published')], [a], {}, []],
    ['no date now', [a], [without(a, 'published')], {}, []],
    [
      'everything',
      [a, b, c],
      [item('a', 1), item('b', 8, { id: 'urn:new' })],
      {},
      ['date-moved urn:x:a', 'id-changed urn:x:b', 'article-lost urn:x:c'],
    ],
  ]
  it.each(table)('%s', (_, before, now, options, found) => {
    const issues = compare(before, now, options)
    expect(issues.map(({ code }) => code)).toEqual(found.map((each) => each.split(' ')[0]))
    for (const [index, each] of found.entries()) {
      const [, id = ''] = each.split(' ')
      const { title = id } = before.find((one) => one.id === id) ?? {}
      expect(issues[index]).toMatchObject({ path: '', severity: 'warning' })
      expect(issues[index]?.message).toContain(`Article "${title}"`)
    }
  })

  it('says what subscribers see and what to do', () => {
    const old = item('a', 9, { title: 'Second plant opens' })
    const says = (now: readonly PublishedItem[], everywhere = now) =>
      compare([old], now, { everywhere }).map(({ message }) => message)
    expect([
      ...says([{ ...old, id: 'b' }]),
      ...says([{ ...old, id: 'b', link: 'https://b.example/' }]),
      ...says([{ ...old, published: '2026-03-09T09:00:00Z' }]),
      ...says([]),
      ...says([], [old]),
    ]).toEqual([
      'Article "Second plant opens" had id "urn:x:a" and now has "b": subscribers get it a second time; expected the old id, as id: in its front matter',
      'Article "Second plant opens" had link "https://a.example/a" and id "urn:x:a"; its link and id changed to "https://b.example/" and "b": subscribers get it a second time; expected the old id, as id: in its front matter',
      'Article "Second plant opens" was published 2026-03-09T08:00:00Z and now says 2026-03-09T09:00:00Z: readers sort it anew, and some show it as new; expected the old date, as published: in its front matter',
      'Article "Second plant opens" with id "urn:x:a" is in the feed that is out and no article of the newsroom has this id: subscribers keep it as it was and new ones never see it; expected the article, or its id as id: in the front matter of the one that replaced it',
      'Article "Second plant opens" with id "urn:x:a" is in the feed that is out and no longer belongs to this one: subscribers keep it as it was and new ones never see it; expected what selects it (tags, language, subjects, date) to be as before',
    ])
  })

  it('tells twenty of each code, and counts the rest', () => {
    const days = Array.from({ length: 25 }, (_, index) => index + 1)
    const before = [...days, ...days].map((day, index) => item(String(index), day))
    const now = before.slice(0, 25).map((each, index) => ({ ...each, id: `urn:new:${index}` }))
    const issues = compare(before, now)
    expect(issues.map(({ code }) => code)).toEqual([
      ...Array<string>(20).fill('id-changed'),
      ...Array<string>(20).fill('article-lost'),
      'id-changed',
      'article-lost',
    ])
    expect(issues.slice(-2).map(({ message }) => message)).toEqual([
      'Articles: 5 more with another id than in the feed that is out: subscribers get each a second time',
      'Articles: 5 more gone that the feed that is out has: new subscribers never see them',
    ])
    expect(compare(before.slice(0, 20), [])).toHaveLength(20)
    expect(compare(before.slice(0, 21), []).at(-1)?.message).toMatch(/^Articles: 1 more gone/)
  })

  it('prints titles of others without what steers a terminal, and cuts them', () => {
    const title = `\u001B[2J\u202EA\n\n\u009Bb ${'😀'.repeat(5000)}`
    const [issue] = compare([item('a', 9, { title, id: 'x'.repeat(100_000) })], [])
    expect(issue?.message).toMatch(/^Article "\[2JA b 😀+…" with id "x{199}…" is/u)
    expect(issue?.message.length).toBeLessThan(1200)
    expect(issue?.message.isWellFormed()).toBe(true)
  })

  it('takes twenty thousand articles', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => item(String(index), 1))
    const now = many.map((each) => ({ ...each, id: `${each.id}:2` }))
    expect(compare(many, now)).toHaveLength(21)
    expect(compare(many, [])).toHaveLength(21)
  })

  it('sees what changed from one generator to another', () => {
    const feed = createFeed(full)
    const old = new Feed({
      id: 'https://newsroom.example/',
      title: 'T',
      link: 'https://newsroom.example/',
      copyright: '',
    })
    for (const { link, title, published } of feed.articles) {
      old.addItem({
        id: link,
        link,
        title,
        date: new Date(published),
        published: new Date(published),
      })
    }
    const now = readPublished(toRss(feed)) ?? []
    for (const text of [old.rss2(), old.atom1(), old.json1()]) {
      expect(compare(readPublished(text) ?? [], now).map(({ code }) => code)).toEqual(
        Array(feed.articles.length).fill('id-changed'),
      )
    }
    const kept = toAtom(createFeed({ ...full, ids: 'link', articles: full.articles.slice(2) }))
    expect(compare(readPublished(old.rss2())?.slice(2) ?? [], readPublished(kept) ?? [])).toEqual(
      [],
    )
  })
})

describe('check', () => {
  const { options } = buildFolder()
  const newsroom = (list: Newsroom['articles']): Newsroom => ({
    ...head,
    articles: list,
    feeds: (['rss', 'atom', 'json'] as const).map((format) => ({
      format,
      path: `/feed.${format}`,
      limit: 10,
      archive: { size: 10 },
    })),
  })
  const corrected = (count: number) =>
    articles(count).map((each, index) => (index === 5 ? { ...each, updated: '2026-02-01' } : each))

  it('misses no article that left the window of an archived feed where an old one was corrected', async () => {
    for (const out of [articles(137), corrected(137)]) {
      await build(newsroom(out), options)
      for (const more of [0, 1, 3, 12]) {
        const { issues, ok } = await check(newsroom(corrected(137 + more)), options)
        expect({ issues, ok }).toEqual({ issues: [], ok: true })
      }
    }
  })

  it('misses one of the window of such a feed that the feed no longer takes', async () => {
    const tagged = (without?: number) => {
      const list = corrected(137).map((each, index) =>
        index === without ? each : { ...each, tags: ['plants'] },
      )
      const { feeds, ...rest } = newsroom(list)
      return { ...rest, feeds: feeds.map((feed) => ({ ...feed, only: { tag: 'plants' } })) }
    }
    await build(tagged(), options)
    const { issues } = await check(tagged(128), options)
    const lost = issues.filter(({ code }) => code === 'article-lost')
    expect(lost.map(({ message }) => message)).toEqual([
      expect.stringContaining('Article "Article 128" with id'),
    ])
  })
})
