/**
 * The reader lab: real readers subscribe to the newsrooms of the lab, and what they have and show is held against the
 * promise, the limits that are known, and what was recorded. `npm run test:readers`, with `-- --write` to record.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atATime } from './lab/at-a-time.js'
import { rowOf, writeMatrix, type Matrix } from './lab/matrix.js'
import { expectPrograms, packagesOf } from './lab/missing.js'
import { pictureOf, writePage } from './lab/page.js'
import { formats } from './lab/reader.js'
import { verdict } from './lab/verdict.js'
import { fields, visit, type Visit } from './lab/visit.js'
import { limitOf } from './limits.js'
import { readers } from './readers.js'

const isWriting = process.env['PRESSFEED_WRITE'] === '1'
const record = 'tests/readers/matrix.json'
const page = 'docs/readers.md'
const tenMinutes = 600_000

expectPrograms(readers)

const recorded = JSON.parse(existsSync(record) ? readFileSync(record, 'utf8') : '{}') as Matrix
const folder = mkdtempSync(join(tmpdir(), 'pressfeed-readers-'))
const inTurn = atATime(Math.max(2, availableParallelism()))
const visits = new Map(readers.map(({ name }, index) => [name, visitTo(index)]))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(readers)('$name', ({ name }) => {
  let found: Visit | undefined

  beforeAll(async () => {
    found = await visits.get(name)
  }, tenMinutes)

  describe.each(formats)('%s', (format) => {
    it.each(fields)('%s', (field) => {
      const checks = found?.findings[format][field] ?? []
      const before = isWriting ? undefined : recorded[name]?.formats[format][field]
      const told = verdict(checks, limitOf(name, format, field), before)
      if (told !== undefined) expect.fail(told)
    })
  })
})

describe('the record', () => {
  let matrix: Matrix

  beforeAll(async () => {
    const rows = readers.map(async ({ name }) => {
      const row = rowOf((await visits.get(name)) as Visit)
      // A newer version of a reader that shows the same is no other finding.
      const version = isWriting ? row.version : (recorded[name]?.version ?? row.version)
      if (version !== row.version) console.log(`${name} is ${row.version}, recorded was ${version}`)
      return [name, { ...row, version }] as const
    })
    matrix = Object.fromEntries(await Promise.all(rows))
    if (!isWriting) return
    for (const { name } of readers) keepPicture(name)
    writeFileSync(record, writeMatrix(matrix))
    writeFileSync(page, writePage(matrix, packagesOf(readers)))
  }, tenMinutes)

  it('is what was found', () => {
    expect(recordedText(record), toldHow).toBe(writeMatrix(matrix))
  })

  it('is what docs/readers.md says', () => {
    expect(recordedText(page), toldHow).toBe(writePage(matrix, packagesOf(readers)))
  })
})

const toldHow = 'Run `npm run test:readers -- --write` and look at what changes.'

async function visitTo(index: number): Promise<Visit> {
  const reader = readers[index]
  if (reader === undefined) throw new RangeError(`No reader ${index}`)
  const own = join(folder, String(index))
  mkdirSync(own)
  return inTurn(async () => {
    const start = Date.now()
    const found = await visit(reader, own, join(folder, `${index}.png`))
    const seconds = Math.round((Date.now() - start) / 1000)
    console.log(`${reader.name} ${found.version}: ${seconds} s`)
    return found
  })
}

function keepPicture(name: string): void {
  const index = readers.findIndex((each) => each.name === name)
  const taken = join(folder, `${index}.png`)
  if (!existsSync(taken)) return
  mkdirSync(dirname(pictureOf(name)), { recursive: true })
  copyFileSync(taken, pictureOf(name))
}

function recordedText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
