import { spawn } from 'node:child_process'
import {
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
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openOutput } from '../../src/node/output.js'
import { bundleChild } from './fixtures/bundle-child.js'
import { generation, generationOf } from './fixtures/output-generation.js'

const kills = Number(process.env['PRESSFEED_KILLS'] ?? 12)
const seed = Number(process.env['PRESSFEED_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

let child: Awaited<ReturnType<typeof bundleChild>>
let place: string
let dist: string

beforeAll(async () => {
  child = await bundleChild()
  place = mkdtempSync(join(tmpdir(), 'pressfeed-killed-'))
  dist = join(place, 'dist')
})
afterAll(() => {
  child.remove()
  rmSync(place, { recursive: true, force: true })
})

it(
  `leaves whole files when it is killed at any moment (${kills} times)`,
  { timeout: 60_000 + kills * 5_000 },
  async () => {
    const random = randomNumbers(seed)
    mkdirSync(join(dist, 'fr'), { recursive: true })
    writeFileSync(join(dist, 'fr/foreign.txt'), 'mine')
    let next = 1
    let committed = 0
    for (let kill = 0; kill < kills; kill++) {
      const note = `kill ${kill}, PRESSFEED_SEED=${seed}`
      const said = await runAndKill(next, random)
      committed = Math.max(committed, ...said)
      const begun = Math.max(next, ...said) + 1
      expect(readFileSync(join(dist, 'fr/foreign.txt'), 'utf8'), note).toBe('mine')
      for (const path of [...generation(0).keys()].slice(0, 5)) {
        const file = join(dist, path)
        if (!existsSync(file)) {
          expect(committed, `${path} is absent, ${note}`).toBe(0)
          continue
        }
        const number = generationOf(path, readFileSync(file, 'utf8'))
        expect(number, `${path} is not whole, ${note}`).toBeDefined()
        expect(number, `${path} is too old, ${note}`).toBeGreaterThanOrEqual(committed)
        expect(number, `${path} is from nowhere, ${note}`).toBeLessThanOrEqual(begun)
      }
      next = begun + 1
      if (random() < 0.5) {
        await repair(next, note)
        committed = next++
      }
    }
    await repair(next, `the end, PRESSFEED_SEED=${seed}`)
  },
)

/** Starts builds, and kills them: either soon, or a while after one was committed. */
async function runAndKill(first: number, random: () => number): Promise<readonly number[]> {
  const process_ = spawn(process.execPath, [child.script, 'forever', dist, String(first)])
  const ended = new Promise<string | null>((resolve) =>
    process_.on('exit', (_code, signal) => resolve(signal)),
  )
  let output = ''
  let faults = ''
  process_.stderr.on('data', (data: Buffer) => (faults += data.toString()))
  const spoke = new Promise<void>((resolve) =>
    process_.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      resolve()
    }),
  )
  if (random() < 0.8) await Promise.race([spoke, ended])
  await setTimeout(random() * 120)
  process_.kill('SIGKILL')
  const signal = await ended
  if (process.platform !== 'win32') expect(signal, faults).toBe('SIGKILL')
  // A last line that was cut off is a generation whose end nobody was told of.
  return output.split('\n').slice(0, -1).map(Number)
}

async function repair(number: number, note: string): Promise<void> {
  const output = await openOutput(dist, { dryRun: false })
  for (const [path, content] of generation(number)) await output.stage(path, content)
  await output.commit()
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const feeds = [...generation(number).keys()].map((path) => join(dist, path))
  const others = ['.pressfeed/manifest.json', 'fr/foreign.txt'].map((path) => join(dist, path))
  expect(files.sort(), note).toEqual([...feeds, ...others].sort())
  for (const [path, content] of generation(number)) {
    expect(readFileSync(join(dist, path), 'utf8') === content, `${path}, ${note}`).toBe(true)
  }
  expect(readdirSync(join(dist, '.pressfeed')), note).toEqual(['manifest.json'])
}

// mulberry32: the same numbers for the same seed.
function randomNumbers(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
