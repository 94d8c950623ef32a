/** Which paths a build may write in its output folder, and where they lead on this machine. */
import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { isPrivate, nameFault, privateFault } from '../newsroom/file-names.js'
import { codeOf } from './output-faults.js'

export { nameKey, privateFolder } from '../newsroom/file-names.js'

/** Why a path is refused, as code and as the sentence after "Cannot write …: ". */
export interface PathFault {
  readonly code: 'outside-folder' | 'cannot-write'
  readonly reason: string
}

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
    : (privateFault(names[0] ?? '') ?? names.map(nameFault).find((fault) => fault !== undefined))
  return reason === undefined ? undefined : { code: 'cannot-write', reason }
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
  const outside = isAbsolute(way) || first === '..' || isPrivate(first ?? '')
  return outside ? undefined : place
}
