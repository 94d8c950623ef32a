import { describe, expect, it } from 'vitest'
import { prepareBody } from '../../src/html/prepare-body.js'
import { asBrowser, asWritten, dangers, looseText, type Plain } from './judge.js'

const base = 'https://newsroom.example/1'
const paris = { place: 'PARIS', text: 'PARIS, 2 March 2026' }
const prepare = (html: string, dateline = paris) =>
  prepareBody(html, { base, pictures: [], dateline })
const read = (html: string, dateline = paris) => asBrowser(prepare(html, dateline).html)
const opening = (text: string): readonly Plain[] => [['strong', {}, [paris.text]], ` – ${text}`]

describe('place and date', () => {
  it('are the first words of the text', () => {
    expect(read('<p>The plant opens.</p><p>It is big.</p>')).toEqual([
      ['p', {}, opening('The plant opens.')],
      ['p', {}, ['It is big.']],
    ])
    expect(read('The plant opens.')).toEqual([['p', {}, opening('The plant opens.')]])
  })

  it('stand before formatting, not in it', () => {
    expect(read('<p lang="en"><a href="/x">The plant</a> opens.</p>')).toEqual([
      [
        'p',
        { lang: 'en' },
        [...opening(''), ['a', { href: 'https://newsroom.example/x' }, ['The plant']], ' opens.'],
      ],
    ])
  })

  it.each([
    ['a heading', '<h2>Plant</h2>'],
    ['a list', '<ul><li>Plant</li></ul>'],
    ['a figure', '<figure><img src="/a.jpg"><figcaption>Plant</figcaption></figure>'],
    ['a picture', '<p><img src="/a.jpg"></p>'],
    ['a quotation', '<blockquote><p>Plant</p></blockquote>'],
    ['a table', '<table><tr><td>Plant</table>'],
    ['a line', '<hr>'],
    ['empty paragraphs', '<p> </p><p>&nbsp;</p><p><br></p>'],
    ['a film', '<video src="/a.mp4"></video>'],
  ])('stand in the first paragraph behind %s', (_, begin) => {
    const [last, ...before] = [...read(`${begin}<p>The plant opens.</p>`)].reverse()
    expect(last).toEqual(['p', {}, opening('The plant opens.')])
    expect(JSON.stringify(before)).not.toContain('PARIS')
  })

  it.each([
    ['a heading', '<h2>Plant</h2>', 'h2'],
    ['a list', '<ul><li>Plant</li></ul>', 'ul'],
    ['a figure', '<figure><img src="/a.jpg"><figcaption>Plant</figcaption></figure>', 'figure'],
    ['a quotation', '<blockquote>Plant</blockquote>', 'blockquote'],
  ])('stand above %s where there is nothing else', (_, html, name) => {
    expect(read(html).map((node) => node[0])).toEqual(['p', name])
    expect(read(html)[0]).toEqual(['p', {}, [['strong', {}, [paris.text]]]])
  })

  it('are no part of the excerpt', () => {
    expect(prepare('<p>The plant opens.</p>').excerpt()).toBe('The plant opens.')
    expect(prepare('<p>Paris, 2 March – The plant opens.</p>').excerpt()).toMatch(/^Paris/)
  })
})

describe('a text that has its dateline', () => {
  it.each([
    'PARIS, 2 March 2026 – The plant opens.',
    'Paris, 2 March – The plant opens.',
    'paris – The plant opens.',
    'Paris\u00A0: the plant opens.',
    'PARIS (AP) — The plant opens.',
    'Paris\n  , today: the plant opens.',
    '<b>Par<i>is</i></b>, 2 March – The plant opens.',
    '« Paris, 2 March – The plant opens. »',
    'Paris, 2 March - The plant opens.',
    'Paris, 2 March 2026: The plant opens.',
    'Paris, 2 mars 2026 : L’usine ouvre.',
    'Paris | The plant opens.',
  ])('%s stays as it is', (html) => {
    expect(prepare(`<p>${html}</p>`).html).toBe(
      prepareBody(`<p>${html}</p>`, { base, pictures: [] }).html,
    )
  })

  it.each([
    ['Hà Nội', 'HÀ NỘI, ngày 2 tháng 3'.normalize('NFD')],
    ['Hà Nội'.normalize('NFD'), 'Hà Nội, ngày 2 tháng 3'],
    ['القاهرة', 'القاهرة، 2 مارس'],
    ['WASHINGTON, D.C.', 'Washington, D.C., March 2'],
    ['Saint-Étienne', 'SAINT-ÉTIENNE, le 2 mars'],
    ['東京', '東京、3月2日'],
  ])('also in %s', (place, begin) => {
    const html = `<p>${begin} – x</p>`
    expect(prepare(html, { place, text: 'Nowhere' }).html).not.toContain('Nowhere')
  })

  it('may have it in brackets, or without a comma', () => {
    for (const text of ['(Paris) – The plant opens.', 'Paris 2 March 2026 – The plant opens.']) {
      expect(prepare(`<p>${text}</p>`).html).toBe(`<p>${text}</p>`)
    }
  })

  it('may have it in a paragraph of its own, behind a heading', () => {
    const html = '<h2>Plant</h2><p>Paris, 2 March 2026</p><p>The plant opens.</p>'
    expect(prepare(html).html).toBe(html)
  })
})

describe('a text that only begins with the place', () => {
  it.each([
    'Paris has a new plant.',
    'Parisians have a new plant.',
    'Paris’s new plant opens.',
    'PARIS 2026 begins.',
    'Paris',
    'The plant opens in Paris, today.',
    'Parisians – all of them – rejoice.',
    'Parisians made 2026',
    'Paris, the capital: a plant opens.',
    'Lyon, 2 March – The plant opens.',
  ])('%s has no dateline yet', (text) => {
    expect(read(`<p>${text}</p>`)).toEqual([['p', {}, opening(text)]])
  })

  it('is a sentence where a hyphen joins the place to a word', () => {
    expect(read('<p>Paris-based firms rejoice.</p>')).toEqual([
      ['p', {}, opening('Paris-based firms rejoice.')],
    ])
  })
})

describe('hostile places', () => {
  it.each([
    '</strong></p><script>alert(1)</script>',
    '&lt;b&gt; & "x"',
    "$& $'",
    '.*+?^${}()|[]\\',
    '(',
  ])('%o is the text that it is', (place) => {
    const { html } = prepare('<p>The plant opens.</p>', { place, text: place })
    expect(asBrowser(html)).toEqual([['p', {}, [['strong', {}, [place]], ' – The plant opens.']]])
    expect(asWritten(html)).toEqual(asBrowser(html))
    expect(dangers(asBrowser(html))).toEqual([])
    expect(looseText(asBrowser(html))).toEqual([])
  })
})
