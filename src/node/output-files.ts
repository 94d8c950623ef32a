/** The few things that are done to files of an output folder, each safe against being killed midway. */
import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { lstat, mkdir, open, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { codeOf } from './output-faults.js'

/** The SHA-256 of bytes, in hexadecimal digits. */
export function sha256Of(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes of a file; `undefined` if there is none, or something else such as a folder or link. */
export async function bytesOf(file: string): Promise<Buffer | undefined> {
  try {
    return (await lstat(file)).isFile() ? await readFile(file) : undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

/** Whether anything is there: a file, a folder, or a link even if it leads nowhere. */
export async function isThere(place: string): Promise<boolean> {
  try {
    await lstat(place)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Whether a file has just these bytes. A folder in its place is a failure, so that it shows early. */
export async function holds(file: string, bytes: Buffer): Promise<boolean> {
  try {
    const stats = await lstat(file)
    if (stats.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    if (!stats.isFile() || stats.size !== bytes.length) return false
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
  return (await bytesOf(file))?.equals(bytes) ?? false
}

/** Writes a file that must not be there yet. */
export async function writeNew(file: string, content: Buffer | string): Promise<void> {
  await writeFile(file, content, { flag: 'wx' })
}

/**
 * Sees to it that files are on the disk and not only in memory: else a power cut after the rename may
 * leave an empty file under the name of a feed. Measured for 6,000 files of 6 kB on ext4: a flush after
 * each write costs about 4 s on top of 2 s, all together before the first rename 0.7 s.
 */
export async function flush(files: readonly string[]): Promise<void> {
  const queue = files.values()
  await Promise.all(Array.from({ length: 16 }, () => flushEach(queue)))
}

// All workers take from one iterator, so that each file is flushed once.
async function flushEach(queue: Iterable<string>): Promise<void> {
  for (const file of queue) {
    // Windows flushes only what is open for writing.
    const handle = await open(file, 'r+')
    try {
      await handle.datasync()
    } finally {
      await handle.close()
    }
  }
}

/**
 * Puts a file in its place in one step: whoever reads the place gets the old file or the new one, whole.
 * Folders on the way are made, and taken away again if it fails.
 */
export async function moveInto(file: string, place: string): Promise<void> {
  const folder = dirname(place)
  const made = await makeFolder(folder)
  try {
    await patiently(() => rename(file, place))
  } catch (error) {
    if (made !== undefined) await removeEmpty(folder, dirname(made))
    throw error
  }
}

/**
 * Makes a folder and those that lead to it. (Node's own `recursive` hides some reasons of failure behind
 * ENOENT, a read-only disk among them.)
 *
 * @returns the first that was made; `undefined` if the folder was there
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  if (await isFolder(folder)) return undefined
  const above = dirname(folder) === folder ? undefined : await makeFolder(dirname(folder))
  try {
    await mkdir(folder)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await isFolder(folder))) return above
    throw error
  }
  return above ?? folder
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
    throw error
  }
}

/** Removes a folder if it is empty, then the one that holds it, and so on up to `end`, which stays. */
export async function removeEmpty(folder: string, end: string): Promise<void> {
  for (let each = folder; isBelow(each, end); each = dirname(each)) {
    try {
      // Takes only empty folders and no links: the system says so.
      await rmdir(each)
    } catch {
      return
    }
  }
}

function isBelow(folder: string, end: string): boolean {
  const [first] = relative(end, folder).split(sep)
  return first !== '' && first !== '..'
}

/** Removes a file or folder; whether it is there does not matter. */
export async function remove(path: string): Promise<void> {
  await patiently(() => rm(path, { recursive: true, force: true }))
}

/**
 * Windows refuses to rename or remove a file while another program, such as a virus scanner, has it
 * open. There it is tried for some 600 ms more before that counts as a failure.
 */
export async function patiently<T>(
  work: () => Promise<T>,
  platform: string = process.platform,
): Promise<T> {
  for (let milliseconds = 10; ; milliseconds *= 2) {
    try {
      return await work()
    } catch (error) {
      const busy = ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? '')
      if (platform !== 'win32' || !busy || milliseconds > 320) throw error
      await setTimeout(milliseconds)
    }
  }
}
