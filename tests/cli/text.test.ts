import { describe, expect, it } from 'vitest'
import { coloursFor } from '../../src/cli/text/colours.js'
import { count, duration, grouped, size, timeOfDay } from '../../src/cli/text/numbers.js'
import { printable, printableJson } from '../../src/cli/text/printable.js'
import { displayWidth, padRight } from '../../src/cli/text/width.js'
import { wrap } from '../../src/cli/text/wrap.js'
import { Screen } from './surroundings.js'

describe('numbers', () => {
  it.each([
    [0, '0 articles'],
    [1, '1 article'],
    [2, '2 articles'],
    [100_000, '100,000 articles'],
  ])('counts %d', (number, text) => expect(count(number, 'article')).toBe(text))

  it('groups thousands', () => {
    expect([999, 1000, 1_234_567].map(grouped)).toEqual(['999', '1,000', '1,234,567'])
  })

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [12_345, '12.3 kB'],
    [99_949, '99.9 kB'],
    [99_950, '100 kB'],
    [123_456, '123 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [999_500_000, '1.0 GB'],
  ])('says the size of %d bytes', (bytes, text) => expect(size(bytes)).toBe(text))

  it.each([
    [0, '0.00 s'],
    [410, '0.41 s'],
    [9_994, '9.99 s'],
    [9_995, '10.0 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('says how long %d ms are', (milliseconds, text) => expect(duration(milliseconds)).toBe(text))

  it('says the time of day', () =>
    expect(timeOfDay(new Date(2026, 2, 2, 9, 5, 7))).toBe('09:05:07'))
})

describe('text of other people', () => {
  it.each([
    ['\u001B[2J\u001B]0;title\u0007', String.raw`\u001b[2J\u001b]0;title\u0007`],
    ['\u009B31m \u0090 \u007F', String.raw`\u009b31m \u0090 \u007f`],
    ['a\u202Eb\u2066c\u200Fd\u061Ce', String.raw`a\u202eb\u2066c\u200fd\u061ce`],
    ['one\r\ntwo\tthree\u2028four', String.raw`one two three\u2028four`],
    ['lone \uD800 surrogate', String.raw`lone \ud800 surrogate`],
    ['👩🏽‍🚀 việt nam می‌خواهم', '👩🏽‍🚀 việt nam می‌خواهم'],
  ])('%j is harmless', (text, shown) => expect(printable(text)).toBe(shown))

  it('is harmless in JSON too, and the same', () => {
    const value = { text: 'a\u009B31m\u202E\uD800\n👩🏽‍🚀' }
    expect(printableJson(value)).toBe('{\n  "text": "a\\u009b31m\\u202e\\ud800\\n👩🏽‍🚀"\n}')
    expect(JSON.parse(printableJson(value))).toEqual(value)
  })
})

describe('width', () => {
  it.each([
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['👩🏽‍🚀', 2],
    ['🇻🇳', 2],
    ['☀️', 2],
    ['東京', 4],
    ['한국', 4],
    ['a\u200Bb', 2],
    ['…“”–', 4],
  ])('%s', (text, columns) => expect(displayWidth(text)).toBe(columns))

  it('fills up', () => {
    expect(padRight('東', 4)).toBe('東  ')
    expect(padRight('long', 2)).toBe('long')
  })
})

describe('wrapping', () => {
  it('breaks at spaces, and hangs', () => {
    expect(wrap('one two three', 9, 4)).toBe('one\n    two\n    three')
    expect(wrap('one two three', 11, 4)).toBe('one two\n    three')
  })

  it('cuts no word', () => {
    expect(wrap('see https://newsroom.example/long now', 10)).toBe(
      'see\nhttps://newsroom.example/long\nnow',
    )
  })

  it('keeps what a line begins with, and no-break spaces', () => {
    expect(wrap('  a b', 4)).toBe('  a\nb')
    expect(wrap('5\u00A0kB of', 4)).toBe('5\u00A0kB\nof')
  })

  it('counts columns and not letters', () => expect(wrap('東京 東京', 8)).toBe('東京\n東京'))
})

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('terminal %s, %j: %s', (isTTY, env, coloured) => {
    const text = coloursFor(new Screen({ isTTY }), env).red('a')
    expect(text).toBe(coloured ? '\u001B[31ma\u001B[39m' : 'a')
  })
})
