/** The article files below a folder. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import picomatch from 'picomatch'
import { show } from '../create-feed/findings.js'
import { issue, type Issue } from '../issue.js'
import { isInside } from './inside.js'
import { cannotRead } from './read-fault.js'

/** What a walk finds. */
export interface Walk {
  /** Paths of article files, relative to the folder, with slashes; by code units. */
  readonly files: readonly string[]
  /** What could not be followed or read, by path; the path of the folder itself is empty. */
  readonly faults: readonly WalkFault[]
}

/** Something on the way that is no article file, and should not be passed over in silence. */
export interface WalkFault {
  readonly path: string
  readonly issue: Issue
}

/**
 * Finds files that end in `.md` or `.markdown`. Passes over names that begin with `.` or `_`,
 * `node_modules`, and what `ignore` matches (patterns of picomatch, relative to the folder; that of a folder
 * covers all that is in it). Follows links that stay inside; what links make reachable twice is found once,
 * by its own path if that is not passed over. Messages call the folder `name`. Never throws.
 */
export async function walkFolder(
  folder: string,
  ignore: string | readonly string[] = [],
  name = folder,
): Promise<Walk> {
  const tour: Tour = {
    ...{ folder, name, ignores: matcherOf(ignore), files: [], faults: [], folders: new Map() },
    ...{ links: [], fileLinks: [] },
  }
  try {
    const root = await realpath(folder)
    await readFolders('', root, tour)
    await followLinks(root, tour)
  } catch (error) {
    addFault('', cannotRead(name, error, 'a folder'), tour)
  }
  return { files: tour.files.sort(), faults: tour.faults.sort(byPath) }
}

interface Tour {
  /** The folder as it was given. */
  readonly folder: string
  readonly name: string
  readonly ignores: (path: string) => boolean
  readonly files: string[]
  readonly faults: WalkFault[]
  /** The folders that were read: path by real path. */
  readonly folders: Map<string, string>
  /** Links not yet followed. */
  readonly links: string[]
  /** Links to files: path and real path. */
  readonly fileLinks: (readonly [string, string])[]
}

// Names come composed from one system and decomposed from another; patterns are for both.
function matcherOf(ignore: string | readonly string[]): (path: string) => boolean {
  const patterns = [ignore].flat().map((pattern) => pattern.replace(/^\.?\/|\/$/g, ''))
  if (patterns.length === 0) return () => false
  const matches = picomatch(patterns.map((pattern) => pattern.normalize('NFC')))
  return (path) => matches(path.normalize('NFC'))
}

/** Reads a folder and all below it, as far as it can be reached without links. */
async function readFolders(path: string, real: string, tour: Tour): Promise<void> {
  const waiting = [{ path, real }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (tour.folders.has(next.real)) continue
    tour.folders.set(next.real, next.path)
    for (const entry of await entriesOf(next.path, tour)) {
      const inner = next.path === '' ? entry.name : `${next.path}/${entry.name}`
      if (isPassedOver(inner, tour)) continue
      if (entry.isDirectory()) waiting.push({ path: inner, real: join(next.real, entry.name) })
      else if (entry.isSymbolicLink()) tour.links.push(inner)
      else if (articleName.test(inner)) addFile(inner, entry.isFile(), tour)
    }
  }
}

async function entriesOf(path: string, tour: Tour): Promise<readonly Dirent[]> {
  try {
    return await readdir(join(tour.folder, path), { withFileTypes: true })
  } catch (error) {
    addFault(path, cannotRead(path === '' ? tour.name : path, error, 'a folder'), tour)
    return []
  }
}

const articleName = /\.(?:md|markdown)$/i
const passedOver = /^(?:[._]|node_modules$)/

function isPassedOver(path: string, { ignores }: Tour): boolean {
  return passedOver.test(posix.basename(path)) || ignores(path)
}

// Reading a pipe would wait for who writes to it.
function addFile(path: string, isFile: boolean, tour: Tour): void {
  if (isFile) tour.files.push(path)
  else addFault(path, issue('cannot-read', '', `Cannot read ${show(path)}: expected a file`), tour)
}

function addFault(path: string, issue: Issue, { faults }: Tour): void {
  faults.push({ path, issue })
}

// Folders first, so that what is found in them is known when a link to a file leads there too.
async function followLinks(root: string, tour: Tour): Promise<void> {
  while (tour.links.length > 0) {
    for (const path of tour.links.splice(0).sort()) await followLink(path, root, tour)
  }
  const known = new Set<string>()
  for (const [path, real] of tour.fileLinks.sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!known.has(real) && !isFound(real, tour)) tour.files.push(path)
    known.add(real)
  }
}

async function followLink(path: string, root: string, tour: Tour): Promise<void> {
  const isArticle = articleName.test(path)
  const file = join(tour.folder, path)
  try {
    const [real, stats] = [await realpath(file), await stat(file)]
    if (!isArticle && !stats.isDirectory()) return
    if (!isInside(root, real)) return addFault(path, leadsOut(path, tour), tour)
    if (stats.isDirectory()) await readFolders(path, real, tour)
    else if (stats.isFile()) tour.fileLinks.push([path, real])
    else addFile(path, false, tour)
  } catch (error) {
    // A dangling link to some picture is nothing to an article that does not name it.
    const mayBeFolder = posix.extname(path) === ''
    if (isArticle || mayBeFolder) addFault(path, cannotRead(path, error), tour)
  }
}

/** Whether a file was found by its own path. */
function isFound(real: string, tour: Tour): boolean {
  const folder = tour.folders.get(dirname(real))
  if (folder === undefined || !articleName.test(real)) return false
  return !isPassedOver(posix.join(folder, basename(real)), tour)
}

function leadsOut(path: string, { name }: Tour): Issue {
  const message = `Cannot follow the link ${show(path)}: expected it to lead to a place in ${show(name)}`
  return issue('outside-folder', '', message)
}

function byPath(a: WalkFault, b: WalkFault): number {
  return a.path < b.path ? -1 : 1
}
