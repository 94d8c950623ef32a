import { describe, expect, it } from 'vitest'
import { createFeed, type FeedInput } from 'pressfeed'
import { articleWith, feedWith, saidOf } from './feed-with.js'

describe('prototype keys', () => {
  const input = JSON.parse(
    `{"__proto__":{"title":"Own"},"constructor":"x","data":{"__proto__":1,"constructor":2,"prototype":3,
    "nested":{"__proto__":{"polluted":true},"constructor":5}}}`,
  ) as Readonly<Record<string, unknown>>

  it('are values of one’s own in `data`, and unknown fields elsewhere', () => {
    const feed = createFeed(Object.assign(JSON.parse('{}'), feedWith({}), own(input)) as FeedInput)
    expect(Object.entries(feed.data)).toEqual(Object.entries(input['data'] as object))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(feed.title).toBe('News')
    expect(feed.issues.map(({ path }) => path)).toContain('constructor')
  })

  it('are said of records', () => {
    expect(saidOf(articleWith({ hasOwnProperty: 1, valueOf: 2 }))).toEqual([
      'unknown-field articles[0].hasOwnProperty',
      'unknown-field articles[0].valueOf',
    ])
  })
})

// Assigning `__proto__` would set the prototype; the rest is a member like any other.
function own({ data, constructor }: Readonly<Record<string, unknown>>) {
  return { data, constructor }
}
