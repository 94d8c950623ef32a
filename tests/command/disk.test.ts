import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../node/temporary-folder.js'
import { installPacked, type Installed } from '../package/installed.js'
import { article, articlePath, numberedNewsroom } from '../package/newsroom-folder.js'
import { snapshot } from '../package/output-snapshot.js'

const isLinux = process.platform === 'linux'
const isRoot = process.getuid?.() === 0
const nobody = 65534

let installed: Installed
beforeAll(() => {
  installed = installPacked()
  // Another user is to run it too.
  chmodSync(installed.folder, 0o755)
}, 180_000)
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }))

interface Shell {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs shell lines in a mount namespace of their own, so that nothing stays mounted whatever happens, as root or as
 * one who is root in there only. `$build` builds, and says its exit code after `exit`.
 */
function inNamespace(folder: string, lines: readonly string[]): string {
  const main = join(installed.folder, 'node_modules/pressfeed/dist/cli/main.js')
  const build = `build() { '${process.execPath}' '${main}' build "$@" 2>&1 || true; echo; }`
  const script = ['set -e', `cd '${folder}'`, build, ...lines].join('\n')
  const run: Shell = spawnSync('unshare', [isRoot ? '-m' : '-rm', 'sh', '-c', script], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (run.status === 0) return run.stdout.replace(/\s+/g, ' ')
  throw new Error(
    `This test needs Linux to let it mount a small disk, as root or with "unshare -rm" (user namespaces): ${run.stderr}`,
  )
}

it.runIf(isLinux)('says that the disk is full, and leaves the old feeds whole', () => {
  const folder = numberedNewsroom(30)
  for (const name of ['disk', 'before', 'after', 'later']) mkdirSync(join(folder, name))
  const long = join(folder, 'long.md')
  writeFileSync(long, article(29, 'Far too long. '.repeat(20_000)))
  const said = inNamespace(folder, [
    'mount -t tmpfs -o size=512k tmpfs disk',
    'build --out disk/dist',
    'cp -a disk/dist/. before',
    `cp long.md '${articlePath(29)}'`,
    'build --out disk/dist',
    'cp -a disk/dist/. after',
    `rm '${articlePath(29)}'`,
    'build --out disk/dist',
    'cp -a disk/dist/. later',
  ])
  expect(said).toMatch(
    /Done in .* Cannot write disk\/dist\/\S+: the disk is full; expected room for it\. The feeds that were there are untouched\. cannot-write Nothing was written: 1 error to mend\. .*Done in /,
  )
  const texts = (name: string) =>
    [...snapshot(join(folder, name))].map(([path, { text }]) => [path, text])
  expect(texts('before').length).toBeGreaterThan(10)
  expect(texts('after')).toEqual(texts('before'))
  expect(readdirSync(join(folder, 'after/.pressfeed'))).toEqual(['manifest.json'])
  // With room again, the next build is as any other.
  expect(texts('later').flat().join()).not.toContain('Release 29')
  expect(readdirSync(join(folder, 'later/.pressfeed'))).toEqual(['manifest.json'])
})

it.runIf(isLinux)('says that the disk is read-only', () => {
  const folder = numberedNewsroom(3)
  for (const name of ['disk', 'after']) mkdirSync(join(folder, name))
  const said = inNamespace(folder, [
    'mount -t tmpfs -o size=512k tmpfs disk',
    'build --out disk/dist',
    'mount -o remount,ro disk',
    `rm '${articlePath(2)}'`,
    'build --out disk/dist',
    'build --out disk/other',
    'cp -a disk/. after',
  ])
  const sentence = (name: string) =>
    `error Cannot write to disk/${name}: the disk is read-only; expected one that can be written cannot-write Nothing was written: 1 error to mend.`
  expect(said).toContain(sentence('dist'))
  expect(said).toContain(sentence('other'))
  expect(readdirSync(join(folder, 'after'))).toEqual(['dist'])
  expect(snapshot(join(folder, 'after/dist')).get('rss.xml')?.text).toContain('Release 2')
})

it.runIf(process.platform !== 'win32')('says where permission is missing', () => {
  const folder = numberedNewsroom(4)
  chmodSync(folder, 0o755)
  const dist = join(folder, 'dist')
  mkdirSync(dist)
  chmodSync(dist, 0o555)
  expect(buildAsSomebody(folder)).toEqual({
    code: 1,
    said: 'pressfeed.config.json error Cannot write to dist: permission is denied; expected a place that this user may write to cannot-write Nothing was written: 1 error to mend.',
  })
  expect(readdirSync(dist)).toEqual([])

  chmodSync(dist, 0o755)
  if (isRoot) chownSync(dist, nobody, nobody)
  const first = buildAsSomebody(folder)
  expect(first.code, first.said).toBe(0)
  const before = snapshot(dist)

  chmodSync(join(folder, articlePath(2)), 0)
  const unreadable = buildAsSomebody(folder)
  expect(unreadable.code).toBe(1)
  expect(unreadable.said).toMatch(/content\/2\.md.* error .*Cannot read.*cannot-read/)
  expect(snapshot(dist)).toEqual(before)

  chmodSync(join(folder, 'content'), 0)
  try {
    const closed = buildAsSomebody(folder)
    expect(closed.code).toBe(1)
    expect(closed.said).toMatch(/content error .*Cannot read.*cannot-read/)
    expect(snapshot(dist)).toEqual(before)
  } finally {
    chmodSync(join(folder, 'content'), 0o755)
  }
})

it('says that a file is where the output folder should be', () => {
  const folder = numberedNewsroom(3)
  writeFileSync(join(folder, 'dist'), 'mine')
  const { code, said } = buildAsSomebody(folder, {})
  expect(code).toBe(1)
  expect(said).toContain('Cannot write to dist: a file or broken link is where a folder should be')
  expect(existsSync(join(folder, 'dist/rss.xml'))).toBe(false)
})

/** Builds as one who is not root: root may write anywhere. White space is one blank in what is said. */
function buildAsSomebody(folder: string, identity = isRoot ? { uid: nobody, gid: nobody } : {}) {
  const main = join(installed.folder, 'node_modules/pressfeed/dist/cli/main.js')
  const home = temporaryFolder()
  const run = spawnSync(process.execPath, [main, 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: home, NODE_OPTIONS: '' },
    ...identity,
  })
  return { code: run.status, said: (run.stderr + run.stdout).replace(/\s+/g, ' ').trim() }
}
