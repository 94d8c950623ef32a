import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createFeed, FeedError, formatIssue, issueCodes } from 'pressfeed'
import { fromMarkdown } from 'pressfeed/markdown'
import { builds, findingsOf } from './provoked-by-build.js'
import { refusals, type Provoked } from './refusals.js'
import { warnings } from './warnings.js'

const page = readFileSync(new URL('../../docs/issues.md', import.meta.url), 'utf8')

/** The rows of the tables, in their order; each cell without the marks around it. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
  .map(([, code = '', severity = '', meaning = '', example = '', advice = '']) => ({
    ...{ code: unquoted(code), severity, meaning, example: unquoted(example), advice },
  }))

/** The lines of a report that the page shows. */
const texts = [...page.matchAll(/```text\n(.*)\n```/g)].map(([, text]) => text)

/** A file of Markdown for each finding that only a file can have. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'empty-embargo': '---\ntitle: One\nembargo:\n---\n',
  'front-matter-unclosed': '---\ntitle: One\n',
  'front-matter-syntax': '---\ntitle: One: two\n---\n',
  'front-matter-language': '+++\ntitle = "One"\n+++\n',
  'picture-not-read': '![Plant](my plant.jpg "The plant.")\n',
  'front-matter-unopened': 'title: One\n---\n',
  'cut-by-comment': '---\ntitle: Our award for project #12 of 2026\n---\n',
  'front-matter-not-first': '\n---\nheadline: One\n---\n',
  'too-long': 'x'.repeat(6_000_001),
  'not-text': Uint8Array.of(0x63, 0x61, 0x66, 0xe9),
}

describe('docs/issues.md', () => {
  it('has every code once, with its severity and meaning', () => {
    const listed = rows.map(({ code, severity, meaning }) => [code, severity, meaning])
    const expected = Object.entries(issueCodes).map(([code, facts]) => [code, ...facts])
    expect(listed.sort()).toEqual(expected.sort())
  })

  it.each(rows)('shows a message of $code that is given', async ({ code, example, advice }) => {
    expect(await messageOf(code)).toBe(example)
    expect(advice).toMatch(/^[A-Z].*\.$/)
  })

  it('shows what a line of the report looks like', () => {
    const [shown] = texts
    const { example } = rows.find(({ code }) => code === 'picture-without-caption')!
    expect(shown).toBe(
      `articles[3].images[0].caption: ${example} (warning picture-without-caption)`,
    )
  })

  it('shows what a line looks like that comes from a file', async () => {
    const found = await findingsOf(builds.find(({ code }) => code === 'missing-file')!)
    expect(texts[1]).toBe(formatIssue(found[0]!))
  })
})

function unquoted(cell: string): string {
  return cell.replace(/^(`+ ?)(.*?)( ?`+)$/, '$2')
}

async function messageOf(code: string): Promise<string | undefined> {
  const built = builds.find((each) => each.code === code)
  if (built !== undefined) return (await findingsOf(built))[0]?.message
  const file = files[code]
  if (file !== undefined) return fromMarkdown(file).issues[0]?.message
  const provoked = [...refusals, ...warnings].find((each) => each.code === code)!
  return messageOfFeed(provoked)
}

function messageOfFeed({ input, now, write }: Provoked): string | undefined {
  try {
    const feed = createFeed(input, { now })
    write?.(feed)
    return feed.issues[0]?.message
  } catch (error) {
    if (error instanceof FeedError) return error.issues[0]?.message
    throw error
  }
}
