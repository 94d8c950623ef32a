import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from '../../src/html/excerpt.js'
import { prepareBody } from '../../src/html/prepare-body.js'

const first = (html: string) =>
  prepareBody(html, { base: 'https://newsroom.example/', pictures: [] }).excerpt()

describe('the beginning of a text', () => {
  it('that fits is the text', () => {
    expect(excerpt('One two.')).toBe('One two.')
    expect(excerpt('x'.repeat(300))).toBe('x'.repeat(300))
    expect(excerpt('👩‍👩‍👧‍👦'.repeat(300))).toBe('👩‍👩‍👧‍👦'.repeat(300))
  })

  it.each([
    ['between words', 'The quick brown fox jumps', 14, 'The quick…'],
    ['at the very end of a word', 'The quick brown fox jumps', 17, 'The quick brown…'],
    ['after a sentence', 'It is done. More will follow.', 14, 'It is done. …'],
    ['without a comma', 'One, two, three, four', 12, 'One, two…'],
    ['without a dash', 'One two – three four', 12, 'One two…'],
    ['without an opening quote', 'He said “never again and', 12, 'He said…'],
    ['without an opening guillemet', 'Il a dit «\u00A0jamais\u00A0» hier', 15, 'Il a dit…'],
    [
      'with bound guillemets kept together',
      'Le «\u00A0grand Lyon\u00A0» grandit',
      21,
      'Le «\u00A0grand Lyon\u00A0»…',
    ],
    ['not before French punctuation', 'Alors : voilà', 9, 'Alors…'],
    ['not at a no-break space', 'Il en vend 12\u202F000\u00A0tonnes par an', 22, 'Il en vend…'],
    [
      'in Vietnamese with combining marks',
      'Tie\u0302\u0301ng Vie\u0323\u0302t ra\u0302\u0301t hay',
      12,
      'Tie\u0302\u0301ng Vie\u0323\u0302t…',
    ],
    ['after Chinese punctuation', '新工厂今天开业。市长出席了典礼并讲话', 14, '新工厂今天开业。…'],
    ['between Chinese characters', '新工厂今天开业市长出席了典礼并讲话', 10, '新工厂今天开业市…'],
    ['in Thai at a space', 'โรงงานใหม่ เปิดแล้ววันนี้ที่เมือง', 16, 'โรงงานใหม่…'],
    ['in Thai between clusters', 'โรงงานใหม่เปิดแล้ววันนี้ที่เมือง', 8, 'โรงงาน…'],
    ['between emoji words', 'Go 👩‍👩‍👧‍👦 🇫🇷 now friends', 8, 'Go 👩‍👩‍👧‍👦 🇫🇷…'],
    ['in a single long word, as there is nothing better', 'x'.repeat(50), 10, `${'x'.repeat(8)}…`],
  ])('is cut %s', (_name, text, limit, expected) => {
    expect(excerpt(text, limit)).toBe(expected)
  })

  it('never splits what a reader sees as one character', { timeout: 60_000 }, () => {
    // Intl.Segmenter is another implementation of the same standard.
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
    const part = fc.constantFrom(
      'a',
      ' ',
      'é',
      'e\u0301',
      '👩‍👩‍👧‍👦',
      '🇫🇷',
      '漢',
      '。',
      'ที่',
      '각',
      '\u00A0',
      '«',
      '»',
      '.',
      ',',
      '🏽',
      '\u200D',
    )
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 60 }),
        fc.integer({ min: 3, max: 30 }),
        (parts, limit) => {
          const text = parts.join('')
          const cut = excerpt(text, limit)
          if (cut === text) return
          expect(cut.endsWith('…')).toBe(true)
          const kept = cut.replace(/ ?…$/, '')
          const ends = new Set([
            0,
            ...[...segmenter.segment(text)].map(({ index, segment }) => index + segment.length),
          ])
          expect(text.startsWith(kept)).toBe(true)
          expect(ends.has(kept.length)).toBe(true)
          expect([...segmenter.segment(cut)].length).toBeLessThanOrEqual(limit)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('of one endless character is short and quick', () => {
    expect(excerpt(`a${'\u0301'.repeat(1_000_000)}`)).toBe('…')
  })
})

describe('the excerpt of a body', () => {
  it.each([
    [
      'is the first paragraph',
      '<h2>Title</h2><p>One <b>two</b><br>three</p><p>four</p>',
      'One two three',
    ],
    ['is plain text', '<p>AT&amp;T &lt;b&gt; “a”\n\n b</p>', 'AT&T <b> “a” b'],
    [
      'passes over figures, tables and quotations',
      '<figure><img src="a"><figcaption>c</figcaption></figure><table><tr><td>t</table><blockquote>q</blockquote><p>One</p>',
      'One',
    ],
    [
      'passes over empty paragraphs and pictures',
      '<p>&nbsp;</p><p><img src="a" alt="alt"></p><p>One</p>',
      'One',
    ],
    ['takes another block when there is no paragraph', '<ul><li>One</li><li>two</li></ul>', 'One'],
    ['takes a heading when there is nothing else', '<h2>Title</h2>', 'Title'],
    [
      'does not take the readings of a ruby',
      '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>',
      '漢字',
    ],
    [
      'is nothing for a caption alone',
      '<figure><img src="a"><figcaption>c</figcaption></figure>',
      undefined,
    ],
    ['is nothing for an empty body', '', undefined],
  ])('%s', (_name, html, expected) => {
    expect(first(html)).toBe(expected)
  })

  it('is about 300 characters long', () => {
    const text = first(`<p>${'words and words '.repeat(100)}</p>`)
    expect(text?.length).toBeGreaterThan(280)
    expect(text?.length).toBeLessThanOrEqual(300)
    expect(text).toMatch(/(words|and)…$/)
  })
})
