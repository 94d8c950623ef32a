import { describe, expect, it } from 'vitest'
import { formatIssue } from '../../src/issue.js'
import { fromMarkdown } from '../../src/markdown/from-markdown.js'
import { readHead } from '../../src/markdown/read-head.js'

describe('front matter without its first line', () => {
  it.each([
    ['no fence', 'title: A\nlink: /a\n---\nText\n'],
    ['no fence, and lists', 'title: A\ntags:\n  - a\n- b\n# draft\nlink: /a\n---\n\nText\n'],
    ['no fence and no text', 'link: /a\n---'],
    ['no fence, and spaces behind the last', 'link: /a\n--- \t\nText'],
    ['blank lines and no fence', '\n\ntitle: A\n---\n'],
    ['en dashes', '–––\ntitle: A\n---\nText\n'],
    ['em dashes', '———\ntitle: A\n———\nText\n'],
    ['one long dash', '—\ntitle: A\n---\nText\n'],
    ['a dash and a hyphen', '–-\ntitle: A\n–-\nText\n'],
    ['two hyphens', '--\ntitle: A\n---\nText\n'],
    ['four hyphens', '----\ntitle: A\n----\nText\n'],
    ['a blank line above', '\n---\ntitle: A\n---\nText\n'],
    ['blank lines above and within', '\n\n---\n\ntitle: A\n\nlink: /a\n---\nText\n'],
    ['a space before the fence', ' ---\ntitle: A\n---\n'],
    ['CRLF', '\r\n---\r\ntitle: A\r\n---\r\n'],
    ['a character that nobody sees', '\u200B---\ntitle: A\n---\n'],
    ['a field that pressfeed does not know', 'layout: news\ntitle: A\n---\nText\n'],
  ])('is refused, with %s', (_, source) => {
    const { article, issues } = fromMarkdown(source)
    expect(article).toBeUndefined()
    expect(issues.map(formatIssue)).toEqual([
      '1:1 Cannot read the front matter: expected a line of three hyphens --- as the first line ' +
        '(error front-matter-unopened)',
    ])
    expect(readHead(source)).toMatchObject({ article: undefined, issues })
  })

  it.each([
    'Note: something\n---\nText\n',
    'Note: something\n\ntitle: A\n---\nText\n',
    'Title: The plant\n---\n',
    'title: A\n\n---\nText\n',
    'title: A\n',
    'title: A\nText without a colon\n---\n',
    'Text\ntitle: A\n---\n',
    'https://news.example/\n---\n',
    '–––\n\nText\n\n–––\n',
    '----\nText\n----\n',
    '\n---\n\nText.\n\ntitle: A\n---\n',
    '    title: A\n---\n',
    'title:A\n---\n',
  ])('is not what %j is', (source) => {
    expect(fromMarkdown(source).issues).toEqual([])
    expect(fromMarkdown(source).article).toBeDefined()
  })

  it.each(['\n---\nheadline: One\n---\n', '\n---\ntitle: One\n\nText\n'])(
    'is only supposed in %j',
    (source) => {
      const { article, issues } = fromMarkdown(source)
      expect(issues).toMatchObject([{ code: 'front-matter-not-first' }])
      expect(article).toBeDefined()
    },
  )

  it('is looked for in no more lines than front matter may have', () => {
    const source = `title: A\n${'- a\n'.repeat(400_000)}---\n`
    expect(readHead(source).issues).toEqual([])
  })
})
