/** The output folder of a build: readers see the old feeds or the new ones, whatever happens to the build. */
import { lstat, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import process from 'node:process'
import { codeOf, inWords } from './output-faults.js'
import { OutputFolder } from './output-folder.js'
import { takeLock, type Lock } from './output-lock.js'
import { readManifest } from './output-manifest.js'
import { privateFolder } from './output-paths.js'

/** A build's hold on its output folder. Everything it throws is a `FeedError` with one issue. */
export interface Output {
  /**
   * Compares a file with what is there and, if it differs, writes it aside; nothing is visible yet.
   *
   * @param path relative to the output folder, with slashes: `fr/atom.xml`
   */
  stage(path: string, content: string): Promise<'written' | 'unchanged'>
  /**
   * Stages files as they are there, if each has the bytes that the last build wrote.
   *
   * @returns whether all have; if not, none is staged
   */
  keep(paths: readonly string[]): Promise<boolean>
  /**
   * Whether something is at a path that neither has this content nor is as the last build left it: somebody else's, or
   * changed by somebody.
   */
  isForeign(path: string, content: string): Promise<boolean>
  /**
   * Puts everything staged in its place, in the order of staging, then removes what an earlier build
   * wrote and this one did not stage. Ends the hold, also when it fails. If it is cut short, each file is
   * the old or the new one, whole, and the next build puts the rest right.
   *
   * @returns the paths that were removed, or in a dry run would be
   */
  commit(): Promise<{ readonly removed: readonly string[] }>
  /** Forgets everything staged and ends the hold; the folder is as before. May be called at any time. */
  abandon(): Promise<void>
}

/**
 * Takes hold of an output folder, which is made if it is not there. Follow with `commit` or `abandon`.
 *
 * @param folder absolute, or relative to the working folder; may be a link to a folder
 * @param options with `dryRun`, nothing at all is written and nobody is kept out
 * @throws {FeedError} `output-in-use` while another build holds the folder, `cannot-write` otherwise
 */
export async function openOutput(
  folder: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Output> {
  const absolute = resolve(folder)
  const name = nameOf(absolute)
  let lock: Lock | undefined
  try {
    lock = dryRun ? undefined : await takeLock(absolute, name)
    const root = await rootOf(absolute)
    const manifest = await readManifest(join(root, privateFolder, 'manifest.json'))
    return new OutputFolder(root, name, lock, manifest)
  } catch (error) {
    await lock?.release()
    throw inWords(error, `write to ${name}`)
  }
}

// A dry run may be told of a folder that is not there.
async function rootOf(folder: string): Promise<string> {
  try {
    const root = await realpath(folder)
    if ((await lstat(root)).isDirectory()) return root
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return folder
    throw error
  }
  throw Object.assign(new Error('file'), { code: 'ENOTDIR' })
}

/** A path as messages show it: as seen from the working folder, if it lies there. */
export function nameOf(folder: string): string {
  const way = relative(process.cwd(), folder)
  const isFar = isAbsolute(way) || way.split(sep)[0] === '..'
  const name = isFar ? folder : way === '' ? '.' : way
  return name.replaceAll(sep, '/')
}
