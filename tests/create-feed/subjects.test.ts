import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { createFeed, toAtom, toJsonFeed, toRss } from 'pressfeed'
import { readBack } from '../hostile/documents.js'
import { articleWith, saidOf } from '../hostile/feed-with.js'
import { select, values } from '../hostile/read-xml.js'

const medtop = 'http://cv.iptc.org/newscodes/mediatopic/'
const isin = 'urn:iso:std:iso:6166'
const ticker = 'https://schema.org/tickerSymbol'

const read = (subject: unknown) =>
  createFeed(articleWith({ subjects: [subject] })).articles[0]?.subjects[0]

describe('a code of a known vocabulary', () => {
  it.each([
    ['medtop:20000763', medtop, '20000763'],
    [' medtop : 20000763 '.replace(' :', ':'), medtop, '20000763'],
    ['MEDTOP:20000763', medtop, '20000763'],
    ['isin:FR0000120271', isin, 'FR0000120271'],
    ['ISIN:fr0000120271', isin, 'FR0000120271'],
    ['isin: US0378331005', isin, 'US0378331005'],
    ['ticker:XPAR:TTE', ticker, 'XPAR:TTE'],
    ['ticker: NYSE: T', ticker, 'NYSE:T'],
    ['ticker:XNYS:BRK.B', ticker, 'XNYS:BRK.B'],
    ['ticker:Euronext Paris:TTE', ticker, 'Euronext Paris:TTE'],
    ['ticker:XTKS:7203', ticker, 'XTKS:7203'],
  ])('may be short: %o', (subject, scheme, code) => {
    expect(read(subject)).toEqual({ scheme, code, label: undefined })
  })

  it.each([
    [{ scheme: 'medtop', code: '20000763', label: 'health' }, medtop, '20000763'],
    [{ scheme: medtop, code: '20000763', label: 'health' }, medtop, '20000763'],
    [{ scheme: medtop, code: 'medtop:20000763', label: 'health' }, medtop, '20000763'],
    [{ scheme: ` ${medtop} `, code: 'medtop:20000763', label: 'health' }, medtop, '20000763'],
    [{ scheme: ' ISIN ', code: ' fr0000120271 ', label: 'health' }, isin, 'FR0000120271'],
    [{ scheme: isin, code: 'FR0000120271', label: 'health' }, isin, 'FR0000120271'],
    [{ scheme: ticker, code: 'XPAR:TTE', label: 'health' }, ticker, 'XPAR:TTE'],
  ])('may be long: %j', (subject, scheme, code) => {
    expect(read(subject)).toEqual({ scheme, code, label: 'health' })
  })

  // Shares of TotalEnergies, Apple, SAP, BAE, Microsoft, Toyota, Heineken, Nestlé, Accenture, Vinamilk, Tesla.
  const real = [
    ...['FR0000120271', 'US0378331005', 'DE0007164600', 'GB0002634946', 'US5949181045'],
    ...['JP3633400001', 'NL0000009165', 'CH0038863350', 'IE00B4BNMY34', 'VN000000VNM8'],
    ...['US88160R1014'],
  ]

  it.each(real)('is held to its check digit: %s', (code) => {
    expect(read(`isin:${code}`)?.code).toBe(code)
    const others = [...'0123456789'].filter((digit) => !code.endsWith(digit))
    for (const digit of others) {
      expect(saidOf(articleWith({ subjects: [`isin:${code.slice(0, -1)}${digit}`] }))).toEqual([
        'invalid-value articles[0].subjects[0]',
      ])
    }
  })

  it.each([
    ...['isin:FR0000120272', 'isin:FR000012027', 'isin:FR00001202711', 'isin:0R0000120271'],
    // One too many, one in front: the check digit alone would let them pass.
    ...['isin:FR00001202705', 'isin:0FR0000120271', 'isin:00', 'isin:000000000000'],
    ...['isin:FR00001202O1', 'isin:FR 0000120271', 'isin:US0378331050', 'isin:D\u04150007164600'],
    ...[
      'medtop:2000076',
      'medtop:200007630',
      'medtop:health',
      'medtop:2000076٣',
      'medtop:-0000763',
    ],
    ...['see medtop:20000763', 'ticker::XPAR:TTE'],
    ...['ticker:TTE', 'ticker::TTE', 'ticker:XPAR:', 'ticker:XPAR:TTE:1:2 3', 'ticker: : '],
  ])('is refused: %o', (subject) => {
    expect(saidOf(articleWith({ subjects: [subject] }))).toEqual([
      'invalid-value articles[0].subjects[0]',
    ])
  })

  it('is refused at its field where it is long', () => {
    for (const scheme of ['isin', isin]) {
      expect(saidOf(articleWith({ subjects: [{ scheme, code: 'FR0000120272' }] }))).toEqual([
        'invalid-value articles[0].subjects[0].code',
      ])
    }
  })
})

