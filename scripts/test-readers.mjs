// The reader lab (tests/readers/): real readers, and what they show of the feeds.
//   npm run test:readers              fails if a reader shows less than docs/readers.md says
//   npm run test:readers -- --write   writes what was found into it
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const [option, ...more] = process.argv.slice(2)
if (more.length > 0 || (option !== undefined && option !== '--write')) {
  console.error(`Unknown: ${process.argv.slice(2).join(' ')}. The only option is --write.`)
  process.exit(2)
}
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/readers'], {
  stdio: 'inherit',
  env: { ...process.env, PRESSFEED_WRITE: option === '--write' ? '1' : '' },
})
process.exit(status ?? 1)
