import { describe, expect, it } from 'vitest'
import { prepareBody } from '../../src/html/prepare-body.js'

const base = 'https://newsroom.example/2026/plant'
const first = (html: string) => prepareBody(html, { base, pictures: [] }).excerpt()

describe('the first words', () => {
  it.each([
    ['a heading', '<h2>One</h2>'],
    ['a lower heading', '<h3>One</h3>'],
    ['the lowest heading', '<h4>One</h4>'],
    ['lines as they are', '<pre>One</pre>'],
    ['a quotation', '<blockquote>One</blockquote>'],
    ['a list', '<ul><li>One</li><li>three</li></ul>'],
    ['a numbered list', '<ol><li>One</li><li>three</li></ol>'],
    ['terms', '<dl><dt>One</dt><dd>three</dd></dl>'],
    ['a table', '<table><tr><td>One</td><td>three</td></tr></table>'],
    ['details', '<details><summary>One</summary>three</details>'],
  ])('of a quotation that begins with %s are that', (_name, begin) => {
    expect(first(`<blockquote>${begin}<p>two</p></blockquote>`)).toBe('One')
    expect(first(`<ul><li>${begin}<p>two</p></li></ul>`)).toBe('One')
  })

  it.each([
    ['in bold', '<b>One</b>'],
    ['in bold and italics', '<b>On</b><i>e</i>'],
    ['in a link', '<a href="/x">One</a>'],
    ['in several elements', '<a href="/x"><b>O</b><i>ne</i></a>'],
  ])('%s are whole', (_name, words) => {
    for (const html of [
      `<p>${words}</p>`,
      `<blockquote><p>${words}</p><p>two</p></blockquote>`,
      `<ul><li>${words}</li><li>two</li></ul>`,
      `<h2>${words}</h2>`,
      `<table><tr><td>${words}<td>two</table>`,
    ]) {
      expect(first(html)).toBe('One')
    }
  })

  it('reach over a line break', () => {
    expect(first('<blockquote><p><b>One</b><br><i>two</i></p></blockquote>')).toBe('One two')
  })

  it.each([
    ['in a quotation', '<blockquote>', '</blockquote>'],
    ['in an item', '<ul><li>', '</ul>'],
    ['in a cell', '<table><tr><td>', '</table>'],
    ['in details', '<details>', '</details>'],
    ['alone', '', ''],
  ])('are never those below a picture, %s', (_name, start, end) => {
    const figure = '<figure><img src="/a.jpg"><figcaption>Caption</figcaption></figure>'
    expect(first(start + figure + end)).toBeUndefined()
    expect(first(`${start}${figure}<h3>One</h3>${end}`)).toBe('One')
  })
})

describe('quotations', () => {
  const missing = (html: string, ...quotes: string[]) =>
    prepareBody(html, { base, pictures: [], quotes }).missingQuotes

  it('are not missed where there are none', () => {
    expect(prepareBody('<p>One</p>', { base, pictures: [] }).missingQuotes).toEqual([])
    expect(prepareBody('', { base, pictures: [] }).missingQuotes).toEqual([])
    expect(missing('<p>One</p>')).toEqual([])
  })

  it.each([
    ['DIE GROẞE STRAẞE', 'Die große Straße'],
    ['ÉTÉ À LYON', 'été à Lyon'],
    ['МЫ СТРОИМ', 'Мы строим'],
  ])('in capitals are the same: %s', (text, quote) => {
    expect(missing(`<p>${text}</p>`, quote)).toEqual([])
  })

  it('with other letters are others, though their capitals are the same', () => {
    // In Turkish, i with and without a dot are two letters.
    expect(missing('<p>Bir kisa gün</p>', 'Bir kısa gün', 'Bir kisa gün')).toEqual([0])
  })
})

describe('a body without content', () => {
  const dateline = { place: 'PARIS', text: 'PARIS, 2 March 2026' }

  it.each(['', ' \n', '<p></p>', '<div><br></div>', '<!-- a -->', '<script>a()</script>'])(
    '%j has no dateline either',
    (html) => {
      const {
        removed: _,
        excerpt,
        ...prepared
      } = prepareBody(html, {
        base,
        pictures: [],
        dateline,
        direction: 'rtl',
      })
      expect(excerpt()).toBeUndefined()
      expect(prepared).toEqual({
        html: '',
        found: [],
        repeated: [],
        conflicts: [],
        captions: [],
        missingQuotes: [],
      })
    },
  )

  it('has none, but a body with a rule only has one', () => {
    expect(prepareBody('<hr>', { base, pictures: [], dateline }).html).toBe(
      `<p><strong>${dateline.text}</strong></p><hr>`,
    )
    expect(prepareBody('', { base, pictures: [], dateline }).html).toBe('')
  })
})
