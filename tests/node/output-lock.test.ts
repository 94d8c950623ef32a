import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openOutput } from '../../src/node/output.js'
import type * as lockFile from '../../src/node/output-lock-file.js'

/** What happens in the moment before a lock or a claim is created. */
let before: (place: string) => void

vi.mock('../../src/node/output-lock-file.js', async (importOriginal) => {
  const original = await importOriginal<typeof lockFile>()
  const create: typeof original.create = (place, draft, text) => {
    before(place)
    return original.create(place, draft, text)
  }
  return { ...original, create }
})

const dist = () => join(place, 'dist')
const own = () => join(dist(), '.pressfeed')
const lockOf = (pid: number | undefined) =>
  JSON.stringify({ pid, host: hostname(), started: new Date().toISOString() })
let place: string

beforeEach(() => {
  before = () => undefined
  place = mkdtempSync(join(tmpdir(), 'pressfeed-lock-'))
  mkdirSync(own(), { recursive: true })
  writeFileSync(join(own(), 'lock'), lockOf(spawnSync(process.execPath, ['-e', '']).pid))
})
afterEach(() => {
  rmSync(place, { recursive: true, force: true })
})

it('of another build, that took over the dead one a moment before us, is respected', async () => {
  const others = lockOf(process.ppid)
  before = (file) => {
    if (!file.includes('lock-after-')) return
    writeFileSync(join(place, 'new'), others)
    renameSync(join(place, 'new'), join(own(), 'lock'))
  }
  await expect(openOutput(dist(), { dryRun: false })).rejects.toThrow('output-in-use')
  expect(readFileSync(join(own(), 'lock'), 'utf8')).toBe(others)
  expect(readdirSync(own())).toEqual(['lock'])
})

it('is taken after all if the build that was there ends meanwhile', async () => {
  let ended = false
  before = (file) => {
    if (ended || !file.includes('lock-after-')) return
    ended = true
    rmSync(own(), { recursive: true })
  }
  const output = await openOutput(dist(), { dryRun: false })
  expect(JSON.parse(readFileSync(join(own(), 'lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  await output.abandon()
  expect(readdirSync(dist())).toEqual([])
})
