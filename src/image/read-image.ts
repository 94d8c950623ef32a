/** Pictures, told by their bytes. */
import { imageSize } from 'image-size'
import { readSvgSize } from './read-svg.js'

/** What the bytes of a picture say. */
export interface ImageFacts {
  /** Media type: `image/jpeg`. */
  readonly type: string
  /** Width in pixels, as people see it. */
  readonly width: number
  /** Height in pixels, as people see it. */
  readonly height: number
}

/**
 * The media type and size of a picture in JPEG, PNG, GIF, WebP, AVIF, HEIC, TIFF, BMP or SVG; `undefined`
 * for all else, and for what is damaged. The first part of a file is enough if it holds the size. Never throws.
 */
export function readImageFacts(bytes: Uint8Array): ImageFacts | undefined {
  const type = imageTypeOf(bytes)
  if (type === undefined) return undefined
  try {
    const size = type === 'image/svg+xml' ? readSvgSize(bytes) : readSize(bytes, type)
    return size !== undefined && isSize(size.width) && isSize(size.height)
      ? { type, ...size }
      : undefined
  } catch {
    return undefined
  }
}

/** The media type that the first bytes claim. What begins like XML claims to be SVG. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 64))
  const { type } = signatures.find(({ matches }) => matches.test(start)) ?? {}
  if (type !== undefined) return type
  const [, brand = '', others = ''] = /^[^]{4}ftyp([^]{4})[^]{4}([^]*)/.exec(start) ?? []
  return /^m[is]f1$/.test(brand) && others.includes('avif') ? 'image/avif' : brands.get(brand)
}

// The library also takes for pictures what merely begins with a letter or two, such as BM.
const signatures = [
  { type: 'image/jpeg', matches: /^\xFF\xD8\xFF/ },
  { type: 'image/png', matches: /^\x89PNG\r\n\x1A\n/ },
  { type: 'image/gif', matches: /^GIF8[79]a/ },
  { type: 'image/webp', matches: /^RIFF[^]{4}WEBPVP8/ },
  { type: 'image/tiff', matches: /^(?:II[*+]\0|MM\0[*+])/ },
  { type: 'image/bmp', matches: /^BM[^]{12}[\x28\x34\x38\x40\x6C\x7C]\0\0\0/ },
  { type: 'image/svg+xml', matches: /^(?:\xEF\xBB\xBF)?\s*</ },
]

const brands: ReadonlyMap<string, string> = new Map([
  ['avif', 'image/avif'],
  ...['heic', 'heix', 'hevc', 'hevx'].map((brand) => [brand, 'image/heic'] as const),
  ...['mif1', 'msf1'].map((brand) => [brand, 'image/heif'] as const),
])

function readSize(bytes: Uint8Array, type: string): Omit<ImageFacts, 'type'> | undefined {
  if (/avif|hei[cf]/.test(type) && countOf('ispe', bytes) > mostSizes) return undefined
  const read = type === 'image/jpeg' ? bytes.subarray(0, longestHead) : bytes
  // A copy, for the library reads on behind the end of a part of a buffer.
  const { width, height, orientation = 1 } = imageSize(new Uint8Array(read))
  // Exif 2.32, tag 274: from 5 on, the picture is shown on its side.
  return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height }
}

// Of a damaged JPEG the library tries byte after byte, a second for some 8 MB.
const longestHead = 4 * 2 ** 20
// For each size in the file the library looks through all that follows it.
const mostSizes = 64

function countOf(name: string, bytes: Uint8Array): number {
  const codes = [...name].map((character) => character.charCodeAt(0))
  const [first = 0] = codes
  let count = 0
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) count += 1
  }
  return count
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1
}
