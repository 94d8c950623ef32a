import { describe, expect, it } from 'vitest'
import { excerpt } from '../../src/html/excerpt.js'

const han = (count: number) => '漢'.repeat(count)

describe('a text is cut', () => {
  it.each([
    ['without a quotation mark that nothing follows', 'One " two three', 9, 'One…'],
    ['without an apostrophe that nothing follows', "One ' two three", 9, 'One…'],
    ['with the quotation mark that ends a quotation', 'Say "yes" now then', 12, 'Say "yes"…'],
    ['without a line end before the space', 'One\r\n two three', 8, 'One…'],
    ['after a question', 'Tu viens ? Oui, demain', 12, 'Tu viens ? …'],
    ['not between a word and its question mark', 'Tu viens ? Oui, demain', 11, 'Tu…'],
    ['not between a number and per cent', 'Hausse de 12 % cette année', 15, 'Hausse de…'],
    [
      'after a comma of ASCII in Chinese',
      '新工厂今天开业,市长出席了典礼并讲话',
      14,
      '新工厂今天开业…',
    ],
    [
      'after an exclamation in Chinese',
      '新工厂今天开业!市长出席了典礼并讲话',
      14,
      '新工厂今天开业! …',
    ],
    ['not after a comma within a number', 'About 12,000,000 people', 13, 'About…'],
    ['at the end where it only begins with a space', ` ${'x'.repeat(50)}`, 10, ' xxxxxxx…'],
  ])('%s', (_name, text, limit, cut) => {
    expect(excerpt(text, limit)).toBe(cut)
  })

  it('between words, as far back as need be, where the script has spaces', () => {
    expect(excerpt(`word ${'x'.repeat(100)}`, 80)).toBe('word…')
  })

  it('between characters where the last word is more than 40 back and the script has no spaces', () => {
    expect(excerpt(`word ${han(100)}`, 46)).toBe('word…')
    expect(excerpt(`word ${han(100)}`, 47)).toBe(`word ${han(40)}…`)
    expect(excerpt(`word ${han(50)}${'x'.repeat(30)}`, 79)).toBe(`word ${han(49)}…`)
  })

  it.each(['ไ', 'ລ', 'မ', 'ក', 'あ', 'ア', 'ㇰ', '漢', '豈', 'ｱ', '𠀀'])(
    'between two of %s',
    (character) => {
      expect(excerpt(`w ${character.repeat(60)}`, 52)).toBe(`w ${character.repeat(48)}…`)
    },
  )

  it.each(['а', 'ا', '한', 'ა', 'α'])('not between two of %s', (character) => {
    expect(excerpt(`w ${character.repeat(60)}`, 52)).toBe('w…')
  })

  it.each([...'。、！？，；：．'])('after %s', (mark) => {
    const cut = /[、，；：]/.test(mark) ? '' : mark
    expect(excerpt(`${han(8)}${mark}${han(10)}`, 14)).toBe(`${han(8)}${cut}…`)
  })

  it.each([...',:;–—-([{«‹“„‘‚¿¡/&、，；：「『（【《〈'])('without %s at the end', (mark) => {
    expect(excerpt(`One ${mark} three four five`, 9)).toBe('One…')
  })
})

it('a text of as many characters as it may have is whole, one more is not', () => {
  expect(excerpt('One two.', 8)).toBe('One two.')
  expect(excerpt('One two.', 7)).toBe('One…')
  expect(excerpt('é'.normalize('NFD').repeat(8), 8)).toBe('é'.normalize('NFD').repeat(8))
})
