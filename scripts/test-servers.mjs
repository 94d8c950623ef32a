// Runs the newsroom of examples/edge on the servers of Node, Bun, Deno and workerd, from the packed package. All are asked
// the same, before and after an embargo that ends while they run, and have to answer like Node.
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { buildSync } from 'esbuild'
import { bun, deno, environment, firstLine, installEngine, workerd } from './engines.mjs'
import { installPacked, npm } from './packed.mjs'
import { facts, get, maxAge, requests, unpacked } from './servers/requests.mjs'

// So long takes the start of all servers, and a little more.
const untilEmbargo = 15_000
const heldTitle = 'A second harbour for the bay'

const consumer = installPacked()
const edge = join(consumer, 'edge')
const children = []
let isSame = false
try {
  isSame = await run()
} finally {
  for (const child of children) child.kill()
  rmSync(consumer, { recursive: true, force: true })
}
process.exit(isSame ? 0 : 1)

async function run() {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  npm(['install', '--prefer-offline', `esbuild@${devDependencies.esbuild}`], consumer)
  const found = [bun, deno, workerd].map(find)
  const instant = prepare()
  const here = { name: 'node', program: process.execPath, args: [], version: process.versions.node }
  const engines = await Promise.all([here, ...found].map(start))
  const [node] = engines
  if (node.fault !== undefined) throw new Error(`Node does not serve: ${node.fault}`)
  const running = engines.filter(({ ports }) => ports !== undefined)
  if (Date.now() > instant - 2000) throw new Error('The servers took too long to start.')

  await each(running, (engine) => compare(engine, node, instant))
  await setTimeout(instant - 500 - Date.now())
  await each(running, (engine) => expectHeld(engine, true, instant))
  await setTimeout(instant + 50 - Date.now())
  await each(running, (engine) => expectHeld(engine, false, instant))
  await each(running, (engine) => compare(engine, node, instant))
  await each(running, (engine) => compareCompressed(engine))
  await each(running, (engine) => askAtOnce(engine))
  return engines.map(report).every(Boolean)
}

/** The example, with an embargo that ends soon, and what its build.mjs makes of it. When it ends. */
function prepare() {
  cpSync('examples/edge', edge, {
    recursive: true,
    filter: (path) => basename(path) !== 'out',
  })
  for (const name of ['worker-compressed.mjs', 'compressed.capnp']) {
    copyFileSync(join('scripts/servers', name), join(edge, name))
  }
  copyFileSync('scripts/servers/serve.mjs', join(consumer, 'serve.mjs'))
  const instant = Math.ceil((Date.now() + untilEmbargo) / 1000) * 1000
  const newsroom = join(edge, 'newsroom.mjs')
  const [before, after, ...more] = readFileSync(newsroom, 'utf8').split(/(?<=embargo = ').*(?=')/)
  if (after === undefined || more.length > 0) throw new Error('newsroom.mjs has not one embargo')
  writeFileSync(newsroom, before + new Date(instant).toISOString() + after)
  execFileSync(process.execPath, ['build.mjs'], { cwd: edge, env: environment() })
  buildSync({
    entryPoints: [join(edge, 'worker-compressed.mjs')],
    outdir: join(edge, 'out'),
    bundle: true,
    format: 'esm',
    conditions: ['worker'],
  })
  return instant
}

function find(engine) {
  if (!engine.isPackaged) return engine
  try {
    const program = installEngine(engine)
    const [version] = /\d+[\d.-]+/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))
    return { ...engine, program, version }
  } catch (error) {
    return { ...engine, fault: firstLine(error) }
  }
}

async function start(engine) {
  const row = { ...engine, answers: 0, faults: [] }
  if (engine.program === undefined) return row
  try {
    return { ...row, ports: await (engine.name === 'workerd' ? edges : servers)(engine) }
  } catch (error) {
    return { ...row, fault: firstLine(error) }
  }
}

async function servers({ program, args }) {
  const child = launch(program, [...args, 'serve.mjs'], consumer)
  return JSON.parse(await lineOf(child, child.stdout))
}

// The example's own configuration, at ports that are free; and one more with compression.
async function edges({ program, args }) {
  const any = ['made', 'built'].flatMap((name) => ['--socket-addr', `${name}=127.0.0.1:0`])
  const control = ['--control-fd', '3']
  const both = launch(program, [...args, 'workerd.capnp', ...any, ...control], edge)
  const compressed = launch(program, [...args, 'compressed.capnp', ...control], edge)
  return { ...(await portsOf(both, 2)), ...(await portsOf(compressed, 1)) }
}

function launch(program, args, cwd) {
  const stdio = ['pipe', 'pipe', 'pipe', 'pipe']
  const child = spawn(program, args, { cwd, env: environment(), stdio })
  children.push(child)
  child.said = ''
  child.stderr.on('data', (text) => (child.said += text))
  child.ended = new Promise((_, fail) => {
    child.on('error', fail)
    child.on('exit', () => fail(new Error(child.said || 'It ended without a word.')))
  })
  child.ended.catch(() => undefined)
  return child
}

