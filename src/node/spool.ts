/** Records laid aside in a temporary file, so that memory holds only where they are. */
import {
  closeSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
  type PathLike,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Where a record lies in a spool, in bytes. */
export interface SpoolPlace {
  readonly offset: number
  readonly length: number
}

/**
 * Takes records and gives copies of them back, any number of times. The file is made with the first
 * record, for its owner only, and its name is gone at once where the system allows that: then nothing is
 * left behind even when the process is killed. Writing and reading do not wait for anything else; both
 * throw what the system throws.
 */
export class Spool {
  #file: number | undefined
  #folder: string | undefined
  #end = 0
  #closed = false

  /** Lays a record aside. `undefined` if it cannot be copied: deeper or larger than v8 writes. */
  write(record: unknown): SpoolPlace | undefined {
    const bytes = serialized(record)
    if (bytes === undefined) return undefined
    this.#file ??= this.#open()
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.#file, bytes, done, bytes.length - done, this.#end + done)
    }
    const place = { offset: this.#end, length: bytes.length }
    this.#end += bytes.length
    return place
  }

  /** A fresh copy of a record. Throws after `close`. */
  read({ offset, length }: SpoolPlace): unknown {
    if (this.#file === undefined) throw new Error('the temporary copy of the articles is gone')
    const bytes = new Uint8Array(length)
    for (let done = 0; done < length;) {
      const count = readSync(this.#file, bytes, done, length - done, offset + done)
      if (count === 0) throw new Error('the temporary copy of the articles was cut off')
      done += count
    }
    return deserialize(bytes)
  }

  /** Gives file and folder back to the system. May be called again. */
  close(): void {
    this.#closed = true
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
    if (this.#folder !== undefined) remove(this.#folder)
    this.#folder = undefined
  }

  #open(): number {
    if (this.#closed) throw new Error('the temporary copy of the articles is gone')
    this.#folder = mkdtempSync(join(tmpdir(), 'pressfeed-'))
    const file = openSync(join(this.#folder, 'records'), 'wx+', 0o600)
    try {
      remove(this.#folder)
    } catch {
      // Where an open file keeps its name, `close` removes it.
    }
    return file
  }
}

function remove(folder: PathLike): void {
  rmSync(folder, { recursive: true, force: true })
}

function serialized(record: unknown): Uint8Array | undefined {
  try {
    return serialize(record)
  } catch {
    return undefined
  }
}
