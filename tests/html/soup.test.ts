import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareBody, type BodyPicture } from '../../src/html/prepare-body.js'
import { asBrowser, asWritten, dangers, looseText } from './judge.js'

const base = 'https://newsroom.example/2026/plant'
const prepare = (html: string, pictures: readonly BodyPicture[] = []) =>
  prepareBody(html, { base, pictures })

const names =
  `p h1 h2 h3 div section span b i em a a a ul ol li dl dt dd blockquote table caption colgroup col thead tbody tr td
  th figure figcaption img img br hr pre code small ruby rt rp q cite details summary video audio source track picture noscript
  svg math script style template iframe object select option textarea title head body html form button center font unknown
  x-y foreignObject annotation-xml mglossary plaintext xmp noembed frameset strike listing image`.split(
    /\s+/,
  )
const values = [
  '/a.jpg',
  'b.jpg',
  'https://cdn.example/p.jpg',
  'javascript:alert(1)',
  'JaVa\nScript:alert(1)',
  'data:text/html,<b>',
  '#note',
  '',
  ' ',
  'mailto:press@newsroom.example',
  '//other.example/x',
  'http://[',
  'x"y',
  "x'y",
  'a<b>c',
  '&amp;',
  '&lt;script&gt;',
  'a.jpg 1x, b,c.jpg 2x',
  'ltr',
  'en',
  '1',
  '0',
  '100%',
  'vbscript:x',
  'tel:+33',
  '&#106;avascript:x',
  '$&',
  '\u0000',
  'é',
  '[1]',
]
const attributes =
  `href src srcset alt title class id style onclick onerror data-src data-srcset width height lang dir cite poster
  colspan start type value open hidden xlink:href formaction is datetime`.split(/\s+/)
const texts = [
  'word',
  ' ',
  '\n',
  'a b',
  '&amp;',
  '&lt;b&gt;',
  '<',
  '>',
  '"',
  '$',
  '&#0;',
  '&#13;',
  '\u00A0',
  '&nbsp;',
  'é',
  '漢',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '<!',
  '</',
  '\r\n',
  '\uD800',
  '\u0001',
  '<!-- c -->',
  '&notit;',
  '&#x1F600;',
  '\n\n',
]

const attribute = fc.tuple(
  fc.constantFrom(...attributes),
  fc.constantFrom(...values),
  fc.constantFrom('"', "'", ''),
)
const startTag = fc
  .tuple(
    fc.constantFrom(...names),
    fc.array(attribute, { maxLength: 3 }),
    fc.constantFrom('>', '>', '>', '/>', ' >', ''),
  )
  .map(
    ([name, list, end]) =>
      `<${name}${list.map(([key, value, quote]) => ` ${key}=${quote}${value}${quote}`).join('')}${end}`,
  )
const endTag = fc.constantFrom(...names).map((name) => `</${name}>`)
const soup = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: startTag },
      { weight: 3, arbitrary: endTag },
      { weight: 3, arbitrary: fc.constantFrom(...texts) },
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''))

const picture: BodyPicture = {
  url: 'https://newsroom.example/a.jpg',
  alt: 'A',
  caption: 'word',
  credit: 'Office',
}
const other: BodyPicture = { url: 'https://cdn.example/p.jpg', alt: '' }

describe('whatever the input', { timeout: 60_000 }, () => {
  const check = (html: string, pictures: readonly BodyPicture[]): void => {
    const out = prepare(html, pictures).html
    const tree = asBrowser(out)
    expect(dangers(tree)).toEqual([])
    expect(asWritten(out), out).toEqual(tree)
    expect(looseText(tree)).toEqual([])
    expect(out).not.toMatch(/\$|<!--|\u0000/)
    expect(prepare(out).html).toBe(out)
  }

  it('the output is safe, balanced, in blocks, and its own fixed point', () => {
    fc.assert(
      fc.property(soup, (html) => check(html, [])),
      { numRuns: 2000 },
    )
  })

  it('the same holds when pictures of the record are placed', () => {
    fc.assert(
      fc.property(soup, (html) => {
        check(html, [picture, other])
        const out = prepare(html, [picture, other]).html
        for (const { url } of [picture, other]) {
          expect(
            out.split(`<figure><img src="${url}"`).length +
              out.split(/<figure><a [^>]*><img src="/).length,
          ).toBeGreaterThan(2)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('arbitrary text is no exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (html) => check(html, [])),
      { numRuns: 500 },
    )
  })
})
