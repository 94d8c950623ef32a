import { describe, expect, it } from 'vitest'
import { prepareBody } from '../../src/html/prepare-body.js'
import { asBrowser, asWritten } from './judge.js'

const base = 'https://newsroom.example/2026/plant'
const html = (input: string): string => prepareBody(input, { base, pictures: [] }).html

// Of markup that the HTML standard gives a meaning to, a feed has the tree that a browser builds.
describe('what a browser sees', () => {
  const cells = ['td', 'th'].flatMap((cell) => [
    `<table><${cell}>a</table>`,
    `<table><tr><${cell}>a</table>`,
    ...['thead', 'tbody', 'tfoot'].flatMap((section) => [
      `<table><${section}><${cell}>a</table>`,
      `<table><${section}><${cell}>a<${cell}>b<tr><${cell}>c</table>`,
      `<table><${section}><tr><${cell}>a<tr><${cell}>b</table>`,
      `<table><tr><td>x<${section}><tr><${cell}>a</table>`,
      `<table><${section}><tr><td>x</tr><${cell}>a</table>`,
      `<table><${section}><tr><td>x<tbody><tr><${cell}>a</table>`,
    ]),
    `<table><caption>c</caption><${cell}>a</table>`,
    `<table><caption>c<${cell}>a</table>`,
    `<table><tr><${cell}><ul><li>a</tr></table>`,
    `<table><tr><${cell}><p>a</p><table><tr><td>b</table><p>c</table>`,
    `<table><tr><${cell}>a</table>`,
    `<ul><li><p>a</p><table><tr><${cell}><p>b</li></ul></p><p>c</table><p>d</ul>`,
    `<dl><dd><p>a</p><table><tr><${cell}><p>b</dd></dl></p><p>c</table><p>d</dl>`,
    `<blockquote><table><tr><${cell}>b</blockquote></table></blockquote>`,
  ])
  const others = [
    '<table><col><col span="2"><tr><td>a</table>',
    '<table><colgroup><col><col></colgroup><tr><td>a</table>',
    '<table><colgroup span="2"></colgroup><colgroup><col></colgroup><tr><td>a</table>',
    '<table><caption>c</caption><colgroup><col></colgroup><thead><tr><th>a<tbody><tr><td>b<tfoot><tr><td>c</table>',
    '<table><thead><tr><th>a</thead><tbody><tr><td>b</tbody><tbody><tr><td>c</tbody></table>',
    '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>',
    '<table><tr><td>a</tbody><tr><td>b</table>',
    '<table><tr><td><p>a</p><table><caption>b</td></tr></caption><tr><td>c</table><p>d</table>',
    '<ul><li>a<li>b</ul>',
    '<ol><li>a<li>b</ol>',
    '<ul><li>a<ol><li>b<li>c</ol><li>d</ul>',
    '<ol><li>a<ul><li>b</ul></ol>',
    '<dl><dt>a<dd>b<dt>c<dd>d</dl>',
    '<dl><dt>a<dt>b<dd>c<dd>d</dl>',
    '<dl><dd><p>a</p><dl><dd>b</dl><p>c<dd>d</dl>',
    '<ul><li>a<dl><dt>b<dd>c</dl><li>d</ul>',
    '<details><summary>a</summary><p>b</p></details>',
    '<figure><p>a</p><figcaption><p>b</p></figcaption></figure>',
  ]

  it.each([...cells, ...others])('is what the feed has: %s', (input) => {
    expect(asWritten(html(input))).toEqual(asBrowser(input))
  })

  const formatting = ['b', 'code', 'em', 'i', 's', 'small', 'strong', 'u']
  const passing = 'sub sup q cite kbd samp var dfn abbr time mark bdi bdo del ins'.split(' ')

  it.each([...formatting, ...passing])('is how far %s goes that was not closed', (name) => {
    const input = `<p>a<${name}>b</p><p>c</p>`
    expect(asWritten(html(input))).toEqual(asBrowser(input))
    expect(html(input).includes(`<${name}>c`)).toBe(formatting.includes(name))
  })

  it('is how far a link goes that was not closed', () => {
    const input = '<p>a<a href="https://other.example/">b</p><p>c</p>'
    expect(asWritten(html(input))).toEqual(asBrowser(input))
  })
})

describe('what stands where it cannot stay', () => {
  it.each([
    ['ul', '<ul>a</ul>', '<ul><li>a</li></ul>'],
    ['ol', '<ol>a</ol>', '<ol><li>a</li></ol>'],
    ['dl', '<dl>a</dl>', '<dl><dd>a</dd></dl>'],
    ['table', '<table>a</table>', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
    ['thead', '<table><thead>a</table>', '<table><thead><tr><td>a</td></tr></thead></table>'],
    ['tbody', '<table><tbody>a</table>', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
    ['tfoot', '<table><tfoot>a</table>', '<table><tfoot><tr><td>a</td></tr></tfoot></table>'],
    ['tr', '<table><tr>a</table>', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
    ['li by itself', '<li>a<li>b', '<ul><li>a</li><li>b</li></ul>'],
    ['dt by itself', '<dt>a<dd>b', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['dd by itself', '<dd>a', '<dl><dd>a</dd></dl>'],
  ])('is put into what %s needs', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })

  it.each([
    ['figure', 'figcaption', 'a', '<p>a</p>'],
    ['details', 'summary', 'a', 'a'],
  ])('%s has one %s, a second is text', (outer, part, text, once) => {
    const first = `<${part}>${text}</${part}>`
    expect(html(`<${outer}>${first}<p>x</p><${part}>b</${part}></${outer}>`)).toBe(
      `<${outer}><${part}>${once}</${part}><p>x</p><p>b</p></${outer}>`,
    )
  })
})
