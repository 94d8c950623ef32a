import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFeed, issueCodes } from 'pressfeed'
import { fromMarkdown } from 'pressfeed/markdown'
import { wordNames } from '../../src/words/words.js'
import { english } from '../../src/words/english.js'

const page = readFileSync('docs/life.md', 'utf8')
const blocks = ['docs/life.md', 'README.md'].flatMap((document) =>
  [...readFileSync(document, 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(
    ([, yaml = '']) => [`${document}: ${yaml.slice(0, 40)}`, yaml] as const,
  ),
)

describe('docs/life.md', () => {
  it('has front matter to show', () => {
    expect(blocks.length).toBeGreaterThan(7)
  })

  it.each(blocks)('%s is front matter without a finding', (_, yaml) => {
    const published = /^published:/m.test(yaml) ? '' : 'published: 2026-03-02 09:00\n'
    const { article, issues } = fromMarkdown(
      `---\ntitle: A\nlink: /a\n${published}${yaml}---\nText.\n`,
    )
    expect(issues).toEqual([])
    const found = checkFeed(
      {
        ...{ title: 'Newsroom', link: 'https://newsroom.example/', description: 'All' },
        ...{ language: 'en', timeZone: 'Europe/Paris', updated: '2026-03-01' },
        articles: [article!, { title: 'B', link: '/2026/second-plant', published: '2026-03-01' }],
      },
      { now: '2026-03-20' },
    )
    // The second article has no body, which is none of its business.
    expect(found.filter(({ path }) => !path.startsWith('articles[1]'))).toEqual([])
  })

  it('names every word, as it is in English', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` +\| (.*?) +\|/gm)].filter(([, name = '']) =>
      wordNames.includes(name),
    )
    expect(rows.map(([, name]) => name)).toEqual(wordNames)
    for (const [, name, text = ''] of rows) {
      const word = english[name as keyof typeof english]
      if (typeof word === 'string' && name !== 'firstDay') expect(text).toBe(word)
    }
  })

  it('names the codes of what is looked for', () => {
    const table = page.slice(page.indexOf('## What does `check` say'))
    const codes = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code)
    expect(codes).toEqual([
      ...['picture-without-credit', 'no-contact', 'long-title'],
      ...['boilerplate-in-summary', 'translation-missing'],
    ])
    for (const code of codes) expect(Object.keys(issueCodes)).toContain(code)
  })
})
