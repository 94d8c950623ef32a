// New random files and records for a fixed time: PRESSFEED_FUZZ_SECONDS for each of three targets, 60 if not given.
// What fails is saved below reports/fuzz; what never returns or takes all memory is there too.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const seconds = process.env.PRESSFEED_FUZZ_SECONDS ?? '60'
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
const { status, signal } = spawnSync(process.execPath, [vitest, 'run', 'tests/fuzz'], {
  stdio: 'inherit',
  env: { ...process.env, PRESSFEED_FUZZ_SECONDS: seconds },
  // A check that does not return cannot be interrupted from within.
  timeout: (2 * Number(seconds) + 300) * 1000,
})
if (status === null) {
  const left = readdirSync('reports/fuzz').filter((name) => name.endsWith('.last.json'))
  console.error(`Ended by ${signal}: an input does not return, see reports/fuzz/${left.join(', ')}`)
}
process.exit(status ?? 1)
