import { describe, expect, it } from 'vitest'
import { FeedError } from 'pressfeed'
import { refuseLoneSurrogates, some } from '../../src/formats/json-text.js'
import { readSecurity } from '../../src/formats/securities.js'
import { standAlone } from '../../src/formats/stand-alone.js'
import { plainTags } from '../../src/formats/tags.js'
import { locationElements } from '../../src/formats/vocabulary.js'
import { schemes } from '../../src/schemes.js'

// GeoRSS Simple: latitude, a space, longitude, in decimal degrees.
describe('a point', () => {
  it.each([
    [[48.8566, 2.3522], '48.8566 2.3522'],
    [[-33.5, -70], '-33.5 -70'],
    [[0, 100], '0 100'],
    [[10, 180], '10 180'],
    [[1e-7, -1e-7], '0.0000001 -0.0000001'],
    [[-1e-12, 1e-12], '0 0'],
    [[0.1234567891, 10.05], '0.123456789 10.05'],
    [[-0, -10], '0 -10'],
  ] as const)('%j is %s', (point, text) => {
    expect(locationElements({ name: undefined, point })).toContain(
      `<georss:point>${text}</georss:point>`,
    )
  })

  it('and its name are each there by themselves', () => {
    expect(locationElements({ name: 'Lyon', point: undefined }).join('')).toBe(
      '<georss:featureName>Lyon</georss:featureName>',
    )
    expect(locationElements(undefined).join('')).toBe('')
  })
})

describe('a security', () => {
  const read = (scheme: string, code: string) => readSecurity({ scheme, code, label: undefined })

  it.each([
    ['XPAR:TTE', 'XPAR', 'TTE'],
    ['NYSE:BRK:B', 'NYSE', 'BRK:B'],
    ['TTE', undefined, 'TTE'],
    [':TTE', undefined, ':TTE'],
    ['XPAR:', undefined, 'XPAR:'],
  ])('%s is of %s', (code, exchange, symbol) => {
    expect(read(schemes.ticker, code)).toEqual({ exchange, symbol })
  })

  it('by number has no exchange', () => {
    expect(read(schemes.isin, 'FR0000120271')).toEqual({
      exchange: undefined,
      symbol: 'FR0000120271',
    })
  })

  it('is in no other vocabulary', () => {
    expect(read(schemes.medtop, 'XPAR:TTE')).toBeUndefined()
    expect(read('https://newsroom.example/topics', 'XPAR:TTE')).toBeUndefined()
  })
})

describe('JSON', () => {
  // RFC 8259, section 8.2: what receives half a character may do anything.
  it.each([
    ['\uD800', 'U+D800'],
    ['a\uDBFFb', 'U+DBFF'],
    ['\uDC00\uD800', 'U+DC00'],
    ['\uDFFF', 'U+DFFF'],
    ['\\\uD8AB', 'U+D8AB'],
    ['\\\\\uD83D', 'U+D83D'],
  ])('with half a character, in %j, is refused', (text, code) => {
    const written = JSON.stringify({ text })
    expect(() => refuseLoneSurrogates(written, 'articles[0]')).toThrow(FeedError)
    expect(() => refuseLoneSurrogates(written, 'articles[0]')).toThrow(
      `articles[0]: Cannot write ${code}: no feed can carry half a character`,
    )
  })

  it.each(['👩‍👩‍👧', '\\ud800', '\\\\ud800', '\\udfff', '\uD7FF', '\uE000', 'ud800', '"', ''])(
    'of %j is as it was',
    (text) => {
      const written = JSON.stringify({ text })
      expect(refuseLoneSurrogates(written, 'x')).toBe(written)
    },
  )

  it('has no empty lists', () => {
    expect(some([])).toBeUndefined()
    expect(some([0])).toEqual([0])
  })
})

it('keywords are the tags, then the names of terms, each once', () => {
  const term = (label: string | undefined) => ({ scheme: 's', code: 'c', label })
  const keywords = (tags: readonly string[], labels: readonly (string | undefined)[]) =>
    plainTags({ tags, subjects: labels.map(term) } as unknown as Parameters<typeof plainTags>[0])
  expect(keywords(['wind', 'jobs'], ['energy', undefined, 'wind'])).toEqual([
    'wind',
    'jobs',
    'energy',
  ])
  expect(keywords([], [])).toEqual([])
})

describe('an article by itself', () => {
  type Given = Parameters<typeof standAlone>
  const newsroom = { language: 'en', authors: [{ name: 'Office' }], copyright: '© Works' }
  const filled = (article: object) =>
    standAlone({ authors: [], ...article } as unknown as Given[0], newsroom as unknown as Given[1])

  it('has what its newsroom says once for all', () => {
    expect(filled({})).toEqual(newsroom)
  })

  it('has its own first', () => {
    const own = { language: 'fr', authors: [{ name: 'A' }], rights: '© A' }
    expect(filled(own)).toEqual({ language: 'fr', authors: [{ name: 'A' }], copyright: '© A' })
  })

  it('that somebody else published first has no copyright of the newsroom', () => {
    expect(filled({ source: { name: 'Agency' } }).copyright).toBeUndefined()
    expect(filled({ source: { name: 'Agency' }, rights: '© Agency' }).copyright).toBe('© Agency')
  })
})
