import { appendFileSync, symlinkSync, truncateSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { measureFile } from '../../src/node/measure-file.js'
import { heif, jpeg, png, text } from '../image/picture-bytes.js'
import { temporaryFolder } from './temporary-folder.js'

const openXml = 'application/vnd.openxmlformats-officedocument'
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'

it.each<readonly [string, Uint8Array, Readonly<Record<string, unknown>>]>([
  ['a picture', jpeg(40, 30), { type: 'image/jpeg', width: 40, height: 30 }],
  ['a picture on its side', jpeg(40, 30, 6), { type: 'image/jpeg', width: 30, height: 40 }],
  ['a drawing', text(svg), { type: 'image/svg+xml', width: 4, height: 3 }],
  [
    'a drawing with a long end',
    text(svg.replace('/>', `>${'<g/>'.repeat(200_000)}</svg>`)),
    { type: 'image/svg+xml', width: 4, height: 3 },
  ],
  [
    'a picture behind much else',
    withLongHead(jpeg(40, 30), 700_000),
    { type: 'image/jpeg', width: 40, height: 30 },
  ],
  ['a film of pictures', heif('avisavif', 40, 30), { type: 'image/avif' }],
  ['a damaged picture', png(40, 30).subarray(0, 20), { type: 'image/png' }],
  ['a PDF', text('%PDF-1.7\n'), { type: 'application/pdf' }],
  [
    'a Word document',
    zip({
      '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${openXml}.wordprocessingml.document.main+xml"/></Types>`,
    }),
    { type: `${openXml}.wordprocessingml.document` },
  ],
  [
    'a workbook',
    zip({
      '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${openXml}.spreadsheetml.sheet.main+xml"/></Types>`,
    }),
    { type: `${openXml}.spreadsheetml.sheet` },
  ],
  [
    'an OpenDocument text',
    zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
    { type: 'application/vnd.oasis.opendocument.text' },
  ],
  ['an archive, which may be anything', zip({ 'a.txt': 'a' }), { type: undefined }],
  [
    'an old Word document, which may be a workbook',
    Uint8Array.of(
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array<number>(600).fill(0),
    ),
    { type: undefined },
  ],
  [
    'Opus, whose type has a parameter',
    Uint8Array.from([
      ...text('OggS'),
      ...new Array<number>(24).fill(0),
      ...text('OpusHead'),
      ...new Array<number>(40).fill(0),
    ]),
    { type: 'audio/ogg' },
  ],
  [
    'sound in MPEG-4',
    Uint8Array.from([0, 0, 0, 24, ...text('ftypM4A '), 0, 0, 0, 0, ...text('M4A mp42')]),
    { type: 'audio/mp4' },
  ],
  ['CSV', text('a,b\n1,2\n'), { type: undefined }],
  ['captions', text('WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n'), { type: 'text/vtt' }],
  ['HTML', text('<!doctype html><p>A'), { type: undefined }],
  ['nothing', new Uint8Array(), { type: undefined }],
])('tells %s by its content', async (_, bytes, expected) => {
  const folder = temporaryFolder({ 'file.bin': bytes })
  expect(await measureFile(join(folder, 'file.bin'))).toEqual({ ...expected, bytes: bytes.length })
})

it('takes the size of a large file without reading it all', async () => {
  const folder = temporaryFolder({ 'a.png': png(40, 30), 'b.jpg': jpeg(40, 30).subarray(0, 20) })
  for (const name of ['a.png', 'b.jpg']) truncateSync(join(folder, name), 200 * 2 ** 20)
  const facts = { bytes: 200 * 2 ** 20 }
  expect(await measureFile(join(folder, 'a.png'))).toMatchObject({ ...facts, width: 40 })
  expect(await measureFile(join(folder, 'b.jpg'))).toEqual({ ...facts, type: 'image/jpeg' })
})

// A folder stands for what may not be read: permissions do not hold for who runs the tests as root.
it("lets Node's errors pass", async () => {
  const folder = temporaryFolder({ 'a.jpg': '' })
  symlinkSync('nowhere', join(folder, 'link'))
  await expect(measureFile(join(folder, 'b.jpg'))).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(measureFile(join(folder, 'link'))).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(measureFile(folder)).rejects.toMatchObject({ code: 'EISDIR' })
  await expect(measureFile(join(folder, 'a.jpg', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
  const folder = temporaryFolder()
  execFileSync('mkfifo', [join(folder, 'pipe')])
  await expect(measureFile(join(folder, 'pipe'))).rejects.toThrow('expected a file')
})

it('sees what was added to a file', async () => {
  const path = join(temporaryFolder({ 'a.png': png(4, 3) }), 'a.png')
  const { bytes } = await measureFile(path)
  appendFileSync(path, 'more')
  expect(await measureFile(path)).toMatchObject({ bytes: bytes + 4, width: 4 })
})

function withLongHead(bytes: Uint8Array, length: number): Uint8Array {
  const segment = [0xff, 0xee, 0xff, 0xff, ...new Array<number>(0xfffd).fill(0)]
  const head = new Array<readonly number[]>(Math.ceil(length / segment.length)).fill(segment).flat()
  return Uint8Array.from([0xff, 0xd8, ...head, ...bytes.subarray(2)])
}

/** A ZIP archive: local headers, directory, end. A `mimetype` is stored as it is, all else is packed. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const isStored = name === 'mimetype'
    const data = isStored ? Buffer.from(content) : deflateRawSync(content)
    const head = Buffer.alloc(26)
    for (const [at, value] of [
      [0, 20],
      [4, isStored ? 0 : 8],
      [22, name.length],
    ] as const) {
      head.writeUInt16LE(value, at)
    }
    head.writeUInt32LE(data.length, 14)
    head.writeUInt32LE(content.length, 18)
    parts.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\0'), head, tail, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  const count = Object.keys(files).length
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end])
}
