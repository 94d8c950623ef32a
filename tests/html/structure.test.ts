import { describe, expect, it } from 'vitest'
import { prepareBody } from '../../src/html/prepare-body.js'

const base = 'https://newsroom.example/2026/plant'
const prepare = (html: string) => prepareBody(html, { base, pictures: [] })
const html = (input: string): string => prepare(input).html

describe('every text stands in a block', () => {
  it.each([
    ['loose text', 'one', '<p>one</p>'],
    [
      'blocks split loose text',
      'one<ul><li>a</li></ul>two',
      '<p>one</p><ul><li>a</li></ul><p>two</p>',
    ],
    ['a div with a line is a paragraph', '<div>one</div><div>two</div>', '<p>one</p><p>two</p>'],
    ['containers are unwrapped', '<article><section><p>one</p></section></article>', '<p>one</p>'],
    [
      'a block ends a paragraph',
      '<p>one<blockquote>two</blockquote>three',
      '<p>one</p><blockquote><p>two</p></blockquote><p>three</p>',
    ],
    ['white space between blocks goes', '\n <p>one</p>\n\n <p>two</p> \n', '<p>one</p><p>two</p>'],
    ['white space in text stays', '<p>one  two\nthree</p>', '<p>one  two\nthree</p>'],
    ['no white space is added', 'a<b>b</b>c', '<p>a<b>b</b>c</p>'],
    ['empty paragraphs go', '<p></p><p> </p><p>&nbsp;</p><p><br></p><p>one</p>', '<p>one</p>'],
    [
      'empty lists and tables go',
      '<ul></ul><table><tr></tr></table><blockquote> </blockquote>one',
      '<p>one</p>',
    ],
    ['line breaks stay', 'one<br>two<br/>three</br>four', '<p>one<br>two<br>three<br>four</p>'],
    ['a lone end tag breaks the paragraph', 'one</p>two', '<p>one</p><p>two</p>'],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })

  it('formatting goes on in every block that it reached', () => {
    expect(html('<b><p>one</p><p>two</p></b>')).toBe('<p><b>one</b></p><p><b>two</b></p>')
    expect(html('<a href="/x"><h3>Title</h3><p>Text</p></a>')).toBe(
      '<h3><a href="https://newsroom.example/x">Title</a></h3><p><a href="https://newsroom.example/x">Text</a></p>',
    )
  })

  it('misnested formatting is put right as browsers do', () => {
    expect(html('<p>1<b>2<i>3</b>4</i>5</p>')).toBe('<p>1<b>2<i>3</i></b><i>4</i>5</p>')
    expect(html('<p>one <cite>two<p>three')).toBe('<p>one <cite>two</cite></p><p>three</p>')
    expect(html('<div><sup>1</div>two')).toBe('<p><sup>1</sup></p><p>two</p>')
  })

  it('there is no link in a link', () => {
    expect(html('<a href="/1">one <a href="/2">two</a></a>')).toBe(
      '<p><a href="https://newsroom.example/1">one </a><a href="https://newsroom.example/2">two</a></p>',
    )
    expect(html('<a href="/1"><table><tr><td><a href="/2">x</a></table></a>')).toBe(
      '<table><tbody><tr><td><a href="https://newsroom.example/2">x</a></td></tr></tbody></table>',
    )
  })
})

describe('headings', () => {
  it('begin at the second level and end at the fourth', () => {
    expect(html('<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6>')).toBe(
      '<h2>1</h2><h2>2</h2><h3>3</h3><h4>4</h4><h4>5</h4><h4>6</h4>',
    )
  })

  it('keep the text of containers inside', () => {
    expect(html('<h2><div>One</div></h2>two')).toBe('<h2>One</h2><p>two</p>')
  })

  it('are split by blocks inside', () => {
    expect(html('<h2>One<ul><li>a</li></ul>two</h2>')).toBe(
      '<h2>One</h2><ul><li>a</li></ul><h2>two</h2>',
    )
  })
})

