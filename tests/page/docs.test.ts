import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { english } from '../../src/page/words/english.js'
import { pageWordPlaces } from '../../src/words/page-words.js'
import { codeBlocksOf, moduleOf } from '../code-blocks.js'
import { readNewsroom } from '../../src/newsroom/read-newsroom.js'

const page = readFileSync('docs/people.md', 'utf8')
const blocks = codeBlocksOf('docs/people.md').filter(({ language }) => language === 'ts')

describe('docs/people.md', () => {
  it.each(blocks.map((block) => [block.line, block] as const))(
    'shows at line %i a newsroom without a finding',
    async (_, block) => {
      const module = (await import(/* @vite-ignore */ moduleOf(block))) as { default: unknown }
      const plan = readNewsroom(module.default, '2026-06-01')
      expect(plan.issues).toEqual([])
      expect(plan.pages.length).toBeGreaterThan(0)
    },
  )

  it('names every word, and what it holds', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` +\| [^|]*\| (.*?) *\|$/gm)].filter(
      ([, name = '']) => name in pageWordPlaces,
    )
    expect(rows.map(([, name, holds]) => [name, holds])).toEqual(
      Object.entries(pageWordPlaces).map(([name, places]) => [
        name,
        places.map((place) => `\`{${place}}\``).join(', '),
      ]),
    )
    expect(rows).toHaveLength(Object.keys(english).length)
  })
})
