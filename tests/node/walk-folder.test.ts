import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { walkFolder } from '../../src/node/walk-folder.js'
import { temporaryFolder } from './temporary-folder.js'

function filesOf(...paths: readonly string[]): string {
  return temporaryFolder(Object.fromEntries(paths.map((path) => [`news/${path}`, path])))
}

async function walk(folder: string, ignore?: string | readonly string[]) {
  const { files, faults } = await walkFolder(join(folder, 'news'), ignore, 'news')
  return { files, faults: faults.map(({ path, issue }) => `${path} ${issue.code}`) }
}

describe('files', () => {
  it('are those of Markdown, at any depth, by code units', async () => {
    const folder = filesOf(
      'b.md',
      'a.markdown',
      'B.MD',
      'a/z.md',
      'a-b/c.Markdown',
      'c.txt',
      'md',
      'd.mdx',
      'a.md.bak',
    )
    expect(await walk(folder)).toEqual({
      files: ['B.MD', 'a-b/c.Markdown', 'a.markdown', 'a/z.md', 'b.md'],
      faults: [],
    })
  })

  it('may have any name', async () => {
    const names = [
      'with space.md',
      'caf\u00E9.md',
      'cafe\u0301.md',
      '🎉.md',
      'a#b.md',
      '100%.md',
      'what?.md',
      'it\'s "x".md',
      '-rf.md',
      '日本/語.md',
    ]
    const folder = filesOf(...names)
    expect(await walk(folder)).toEqual({ files: [...names].sort(), faults: [] })
  })

  it('are not those that begin with a dot or a low line, at any depth', async () => {
    const folder = filesOf(
      'a.md',
      '_b.md',
      '.c.md',
      '_d/e.md',
      '.git/f.md',
      'g/_h/i.md',
      'node_modules/j/k.md',
      'l/node_modules/m.md',
      'n_o/p.md',
    )
    expect((await walk(folder)).files).toEqual(['a.md', 'n_o/p.md'])
  })

  it('may be in a folder with the name of a file', async () => {
    expect((await walk(filesOf('a.md/b.md'))).files).toEqual(['a.md/b.md'])
  })
})

describe('ignore', () => {
  const paths = ['a.md', 'drafts/b.md', 'c/drafts/d.md', 'c/e.notes.md', 'caf\u00E9/f.md']
  it.each<readonly [string | readonly string[], readonly string[]]>([
    ['drafts', ['a.md', 'c/drafts/d.md', 'c/e.notes.md', 'caf\u00E9/f.md']],
    ['./drafts/', ['a.md', 'c/drafts/d.md', 'c/e.notes.md', 'caf\u00E9/f.md']],
    ['drafts/**', ['a.md', 'c/drafts/d.md', 'c/e.notes.md', 'caf\u00E9/f.md']],
    ['**/drafts', ['a.md', 'c/e.notes.md', 'caf\u00E9/f.md']],
    [
      ['**/*.notes.md', 'a.md'],
      ['c/drafts/d.md', 'caf\u00E9/f.md', 'drafts/b.md'],
    ],
    ['cafe\u0301', ['a.md', 'c/drafts/d.md', 'c/e.notes.md', 'drafts/b.md']],
    ['nothing', [...paths].sort()],
    [[], [...paths].sort()],
  ])('%j', async (ignore, expected) => {
    expect((await walk(filesOf(...paths), ignore)).files).toEqual(expected)
  })
})

describe('links', () => {
  it('are followed inside, and what they lead to is found once', async () => {
    const folder = filesOf('2026/a.md', '_shared/b.md', '_shared/c.md', 'd.txt')
    const link = linkIn(folder)
    link('2026', 'news/copy')
    link('2026/a.md', 'news/copy.md')
    link('_shared', 'news/shared')
    link('_shared/b.md', 'news/0.md')
    link('d.txt', 'news/d.md')
    link('d.txt', 'news/e.md')
    link('.', 'news/2026/self')
    expect(await walk(folder)).toEqual({
      files: ['2026/a.md', 'd.md', 'shared/b.md', 'shared/c.md'],
      faults: [],
    })
  })

  it.each<readonly [string, string, readonly string[]]>([
    ['../outside', 'news/out', ['out outside-folder']],
    ['../outside/secret.md', 'news/secret.md', ['secret.md outside-folder']],
    ['../outside/secret.md', 'news/secret.txt', []],
    ['../news-2', 'news/two', ['two outside-folder']],
    ['/', 'news/root', ['root outside-folder']],
    ['..', 'news/up', ['up outside-folder']],
    ['nowhere', 'news/gone.md', ['gone.md cannot-read']],
    ['nowhere', 'news/gone', ['gone cannot-read']],
    ['nowhere', 'news/gone.jpg', []],
    ['self.md', 'news/self.md', ['self.md cannot-read']],
    ['../outside', 'news/_out', []],
  ])('%s as %s gives %j', async (target, path, faults) => {
    const folder = filesOf('a.md')
    for (const name of ['outside', 'news-2']) mkdirSync(join(folder, name))
    writeFileSync(join(folder, 'outside/secret.md'), 'secret')
    symlinkSync(target, join(folder, path))
    expect(await walk(folder)).toEqual({ files: ['a.md'], faults })
  })

  it('may lead to the folder itself', async () => {
    const folder = filesOf('a.md')
    symlinkSync('news', join(folder, 'link'))
    expect((await walkFolder(join(folder, 'link'))).files).toEqual(['a.md'])
  })

  it.skipIf(process.platform === 'win32')('and pipes are not waited for', async () => {
    const folder = filesOf('a.md')
    execFileSync('mkfifo', [join(folder, 'news/pipe.md')])
    expect(await walk(folder)).toEqual({ files: ['a.md'], faults: ['pipe.md cannot-read'] })
  })
})

// What may not be read is not here: permissions do not hold for who runs the tests as root.
it.each([
  ['missing', 'Cannot read "news": expected a folder, but nothing is there'],
  ['a.md', 'Cannot read "news": expected a folder, but it is none'],
  ['a.md/b', 'Cannot read "news": expected a folder, but it is none'],
])('says what is wrong with the folder %s', async (path, message) => {
  const { files, faults } = await walkFolder(join(filesOf('a.md'), 'news', path), [], 'news')
  expect(files).toEqual([])
  expect(faults).toEqual([
    { path: '', issue: { code: 'cannot-read', severity: 'error', path: '', message } },
  ])
})

function linkIn(folder: string) {
  return (target: string, path: string) => {
    symlinkSync(join(folder, 'news', target), join(folder, path))
  }
}
