import { describe, expect, it } from 'vitest'
import { parseBody } from '../../src/html/parse.js'
import { stripTags } from '../../src/html/plain-text.js'
import { prepareBody } from '../../src/html/prepare-body.js'
import { readTokens } from '../../src/html/tokens.js'

const site = 'https://newsroom.example'
const base = `${site}/2026/plant`

function read(input: string) {
  const { html, removed } = prepareBody(input, { base, pictures: [] })
  return { html, removed }
}
const html = (input: string): string => read(input).html

/** What a reader is told, in its order. */
function told(input: string): readonly string[] {
  const calls: string[] = []
  readTokens(input, {
    open: (name, attributes, selfClosing) =>
      calls.push(
        [
          `<${name}`,
          ...[...attributes].map((pair) => pair.join('=')),
          selfClosing ? '/>' : '>',
        ].join(' '),
      ),
    close: (name) => calls.push(`</${name}>`),
    text: (text) => calls.push(text),
    lost: (kind) => calls.push(`lost: ${kind}`),
  })
  return calls
}

// HTML standard, section 13.2.5.
describe('tokens', () => {
  it.each([
    ['no text between tags', '<b></b><i></i>', ['<b >', '</b>', '<i >', '</i>']],
    ['no text at all', '', []],
    ['a text in one piece', 'a &amp; b&#33;', ['a & b!']],
    ['a text around a comment', 'a<!-- x -->b', ['ab']],
    ['the first of two values', '<p lang=fr lang=de LANG=en>', ['<p lang=fr >']],
    ['a value that is empty', '<ol reversed start=3 type="">', ['<ol reversed= start=3 type= >']],
    ['values apart', '<a title=a><a><a lang=b>', ['<a title=a >', '<a >', '<a lang=b >']],
    ['references in values', '<a title="a&amp;b&#33;" lang="fr">', ['<a title=a&b! lang=fr >']],
    ['a tag that closes itself', '<br/>a', ['<br />', 'a']],
    ['an end tag with white space', '<b>a</b \n>c', ['<b >', 'a', '</b>', 'c']],
  ])('%s', (_name, input, calls) => {
    expect(told(input)).toEqual(calls)
  })

  it.each([
    ['a start tag', 'a<b title="x>', ['a']],
    ['an end tag', '<b>a</b ', ['<b >', 'a']],
    ['an end tag in its name', '<b>a</b', ['<b >', 'a']],
  ])('%s without its end is none', (_name, input, calls) => {
    expect(told(input)).toEqual([...calls, 'lost: unfinished tag'])
  })

  it.each([
    ['a comment', 'a<!-- x -->', ['a']],
    ['a short comment', 'a<!---->', ['a']],
    ['the shortest comment', 'a<!-->', ['a']],
    ['a comment in the middle', 'a<!-- x -->b', ['ab']],
    // An end tag whose name begins with no letter is read as a comment.
    ['a number for a name', 'a</3>', ['a']],
    ['a number for a name, in the middle', 'a</3 x>b', ['ab']],
    ['a doctype', 'a<!doctype html>', ['a']],
    ['a doctype in front', '<!doctype html>a', ['a']],
    ['an instruction', 'a<?x y?>', ['a']],
    ['an instruction in front', '<?xml version="1.0"?>a', ['a']],
  ])('%s is nothing, and nothing is lost', (_name, input, calls) => {
    expect(told(input)).toEqual(calls)
    expect(read(input)).toEqual({ html: `<p>${calls.join('')}</p>`, removed: {} })
  })

  it.each([
    ['a comment', 'a<!-- x', { 'unclosed comment': 1 }],
    ['a comment behind another', 'a<!-- x --><!-- y --', { 'unclosed comment': 1 }],
    ['a CDATA section', 'a<![CDATA[ b ]]>', { 'CDATA section': 1 }],
    ['a CDATA section in the middle', 'a<![CDATA[ b ]]><!-- c -->', { 'CDATA section': 1 }],
    ['a start tag', 'a<b', { 'unfinished tag': 1 }],
    ['a start tag behind a comment', 'a<!-- x --><b', { 'unfinished tag': 1 }],
  ])('%s is lost once', (_name, input, removed) => {
    expect(read(input)).toEqual({ html: '<p>a</p>', removed })
  })

  it.each(['<b>a</b><!-- x', '<b>a</b><![CDATA[x]]>', '<b>a</b><i', '<b>a</b></i '])(
    '%s is a, also for those who do not ask what is lost',
    (input) => {
      expect(stripTags(input)).toBe('a')
    },
  )
})

