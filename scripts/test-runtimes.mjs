// Runs scripts/same-bytes.mjs on every engine that pressfeed is made for, under four time zones, then makes one
// newsroom into feeds with the command and with pressfeed/node, and demands the same bytes everywhere.
import { execFileSync } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bun, deno, environment, firstLine, installEngine, node } from './engines.mjs'
import { installPacked } from './packed.mjs'
import { makeBuilds, reportBuilds } from './runtime-builds.mjs'
import { writeNewsroom } from './runtimes-newsroom.mjs'

const timeZones = ['UTC', 'America/New_York', 'Asia/Ho_Chi_Minh', 'Pacific/Chatham']

// Node is promised in package.json, so it has to run; Bun and Deno are not packaged for every machine.
const runtimes = [
  ...['20', '22', '24', '26'].map((version) => ({ ...node(version), required: true })),
  { ...bun, required: false },
  { ...deno, required: false },
]

const consumer = installPacked()
const newsroom = join(consumer, 'newsroom')
for (const name of ['same-bytes.mjs', 'same-files.mjs']) {
  copyFileSync(join('scripts', name), join(consumer, name))
}
writeNewsroom(newsroom)
const rows = runtimes.map(run)
rmSync(consumer, { recursive: true, force: true })
const isSame = [report(rows), reportBuilds(rows)].every(Boolean)
process.exit(isSame ? 0 : 1)

function run(runtime) {
  let program
  let version
  try {
    program = installEngine(runtime)
    version = /\d+\.\d+\.\d+/.exec(execute(program, ['--version']))[0]
  } catch (error) {
    return { ...runtime, label: runtime.from, notRun: firstLine(error) }
  }
  const label = `${runtime.name} ${version}`
  console.log(`${label}: ${timeZones.length} time zones, ES module and CommonJS`)
  try {
    const outputs = timeZones.map((TZ) =>
      JSON.parse(execute(program, [...runtime.args, 'same-bytes.mjs'], { TZ })),
    )
    const start = (words, cwd) => execute(program, [...runtime.args, ...words], {}, cwd)
    return { ...runtime, label, outputs, builds: makeBuilds(start, consumer, newsroom) }
  } catch (error) {
    return { ...runtime, label, broken: String(error.stderr || error.message).trim() }
  }
}

function report(rows) {
  const reference = rows.find(({ outputs }) => outputs !== undefined)?.outputs[0].esm
  if (reference === undefined) {
    for (const { label, broken, notRun } of rows) console.log(`${label}: ${broken ?? notRun}`)
    return false
  }
  console.log('\nformat    bytes  sha256')
  for (const [format, { bytes, sha256 }] of Object.entries(reference)) {
    console.log(`${format.padEnd(8)} ${String(bytes).padStart(6)}  ${sha256.slice(0, 60)}`)
  }
  console.log('\nruntime        ES module  CommonJS  time zones  result')
  const results = rows.map((row) => ({ ...row, ...judge(row, reference) }))
  for (const { label, result, esm = '-', cjs = '-' } of results) {
    const zones = esm === '-' ? '-' : String(timeZones.length)
    console.log(`${label.padEnd(15)}${esm.padEnd(11)}${cjs.padEnd(10)}${zones.padEnd(12)}${result}`)
  }
  for (const { label, broken } of results) if (broken) console.log(`\n${label} broke:\n${broken}`)
  for (const { label, notRun, required } of results) {
    if (notRun) console.log(`\nNOT RUN: ${label}: ${notRun}${required ? '' : ' (not counted)'}`)
  }
  return results.every(({ ok }) => ok)
}

function judge({ outputs, notRun, required }, reference) {
  if (notRun !== undefined) return { ok: !required, result: 'NOT RUN, see below' }
  if (outputs === undefined) return { ok: false, result: 'BROKEN, see below' }
  const wanted = JSON.stringify(reference)
  const same = (form) => outputs.every((output) => JSON.stringify(output[form]) === wanted)
  const [esm, cjs] = ['esm', 'cjs'].map((form) => (same(form) ? 'same' : 'DIFFERENT'))
  const ok = esm === 'same' && cjs === 'same'
  return { ok, esm, cjs, result: ok ? 'ok' : 'FAILED' }
}

function execute(program, args, env = {}, cwd = consumer) {
  const stdio = ['ignore', 'pipe', 'pipe']
  return execFileSync(program, args, { cwd, env: environment(env), encoding: 'utf8', stdio })
}
