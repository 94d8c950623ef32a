import { describe, expect, it } from 'vitest'
import { readNewsroom } from '../../src/newsroom/read-newsroom.js'

const head = {
  title: 'Newsroom',
  link: 'https://newsroom.example/press/',
  description: 'Press releases',
  language: 'en',
  articles: [],
}
const now = '2026-03-01'
const plan = (more: object) => readNewsroom({ ...head, ...more }, now)
const found = (more: object) =>
  plan(more).issues.map(({ code, path, message }) => [code, path, message])

describe('the plan of a newsroom', () => {
  it('gives each feed a file and an address', () => {
    const { slices, site, issues } = plan({
      feeds: [
        { format: 'rss', path: '/rss.xml' },
        { format: 'atom', path: 'fr/été 1.xml' },
      ],
    })
    expect(issues).toEqual([])
    expect(site).toBe('https://newsroom.example/')
    expect(slices).toHaveLength(1)
    expect(slices[0]?.feeds.map(({ path, url }) => [path, url])).toEqual([
      ['rss.xml', 'https://newsroom.example/rss.xml'],
      ['fr/été 1.xml', 'https://newsroom.example/fr/%C3%A9t%C3%A9%201.xml'],
    ])
  })

  it('puts the addresses below the site if one is given', () => {
    const { slices } = plan({
      site: 'https://static.example/news',
      feeds: [{ format: 'rss', path: '/rss.xml' }],
    })
    expect(slices[0]?.feeds[0]?.url).toBe('https://static.example/news/rss.xml')
  })

  it('gives a slice a title and language of its own, and no id of the newsroom', () => {
    const { slices } = plan({
      id: 'tag:newsroom.example,2026:all',
      feeds: [
        { format: 'atom', path: '/all.xml' },
        { format: 'atom', path: '/fr.xml', only: { language: 'fr-CA' } },
        { format: 'atom', path: '/energy.xml', only: { tag: ['Energy', 'Water'] } },
        { format: 'atom', path: '/own.xml', only: { tag: 'x' }, title: 'Own', id: 'urn:x:own' },
      ],
    })
    expect(slices.map(({ head }) => [head.title, head.language, head.id])).toEqual([
      ['Newsroom', 'en', 'tag:newsroom.example,2026:all'],
      ['Newsroom – fr-CA', 'fr-CA', undefined],
      ['Newsroom – Energy, Water', 'en', undefined],
      ['Own', 'en', 'urn:x:own'],
    ])
    expect(slices[2]?.choice.tags).toEqual(['energy', 'water'])
  })

  it('makes feeds of the same articles together, and others apart', () => {
    const { slices } = plan({
      feeds: [
        { format: 'rss', path: '/1.xml' },
        { format: 'atom', path: '/2.xml', limit: 50 },
        { format: 'json', path: '/3.json', limit: 10 },
      ],
    })
    expect(slices.map(({ feeds }) => feeds.map(({ path }) => path))).toEqual([
      ['1.xml', '2.xml'],
      ['3.json'],
    ])
  })

  it.each([
    [{}, 'missing-field', 'feeds'],
    [{ feeds: [] }, 'missing-field', 'feeds'],
    [{ feeds: 5 }, 'wrong-type', 'feeds'],
    [{ feeds: [{ format: 'rss' }] }, 'missing-field', 'feeds[0].path'],
    [{ feeds: [{ path: '/a.xml' }] }, 'missing-field', 'feeds[0].format'],
    [{ feeds: [{ format: 'html', path: '/a' }] }, 'wrong-type', 'feeds[0].format'],
    [{ feeds: [{ format: 'rss', path: '/a.xml', limits: 5 }] }, 'unknown-field', 'feeds[0].limits'],
    [{ feeds: [{ format: 'rss', path: '/a.xml', limit: 1.5 }] }, 'invalid-value', 'feeds[0].limit'],
    [{ feeds: [{ format: 'rss', path: '/a.xml', limit: -1 }] }, 'invalid-value', 'feeds[0].limit'],
    [
      { feeds: [{ format: 'rss', path: '/a.xml', maxAgeInDays: 0 }] },
      'invalid-value',
      'feeds[0].maxAgeInDays',
    ],
    [
      { feeds: [{ format: 'rss', path: '/a.xml', maxAgeInDays: 9, archive: true }] },
      'invalid-value',
      'feeds[0].archive',
    ],
    [
      { feeds: [{ format: 'rss', path: '/a.xml', limit: 0, archive: true }] },
      'invalid-value',
      'feeds[0].archive',
    ],
    [
      { feeds: [{ format: 'rss', path: '/a.xml', archive: { size: 0 } }] },
      'invalid-value',
      'feeds[0].archive.size',
    ],
    [
      { feeds: [{ format: 'rss', path: '/a.xml', only: { language: 'english' } }] },
      'invalid-language',
      'feeds[0].only.language',
    ],
    [
      { feeds: [{ format: 'rss', path: '/a.xml', only: { tags: 'x' } }] },
      'unknown-field',
      'feeds[0].only.tags',
    ],
    [
      {
        feeds: [
          { format: 'rss', path: '/a.xml' },
          { format: 'atom', path: '/A.XML' },
        ],
      },
      'invalid-value',
      'feeds[1].path',
    ],
    [{ feeds: [{ format: 'rss', path: '/a.xml' }], opml: '/a.xml' }, 'invalid-value', 'opml'],
    [
      { feeds: [{ format: 'rss', path: '/a.xml' }], opml: { path: '../x' } },
      'outside-folder',
      'opml.path',
    ],
    [{ feeds: [{ format: 'rss', path: '/a.xml' }], site: '/news/' }, 'relative-address', 'site'],
    [{ feeds: [{ format: 'rss', path: '/a.xml' }], foo: 1 }, 'unknown-field', 'foo'],
  ])('says what is wrong with %j', (more, code, path) => {
    expect(found(more)).toEqual([
      [code, path, expect.stringMatching(/expected|did you mean|your own/)],
    ])
  })

  it.each([
    '../rss.xml',
    '/../rss.xml',
    'a/../../rss.xml',
    '/etc/../..',
    'C:\\feeds\\rss.xml',
    'c:/rss.xml',
    '\\\\server\\rss.xml',
    '//server/rss.xml',
    'a\\b.xml',
  ])('never writes outside the output folder: %s', (path) => {
    expect(found({ feeds: [{ format: 'rss', path }] })).toEqual([
      ['outside-folder', 'feeds[0].path', expect.stringContaining('inside the output folder')],
    ])
  })

  it.each([
    '/',
    '/a//b.xml',
    './a.xml',
    '/a/',
    'a/.',
    'rss.xml?x=1',
    'rss#1.xml',
    '100%.xml',
    'ab:c.xml',
    'nul',
    'aux.xml',
    'a./b.xml',
    'a /b.xml',
    'line\nbreak.xml',
    'nul\0.xml',
    '.pressfeed/manifest.json',
    'a*.xml',
  ])('takes no path that is no file everywhere: %j', (path) => {
    expect(found({ feeds: [{ format: 'rss', path }] })[0]?.slice(0, 2)).toEqual([
      'invalid-value',
      'feeds[0].path',
    ])
  })

  it.each([[null], [undefined], [5], ['x'], [[]], [() => 1]])(
    'answers %j with a finding, not a TypeError',
    (newsroom) => {
      expect(readNewsroom(newsroom, now).issues[0]).toMatchObject({ severity: 'error' })
    },
  )
})
