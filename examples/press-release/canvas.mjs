// Flat shapes, block letters and PNG for draw-pictures.mjs. Lengths are pixels, colours are `#rrggbb`.
import { constants, crc32, deflateSync } from 'node:zlib'

export const width = 960
export const height = 640

// Five by seven dots a letter.
const font = {
  P: '11110 10001 10001 11110 10000 10000 10000',
  L: '10000 10000 10000 10000 10000 10000 11111',
  A: '01110 10001 10001 11111 10001 10001 10001',
  C: '01110 10001 10000 10000 10000 10001 01110',
  E: '11111 10000 10000 11110 10000 10000 11111',
  H: '10001 10001 10001 11111 10001 10001 10001',
  O: '01110 10001 10001 10001 10001 10001 01110',
  D: '11110 10001 10001 10001 10001 10001 11110',
  R: '11110 10001 10001 11110 10100 10010 10001',
  '/': '00001 00001 00010 00100 01000 10000 10000',
  1: '00100 01100 00100 00100 00100 00100 01110',
  2: '01110 10001 00001 00110 01000 10000 11111',
  3: '11110 00001 00001 01110 00001 00001 11110',
  4: '00010 00110 01010 10010 11111 00010 00010',
}

/** A black picture: red, green and blue of each pixel, row by row. */
export function createCanvas() {
  return new Uint8Array(width * height * 3)
}

/** A rectangle, its corners rounded if a radius is given. */
export function box(canvas, x, y, w, h, colour, radius = 0) {
  const r = Math.min(radius, w / 2, h / 2)
  paint(canvas, [x, y, x + w, y + h], colour, (px, py) => {
    const dx = Math.max(x + r - px, px - (x + w - r), 0)
    const dy = Math.max(y + r - py, py - (y + h - r), 0)
    return px >= x && px < x + w && py >= y && py < y + h && dx * dx + dy * dy <= r * r
  })
}

/** An ellipse around a centre. */
export function ellipse(canvas, x, y, rx, ry, colour) {
  paint(canvas, [x - rx, y - ry, x + rx, y + ry], colour, (px, py) => {
    const dx = (px - x) / rx
    const dy = (py - y) / ry
    return dx * dx + dy * dy <= 1
  })
}

/** A convex shape of four corners, clockwise: x, y, x, y … */
export function quad(canvas, corners, colour) {
  const xs = corners.filter((_, index) => index % 2 === 0)
  const ys = corners.filter((_, index) => index % 2 === 1)
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  paint(canvas, bounds, colour, (px, py) =>
    xs.every((x, index) => {
      const next = (index + 1) % 4
      return (xs[next] - x) * (py - ys[index]) - (ys[next] - ys[index]) * (px - x) >= 0
    }),
  )
}

// Sixteen samples a pixel for smooth edges, rounded to quarters to keep the palette small.
function paint(canvas, [left, top, right, bottom], colour, isInside) {
  const rgb = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16))
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right)); x++) {
      let inside = 0
      for (let sample = 0; sample < 16; sample++) {
        if (isInside(x + ((sample % 4) + 0.5) / 4, y + ((sample >> 2) + 0.5) / 4)) inside += 1
      }
      const quarters = Math.round(inside / 4)
      for (let part = 0; part < 3; part++) {
        const at = (y * width + x) * 3 + part
        canvas[at] = Math.round((canvas[at] * (4 - quarters) + rgb[part] * quarters) / 4)
      }
    }
  }
}

/** Writes a line in the middle of the picture; knows the letters of `font` only. */
export function write(canvas, text, top, colour) {
  const dot = 6
  const left = (width - (text.length * 6 - 1) * dot) / 2
  for (const [place, letter] of [...text].entries()) {
    for (const [row, dots] of (font[letter]?.split(' ') ?? []).entries()) {
      for (const [column, on] of [...dots].entries()) {
        const x = left + (place * 6 + column) * dot
        if (on === '1') box(canvas, x, top + row * dot, dot, dot, colour)
      }
    }
  }
}

/** The picture as a PNG file: a palette of at most 256 colours, no transparency. */
export function encodePng(canvas) {
  const palette = new Map()
  const rows = Buffer.alloc(height * (1 + width))
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = canvas.subarray(pixel * 3, pixel * 3 + 3).join()
    if (!palette.has(colour)) palette.set(colour, palette.size)
    rows[Math.floor(pixel / width) + 1 + pixel] = palette.get(colour)
  }
  if (palette.size > 256) throw new RangeError(`${palette.size} colours, and 256 is the limit`)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from([...palette.keys()].flatMap((colour) => colour.split(',').map(Number))),
    ),
    // Runs only: the general search differs between processors, and with it the bytes.
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9, strategy: constants.Z_RLE })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A chunk of a PNG file. */
export function chunk(type, data) {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
