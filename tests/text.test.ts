import { describe, expect, it } from 'vitest'
import { cleanText, findIllegal, oneLine } from '../src/text.js'

describe('cleanText', () => {
  it('leaves text as it is', () => {
    for (const text of [
      '',
      'a\tb\nc\r',
      'Bộ trưởng',
      '👩‍👩‍👧‍👦',
      'e\u0301',
      '\u007F',
      '\uFEFFa',
      '\u{10FFFF}',
      '\uFDD0',
    ]) {
      expect(cleanText(text)).toEqual({ text, removed: 0, replaced: 0 })
    }
  })

  it('removes what no feed can carry, and counts it', () => {
    expect(cleanText('a\u0000b\u001Fc')).toEqual({ text: 'abc', removed: 2, replaced: 0 })
    expect(cleanText('\uFFFE\uFFFF\uFFFD')).toEqual({ text: '', removed: 3, replaced: 0 })
  })

  it('removes half characters, and no whole one', () => {
    expect(cleanText('\uD83Da\uDE00')).toEqual({ text: 'a', removed: 2, replaced: 0 })
    expect(cleanText('\uDE00\uD83D\uDE00\uD83D')).toEqual({ text: '😀', removed: 2, replaced: 0 })
  })

  // From the WHATWG index of windows-1252; it leaves 81, 8D, 8F, 90 and 9D undefined.
  it.each([
    [0x80, '€'],
    [0x82, '‚'],
    [0x83, 'ƒ'],
    [0x84, '„'],
    [0x85, '…'],
    [0x86, '†'],
    [0x87, '‡'],
    [0x88, 'ˆ'],
    [0x89, '‰'],
    [0x8a, 'Š'],
    [0x8b, '‹'],
    [0x8c, 'Œ'],
    [0x8e, 'Ž'],
    [0x91, '‘'],
    [0x92, '’'],
    [0x93, '“'],
    [0x94, '”'],
    [0x95, '•'],
    [0x96, '–'],
    [0x97, '—'],
    [0x98, '˜'],
    [0x99, '™'],
    [0x9a, 'š'],
    [0x9b, '›'],
    [0x9c, 'œ'],
    [0x9e, 'ž'],
    [0x9f, 'Ÿ'],
  ])('reads the leftover %i of Windows-1252 as %s', (code, character) => {
    const leftover = String.fromCharCode(code)
    expect(cleanText(`a${leftover}b`)).toEqual({ text: `a${character}b`, removed: 0, replaced: 1 })
  })

  it.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])('removes %i, which stands for nothing', (code) => {
    expect(cleanText(String.fromCharCode(code))).toEqual({ text: '', removed: 1, replaced: 0 })
  })

  it('leaves Latin-1 letters and the no-break space alone', () => {
    expect(cleanText('\u00A0é÷ÿ').text).toBe('\u00A0é÷ÿ')
  })
})

it('findIllegal tells where the first character stands that no feed can carry', () => {
  for (const text of ['', '\t\n\r', 'é', '😀', '\u0085', '\uFFFD', '😀'.repeat(3)])
    expect(findIllegal(text)).toBe(-1)
  for (const text of ['\u0000', '\uFFFE', '\uD83D', '\uDE00\uD83D', '\u0001😀\u0001'])
    expect(findIllegal(text)).toBe(0)
  expect(findIllegal('a\u000Bb')).toBe(1)
  expect(findIllegal('😀\uFFFF')).toBe(2)
  expect(findIllegal('é\uD83D\u0001')).toBe(1)
})

describe('oneLine', () => {
  it.each([
    ['  a  b ', 'a b'],
    ['a\r\n\tb', 'a b'],
    ['\n', ''],
    ['', ''],
    ['a\u00A0\u00A0b\u00A0', 'a\u00A0\u00A0b\u00A0'],
    ['a\u202F: b\u3000c', 'a\u202F: b\u3000c'],
  ])('of %j is %j', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })
})

// XML 1.0 section 2.2: Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
it('every code unit by itself is told as XML has it, alone and in a text', () => {
  const isChar = (code: number) =>
    [0x9, 0xa, 0xd].includes(code) ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd)
  const wrong: string[] = []
  for (let code = 0; code <= 0xffff; code += 1) {
    const unit = String.fromCharCode(code)
    for (const text of [unit, `Bộ ${unit} é`]) {
      if ((findIllegal(text) === -1) !== isChar(code)) wrong.push(code.toString(16))
      if (findIllegal(cleanText(text).text) !== -1) wrong.push(`cleaned ${code.toString(16)}`)
    }
    const isKept = isChar(code) && !(code >= 0x80 && code <= 0x9f) && code !== 0xfffd
    if ((cleanText(unit).text === unit) !== isKept) wrong.push(`kept ${code.toString(16)}`)
  }
  expect(wrong).toEqual([])
})