describe('what goes with its content', () => {
  it.each([
    ['one in another', '<svg><svg>a</svg>b</svg>c', { drawing: 1 }],
    ['three in each other', '<svg><svg><svg></svg>a</svg>b</svg>c', { drawing: 1 }],
    ['one behind another', '<svg><svg>a</svg><svg>b</svg></svg>c', { drawing: 1 }],
    ['one that closes itself', '<svg>a<svg/>b</svg>c', { drawing: 1 }],
    ['another element', '<svg><g>a</g>b</svg>c', { drawing: 1 }],
    ['elements that stay elsewhere', '<button>a<b>b</b><p>b</p>b</button>c', { 'form field': 1 }],
    ['an end tag too many', '<svg>a</math>b</svg>c', { drawing: 1 }],
    ['a CDATA section', '<svg><![CDATA[a]]></svg>c', { drawing: 1 }],
    ['a handler', '<svg onload="x()"><g onclick="x()"/></svg>c', { drawing: 1 }],
  ])('%s', (_name, input, removed) => {
    expect(read(input)).toEqual({ html: '<p>c</p>', removed })
  })

  it.each([
    ['a comment', 'c<svg><!-- a', { drawing: 1 }],
    ['a tag', 'c<svg><g x="', { drawing: 1 }],
  ])('%s in it is not lost for itself', (_name, input, removed) => {
    expect(read(input)).toEqual({ html: '<p>c</p>', removed })
  })

  it.each(['title', 'noembed', 'noframes'])('%s is not counted', (name) => {
    expect(read(`a<${name} src="/x">b</${name}>c`)).toEqual({ html: '<p>ac</p>', removed: {} })
  })
})

describe('an embedded page', () => {
  const film = 'https://tube.example/1'
  const link = (text: string) => ({ html: `<p><a href="${film}">${text}</a></p>`, removed: {} })

  it.each([
    ['iframe', 'src'],
    ['iframe', 'data-src'],
    ['embed', 'src'],
    ['object', 'data'],
  ])('is a link: %s by its %s', (name, attribute) => {
    expect(read(`<${name} ${attribute}=" ${film} "></${name}>`)).toEqual(link('tube.example'))
  })

  it('is that of a script where it has a blank one of its own', () => {
    expect(read(`<iframe src=" " data-src="${film}"></iframe>`)).toEqual(link('tube.example'))
    expect(read('<iframe src=" "></iframe>')).toEqual({ html: '', removed: { embed: 1 } })
  })

  it.each([
    ['The film', 'The film'],
    ['  The film \n', 'The film'],
    [' ', 'tube.example'],
    ['', 'tube.example'],
    ['a\rb', 'a b'],
    ['a\r\nb', 'a b'],
    ['a&#13;b', 'a b'],
    ['&#8203;', 'tube.example'],
    ['&nbsp;', 'tube.example'],
  ])('is called by its title, here %j', (title, text) => {
    expect(read(`<iframe src="${film}" title="${title}"></iframe>`)).toEqual(link(text))
  })

  it.each([
    ['script', { script: 1 }],
    ['style', { style: 1 }],
    ['button', { 'form field': 1 }],
    ['svg', { drawing: 1 }],
    ['frame', { frame: 1 }],
    ['input', { 'form field': 1 }],
  ])('is none: %s', (name, removed) => {
    for (const attributes of ['src="/x"', 'data="/x"', 'data-src="/x" title="X"']) {
      expect(read(`a<${name} ${attributes}></${name}>`)).toEqual({ html: '<p>a</p>', removed })
    }
  })

  it.each(['hidden', 'style="display:none"', 'width="1" height="1"', 'width="0" height="0"'])(
    'that nobody sees is a tracking pixel, any other element is what it is: %s',
    (hidden) => {
      expect(read(`a<iframe src="/x" ${hidden}></iframe>`).removed).toEqual({ 'tracking pixel': 1 })
      expect(read(`a<svg ${hidden}></svg>`).removed).toEqual({ drawing: 1 })
      expect(read(`a<script ${hidden}></script>`).removed).toEqual({ script: 1 })
      expect(read(`a<input ${hidden}>`).removed).toEqual({ 'form field': 1 })
    },
  )
})

