import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed } from 'pressfeed'
import { fromMarkdown } from 'pressfeed/markdown'
import { articleWith, feedWith, saidOf } from './feed-with.js'

// Slips of tired people: each is told, and none becomes an address that nobody meant.

describe('an address that lost a character', () => {
  it.each([
    'https:/newsroom.example/2',
    'https//newsroom.example/2',
    'https;//newsroom.example/2',
    'www.newsroom.example/2',
    '<https://newsroom.example/2>',
    '\\\\server\\share\\2.html',
    'https://newsroom.example/2\u200B',
    'https://newsroom.example/2\u200E',
    'https://newsroom.example/\t2',
  ])('%j is refused', (link) => {
    expect(saidOf(articleWith({ link }))).toEqual(['invalid-address articles[0].link'])
  })

  it.each([
    ['newsroom.example/2', 'https://newsroom.example/newsroom.example/2'],
    ['https://newsroom.example/?p=1&amp;x=2', 'https://newsroom.example/?p=1&amp;x=2'],
  ])('%j is read with a warning', (link, read) => {
    expect(saidOf(articleWith({ link }))).toEqual(['suspect-address articles[0].link'])
    expect(createFeed(articleWith({ link })).articles[0]?.link).toBe(read)
  })

  it.each([
    ...['/2', '2', './newsroom.example/2', 'v1.2/x', 'a@2x.html', '?p=1', '#top', 'http-news/2'],
    // A zero-width non-joiner is part of Persian words.
    '/خبر\u200Cها',
  ])('%j is relative, and nothing is said', (link) => {
    expect(saidOf(articleWith({ link }))).toEqual([])
  })
})

describe('a licence', () => {
  it('is an address, not a name', () => {
    const images = [{ url: '/a.jpg', alt: 'A', caption: 'A.', license: 'CC BY 4.0' }]
    expect(saidOf(articleWith({ license: 'CC BY 4.0', images }))).toEqual([
      'relative-address articles[0].license',
      'relative-address articles[0].images[0].license',
    ])
  })
})

describe('a language', () => {
  it.each(['vn', 'jp', 'cz', 'dk', 'xx', 'vn-VN'])('%s is a country or nothing', (language) => {
    expect(saidOf(feedWith({ language }))).toEqual(['invalid-language language'])
  })

  it.each(['vi', 'ja', 'cs', 'da', 'zh-Hant-TW', 'gsw', 'yue'])('%s is one', (language) => {
    expect(saidOf(feedWith({ language }))).toEqual([])
  })
})

describe('a link of the feed that cannot be used', () => {
  it('is reported once, not for every address', () => {
    const input = articleWith({ images: [{ url: '/a.jpg', alt: 'A', caption: 'A.' }] })
    expect(saidOf({ ...input, link: 'newsroom.example' })).toEqual(['relative-address link'])
  })
})

describe('the id of a feed', () => {
  it.each([
    ['tag:newsroom,1:x', 'invalid-id id'],
    ['urn:uuid:xyz', 'invalid-id id'],
    [' tag:newsroom.example,2026:x', 'invalid-id id'],
    ['HTTPS://Newsroom.example/x', 'weak-id id'],
  ])('%j is held to the rules of any other', (id, said) => {
    expect(saidOf(feedWith({ id }))).toEqual([said])
  })
})

describe('names that other programs use', () => {
  it.each([
    ['date', 'published'],
    ['url', 'link'],
    ['content', 'body'],
    ['description', 'summary'],
  ])('%s means %s', (name, meant) => {
    const [issue] = checkFeed(articleWith({ [name]: 'x' }))
    expect(issue?.message).toContain(`did you mean "${meant}"?`)
  })
})

describe('a Date in a field of text', () => {
  it('is called a Date', () => {
    expect(checkFeed(articleWith({ data: { at: new Date(0) } }))[0]?.message).toContain('a Date')
    expect(checkFeed(feedWith({ title: new Date(0) }))[0]?.message).toMatch(/^Cannot use a Date:/)
  })
})

describe('a resized copy of a picture', () => {
  it.each(['/old-1024x683.jpg', '/old-scaled.jpg', 'http://newsroom.example/old.jpg'])(
    '%s is the picture of the record',
    (src) => {
      const images = [{ url: '/old.jpg', alt: 'A', caption: 'Ours.' }]
      const body = `<p>Text.</p><figure><img src="${src}"></figure>`
      const [article] = createFeed(articleWith({ images, body })).articles
      expect(article?.content).toBe(
        '<p>Text.</p><figure><img src="https://newsroom.example/old.jpg" alt="A">' +
          '<figcaption><p>Ours.</p></figcaption></figure>',
      )
    },
  )

  it('is not one when the record has it too', () => {
    const images = ['/a.jpg', '/a-20x20.jpg'].map((url) => ({ url, alt: 'A', caption: url }))
    const [article] = createFeed(articleWith({ images, body: '<img src="/a-20x20.jpg">' })).articles
    expect(article?.content.match(/src="[^"]*"/g)).toEqual([
      'src="https://newsroom.example/a.jpg"',
      'src="https://newsroom.example/a-20x20.jpg"',
    ])
  })
})

describe('Markdown', () => {
  const head = '---\ntitle: One\nlink: https://newsroom.example/1\npublished: 2026-03-02\n---\n\n'

  it.each([
    '![Photo](my photo.jpg "The plant.")',
    '![Photo](photo.jpg "The plant.)',
    '![Photo](photo.jpg “The plant.”)',
    '![Photo](photo.jpg "He said "no" today")',
    "![Photo](photo.jpg 'L'usine à l'aube')",
  ])('%s is reported with its line', (picture) => {
    const { issues } = fromMarkdown(`${head}Text.\n\n${picture}\n`)
    expect(issues).toMatchObject([{ code: 'picture-not-read', line: 9 }])
  })

  it.each(['`![a](b c)`', '\\![a](b c)', '![a](b.jpg "It\'s")', 'Wow! [a](b)', '    ![a](b c)'])(
    '%s is what it is meant to be',
    (text) => {
      expect(fromMarkdown(`${head}${text}\n`).issues).toEqual([])
    },
  )

  it.each(['\n', '\u200B', ' ', '\n\n\n'])('front matter behind %j is missed aloud', (before) => {
    const { article, issues } = fromMarkdown(`${before}${head}Text.\n`)
    expect(article).toBeUndefined()
    expect(issues).toMatchObject([{ code: 'front-matter-unopened', severity: 'error', line: 1 }])
  })

  it('a rule above a text is a rule', () => {
    expect(fromMarkdown('\n---\n\nSome text.\n').issues).toEqual([])
  })
})
