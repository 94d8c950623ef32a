// Whether the tests notice when a room's code is changed: a score of 90 % or more for each, by Stryker.
//   npm run test:mutation              every room
//   npm run test:mutation xml formats  these
//   PRESSFEED_MUTATE=src/html/excerpt.ts npm run test:mutation html   one file of it
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// The tests nearest to a room; what they let live, the others are not asked.
const rooms = {
  xml: ['tests/xml'],
  formats: [
    'tests/formats',
    // A rule is a test for each feed that is at hand, ten thousand in all: to choose from them takes longer than to run them.
    'tests/conformance/!(rules).test.ts',
    'tests/read-back',
    'tests/extension.test.ts',
  ],
  // Those that build folders, and thousands of shapes, take seconds each time.
  'create-feed': [
    'tests/create-feed/!(issue-docs|issues-of-builds).test.ts',
    'tests/hostile/values.test.ts',
  ],
  // Random and huge bodies take a minute and more each time; what only they notice counts as not noticed.
  html: ['tests/html/!(soup|sizes).test.ts'],
}
const enough = 90

const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : Object.keys(rooms)
const unknown = names.find((name) => !Object.hasOwn(rooms, name))
if (unknown !== undefined) {
  console.error(`No room ${unknown}: expected one of ${Object.keys(rooms).join(', ')}`)
  process.exit(2)
}

const own = createRequire(import.meta.url)
const manifest = own.resolve('@stryker-mutator/core/package.json')
const stryker = join(dirname(manifest), own(manifest).bin.stryker)
mkdirSync('reports/mutation', { recursive: true })

let low = 0
for (const name of names) {
  const tests = [...rooms[name], 'scripts/mutation/loads.test.mjs'].map((path) =>
    /\.m?ts$|\.mjs$/.test(path) ? path : `${path}/**/*.test.ts`,
  )
  const mutate = process.env.PRESSFEED_MUTATE ?? `src/${name}/**/*.ts`
  const { status } = spawnSync(
    process.execPath,
    [
      stryker,
      'run',
      'scripts/mutation/stryker.json',
      '--mutate',
      mutate,
      '--incrementalFile',
      `reports/mutation/${name}.json`,
      // The file keeps what was found of other files. Of what runs when a module loads, it does not know which new test sees it.
      '--force',
    ],
    { stdio: 'inherit', env: { ...process.env, PRESSFEED_MUTATION_TESTS: tests.join(',') } },
  )
  if (status !== 0) process.exit(status ?? 1)
  const score = scoreOf(JSON.parse(readFileSync(`reports/mutation/${name}.json`, 'utf8')))
  console.log(`${name}: ${score.text}`)
  if (score.percent < enough) low += 1
}
process.exit(low)

function scoreOf({ files }) {
  const all = Object.values(files).flatMap(({ mutants }) => mutants)
  const count = (...states) => all.filter(({ status }) => states.includes(status)).length
  const killed = count('Killed', 'Timeout')
  const valid = killed + count('Survived', 'NoCoverage')
  const percent = (100 * killed) / valid
  return { percent, text: `${killed} of ${valid} changes noticed, ${percent.toFixed(1)} %` }
}
