/** What reading a file of records gives, whichever of its two forms it has. */
import { open, stat, type FileHandle } from 'node:fs/promises'
import { issue, type Issue, type IssueCode } from '../issue.js'
import type { Place } from '../markdown/places.js'
import type { ArticleInput } from '../model/input.js'
import type { SourceEntry } from '../newsroom/source.js'
import { cannotRead } from './read-fault.js'

/** A file of records. */
export interface JsonFile {
  /** Absolute path. */
  readonly path: string
  /** How messages name it: relative to the root, with slashes. */
  readonly name: string
}

/** A record as it was met, and as an entry that forgets it. */
export interface ReadRecord {
  readonly entry: SourceEntry
  /** The whole record; `undefined` if the entry says why there is none. */
  readonly record: ArticleInput | undefined
}

/** Opens a file for reading. Throws what {@link unreadable} puts into words. */
export async function openFile({ path }: JsonFile): Promise<FileHandle> {
  // Asked first, since opening a pipe waits until somebody writes to it.
  const stats = await stat(path)
  if (stats.isFile()) return open(path)
  if (!stats.isDirectory()) throw new Error('it is no ordinary file')
  throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
}

/** A finding in a file of records. */
export function fileIssue(file: JsonFile, code: IssueCode, message: string, place?: Place): Issue {
  return { ...issue(code, '', message, place), file: file.name }
}

/** Says why the file cannot be read. */
export function unreadable(file: JsonFile, error: unknown): Issue {
  return { ...cannotRead(file.name, error, 'a file of article records'), file: file.name }
}

/** An entry without a record. */
export function refused(origin: string, issues: readonly Issue[]): ReadRecord {
  const loaded = { article: undefined, issues }
  return {
    entry: { origin, ...loaded, load: () => Promise.resolve(loaded) },
    record: undefined,
  }
}
