import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, FeedError, type FeedInput } from 'pressfeed'
import { full } from '../fixtures/inputs.js'
import { articleWith, clean, feedWith, saidOf } from './feed-with.js'
import { readBack } from './documents.js'

// Values of every kind that JavaScript has, in every field: findings, never any other exception.

class Record1 {
  readonly title = 'One'
}
const kinds: readonly (readonly [string, unknown])[] = [
  ['a number', 7],
  ['NaN', Number.NaN],
  ['true', true],
  ['a symbol', Symbol('x')],
  ['a symbol without a name', Symbol()],
  ['a bigint', 7n],
  ['a function', () => 'x'],
  ['a class', Record1],
  ['an instance', new Record1()],
  ['an empty object', {}],
  ['an object without a prototype', Object.create(null)],
  ['an empty list', []],
  ['a list of null', [null]],
  ['a list of undefined', [undefined]],
  ['a list of numbers', [1, 2]],
  ['a list of objects', [{}, {}]],
  ['a list of lists', [[[]]]],

  ['a list with a hole', [, 'a']],
  ['a map', new Map([['url', '/a']])],
  ['a set', new Set(['a'])],
  ['an invalid Date', new Date(Number.NaN)],
  ['a regular expression', /x/],
  ['an error', new Error('x')],
  ['a promise', Promise.resolve('x')],
  ['a boxed string', Object('x')],
  ['a URL', new URL('https://newsroom.example/')],
  ['bytes', new Uint8Array(3)],
  ['an object whose toString throws', { toString: () => fail(), toJSON: () => fail() }],
  ['a circle', circle()],
]

function fail(): never {
  throw new Error('was called')
}

function circle() {
  const self: Record<string, unknown> = {}
  return Object.assign(self, { self, again: self, list: [self, self] })
}

/** Paths of all members of the fixture that uses every field. */
const feedFields = Object.keys(full)
const articleFields = Object.keys(full.articles[0])
const nested = [
  ...['url', 'alt', 'caption', 'credit', 'title', 'type', 'bytes', 'width', 'height', 'copyright'],
  'license',
].map((name) => ['images', name] as const)
const members = [
  ...nested,
  ...['url', 'title', 'type', 'bytes', 'durationInSeconds'].map(
    (name) => ['attachments', name] as const,
  ),
  ...['name', 'url', 'email'].map((name) => ['authors', name] as const),
  ...['scheme', 'code', 'label'].map((name) => ['subjects', name] as const),
  ...['language', 'link'].map((name) => ['translations', name] as const),
]

describe.each(kinds)('%s', (_, value) => {
  it('as the whole input', () => {
    expectFindings(value as FeedInput, '')
  })

  it.each(feedFields)('as %s of a feed', (name) => {
    expectFindings(feedWith({ [name]: value }), name)
  })

  it('as an article', () => {
    expectFindings(feedWith({ articles: [value] }), 'articles[0]')
  })

  it.each(articleFields)('as %s of an article', (name) => {
    expectFindings(articleWith({ [name]: value }), `articles[0].${name}`)
  })

  it.each(members)('in %s, as %s', (list, name) => {
    const good: Record<string, unknown> = { ...(full.articles[0][list][0] as object) }
    expectFindings(
      articleWith({ [list]: [{ ...good, [name]: value }] }),
      `articles[0].${list}[0].${name}`,
    )
  })

  it.each(['images', 'attachments', 'authors', 'tags', 'subjects', 'translations'])(
    'as an item of %s',
    (list) => {
      expectFindings(articleWith({ [list]: [value] }), `articles[0].${list}[0]`)
    },
  )
})

describe('the input as a whole', () => {
  it.each([
    [undefined, ['wrong-type']],
    [null, ['wrong-type']],
    [5, ['wrong-type']],
    ['feed', ['wrong-type']],
    [() => clean, ['wrong-type']],
  ])('%s', (input, expected) => {
    expect(saidOf(input as unknown as FeedInput)).toEqual(expected)
  })

  it.each(['x', 5, {}, true, new Map()])('articles: %s', (articles) => {
    expect(saidOf(feedWith({ articles }))).toEqual(['wrong-type articles'])
  })

  it.each([
    [null, 'articles'],
    [undefined, 'articles'],
  ])('articles: %s', (articles, path) => {
    expect(saidOf(feedWith({ articles }))).toEqual([`missing-field ${path}`])
  })

  it('reads on past a record that is none', () => {
    const articles = [
      null,
      clean.articles[0],
      'x',
      { ...clean.articles[0], title: 'Two', published: '2026-03-03', link: 5 },
    ]

    expect(saidOf(feedWith({ articles: [...articles, ...[,]] }))).toEqual([
      'wrong-type articles[0]',
      'wrong-type articles[2]',
      'wrong-type articles[3].link',
      'wrong-type articles[4]',
    ])
  })
})

describe('what is neither carried nor refused in silence', () => {
  it.each([
    ['data', { data: new Map([['a', 1]]) }],
    ['data', { data: new Date() }],
    ['data.a', { data: { a: new Map() } }],
    ['data.a', { data: { a: 1n } }],
    ['data.a[1]', { data: { a: [1, () => 1] } }],
    ['data.a', { data: { a: Number.NaN } }],
    ['location', { location: [45.75, 4.85] }],
    ['location', { location: new Map([['name', 'Lyon']]) }],
    ['source', { source: [] }],
  ])('%s', (path, record) => {
    const issues = checkFeed(articleWith(record))
    expect(issues.map((issue) => issue.path).join()).toContain(`articles[0].${path}`)
  })

  it('a logo without an address', () => {
    expect(saidOf(feedWith({ logo: { width: 144 } }))).toEqual(['missing-field logo.url'])
  })
})

it('an exception of a getter of the caller’s is passed on', () => {
  const input = Object.defineProperty({ ...clean }, 'title', { get: fail, enumerable: true })
  expect(() => createFeed(input)).toThrow('was called')
})

it('`now` of the wrong type is a finding', () => {
  for (const now of [5, null, {}, 'x', [], new Date(Number.NaN)]) {
    const run = () => checkFeed(clean, { now: now as unknown as string })
    expect(run, String(now)).not.toThrow()
    expect(run().every(({ path }) => path === 'now')).toBe(true)
  }
})

/**
 * The feed is made and every document is well-formed, or it is refused; and every finding is about the
 * field or something in it or around it. Messages are for people.
 */
function expectFindings(input: FeedInput, path: string): void {
  const issues = checkFeed(input)
  for (const { message } of issues) {
    expect(message).not.toMatch(/undefined|\[object|TypeError|\n|was called/)
  }
  if (issues.some(({ severity }) => severity === 'error')) {
    expect(() => createFeed(input)).toThrow(FeedError)
    expect(issues.some((issue) => issue.path.startsWith(path) || path.startsWith(issue.path))).toBe(
      true,
    )
    return
  }
  const { rss, atom, json } = readBack(createFeed(input))
  expect([rss.name, atom.name, typeof json]).toEqual([
    'rss',
    '{http://www.w3.org/2005/Atom}feed',
    'object',
  ])
}
