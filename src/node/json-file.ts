/** Articles from a JSON file: a list of records, or one record a line. */
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { cwd } from 'node:process'
import { FeedError, type Issue } from '../issue.js'
import type { ArticleInput } from '../model/input.js'
import type { ArticleSource, SourceEntry } from '../newsroom/source.js'
import { readJsonLines } from './json-lines.js'
import { readJsonList } from './json-list.js'
import type { JsonFile, ReadRecord } from './json-reading.js'

/**
 * Article records from a file, in its order. `.ndjson` and `.jsonl`: one record a line, at most 64 MiB each;
 * a file of any size is read with one line in memory. Any other name: a list of records, an object with
 * such a list as `articles`, or one record; the whole file is held in memory, so use lines for large ones.
 * UTF-8, with or without a byte order mark. A relative path is relative to the root of the newsroom.
 *
 * Iterated by itself, it gives whole records until something is wrong, then reads on for what else is
 * wrong and throws one `FeedError` with all of it. Relative paths are then relative to the working folder.
 */
export function jsonFile(path: string): ArticleSource {
  return {
    readEntries: ({ root }) => entriesOf(recordsOf(path, root)),
    watchedPaths: (root) => [resolve(root, path)],
    [Symbol.asyncIterator]: () => wholeRecords(recordsOf(path, cwd())),
  }
}

function recordsOf(path: string, root: string): AsyncIterable<ReadRecord> {
  const absolute = resolve(root, path)
  const file: JsonFile = { path: absolute, name: nameFrom(root, absolute) }
  return /\.(?:ndjson|jsonl)$/i.test(path) ? readJsonLines(file) : readJsonList(file)
}

// Slashes everywhere, so that messages are the same on every machine; on another drive, the whole path.
function nameFrom(root: string, absolute: string): string {
  const name = relative(root, absolute)
  return (isAbsolute(name) ? absolute : name).split(sep).join('/')
}

async function* entriesOf(records: AsyncIterable<ReadRecord>): AsyncGenerator<SourceEntry> {
  for await (const { entry } of records) yield entry
}

async function* wholeRecords(records: AsyncIterable<ReadRecord>): AsyncGenerator<ArticleInput> {
  const faults: Issue[] = []
  for await (const { entry, record } of records) {
    faults.push(...entry.issues)
    if (record !== undefined && faults.length === 0) yield record
  }
  if (faults.length > 0) throw new FeedError(faults)
}
