// Draws the placeholder picture of the first release, with nothing but Node, the same on every run:
//   node templates/draw-picture.mjs
import { writeFileSync } from 'node:fs'
import { constants, deflateSync } from 'node:zlib'
import { chunk } from '../examples/press-release/canvas.mjs'

const width = 960
const height = 540

const sky = 0
const sun = 1
const farHill = 2
const nearHill = 3
const band = 4
const ink = 5
const palette = ['#dfe7ea', '#f2d98b', '#a9b8b0', '#7f9488', '#22304a', '#f7f4ec']

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
}
const label = 'PLACEHOLDER'
const dot = 8
const labelLeft = (width - (label.length * 6 - 1) * dot) / 2
const labelTop = 452

const png = encode((x, y) => {
  if (isInk(x, y)) return ink
  if (y >= 420) return band
  if (y > 330 - 90 * Math.sin((x - 120) / 250)) return nearHill
  if (y > 260 - 70 * Math.cos((x - 300) / 210)) return farHill
  return Math.hypot(x - 740, y - 110) < 55 ? sun : sky
})
writeFileSync(new URL('newsroom/first-release.png', import.meta.url), png)
console.log(`first-release.png ${png.length} bytes`)

function isInk(x, y) {
  const column = Math.floor((x - labelLeft) / dot)
  const row = Math.floor((y - labelTop) / dot)
  const letter = font[label[Math.floor(column / 6)]]
  return letter?.split(' ')[row]?.[column % 6] === '1'
}

// A palette of one byte a pixel.
function encode(colourAt) {
  const rows = Buffer.alloc(height * (1 + width))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (1 + width) + 1 + x] = colourAt(x, y)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.map((colour) => colour.slice(1)).join(''), 'hex')),
    // Runs only: the general search differs between processors, and with it the bytes.
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9, strategy: constants.Z_RLE })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
