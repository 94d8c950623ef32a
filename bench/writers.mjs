// How fast prepared feeds become text, and bytes on disk. In a process of its own for each text and count:
//   node --expose-gc bench/writers.mjs french 1000 5
// prints the rows as JSON.
import { mkdtempSync, openSync, closeSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createFeed,
  toAtom,
  toAtomChunks,
  toJsonFeed,
  toJsonFeedChunks,
  toRss,
  toRssChunks,
} from '../dist/index.js'
import { writeChunks } from '../dist/node/index.js'
import { fromPrepared, peers } from './peers.mjs'
import { feedOf } from './records.mjs'
import { flat, race } from './timing.mjs'

const writers = { rss: toRss, atom: toAtom, json: toJsonFeed }
const chunkers = { rss: toRssChunks, atom: toAtomChunks, json: toJsonFeedChunks }
const options = { self: 'https://office.example/press/feed' }

/** The rows for one text and count: of each format, to a string and to bytes on disk. */
export async function measureWriters(text, count, rounds, formats = Object.keys(writers)) {
  const feed = createFeed(feedOf(text, count))
  const folder = mkdtempSync(join(tmpdir(), 'pressfeed-bench-'))
  const file = join(folder, 'feed')
  const rows = []
  try {
    for (const format of formats) {
      const own = () => writers[format](feed, options)
      const inChunks = () => writeChunks(file, chunkers[format](feed, options))
      const others = peers[format].map(({ name, prepare, write }) => {
        const prepared = prepare(feed.articles.map(fromPrepared))
        return { name, run: () => write(prepared) }
      })
      const limit = limitOf(format, own(), feed)
      const inMemory = (each) => ({ ...each, run: async () => flat(await each.run()) })
      // Into a file that is not there yet: to take another's place in one step, which only ours does, is for the file system to do.
      const afresh = (each) => ({ ...each, before: () => rmSync(file, { force: true }) })
      const onDisk = (each) => ({
        ...each,
        run: async () => writeFileSync(file, await each.run()) ?? true,
      })
      for (const [to, contenders] of [
        [
          'string',
          [{ name: 'pressfeed', run: own }, ...others, { name: 'limit', run: limit.text }].map(
            inMemory,
          ),
        ],
        [
          'bytes',
          [
            { name: 'pressfeed', run: inChunks },
            ...others.map(onDisk),
            { name: 'limit', run: () => limit.bytes(file) },
          ].map(afresh),
        ],
      ]) {
        const times = await race(contenders, { rounds })
        rows.push({
          format,
          text,
          count,
          to,
          megabytes: limit.size / 1e6,
          times: Object.fromEntries(times),
        })
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return rows
}

/**
 * What no writer can do without: joining texts that are safe already, and one write from a buffer that is
 * there already. Of JSON it is `JSON.stringify` of the finished object, as nobody writes JSON by joining.
 */
function limitOf(format, document, feed) {
  const size = Buffer.byteLength(document)
  const buffer = Buffer.allocUnsafe(size)
  const finished = format === 'json' ? JSON.parse(document) : undefined
  // The pieces are those that a writer has: what stands between tags, and the tags.
  const pieces = finished === undefined ? document.split(/(?<=>)(?=\n)/).map(copied) : []
  if (pieces.length < feed.articles.length && finished === undefined)
    throw new Error('too few pieces')
  const text = () => {
    if (finished !== undefined) return JSON.stringify(finished)
    let joined = ''
    for (const piece of pieces) joined += piece
    return joined
  }
  const bytes = (path) => {
    const length = buffer.write(text())
    const file = openSync(path, 'w')
    try {
      writeSync(file, buffer, 0, length)
    } finally {
      closeSync(file)
    }
    return true
  }
  return { text, bytes, size }
}

// A slice of a long text keeps pointing into it, which is faster to join than a text of its own.
function copied(piece) {
  return Buffer.from(piece).toString()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [text, count, rounds, formats] = process.argv.slice(2)
  const rows = await measureWriters(text, Number(count), Number(rounds), formats?.split(','))
  console.log(JSON.stringify(rows))
}