describe('a text that is no code of a known vocabulary', () => {
  it.each([
    ...['health', 'iptc:20000763', '20000763', 'http://cv.iptc.org/newscodes/mediatopic/20000763'],
    ...['constructor:1', '__proto__:1', 'toString:x', ':1', 'urn:iso:std:iso:6166:FR0000120271'],
  ])('is refused: %o', (subject) => {
    expect(saidOf(articleWith({ subjects: [subject] }))).toContain(
      'invalid-value articles[0].subjects[0]',
    )
  })

  it.each(['', ' ', 'medtop:', 'isin: '])('is refused if nothing is in it: %o', (subject) => {
    expect(() => createFeed(articleWith({ subjects: [subject] }))).toThrow(
      'articles[0].subjects[0]',
    )
  })

  it('is refused with one finding', () => {
    for (const subject of ['health', 'medtop:']) {
      expect(saidOf(articleWith({ subjects: [subject] }))).toHaveLength(1)
    }
  })
})

describe('a vocabulary of one’s own', () => {
  it('is given by its address, and its codes are any text', () => {
    const scheme = 'https://terms.example/topics/'
    for (const code of ['7', 'FR0000120272', 'a b', 'medtop:1', 'Énergie & <b>']) {
      expect(read({ scheme, code })).toEqual({ scheme, code, label: undefined })
    }
    expect(read({ scheme: 'https://Terms.example', code: 'x' })?.scheme).toBe(
      'https://terms.example/',
    )
  })

  it.each(['', 'topics', 'constructor', '/topics', 'javascript:x', null])(
    'is refused without one: %o',
    (scheme) => {
      expect(() => createFeed(articleWith({ subjects: [{ scheme, code: '1' }] }))).toThrow(
        'articles[0].subjects[0].scheme',
      )
    },
  )
})

describe('in the documents', () => {
  const subjects = [
    'medtop:20000763',
    { scheme: 'isin', code: 'FR0000120271', label: 'TotalEnergies & <Co>' },
    'ticker:XPAR:TTE',
    { scheme: 'https://terms.example/?a=1&b="2"', code: '"7" & <8>' },
  ]
  const feedOf = () => createFeed(articleWith({ subjects }))

  it('are scheme and code, read back by other parsers', () => {
    const feed = feedOf()
    const wanted = [
      [medtop, '20000763'],
      [isin, 'FR0000120271'],
      [ticker, 'XPAR:TTE'],
      ['https://terms.example/?a=1&b=%222%22', '"7" & <8>'],
    ]
    const rss = parseRssFeed(toRss(feed)).items?.[0]?.categories
    expect(rss?.filter(({ domain }) => domain).map(({ domain, name }) => [domain, name])).toEqual(
      wanted,
    )
    const atom = parseAtomFeed(toAtom(feed)).entries?.[0]?.categories
    expect(atom?.map(({ scheme, term }) => [scheme, term])).toEqual(wanted)
    expect(atom?.map(({ label }) => label)).toEqual([
      undefined,
      'TotalEnergies & <Co>',
      undefined,
      undefined,
    ])
    expect(parseJsonFeed(toJsonFeed(feed)).items?.[0]?.tags).toEqual(['TotalEnergies & <Co>'])
  })

  it('keep what RFC 4287 and RSS 2.0 ask of a category', () => {
    const { rss, atom } = readBack(feedOf())
    const categories = select(atom, 'atom:entry/atom:category')
    expect(categories).toHaveLength(4)
    for (const { attributes, children, text } of categories) {
      expect(URL.canParse(attributes['scheme'] ?? '')).toBe(true)
      expect(attributes['scheme']).toMatch(/^[\x21-\x7E]+$/)
      expect(attributes['term']).not.toBe('')
      expect([children, text]).toEqual([[], ''])
    }
    expect(values(rss, 'channel/item/category')).not.toContain('')
    expect(values(rss, 'channel/item/category@domain')).toHaveLength(4)
  })
})
