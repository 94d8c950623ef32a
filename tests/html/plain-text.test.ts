import { describe, expect, it } from 'vitest'
import { paragraph } from '../../src/html/paragraph.js'
import { stripTags } from '../../src/html/plain-text.js'

describe('plain text that holds HTML', () => {
  it.each([
    ['<b>Bold</b> claim', 'Bold claim'],
    ['<p>One</p><p>two</p>', 'One two'],
    ['H<sub>2</sub>O', 'H2O'],
    ['<a href="x">AT&amp;T</a> &mdash; <i>n</i>ews<br>here', 'AT&T — news here'],
    ['one<script>two</script> three', 'one three'],
    ['  <em>a</em>\n\n b ', 'a b'],
    ['<B>upper</B >', 'upper'],
    ['<b>a <foo>b</foo></b>', 'a <foo>b</foo>'],
    ['<span>a</span><!-- c -->b', 'ab'],
  ])('%s', (text, expected) => {
    expect(stripTags(text)).toBe(expected)
  })

  it.each([
    'x < y and y > z',
    '<3 Deno',
    'AT&amp;T',
    'the <title> element',
    '</foo> is not HTML',
    'a <b c',
    '',
    'List<String>',
    'if (a</b/) x',
  ])('is not: %s', (text) => {
    expect(stripTags(text)).toBeUndefined()
  })
})

it('a text becomes a paragraph', () => {
  expect(paragraph('a < b & $c')).toBe('<p>a &lt; b &amp; &#36;c</p>')
  expect(paragraph('')).toBe('')
})
