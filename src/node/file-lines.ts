/** The lines of a file, one in memory at a time. */
import type { FileHandle } from 'node:fs/promises'
import { Buffer } from 'node:buffer'

/** One line, without its line feed. */
export interface FileLine {
  /** From 1. */
  readonly number: number
  /** Where it begins in the file, in bytes. */
  readonly offset: number
  /** Its length in bytes. */
  readonly length: number
  /** Its bytes, until the next line is asked for; `undefined` if there are more than allowed. */
  readonly bytes: Uint8Array | undefined
}

const chunkBytes = 256 * 1024
const lineFeed = 0x0a

/** Reads a file line by line. A longer line is passed over without being held, but is told. */
export async function* linesOf(handle: FileHandle, longestLine: number): AsyncGenerator<FileLine> {
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let begun: Buffer[] = []
  let number = 1
  let offset = 0
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, chunkBytes)
    let from = 0
    for (
      let end = lineEnd(chunk, 0, bytesRead);
      end !== -1;
      end = lineEnd(chunk, from, bytesRead)
    ) {
      const last = chunk.subarray(from, end)
      length += last.length
      yield { number, offset, length, bytes: joined(begun, last, length, longestLine) }
      begun = []
      number += 1
      offset += length + 1
      length = 0
      from = end + 1
    }
    const rest = chunk.subarray(from, bytesRead)
    length += rest.length
    if (bytesRead === 0) break
    if (length > longestLine) begun = []
    else if (rest.length > 0) begun.push(Buffer.from(rest))
  }
  if (length > 0) {
    yield {
      number,
      offset,
      length,
      bytes: joined(begun, chunk.subarray(0, 0), length, longestLine),
    }
  }
}

function lineEnd(chunk: Buffer, from: number, end: number): number {
  return chunk.subarray(0, end).indexOf(lineFeed, from)
}

function joined(
  begun: readonly Buffer[],
  last: Buffer,
  length: number,
  longestLine: number,
): Uint8Array | undefined {
  if (length > longestLine) return undefined
  return begun.length === 0 ? last : Buffer.concat([...begun, last])
}