describe('lists', () => {
  it.each([
    ['items without end tags', '<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
    [
      'a list in an item',
      '<ul><li>a<ol><li>b</ol><li>c</ul>',
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
    ],
    [
      'a list straight in a list',
      '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>',
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
    ],
    ['text straight in a list', '<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    [
      'items without a list',
      '<li>a</li><li>b</li>after',
      '<ul><li>a</li><li>b</li></ul><p>after</p>',
    ],
    [
      'an item with paragraphs',
      '<ul><li>a<p>b</p></li></ul>',
      '<ul><li><p>a</p><p>b</p></li></ul>',
    ],
    [
      'an item of two lines',
      '<ul><li><div>a</div><div>b</div></li></ul>',
      '<ul><li><p>a</p><p>b</p></li></ul>',
    ],
    ['an empty item counts', '<ol><li></li><li>b</li></ol>', '<ol><li></li><li>b</li></ol>'],
    ['terms', '<dl><dt>a<dd>b<dt>c<dd>d</dl>', '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>'],
    ['old lists', '<menu><li>a</menu><dir><li>b</dir>', '<ul><li>a</li></ul><ul><li>b</li></ul>'],
    [
      'attributes of lists',
      '<ol start="-3" reversed type="a"><li value="7">x</ol>',
      '<ol start="-3" reversed="" type="a"><li value="7">x</li></ol>',
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })
})

describe('tables', () => {
  it.each([
    [
      'rows get their section',
      '<table><tr><td>1<td>2<tr><td>3</table>',
      '<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>',
    ],
    [
      'text beside the cells gets one',
      '<table>x<tr>y<td>1</table>',
      '<table><tbody><tr><td>x</td></tr><tr><td>y</td><td>1</td></tr></tbody></table>',
    ],
    ['cells without a table are unwrapped', '<td>1</td><td>2</td>', '<p>1</p><p>2</p>'],
    [
      'a whole table',
      '<table><caption>C</caption><col span="2"><thead><tr><th scope="col" colspan="2">H</thead><tfoot><tr><td>F</table>',
      '<table><caption>C</caption><colgroup><col span="2"></colgroup><thead><tr><th colspan="2" scope="col">H</th></tr></thead><tfoot><tr><td>F</td></tr></tfoot></table>',
    ],
    [
      'formatting does not leave a cell',
      '<table><tr><td><b>1<td>2</table>3',
      '<table><tbody><tr><td><b>1</b></td><td>2</td></tr></tbody></table><p>3</p>',
    ],
    [
      'an empty cell counts',
      '<table><tr><td></td><td>2</td></tr></table>',
      '<table><tbody><tr><td></td><td>2</td></tr></tbody></table>',
    ],
    [
      'a table in a cell',
      '<table><tr><td><table><tr><td>1</table></table>',
      '<table><tbody><tr><td><table><tbody><tr><td>1</td></tr></tbody></table></td></tr></tbody></table>',
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })
})

describe('other elements', () => {
  it.each([
    ['pre is untouched', '<pre>  a\n\n  <b>b</b>\t\n</pre>', '<pre>  a\n\n  <b>b</b>\t\n</pre>'],
    ['the first line end in pre is not part of it', '<pre>\na</pre>', '<pre>a</pre>'],
    ['the second one is', '<pre>\n\na</pre>', '<pre>\n\na</pre>'],
    [
      'renamed',
      '<strike>a</strike><acronym title="B">b</acronym>',
      '<p><s>a</s><abbr title="B">b</abbr></p>',
    ],
    [
      'unwrapped',
      '<font color="red"><big>a</big></font><tt>b</tt><unknown>c</unknown>',
      '<p>abc</p>',
    ],
    ['noscript is unwrapped', '<noscript>a</noscript>', '<p>a</p>'],
    [
      'ruby',
      '<ruby>漢<rp>(<rt>kan<rp>)</ruby>字',
      '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>',
    ],
    [
      'details',
      '<details open><summary>S</summary>text</details>',
      '<details open=""><summary>S</summary><p>text</p></details>',
    ],
    [
      'film',
      '<video src="v.mp4" autoplay width="640">no film<track src="v.vtt" kind="subtitles" srclang="fr"></video>',
      '<p><video src="https://newsroom.example/2026/v.mp4" controls="" width="640">no film<track src="https://newsroom.example/2026/v.vtt" kind="subtitles" srclang="fr"></video></p>',
    ],
    [
      'sound with sources',
      '<audio><source src="a.ogg" type="audio/ogg"></audio>',
      '<p><audio controls=""><source src="https://newsroom.example/2026/a.ogg" type="audio/ogg"></audio></p>',
    ],
    ['a film without an address is its text', '<video><p>no film</p></video>', '<p>no film</p>'],
    [
      'a quotation',
      '<blockquote cite="/source">a</blockquote>',
      '<blockquote cite="https://newsroom.example/source"><p>a</p></blockquote>',
    ],
    [
      'time',
      '<time datetime="2026-03-02">today</time>',
      '<p><time datetime="2026-03-02">today</time></p>',
    ],
  ])('%s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
    expect(prepare(input).removed).toEqual({})
  })

  it('style, class, id and the like go; language and direction stay', () => {
    expect(
      html(
        '<p id="a" class="b" style="color:red" data-x="1" hidden role="note" lang="fr-CA" dir="RTL" title="T">x</p>',
      ),
    ).toBe('<p lang="fr-CA" dir="rtl" title="T">x</p>')
    expect(html('<p lang="no language!" dir="up">x</p>')).toBe('<p>x</p>')
    expect(html('<table><tr><td colspan="2;3" rowspan="2" width="9">x</table>')).toBe(
      '<table><tbody><tr><td rowspan="2">x</td></tr></tbody></table>',
    )
  })
})

describe('characters', () => {
  it('are escaped once, and the dollar sign is a reference', () => {
    expect(html(`<p title='"&amp;$<'>AT&amp;T &lt;b&gt; US$'000 &copy; &nbsp;|</p>`)).toBe(
      `<p title="&quot;&amp;&#36;&lt;">AT&amp;T &lt;b&gt; US&#36;'000 © \u00A0|</p>`,
    )
  })

  it('that no feed can carry are removed and counted, also behind references', () => {
    const { html: out, removed } = prepare('<p>a\u0000b&#1;c&#0;d\uD800e</p>')
    expect(out).toBe('<p>abcde</p>')
    expect(removed).toEqual({ character: 4 })
  })

  it('line ends are LF', () => {
    expect(html('<pre>a\r\nb\rc&#13;d</pre>')).toBe('<pre>a\nb\nc\nd</pre>')
  })
})
