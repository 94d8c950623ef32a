import { describe, expect, it } from 'vitest'
import { prepareBody } from '../../src/html/prepare-body.js'
import { asBrowser, asWritten, dangers, type Plain } from './judge.js'

const base = 'https://newsroom.example/1'
const prepare = (html: string, direction?: 'rtl') =>
  prepareBody(html, { base, pictures: [], direction }).html

const everything =
  '<h1>a</h1><p>b</p><ul><li>c<ul><li>d</li></ul></li></ul><ol><li>e</li></ol><dl><dt>f<dd>g</dl>' +
  '<blockquote>h</blockquote><pre>i</pre><hr><table><tr><td>j</table><img src="/k.jpg">' +
  '<figure><img src="/l.jpg"><figcaption>m</figcaption></figure><details><summary>n</summary>o</details>' +
  '<video src="/p.mp4"></video>q'

describe('the direction from right to left', () => {
  it('is said on every block, once, and nowhere inside', () => {
    const tree = asBrowser(prepare(everything, 'rtl'))
    const names = elements(tree).map(([name]) => name)
    expect(new Set(names)).toEqual(
      new Set([
        'h2',
        'p',
        'ul',
        'ol',
        'dl',
        'blockquote',
        'pre',
        'hr',
        'table',
        'figure',
        'details',
      ]),
    )
    for (const [name, attributes, children] of elements(tree)) {
      expect([name, attributes['dir']]).toEqual([name, name === 'hr' ? undefined : 'rtl'])
      expect(JSON.stringify(children)).not.toContain('"dir"')
    }
  })

  it('changes nothing else', () => {
    const html = prepare(everything, 'rtl')
    expect(html.replaceAll(' dir="rtl"', '')).toBe(prepare(everything))
    expect(asWritten(html)).toEqual(asBrowser(html))
    expect(dangers(asBrowser(html))).toEqual([])
  })

  it('leaves a block its own', () => {
    const html = prepare('<p dir="ltr">a</p><p dir="auto">b</p><p DIR="RTL">c</p><p>d</p>', 'rtl')
    expect(elements(asBrowser(html)).map(([, { dir }]) => dir)).toEqual([
      'ltr',
      'auto',
      'rtl',
      'rtl',
    ])
    // One that is no direction is no own one.
    expect(prepare('<p dir="up">a</p>', 'rtl')).toBe('<p dir="rtl">a</p>')
  })

  it('is not said when none is asked for', () => {
    expect(prepare(everything)).not.toContain('dir=')
    expect(prepare('', 'rtl')).toBe('')
  })

  it('is said on the paragraph of a dateline', () => {
    const dateline = { place: 'القاهرة', text: 'القاهرة، 2 مارس 2026' }
    const { html } = prepareBody('<ul><li>a</li></ul>', {
      ...{ base, pictures: [], direction: 'rtl', dateline },
    })
    expect(asBrowser(html)).toEqual([
      ['p', { dir: 'rtl' }, [['strong', {}, [dateline.text]]]],
      ['ul', { dir: 'rtl' }, [['li', {}, ['a']]]],
    ])
  })
})

type Element = Exclude<Plain, string>

function elements(tree: readonly Plain[]): readonly Element[] {
  return tree.filter((node): node is Element => typeof node !== 'string')
}