describe('a picture that is loaded late and its copy', () => {
  const late = '<img data-src="/a.jpg">'
  const copy = '<noscript><img src="/a.jpg"></noscript>'
  const shown = `<img src="${site}/a.jpg" alt="">`

  it.each([
    ['in a paragraph', `<p>${late}${copy}</p>`, `<p>${shown}</p>`],
    ['with other tags in it', `${late}<noscript><b></b><img src="/a.jpg"></noscript>`, shown],
    ['in a span in it', `${late}<noscript><span><img src="/a.jpg"></span></noscript>`, shown],
    ['behind an end tag too many', `</noscript></noscript>${late}${copy}`, shown],
    [
      'with sizes that the other has not',
      `${late}<noscript><img src="/a.jpg" srcset="/a-2.jpg 2x"></noscript>`,
      shown,
    ],
    [
      'first, with fewer addresses than the other',
      `${copy}<img data-src="/a.jpg" data-srcset="/a-2.jpg 2x">`,
      shown,
    ],
  ])('are one, %s', (_name, input, expected) => {
    expect(read(input)).toEqual({
      html: expected.startsWith('<p>') ? expected : `<p>${expected}</p>`,
      removed: {},
    })
  })

  it.each([
    ['again', `<p>a ${late}${copy} b ${late} c</p>`, `<p>a ${shown} b ${shown} c</p>`],
    [
      'again, with its copy',
      `<p>a ${late}${copy} b ${late}${copy} c</p>`,
      `<p>a ${shown} b ${shown} c</p>`,
    ],
    ['twice', `<p>a ${late} b ${late} c</p>`, `<p>a ${shown} b ${shown} c</p>`],
    ['twice without scripts', `<p>a ${copy} b ${copy} c</p>`, `<p>a ${shown} b ${shown} c</p>`],
  ])('stand there as often as they are shown: %s', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })
})

describe('a picture', () => {
  it.each([
    ['of a source', '<picture><source srcset="/a.jpg"><img></picture>'],
    ['of a source with an end tag', '<picture><source srcset="/a.jpg"></source><img></picture>'],
    ['of a source behind a tag', '<picture><b></b><source srcset="/a.jpg"><img></picture>'],
    ['of a source of a script', '<picture><source data-srcset="/a.jpg 2x"><img></picture>'],
    [
      'of the largest',
      '<picture><source srcset="/b.jpg"><source srcset="/a.jpg 2x"><img></picture>',
    ],
  ])('is that %s', (_name, input) => {
    expect(read(input)).toEqual({
      html: `<p><img src="${site}/a.jpg" alt=""></p>`,
      removed: {},
    })
  })

  it.each([
    ['the element around it', '<picture srcset="/a.jpg"><img></picture>'],
    [
      'an element beside it',
      '<picture><span srcset="/a.jpg" data-srcset="/b.jpg"></span><img></picture>',
    ],
    ['a picture before it', '<picture><source srcset="/a.jpg"></picture><img>'],
    ['a source after it', '<picture><img><source srcset="/a.jpg"></picture>'],
  ])('is not that of %s', (_name, input) => {
    expect(read(input)).toEqual({ html: '', removed: { picture: 1 } })
  })

  it('that cannot be shown is its alternative text, or nothing', () => {
    expect(html('<p>a <img> b</p>')).toBe('<p>a  b</p>')
    expect(html('<p>a <img alt> b</p>')).toBe('<p>a  b</p>')
    expect(html('<p>a <img alt="&lt;x&gt;"> b</p>')).toBe('<p>a &lt;x&gt; b</p>')
  })

  it('of an address that only speaks of data is no embedded one', () => {
    expect(read('<img src="/data:1.jpg">')).toEqual({
      html: `<p><img src="${site}/data:1.jpg" alt=""></p>`,
      removed: {},
    })
    expect(read('<img src="/a.jpg" srcset="/data:2.jpg 2x">')).toEqual({
      html: `<p><img src="${site}/a.jpg" srcset="${site}/data:2.jpg 2x" alt=""></p>`,
      removed: {},
    })
    expect(read('<img src="javascript:data:1" alt="a">')).toEqual({
      html: '<p>a</p>',
      removed: { 'unsafe address': 1 },
    })
  })

  it('of an embedded one has no other size', () => {
    expect(read('<img src="/a.jpg" srcset="data:image/png,x 2x, /b.jpg 3x">')).toEqual({
      html: `<p><img src="${site}/a.jpg" srcset="${site}/b.jpg 3x" alt=""></p>`,
      removed: {},
    })
  })

  it('loses an unsafe size once', () => {
    expect(read('<img src="/a.jpg" srcset="javascript:x 1x, /b.jpg 2x">')).toEqual({
      html: `<p><img src="${site}/a.jpg" srcset="${site}/b.jpg 2x" alt=""></p>`,
      removed: { 'unsafe address': 1 },
    })
  })

  it.each([
    'style="color:red"',
    'style="display"',
    'style=";:;"',
    'height="1"',
    'width="1"',
    'style',
  ])('with %s is seen', (attributes) => {
    expect(read(`<img src="/a.jpg" ${attributes}>`).removed).toEqual({})
  })
})

