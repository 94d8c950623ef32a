import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { article } from '../../src/markdown/fields.js'
import { fromMarkdown } from '../../src/markdown/index.js'

const page = readFileSync(new URL('../../docs/markdown.md', import.meta.url), 'utf8')

it('docs/markdown.md shows messages that are given', () => {
  const rows = [...page.matchAll(/^\| `([^`]*⏎[^`]*)` +\| (.*?) +\|$/gm)]
  expect(rows.length).toBeGreaterThan(8)
  for (const [, file = '', message = ''] of rows) {
    const source = file.replaceAll('⏎', '\n').replaceAll('→', '\t')
    const [found, ...others] = fromMarkdown(source).issues
    expect(others).toEqual([])
    expect(found?.message.slice(0, message.length)).toBe(message)
    expect(found).toMatchObject({ severity: 'error' })
  }
})

it('docs/markdown.md names every field', () => {
  const [, table = ''] = /^## Which fields(.*?)^What each becomes/ms.exec(page) ?? []
  const named = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name)
  const inner = Object.values(article.fields).flatMap((kind) => {
    const group = typeof kind === 'object' && 'items' in kind ? kind.items : kind
    return typeof group === 'object' && 'fields' in group ? Object.keys(group.fields) : []
  })
  const expected = [...Object.keys(article.fields), ...inner].filter((name) => name !== 'body')
  expect(expected.filter((name) => !named.includes(name) && !table.includes(`${name}: …`))).toEqual(
    [],
  )
})

it('the example of docs/markdown.md is read without a finding', () => {
  const [, example = ''] = /```md\n(---\n.*?)```/s.exec(page) ?? []
  const { article: read, issues } = fromMarkdown(example)
  expect(issues).toEqual([])
  expect(read).toMatchObject({
    published: '2026-03-02 09:00',
    authors: ['Press office'],
    images: [
      {
        url: '/img/plant.jpg',
        alt: 'The plant at dawn',
        caption: 'The plant, an hour before the first shift.',
        credit: 'Press office',
      },
    ],
  })
})
