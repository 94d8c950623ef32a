import { Feed } from 'feed'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { FeedInput } from '../../src/index.js'
import { fromFeed, toFeed, type FeedPackageFeed } from '../../src/interop/feed-package.js'

// What the types of versions 4 and 5 demand that version 6 does not, and methods that are properties.
interface OlderOptions {
  id: string
  title: string
  copyright: string
  generator?: string
  link?: string
}
interface OlderItem {
  title: string
  link: string
  date: Date
  image?: string | { url: string; type?: string; length?: number }
  category?: { name?: string }[]
}
interface OlderFeed {
  options: OlderOptions
  items: OlderItem[]
  categories: string[]
  contributors: { name?: string; email?: string; link?: string }[]
  extensions: { name: string; objects: Record<string, unknown> }[]
  addItem: (item: OlderItem) => number
}

describe('types', () => {
  it('take the objects of feed as they are, and give its class back', () => {
    expectTypeOf<Feed>().toExtend<FeedPackageFeed>()
    expectTypeOf<OlderFeed>().toExtend<FeedPackageFeed>()
    expectTypeOf(fromFeed(new Feed({ title: 'Newsroom' }))).toEqualTypeOf<FeedInput>()
    expectTypeOf(toFeed<Feed>).returns.toEqualTypeOf<Feed>()
    expectTypeOf<typeof Feed>().toExtend<Parameters<typeof toFeed<Feed>>[1]>()
    expect(fromFeed(new Feed({ title: 'Newsroom' })).title).toBe('Newsroom')
  })

  it('do not take anything else', () => {
    expectTypeOf<{ options: { title: string } }>().not.toExtend<FeedPackageFeed>()
    expectTypeOf<typeof Date>().not.toExtend<Parameters<typeof toFeed<Feed>>[1]>()
    expect(() => fromFeed({ title: 'Newsroom' } as unknown as Feed)).toThrow(TypeError)
  })
})
