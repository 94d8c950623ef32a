// Every property of the tests, each with many more random cases than `npm test` gives it.
//   npm run test:long                      10,000 cases a property
//   PRESSFEED_RUNS=100000 npm run test:long
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const runs = process.env.PRESSFEED_RUNS ?? '10000'
const files = readdirSync('tests', { recursive: true })
  .map((name) => join('tests', name))
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => readFileSync(name, 'utf8').includes(`from 'fast-check'`))

if (files.length === 0) {
  console.error('No test file has properties.')
  process.exit(1)
}
console.log(`${runs} random cases for each property of ${files.length} files`)
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
const { status } = spawnSync(process.execPath, [vitest, 'run', ...files], {
  stdio: 'inherit',
  env: { ...process.env, PRESSFEED_RUNS: runs },
})
process.exit(status ?? 1)
