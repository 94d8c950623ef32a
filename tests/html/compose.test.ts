import { describe, expect, it } from 'vitest'
import { compose, type Block } from '../../src/html/compose.js'
import { asBrowser, asWritten, dangers, looseText } from './judge.js'

const read = (blocks: readonly Block[]) => asBrowser(compose(blocks, undefined))

describe('a block', () => {
  it('is a paragraph of lines', () => {
    const link = { text: 'two', href: 'https://newsroom.example/2' }
    expect(read([{ kind: 'paragraph', lines: [['one ', link], ['three'], ['four']] }])).toEqual([
      [
        'p',
        {},
        [
          'one ',
          ['a', { href: link.href }, ['two']],
          ['br', {}, []],
          'three',
          ['br', {}, []],
          'four',
        ],
      ],
    ])
  })

  it('is a heading, or a quotation of paragraphs', () => {
    expect(
      read([
        { kind: 'heading', text: 'Contact' },
        { kind: 'quotation', lines: [['We build.'], ['— The minister']] },
      ]),
    ).toEqual([
      ['h2', {}, ['Contact']],
      [
        'blockquote',
        {},
        [
          ['p', {}, ['We build.']],
          ['p', {}, ['— The minister']],
        ],
      ],
    ])
  })

  it('has strong text, in a link too', () => {
    const run = { text: 'a', href: 'https://newsroom.example/', strong: true } as const
    expect(read([{ kind: 'paragraph', lines: [[run, { text: 'b', strong: true }]] }])).toEqual([
      [
        'p',
        {},
        [
          ['a', { href: run.href }, [['strong', {}, ['a']]]],
          ['strong', {}, ['b']],
        ],
      ],
    ])
  })

  it('says from right to left', () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', text: 'a' },
      { kind: 'paragraph', lines: [['b'], ['c']] },
      { kind: 'quotation', lines: [['d']] },
    ]
    expect(asBrowser(compose(blocks, 'rtl')).map((node) => node[1])).toEqual([
      { dir: 'rtl' },
      { dir: 'rtl' },
      { dir: 'rtl' },
    ])
  })

  it('of nothing is nothing', () => {
    expect(compose([], 'rtl')).toBe('')
  })
})

describe('hostile text', () => {
  const texts = [
    '<script>alert(1)</script>',
    '</p></h2></blockquote></strong></a><img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    '<!-- --!><![CDATA[ ]]> <?php ?>',
    '&lt;b&gt; &amp;amp; &#60;script&#62; &notit; &',
    "$& $1 $` $' ${x} {title}",
    '\u202Eright\u202C \u2028 \u00A0 \u200B',
    '<plaintext><textarea><style><title>',
    'javascript:alert(1)',
    '',
  ]

  it.each(texts)('%o is the text that it is, in every place', (text) => {
    const href = 'https://newsroom.example/'
    const html = compose(
      [
        { kind: 'heading', text },
        { kind: 'paragraph', lines: [[text], [{ text, href }], [{ text, strong: true }]] },
        { kind: 'quotation', lines: [[text]] },
      ],
      undefined,
    )
    const inside = text === '' ? [] : [text]
    expect(asBrowser(html)).toEqual([
      ['h2', {}, inside],
      [
        'p',
        {},
        [
          ...inside,
          ['br', {}, []],
          ['a', { href }, inside],
          ['br', {}, []],
          ['strong', {}, inside],
        ],
      ],
      ['blockquote', {}, [['p', {}, inside]]],
    ])
    expect(asWritten(html)).toEqual(asBrowser(html))
    expect(dangers(asBrowser(html))).toEqual([])
    expect(looseText(asBrowser(html))).toEqual([])
  })

  it('cannot leave an address', () => {
    const href = 'https://newsroom.example/?a=1&copy=2&amp;c="><b>\'`$&'
    expect(read([{ kind: 'paragraph', lines: [[{ text: 'x', href }]] }])).toEqual([
      ['p', {}, [['a', { href }, ['x']]]],
    ])
  })
})
