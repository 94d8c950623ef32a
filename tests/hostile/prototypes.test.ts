import { afterEach, describe, expect, it } from 'vitest'
import { checkFeed, createFeed, toAtom, toJsonFeed, toRss, type FeedInput } from 'pressfeed'
import { fromMarkdown } from 'pressfeed/markdown'
import { readJsonConfig } from '../../src/cli/config/json-config.js'
import { full } from '../fixtures/inputs.js'
import { articleWith, feedWith, saidOf } from './feed-with.js'

const own = Object.getOwnPropertyNames(Object.prototype).sort()

afterEach(() => {
  const fresh: Record<string, unknown> = {}
  expect(fresh['polluted']).toBeUndefined()
  expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(own)
})

describe('prototype keys', () => {
  const input = JSON.parse(
    `{"__proto__":{"title":"Own"},"constructor":"x","data":{"__proto__":1,"constructor":2,"prototype":3,
    "nested":{"__proto__":{"polluted":true},"constructor":5}}}`,
  ) as Readonly<Record<string, unknown>>

  it('are values of one’s own in `data`, and unknown fields elsewhere', () => {
    const feed = createFeed(
      Object.assign(JSON.parse('{}'), feedWith({}), withoutProto(input)) as FeedInput,
    )
    expect(Object.entries(feed.data)).toEqual(Object.entries(input['data'] as object))
    expect(feed.title).toBe('News')
    expect(feed.issues.map(({ path }) => path)).toContain('constructor')
  })

  it('are said of records', () => {
    expect(saidOf(articleWith({ hasOwnProperty: 1, valueOf: 2 }))).toEqual([
      'unknown-field articles[0].hasOwnProperty',
      'unknown-field articles[0].valueOf',
    ])
  })

  // As JSON.parse makes them: members of one's own, named like parts of a prototype.
  it.each(['__proto__', 'constructor', 'prototype', 'toString'])(
    '%s in every object of a feed is told, and changes nothing',
    (key) => {
      const places = objectsIn(full)
      expect(places.length).toBeGreaterThan(25)
      const before = new Set(checkFeed(full).map(({ code, path }) => `${code} ${path}`))
      for (const place of places) {
        const hostile = JSON.parse(JSON.stringify(full)) as Record<string, unknown>
        const object = place.reduce<unknown>(
          (value, step) => (value as Record<string, unknown>)[step],
          hostile,
        )
        Object.defineProperty(object, key, {
          value: { polluted: true, title: 'Polluted', url: '/polluted' },
          enumerable: true,
        })
        const issues = checkFeed(hostile as unknown as FeedInput)
        const fresh = issues.filter(({ code, path }) => !before.has(`${code} ${path}`))
        const path = place.join('.')
        const codes = fresh.map((issue) => issue.code)
        if (path === 'words') {
          // The members of this one are languages.
          expect(codes).toEqual(['invalid-language'])
          continue
        }
        expect(codes, path).toEqual(/(^|\.)data$/.test(path) ? [] : ['unknown-field'])
        const feed = createFeed(hostile as unknown as FeedInput)
        for (const write of [toRss, toAtom, toJsonFeed])
          expect(write(feed)).not.toMatch(/[Pp]olluted/)
      }
    },
  )

  it.each([
    '__proto__:\n  polluted: true\n',
    '__proto__: { title: Polluted, polluted: true }\n',
    'constructor:\n  prototype:\n    polluted: true\n',
    'images:\n  - __proto__: { polluted: true, url: /a.jpg }\n',
    'a: &a { polluted: true }\n__proto__: *a\n',
    '? __proto__\n: { polluted: true }\n',
    '"__proto__": { polluted: true }\n',
    '<<: { __proto__: { polluted: true } }\n',
    'contacts:\n  __proto__: { polluted: true, name: N }\n',
  ])('in front matter: %j', (yaml) => {
    const { article, issues } = fromMarkdown(
      `---\ntitle: One\nlink: /1\npublished: 2026-03-02\n${yaml}---\n\nText.\n`,
    )
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(Object.getPrototypeOf(article)).toBe(Object.prototype)
    expect((article as unknown as Record<string, unknown>)['polluted']).toBeUndefined()
    const told = checkFeed(feedWith({ articles: [article] })).map(({ code }) => code)
    expect(told).toContain('unknown-field')
  })

  it('in `data` of front matter stay members of one’s own', () => {
    const { article } = fromMarkdown(
      '---\ntitle: One\nlink: /1\npublished: 2026-03-02\ndata:\n  __proto__: { polluted: true }\n  a: 1\n---\n\nText.\n',
    )
    expect(Object.keys(article!.data!)).toEqual(['__proto__', 'a'])
    const feed = createFeed(feedWith({ articles: [article] }))
    expect(Object.keys(feed.articles[0]!.data)).toEqual(['__proto__', 'a'])
    expect(Object.getPrototypeOf(feed.articles[0]!.data)).toBe(Object.prototype)
  })

  it('in a configuration in JSON are members of one’s own', () => {
    const read = readJsonConfig(
      '{"__proto__":{"polluted":true},"title":"News","articles":[],"constructor":{"prototype":{"polluted":true}}}',
      'pressfeed.config.json',
      undefined as never,
    ) as Record<string, unknown>
    expect(Object.keys(read).sort()).toEqual(['__proto__', 'articles', 'constructor', 'title'])
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })
})

type Step = string | number

function objectsIn(value: unknown, place: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  const inside = Object.entries(value).flatMap(([step, member]) =>
    objectsIn(member, [...place, step]),
  )
  return Array.isArray(value) ? inside : [place, ...inside]
}

// Assigning `__proto__` would set the prototype; the rest is a member like any other.
function withoutProto({ data, constructor }: Readonly<Record<string, unknown>>) {
  return { data, constructor }
}
