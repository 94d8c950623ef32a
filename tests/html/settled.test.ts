import { describe, expect, it } from 'vitest'
import { settle, trimEnds } from '../../src/html/settle.js'
import { prepareBody } from '../../src/html/prepare-body.js'
import { splitLine, splitRuns } from '../../src/html/split.js'
import { element, type Node } from '../../src/html/tree.js'

const html = (input: string) =>
  prepareBody(input, { base: 'https://newsroom.example/', pictures: [] }).html

describe('what holds nothing', () => {
  it.each([
    '<p></p>',
    '<p> \u00A0</p>',
    '<h2> </h2>',
    '<pre>\n</pre>',
    '<ul></ul>',
    '<ul> </ul>',
    '<ul><p></p></ul>',
    '<dl><p> </p></dl>',
    '<table><p></p></table>',
    '<table></table>',
    '<table><caption></caption></table>',
    '<table><thead></thead></table>',
    '<blockquote><p></p></blockquote>',
    '<details><summary></summary></details>',
    '<figure></figure>',
    '<figure><figcaption> </figcaption></figure>',
    '<dl></dl>',
    '<video></video>',
    '<video><track src="/t.vtt"></video>',
    '<table><colgroup></colgroup></table>',
  ])('%s goes', (input) => {
    expect(html(`${input}<p>x</p>`)).toBe('<p>x</p>')
  })

  it.each([
    '<ul><li></li></ul>',
    '<dl><dt></dt><dd></dd></dl>',
    '<table><tbody><tr><td></td></tr></tbody></table>',
    '<table><tbody><tr><th></th></tr></tbody></table>',
    '<table><colgroup span="2"></colgroup><tbody><tr><td>x</td></tr></tbody></table>',
    '<hr>',
    '<p><img src="https://newsroom.example/a" alt=""></p>',
  ])('%s stays, as it counts or is seen', (input) => {
    expect(html(input)).toBe(input)
  })
})

describe('a single run of text needs no paragraph', () => {
  it.each(['li', 'dt', 'dd', 'td', 'th', 'caption', 'summary'])('in %s', (name) => {
    const [start = '', end = ''] = (
      {
        li: ['<ul>', '</ul>'],
        dt: ['<dl>', '</dl>'],
        dd: ['<dl>', '</dl>'],
        td: ['<table><tbody><tr>', '</tr></tbody></table>'],
        th: ['<table><tbody><tr>', '</tr></tbody></table>'],
        caption: ['<table>', '</table>'],
        summary: ['<details>', '</details>'],
      } as Readonly<Record<string, readonly string[]>>
    )[name]!
    expect(html(`${start}<${name}> x <b>y</b> </${name}>${end}`)).toBe(
      `${start}<${name}>x <b>y</b></${name}>${end}`,
    )
  })

  it.each(['ul', 'ol', 'dl'])('beside a list, here %s', (name) => {
    const part = name === 'dl' ? 'dd' : 'li'
    const list = `<${name}><${part}>b</${part}></${name}>`
    expect(html(`<ul><li>a${list}</li></ul>`)).toBe(`<ul><li>a${list}</li></ul>`)
  })

  it.each([
    ['of two runs', 'a<hr>b', '<p>a</p><hr><p>b</p>'],
    [
      'beside a quotation',
      'a<blockquote>b</blockquote>',
      '<p>a</p><blockquote><p>b</p></blockquote>',
    ],
    ['beside a paragraph', 'a<p>b</p>', '<p>a</p><p>b</p>'],
    ['of its own', '<p>a</p>', '<p>a</p>'],
    ['around a list', 'a<ul><li>b</ul>c', '<p>a</p><ul><li>b</li></ul><p>c</p>'],
  ])('but does %s', (_name, inside, written) => {
    expect(html(`<ul><li>${inside}</li></ul>`)).toBe(`<ul><li>${written}</li></ul>`)
  })

  it('in a figcaption or quotation it has one', () => {
    expect(html('<blockquote>a</blockquote>')).toBe('<blockquote><p>a</p></blockquote>')
    expect(html('<figure><img src="/a"><figcaption>c</figcaption></figure>')).toContain(
      '<figcaption><p>c</p></figcaption>',
    )
  })
})

describe('a film', () => {
  it.each([
    '<p><video src="https://a.example/v" controls="">a</video></p>',
    '<p><audio controls=""><source src="https://a.example/v"></audio></p>',
  ])('%s stays', (input) => {
    expect(html(input)).toBe(input)
  })

  it('without an address is what stands in for it', () => {
    expect(html('<p>a <video>b <track src="/t"><i>c</i></video> d</p>')).toContain('b <i>c</i>')
    expect(html('<p>a <audio>b</audio></p>')).not.toContain('audio')
  })
})

describe('white space at the ends', () => {
  it.each([
    [[' \t\n\fa \t\n\f'], ['a']],
    [[' ', ' a'], ['a']],
    [['a', ' ', '\n'], ['a']],
    [[' ', ' '], []],
    [[], []],
    [['\u00A0a\u00A0'], ['\u00A0a\u00A0']],
    [['a  b'], ['a  b']],
  ] as readonly (readonly [Node[], Node[]])[])('of %j goes', (nodes, trimmed) => {
    expect(trimEnds(nodes)).toEqual(trimmed)
  })

  it('stays beside an element', () => {
    const bold = element('b', {}, [' x '])
    expect(trimEnds([' a ', bold, ' b '])).toEqual(['a ', bold, ' b'])
    expect(trimEnds([' ', bold, ' '])).toEqual([bold])
    expect(trimEnds([bold])).toEqual([bold])
  })

  it('stays in a paragraph that the body has', () => {
    expect(html('<p> a </p>')).toBe('<p> a </p>')
    expect(html(' a ')).toBe('<p>a</p>')
  })
})

describe('runs between figures', () => {
  const figure = element('figure', {})
  const wrap = (run: readonly Node[]) => [element('p', {}, run)]

  it('are wrapped, and an empty one is none', () => {
    expect(splitRuns([figure], wrap)).toEqual([figure])
    expect(splitRuns(['a', 'b', figure, figure, 'c'], wrap)).toEqual([
      element('p', {}, ['a', 'b']),
      figure,
      figure,
      element('p', {}, ['c']),
    ])
    expect(splitRuns([], wrap)).toEqual([])
  })

  it('lose breaks and white space beside the figure only', () => {
    const line = element('p', { lang: 'fr' })
    const br = element('br', {})
    expect(splitLine(line, ['a', br, 'b', ' ', br, '  \n', figure, ' ', br, br, 'c '])).toEqual([
      { ...line, children: ['a', br, 'b'] },
      figure,
      { ...line, children: ['c'] },
    ])
    const bold = element('b', {}, ['b'])
    expect(splitLine(line, [br, ' ', 'a', bold, figure, br, '', 'c', bold])).toEqual([
      { ...line, children: ['a', bold] },
      figure,
      { ...line, children: ['c', bold] },
    ])
    expect(splitLine(line, [br, ' ', figure, br])).toEqual([figure])
    expect(splitLine(line, [br, 'a', br])).toEqual([{ ...line, children: [br, 'a', br] }])
  })
})

it('elements without content stay as they are', () => {
  const nodes = ['a', element('img', {}), element('br', {})]
  expect(settle(nodes)).toEqual(nodes)
})
