/** Lock files on the disk: made in one step, read whole. */
import { link, lstat, mkdir, readFile } from 'node:fs/promises'
import { codeOf, fault } from './output-faults.js'
import { writeNew } from './output-files.js'
import type { FoundLock } from './output-owner.js'
import { privateFolder } from './output-paths.js'

/** Makes the folder for our own files; a link there would lead them elsewhere. */
export async function makePrivate(own: string, name: string): Promise<void> {
  await mkdir(own).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  if ((await lstat(own)).isDirectory()) return
  const message = `Cannot write to ${name}: ${name}/${privateFolder} is a file or a link; expected a folder`
  throw fault('cannot-write', message)
}

/**
 * Creates a lock with its content in one step.
 *
 * @param draft a file with that content, beside it
 * @returns whether it was created; `false` if there is one
 */
export async function create(place: string, draft: string, text: string): Promise<boolean> {
  try {
    await link(draft, place)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (codeOf(error) === 'ENOENT') throw error
  }
  // FAT and some network drives have no links: there a lock may be empty if the build is killed just now.
  try {
    await writeNew(place, text)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** The lock at a place; what is there and is no file counts as an empty one. */
export async function lockAt(place: string): Promise<FoundLock | undefined> {
  try {
    const stats = await lstat(place)
    const text = stats.isFile() ? await readFile(place, 'utf8') : ''
    return { text, changed: stats.mtimeMs }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
