// The tests that judge one room, for Stryker: PRESSFEED_MUTATION_TESTS names them.
import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import all from '../../vitest.config.js'

const include = (process.env.PRESSFEED_MUTATION_TESTS ?? '').split(',')
const root = fileURLToPath(new URL('../..', import.meta.url))

const { test, ...others } = all
const rest = { ...test }
// Each project has tests of its own, all of them; here only the room's are asked.
delete rest.projects

/** Whether the code can be loaded comes first: where it cannot, no test of another file would be there to fail. */
class LoadsFirst extends BaseSequencer {
  async sort(files) {
    const isFirst = ({ moduleId }) => moduleId.endsWith('loads.test.mjs')
    return [...files.filter(isFirst), ...files.filter((file) => !isFirst(file))]
  }
}

// One worker for all files: a change is judged in a fraction of the time, with the same result.
export default mergeConfig(
  { ...others, test: rest },
  {
    root,
    test: { include, isolate: false, testTimeout: 60_000, sequence: { sequencer: LoadsFirst } },
  },
)
