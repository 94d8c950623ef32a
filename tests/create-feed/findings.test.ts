import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, FeedError, type FeedInput } from 'pressfeed'
import { articleWith, clean, feedWith, said, saidOf } from '../hostile/feed-with.js'

const wrong = {
  title: '',
  colour: 'red',
  link: 'ftp://newsroom.example/',
  description: null,
  language: 'english',
  ttlInMinutes: -5,
  articles: [
    { title: '', link: 'https://', published: 'today', images: [{ url: '', caption: 'C' }] },
    {
      title: 'Two',
      link: 'https://newsroom.example/2',
      published: 5,
      tags: ['a/b'],
      body: '<p>x</p>',
    },
    'three',
  ],
} as unknown as FeedInput

describe('several findings', () => {
  it('are all reported in one go', () => {
    expect(saidOf(wrong)).toEqual(
      expect.arrayContaining([
        'missing-field title',
        'unknown-field colour',
        'address-scheme link',
        'missing-field description',
        'invalid-language language',
        'invalid-value ttlInMinutes',
        'empty-title articles[0].title',
        'invalid-address articles[0].link',
        'unreadable-date articles[0].published',
        'missing-field articles[0].images[0].url',
        'wrong-type articles[1].published',
        'tag-with-separator articles[1].tags[0]',
        'wrong-type articles[2]',
      ]),
    )
  })

  it('come in the order of the input, and the error lists the errors alone', () => {
    const paths = checkFeed(wrong).map(({ path }) => path)
    const places = [
      ...new Set(paths.map((path) => Object.keys(wrong).indexOf(path.split(/[.[]/)[0]!))),
    ]
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const articles = paths.flatMap((path) => /^articles\[(\d)\]/.exec(path)?.[1] ?? [])
    expect(articles).toEqual([...articles].sort())
    expect(() => createFeed(wrong)).toThrow(FeedError)
    const listed = checkFeed(wrong).filter(({ severity }) => severity === 'error')
    expect(messageOf(wrong).split('\n')).toHaveLength(listed.length)
  })

  it('do not follow from one another', () => {
    expect(saidOf(articleWith({ title: 5, published: 'x', updated: '2026-01-01' }))).toEqual([
      'wrong-type articles[0].title',
      'unreadable-date articles[0].published',
    ])
    expect(saidOf(feedWith({ timeZone: 'Paris', updated: '2026-03-02T09:00' }))).toEqual([
      'invalid-time-zone timeZone',
    ])
  })
})

describe('a warning is no excuse for an error at the same place', () => {
  it.each([
    ['title', feedWith({ title: '\u0000' }), 'missing-field'],
    ['description', feedWith({ description: '<p></p>' }), 'missing-field'],
    ['articles[0].title', articleWith({ title: '\u0000' }), 'empty-title'],
    ['articles[0].title', articleWith({ title: '<b> </b>' }), 'empty-title'],
    ['articles[0].authors[0]', articleWith({ authors: ['\u0000'] }), 'missing-field'],
    [
      'articles[0].title',
      feedWith({ articles: [{ ...clean.articles[0], title: '' }], 'articles[0].title': 1 }),
      'empty-title',
    ],
  ])('%s', (path, input, code) => {
    expect(saidOf(input)).toContain(`${code} ${path}`)
    expect(() => createFeed(input)).toThrow(FeedError)
  })
})

describe('a name that is not known', () => {
  it.each([
    ['publised', 'published'],
    ['Title', 'title'],
    ['sumary', 'summary'],
    ['attachements', 'attachments'],
    ['licence', 'license'],
    ['lang', 'language'],
    ['x', undefined],
    ['a\nb', undefined],
    ['', undefined],
  ])('%j', (name, meant) => {
    const [issue, ...others] = checkFeed(articleWith({ [name]: 'x' }))
    expect(others).toEqual([])
    expect(issue?.code).toBe('unknown-field')
    expect(issue?.message).not.toContain('\n')
    if (meant === undefined) expect(issue?.message).toMatch(/data/)
    else expect(issue?.message).toMatch(`did you mean "${meant}"?`)
  })

  it('is found at every depth', () => {
    const images = [{ url: '/a.jpg', alt: 'A', caption: 'C', captoin: 'C' }]
    const input = {
      ...articleWith({ images, source: { name: 'W', link: 'https://w.example/', rss: '' } }),
    }
    expect(said(checkFeed({ ...input, logo: { url: '/a.png', size: 1 } } as FeedInput))).toEqual([
      'unknown-field articles[0].images[0].captoin',
      'unknown-field articles[0].source.rss',
      'unknown-field logo.size',
    ])
  })
})

function messageOf(input: FeedInput): string {
  try {
    createFeed(input)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}
