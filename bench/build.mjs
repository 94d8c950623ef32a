// How long does `pressfeed build` take, how much memory, and how does that compare with merely copying
// the same bytes? From the project's root, after `npm run build`:
//   node bench/build.mjs            1,000 and 10,000 articles
//   node bench/build.mjs 100000     as many as you say; each number is a newsroom
//
// Each build runs in a process of its own. `first` writes everything, `again` finds everything unchanged, and
// `one changed` follows a change to the newest article. `copy` reads the articles and writes the feeds' bytes with Node
// alone, also in a process of its own: what no build can do without. Times vary by machine; the ratio says more.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeNewsroom } from './newsroom.mjs'

const self = fileURLToPath(import.meta.url)
const command = resolve('dist/cli/main.js')

if (process.argv[2] === '--copy') copy(process.argv[3], process.argv[4])
else {
  const counts = process.argv.slice(2).map(Number)
  for (const count of counts.length === 0 ? [1000, 10_000] : counts) measure(count)
}

function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'pressfeed-bench-'))
  try {
    writeNewsroom(folder, count)
    const build = [command, 'build', '--now', '2026-01-01', '--json']
    // Once before, so that what is timed finds the articles in the cache of the disk in every run.
    run(build, folder)
    rmSync(join(folder, 'dist'), { recursive: true })
    const first = run(build, folder)
    const copied = run([self, '--copy', folder, join(folder, 'copy')], folder)
    const again = run(build, folder)
    appendFileSync(newest(join(folder, 'news')), '\nOne more sentence.\n')
    const changed = run(build, folder)
    const { documents, bytes } = JSON.parse(first.stdout)
    const megabytes = (bytes / 1e6).toFixed(1)
    console.log(`${count} articles, ${documents.length} documents, ${megabytes} MB`)
    console.log(row('first', first, copied))
    console.log(row('again', again, copied))
    console.log(row('one changed', changed, copied))
    console.log(row('copy', copied, copied))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs Node in a folder; seconds from outside, and the peak of memory that the process reports itself. */
function run(args, cwd) {
  const report = `process.on('exit', () => require('node:fs').writeSync(2, '\\npeak ' + process.resourceUsage().maxRSS))`
  const probe = join(cwd, 'probe.cjs')
  writeFileSync(probe, report)
  const started = performance.now()
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', probe, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  const seconds = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return { stdout, seconds, kilobytes: Number(/peak (\d+)/.exec(stderr)?.[1]) }
}

function row(name, { seconds, kilobytes }, copied) {
  const ratio = (seconds / copied.seconds).toFixed(1)
  return [
    `  ${name.padEnd(12)}`,
    `${seconds.toFixed(2).padStart(7)} s`,
    `${(kilobytes / 1000).toFixed(0).padStart(5)} MB peak`,
    `${ratio.padStart(5)} x copy`,
  ].join('  ')
}

function newest(folder) {
  const month = readdirSync(folder).sort().at(-1)
  const number = (name) => Number(/\d+/.exec(name)[0])
  const files = readdirSync(join(folder, month)).sort((a, b) => number(a) - number(b))
  return join(folder, month, files.at(-1))
}

/** Reads every article and writes what the build wrote. */
function copy(from, to) {
  let bytes = 0
  for (const file of filesIn(join(from, 'news'))) bytes += readFileSync(file).length
  for (const file of filesIn(join(from, 'dist'))) {
    const target = join(to, file.slice(from.length))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, readFileSync(file))
    bytes += statSync(target).size
  }
  console.log(bytes)
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
