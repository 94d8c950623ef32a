import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FeedError } from '../../src/issue.js'
import { openOutput } from '../../src/node/output.js'

let place: string
let dist: string
let outside: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'pressfeed-hostile-'))
  dist = join(place, 'dist')
  outside = join(place, 'outside')
  mkdirSync(dist)
  mkdirSync(outside)
  writeFileSync(join(outside, 'secret.xml'), 'secret')
})
afterEach(() => {
  const around = readdirSync(place).sort()
  const beyond = readdirSync(outside)
  const secret = readFileSync(join(outside, 'secret.xml'), 'utf8')
  rmSync(place, { recursive: true, force: true })
  // Whatever a test did: outside of the folder nothing changed.
  expect({ around, beyond, secret }).toEqual({
    around: ['dist', 'outside'],
    beyond: ['secret.xml'],
    secret: 'secret',
  })
})

async function codeOf(work: Promise<unknown>) {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error === undefined) return 'done'
  expect(error).toBeInstanceOf(FeedError)
  const { issues } = error as FeedError
  expect(issues).toHaveLength(1)
  expect(issues[0]!.message).toMatch(/^Cannot (?:write|remove) .+: .+; expected .+/s)
  return issues[0]!.code
}

/** The code with which staging a path is refused. */
async function stage(path: string, dryRun = false) {
  const output = await openOutput(dist, { dryRun })
  try {
    return await codeOf(output.stage(path, 'x'))
  } finally {
    await output.abandon()
  }
}

async function build(files: Readonly<Record<string, string>>) {
  const output = await openOutput(dist, { dryRun: false })
  try {
    for (const [path, content] of Object.entries(files)) await output.stage(path, content)
    return await output.commit()
  } finally {
    await output.abandon()
  }
}

describe('paths', () => {
  it.each([
    '../x',
    '..',
    'a/../../x',
    'a/../b',
    '/etc/x',
    '/',
    '\\x',
    '..\\x',
    'a\\..\\..\\x',
    '\\\\server\\share\\x',
    '//server/share/x',
    'x\0/../../y',
    'C:/x',
    'c:x',
    'C:\\x',
  ])('that lead out are refused: %j', async (path) => {
    expect(await stage(path)).toBe('outside-folder')
    expect(await stage(path, true)).toBe('outside-folder')
  })

  it.each([
    '',
    '.',
    './x',
    'a/./x',
    'a//x',
    'a/',
    'a\\x',
    'a\0x',
    'rss.xml:stream',
    'a\nx',
    'a?x',
    'a*',
    'a|b',
    '<a>',
    '"a"',
    'a\uD800x',
    'a.',
    'a ',
    'a./x',
    '.../x',
    'con',
    'CON.xml',
    'fr/nul.xml',
    'aux .xml',
    'COM1',
    'com¹.xml',
    'lpt9.rss',
    'CONIN$',
    '.pressfeed',
    '.pressfeed/manifest.json',
    '.PressFeed/lock',
    '.press\u200Cfeed/lock',
    'PRESSF~1/lock',
  ])('that some system cannot hold, or that are ours, are refused: %j', async (path) => {
    expect(await stage(path)).toBe('cannot-write')
    expect(await stage(path, true)).toBe('cannot-write')
  })

  it.each([
    '..rss.xml',
    'a..b/x',
    'content.xml',
    'conx',
    'com10.xml',
    'été/flux.xml',
    'a b.xml',
    '.well-known/x',
    'fr/.pressfeed.xml',
    "it's.xml",
    '新闻.xml',
  ])('that are odd but fine are written: %j', async (path) => {
    await build({ [path]: 'x' })
    expect(readFileSync(join(dist, path), 'utf8')).toBe('x')
  })

  it.each([
    ['rss.xml', 'rss.xml'],
    ['rss.xml', 'RSS.xml'],
    ['fr/rss.xml', 'FR/rss.xml'],
    ['\u00E9.xml', 'e\u0301.xml'],
    ['\u00C9.xml', 'e\u0301.xml'],
    ['Σ.xml', 'ς.xml'],
    ['a', 'a/b'],
    ['a/b', 'a'],
    ['A/b', 'a'],
    ['a', 'A/b/c'],
  ])('that are one file somewhere are refused: %j and %j', async (first, second) => {
    for (const dryRun of [true, false]) {
      const output = await openOutput(dist, { dryRun })
      await output.stage(first, 'x')
      expect(await codeOf(output.stage(second, 'y'))).toBe('cannot-write')
      expect(await codeOf(output.commit())).toBe('cannot-write')
    }
    expect(readdirSync(dist)).toEqual([])
  })
})

