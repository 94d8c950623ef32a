import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Issue } from '../../src/issue.js'
import { bundleChild } from './fixtures/bundle-child.js'

const isLinux = process.platform === 'linux'
const isRoot = process.getuid?.() === 0
const nobody = 65534

let child: Awaited<ReturnType<typeof bundleChild>>
let place: string

beforeAll(async () => {
  child = await bundleChild()
  place = mkdtempSync(join(tmpdir(), 'pressfeed-disk-'))
  chmodSync(place, 0o755)
})
afterAll(() => {
  child.remove()
  rmSync(place, { recursive: true, force: true })
})

interface Outcome {
  readonly removed?: readonly string[]
  readonly issues?: readonly Issue[]
  readonly crash?: string
}

/**
 * Runs shell lines in mount namespace of their own, so that nothing stays mounted whatever happens, as root or
 * as one who is root in there only. `$node` runs the child.
 */
function inNamespace(lines: readonly string[]): readonly Outcome[] {
  const script = [
    'set -e',
    `node() { '${process.execPath}' '${child.script}' "$@"; echo; }`,
    ...lines,
  ]
  const flags = isRoot ? '-m' : '-rm'
  const run = spawnSync('unshare', [flags, 'sh', '-c', script.join('\n')], { encoding: 'utf8' })
  if (run.status !== 0) {
    throw new Error(
      `This test needs Linux to let it mount a small disk, as root or with "unshare -rm" (user namespaces): ${run.stderr || String(run.error)}`,
    )
  }
  return run.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Outcome)
}

it.runIf(isLinux)('says that the disk is full, leaves the old feeds and cleans up', () => {
  const disk = join(place, 'full')
  const copy = join(place, 'copy')
  mkdirSync(disk)
  mkdirSync(copy)
  const outcomes = inNamespace([
    `mount -t tmpfs -o size=256k tmpfs '${disk}'`,
    `node once '${disk}/dist' 10000`,
    `node once '${disk}/dist' 70000`,
    `cp -r '${disk}/dist/.' '${copy}'`,
    `node once '${disk}/dist' 20000`,
  ])
  expect(outcomes).toEqual([{ removed: [] }, { issues: [expect.anything()] }, { removed: [] }])
  expect(outcomes[1]?.issues?.[0]).toMatchObject({
    code: 'cannot-write',
    message: expect.stringMatching(
      /^Cannot write .*full\/dist\/[abc]\.xml: the disk is full; expected room for it\. The feeds that were there are untouched\.$/,
    ) as string,
  })
  expect(readdirSync(copy).sort()).toEqual(['.pressfeed', 'a.xml', 'b.xml', 'c.xml'])
  expect(readdirSync(join(copy, '.pressfeed'))).toEqual(['manifest.json'])
  for (const path of ['a.xml', 'b.xml', 'c.xml']) {
    expect(readFileSync(join(copy, path), 'utf8') === path.repeat(2000)).toBe(true)
  }
})

it.runIf(isLinux)('says that a disk is full to the last byte', () => {
  const disk = join(place, 'brim')
  mkdirSync(disk)
  const outcomes = inNamespace([
    `mount -t tmpfs -o size=256k tmpfs '${disk}'`,
    `cat /dev/zero > '${disk}/ballast' 2>&- || true`,
    `node once '${disk}/dist' 10000`,
    `rm '${disk}/ballast'`,
    `node once '${disk}/dist' 10000`,
  ])
  expect(outcomes[0]?.issues?.[0]?.message).toMatch(
    /^Cannot write to .*brim\/dist: the disk is full; expected room for it/,
  )
  expect(outcomes[1]).toEqual({ removed: [] })
})

it.runIf(isLinux)('says that the disk is read-only', () => {
  const disk = join(place, 'read-only')
  mkdirSync(disk)
  const outcomes = inNamespace([
    `mount -t tmpfs -o size=256k tmpfs '${disk}'`,
    `node once '${disk}/dist' 10000`,
    `mount -o remount,ro '${disk}'`,
    `node once '${disk}/dist' 20000`,
    `node once '${disk}/other' 20000`,
  ])
  expect(outcomes[0]).toEqual({ removed: [] })
  for (const { issues } of outcomes.slice(1)) {
    expect(issues?.[0]).toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(
        /^Cannot write to .*: the disk is read-only; expected one that can be written$/,
      ) as string,
    })
  }
})

it.runIf(isLinux)('tells a file that is mounted in the place of a feed', () => {
  const folder = join(place, 'busy')
  mkdirSync(folder)
  const [first, second, third] = inNamespace([
    `node once '${folder}' 10000`,
    `mount --bind '${folder}/a.xml' '${folder}/b.xml'`,
    `node once '${folder}' 20000`,
    `umount '${folder}/b.xml'`,
    `node once '${folder}' 20000`,
  ])
  expect(first).toEqual({ removed: [] })
  expect(second?.issues?.[0]?.message).toMatch(
    /b\.xml: another program has it open; .*1 of 3 files are new already, the others as before/,
  )
  expect(third).toEqual({ removed: [] })
})

it.runIf(process.platform !== 'win32')('says that permission is denied', () => {
  const folder = join(place, 'denied')
  mkdirSync(join(folder, 'fr'), { recursive: true })
  writeFileSync(join(folder, 'fr/foreign.txt'), 'mine')
  // Root may write anywhere: the child is somebody else.
  const identity = isRoot ? { uid: nobody, gid: nobody } : {}
  const run = () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [child.script, 'once', folder, '10000'],
      { encoding: 'utf8', ...identity },
    )
    return JSON.parse(stdout || JSON.stringify({ crash: stderr })) as Outcome
  }
  chmodSync(folder, 0o555)
  try {
    expect(run().issues?.[0]).toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(
        /^Cannot write to .*denied: permission is denied; expected a place that this user may write to$/,
      ) as string,
    })
    expect(existsSync(join(folder, '.pressfeed'))).toBe(false)
  } finally {
    chmodSync(folder, 0o755)
  }
  if (isRoot) chownSync(folder, nobody, nobody)
  expect(run()).toEqual({ removed: [] })
})
