// The tests that judge one room, for Stryker: PRESSFEED_MUTATION_TESTS names them.
import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vitest/config'
import all from '../../vitest.config.js'

const include = (process.env.PRESSFEED_MUTATION_TESTS ?? '').split(',')
const root = fileURLToPath(new URL('../..', import.meta.url))

const { test, ...others } = all
const rest = { ...test }
// Each project has tests of its own, all of them; here only the room's are asked.
delete rest.projects
// One worker for all files: a change is judged in a fraction of the time, with the same result.
export default mergeConfig(
  { ...others, test: rest },
  { root, test: { include, isolate: false, testTimeout: 60_000 } },
)
