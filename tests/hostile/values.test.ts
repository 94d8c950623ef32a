import { describe, expect, it } from 'vitest'
import { createFeed } from 'pressfeed'
import { articleWith, feedWith, saidOf } from './feed-with.js'

describe('a language', () => {
  it.each([
    'en',
    'vie',
    'en-US',
    'EN-us',
    'zh-Hant-TW',
    'zh-cmn-Hans-CN',
    'sr-Latn',
    'es-419',
    'sl-rozaj-biske',
    'de-1996',
    'de-CH-1901',
    'en-US-u-ca-gregory',
    'en-a-bbb-x-a-ccc',
    'fr-x-press',
  ])('%s is a tag', (language) => {
    const feed = createFeed(feedWith({ language }))
    expect(feed.language).toBe(language)
    expect(feed.issues).toEqual([])
  })

  it.each([
    'en_US',
    'english',
    'e',
    'en-',
    '-en',
    'en--US',
    'en-U',
    'en US',
    'en-abcdefghi',
    'x-private',
    'i-klingon',
    'en-u',
    'en-x',
    '*',
    'français',
    'en\u0000',
    '日本語',
  ])('%s is none', (language) => {
    expect(saidOf(feedWith({ language }))).toEqual(['invalid-language language'])
    expect(saidOf(articleWith({ language }))).toEqual(['invalid-language articles[0].language'])
    expect(saidOf(articleWith({ translations: [{ language, link: '/fr' }] }))).toEqual([
      'invalid-language articles[0].translations[0].language',
    ])
  })
})

describe('a media type', () => {
  it.each([
    ['image/jpeg', 'image/jpeg'],
    ['Image/JPEG', 'image/jpeg'],
    ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
    ['image/svg+xml', 'image/svg+xml'],
    [' image/png ', 'image/png'],
  ])('%s is one', (type, expected) => {
    const feed = createFeed(articleWith({ attachments: [{ url: '/file', type }] }))
    expect(feed.articles[0]?.attachments[0]?.type).toBe(expected)
  })

  it.each([
    'jpeg',
    'image/',
    '/jpeg',
    'image//render',
    'image/jpeg/x',
    'false',
    'image/jp"eg',
    'a b/c',
  ])('%s is none', (type) => {
    expect(saidOf(articleWith({ attachments: [{ url: '/file', type }] }))).toEqual([
      'invalid-media-type articles[0].attachments[0].type',
    ])
    const images = [{ url: '/a.jpg', alt: 'A', caption: 'C', type }]
    expect(saidOf(articleWith({ images }))).toEqual([
      'invalid-media-type articles[0].images[0].type',
    ])
  })
})

describe('an e-mail address', () => {
  it.each(['press@newsroom.example', 'a.b+c@x-y.example', ` o'neil@newsroom.example `])(
    '%s is one',
    (email) => {
      const feed = createFeed(feedWith({ authors: [{ name: 'Office', email }] }))
      expect(feed.authors[0]?.email).toBe(email.trim())
    },
  )

  it.each([
    'press',
    'press@',
    '@newsroom.example',
    'a@b@c',
    'a b@newsroom.example',
    'press@newsroom..example',
    '.press@newsroom.example',
    'pr..ess@newsroom.example',
    'press@-newsroom.example',
    'Office <press@newsroom.example>',
    'mailto:press@newsroom.example',
    'press@newsroom.example\nBcc: all@newsroom.example',
    'press@news<room.example',
  ])('%s is none', (email) => {
    expect(saidOf(feedWith({ authors: [{ name: 'Office', email }] }))).toEqual([
      'invalid-email authors[0].email',
    ])
  })
})

describe('a value of great length', () => {
  it.each([
    ['language', `en${'-a'.repeat(100_000)}`, 'invalid-language'],
    ['language', `en-a${'-bb'.repeat(100_000)}-`, 'invalid-language'],
    ['id', `tag:newsroom.example,2026:${'a'.repeat(800)}`, 'weak-id'],
    ['id', `tag:${'a.'.repeat(100_000)}`, 'invalid-id'],
    ['published', '1'.repeat(100_000), 'unreadable-date'],
  ])('as %s', (field, value, code) => {
    expect(saidOf(articleWith({ [field]: value })).at(0)).toBe(`${code} articles[0].${field}`)
  })

  it.each([`${'a'.repeat(100_000)}@`, `a@${'a.'.repeat(100_000)}`, `a@${'a'.repeat(100_000)}`])(
    'as an e-mail address %#',
    (email) => {
      expect(saidOf(feedWith({ authors: [{ name: 'Office', email }] }))).toEqual([
        'invalid-email authors[0].email',
      ])
    },
  )
})

describe('a number', () => {
  it.each([0, -1, 1.5, Number.POSITIVE_INFINITY, 2 ** 53])('%s is no size', (value) => {
    expect(saidOf(feedWith({ ttlInMinutes: value }))).toEqual(['invalid-value ttlInMinutes'])
    for (const field of ['width', 'height', 'bytes']) {
      const images = [{ url: '/a.jpg', alt: 'A', caption: 'C', [field]: value }]
      expect(saidOf(articleWith({ images }))).toEqual([
        `invalid-value articles[0].images[0].${field}`,
      ])
    }
  })

  it.each([
    [{ latitude: 90, longitude: -180 }, []],
    [{ latitude: 0, longitude: 0 }, []],
    [{ latitude: 90.1, longitude: 0 }, ['invalid-location articles[0].location']],
    [{ latitude: 0, longitude: 180.5 }, ['invalid-location articles[0].location']],
    [{ latitude: 45 }, ['invalid-location articles[0].location']],
    [{ longitude: 5, name: 'Lyon' }, ['invalid-location articles[0].location']],
    [
      { latitude: Number.POSITIVE_INFINITY, longitude: 0 },
      ['invalid-location articles[0].location'],
    ],
    [
      { latitude: Number.NaN, longitude: 0, name: 'Lyon' },
      ['wrong-type articles[0].location.latitude'],
    ],
  ])('%j', (location, expected) => {
    expect(saidOf(articleWith({ location }))).toEqual(expected)
  })
})

describe('an id', () => {
  it.each([
    ['tag:newsroom.example,2026:1', []],
    ['urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6', []],
    ['https://newsroom.example/1', []],
    ['https://Newsroom.example/1', ['weak-id']],
    ['HTTPS://newsroom.example/1', ['weak-id']],
    ['tag:newsroom.example:1', ['invalid-id']],
    ['tag:newsroom.example,26:1', ['invalid-id']],
    ['urn:uuid:1', ['invalid-id']],
    [' tag:newsroom.example,2026:1', ['invalid-id']],
    ['tag:newsroom.example,2026:1\n', ['invalid-id']],
    ['a\u0000b', ['invalid-id']],
    ['a\uD800b', ['invalid-id']],
    ['a\uFFFEb', ['invalid-id']],
    ['a1b2c3d4e5f6', ['id-not-uri']],
    ['https://newsroom.example/bài', ['id-not-uri']],
    ['1234', ['id-not-uri', 'weak-id']],
    ['123456789', ['id-not-uri']],
  ])('%s', (id, codes) => {
    expect(saidOf(articleWith({ id }))).toEqual(codes.map((code) => `${code} articles[0].id`))
  })
})
