// Runs scripts/same-bytes.mjs on every engine that pressfeed is made for, under four time zones, and
// demands the same bytes everywhere. The engines come from npm, without install scripts, into the
// temporary folder of the system (PRESSFEED_RUNTIMES names another), where they stay for the next run.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const timeZones = ['UTC', 'America/New_York', 'Asia/Ho_Chi_Minh', 'Pacific/Chatham']
const { platform, arch } = process
const windows = platform === 'win32'
const exe = windows ? '.exe' : ''
const nodePackage = `node-${platform === 'darwin' && arch === 'arm64' ? 'bin-' : ''}${windows ? 'win' : platform}-${arch}`
const bunPackage = `@oven/bun-${windows ? 'windows' : platform}-${arch === 'arm64' ? 'aarch64' : arch}`
const denoPackage = `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`

// Node is promised in package.json, so it has to run; Bun and Deno are not packaged for every machine.
const runtimes = [
  ...['20', '22', '24', '26'].map((version) => ({
    name: 'node',
    from: `${nodePackage}@${version}`,
    file: windows ? 'bin/node.exe' : 'bin/node',
    args: [],
    required: true,
  })),
  { name: 'bun', from: bunPackage, file: `bin/bun${exe}`, args: ['--no-install'], required: false },
  {
    name: 'deno',
    from: denoPackage,
    file: `deno${exe}`,
    args: ['run', '-A', '--no-lock', '--node-modules-dir=manual'],
    required: false,
  },
]

const cache = resolve(process.env.PRESSFEED_RUNTIMES ?? join(tmpdir(), 'pressfeed-runtimes'))
const consumer = installPressfeed()
const rows = runtimes.map(run)
rmSync(consumer, { recursive: true, force: true })
process.exit(report(rows) ? 0 : 1)

/** The built package as a stranger has it: packed, and installed into an empty project. */
function installPressfeed() {
  const folder = mkdtempSync(join(tmpdir(), 'pressfeed-consumer-'))
  const packed = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], '.')
  const [{ filename }] = JSON.parse(packed)
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: { pressfeed: `file:${filename}` },
    }),
  )
  npm(['install', '--prefer-offline'], folder)
  copyFileSync('scripts/same-bytes.mjs', join(folder, 'same-bytes.mjs'))
  return folder
}

function run(runtime) {
  let program
  let version
  try {
    program = installRuntime(runtime)
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
    return { ...runtime, label, outputs }
  } catch (error) {
    return { ...runtime, label, broken: String(error.stderr || error.message).trim() }
  }
}

function installRuntime({ from, file }) {
  const folder = join(cache, from.replaceAll(/[^\w.-]/g, '-'))
  const name = from.replace(/(?<=.)@.*/, '')
  const program = join(folder, 'node_modules', name, file)
  if (existsSync(program)) return program
  console.log(`installing ${from}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', '--ignore-scripts', from], folder)
  return program
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

function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: windows }
  return execFileSync(windows ? 'npm.cmd' : 'npm', [...args, ...quiet], options)
}

function execute(program, args, env = {}) {
  // Deno keeps a cache of its own; a foreign NODE_OPTIONS would change what is tested.
  const settings = { ...process.env, DENO_DIR: join(cache, 'deno-dir'), NODE_OPTIONS: '', ...env }
  const stdio = ['ignore', 'pipe', 'pipe']
  return execFileSync(program, args, { cwd: consumer, env: settings, encoding: 'utf8', stdio })
}

function firstLine(error) {
  const text = String(error.stderr || error.message).trim()
  return text.split('\n').find((line) => line.trim() !== '') ?? 'unknown reason'
}
