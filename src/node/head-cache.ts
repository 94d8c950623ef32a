/** What was read of a folder's articles, kept for the next build: files that are as they were need not be opened. */
import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { generator } from '../formats/generator.js'
import type { Issue } from '../issue.js'
import type { ArticleInput } from '../model/input.js'
import { CacheReader, CacheWriter, type FoundLine } from './head-cache-file.js'

/** The head of an article file that was read without an error. */
export interface CachedHead {
  readonly article: ArticleInput
  readonly issues: readonly Issue[]
}

/** A file of the folder, and what the cache has of it. */
export interface Lookup {
  readonly file: string
  /** Of the file as it is now, taken before it is read; `undefined` where that does not tell it from others. */
  readonly stamp: string | undefined
  /** Where the cache has the head, if the file is as it was when that was kept. */
  readonly known: FoundLine | undefined
}

// Who changes what a head is, or how it is kept, counts on here.
const form = 1
// Some file systems tell times in steps of two seconds: what changes twice within a step keeps its time.
const stepInNanoseconds = 2_000_000_000n

/**
 * One reading of a folder with its cache. Files are looked up and kept by code units of their names, so that the old
 * cache is read and the new one written line by line, side by side, whatever their size; where nothing is new, nothing
 * is written. A cache that is not there, was made by another version, or cannot be read or written, is none:
 * nothing fails by it.
 */
export class HeadCache {
  #writer: CacheWriter | undefined
  #canWrite = true
  /** As far as the old cache is what the new one would be. */
  #same: number

  private constructor(
    readonly folder: string,
    readonly file: string,
    readonly title: string,
    readonly old: CacheReader | undefined,
  ) {
    this.#same = old?.start ?? 0
  }

  /** Opens the cache of an article folder; both paths are absolute. */
  static async open(cacheDir: string, folder: string): Promise<HeadCache> {
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
    const file = join(cacheDir, `heads-${name}.ndjson`)
    const title = JSON.stringify([form, generator.version, folder])
    return new HeadCache(folder, file, title, await CacheReader.open(file, title))
  }

  /** Looks up files, which come by code units. */
  async *lookUp(files: Iterable<string>): AsyncGenerator<Lookup> {
    for (const file of files) {
      const stamp = stampOf(join(this.folder, file))
      const found = await this.old?.find(file)
      const isSame = stamp !== undefined && found?.line[1] === stamp && isHead(found.line[2])
      yield { file, stamp, known: isSame ? found : undefined }
    }
  }

  /** Keeps the head of a file for the next time. */
  async keep({ file, stamp, known }: Lookup, head: CachedHead): Promise<void> {
    if (known !== undefined && this.#writer === undefined && known.offset === this.#same) {
      this.#same = known.end
      return
    }
    // Text, numbers and lists come back as they were; anything else is read anew each time.
    const lasts = known !== undefined || isDeepStrictEqual(JSON.parse(JSON.stringify(head)), head)
    if (stamp === undefined || !lasts) return
    await this.#write(async () => {
      this.#writer ??= await CacheWriter.open(this.file, this.#beginning())
      await this.#writer.add([file, stamp, head])
    })
  }

  /** Puts what was kept in the place of the old cache. */
  async commit(): Promise<void> {
    await this.#write(async () => {
      const isLonger = this.old !== undefined && (await this.old.length()) !== this.#same
      if (isLonger) this.#writer ??= await CacheWriter.open(this.file, this.#beginning())
      await this.#writer?.commit()
      this.#writer = undefined
    })
  }

  /** Closes what is open. Without a `commit` before, the old cache stays. */
  async close(): Promise<void> {
    await this.old?.close()
    await this.#writer?.abandon()
    this.#writer = undefined
  }

  #beginning(): Iterable<string> | AsyncIterable<Buffer> {
    return this.old === undefined ? [`${this.title}\n`] : this.old.upTo(this.#same)
  }

  async #write(work: () => Promise<void>): Promise<void> {
    if (!this.#canWrite) return
    try {
      await work()
    } catch {
      this.#canWrite = false
    }
  }
}

function isHead(value: unknown): value is CachedHead {
  const { article, issues } = (value ?? {}) as Partial<Record<keyof CachedHead, unknown>>
  return typeof article === 'object' && article !== null && Array.isArray(issues)
}

/** The head that the cache has. */
export function headIn({ line }: FoundLine): CachedHead {
  return line[2] as CachedHead
}

// Asked one after the other: a quarter of the time of asking for 32 at once, measured with 10,000 files.
function stampOf(path: string): string | undefined {
  const now = BigInt(Date.now()) * 1_000_000n
  try {
    const { mtimeNs, ctimeNs, size, ino } = statSync(path, { bigint: true })
    const isYoung = [mtimeNs, ctimeNs].some((time) => time > now - stepInNanoseconds)
    return isYoung ? undefined : [mtimeNs, ctimeNs, size, ino].join(' ')
  } catch {
    return undefined
  }
}
