/** Which paths a build may write in its output folder, and where they lead on this machine. */
import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { codeOf } from './output-faults.js'

/** The subfolder for everything that is ours and no feed. */
export const privateFolder = '.pressfeed'

/** Why a path is refused, as code and as the sentence after "Cannot write …: ". */
export interface PathFault {
  readonly code: 'outside-folder' | 'cannot-write'
  readonly reason: string
}

// Microsoft, "Naming Files, Paths, and Namespaces": reserved with any extension too.
const reservedOnWindows =
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ .]*(?:\.|$)/i
const illegalOnWindows = /[\0-\x1F<>:"|?*]/

/**
 * What speaks against a path relative to the output folder; `undefined` if nothing does. Names that one
 * of Linux, macOS and Windows cannot hold are refused on all, so that a newsroom can change machines.
 */
export function pathFault(path: string): PathFault | undefined {
  const names = path.split(/[\\/]/)
  if (/^(?:[\\/]|[a-z]:)/i.test(path) || names.includes('..')) {
    return {
      code: 'outside-folder',
      reason: 'it leads out of the output folder; expected a path within it such as fr/rss.xml',
    }
  }
  const reason = path.includes('\\')
    ? 'it has a backslash; expected / between folders'
    : nameKey(names[0] ?? '') === privateFolder || /^pressf~\d/i.test(path)
      ? `pressfeed keeps its own files in ${privateFolder}; expected another folder`
      : names.map(nameFault).find((fault) => fault !== undefined)
  return reason === undefined ? undefined : { code: 'cannot-write', reason }
}

function nameFault(name: string): string | undefined {
  if (name === '' || name === '.')
    return 'a name in it is empty; expected a path such as fr/rss.xml'
  if (!name.isWellFormed() || illegalOnWindows.test(name)) {
    return 'it has a character that file names cannot have; expected letters, digits, - and _'
  }
  if (/[. ]$/.test(name)) return 'a name ends in a dot or space; expected it to end in a letter'
  if (reservedOnWindows.test(name)) return 'Windows keeps that name for a device; expected another'
  return undefined
}

/**
 * The same for all paths that some file system takes for one file: differences of case and of Unicode
 * normalisation are gone, and so are the characters that HFS+ ignores in names.
 */
export function nameKey(path: string): string {
  const visible = path.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFD')
  return visible.toUpperCase().toLowerCase().normalize('NFC')
}

/**
 * Where a path leads once links are followed, the last name excepted: a link there would be replaced.
 *
 * @param root real path of the output folder
 * @param path relative, with slashes, without fault
 * @returns the absolute place; `undefined` if it lies outside of `root` or among our own files
 */
export async function locate(root: string, path: string): Promise<string | undefined> {
  const names = path.split('/')
  for (let depth = names.length - 1; depth >= 0; depth--) {
    const real = await realIfThere(join(root, ...names.slice(0, depth)))
    if (real !== undefined) return within(root, join(real, ...names.slice(depth)))
  }
  return join(root, ...names)
}

async function realIfThere(path: string): Promise<string | undefined> {
  try {
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

function within(root: string, place: string): string | undefined {
  const way = relative(root, place)
  const [first] = way.split(sep)
  const outside = isAbsolute(way) || first === '..' || nameKey(first ?? '') === privateFolder
  return outside ? undefined : place
}
