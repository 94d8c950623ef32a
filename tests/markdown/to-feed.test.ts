import { parseFragment, serialize } from 'parse5'
import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed } from '../../src/index.js'
import { fromMarkdown, locateIssues } from '../../src/markdown/index.js'

const newsroom = {
  title: 'Newsroom',
  link: 'https://newsroom.example/',
  description: 'Press releases',
  language: 'en',
  timeZone: 'Europe/Paris',
}

const source = `---
link: /2026/second-plant
published: 2026-03-02 09:00
author: Press office
images:
  - url: hall.jpg
    credit: Press office
    width: 1200
---

# Second plant opens

The plant makes rotors ![](leaf.png).

![The hall](./hall.jpg "The *hall* & the crane.")

And [a crane](/cranes).

![The crane](crane.jpg "The crane.")
`

describe('an article in Markdown', () => {
  const { article, issues } = fromMarkdown(source)

  it('becomes one in a feed, each picture once, with its caption where it stands', () => {
    expect(issues).toEqual([])
    const feed = createFeed({ ...newsroom, articles: [article!] })
    const [made] = feed.articles
    expect(made).toMatchObject({
      title: 'Second plant opens',
      link: 'https://newsroom.example/2026/second-plant',
      published: '2026-03-02T08:00:00Z',
      authors: [{ name: 'Press office' }],
      images: [
        {
          url: 'https://newsroom.example/2026/hall.jpg',
          alt: 'The hall',
          caption: 'The *hall* & the crane.',
          credit: 'Press office',
          width: 1200,
        },
        { url: 'https://newsroom.example/2026/crane.jpg', alt: 'The crane', caption: 'The crane.' },
      ],
    })
    const html = serialize(parseFragment(made?.content ?? ''))
    const inOrder = [
      'The plant makes rotors',
      '/2026/leaf.png',
      '/2026/hall.jpg',
      'The *hall* &amp; the crane.',
      'And <a href="https://newsroom.example/cranes">a crane</a>',
      '/2026/crane.jpg',
      'The crane.',
    ]
    const positions = inOrder.map((part) => html.indexOf(part))
    expect(positions).not.toContain(-1)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
    expect(html.match(/<figure>/g)).toHaveLength(2)
    expect(html.match(/<img /g)).toHaveLength(3)
    expect(html).not.toContain('<h1>')
  })

  it('has its faults found where they stand', () => {
    const faulty = [
      source.replace('2026-03-02', '2 March 2026'),
      source.replace('1200', '1200px').replace('hall.jpg\n', 'javascript:1\n'),
      source.replace('author:', 'aauthor:').replace('(crane.jpg', '(ftp://crane.example/a.jpg'),
    ].map((text) => fromMarkdown(text))
    const articles = faulty.flatMap(({ article }) => (article === undefined ? [] : [article]))
    const found = locateIssues(checkFeed({ ...newsroom, articles }), faulty)
    const errors = found.filter(({ severity }) => severity === 'error')
    const places = errors.map(({ code, path, line }) => `${path} ${line} ${code}`)
    expect(places.toSorted()).toEqual([
      'articles[0].published 3 unreadable-date',
      'articles[1].images[0].url 6 address-scheme',
      'articles[1].images[0].width 8 wrong-type',
      'articles[1].link 2 duplicate-id',
      'articles[2].images[1].url 19 address-scheme',
      'articles[2].link 2 duplicate-id',
    ])
    const unknown = found.find(({ code }) => code === 'unknown-field')
    expect(unknown).toMatchObject({ path: 'articles[2].aauthor', line: 4, column: 1 })
  })
})
