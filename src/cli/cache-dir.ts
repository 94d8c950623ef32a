/** Where the command keeps what it read, for the next run. */
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * `.cache/pressfeed` in the nearest `node_modules` at or above a folder: out of what is published or committed, and
 * kept by the hosts that build sites. `undefined` where there is none. (The package find-cache-directory makes a
 * `node_modules` where there is none, which may then be committed, drafts and all.)
 */
export function findCacheDir(folder: string): string | undefined {
  const modules = join(folder, 'node_modules')
  if (isFolder(modules)) return join(modules, '.cache', 'pressfeed')
  const above = dirname(folder)
  return above === folder ? undefined : findCacheDir(above)
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
