// Kills `pressfeed build` at random moments, and looks each time at what a reader of the output folder finds:
// every file whole and of one generation, none missing, every archive readable to its end; and from time to
// time, that the next build puts everything right.
//   npm run test:kills                          200 kills
//   PRESSFEED_KILLS=2000 npm run test:kills
//   PRESSFEED_SEED=1 npm run test:kills         the same choices again; the moments depend on the machine
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeGenerations } from './kills/generations.mjs'
import { Lane, Violation } from './kills/lane.mjs'
import { brokenChains, chainLength, filesOf, manifestOf } from './kills/output.mjs'
import { randomNumbers } from './kills/random.mjs'
import { startBuild } from './kills/run-build.mjs'
import { commandOf, installPacked } from './packed.mjs'

const kills = Number(process.env.PRESSFEED_KILLS ?? 200)
const seed = Number(process.env.PRESSFEED_SEED ?? Math.floor(Math.random() * 2 ** 31))
// Each with an output folder of its own; a build has work for one core.
const laneCount = 2

const began = performance.now()
console.log(`${kills} kills, PRESSFEED_SEED=${seed}`)
const place = installPacked()
try {
  await main()
} catch (error) {
  if (!(error instanceof Violation)) throw error
  console.error(`\nFAILED at ${error.message}`)
  console.error(`Again: PRESSFEED_SEED=${seed} PRESSFEED_KILLS=${kills} npm run test:kills`)
  process.exit(1)
}
rmSync(place, { recursive: true, force: true })

async function main() {
  writeGenerations(place)
  const command = commandOf(place)
  const configOf = (generation) => join(place, generation, 'pressfeed.config.json')
  const [cleanA, cleanB] = await Promise.all(
    ['a', 'b'].map((generation) => buildReference(command, configOf(generation), generation)),
  )
  const references = { a: cleanA.files, b: cleanB.files }
  const manifests = { a: cleanA.manifest, b: cleanB.manifest }
  checkReferences(references)
  const setting = { command, configOf, references, manifests }
  const lanes = Array.from({ length: laneCount }, (_, index) => {
    return new Lane(join(place, `out-${index}`), setting, randomNumbers(seed + index))
  })
  const share = Math.ceil(kills / laneCount)
  const [durations] = await Promise.all(lanes.map((lane) => lane.run(share)))
  report(lanes, durations, share * laneCount)
}

/** A clean build of a generation, in a folder of its own. */
async function buildReference(command, config, generation) {
  const folder = join(place, `reference-${generation}`)
  const { code, said } = await startBuild(command, config, folder).ended
  if (code === 0) return { files: filesOf(folder), manifest: manifestOf(folder) }
  throw new Violation(`the clean build of ${generation}, which ended with ${code}`, [said], place)
}

/** What is found would mean little if the generations had much in common, or no archive. */
function checkReferences({ a, b }) {
  const both = [...a.keys()].filter((path) => b.has(path))
  const faults = [
    ...(both.length < 20 ? [`${both.length} documents are in both`] : []),
    ...(a.size - both.length < 5 || b.size - both.length < 5 ? ['few are in one alone'] : []),
    ...both
      .filter((path) => a.get(path).equals(b.get(path)))
      .map((path) => `${path} is the same in both`),
    ...['rss.xml', 'atom.xml', 'feed.json']
      .filter((name) => chainLength(a, `all/${name}`) < 5)
      .map((name) => `all/${name} has a short archive`),
    ...brokenChains(a),
    ...brokenChains(b),
  ]
  if (faults.length > 0) throw new Violation('the clean builds', faults, place)
  console.log(`${a.size} and ${b.size} documents, ${both.length} of them in both generations`)
}

function report(lanes, durations, killed) {
  const total = (name) => lanes.reduce((sum, { counts }) => sum + counts[name], 0)
  const times = Object.entries(durations).map(([phase, time]) => `${phase} ${Math.round(time)} ms`)
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`undisturbed: ${times.join(', ')}`)
  console.log(
    `killed before the lock: ${total('start')}, reading: ${total('reading')}, staging: ${total('staging')}, in the commit: ${total('commit')}, too late: ${total('ended')}; ${total('mixed')} kills left files of both generations`,
  )
  console.log(
    `Killed ${killed} times in ${seconds} s: each time every file was whole, and all ${total('builds')} builds that were let run gave what clean ones give.`,
  )
}
