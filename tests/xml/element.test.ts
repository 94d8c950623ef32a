import { describe, expect, it } from 'vitest'
import { element, findFault, renderElement, type XmlElement } from '../../src/xml/element.js'

describe('an element', () => {
  it('is written with its attributes and children, escaped, without white space added', () => {
    const written = renderElement(
      element(
        'ex:place',
        { room: 'A "1" & <2>', floor: 3, wing: undefined },
        'Main ',
        element('ex:b', {}, '<x>'),
        ' end',
      ),
    )
    expect(written).toBe(
      '<ex:place room="A &quot;1&quot; &amp; &lt;2&gt;" floor="3">Main <ex:b>&#x3C;x&#x3E;</ex:b> end</ex:place>',
    )
  })

  it('without children is empty', () => {
    expect(renderElement(element('ex:a'))).toBe('<ex:a/>')
    expect(renderElement(element('ex:a', {}, ''))).toBe('<ex:a></ex:a>')
  })

  it('cannot be changed, nor by what it was made of', () => {
    const attributes: Record<string, string> = { a: '1' }
    const made = element('ex:a', attributes, 'x')
    attributes['a'] = '2'
    expect(renderElement(made)).toBe('<ex:a a="1">x</ex:a>')
    expect([made, made.attributes, made.children].every((part) => Object.isFrozen(part))).toBe(true)
  })
})

describe('a name that is not the prefix’s own', () => {
  const named = (name: string, attributes = {}, ...children: (XmlElement | string)[]) =>
    findFault({ name: name as `${string}:${string}`, attributes, children }, 'ex')

  it.each(['ex:a', 'ex:A-b_c.d9', 'ex:_'])('%s is its own', (name) => {
    expect(named(name)).toBeUndefined()
  })

  it.each(['a', 'ex:', 'ex:1a', 'ey:a', 'ex:a b', 'ex:a:b', 'ex:a>', 'ex:a\n', 'ex:é', 'EX:a'])(
    '%j is not',
    (name) => {
      expect(named(name)).toBe(name)
    },
  )

  it('is looked for among attributes', () => {
    expect(named('ex:a', { b: 1, 'ex:c': 2, 'xml:lang': 'fr' })).toBeUndefined()
    for (const name of ['media:url', 'xmlns', 'xmlns:b', 'on click', '"', 'b="" c']) {
      expect(named('ex:a', { [name]: 'x' })).toBe(name)
    }
  })

  it('is looked for in children', () => {
    expect(named('ex:a', {}, element('ex:b', {}, element('dc:title')))).toBe('dc:title')
  })
})
