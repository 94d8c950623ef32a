// Sums the reports that vitest wrote.
//   node .ci/counts.mjs FOLDER BROKEN    prints `N passed, N failed`, BROKEN added to the failures
//   node .ci/counts.mjs --failed REPORT  exits 0 if that report has a failed test or file
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const [first, second] = process.argv.slice(2)

if (first === '--failed') process.exit(existsSync(second) && count(second).failed > 0 ? 0 : 1)

const counts = readdirSync(first).map((name) => count(join(first, name)))
const passed = counts.reduce((sum, { passed }) => sum + passed, 0)
const failed = counts.reduce((sum, { failed }) => sum + failed, Number(second))
console.log(`${passed} passed, ${failed} failed`)

function count(report) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that does not even load has failed without a test of its own.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
}
