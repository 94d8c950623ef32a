// `npm run bench`: everything that is measured, as ratios.
//   npm run bench                       two minutes
//   npm run bench -- --full             all texts and counts, the whole archive, the growth
//   npm run bench -- --only writers     one group: writers, whole, build, growth, serving, weight
// It prints them and writes them into docs/performance.md.
// A ratio is the time of the other by ours: 8.0 says that pressfeed is eight times as fast. Of the limit it is the limit's
// time by ours: 0.6 says that a document takes 1/0.6 times what copying it takes.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureBuild, measureGrowth } from './sites.mjs'
import { measureBundles, measureInstalled } from './weight.mjs'

const { values } = parseArgs({
  options: { full: { type: 'boolean' }, only: { type: 'string' } },
})
const full = values.full ?? false
const page = 'docs/performance.md'

const groups = {
  writers: () => {
    const sizes = full
      ? ['ascii', 'french', 'vietnamese'].flatMap((text) => [
          [text, 100, 21],
          [text, 1000, 11],
          [text, 20_000, 3],
        ])
      : [
          ['ascii', 100, 7],
          ['french', 100, 7],
          ['vietnamese', 100, 7],
          ['french', 1000, 3],
        ]
    const rows = sizes.flatMap(([text, count, rounds]) => inProcess('writers', text, count, rounds))
    return table(
      ['Document', 'Articles', 'To', 'MB/s', ...peerNames, 'limit'],
      rows.map(({ format, text, count, to, megabytes, times }) => [
        `${format}, ${text}`,
        number(count),
        to,
        ((megabytes / times.pressfeed) * 1000).toFixed(0),
        ...[...peerNames, 'limit'].map((name) => ratio(times[name], times.pressfeed)),
      ]),
    )
  },
  whole: () => {
    const sizes = full
      ? [
          ['ascii', 1000, 7],
          ['french', 1000, 7],
          ['vietnamese', 1000, 7],
        ]
      : [['french', 500, 3]]
    const rows = sizes.flatMap(([text, count, rounds]) => inProcess('whole', text, count, rounds))
    return table(
      ['Records to RSS', 'Articles', ...peerNames],
      rows.map(({ text, count, kind, times }) => [
        `${text}, peers ${kind}`,
        number(count),
        ...peerNames.map((name) => ratio(times[name], times.pressfeed)),
      ]),
    )
  },
  build: () => buildTable(measureBuild(full ? 10_000 : 1000, full ? 3 : 1)),
  growth: () => growthTable(measureGrowth(full ? [1000, 10_000, 100_000] : [1000, 3000], 1)),
  serving: () => inOwnProcess('serve', full ? 9 : 2, full ? 4 : 2),
  weight: async () => {
    const bundles = table(
      ['Minified, with all that it needs', 'kB'],
      (await measureBundles()).map(({ name, bytes }) => [name, (bytes / 1000).toFixed(1)]),
    )
    if (!full) return bundles
    const installed = table(
      ['Installed', 'Packages', 'MB'],
      measureInstalled().map(({ name, packages, bytes }) => [
        name,
        number(packages),
        (bytes / 1e6).toFixed(1),
      ]),
    )
    return `${bundles}\n${installed}`
  },
}

const peerNames = ['feed', 'rss', 'feedsmith', '@astrojs/rss', 'xast-util-feed']

if (values.only !== undefined && !(values.only in groups)) {
  console.error(`No group "${values.only}": expected one of ${Object.keys(groups).join(', ')}`)
  process.exit(2)
}

for (const [name, measure] of Object.entries(groups)) {
  if (values.only !== undefined && values.only !== name) continue
  const started = performance.now()
  const result = `${await measure()}\n${how(started)}`
  console.log(`${name}\n\n${result}\n`)
  keep(name, result)
}

/** Puts the figures of a group into the docs, between its marks. */
function keep(name, result) {
  const text = readFileSync(page, 'utf8')
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`]
  const [before, rest = ''] = text.split(begin)
  const after = rest.split(end)[1]
  if (after === undefined) throw new Error(`${page} has no place for the figures of ${name}`)
  writeFileSync(page, `${before}${begin}\n${result}\n${end}${after}`)
}

function inProcess(name, ...given) {
  return JSON.parse(inOwnProcess(name, ...given))
}

/** Runs a group in a process of its own, so that no other group's garbage is collected in its time. */
function inOwnProcess(name, ...given) {
  const script = join(import.meta.dirname, `${name}.mjs`)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', script, ...given.map(String)],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  )
  if (status !== 0) throw new Error(`${name} ended with ${status}\n${stderr.slice(0, 2000)}`)
  return stdout
}

function buildTable(races) {
  return table(
    ['Build', 'Articles', 'By', 'Seconds', 'Peak MB', 'Time by ours', 'Memory by ours'],
    races.flatMap(({ kind, count, contenders }) => {
      const { pressfeed } = contenders
      return Object.entries(contenders).map(([name, { seconds, megabytes }]) => [
        kind,
        number(count),
        name,
        seconds.toFixed(2),
        megabytes.toFixed(0),
        ratio(seconds, pressfeed.seconds),
        ratio(megabytes, pressfeed.megabytes),
      ])
    }),
  )
}

function growthTable(races) {
  const [first] = races
  const least = first.contenders.pressfeed
  return table(
    [
      'Growth',
      'Articles',
      'Seconds',
      'Peak MB',
      'Seconds an article, by the first',
      'Memory, by the first',
    ],
    races.map(({ kind, count, contenders: { pressfeed } }) => [
      kind,
      number(count),
      pressfeed.seconds.toFixed(2),
      pressfeed.megabytes.toFixed(0),
      ratio(pressfeed.seconds / count, least.seconds / first.count),
      ratio(pressfeed.megabytes, least.megabytes),
    ]),
  )
}

function ratio(other, own) {
  return other === undefined ? '' : (other / own).toFixed(2)
}

function number(value) {
  return value.toLocaleString('en-US')
}

function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(String))]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  return lines
    .map((line, index) => {
      const cells = line.map((cell, column) =>
        index === 1 ? '-'.repeat(widths[column]) : cell.padEnd(widths[column]),
      )
      return `| ${cells.join(' | ')} |\n`
    })
    .join('')
}

function how(started) {
  const { dependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'),
  )
  const versions = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`)
  const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  const hugo = /v([\d.]+)/.exec(stdout ?? '')?.[1]
  if (hugo !== undefined) versions.push(`Hugo ${hugo}`)
  const machine = `${cpus().length} cores (${cpus()[0].model.trim()}), ${(totalmem() / 1e9).toFixed(0)} GB`
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  return [
    `${new Date().toISOString().slice(0, 10)}${full ? ', `--full`' : ''}, in ${seconds} s: Node ${process.version}, ${machine};`,
    `${versions.join(', ')}.`,
  ].join('\n')
}
