import { describe, expect, it } from 'vitest'
import { explainThrown } from '../../src/cli/config/thrown.js'
import { grouped } from '../../src/cli/text/numbers.js'
import { nameKey } from '../../src/create-feed/relations.js'
import { readSvgSize } from '../../src/image/read-svg.js'
import { folderAddress } from '../../src/node/file-address.js'
import { replaceInMarkup } from '../../src/node/local-addresses.js'

// The linter of expressions (eslint.config.js) found these. A text of this length takes an expression hours
// whose time grows with the square of it, so the limit of the test tells the two apart on any machine.
const many = 1_000_000
const config = { file: '/site/pressfeed.config.ts', root: '/site' }

describe('expressions take no more time than their text is long', () => {
  it.each([
    ['slashes before a folder', () => folderAddress(`https:${'/'.repeat(many)}x`, 'a/b.md')],
    ['digits of a size', () => readSvgSize(svg('1'.repeat(many) + 'x'))],
    ['line ends of an error', () => explainThrown(`ParseError: ${'\n'.repeat(many)}x`, config)],
    [
      'line ends in a stack',
      () => explainThrown(thrown('\n\u2028'.repeat(many / 2) + 'x'), config),
    ],
    ['commas behind an address', () => replaceInMarkup(`https://a${','.repeat(many)}b`, () => '')],
  ])('%s', (_, run) => {
    run()
  })
})

describe('and do what they did', () => {
  it.each([
    ['https://a.example/A/#b#c', 'https://a.example/a'],
    ['https://a.example/a#\n/', 'https://a.example/a'],
    ['tag:a', 'tag:a'],
  ])('key of %j', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })

  it.each([
    ['https://a.example', 'https://a.example/x/'],
    ['https://a.example//b//', 'https://a.example//b/x/'],
  ])('folder at %s', (filesAt, address) => {
    expect(folderAddress(filesAt, 'x/y.md')).toBe(address)
  })

  it.each(['12', '1.5', '.5', '12e1', '12px', '0.5cm'])('%s is a length', (width) => {
    expect(readSvgSize(svg(width))?.width).not.toBe(300)
  })

  it.each(['1.', '', '.', '1..5', '1 2', 'x', '12pxx'])('%j is none', (width) => {
    expect(readSvgSize(svg(width))?.width).toBe(300)
  })

  it('the comma of a list of sizes stays behind an address', () => {
    const local = (url: string) => (url === 'https://a.example/x' ? '/x' : undefined)
    expect(replaceInMarkup('https://a.example/x, https://a.example/x,, 2x', local)).toBe(
      '/x, /x,, 2x',
    )
    expect(replaceInMarkup('https://a.example/,x,', local)).toBe('https://a.example/,x,')
  })

  it('an error of parsing has its place', () => {
    expect(said('ParseError: Unexpected\ntoken.  \n\n  /site/a (b).ts:3:7')).toMatchObject({
      message: 'Cannot read the configuration: Unexpected\ntoken',
      ...{ file: 'a (b).ts', line: 3, column: 8 },
    })
    for (const error of ['ParseError: /site/a.ts:3:7', 'Else: Unexpected\n /site/a.ts:3:7'])
      expect(said(error).message).toMatch(/stopped with an error/)
  })

  it('so has any other, where it is in a file of the user', () => {
    const stack = [
      '    at f (node:internal/x:1:2)',
      '    at g (/site/node_modules/a.js:1:2)',
      '    at Object.<anonymous> (/site/news.ts:12:5)',
      '    at /site/other.ts:1:1',
    ]
    const place = (frames: readonly string[]) => {
      const { file, line } = said(thrown(frames.join('\n')))
      return [file, line]
    }
    expect(place(stack)).toEqual(['news.ts', 12])
    expect(place(stack.slice(3))).toEqual(['other.ts', 1])
    expect(place(['    at file:///site/b.ts:9:1'])).toEqual(['b.ts', 9])
    expect(place(stack.slice(0, 2))).toEqual(['pressfeed.config.ts', undefined])
  })

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('%d is written %s', (number, text) => {
    expect(grouped(number)).toBe(text)
  })
})

function svg(width: string): Uint8Array {
  return new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="7"></svg>`,
  )
}

function said(error: unknown) {
  return explainThrown(error, config).issue
}

function thrown(stack: string): Error {
  const error = new Error('x')
  error.stack = `Error: x\n${stack}`
  return error
}
