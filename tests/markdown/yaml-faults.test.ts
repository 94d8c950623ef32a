import { expect, it } from 'vitest'
import { fromMarkdown } from '../../src/markdown/from-markdown.js'

it.each([
  ['title: A: b', '2:8', 'quotes around a value that contains ": "'],
  ['title: "A"\nsummary: A: b: c', '3:10', 'quotes around a value that contains ": "'],
  ['title: A:', '2:8', 'quotes around a value that contains ": "'],
  ['images:\n  - url: a\n    caption: A: b', '4:14', 'quotes around a value that contains ": "'],
  ['images:\n  - url: a\n   credit: b', '4:4', 'the same indentation as the field above it'],
  [
    'images:\n  - url: https://news.example/a\n     credit: b',
    '4:6',
    'the same indentation as the field above it',
  ],
  ['title: A\n link: /b', '3:2', 'the same indentation as the field above it'],
  ['title: "A\nlink: /b', '2:8', 'a closing quote'],
  ["title: 'A\nlink: /b", '2:8', 'a closing quote'],
  ['title: A\nlink\nid: a', '3:1', 'a name, a colon and a space on one line'],
  ['title: A\nlink', '3:1', 'a colon and a space after a name'],
  ['tags: ["a" "b"]', '2:12', 'a comma between items'],
  ['{ "a" "b": c }', undefined, 'a comma between items'],
  ['title: "A"# b', '2:11', 'a space before a comment'],
  ['{ title: A', undefined, 'an end to every [ and {'],
])('%j says what fits', (yaml, position, expected) => {
  const { issues } = fromMarkdown(`---\n${yaml}\n---\n`)
  const [found] = issues
  expect(found?.message).toBe(`Cannot read the front matter: expected ${expected}`)
  if (position !== undefined) expect(`${found?.line}:${found?.column}`).toBe(position)
})
