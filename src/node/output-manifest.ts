/** The list of files that builds wrote into the output folder, so that later builds know what is theirs. */
import { lstat, readFile } from 'node:fs/promises'
import { codeOf } from './output-faults.js'
import { pathFault } from './output-paths.js'

/** A file as a build wrote it. */
export interface Listed {
  /** Relative to the output folder, with slashes. */
  readonly path: string
  /** Of its bytes, 64 hexadecimal digits. */
  readonly sha256: string
}

/** A manifest as it stands in the folder. */
export interface Manifest {
  /** Its bytes as text; `undefined` if there is none. */
  readonly text: string | undefined
  /** What it lists; while a build is under way, a path may be there with its old and its new hash. */
  readonly files: readonly Listed[]
}

/**
 * Reads a manifest. Anyone can have changed it, so that it is believed in nothing but names of files
 * within the folder; what does not read as a manifest lists nothing.
 */
export async function readManifest(file: string): Promise<Manifest> {
  const text = await textIfThere(file)
  return { text, files: text === undefined ? [] : filesOf(text) }
}

/** The text of a manifest: sorted, each file once for each hash, the same for the same files. */
export function manifestText(files: readonly Listed[]): string {
  const lines = new Map(files.map(({ path, sha256 }) => [`${path}\0${sha256}`, { path, sha256 }]))
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, listed]) => listed)
  return `${JSON.stringify({ version: 1, files: sorted }, undefined, 1)}\n`
}

async function textIfThere(file: string): Promise<string | undefined> {
  try {
    return (await lstat(file)).isFile() ? await readFile(file, 'utf8') : undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function filesOf(text: string): readonly Listed[] {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || value['version'] !== 1 || !Array.isArray(value['files'])) return []
    return value['files'].filter(isListed)
  } catch {
    return []
  }
}

function isListed(value: unknown): value is Listed {
  if (!isRecord(value)) return false
  const { path, sha256 } = value
  if (typeof path !== 'string' || typeof sha256 !== 'string') return false
  return /^[0-9a-f]{64}$/.test(sha256) && pathFault(path) === undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