async function portsOf(child, count) {
  const text = await lineOf(child, child.stdio[3], count)
  const events = text.split('\n').filter((line) => line !== '')
  return Object.fromEntries(events.map((line) => JSON.parse(line)).map((e) => [e.socket, e.port]))
}

/** The first lines that have something in them. */
function lineOf(child, stream, count = 1) {
  const lines = new Promise((done) => {
    let text = ''
    stream.on('data', (chunk) => {
      text += chunk
      if ((text.match(/[^\n]\n/g)?.length ?? 0) >= count) done(text)
    })
  })
  const late = setTimeout(30_000, undefined, { ref: false }).then(() => {
    throw new Error('It did not start within 30 s.')
  })
  return Promise.race([lines, child.ended, late])
}

async function each(engines, check) {
  await Promise.all(
    engines.map((engine) =>
      check(engine).catch((error) => void engine.faults.push(firstLine(error))),
    ),
  )
}

async function compare(engine, node, instant) {
  for (const way of ['made', 'built']) {
    const { headers } = await get(node.ports[way], { path: '/rss.xml' })
    const known = { tag: headers.etag, time: headers['last-modified'] }
    for (const request of requests(known)) {
      const isMoving = Date.now() < instant
      const wanted = await get(node.ports[way], request)
      const answer = await get(engine.ports[way], request)
      const left = Math.max(0, (instant - Date.now()) / 1000)
      const [a, b] = [wanted, answer].map((each) =>
        facts(each, wanted, { isMoving, isBuilt: way === 'built' }),
      )
      if (a !== b) note(engine, `${way}: ${request.method ?? 'GET'} ${request.path}`, a, b)
      // What was asked a little earlier could be kept a little longer.
      if (isMoving && maxAge(answer) > left + 1) engine.faults.push(`${way}: kept beyond the hour`)
      engine.answers += 1
    }
  }
}

function note({ faults }, what, wanted, given) {
  const [lines, others] = [wanted, given].map((text) => text.split('\n'))
  const missing = lines.filter((line) => !others.includes(line)).slice(0, 3)
  const instead = others.filter((line) => !lines.includes(line)).slice(0, 3)
  faults.push(`${what}: not ${JSON.stringify(missing)} but ${JSON.stringify(instead)}`)
}

async function expectHeld(engine, isHeld, instant) {
  for (const path of ['/rss.xml', '/atom.xml', '/feed.json']) {
    const { status, body } = await get(engine.ports.made, { path })
    // A slow machine may answer the last of the questions too late to count.
    if (isHeld && Date.now() >= instant) return
    const isThere = body.includes(heldTitle)
    if (status === 200 && isThere === !isHeld) engine.answers += 1
    else engine.faults.push(`${path} ${isHeld ? 'before' : 'after'} the hour: ${status} ${isThere}`)
  }
}

async function compareCompressed(engine) {
  const headers = { 'accept-encoding': 'gzip' }
  for (const path of ['/rss.xml', '/feed.json', '/feeds.opml']) {
    const plain = await get(engine.ports.made, { path })
    const packed = await get(engine.ports.compressed, { path, headers })
    const tag = plain.headers.etag.replace(/"$/, '-gzip"')
    const isRight =
      packed.headers['content-encoding'] === 'gzip' &&
      packed.headers.etag === tag &&
      unpacked(packed).equals(plain.body)
    if (isRight) engine.answers += 1
    else engine.faults.push(`${path} with gzip: ${JSON.stringify(packed.headers)}`)
  }
}

async function askAtOnce(engine) {
  const paths = ['/rss.xml', '/atom.xml', '/feed.json', '/feeds.opml', '/none']
  const all = Array.from({ length: 50 }, (_, number) => ({ path: paths[number % paths.length] }))
  const answers = await Promise.all(all.map((request) => get(engine.ports.made, request)))
  const wrong = answers.filter(({ status }, at) => status !== (at % paths.length === 4 ? 404 : 200))
  if (wrong.length > 0) engine.faults.push(`${wrong.length} of 50 answers at once are wrong`)
  engine.answers += answers.length
}

/** Prints the line of an engine; whether it is as promised. */
function report({ name, version, from, isPackaged = true, ports, fault, faults, answers }) {
  const label = version === undefined ? `${name} (${from})` : `${name} ${version}`
  if (!isPackaged) return console.log(`${label}: no package for this machine`) ?? true
  if (ports === undefined) return console.log(`${label}: DOES NOT RUN: ${fault}`) ?? false
  if (faults.length === 0) {
    const all = name === 'node' ? 'as promised' : 'as on Node'
    console.log(`${label}: ${answers} answers ${all}, the embargo ended on time`)
    return true
  }
  console.log(`${label}: FAILED, ${faults.length} of ${answers} answers\n  ${faults.join('\n  ')}`)
  return false
}
