import { describe, expect, it } from 'vitest'
import { closingSentence } from '../../src/cli/report/closing.js'
import { renderDocuments } from '../../src/cli/report/documents.js'
import { renderFindings } from '../../src/cli/report/findings.js'
import { printReport } from '../../src/cli/report/print-report.js'
import { coloursFor } from '../../src/cli/text/colours.js'
import type { Issue } from '../../src/issue.js'
import { documentAt, fake, report, Screen } from './surroundings.js'

const colours = coloursFor(new Screen(), {})
const view = {
  colours,
  width: 80,
  cwd: '/press',
  root: '/press',
  configFile: '/press/pressfeed.config.ts',
}

const caption: Issue = {
  code: 'picture-without-caption',
  severity: 'warning',
  path: 'images[0].caption',
  message: 'No caption for "/img/plant.jpg": expected a sentence under the picture',
  file: 'content/news/plant.md',
  line: 7,
  column: 5,
}
const date: Issue = {
  code: 'unreadable-date',
  severity: 'error',
  path: 'published',
  message:
    'Cannot read date "2 March": expected a date such as 2026-03-02 or 2026-03-02T09:00:00+01:00',
  file: 'content/news/plant.md',
  line: 3,
  column: 12,
}
const place: Issue = {
  code: 'missing-field',
  severity: 'error',
  path: 'feeds[1].path',
  message: 'No path: expected one such as /rss.xml',
}

