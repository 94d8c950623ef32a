// Builds the examples for site generators with the real tools, each in the version of now and the one before, from the
// packed package in clean folders. `node scripts/test-plugins.mjs vite astro` takes some of them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Findings,
  checkFeeds,
  checkPages,
  checkRefusal,
  checkServer,
  checkStarted,
  feedsOfCommand,
} from './plugins/checks.mjs'
import { firstLine, installEngine, node } from './engines.mjs'
import { Project, pack } from './plugins/project.mjs'
import { tools } from './plugins/tools.mjs'

const names = process.argv.slice(2)
const chosen = names.length === 0 ? tools : tools.filter(({ example }) => names.includes(example))
const folder = mkdtempSync(join(tmpdir(), 'pressfeed-plugins-'))
const rows = []
try {
  const tarball = pack(folder)
  for (const tool of chosen) rows.push(await run(tool, tarball))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(rows.length > 0 && rows.every(Boolean) ? 0 : 1)

/** Whether a tool does what it should. */
async function run(tool, tarball) {
  const started = performance.now()
  const [[main, version]] = Object.entries(tool.packages)
  const findings = new Findings()
  try {
    const program = tool.node === undefined ? process.execPath : installEngine(node(tool.node))
    const place = join(folder, `${tool.example}-${version}`)
    const project = Project.make(place, tool.example, tarball, tool.packages, program)
    findings.expect(project.version(main) === version, `not ${main} ${version}`)
    const feeds = feedsOfCommand(project)
    const { status, said } = project.run(tool.build)
    findings.expect(status === 0, said)
    if (tool.out !== undefined) {
      checkFeeds(project.path(tool.out), feeds, tool, findings)
      checkPages(project.path(tool.out), tool.pages, feeds, findings)
    }
    checkRefusal(project, tool, findings)
    if (tool.start !== undefined) await checkStarted(project, tool, feeds, findings)
    if (tool.types !== undefined) checkTypes(project, tool.types, findings)
    if (tool.dev !== undefined) await checkServer(project, tool, feeds, findings)
    rmSync(place, { recursive: true, force: true })
  } catch (error) {
    findings.faults.push(firstLine(error))
  }
  return report(`${main} ${version}`, findings, Math.round((performance.now() - started) / 1000))
}

// That the plugin fits the type that the tool has for plugins.
function checkTypes(project, text, findings) {
  project.write('types.ts', text)
  const compilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [] }
  const options = { ...compilerOptions, target: 'es2022', module: 'nodenext' }
  project.write(
    'tsconfig.types.json',
    JSON.stringify({ compilerOptions: options, files: ['types.ts'] }),
  )
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc')
  const { status, said } = project.run([tsc, '-p', 'tsconfig.types.json'])
  findings.expect(status === 0, said)
}

function report(label, { count, faults }, seconds) {
  if (faults.length === 0) {
    console.log(`${label}: ${count} checks hold (${seconds} s)`)
    return true
  }
  console.log(`${label}: FAILED, ${faults.length} of ${count + faults.length} checks`)
  for (const fault of faults) console.log(`  ${fault.replaceAll('\n', '\n    ')}`)
  return false
}
