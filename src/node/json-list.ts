/** A JSON file that holds all its records in one list. */
import { constants } from 'node:buffer'
import { createHash } from 'node:crypto'
import { show } from '../create-feed/findings.js'
import { decode } from '../markdown/decode.js'
import type { Place } from '../markdown/places.js'
import type { ArticleInput } from '../model/input.js'
import type { LoadedArticle } from '../newsroom/source.js'
import { itemOffsets, locateIn, placeOfFault } from './json-places.js'
import {
  fileIssue,
  openFile,
  refused,
  unreadable,
  type JsonFile,
  type ReadRecord,
} from './json-reading.js'
import { withoutBody } from '../newsroom/plain-data.js'

/** Reads a file as a whole. Its text and its records stay in memory as long as one of its entries does. */
export async function* readJsonList(file: JsonFile): AsyncGenerator<ReadRecord> {
  let bytes: Uint8Array
  try {
    bytes = await readWhole(file)
  } catch (error) {
    yield refused(file.name, [unreadable(file, error)])
    return
  }
  const { text, fault } = decode(bytes)
  if (fault !== undefined) {
    yield refused(file.name, [{ ...fault, file: file.name }])
    return
  }
  const records = recordsIn(file, text)
  if ('entry' in records) {
    yield records
    return
  }
  const hash = createHash('sha256').update(bytes).digest('base64url')
  for (const [index, record] of records.list.entries()) {
    yield readRecord(file, records, index, record, hash)
  }
}

/** The records of a file, and how to find them in its text. */
interface Records {
  readonly list: readonly unknown[]
  readonly placesOf: (index: number) => (path: string) => { line: number; column: number }
  /** Whether the file holds a list, and not one record alone. */
  readonly many: boolean
}

async function readWhole(file: JsonFile): Promise<Uint8Array> {
  const handle = await openFile(file)
  try {
    const { size } = await handle.stat()
    if (size > constants.MAX_STRING_LENGTH) {
      throw new Error('it is too large; a .ndjson file, one record a line, may have any size')
    }
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function recordsIn(file: JsonFile, text: string): Records | ReadRecord {
  const wanted = 'a list of article records'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const place = placeOfFault(text)
    const message = `Cannot read the file as JSON: expected ${withoutComma(text, place) ?? wanted}`
    return refused(file.name, [fileIssue(file, 'not-json', message, place)])
  }
  if (Array.isArray(value)) return listIn(text, value, undefined)
  if (typeof value !== 'object' || value === null) {
    const message = `Cannot use ${show(value)} as articles: expected ${wanted}`
    return refused(file.name, [fileIssue(file, 'not-json', message, locateIn(text)(''))])
  }
  if (!('articles' in value)) {
    return { list: [value], placesOf: () => locateIn(text), many: false }
  }
  if (Array.isArray(value.articles)) return listIn(text, value.articles, 'articles')
  const message = `Cannot use ${show(value.articles)} as articles: expected ${wanted}`
  return refused(file.name, [fileIssue(file, 'not-json', message, locateIn(text)('articles'))])
}

// What people most often leave behind when they take the last item out of a list.
function withoutComma(text: string, { line, column }: Place): string | undefined {
  const lines = text.split('\n').slice(0, line)
  const last = lines.pop() ?? ''
  const before = [...lines, last.slice(0, column - 1)].join('\n').trimEnd()
  const bracket = last[column - 1]
  const closes = bracket === ']' || bracket === '}'
  return closes && before.endsWith(',') ? `no comma before this ${bracket}` : undefined
}

function listIn(text: string, list: readonly unknown[], field: string | undefined): Records {
  let offsets: readonly number[] | undefined
  const placesOf: Records['placesOf'] = (index) => (path) => {
    offsets ??= itemOffsets(text, field)
    return locateIn(text, offsets[index])(path)
  }
  return { list, placesOf, many: true }
}

function readRecord(
  file: JsonFile,
  { placesOf, many }: Records,
  index: number,
  record: unknown,
  hash: string,
): ReadRecord {
  const origin = many ? `${file.name}[${index}]` : file.name
  const locate = placesOf(index)
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    const message = `Cannot use ${show(record)} as an article: expected an object`
    return refused(origin, [fileIssue(file, 'not-json', message, locate(''))])
  }
  const article = record as ArticleInput
  const loaded: LoadedArticle = { article, issues: [], locate, loadedVersion: hash }
  return {
    entry: {
      origin,
      ...loaded,
      article: withoutBody(article),
      load: () => Promise.resolve(loaded),
      // Of the whole file: a change anywhere may move the lines of all.
      version: () => Promise.resolve(hash),
    },
    record: article,
  }
}
