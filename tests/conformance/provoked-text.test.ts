import { checkFeed, createFeed, FeedError, toAtom, toRss } from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { least } from '../fixtures/inputs.js'
import { article, codes, readBack } from './provoke.js'
import { parseXml, valuesAt } from './xml-tree.js'

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
