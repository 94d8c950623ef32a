/** The file of a cache: a title, then a line for each article file, by code units of its path. */
import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { linesOf, type FileLine } from './file-lines.js'

/** A line: the path of an article file, its stamp, and what is kept of it. */
export type CacheLine = readonly [path: string, stamp: string, kept: unknown]

/** A line and where it stands in the file, in bytes. */
export interface FoundLine {
  readonly line: CacheLine
  readonly offset: number
  /** Where the next line begins. */
  readonly end: number
}

const longestLine = 4 * 1024 * 1024
const charactersAtOnce = 512 * 1024

/** Reads a cache from its beginning to its end. */
export class CacheReader {
  #next: FoundLine | undefined
  #lines: AsyncIterator<FileLine>

  private constructor(
    readonly handle: FileHandle,
    /** Where the first line behind the title begins. */
    readonly start: number,
  ) {
    this.#lines = linesOf(handle, longestLine)
  }

  /** Opens a cache with this title; `undefined` if there is none. */
  static async open(file: string, title: string): Promise<CacheReader | undefined> {
    const handle = await open(file, 'r').catch(() => undefined)
    if (handle === undefined) return undefined
    const reader = new CacheReader(handle, Buffer.byteLength(title) + 1)
    if ((await reader.#read())?.text === title) {
      await reader.#advance()
      return reader
    }
    await handle.close()
    return undefined
  }

  /** The line of a path; paths are asked for by code units. */
  async find(path: string): Promise<FoundLine | undefined> {
    while (this.#next !== undefined && this.#next.line[0] < path) await this.#advance()
    return this.#next?.line[0] === path ? this.#next : undefined
  }

  /** The bytes up to a place. */
  upTo(end: number): AsyncIterable<Buffer> {
    return this.handle.createReadStream({ start: 0, end: end - 1, autoClose: false })
  }

  /** Its length in bytes. */
  async length(): Promise<number> {
    return (await this.handle.stat()).size
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.handle.close()
  }

  // What is no line of a cache ends it.
  async #advance(): Promise<void> {
    const { text = '', offset = 0, end = 0 } = (await this.#read()) ?? {}
    const line = parsed(text)
    this.#next = line && { line, offset, end }
  }

  async #read() {
    try {
      const found = (await this.#lines.next()) as { readonly value: FileLine | undefined }
      const { bytes, offset, length } = found.value ?? {}
      if (bytes === undefined || offset === undefined || length === undefined) return undefined
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
      return { text, offset, end: offset + length + 1 }
    } catch {
      return undefined
    }
  }
}

function parsed(text: string): CacheLine | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value) || value.length !== 3) return undefined
    const isLine = typeof value[0] === 'string' && typeof value[1] === 'string'
    return isLine ? (value as unknown as CacheLine) : undefined
  } catch {
    return undefined
  }
}

/** Writes a cache beside the old one, and puts it in its place at the end. Rejects with what the system says. */
export class CacheWriter {
  #waiting: string[] = []
  #length = 0

  private constructor(
    readonly handle: FileHandle,
    readonly draft: string,
    readonly file: string,
  ) {}

  /** Begins a cache, for its owner only, with what stands at its beginning. */
  static async open(
    file: string,
    beginning: Iterable<string> | AsyncIterable<Buffer>,
  ): Promise<CacheWriter> {
    await mkdir(dirname(file), { recursive: true })
    const draft = `${file}.${randomUUID()}`
    const writer = new CacheWriter(await open(draft, 'wx', 0o600), draft, file)
    try {
      for await (const part of beginning) await writer.handle.appendFile(part)
    } catch (error) {
      await writer.abandon()
      throw error
    }
    return writer
  }

  /** Adds a line. */
  async add(line: CacheLine): Promise<void> {
    const text = `${JSON.stringify(line)}\n`
    this.#waiting.push(text)
    this.#length += text.length
    if (this.#length > charactersAtOnce) await this.#write()
  }

  /** Puts the new cache in the place of the old one. */
  async commit(): Promise<void> {
    await this.#write()
    await this.handle.close()
    await rename(this.draft, this.file)
  }

  /** Gives up; the old cache stays. Never rejects. */
  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined)
    await rm(this.draft, { force: true }).catch(() => undefined)
  }

  async #write(): Promise<void> {
    const text = this.#waiting.join('')
    this.#waiting = []
    this.#length = 0
    await this.handle.appendFile(text)
  }
}
