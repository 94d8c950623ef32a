import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromMarkdown } from '../../src/markdown/from-markdown.js'
import { readHead } from '../../src/markdown/read-head.js'
import { runs } from '../property/runs.js'

const file = `---
title: Second plant opens
link: https://newsroom.example/2
tags: [plants]
draft: true
images:
  - url: a.jpg
---
# Second plant opens

![Dawn](b.jpg "At dawn")
`

it('gives the fields of the front matter and nothing of the text', () => {
  const { article, issues, locate } = readHead(file)
  expect(article).toEqual({
    title: 'Second plant opens',
    link: 'https://newsroom.example/2',
    tags: ['plants'],
    draft: true,
    images: [{ url: 'a.jpg' }],
  })
  expect(issues).toEqual([])
  expect(locate('images[0].url')).toEqual({ line: 7, column: 5 })
})

it('takes the title of the heading when the front matter has none', () => {
  const { article, locate } = readHead('---\nlink: /a\n---\n\n# Plant *opens*\n\nText\n')
  expect(article).toEqual({ link: '/a', title: 'Plant opens' })
  expect(locate('title')).toEqual({ line: 5, column: 1 })
  expect(readHead('Text alone').article).toEqual({})
})

it('takes bytes', () => {
  expect(readHead(new TextEncoder().encode(file))).toMatchObject({
    article: readHead(file).article,
  })
})

it.each([
  ['---\ntitle: A\n', 'front-matter-unclosed'],
  ['---\ntitle: "A\n---\n', 'front-matter-syntax'],
  ['---\nbody: A\n---\n', 'invalid-value'],
  ['+++\ntitle = "A"\n+++\n', 'front-matter-language'],
  [Uint8Array.of(0xff), 'not-text'],
  ['\n---\nheadline: A\n---\n', 'front-matter-not-first'],
  ['\n---\ntitle: A\n---\n', 'front-matter-unopened'],
])('finds in %j what fromMarkdown finds', (source, code) => {
  const head = readHead(source)
  const whole = fromMarkdown(source)
  expect(head.issues.map((found) => found.code)).toEqual([code])
  expect(head.issues).toEqual(whole.issues)
  expect(head.article === undefined).toBe(whole.article === undefined)
})

it('agrees with fromMarkdown on any file', () => {
  const parts = fc.constantFrom(
    '---\n',
    'title: A\n',
    'title:\n',
    'body: ""\n',
    'images:\n',
    '- url: a\n',
    '# B\n',
    '\n',
    '![c](d "e")\n',
    'x',
    '"',
    '- ',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (all) => {
      const source = all.join('')
      const { body: _, images, ...fields } = fromMarkdown(source).article ?? {}
      const { images: own, ...head } = readHead(source).article ?? {}
      expect(head).toEqual(fields)
      if (Array.isArray(own)) expect(images).toHaveLength(Math.max(own.length, images?.length ?? 0))
    }),
    runs(500),
  )
})
