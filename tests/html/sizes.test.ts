import { describe, expect, it } from 'vitest'
import { prepareBody } from '../../src/html/prepare-body.js'

const base = 'https://newsroom.example/2026/plant'

describe('hostile size', () => {
  const many = 200_000
  const cases: readonly (readonly [string, string])[] = [
    ...[
      'div',
      'b',
      'table',
      'ul',
      'li',
      'dd',
      'blockquote',
      'a href=/x',
      'video',
      'svg',
      'details',
    ].map((tag) => [`nested ${tag}`, `<${tag}>`.repeat(many)] as const),
    [
      'open tags and end tags that do not fit',
      `${'<b>'.repeat(many / 2)}${'</i>'.repeat(many / 2)}`,
    ],
    ['angle brackets', '<'.repeat(5_000_000)],
    ['unfinished links', '<a href='.repeat(100_000)],
    ['NUL', '\u0000'.repeat(2_000_000)],
    ['ampersands', '&#'.repeat(1_000_000)],
    ['comments', '<!--'.repeat(500_000)],
    ['commas in srcset', `<img src=x srcset="${','.repeat(1_000_000)}">`],
    ['line breaks before a picture', `<p>x${'<br> '.repeat(100_000)}<img src="/p.jpg">`],
    [
      'a summary too many',
      `<details>${'<p>x</p>'.repeat(50_000)}${'<summary>x</summary>'.repeat(50_000)}`,
    ],
  ]

  // Half a minute separates linear work on a slow machine from quadratic work, which takes hours here.
  it.each(cases)('%s', { timeout: 30_000 }, (_name, input) => {
    const pictures = [{ url: 'https://newsroom.example/p.jpg', alt: '' }]
    const { html } = prepareBody(input, { base, pictures })
    expect(html.length).toBeLessThan(6 * input.length + 1000)
    expect(elementDepth(html)).toBeLessThan(130)
  })

  it('formatting with long attributes is not multiplied', () => {
    const title = 'x'.repeat(10_000)
    const { html } = prepareBody(
      `<h2 title="${title}">${`<b title="${title}">`.repeat(30)}${'<div>x'.repeat(50_000)}`,
      { base, pictures: [] },
    )
    expect(html.length).toBeLessThan(3_000_000)
    expect(html.match(/x(?=<)/g)).toHaveLength(50_000)
  })
})

function elementDepth(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (/^<(img|br|hr|wbr|col|source|track)/.test(tag)) continue
    depth += tag.startsWith('</') ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
