/** Small pictures, byte by byte. */

/** A JPEG as far as its size, which is behind an Exif block when `orientation` is given. */
export function jpeg(width: number, height: number, orientation?: number): Uint8Array {
  const exif = orientation === undefined ? [] : exifBlock(orientation)
  const app0 = [0xff, 0xe0, ...u16(16), ...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]
  const frame = [0xff, 0xc0, ...u16(11), 8, ...u16(height), ...u16(width), 1, 1, 0x11, 0]
  return Uint8Array.from([0xff, 0xd8, ...app0, ...exif, ...frame, 0xff, 0xd9])
}

function exifBlock(orientation: number): readonly number[] {
  const entry = [...u16(0x0112), ...u16(3), ...u32(1), ...u16(orientation), 0, 0]
  const tiff = [...ascii('MM'), 0, 42, ...u32(8), ...u16(1), ...entry, ...u32(0)]
  return [0xff, 0xe1, ...u16(tiff.length + 8), ...ascii('Exif\0\0'), ...tiff]
}

export function png(width: number, height: number): Uint8Array {
  const header = [...ascii('IHDR'), ...u32(width), ...u32(height), 8, 2, 0, 0, 0]
  return Uint8Array.from([0x89, ...ascii('PNG\r\n\x1A\n'), ...u32(13), ...header, ...u32(0)])
}

export function gif(width: number, height: number): Uint8Array {
  return Uint8Array.from([...ascii('GIF89a'), ...le16(width), ...le16(height), 0, 0, 0, 0x3b])
}

export function webp(width: number, height: number): Uint8Array {
  const chunk = [...ascii('VP8X'), ...le32(10), 0, 0, 0, 0, ...le24(width - 1), ...le24(height - 1)]
  return Uint8Array.from([...ascii('RIFF'), ...le32(chunk.length + 4), ...ascii('WEBP'), ...chunk])
}

export function bmp(width: number, height: number): Uint8Array {
  const info = [
    ...le32(40),
    ...le32(width),
    ...le32(height),
    1,
    0,
    24,
    0,
    ...new Array<number>(24).fill(0),
  ]
  return Uint8Array.from([...ascii('BM'), ...le32(54), 0, 0, 0, 0, ...le32(54), ...info])
}

export function tiff(width: number, height: number): Uint8Array {
  const entry = (tag: number, value: number) => [
    ...le16(tag),
    ...le16(4),
    ...le32(1),
    ...le32(value),
  ]
  const tags = [...entry(256, width), ...entry(257, height)]
  return Uint8Array.from([...ascii('II'), 42, 0, ...le32(8), ...le16(2), ...tags, 0, 0, 0, 0])
}

/** AVIF or HEIC, by its brands; `sizes` is how many sizes it has, all the same. */
export function heif(brands: string, width: number, height: number, sizes = 1): Uint8Array {
  const brand = [...ascii(brands.slice(0, 4)), ...u32(0), ...ascii(brands.slice(4))]
  const size = box('ispe', [...u32(0), ...u32(width), ...u32(height)])
  const all = new Array<readonly number[]>(sizes).fill(size).flat()
  const meta = box('meta', [...u32(0), ...box('iprp', box('ipco', all))])
  return Uint8Array.from([...box('ftyp', brand), ...meta])
}

function box(name: string, content: readonly number[]): readonly number[] {
  return [...u32(content.length + 8), ...ascii(name), ...content]
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}

function ascii(value: string): readonly number[] {
  return [...value].map((character) => character.charCodeAt(0))
}

function u16(value: number): readonly number[] {
  return [value >> 8, value & 0xff]
}

function u32(value: number): readonly number[] {
  return [...u16(value >>> 16), ...u16(value & 0xffff)]
}

function le16(value: number): readonly number[] {
  return [...u16(value)].reverse()
}

function le24(value: number): readonly number[] {
  return le32(value).slice(0, 3)
}

function le32(value: number): readonly number[] {
  return [...u32(value)].reverse()
}
