import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, type FeedInput } from 'pressfeed'
import { articleWith, feedWith, saidOf } from './feed-with.js'

describe('deep things', () => {
  it.each([51, 1_000, 100_000])('data %d levels deep is refused', (depth) => {
    let data: unknown = {}
    for (let level = 0; level < depth; level += 1) data = level % 2 === 0 ? { a: data } : [data]
    expect(saidOf(articleWith({ data: { data } }))).toHaveLength(1)
  })

  it('a circle is refused, however often it comes back to itself', () => {
    const ring: Record<string, unknown> = {}
    Object.assign(ring, { a: ring, b: ring, c: [ring, ring] })
    const issues = checkFeed(articleWith({ data: { ring } }))
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true)
  })

  it('a value that is shared often is carried, or refused in good time', () => {
    let data: unknown = { leaf: 1 }
    for (let level = 0; level < 40; level += 1) data = { left: data, right: data }
    checkFeed(articleWith({ data: { data } }))
  })

  it('fields of the wrong type as deep as they come', () => {
    let deep: unknown = {}
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    for (const field of ['title', 'images', 'tags', 'location', 'published']) {
      checkFeed(articleWith({ [field]: deep }))
    }
    checkFeed(deep as FeedInput)
  })

  it('the feed is frozen all the way down, where data is as deep as it may be', () => {
    let data: unknown = { leaf: 1 }
    for (let level = 0; level < 45; level += 1) data = { data }
    let node: unknown = createFeed(feedWith({ data: { data } })).data
    while (typeof node === 'object' && node !== null) {
      expect(Object.isFrozen(node)).toBe(true)
      node = (node as Record<string, unknown>)['data']
    }
  })
})
