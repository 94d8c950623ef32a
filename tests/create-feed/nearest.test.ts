import { describe, expect, it } from 'vitest'
import { checkFeed, type FeedInput } from 'pressfeed'
import { editDistance, nearest } from '../../src/create-feed/nearest.js'
import { articleWith, clean, feedWith } from '../hostile/feed-with.js'

const advice = (input: FeedInput) => checkFeed(input).map(({ path, message }) => [path, message])

describe('a field by the name that another program has for it', () => {
  // Of RSS, Atom, Dublin Core, Hugo, WordPress, Eleventy and NITF, and a German press office's.
  it.each([
    ['author', 'authors'],
    ['byline', 'authors'],
    ['canonical', 'link'],
    ['categories', 'tags'],
    ['content', 'body'],
    ['cover', 'images'],
    ['creator', 'authors'],
    ['date', 'published'],
    ['description', 'summary'],
    ['enclosure', 'attachments'],
    ['excerpt', 'summary'],
    ['guid', 'id'],
    ['headline', 'title'],
    ['html', 'body'],
    ['image', 'images'],
    ['keywords', 'tags'],
    ['lang', 'language'],
    ['lastmod', 'updated'],
    ['modified', 'updated'],
    ['permalink', 'link'],
    ['photos', 'images'],
    ['picture', 'images'],
    ['pictures', 'images'],
    ['pubDate', 'published'],
    ['subtitle', 'summary'],
    ['text', 'body'],
    ['url', 'link'],
  ])('of an article: %s is %s', (name, meant) => {
    expect(advice(articleWith({ [name]: 'x' }))).toEqual([
      [`articles[0].${name}`, `Unknown field "${name}": did you mean "${meant}"?`],
    ])
  })

  it.each([
    ['author', 'credit'],
    ['creator', 'credit'],
    ['photographer', 'credit'],
    ['description', 'caption'],
    ['legend', 'caption'],
    ['src', 'url'],
  ])('of a picture: %s is %s', (name, meant) => {
    const picture = { url: '/plant.jpg', alt: 'The plant', caption: 'The plant at dawn.' }
    expect(advice(articleWith({ images: [{ ...picture, [name]: 'x' }] }))).toEqual([
      [`articles[0].images[0].${name}`, `Unknown field "${name}": did you mean "${meant}"?`],
    ])
  })

  it.each([
    ['subtitle', 'description'],
    ['timezone', 'timeZone'],
    ['lang', 'language'],
    ['url', 'link'],
  ])('of a feed: %s is %s', (name, meant) => {
    expect(advice(feedWith({ [name]: 'x' }))).toEqual([
      [name, `Unknown field "${name}": did you mean "${meant}"?`],
    ])
  })

  it.each(['hold', 'holdUntil', 'notBefore', 'Sperrfrist', 'embargo until', 'EMBARGO'])(
    '%s would hold nothing back, so it refuses the feed',
    (name) => {
      expect(checkFeed(articleWith({ [name]: '2026-03-03' }))).toMatchObject([
        {
          code: 'misspelt-embargo',
          message: `Unknown field "${name}" would hold nothing back: expected embargo, of the article`,
        },
      ])
    },
  )

  it('is not meant where the record has no such field', () => {
    expect(nearest('headline', ['name', 'summary'])).toBeUndefined()
    expect(nearest('description', ['caption', 'url'])).toBe('caption')
    expect(nearest('constructor', ['title'])).toBeUndefined()
  })
})

describe('a slip of the pen', () => {
  it.each([
    ['tilte', 'title', 2],
    ['kitten', 'sitting', 3],
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['abc', 'xabc', 1],
    ['flaw', 'lawn', 2],
    ['Saturday', 'Sunday', 3],
  ])('from %j to %j are so many steps', (a, b, steps) => {
    expect(editDistance(a, b)).toBe(steps)
    expect(editDistance(b, a)).toBe(steps)
  })

  it('may be in a third of the letters, in either case, and the least is meant', () => {
    expect(nearest('titel', ['title'])).toBeUndefined()
    expect(nearest('tittle', ['tile', 'title'])).toBe('title')
    expect(nearest('UPDATDE', ['updated'])).toBe('updated')
    expect(nearest('timezon', ['timeZone'])).toBe('timeZone')
    expect(nearest('abcdef', ['abcdxy'])).toBe('abcdxy')
    expect(nearest('abcdef', ['abcxyz'])).toBeUndefined()
    expect(nearest('x', [])).toBeUndefined()
  })

  it('is not looked for in what is longer than forty letters', () => {
    const name = 'a'.repeat(40)
    expect(nearest(name, [`${name}b`])).toBe(`${name}b`)
    expect(nearest(`${name}a`, [`${name}b`])).toBeUndefined()
  })

  it('and what is like nothing belongs into data', () => {
    expect(advice(articleWith({ mascot: 'x' }))).toEqual([
      ['articles[0].mascot', 'Unknown field "mascot": your own values go into `data`'],
    ])
    expect(checkFeed(clean)).toEqual([])
  })
})
