import { parseOpml } from 'feedsmith'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { alternateLinks, defineNewsroom, FeedError } from 'pressfeed'
import { toOpml } from '../../src/newsroom/opml.js'

const newsroom = defineNewsroom({
  title: 'Newsroom "A" & <B>',
  link: 'https://newsroom.example/',
  description: 'Press releases',
  language: 'en',
  articles: [],
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'json', path: '/feed.json' },
    { format: 'atom', path: '/fr.xml', only: { language: 'fr' }, title: 'Communiqués' },
  ],
})

describe('the links for a site’s pages', () => {
  it('are what readers look for, and stand in a head for a browser’s parser', () => {
    const document = parse(
      `<!doctype html><head>${alternateLinks(newsroom)}<title>x</title></head>`,
    )
    const text = JSON.stringify(document, (key, value: unknown) =>
      key === 'parentNode' ? undefined : value,
    )
    const links = [...text.matchAll(/"nodeName":"link","tagName":"link","attrs":(\[.*?\])/g)].map(
      ([, attrs = '[]']) =>
        Object.fromEntries(
          (JSON.parse(attrs) as { name: string; value: string }[]).map(({ name, value }) => [
            name,
            value,
          ]),
        ),
    )
    expect(links).toEqual([
      {
        rel: 'alternate',
        type: 'application/rss+xml',
        title: 'Newsroom "A" & <B> (RSS)',
        href: 'https://newsroom.example/rss.xml',
      },
      {
        rel: 'alternate',
        type: 'application/feed+json',
        title: 'Newsroom "A" & <B> (JSON Feed)',
        href: 'https://newsroom.example/feed.json',
      },
      {
        rel: 'alternate',
        type: 'application/atom+xml',
        title: 'Communiqués',
        href: 'https://newsroom.example/fr.xml',
      },
    ])
  })

  it('name JSON feeds by both types where there is nothing else', () => {
    const only = { ...newsroom, feeds: [{ format: 'json', path: '/feed.json' }] } as const
    expect(alternateLinks(only).match(/type="[^"]+"/g)).toEqual([
      'type="application/feed+json"',
      'type="application/json"',
    ])
  })

  it('are refused with the newsroom', () => {
    expect(() => alternateLinks({ ...newsroom, feeds: [] })).toThrow(FeedError)
  })
})

describe('OPML', () => {
  it('is read back by another program', () => {
    const feed = {
      path: 'rss.xml',
      url: 'https://newsroom.example/rss.xml?a=1&b=2',
      format: 'rss',
      title: 'A "quoted" & <marked> title',
      leadImage: undefined,
    } as const
    const text = toOpml('Newsroom & more', [
      {
        feed,
        name: feed.title,
        link: 'https://newsroom.example/',
        description: 'All',
        language: 'en',
      },
    ])
    expect(parseOpml(text)).toMatchObject({
      head: { title: 'Newsroom & more' },
      body: {
        outlines: [
          {
            type: 'rss',
            text: feed.title,
            title: feed.title,
            xmlUrl: feed.url,
            htmlUrl: 'https://newsroom.example/',
            description: 'All',
            language: 'en',
            version: 'RSS2',
          },
        ],
      },
    })
  })
})
