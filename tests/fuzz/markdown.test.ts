import { expect, it } from 'vitest'
import { fromMarkdown, type MarkdownArticle } from 'pressfeed/markdown'
import { fileBytes, files } from './files.js'
import { fuzz, patience } from './fuzz.js'
import { expectOutcome } from './outcome.js'

const head = {
  title: 'News',
  link: 'https://newsroom.example/',
  description: 'All',
  language: 'en',
}

it('any file is an article or refused, with its place, and so is the feed of it', patience, () => {
  fuzz('markdown', files, (file) => {
    const read = fromMarkdown(file)
    const rows = file.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
    expectRead(read, rows)
    expect(fromMarkdown(file)).toMatchObject({ article: read.article, issues: read.issues })
    if (read.article !== undefined) expectOutcome({ ...head, articles: [read.article] })
  })
})

it('so are any bytes', patience, () => {
  fuzz('bytes', fileBytes, (bytes) => {
    const { article, issues } = fromMarkdown(bytes)
    expect(article === undefined).toBe(issues.some(({ severity }) => severity === 'error'))
    if (article !== undefined) expectOutcome({ ...head, articles: [article] })
  })
})

function expectRead({ article, issues, locate }: MarkdownArticle, rows: readonly string[]): void {
  expect(article === undefined).toBe(issues.some(({ severity }) => severity === 'error'))
  for (const { message, line = 0, column = 0 } of issues) {
    expect(message).toMatch(/expected /)
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(rows.length)
    expect(column).toBeGreaterThan(0)
    expect(column).toBeLessThanOrEqual((rows[line - 1]?.length ?? 0) + 1)
  }
  expect(locate('images[0].url').line).toBeLessThanOrEqual(rows.length)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
}
