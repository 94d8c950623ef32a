import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeBlocksOf } from '../code-blocks.js'

// Other tests build and run the examples; this holds what the pages show to them.
const pages = ['astro', 'database', 'edge', 'eleventy', 'next', 'sveltekit', 'vite']

describe.each(pages)('docs/%s.md', (name) => {
  const shown = codeBlocksOf(`docs/${name}.md`)
    .filter(({ language }) => ['ts', 'js', 'jsx', 'json'].includes(language))
    .map(({ words, code, line }) => ({
      file: words.find((word) => word.includes('.')),
      code,
      line,
    }))

  it('shows the newsroom and its way into the tool', () => {
    expect(shown.length).toBeGreaterThanOrEqual(2)
  })

  it.each(shown)('shows $file as it is in the example (line $line)', ({ file, code }) => {
    expect(file).toBeDefined()
    expect(`${code}\n`).toBe(readFileSync(`examples/${name}/${file}`, 'utf8'))
  })

  it('names the example, which has a README of its own', () => {
    expect(readFileSync(`docs/${name}.md`, 'utf8')).toContain(`../examples/${name}/README.md`)
    expect(existsSync(`examples/${name}/README.md`)).toBe(true)
  })
})
