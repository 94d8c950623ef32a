import { describe, expect, it } from 'vitest'
import { largest, parseSrcset, writeSrcset } from '../../src/html/srcset.js'
import { collapse, element, isNamed, isVisible, textOf, withChildren } from '../../src/html/tree.js'

describe('the text of nodes', () => {
  const inline =
    'a strong em b i u s sub sup small q cite code kbd samp var dfn abbr time mark bdi bdo del ins ruby wbr'
  it.each(inline.split(' '))('%s does not part words', (name) => {
    expect(textOf(['Auto', element(name, {}, ['mo']), 'bil'])).toBe('Automobil')
  })

  it.each(['p', 'br', 'li', 'td', 'h2', 'blockquote', 'div', 'subp', 'xa', 'bd'])(
    '%s parts them',
    (name) => {
      expect(textOf(['a', element(name, {}, ['b']), 'c'])).toBe('a b c')
    },
  )

  it.each(['rt', 'rp', 'audio', 'video'])('%s is no part of it', (name) => {
    expect(textOf(['a', element(name, {}, ['b']), 'c'])).toBe('ac')
  })

  it('a picture is nothing in it', () => {
    expect(textOf(['a', element('img', { alt: 'b' }), 'c'])).toBe('ac')
  })

  // HTML standard, section 3.2.5.2.5 and Infra: ASCII white space is tab, LF, FF, CR and space.
  it('has one space where HTML has several, and none at its ends', () => {
    expect(collapse(' \t\n\f\ra \t\n\f\r b ')).toBe('a b')
    expect(collapse('\u00A0a\u00A0\u00A0b\u00A0')).toBe('\u00A0a\u00A0\u00A0b\u00A0')
  })
})

describe('nodes', () => {
  it.each(['img', 'audio', 'video', 'hr'])('are seen where there is %s', (name) => {
    expect(isVisible([element(name, {})])).toBe(true)
    expect(isVisible([' ', element('b', {}, [element(name, {})])])).toBe(true)
  })

  it.each([' ', '\u00A0', '\u200B', '\u2060', '\t\n', ''])('%j alone is not seen', (text) => {
    expect(isVisible([text])).toBe(false)
    expect(isVisible([element('b', {}, [text]), element('br', {})])).toBe(false)
    expect(isVisible([text, `${text}x`])).toBe(true)
  })

  it('stay the same where nothing changed in them', () => {
    const [one, two] = [element('b', {}, ['1']), element('b', {}, ['2'])]
    const around = element('p', { lang: 'fr' }, [one, two])
    expect(withChildren(around, [one, two])).toBe(around)
    for (const children of [[one], [two, one], [one, one], [one, two, one], []]) {
      expect(withChildren(around, children)).toEqual({ ...around, children })
    }
  })

  it('have a name if they are elements', () => {
    expect(isNamed(element('b', {}), 'a', 'b')).toBe(true)
    expect(isNamed(element('b', {}), 'a')).toBe(false)
    expect(isNamed('b', 'b')).toBe(false)
    expect(isNamed(undefined, 'b')).toBe(false)
  })
})

// HTML standard, section 4.8.4.2.1.
describe('srcset', () => {
  const read = (value: string) => parseSrcset(value).map(({ url, descriptor }) => [url, descriptor])

  it.each(['1w', '123456789w', '1x', '1.5x', '123456789x', '0.123456789x'])('%s', (descriptor) => {
    expect(read(`a ${descriptor}`)).toEqual([['a', descriptor]])
  })

  it.each([
    ...['w', 'x', '1234567890w', '1234567890x', '1.1234567890x', '1.x', '.5x', '1.5w', '1'],
    ...['-1x', '1w 2x', 'a1x', '1xa', '1.5.5x', '1W'],
  ])('not %s', (descriptor) => {
    expect(read(`a ${descriptor}, b 2x`)).toEqual([['b', '2x']])
  })

  it('is parted at commas behind an address, several too', () => {
    expect(read('a,, b 2x ,c')).toEqual([
      ['a', ''],
      ['b', '2x'],
      ['c', ''],
    ])
    expect(read(' \n,a\t1x\n,\nb  2x  ')).toEqual([
      ['a', '1x'],
      ['b', '2x'],
    ])
  })

  it('is written with a space before what tells the size', () => {
    expect(
      writeSrcset([
        { url: 'https://a.example/1', descriptor: '' },
        { url: 'https://a.example/2,', descriptor: '2x' },
        { url: 'https://a.example/3,4', descriptor: '3x' },
      ]),
    ).toBe('https://a.example/1, https://a.example/2%2C 2x, https://a.example/3,4 3x')
  })

  it('has a largest: widths outweigh densities, and the first of equals wins', () => {
    expect(largest(parseSrcset('a 999x, b 1w'))).toBe('b')
    expect(largest(parseSrcset('a, b 1x'))).toBe('a')
    expect(largest(parseSrcset('b 1x, a'))).toBe('b')
    expect(largest(parseSrcset('a, b 1.5x'))).toBe('b')
    expect(largest(parseSrcset('a 0.5x, b'))).toBe('b')
    expect(largest(parseSrcset('a 9w, b 10w, c 8w'))).toBe('b')
  })
})
