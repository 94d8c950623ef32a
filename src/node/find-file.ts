/** From an address in an article to the file on this machine. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isInside } from './inside.js'
import { codeOf } from './read-fault.js'

/** The folders that hold the files of articles. */
export interface Grounds {
  /** Absolute path of the folder of static files, where an address that begins with `/` is looked up. */
  readonly publicFolder: string | undefined
  /** The folders as they were given, and their real paths. */
  readonly folders: readonly string[]
  /** Their real paths. */
  readonly realFolders: readonly string[]
}

/** Where the file behind an address is, or why there is none. */
export type Found =
  | { readonly state: 'file' | 'folder' | 'outside'; readonly path: string }
  /** `near` is a name there that differs only in capitals. */
  | { readonly state: 'absent'; readonly path: string; readonly near: string | undefined }
  | { readonly state: 'unreadable'; readonly path: string; readonly error: unknown }

/** The folders of articles; `publicFolder` may be missing. Both absolute. */
export async function groundsOf(
  folder: string,
  publicFolder: string | undefined,
): Promise<Grounds> {
  const given = [folder, ...(publicFolder === undefined ? [] : [publicFolder])]
  const realFolders = await Promise.all(given.map((path) => realpath(path).catch(() => path)))
  return { publicFolder, folders: [...given, ...realFolders], realFolders }
}

/**
 * Looks for the file that an address names in an article that was read from `article`, an absolute path.
 * `undefined` when the address leads to no file on this machine: one with a scheme or a host, and one that
 * begins with `/` when there is no public folder.
 */
export async function findFile(
  address: string,
  article: string,
  grounds: Grounds,
): Promise<Found | undefined> {
  const way = pathOf(address)
  const start = way?.startsWith('/') ? grounds.publicFolder : dirname(article)
  if (way === undefined || start === undefined) return undefined
  const paths = spellingsOf(way).map((spelling) => join(start, spelling))
  const [first = start] = paths
  // Told from the address alone, so that nobody learns what else there is on the machine.
  if (!isInAny(grounds.folders, first)) return { state: 'outside', path: first }
  for (const path of paths) {
    const found = isInAny(grounds.folders, path) ? await lookAt(path, grounds) : undefined
    if (found !== undefined) return found
  }
  return { state: 'absent', path: first, near: await nameNear(first) }
}

// As the URL standard reads it: without control characters, a backslash is a slash.
function pathOf(address: string): string | undefined {
  const text = address.replace(/\p{Cc}/gu, '').trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined
  const path = text.replace(/[?#].*$/s, '').replaceAll('\\', '/')
  return path === '' || path.startsWith('//') ? undefined : path
}

// What people write is percent-encoded or not; accents are two characters in names that come from a Mac.
function spellingsOf(path: string): readonly string[] {
  const names = [decoded(path) ?? path, path]
  return [...new Set(names.flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')]))]
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function isInAny(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => isInside(folder, path))
}

// Names that no file can have are those of no file.
const absent = /^(?:ENOENT|ENOTDIR|ENAMETOOLONG|ERR_INVALID_ARG_VALUE)$/

async function lookAt(path: string, grounds: Grounds): Promise<Found | undefined> {
  try {
    const [real, stats] = [await realpath(path), await stat(path)]
    if (!isInAny(grounds.realFolders, real)) return { state: 'outside', path }
    return { state: stats.isDirectory() ? 'folder' : 'file', path }
  } catch (error) {
    return absent.test(codeOf(error)) ? undefined : { state: 'unreadable', path, error }
  }
}

async function nameNear(path: string): Promise<string | undefined> {
  const wanted = plain(basename(path))
  const names = await readdir(dirname(path)).catch(() => [])
  return names.find((name) => plain(name) === wanted)
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
