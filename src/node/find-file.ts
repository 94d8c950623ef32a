/** From an address in an article to the file on this machine. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { editDistance } from '../create-feed/nearest.js'
import { isInside, wayTo } from './inside.js'
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
  | {
      readonly state: 'absent'
      readonly path: string
      /** A name there that differs only in capitals. */
      readonly near: string | undefined
      /** A name there that differs in a letter or two. */
      readonly similar: string | undefined
    }
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
  return { state: 'absent', path: first, ...(await namesNear(first)) }
}

/**
 * How to write the address of a file in the public folder that somebody wrote as its path from `root`.
 * `undefined` when there is no such file.
 */
export async function addressOnSite(
  address: string,
  root: string,
  { publicFolder, realFolders }: Grounds,
): Promise<string | undefined> {
  const way = pathOf(address)
  if (way === undefined || publicFolder === undefined) return undefined
  const grounds = { publicFolder, folders: [publicFolder], realFolders }
  for (const path of spellingsOf(way).map((spelling) => join(root, spelling))) {
    const found = isInside(publicFolder, path) ? await lookAt(path, grounds) : undefined
    if (found?.state === 'file') return `/${encodeURI(wayTo(path, publicFolder))}`
  }
  return undefined
}

// As the URL standard reads it: without control characters, a backslash is a slash.
function pathOf(address: string): string | undefined {
  const text = address.replace(/\p{Cc}/gu, '').trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined
  const path = text.replace(/[?#].*/s, '').replaceAll('\\', '/')
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

async function namesNear(path: string) {
  const wanted = plain(basename(path))
  const names = await readdir(dirname(path)).catch(() => [])
  const near = names.find((name) => plain(name) === wanted)
  return { near, similar: near === undefined ? similarName(wanted, names) : undefined }
}

// At most two letters differ, and less than half as many as stand before the ending: a.jpg is not b.jpg.
function similarName(wanted: string, names: readonly string[]): string | undefined {
  const length = wanted.length - extname(wanted).length
  if (wanted.length > 255) return undefined
  const [best] = names
    .filter((name) => Math.abs(name.length - wanted.length) <= 2)
    .map((name) => ({ name, distance: editDistance(wanted, plain(name)) }))
    .sort((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= 2 && best.distance < length / 2
    ? best.name
    : undefined
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
