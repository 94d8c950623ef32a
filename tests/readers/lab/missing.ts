/** What is not installed, and the one line that installs everything. */
import { existsSync } from 'node:fs'
import { find } from './program.js'
import type { Reader } from './reader.js'

/** Throws with that line if a program of a reader is not there. */
export function expectPrograms(readers: readonly Reader[]): void {
  const packages = Object.assign({}, ...readers.map((each) => each.packages)) as Reader['packages']
  const missing = Object.keys(packages).filter((file) => !isThere(file))
  if (missing.length === 0) return
  const all = [...new Set(Object.values(packages))].sort().join(' ')
  throw new Error(
    `Not on this machine: ${missing.join(', ')}. The reader lab runs the readers of Debian 12; install all it needs with\n` +
      `  apt-get install -y --no-install-recommends ${all}\n`,
  )
}

function isThere(file: string): boolean {
  return file.startsWith('/') ? existsSync(file) : find(file) !== undefined
}
