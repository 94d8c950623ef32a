import { readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

// Bottom row first. A file stands alone as a room, a folder is one room with all that is in it.
const rows: readonly (readonly string[])[] = [
  ['issue-codes.ts'],
  ['issue.ts', 'text.ts', 'url.ts', 'date.ts', 'schemes.ts'],
  ['xml/', 'html/', 'image/', 'words/'],
  ['model/'],
  ['create-feed/', 'formats/', 'markdown/', 'page/'],
  ['newsroom/'],
  ['index.ts'],
  ['node/', 'web/', 'interop/'],
  ['cli/', 'plugins/'],
]
const mayTouchTheMachine = ['node/', 'cli/', 'plugins/']

it('imports point down only, and only the outer rooms know Node', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
  expect(files).toContain('issue.ts')
  expect(files.flatMap((path) => faults(path, readFileSync(`src/${path}`, 'utf8')))).toEqual([])
})

it('would notice', () => {
  expect(faults('xml/a.ts', `import type { Feed } from '../model/feed.js'`)).toHaveLength(1)
  expect(faults('formats/a.ts', `export * from '../create-feed/b.js'`)).toHaveLength(1)
  expect(faults('formats/a.ts', `export type A = import('../markdown/b.js').B`)).toHaveLength(1)
  expect(faults('text.ts', `import { issue } from './issue.js'`)).toHaveLength(1)
  expect(faults('html/a.ts', `const fs = await import('fs')`)).toHaveLength(1)
  expect(faults('stray.ts', '')).toHaveLength(1)
  expect(faults('html/a.ts', `import './b.js'\nimport { oneLine } from '../text.js'`)).toEqual([])
  expect(faults('node/a.ts', `import 'node:fs'\nimport { build } from '../index.js'`)).toEqual([])
})

/** What is wrong with the imports of a file in src/, type-only imports and re-exports included. */
function faults(path: string, text: string): readonly string[] {
  const own = roomOf(path)
  if (own === undefined) return [`${path} belongs to no row`]
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName)
  return specifiers.flatMap((specifier) => {
    if (isBuiltin(specifier)) {
      return mayTouchTheMachine.includes(own.room) ? [] : [`${path} imports ${specifier}`]
    }
    if (!specifier.startsWith('.')) return []
    const target = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts')
    const other = roomOf(target)
    if (other === undefined) return [`${path} imports ${target}, which belongs to no row`]
    return other.row < own.row || other.room === own.room ? [] : [`${path} imports ${target}`]
  })
}

function roomOf(path: string): { readonly row: number; readonly room: string } | undefined {
  for (const [row, rooms] of rows.entries()) {
    const room = rooms.find((name) => (name.endsWith('/') ? path.startsWith(name) : path === name))
    if (room !== undefined) return { row, room }
  }
  return undefined
}