// HTML standard, section 2.3.2: that a boolean attribute is there is what counts, not its value.
describe('a flag', () => {
  it.each(['', '=""', '="reversed"', '="true"', '="false"', '=" "'])(
    'is set, here by reversed%s',
    (value) => {
      expect(html(`<ol reversed${value}><li>a</ol>`)).toBe('<ol reversed=""><li>a</li></ol>')
    },
  )

  it('is one of film and sound whether they ask for it or not, and of nothing else', () => {
    for (const name of ['video', 'audio']) {
      const out = `<p><${name} src="${site}/a" controls="">a</${name}></p>`
      for (const controls of ['', ' controls', ' controls="controls"']) {
        expect(html(`<${name} src="/a"${controls}>a</${name}>`)).toBe(out)
      }
    }
    expect(html('<p controls>a</p><img src="/a.jpg" controls>')).toBe(
      `<p>a</p><p><img src="${site}/a.jpg" alt=""></p>`,
    )
  })

  it('is of the element that it belongs to', () => {
    expect(html('<details open="open"><summary>a</summary>b</details>')).toBe(
      '<details open=""><summary>a</summary><p>b</p></details>',
    )
    expect(html('<p open reversed lang="fr" start="3">a</p>')).toBe('<p lang="fr">a</p>')
    expect(html('<blockquote cite="/a" lang="fr" title="T">a</blockquote>')).toBe(
      `<blockquote cite="${site}/a" lang="fr" title="T"><p>a</p></blockquote>`,
    )
  })
})

// HTML standard, section 13.2.3.5: CR and CR LF are read as LF before anything else.
describe('line ends', () => {
  it.each([
    ['in a text', '<pre>a\rb\r\nc\r\rd\n</pre>', '<pre>a\nb\nc\n\nd\n</pre>'],
    ['at the beginning of pre', '<pre>\ra</pre>', '<pre>a</pre>'],
    ['at the beginning of pre, twice', '<pre>\r\n\ra</pre>', '<pre>\n\na</pre>'],
    ['in a tag', '<p\rlang="fr"\r\ntitle="a\rb">a</p\r>', '<p lang="fr" title="a\nb">a</p>'],
    ['in a text that stands for a picture', '<p><img alt="a\rb"></p>', '<p>a\nb</p>'],
  ])('%s are LF', (_name, input, expected) => {
    expect(html(input)).toBe(expected)
  })
})

describe('a long body', () => {
  it('has its formatting in every block, like a short one', () => {
    const words = 'word '.repeat(10_000)
    expect(html(`<b><p>a</p><p>${words}</p><p>b</p></b><i><p>c</p><p>d</p></i>`)).toBe(
      `<p><b>a</b></p><p><b>${words}</b></p><p><b>b</b></p><p><i>c</i></p><p><i>d</i></p>`,
    )
  })
})

describe('the tree of a body', () => {
  it('knows a picture by all its addresses', () => {
    const { nodes, removed } = parseBody(
      '<img src="/a.jpg" data-src="/b.jpg" srcset="/c.jpg 2x">',
      base,
    )
    expect(removed).toEqual({})
    expect(nodes).toMatchObject([
      { children: [{ name: 'img', shows: ['a', 'b', 'c'].map((name) => `${site}/${name}.jpg`) }] },
    ])
  })
})
