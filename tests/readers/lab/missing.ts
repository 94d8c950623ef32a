/** What is not installed, and the one line that installs everything. */
import { existsSync } from 'node:fs'
import { find } from './program.js'
import type { Reader } from './reader.js'

/** Throws with that line if a program of a reader is not there. */
export function expectPrograms(readers: readonly Reader[]): void {
  const missing = Object.keys(programsOf(readers)).filter((file) => !isThere(file))
  if (missing.length === 0) return
  throw new Error(
    `Not on this machine: ${missing.join(', ')}. The reader lab runs the readers of Debian 12; install all it needs with\n` +
      `  apt-get install -y --no-install-recommends ${packagesOf(readers).join(' ')}\n`,
  )
}

/** The Debian packages that readers need, in the order of their names. */
export function packagesOf(readers: readonly Reader[]): readonly string[] {
  return [...new Set(Object.values(programsOf(readers)))].sort()
}

function programsOf(readers: readonly Reader[]): Reader['packages'] {
  return Object.assign({}, ...readers.map((each) => each.packages)) as Reader['packages']
}

function isThere(file: string): boolean {
  return file.startsWith('/') ? existsSync(file) : find(file) !== undefined
}
