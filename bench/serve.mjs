// How fast does the handler answer, against one that returns a text of the same size? From the project's root:
//   npm run bench -- --only serving
//   npm run build && node bench/serve.mjs 9 3   9 rounds of 3 seconds each
//
// The servers run in a process of their own and the client (autocannon) in another, on loopback. Rounds of all rows
// alternate, so that whatever else the machine does meets all of them alike; of each row the median of its rounds is taken, and
// of the ratios that of the ratios within a round.
import { execFile, fork } from 'node:child_process'
import { readFileSync, rmSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build, toNodeListener } from '../dist/node/index.js'
import { createHandler } from '../dist/web/index.js'

const self = fileURLToPath(import.meta.url)
const path = '/rss.xml'
const connections = 10
const autocannon = createRequire(import.meta.url).resolve('autocannon/autocannon.js')

const newsroom = {
  title: 'Newsroom',
  link: 'https://newsroom.example/',
  description: 'Press releases',
  language: 'en',
  articles: Array.from({ length: 50 }, (_, number) => ({
    title: `Release number ${number}`,
    link: `/news/${number}`,
    published: new Date(Date.UTC(2026, 0, 1, number)).toISOString(),
    body: `<p>${'The office says that work begins in spring. '.repeat(40)}</p>`,
  })),
  feeds: [{ format: 'rss', path }],
}

if (process.send !== undefined) await serve()
else await measure(Number(process.argv[2] ?? 7), Number(process.argv[3] ?? 2))

/** Starts the servers; tells their ports, and the tag and size of the feed. */
async function serve() {
  const outDir = mkdtempSync(join(tmpdir(), 'pressfeed-serve-'))
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }))
  process.on('disconnect', () => process.exit())
  await build(newsroom, { outDir })
  const text = readFileSync(join(outDir, path), 'utf8')
  const handlers = {
    bare: () => new Response(text, { headers: { 'content-type': 'application/rss+xml' } }),
    made: createHandler(newsroom),
    built: createHandler(newsroom, { read: (name) => readFileSync(join(outDir, name)) }),
  }
  const ports = {}
  for (const [name, handler] of Object.entries(handlers)) {
    const server = createServer(toNodeListener(handler))
    await new Promise((done) => server.listen(0, '127.0.0.1', done))
    ports[name] = server.address().port
  }
  const { headers } = await handlers.made(new Request(`https://newsroom.example${path}`))
  process.send({ ports, etag: headers.get('etag'), bytes: Buffer.byteLength(text) })
}

async function measure(rounds, seconds) {
  const child = fork(self)
  try {
    const { ports, etag, bytes } = await new Promise((done, fail) => {
      child.once('message', done)
      child.once('exit', (code) => fail(new Error(`The servers ended with ${code}`)))
    })
    const known = ['-H', `If-None-Match=${etag}`]
    const rows = [
      { name: 'a text of the same size', port: ports.bare, more: [], status: 200 },
      { name: 'the feed', port: ports.made, more: [], status: 200 },
      { name: 'the feed, built before', port: ports.built, more: [], status: 200 },
      { name: 'the feed, to who has it (304)', port: ports.made, more: known, status: 304 },
    ].map((row) => ({ ...row, rates: [] }))
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const row of rows) {
        const rate = await ask(row, seconds)
        if (round > 0) row.rates.push(rate)
      }
    }
    report(rows, { bytes, rounds, seconds })
  } finally {
    child.disconnect()
  }
}

/**
 * Requests a second, as the client counts them for so many seconds: it looks at its clock once a second, so a number of
 * requests would be timed in whole seconds. Every answer has to have the status that is expected.
 */
async function ask({ port, more, status }, seconds) {
  const given = ['--json', '--connections', connections, '--duration', seconds, '--timeout', '30']
  const args = [autocannon, ...given.map(String), ...more, `http://127.0.0.1:${port}${path}`]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 120_000 })
  const result = JSON.parse(stdout)
  const count = result.statusCodeStats[status]?.count ?? 0
  const all = result.requests.total
  if (count === 0 || count !== all || result.errors > 0) {
    throw new Error(`${count} of ${all} answers are ${status}, ${result.errors} errors`)
  }
  return (count * 1000) / (new Date(result.finish) - new Date(result.start))
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function report(rows, { bytes, rounds, seconds }) {
  const [bare] = rows
  const lines = rows.map(({ name, rates }) => {
    const ratio = median(rates.map((rate, round) => rate / bare.rates[round]))
    return `| ${name.padEnd(29)} | ${String(Math.round(median(rates))).padStart(17)} | ${ratio.toFixed(2).padStart(5)} |`
  })
  const client = createRequire(import.meta.url)('autocannon/package.json').version
  const table = [
    `| Answer                        | Requests a second | Ratio |`,
    `| ----------------------------- | ----------------: | ----: |`,
    ...lines,
    '',
    `A feed of ${(bytes / 1000).toFixed(0)} kB without compression; autocannon ${client} in a process of its own, ${connections} connections on`,
    `loopback; the median of ${rounds} rounds of ${seconds} s.`,
  ].join('\n')
  console.log(table)
}
