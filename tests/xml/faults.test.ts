import { describe, expect, it } from 'vitest'
import { element, findFault, type XmlElement } from '../../src/xml/element.js'
import { escapeAttribute, escapeText } from '../../src/xml/escape.js'

const noElement = 'what is no element of texts and numbers'
const good = { name: 'v:a', attributes: {}, children: [] }

describe('what is no element', () => {
  it.each([
    ...[undefined, null, 5, 'v:a', true, [], {}],
    ...[
      { ...good, name: 5 },
      { ...good, name: undefined },
      { ...good, attributes: undefined },
      { ...good, attributes: null },
      { ...good, attributes: 'a' },
      { ...good, attributes: { a: true } },
      { ...good, attributes: { a: null } },
      { ...good, attributes: { a: {} } },
      { ...good, attributes: { a: 1n } },
      { ...good, children: undefined },
      { ...good, children: 'text' },
      { ...good, children: [{ ...good, children: null }] },
      { ...good, children: ['text', 5] },
    ],
  ])('%o', (value) => {
    expect(findFault(value, 'v')).toBe(noElement)
  })

  it('is found behind what is good', () => {
    const inner = element('v:b', { x: 1, y: 'z', z: undefined }, 'text')
    expect(findFault(element('v:a', {}, 'text', inner, 'text'), 'v')).toBeUndefined()
    expect(findFault(element('v:a', {}, inner, element('w:c') as XmlElement), 'v')).toBe('w:c')
  })
})

it('100 levels below the first are deep enough', () => {
  const nested = (levels: number): XmlElement =>
    levels === 0 ? element('v:a') : element('v:a', {}, nested(levels - 1))
  expect(findFault(nested(100), 'v')).toBeUndefined()
  expect(findFault(nested(101), 'v')).toBe('v:a more than 100 levels deep')
})

it('a text of nothing but what is escaped', () => {
  expect(escapeText('<')).toBe('&#x3C;')
  expect(escapeText('&>\r')).toBe('&#x26;&#x3E;&#xD;')
  expect(escapeAttribute('"')).toBe('&quot;')
  expect(escapeAttribute('\t\n')).toBe('&#x9;&#xA;')
})
