import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatIssue } from '../../src/issue.js'
import { fromMarkdown } from '../../src/markdown/from-markdown.js'
import { readHead } from '../../src/markdown/read-head.js'

/** What is found in front matter, by either reader. */
function found(yaml: string): readonly string[] {
  const source = `---\n${yaml}\n---\nText\n`
  const { article, issues } = fromMarkdown(source)
  expect(article).toBeDefined()
  expect(readHead(source).issues).toEqual(issues)
  return issues.map(formatIssue)
}

describe('a value that ends at a #', () => {
  it('is reported with what is lost', () => {
    expect(found('link: /a\ntitle: Our award for project #12 of 2026')).toEqual([
      '3:1 title: "title" ends before "#12 of 2026", which YAML takes for a comment: ' +
        'expected quotes around the whole value (warning cut-by-comment)',
    ])
  })

  it('is reported when nothing is left of it', () => {
    expect(found('title: A\ntags: #wind')).toEqual([
      '3:1 tags: "tags" is empty, since YAML takes "#wind" for a comment: ' +
        'expected quotes around the whole value (warning cut-by-comment)',
    ])
  })

  it.each([
    ['tags:\n  - wind #1\n  - #2', ['tags[0]', 'tags[1]']],
    ['tags: [wind #1\n  , sun]', ['tags[0]']],
    ['author: Anna #1', ['authors']],
    ['images:\n  - url: /a.png\n    caption: Plant #12', ['images[0].caption']],
    ['title: one\n  two #3', ['title']],
    ['data: { desk: news #3\n }', ['data.desk']],
    ['title: &name One #2\nsummary: *name', ['title']],
    ['title: A\t#b', ['title']],
    ['title: A #b\r\nlink: /a', ['title']],
    ['unknown: A #b', ['unknown']],
  ])('%j is found', (yaml, paths) => {
    const { issues } = fromMarkdown(`---\n${yaml}\n---\n`)
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(
      paths.map((path) => `cut-by-comment ${path}`),
    )
    expect(readHead(`---\n${yaml}\n---\n`).issues).toEqual(issues)
  })

  it('is cut short itself when it is long', () => {
    const [line = ''] = found(`title: A #${'😀'.repeat(500)}`)
    expect(line.length).toBeLessThan(300)
    expect(line.isWellFormed()).toBe(true)
  })
})

describe('a comment that is meant as one', () => {
  it.each([
    '# Settle the address first\ntitle: A\n  # and the date\nlink: /a',
    'title: "Project" # 12',
    "title: 'Project' # 12",
    'summary: | # kept\n  Project #12',
    'summary: > # folded\n  Project #12',
    'tags: [wind, sun] # two',
    'tags: # the topics\n  - wind',
    'tags:\n  # the topics\n  - wind',
    'tags:\n# none yet\nlink: /a',
    'tags:\n  -\n  # none yet\n  - wind',
    'title: A\n# the end',
    'draft: true # until Monday',
    'location: { latitude: 1, longitude: 2 } # the hill',
    'location:\n  latitude: 1 # north\n  longitude: 2',
    'title: A#b',
  ])('%j is not reported', (yaml) => {
    expect(found(yaml)).toEqual([])
  })

  it('is what the first release of pressfeed init has', () => {
    const template = new URL('../../templates/newsroom/first-release.md', import.meta.url)
    const source = readFileSync(template, 'utf8')
    expect(fromMarkdown(source).issues).toEqual([])
    expect(readHead(source).issues).toEqual([])
  })
})
