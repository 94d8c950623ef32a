// The tests that judge one room, for Stryker: PRESSFEED_MUTATION_TESTS names them.
import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vitest/config'
import all from '../../vitest.config.js'

const include = (process.env.PRESSFEED_MUTATION_TESTS ?? '').split(',')
const root = fileURLToPath(new URL('../..', import.meta.url))

const { test, ...others } = all
const rest = { ...test }
delete rest.include
export default mergeConfig(
  { ...others, test: rest },
  { root, test: { include, testTimeout: 60_000 } },
)