describe('findings', () => {
  it('stand under their file, the errors last', () => {
    expect(renderFindings([place, date, caption, { ...caption, path: '' }], view)).toBe(
      [
        'content/news/plant.md:7:5',
        '  warning  images[0].caption: No caption for "/img/plant.jpg": expected a',
        '           sentence under the picture',
        '           picture-without-caption',
        '  warning  No caption for "/img/plant.jpg": expected a sentence under the',
        '           picture',
        '           picture-without-caption',
        '',
        'pressfeed.config.ts',
        '  error    feeds[1].path: No path: expected one such as /rss.xml',
        '           missing-field',
        '',
        'content/news/plant.md:3:12',
        '  error    published: Cannot read date "2 March": expected a date such as',
        '           2026-03-02 or 2026-03-02T09:00:00+01:00',
        '           unreadable-date',
        '',
        '',
      ].join('\n'),
    )
  })

  it('of one file stand together, each under its line', () => {
    const found = [caption, { ...caption, file: 'b.md' }, { ...caption, line: 9 }]
    const headings = renderFindings(found, view).match(/^\S.*$/gm)
    expect(headings).toEqual(['content/news/plant.md:7:5', 'content/news/plant.md:9:5', 'b.md:7:5'])
  })

  it('are named as seen from the working folder', () => {
    const elsewhere = {
      ...view,
      cwd: '/press',
      root: '/press/site',
      configFile: '/press/site/c.json',
    }
    const headings = renderFindings([caption, place], elsewhere).match(/^\S.*$/gm)
    expect(headings).toEqual(['site/content/news/plant.md:7:5', 'site/c.json'])
  })

  it('have a line without a column, or none', () => {
    const { column: _, ...line } = caption
    const { line: __, ...file } = line
    expect(renderFindings([line], view)).toMatch(/^content\/news\/plant\.md:7\n/)
    expect(renderFindings([file], view)).toMatch(/^content\/news\/plant\.md\n/)
  })

  it('cut no address and know how wide letters are', () => {
    const url = `https://newsroom.example/${'a'.repeat(80)}.jpg`
    const message = `No caption for "${url}": 東京の新しい工場は来月から操業を始める予定です 👩🏽‍🚀👩🏽‍🚀 here`
    expect(renderFindings([{ ...caption, path: '', message }], view)).toBe(
      [
        'content/news/plant.md:7:5',
        '  warning  No caption for',
        `           "${url}":`,
        '           東京の新しい工場は来月から操業を始める予定です 👩🏽‍🚀👩🏽‍🚀 here',
        '           picture-without-caption',
        '',
        '',
      ].join('\n'),
    )
  })

  it('let nothing through that a terminal would obey', () => {
    const hostile = 'x\u001B[31m\u009B2J\u202E\r\n\u0007'
    const text = renderFindings(
      [{ ...caption, file: `${hostile}.md`, path: hostile, message: hostile }],
      view,
    )
    expect(text).toBe(
      [
        String.raw`x\u001b[31m\u009b2J\u202e \u0007.md:7:5`,
        String.raw`  warning  x\u001b[31m\u009b2J\u202e \u0007: x\u001b[31m\u009b2J\u202e \u0007`,
        '           picture-without-caption',
        '',
        '',
      ].join('\n'),
    )
  })

  it('are at most fifty of a code', () => {
    const captions = Array.from({ length: 1252 }, (_, index) => ({ ...caption, line: index + 1 }))
    const text = renderFindings([...captions, { ...caption, code: 'no-articles' }, date], view)
    expect(text.match(/^ +picture-without-caption$/gm)).toHaveLength(50)
    expect(text).toContain('\n\n… and 1,202 more of picture-without-caption (see --json)\n\n')
    expect(text).toContain('no-articles')
    expect(text).toMatch(/unreadable-date\n\n$/)
  })

  it('are coloured on a terminal', () => {
    const coloured = { ...view, colours: coloursFor(new Screen({ isTTY: true }), {}) }
    const text = renderFindings([caption, date], coloured)
    expect(text).toContain('\u001B[1mcontent/news/plant.md:7:5\u001B[22m')
    expect(text).toContain('\u001B[33mwarning\u001B[39m  images')
    expect(text).toContain('\u001B[31merror\u001B[39m    published')
    expect(text.replace(/\u001B\[\d+m/g, '')).toBe(renderFindings([caption, date], view))
  })
})

describe('documents', () => {
  const atom = documentAt('atom.xml', { format: 'atom', status: 'unchanged', bytes: 3_456_789 })
  const pages = (number: number) =>
    Array.from({ length: number }, (_, index) =>
      documentAt(`atom-${index + 1}.xml`, {
        archiveOf: 'atom.xml',
        status: index === 0 ? 'written' : 'unchanged',
        bytes: 1000,
        articles: 50,
        available: 50,
      }),
    )
  const opml = documentAt('feeds.opml', { format: 'opml', bytes: 812, articles: 1, available: 1 })
  const rss = documentAt('rss.xml', { available: 1234 })

  it('are a table', () => {
    const documents = [rss, atom, ...pages(2), opml]
    expect(renderDocuments(report({ documents, removed: ['old.xml'] }), colours)).toBe(
      [
        '  written    rss.xml       12.3 kB  20 of 1,234 articles',
        '  unchanged  atom.xml       3.5 MB  20 articles',
        '  written    atom-1.xml     1.0 kB  50 articles',
        '  unchanged  atom-2.xml     1.0 kB  50 articles',
        '  written    feeds.opml  812 bytes  1 feed',
        '  removed    old.xml',
        '',
      ].join('\n'),
    )
  })

  it('of more than twelve archive pages have one line a feed', () => {
    const documents = [rss, atom, ...pages(13)]
    expect(renderDocuments(report({ documents }), colours)).toBe(
      [
        '  written    rss.xml             12.3 kB  20 of 1,234 articles',
        '  unchanged  atom.xml             3.5 MB  20 articles',
        '             + 13 archive pages  13.0 kB  1 written',
        '',
      ].join('\n'),
    )
    const quiet = documents.map((document) => ({ ...document, status: 'unchanged' as const }))
    expect(renderDocuments(report({ documents: quiet }), colours)).toContain('13.0 kB  unchanged\n')
  })

  it('would be written in a dry run', () => {
    const documents = [rss, atom]
    expect(
      renderDocuments(report({ dryRun: true, documents, removed: ['old.xml'] }), colours),
    ).toBe(
      [
        '  would be written  rss.xml   12.3 kB  20 of 1,234 articles',
        '  unchanged         atom.xml   3.5 MB  20 articles',
        '  would be removed  old.xml',
        '',
      ].join('\n'),
    )
  })

  it('that were removed are counted when they are many', () => {
    const removed = Array.from({ length: 13 }, (_, index) => `${index}.xml`)
    expect(renderDocuments(report({ removed }), colours)).toBe('  removed  13 files\n')
  })

  it('have harmless names', () => {
    const documents = [documentAt('a\u001B[2J.xml')]
    expect(renderDocuments(report({ documents }), colours)).toContain(String.raw`a\u001b[2J.xml`)
  })

  it('may be none', () => expect(renderDocuments(report(), colours)).toBe(''))
})

describe('the last line', () => {
  const made = report({
    documents: [
      ...['a', 'b'].map((name) => documentAt(name)),
      ...['c', 'd', 'e', 'f'].map((name) => documentAt(name, { status: 'unchanged' })),
    ],
    removed: ['old.xml'],
    bytes: 123_456,
    articles: 134,
    drafts: 2,
    issues: [caption, caption, caption],
  })
  const tally =
    '2 written, 4 unchanged, 1 removed, 123 kB, 134 articles, 2 drafts left out, 3 warnings'
  const would = tally.replace('written', 'would be written').replace('removed', 'would be removed')

  it('says what was done', () => {
    expect(closingSentence(made, 'build')).toBe(`Done in 0.41 s: ${tally}.`)
    expect(closingSentence({ ...made, dryRun: true }, 'build')).toBe(
      `Dry run in 0.41 s, nothing was written: ${would}.`,
    )
    expect(closingSentence({ ...made, dryRun: true }, 'check')).toBe(
      `Checked in 0.41 s, nothing was written: ${would}.`,
    )
  })

  it('leaves out what is none, and counts one', () => {
    expect(closingSentence(report(), 'build')).toBe('Done in 0.41 s: 0 articles.')
    const one = { ...report(), articles: 1, drafts: 1, issues: [caption] }
    expect(closingSentence(one, 'build')).toBe(
      'Done in 0.41 s: 1 article, 1 draft left out, 1 warning.',
    )
  })

  it.each([
    [[date, place, caption], false, 'Nothing was written: 2 errors to mend.'],
    [[date], false, 'Nothing was written: 1 error to mend.'],
    [[date], true, 'Nothing would be written: 1 error to mend.'],
    [[caption], false, 'Nothing was written: 1 warning, and --strict takes warnings for errors.'],
    [[], false, 'Nothing was written.'],
  ])('says why nothing was done', (issues, dryRun, sentence) => {
    expect(closingSentence(report({ ok: false, issues, dryRun }), 'build')).toBe(sentence)
  })

  it('goes to standard output, wrapped, and findings go to standard error', () => {
    const surroundings = fake()
    const config = { file: '/press/pressfeed.config.ts', root: '/press' }
    printReport({ ...made, documents: made.documents.slice(0, 1) }, 'build', config, surroundings)
    expect(surroundings.stdout.text).toBe(
      [
        '  written  a        12.3 kB  20 articles',
        '  removed  old.xml',
        'Done in 0.41 s: 1 written, 1 removed, 123 kB, 134 articles, 2 drafts left out, 3',
        'warnings.',
        '',
      ].join('\n'),
    )
    expect(surroundings.stderr.text).toMatch(/^content\/news\/plant\.md:7:5\n/)
  })

  it('fits a narrow terminal', () => {
    const surroundings = fake({ columns: 44 })
    const config = { file: '/press/pressfeed.config.ts', root: '/press' }
    printReport({ ...made, documents: [] }, 'build', config, surroundings)
    const lines = [...surroundings.stdout.text.split('\n'), ...surroundings.stderr.text.split('\n')]
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(44)
  })
})
