/** Files on this machine: what they are, and how large. */
import { open, readFile, stat, type FileHandle } from 'node:fs/promises'
import { imageTypeOf, readImageFacts, type ImageFacts } from '../image/read-image.js'

/** What a file says of itself. */
export interface FileFacts {
  /** Media type by content, not by name. `undefined` for text formats, and for what is not known. */
  readonly type: string | undefined
  /** Length in bytes. */
  readonly bytes: number
  /** Of a picture: width in pixels, as people see it. */
  readonly width?: number
  /** Of a picture: height in pixels, as people see it. */
  readonly height?: number
}

/**
 * Measures a file without reading more of it than is needed. Whatever keeps it from being read is thrown
 * as Node throws it: `ENOENT`, `EACCES`, `EISDIR`.
 */
export async function measureFile(path: string): Promise<FileFacts> {
  await expectFile(path)
  const file = await open(path)
  try {
    const { size: bytes } = await file.stat()
    const picture = await readPicture(file, bytes)
    if (picture !== undefined) return { ...picture, bytes }
    return { type: await typeByContent(path), bytes }
  } finally {
    await file.close()
  }
}

// A folder can be opened, and opening a pipe waits for who writes to it.
async function expectFile(path: string): Promise<void> {
  const stats = await stat(path)
  if (stats.isFile()) return
  if (stats.isDirectory()) await readFile(path)
  throw Object.assign(new Error(`Cannot measure ${path}: expected a file`), { code: 'EINVAL' })
}

// Most pictures tell their size near the beginning, some behind much else or only at the end.
const heads: readonly number[] = [64 * 2 ** 10, 512 * 2 ** 10]
const longest = 64 * 2 ** 20

async function readPicture(file: FileHandle, bytes: number): Promise<ImageFacts | undefined> {
  for (const length of bytes <= longest ? [...heads, bytes] : heads) {
    const head = await readHead(file, Math.min(length, bytes))
    const facts = readImageFacts(head)
    if (facts !== undefined || length >= bytes) return facts
    if (imageTypeOf(head) === undefined) return undefined
  }
  return undefined
}

async function readHead(file: FileHandle, length: number): Promise<Uint8Array> {
  const head = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(head, filled, length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return head.subarray(0, filled)
}

// What holds documents of many kinds: there the name tells more.
const containers: ReadonlySet<string> = new Set([
  'application/x-cfb',
  'application/zip',
  'application/xml',
])

async function typeByContent(path: string): Promise<string | undefined> {
  // It has no CommonJS form, which we have.
  const { fileTypeFromFile } = await import('file-type')
  const { mime = '' } = (await fileTypeFromFile(path).catch(() => undefined)) ?? {}
  const [type = ''] = mime.split(';')
  if (type === '' || containers.has(type)) return undefined
  // RFC 4337 registers audio/mp4.
  return type === 'audio/x-m4a' ? 'audio/mp4' : type
}
