import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { codeBlocksOf, documents, moduleOf, parseCodeBlocks, typeErrors } from './code-blocks.js'
import type { CodeBlock } from './code-blocks.js'

const blocks = documents().flatMap((document) => codeBlocksOf(document))
const typed = blocks.filter(({ language }) => language === 'ts')
const runnable = blocks.filter(
  ({ language, words }) => ['ts', 'js'].includes(language) && !words.includes('no-run'),
)

describe('every code block of the documentation', () => {
  beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue())
  afterEach(() => void vi.restoreAllMocks())

  it('has types that hold', { timeout: 60_000 }, () => {
    expect(typeErrors(typed)).toEqual([])
  })

  it('runs', async () => {
    for (const block of runnable) {
      await import(/* @vite-ignore */ moduleOf(block)).catch((cause: unknown) => {
        throw new Error(`${block.document}:${block.line} does not run`, { cause })
      })
    }
  })

  it('names only commands that exist', () => {
    const shell = blocks.filter(({ language }) => ['sh', 'bash', 'console'].includes(language))
    expect(shell.flatMap(unknownCommands)).toEqual([])
  })
})

describe('README.md', () => {
  it('begins with the example, then the tests', () => {
    const lines = codeBlocksOf('README.md')
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code }) => code.split('\n'))
    expect(lines.slice(0, 2)).toEqual(['npm ci && npm run example', 'npm ci && npm test'])
  })
})

describe('the checks above', () => {
  const page = [
    '1. See',
    '   ```ts no-run',
    '   const a: string = 1',
    '   ```',
    '```sh',
    'npm run nope',
  ]

  it('find a wrong type, in a list and not run too', () => {
    const [block] = parseCodeBlocks('made-up.md', [...page, '```'].join('\n'))
    expect(block).toMatchObject({ line: 2, language: 'ts', words: ['no-run'] })
    expect(typeErrors([block!])).toEqual([expect.stringContaining("'number' is not assignable")])
  })

  it('find a command that does not exist', () => {
    const [, block] = parseCodeBlocks('made-up.md', [...page, '```'].join('\n'))
    expect(unknownCommands(block!)).toEqual(['made-up.md:5: npm run nope'])
    expect(() => parseCodeBlocks('made-up.md', page.join('\n'))).toThrow('not closed')
  })

  it('know the commands of pressfeed', () => {
    const [block] = parseCodeBlocks('made-up.md', '```sh\nnpx pressfeed build\npressfeed mend\n```')
    expect(unknownCommands(block!)).toEqual(['made-up.md:1: pressfeed mend'])
  })

  it('put a continued block behind the one before it', () => {
    const text = '```ts\nconst a = 1\n```\n```ts continued\nconst b: string = a\n```\n'
    const [first, second] = parseCodeBlocks('made-up.md', text)
    expect(typeErrors([first!, second!])).toEqual([
      "made-up.md:4 (line 2 of the block): Type 'number' is not assignable to type 'string'.",
    ])
  })
})

// What the command knows, read from its own help.
const help = execFileSync(process.execPath, ['dist/cli/main.js', '--help'], { encoding: 'utf8' })
const ourCommands = new Set(
  [...help.matchAll(/^ {2}(\w+)/gm), ['', '--help'], ['', '--version']].map(
    ([, name = '']) => name,
  ),
)

/** Commands of a shell block that are neither npm's own, nor a script of ours, nor a file to run, nor install packages of Debian. */
function unknownCommands({ document, line, code }: CodeBlock): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }
  const names = new Set(Object.keys(scripts))
  const commands = code.split(/\n|&&/).map((text) => text.replace(/^\s*\$ |\s#.*$/g, '').trim())
  return commands
    .filter((command) => {
      const [program = '', verb = '', name = ''] = command.split(/\s+/)
      if (command === '' || command.startsWith('#')) return false
      if (program === 'apt-get') return verb !== 'install'
      if (program === 'node') return !existsSync(verb)
      if (program === 'npx' && verb === 'pressfeed') return !ourCommands.has(name)
      if (program === 'pressfeed') return !ourCommands.has(verb)
      if (program !== 'npm') return true
      if (verb === 'run') return !names.has(name)
      return !['ci', 'install', 'test'].includes(verb)
    })
    .map((command) => `${document}:${line}: ${command}`)
}