describe('links', () => {
  it('to a folder outside are refused when staging', async () => {
    symlinkSync(outside, join(dist, 'fr'), 'junction')
    expect(await stage('fr/secret.xml')).toBe('outside-folder')
    expect(await stage('fr/new/secret.xml')).toBe('outside-folder')
    expect(await stage('fr/secret.xml', true)).toBe('outside-folder')
  })

  it('to a folder outside are refused when they came after staging', async () => {
    await build({ 'a.xml': '1' })
    const output = await openOutput(dist, { dryRun: false })
    await output.stage('a.xml', '2')
    await output.stage('fr/secret.xml', '2')
    symlinkSync(outside, join(dist, 'fr'), 'junction')
    expect(await codeOf(output.commit())).toBe('outside-folder')
  })

  it('that lead nowhere, or up, or in a circle, are refused', async () => {
    symlinkSync(join(place, 'nowhere'), join(dist, 'nowhere'))
    symlinkSync('..', join(dist, 'up'), 'junction')
    symlinkSync('circle', join(dist, 'circle'))
    expect(await codeOf(build({ 'nowhere/x.xml': 'x' }))).toBe('cannot-write')
    expect(await codeOf(build({ 'nowhere/a/x.xml': 'x' }))).toBe('cannot-write')
    expect(await codeOf(build({ 'up/x.xml': 'x' }))).toBe('outside-folder')
    expect(await codeOf(build({ 'circle/x.xml': 'x' }))).toBe('cannot-write')
  })

  it('to our own files are refused', async () => {
    mkdirSync(join(dist, '.pressfeed'))
    symlinkSync('.pressfeed', join(dist, 'own'), 'junction')
    expect(await stage('own/manifest.json')).toBe('outside-folder')
  })

  it('within the folder are followed, and give no second name to a file', async () => {
    mkdirSync(join(dist, '2026'))
    symlinkSync('2026', join(dist, 'latest'), 'junction')
    await build({ 'latest/rss.xml': 'x' })
    expect(readFileSync(join(dist, '2026/rss.xml'), 'utf8')).toBe('x')
    expect(await codeOf(build({ 'latest/rss.xml': 'x', '2026/rss.xml': 'y' }))).toBe('cannot-write')
  })

  it('in the place of a file are replaced, and what they lead to is not written', async () => {
    symlinkSync(join(outside, 'secret.xml'), join(dist, 'rss.xml'))
    symlinkSync(join(outside, 'none.xml'), join(dist, 'atom.xml'))
    await build({ 'rss.xml': 'secret', 'atom.xml': 'x' })
    expect(lstatSync(join(dist, 'rss.xml')).isFile()).toBe(true)
    expect(readFileSync(join(dist, 'atom.xml'), 'utf8')).toBe('x')
  })

  it('in the place of a file are not removed', async () => {
    await build({ 'rss.xml': 'secret' })
    rmSync(join(dist, 'rss.xml'))
    symlinkSync(join(outside, 'secret.xml'), join(dist, 'rss.xml'))
    expect((await build({})).removed).toEqual([])
    expect(lstatSync(join(dist, 'rss.xml')).isSymbolicLink()).toBe(true)
  })

  it('a second name for a file outside is replaced, not written through', async () => {
    linkSync(join(outside, 'secret.xml'), join(dist, 'rss.xml'))
    await build({ 'rss.xml': 'x' })
  })

  it('in the place of our own folder are refused', async () => {
    symlinkSync(outside, join(dist, '.pressfeed'), 'junction')
    expect(await codeOf(build({ 'rss.xml': 'x' }))).toBe('cannot-write')
    rmSync(join(dist, '.pressfeed'))
    writeFileSync(join(dist, '.pressfeed'), 'a file')
    expect(await codeOf(build({ 'rss.xml': 'x' }))).toBe('cannot-write')
    expect(readdirSync(dist)).toEqual(['.pressfeed'])
  })

  it('in the place of lock, manifest and staging folders lead nowhere', async () => {
    const own = join(dist, '.pressfeed')
    mkdirSync(own)
    symlinkSync(join(outside, 'secret.xml'), join(own, 'manifest.json'))
    symlinkSync(outside, join(own, 'staging-old'), 'junction')
    await build({ 'rss.xml': 'x' })
    expect(readdirSync(own)).toEqual(['manifest.json'])
    expect(lstatSync(join(own, 'manifest.json')).isFile()).toBe(true)
    symlinkSync(join(outside, 'secret.xml'), join(own, 'lock'))
    expect(await codeOf(build({ 'rss.xml': 'y' }))).toBe('output-in-use')
  })
})

describe('manifests', () => {
  const secret = createHash('sha256').update('secret').digest('hex')

  function leaveManifest(files: readonly unknown[]) {
    mkdirSync(join(dist, '.pressfeed'), { recursive: true })
    const text = JSON.stringify({ version: 1, files })
    writeFileSync(join(dist, '.pressfeed/manifest.json'), text)
  }

  it('never lead to removal outside', async () => {
    symlinkSync(outside, join(dist, 'fr'), 'junction')
    const paths = [
      '../outside/secret.xml',
      'a/../../outside/secret.xml',
      '..\\outside\\secret.xml',
      join(outside, 'secret.xml'),
      'fr/secret.xml',
      'fr',
      '.',
      '..',
      '',
      '.pressfeed/manifest.json',
    ]
    leaveManifest([
      ...paths.map((path) => ({ path, sha256: secret })),
      ...[null, 1, 'x', [], {}, { path: 1, sha256: secret }, { path: 'a', sha256: 'b' }],
      { path: '__proto__', sha256: secret },
    ])
    expect((await build({ 'rss.xml': 'x' })).removed).toEqual([])
    expect(existsSync(join(dist, 'fr/secret.xml'))).toBe(true)
    expect(readFileSync(join(dist, '.pressfeed/manifest.json'), 'utf8')).not.toContain('secret')
  })

  it('do not lead to removal of folders, nor of files with other bytes', async () => {
    mkdirSync(join(dist, 'folder'))
    writeFileSync(join(dist, 'mine.txt'), 'mine')
    leaveManifest([
      { path: 'folder', sha256: secret },
      { path: 'mine.txt', sha256: secret },
      { path: 'gone.txt', sha256: secret },
    ])
    expect((await build({})).removed).toEqual([])
    expect(readdirSync(dist).sort()).toEqual(['.pressfeed', 'folder', 'mine.txt'])
  })

  it('that are folders are a failure in plain words', async () => {
    mkdirSync(join(dist, '.pressfeed/manifest.json'), { recursive: true })
    expect(await codeOf(build({ 'rss.xml': 'x' }))).toBe('cannot-write')
    expect(existsSync(join(dist, 'rss.xml'))).toBe(false)
  })
})
