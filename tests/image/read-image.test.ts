import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readImageFacts } from '../../src/image/read-image.js'
import { runs } from '../property/runs.js'
import { bmp, gif, heif, jpeg, png, text, tiff, webp } from './picture-bytes.js'

const svg = (root: string, rest = '') =>
  text(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${rest}</svg>`)

const pictures: readonly (readonly [string, Uint8Array, string])[] = [
  ['JPEG', jpeg(640, 480), 'image/jpeg 640x480'],
  ...[1, 2, 3, 4, 0, 9].map(
    (turn) => [`JPEG, orientation ${turn}`, jpeg(640, 480, turn), 'image/jpeg 640x480'] as const,
  ),
  ...[5, 6, 7, 8].map(
    (turn) => [`JPEG, orientation ${turn}`, jpeg(640, 480, turn), 'image/jpeg 480x640'] as const,
  ),
  ['PNG', png(640, 480), 'image/png 640x480'],
  ['GIF', gif(640, 480), 'image/gif 640x480'],
  ['WebP', webp(640, 480), 'image/webp 640x480'],
  ['BMP', bmp(640, 480), 'image/bmp 640x480'],
  ['TIFF', tiff(640, 480), 'image/tiff 640x480'],
  ['AVIF', heif('avifmif1', 640, 480), 'image/avif 640x480'],
  ['AVIF by its second brand', heif('mif1avif', 640, 480), 'image/avif 640x480'],
  ['HEIC', heif('heicmif1', 640, 480), 'image/heic 640x480'],
  ['HEIF', heif('mif1abcd', 640, 480), 'image/heif 640x480'],
  ['SVG', svg('width="640" height="480"', '<g/>'), 'image/svg+xml 640x480'],
  ['SVG in points', svg('width="72pt" height=" 36pt "'), 'image/svg+xml 96x48'],
  ['SVG with a box', svg('viewBox="0 0 24 12"'), 'image/svg+xml 24x12'],
  ['SVG with a box with commas', svg('viewBox="0,0,24,12"'), 'image/svg+xml 24x12'],
  [
    'SVG as wide as it may be',
    svg('width="100%" height="100%" viewBox="0 0 24 12"'),
    'image/svg+xml 24x12',
  ],
  ['SVG with a box and a width', svg('width="48" viewBox="0 0 24 12"'), 'image/svg+xml 48x24'],
  ['SVG without size', svg(''), 'image/svg+xml 300x150'],
  [
    'SVG behind a comment',
    text(
      `\uFEFF<?xml version="1.0"?>\n<!-- ${'x'.repeat(5000)} -->${new TextDecoder().decode(svg('width="1" height="2"'))}`,
    ),
    'image/svg+xml 1x2',
  ],
  [
    'SVG with entities',
    text(
      '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;" width="3" height="4"/>',
    ),
    'image/svg+xml 3x4',
  ],
  [
    'SVG with a prefix',
    text('<s:svg xmlns:s="http://www.w3.org/2000/svg" width="3" height="4"/>'),
    'image/svg+xml 3x4',
  ],
]

const none: readonly (readonly [string, Uint8Array])[] = [
  ['nothing', new Uint8Array()],
  ['plain text', text('BMW opens a plant, and GIF89 is not a word.')],
  [
    'text that begins like a bitmap',
    text('BM is short for many things, and this is one of the longer texts.'),
  ],
  ['a PDF', text('%PDF-1.7\n%âãÏÓ\n')],
  [
    'HTML with a drawing in it',
    text('<p><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg></p>'),
  ],
  ['a text that names a drawing', text('See <svg width="1" height="1"></svg>')],
  ['SVG without namespace', text('<svg width="1" height="1"></svg>')],
  ['SVG without end', text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><g>')],
  ['SVG with crossed tags', svg('width="1" height="1"', '<a><b></a></b>')],
  ['two of them', text(new TextDecoder().decode(svg('')).repeat(2))],
  ['text behind SVG', text(`${new TextDecoder().decode(svg(''))} and so on`)],
  ['no size', png(0, 480)],
  ['no height', jpeg(640, 0)],
  ['a GIF without width', gif(0, 1)],
  ['other brands', heif('mp42isom', 640, 480)],
]

describe('pictures', () => {
  it.each(pictures)('%s', (_, bytes, expected) => {
    const { type, width, height } = readImageFacts(bytes) ?? {}
    expect(`${type} ${width}x${height}`).toBe(expected)
  })

  it('are read from the beginning of a file', () => {
    const bytes = readFileSync('examples/press-release/news/images/2-president.png')
    const facts = readImageFacts(bytes)
    expect(facts).toEqual({
      type: 'image/png',
      width: bytes.readUInt32BE(16),
      height: bytes.readUInt32BE(20),
    })
    expect(readImageFacts(bytes.subarray(0, 100))).toEqual(facts)
  })
})

describe('no pictures', () => {
  it.each(none)('%s', (_, bytes) => {
    expect(readImageFacts(bytes)).toBeUndefined()
  })

  it('nothing is read behind the end of a part of a buffer', () => {
    const whole = png(640, 480)
    expect(readImageFacts(whole.subarray(0, 22))).toBeUndefined()
    expect(readImageFacts(gif(640, 480).subarray(0, 8))).toBeUndefined()
  })

  it('whatever is cut off or changed, it ends without an error', () => {
    for (const [name, bytes] of pictures) {
      for (let length = 0; length < Math.min(bytes.length, 400); length += 1) {
        const facts = readImageFacts(bytes.slice(0, length))
        if (facts !== undefined) expect([name, facts.width > 0]).toEqual([name, true])
      }
    }
    const changed = fc.tuple(
      fc.constantFrom(...pictures.map(([, bytes]) => bytes)),
      fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 }),
      fc.uint8Array({ maxLength: 100 }),
    )
    fc.assert(
      fc.property(changed, ([bytes, changes, rest]) => {
        const copy = Uint8Array.from([...bytes, ...rest])
        for (const [at, value] of changes) if (at < copy.length) copy[at] = value
        const facts = readImageFacts(copy)
        if (facts === undefined) return
        expect(Number.isInteger(facts.width) && facts.width >= 1).toBe(true)
        expect(Number.isInteger(facts.height) && facts.height >= 1).toBe(true)
      }),
      runs(500),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(readImageFacts(bytes)).toBeUndefined()
      }),
      runs(500),
    )
  })

  it.each([
    [
      'a JPEG of nothing but zeros',
      Uint8Array.from([0xff, 0xd8, 0xff, ...new Array<number>(4_000_000).fill(0)]),
    ],
    ['an AVIF of many sizes', heif('avifmif1', 640, 480, 50_000)],
    ['a deep SVG', text(`<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(500_000)}`)],
    ['an SVG of open quotes', text(`<svg ${'a="'.repeat(300_000)}`)],
    ['an SVG of open tags', text('<svg '.repeat(300_000))],
  ])('%s takes no time', (_, bytes) => {
    const start = performance.now()
    expect(readImageFacts(bytes)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
