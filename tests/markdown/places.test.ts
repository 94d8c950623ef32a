import { describe, expect, it } from 'vitest'
import type { Issue } from '../../src/issue.js'
import { fromMarkdown, locateIssues } from '../../src/markdown/index.js'

const source = `---
title: Second plant
author: Press office
images:
  - url: a.jpg
    caption: &plant The plant
  - &b
    url: b.jpg
data: { "x.y": [1, { z: 2 }] }
---

Text

![A](a.jpg) ![B](c.jpg
"C")
and

> A quote
> with ![D](d.jpg "D")
`

describe('locate', () => {
  const { locate } = fromMarkdown(source)

  it.each([
    ['title', 2, 1],
    ['authors', 3, 1],
    ['authors[0]', 3, 1],
    ['images', 4, 1],
    ['images[0]', 5, 5],
    ['images[0].url', 5, 5],
    ['images[0].caption', 6, 5],
    ['images[0].alt', 5, 5],
    ['images[1].url', 8, 5],
    ['images[1].width', 8, 5],
    ['data.x.y[1].z', 9, 22],
    ['body', 12, 1],
    ['images[2].url', 14, 1],
    ['images[3].alt', 19, 8],
    ['images[9].alt', 4, 1],
    ['link', 1, 1],
    ['', 1, 1],
  ])('finds %s', (path, line, column) => {
    expect(locate(path)).toEqual({ line, column })
  })

  it('counts lines of any kind alike', () => {
    const windows = fromMarkdown(`\uFEFF${source.replaceAll('\n', '\r\n')}`)
    const classic = fromMarkdown(new TextEncoder().encode(source.replaceAll('\n', '\r')))
    for (const path of ['title', 'images[1].url', 'body', 'images[2].url', 'images[3].alt']) {
      expect(windows.locate(path)).toEqual(locate(path))
      expect(classic.locate(path)).toEqual(locate(path))
    }
  })

  it('finds a title in the body', () => {
    expect(fromMarkdown('---\nlink: /a\n---\n\n\n# A\n').locate('title')).toEqual({
      line: 6,
      column: 1,
    })
    expect(fromMarkdown('A\n===\n').locate('title')).toEqual({ line: 1, column: 1 })
    expect(fromMarkdown('---\ntitle: A\n---\n\n# A').locate('title')).toEqual({
      line: 2,
      column: 1,
    })
  })

  it('finds pictures of a file without front matter', () => {
    const rows = fromMarkdown('Text\n\n| A |\n|---|\n| ![](a.jpg "A") |\n| ![](b.jpg "B") |\n')
    expect(rows.locate('images[0].alt')).toEqual({ line: 5, column: 3 })
    expect(rows.locate('images[1].alt')).toEqual({ line: 6, column: 3 })
  })

  it('works for a file that is refused', () => {
    const { article, locate } = fromMarkdown('---\nlink: /a\nbody: A\n---\n')
    expect(article).toBeUndefined()
    expect(locate('body')).toEqual({ line: 3, column: 1 })
  })
})

describe('locateIssues', () => {
  const found = (path: string, position = {}): Issue => ({
    code: 'missing-field',
    severity: 'error',
    path,
    message: 'No url',
    ...position,
  })

  it('adds the place in the file of the article', () => {
    const articles = [undefined, fromMarkdown('---\ntitle: A\n---'), fromMarkdown(source)]
    const issues = [
      found('articles[2].images[1].url'),
      found('articles[1].title'),
      found('articles[2].data.a\nb'),
      found('articles[2]'),
    ]
    expect(locateIssues(issues, articles)).toEqual([
      found('articles[2].images[1].url', { line: 8, column: 5 }),
      found('articles[1].title', { line: 2, column: 1 }),
      found('articles[2].data.a\nb', { line: 9, column: 1 }),
      found('articles[2]', { line: 1, column: 1 }),
    ])
  })

  it('leaves the rest as it is', () => {
    const issues = [
      found('title'),
      found('articles'),
      found('articles[0].title'),
      found('articles[7].title'),
      found('articles[1].title', { line: 5, column: 2 }),
    ]
    expect(locateIssues(issues, [undefined, fromMarkdown(source)])).toEqual(issues)
  })
})
