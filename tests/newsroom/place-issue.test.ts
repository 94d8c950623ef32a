import { describe, expect, it } from 'vitest'
import { issue, type Issue } from '../../src/issue.js'
import { placeIssue } from '../../src/newsroom/place-issue.js'

type Where = Partial<Pick<Issue, 'file' | 'line' | 'column' | 'path'>>

const at = (path: string, where: Where = {}): Issue => ({
  ...issue('wrong-type', path, 'Cannot use it'),
  ...where,
})
const locate = (path: string) => ({ line: path === '' ? 1 : 7, column: 3 })

describe('placeIssue', () => {
  it.each<[string, origin: string, path: string, expected: Where]>([
    ['the whole', '', 'articles', { path: 'articles' }],
    ['the whole, without a path', '', '', { path: 'articles' }],
    ['the whole, an option of it', '', 'folder', { path: 'articles.folder' }],
    ['a record', 'articles[3]', '', { path: 'articles[3]' }],
    ['a record, all of it', 'articles[3]', 'articles', { path: 'articles[3]' }],
    ['a field of a record', 'articles[3]', 'images[0].url', { path: 'articles[3].images[0].url' }],
    [
      'a field of one read by itself',
      'articles[3]',
      'articles[0].title',
      { path: 'articles[3].title' },
    ],
    ['a folder of that name', 'articles', '', { file: 'articles', path: '' }],
    ['a file of that name', 'articles', 'articles[0].title', { file: 'articles', path: 'title' }],
    ['a file', 'news/a.md', 'articles[0].title', { file: 'news/a.md', path: 'title' }],
    [
      'a file whose name ends in a number',
      'news/a:4',
      'title',
      { file: 'news/a:4', path: 'title' },
    ],
    ['a Markdown file with one', 'a:4.md', 'title', { file: 'a:4.md', path: 'title' }],
    ['a Markdown file with an index', 'x[3].md', 'title', { file: 'x[3].md', path: 'title' }],
    ['a folder with an index', 'news[3]', '', { file: 'news[3]', path: '' }],
    ['a folder in one with an ending', 'v1.0/news[3]', '', { file: 'v1.0/news[3]', path: '' }],
    [
      'a folder of articles with an index',
      'old/articles[3]',
      '',
      { file: 'old/articles[3]', path: '' },
    ],
    ['a line', 'a.ndjson:4', 'title', { file: 'a.ndjson', path: 'title', line: 4, column: 1 }],
    [
      'a line, the other ending',
      'b/A.JSONL:12',
      '',
      { file: 'b/A.JSONL', path: '', line: 12, column: 1 },
    ],
    [
      'a line on another drive',
      'D:/a.ndjson:4',
      '',
      { file: 'D:/a.ndjson', path: '', line: 4, column: 1 },
    ],
    ['no line', 'a.ndjson', '', { file: 'a.ndjson', path: '' }],
    ['a line of no such file', 'a.json:4', '', { file: 'a.json:4', path: '' }],
    ['an index in lines', 'a.ndjson[4]', '', { file: 'a.ndjson[4]', path: '' }],
    ['a record of a file', 'a.json[3]', 'title', { file: 'a.json', path: '[3].title' }],
    ['a record of a file, all of it', 'a.json[3]', 'articles[0]', { file: 'a.json', path: '[3]' }],
    ['a record of a file of another ending', 'b/a.txt[3]', '', { file: 'b/a.txt', path: '[3]' }],
    ['the only record of a file', 'a.json', 'title', { file: 'a.json', path: 'title' }],
    ['a name with a line end', 'a\nb.json[3]', '', { file: 'a\nb.json', path: '[3]' }],
  ])('places %s', (_, origin, path, expected) => {
    expect(placeIssue(at(path), { origin })).toEqual(at(path, expected))
  })

  it.each<[string, origin: string, path: string, expected: Where]>([
    ['a field of a file', 'a.md', 'title', { file: 'a.md', path: 'title', line: 7, column: 3 }],
    ['a file', 'a.md', 'articles[0]', { file: 'a.md', path: '', line: 1, column: 3 }],
    ['a record', 'a.json[3]', 'title', { file: 'a.json', path: '[3].title', line: 7, column: 3 }],
    [
      'one of a file without ending',
      'data[3]',
      '',
      { file: 'data', path: '[3]', line: 1, column: 3 },
    ],
    [
      'one of a file called articles',
      'articles[3]',
      'title',
      { file: 'articles', path: '[3].title', line: 7, column: 3 },
    ],
    ['a line', 'a.ndjson:4', 'title', { file: 'a.ndjson', path: 'title', line: 7, column: 3 }],
  ])('finds in its text %s', (_, origin, path, expected) => {
    expect(placeIssue(at(path), { origin, locate })).toEqual(at(path, expected))
  })

  it('leaves a place that is known', () => {
    const known = at('title', { line: 9, column: 2 })
    const origin = 'a.ndjson:4'
    expect(placeIssue(known, { origin, locate })).toEqual({ ...known, file: 'a.ndjson' })
    const elsewhere = at('title', { file: 'b.md' })
    expect(placeIssue(elsewhere, { origin, locate })).toEqual(elsewhere)
    expect(placeIssue(elsewhere, { origin: '' })).toEqual({ ...elsewhere, path: 'articles.title' })
  })
})
