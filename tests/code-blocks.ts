/** The fenced code blocks of the documentation, as data and as modules that a test can import. */
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import type { Plugin } from 'vitest/config'

/** One fenced block. Its info string is the language and words such as `no-run`. */
export interface CodeBlock {
  /** The document, relative to the root: `docs/dates.md`. */
  readonly document: string
  /** Line of the opening fence, from 1. */
  readonly line: number
  readonly language: string
  readonly words: readonly string[]
  /** With the blocks before it, if it is marked `continued`. */
  readonly code: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const prefix = 'code-block:'

/** README.md, CHANGELOG.md and whatever stands in docs/, relative to the root. */
export function documents(): readonly string[] {
  const pages = readdirSync(`${root}docs`).filter((name) => name.endsWith('.md'))
  const top = readdirSync(root).filter((name) => name.endsWith('.md'))
  return [...top, ...pages.map((name) => `docs/${name}`)].sort()
}

/** The blocks of one document. */
export function codeBlocksOf(document: string): readonly CodeBlock[] {
  return parseCodeBlocks(document, readFileSync(root + document, 'utf8'))
}

/** The blocks of a Markdown text: fences of three or more backticks, also within a list. */
export function parseCodeBlocks(document: string, text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = []
  let open:
    { fence: string; indent: number; line: number; info: string; code: string[] } | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const [, indent = '', fence, info = ''] = /^( *)(`{3,})(.*)$/.exec(line) ?? []
    if (open === undefined) {
      if (fence) open = { fence, indent: indent.length, line: index + 1, info, code: [] }
    } else if (fence !== undefined && fence.length >= open.fence.length && info.trim() === '') {
      const [language = '', ...words] = open.info.trim().split(/\s+/)
      const before = words.includes('continued') ? `${blocks.at(-1)?.code ?? ''}\n` : ''
      blocks.push({
        document,
        line: open.line,
        language,
        words,
        code: before + open.code.join('\n'),
      })
      open = undefined
    } else open.code.push(line.slice(open.indent))
  }
  if (open !== undefined) throw new Error(`${document}:${open.line}: the block is not closed`)
  return blocks
}

/** What to `import()` to run a block under vitest. */
export function moduleOf({ document, line }: CodeBlock): string {
  return `${prefix}${document}:${line}`
}

/** Vite plugin behind {@link moduleOf}: the block as JavaScript, its imports resolved as a test's. */
export function codeBlockModules(): Plugin {
  return {
    name: 'pressfeed:code-blocks',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load: (id) => {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const [document = '', line] = id.slice(prefix.length + 1).split(/:(?=\d+$)/)
      const block = codeBlocksOf(document).find((candidate) => candidate.line === Number(line))
      if (block === undefined) throw new Error(`No code block at ${document}:${line ?? ''}`)
      const { ESNext: module } = ts.ModuleKind
      const compilerOptions = { module, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true }
      return ts.transpileModule(block.code, { compilerOptions }).outputText
    },
  }
}

/** What the type checker says of blocks in TypeScript, each checked as a module of its own. */
export function typeErrors(blocks: readonly CodeBlock[]): readonly string[] {
  const files = new Map(
    blocks.map((block) => [
      `${root}tests/${moduleOf(block).replace(/[^\w.]/g, '-')}.ts`,
      { block, text: `${block.code}\nexport {}\n` },
    ]),
  )
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: unknown
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  // An example may name a result and leave it at that.
  const host = ts.createCompilerHost({ ...options, noUnusedLocals: false }, true)
  host.fileExists = (path) => files.has(path) || ts.sys.fileExists(path)
  host.readFile = (path) => files.get(path)?.text ?? ts.sys.readFile(path)
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host)
  return [...files].flatMap(([path, { block }]) => {
    const source = program.getSourceFile(path)
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]
    return found.map(({ messageText, start = 0 }) => {
      const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1
      const message = ts.flattenDiagnosticMessageText(messageText, ' ')
      return `${block.document}:${block.line} (line ${line} of the block): ${message}`
    })
  })
}
