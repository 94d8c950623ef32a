/** Newline-delimited JSON: one record a line, read one after the other. */
import { createHash } from 'node:crypto'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { show } from '../create-feed/findings.js'
import type { Issue } from '../issue.js'
import { decode } from '../markdown/decode.js'
import type { ArticleInput } from '../model/input.js'
import type { LoadedArticle, SourceEntry } from '../newsroom/source.js'
import { linesOf, type FileLine } from './file-lines.js'
import { locateIn, placeOfFault } from './json-places.js'
import {
  fileIssue,
  openFile,
  refused,
  unreadable,
  type JsonFile,
  type ReadRecord,
} from './json-reading.js'
import { withoutBody } from '../newsroom/plain-data.js'

const longestLine = 64 * 1024 * 1024

/** Reads a file line by line. Blank lines are passed over; a line that is no record is an entry without one. */
export async function* readJsonLines(file: JsonFile): AsyncGenerator<ReadRecord> {
  let handle: FileHandle | undefined
  try {
    handle = await openFile(file)
    const { mtimeMs, size } = await handle.stat()
    for await (const line of linesOf(handle, longestLine)) {
      const parsed = parseLine(file, line)
      if (parsed === undefined) continue
      const origin = `${file.name}:${line.number}`
      if (parsed.fault !== undefined) yield refused(origin, [parsed.fault])
      else {
        const state = `${mtimeMs} ${size}`
        yield { entry: entryOf(file, line, state, parsed), record: parsed.record }
      }
      // Every line of such a file would be told to be none.
      if (parsed.fault !== undefined && isUtf16(line)) return
    }
  } catch (error) {
    yield refused(file.name, [unreadable(file, error)])
  } finally {
    await handle?.close()
  }
}

type ParsedLine =
  | { readonly fault: Issue }
  | {
      readonly fault?: never
      readonly record: ArticleInput
      readonly text: string
      readonly hash: string
    }

function parseLine(file: JsonFile, { number, bytes }: FileLine): ParsedLine | undefined {
  if (bytes === undefined) {
    const message = 'Cannot read the line, it is longer than 64 MiB: expected one article record'
    return { fault: fileIssue(file, 'not-json', message, { line: number, column: 1 }) }
  }
  const { text, fault } = decode(bytes)
  if (fault !== undefined) return { fault: { ...fault, line: number, file: file.name } }
  if (text.trim() === '') return undefined
  const value = parsedJson(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { record: value as ArticleInput, text, hash: hashOf(bytes) }
  }
  const { column } = value === undefined ? placeOfFault(text) : locateIn(text)('')
  const what = value === undefined ? 'read the line as JSON' : `use ${show(value)} as an article`
  const message = `Cannot ${what}: expected one article record, an object on a line of its own`
  return { fault: fileIssue(file, 'not-json', message, { line: number, column }) }
}

// `undefined` is no JSON.
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

function isUtf16({ number, bytes }: FileLine): boolean {
  const [first, second] = bytes ?? []
  if (number !== 1) return false
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

/** Where a line was, and what it was. */
interface LineMark {
  readonly number: number
  readonly offset: number
  readonly length: number
  readonly hash: string
}

// The functions in an entry hold on to the mark of the line, never to its text.
function entryOf(
  file: JsonFile,
  { number, offset, length }: FileLine,
  state: string,
  { record, hash }: { readonly record: ArticleInput; readonly hash: string },
): SourceEntry {
  const mark: LineMark = { number, offset, length, hash }
  return {
    origin: `${file.name}:${number}`,
    article: withoutBody(record),
    issues: [],
    ...functionsOf(file, mark, state),
  }
}

function functionsOf(
  file: JsonFile,
  mark: LineMark,
  state: string,
): Pick<SourceEntry, 'load' | 'locate' | 'version'> {
  return {
    load: () => load(file, mark),
    locate: () => ({ line: mark.number, column: 1 }),
    version: () => version(file, mark, state),
  }
}

async function load(file: JsonFile, mark: LineMark): Promise<LoadedArticle> {
  try {
    const bytes = await bytesOf(file, mark)
    const parsed = hashOf(bytes) === mark.hash ? parseLine(file, { ...mark, bytes }) : undefined
    if (parsed === undefined || parsed.fault !== undefined) return lost(changed(file, mark))
    const locate = locateIn(parsed.text)
    return {
      article: parsed.record,
      issues: [],
      loadedVersion: mark.hash,
      locate: (path) => ({ line: mark.number, column: locate(path).column }),
    }
  } catch (error) {
    return lost(unreadable(file, error))
  }
}

function lost(fault: Issue): LoadedArticle {
  return { article: undefined, issues: [fault] }
}

function changed(file: JsonFile, { number }: LineMark): Issue {
  const message =
    'Cannot read the article again, the file changed while it was read: expected it to stay as it is'
  return fileIssue(file, 'cannot-read', message, { line: number, column: 1 })
}

async function bytesOf({ path }: JsonFile, { offset, length }: LineMark): Promise<Uint8Array> {
  const handle = await open(path)
  try {
    const bytes = new Uint8Array(length)
    const { bytesRead } = await handle.read(bytes, 0, length, offset)
    return bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

// As long as the file is as it was, only the line counts: a change elsewhere leaves it as it is.
async function version({ path }: JsonFile, { hash }: LineMark, state: string): Promise<string> {
  try {
    const { mtimeMs, size } = await stat(path)
    return state === `${mtimeMs} ${size}` ? hash : `${hash} ${mtimeMs} ${size}`
  } catch {
    return `${hash} gone`
  }
}
