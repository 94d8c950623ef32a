/** What an earlier build wrote and this one does not: which files that are, and their removal. */
import { lstat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from './output-faults.js'
import { bytesOf, patiently, removeEmpty, sha256Of } from './output-files.js'
import type { Listed } from './output-manifest.js'
import { locate } from './output-paths.js'

/** Files of an output folder that may have to go. */
export interface Candidates {
  /** Real path of the output folder. */
  readonly root: string
  /** What earlier builds listed. */
  readonly listed: readonly Listed[]
  /** What this build has, by path, and where each file is. */
  readonly kept: ReadonlyMap<string, string>
}

/**
 * The listed files that this build does not have and that are as a build left them. A file that someone
 * put in the place of one, a link, and whatever is reached through a link out of the folder are not ours.
 */
export async function findLeftovers({
  root,
  listed,
  kept,
}: Candidates): Promise<readonly string[]> {
  const hashes = new Map<string, string[]>()
  for (const { path, sha256 } of listed) {
    if (!kept.has(path)) hashes.set(path, [...(hashes.get(path) ?? []), sha256])
  }
  const found: string[] = []
  for (const [path, sha256] of hashes) if (await isOurs(root, path, sha256)) found.push(path)
  if (found.length === 0) return found
  // An old name may be the same file under another case, or through a link within the folder.
  const identities = new Set(await Promise.all([...kept.values()].map(identityOf)))
  identities.delete(undefined)
  const alone: string[] = []
  for (const path of found) {
    if (!identities.has(await identityOf((await locate(root, path)) ?? ''))) alone.push(path)
  }
  return alone
}

/**
 * Removes leftovers, and the folders within the output folder that this empties.
 *
 * @param inWords what to throw if one cannot be removed
 */
export async function removeLeftovers(
  root: string,
  paths: readonly string[],
  inWords: (error: unknown, path: string) => Error,
): Promise<void> {
  // A feed goes before its archive pages, which lie deeper, so that it never leads to what is gone.
  for (const path of [...paths].sort((a, b) => depthOf(a) - depthOf(b))) {
    try {
      const place = await locate(root, path)
      if (place === undefined) continue
      await patiently(() => unlink(place))
      await removeEmpty(dirname(place), root)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw inWords(error, path)
    }
  }
}

function depthOf(path: string): number {
  return path.split('/').length
}

async function isOurs(root: string, path: string, hashes: readonly string[]): Promise<boolean> {
  const place = await locate(root, path)
  const bytes = place === undefined ? undefined : await bytesOf(place)
  return bytes !== undefined && hashes.includes(sha256Of(bytes))
}

async function identityOf(place: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await lstat(place, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
