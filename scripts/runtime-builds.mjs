// One newsroom made into feeds in several ways by one runtime, and what came out of that.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf } from './packed.mjs'
import { now } from './runtimes-newsroom.mjs'

const ways = ['config.ts', 'ES module', 'CommonJS']

/**
 * Makes a newsroom into feeds with the command and with pressfeed/node. For each way a text that is the same for the
 * same files, or a `fault`. `execute` runs the runtime with words in a folder.
 */
export function makeBuilds(execute, consumer, newsroom) {
  const folder = mkdtempSync(join(consumer, 'builds-'))
  const [begun, out, esm, cjs] = ['begun', 'out', 'esm', 'cjs'].map((name) => join(folder, name))
  const command = commandOf(consumer)
  mkdirSync(begun)
  const init = attempt(() => {
    execute([command, 'init', '--yes'], begun)
    execute([command, 'build', '--strict'], begun)
    return filesOf(join(begun, 'dist')).length
  })
  const built = attempt(() => {
    execute([command, 'build', '--now', now, '--out', out], newsroom)
    return hashOf(out)
  })
  const library = (form, outDir) =>
    attempt(() => {
      execute(['same-files.mjs', form, newsroom, now, outDir], consumer)
      return hashOf(outDir)
    })
  return {
    init,
    'config.ts': built,
    'ES module': library('esm', esm),
    CommonJS: library('cjs', cjs),
  }
}

function attempt(make) {
  try {
    return make()
  } catch (error) {
    return { fault: String(error.stderr || error.message).trim() }
  }
}

// Names, bytes and the list of files that the next build reads.
function hashOf(folder) {
  const hash = createHash('sha256')
  const files = filesOf(folder)
  for (const file of files) hash.update(file.slice(folder.length)).update(readFileSync(file))
  return `${files.length} files, ${hash.digest('hex')}`
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

// Three feeds and the list of files.
const filesOfInit = 4

/** Prints the table; whether all that is promised gave the same. */
export function reportBuilds(rows) {
  const ran = rows.filter(({ builds }) => builds !== undefined)
  const reference = ran.map(({ builds }) => builds['config.ts']).find(isMade)
  console.log(`\nfeeds of one newsroom: ${String(reference).slice(0, 60)}`)
  console.log('\nruntime        init  config.ts  ES module  CommonJS  result')
  const judged = ran.map((row) => ({ ...row, ...judge(row.builds, reference) }))
  for (const { label, init, cells, isSame, required } of judged) {
    const result = isSame ? 'ok' : required ? 'FAILED' : 'fails (not counted)'
    const columns = [label.padEnd(14), init.padEnd(5), ...cells.map((cell) => cell.padEnd(10))]
    console.log(`${columns.join(' ')}${result}`)
  }
  for (const { label, builds } of ran) {
    for (const [way, { fault }] of Object.entries(builds)) {
      if (fault !== undefined) console.log(`\n${label}, ${way}:\n${fault}`)
    }
  }
  return isMade(reference) && judged.every(({ isSame, required }) => isSame || !required)
}

function judge(builds, reference) {
  const init = builds.init === filesOfInit ? 'ok' : 'NO'
  const cells = ways.map((way) => {
    return builds[way] === reference ? 'same' : isMade(builds[way]) ? 'DIFFERENT' : 'BROKEN'
  })
  return { init, cells, isSame: init === 'ok' && cells.every((cell) => cell === 'same') }
}

function isMade(made) {
  return typeof made === 'string'
}
