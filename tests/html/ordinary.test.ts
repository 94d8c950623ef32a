import { describe, expect, it } from 'vitest'
import { nothing } from './nothing.js'
import { prepareBody } from '../../src/html/prepare-body.js'
import { attributesOf, globalAttributes, kept } from '../../src/html/allow-list.js'
import { asBrowser, elementsOf, type Plain } from './judge.js'

const prepare = (html: string) =>
  prepareBody(html, { base: 'https://newsroom.example/a', pictures: [] })

/** Well-made articles, as editors and content systems write them. */
const articles: Readonly<Record<string, string>> = {
  'a press release': `<p><strong>Lyon, 2 March 2026</strong> – The works opens a <a href="https://newsroom.example/plants" title="Plants">second plant</a>.</p>
    <h2>Facts</h2><ul><li>300 jobs</li><li>40 % <em>more</em> rotors<ul><li>large</li><li>small</li></ul></li></ul>
    <blockquote cite="https://newsroom.example/speech"><p>“A good day.”</p><p><cite>The director</cite></p></blockquote>
    <h3>Contact</h3><p>Press office<br><a href="mailto:press@newsroom.example">press@newsroom.example</a>, <a href="tel:+33400000000">+33 4</a></p><hr>`,
  'a table': `<table><caption>Output</caption><colgroup><col span="2"></colgroup><thead><tr><th scope="col">Year</th><th scope="col">Units</th></tr></thead>
    <tbody><tr><td rowspan="2">2026</td><td>1 200</td></tr><tr><td><b>1 300</b></td></tr></tbody><tfoot><tr><td colspan="2">Estimate</td></tr></tfoot></table>`,
  'a note on method': `<p>CO<sub>2</sub> fell by 10<sup>3</sup> t; see <code>a &lt; b</code>, <kbd>Ctrl</kbd>, <var>x</var>, <samp>ok</samp>.</p>
    <pre><code>one
  two</code></pre><dl><dt><dfn>Rotor</dfn></dt><dd>A part that turns.</dd></dl><ol start="3" reversed="" type="a"><li value="9">x</li></ol>`,
  'a multilingual text': `<p lang="ar" dir="rtl">مرحبا <bdi>Lyon</bdi></p><p lang="ja"><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p><p lang="vi">Tiếng Việt</p><p>« Très bien »</p>`,
  'a text with changes': `<p><del datetime="2026-03-02">old</del> <ins cite="https://newsroom.example/c">new</ins> <mark>m</mark> <s>s</s> <u>u</u> <q>q</q> <abbr title="Press Office">PO</abbr> <time datetime="2026-03-02">today</time> <small>small</small></p>`,
  'what is seldom': `<h4>Smaller</h4><p>One<wbr>word<br>two. <i lang="la">sic</i> <a href="https://newsroom.example/fr" hreflang="fr">en français</a></p>
    <table><thead><tr><th scope="col" colspan="2" rowspan="1">A</th></tr></thead><tbody><tr><th scope="row">B</th><td scope="row">C</td></tr></tbody><tfoot><tr><td colspan="2">D</td></tr></tfoot></table>
    <table><colgroup span="2"></colgroup><tbody><tr><td rowspan="1">x</td><td>y</td></tr></tbody></table>
    <p><q cite="https://newsroom.example/speech">quoted</q> <del cite="https://newsroom.example/c">gone</del> <ins datetime="2026-03-03">there</ins> <bdo dir="rtl">abc</bdo></p>
    <p>Inline <img src="https://newsroom.example/w.png" srcset="https://newsroom.example/w1.png 640w, https://newsroom.example/w2.png 1280w" sizes="(min-width: 40em) 50vw, 100vw" alt="w" width="8" height="6"> sizes.</p>
    <p><video src="https://newsroom.example/w.mp4" controls=""><source src="https://newsroom.example/w.webm" srcset="https://newsroom.example/w2.webm 2x" type="video/webm" media="(min-width: 40em)"></video> <audio src="https://newsroom.example/w.ogg" controls=""></audio></p>`,
  'pictures and films': `<figure><img src="https://newsroom.example/a.jpg" alt="A" width="4" height="3"><figcaption><p>A <small>Office</small></p></figcaption></figure>
    <p>Inline <img src="https://newsroom.example/i.png" srcset="https://newsroom.example/i2.png 2x" alt="i"> picture.</p>
    <p><video src="https://newsroom.example/v.mp4" poster="https://newsroom.example/v.jpg" controls="" width="4" height="3"><track src="https://newsroom.example/v.vtt" kind="captions" srclang="en"></video></p>
    <p><audio controls=""><source src="https://newsroom.example/a.ogg" type="audio/ogg"></audio></p><details open=""><summary>More</summary><p>Text</p></details>`,
}

describe('ordinary rich articles', () => {
  it('have every element and attribute that the list allows', () => {
    const all = Object.values(articles).flatMap((article) => elementsOf(asBrowser(article)))
    expect(new Set(all.map(({ name }) => name))).toEqual(new Set(kept.keys()))
    const given = new Set(
      all.flatMap(({ name, attributes }) => Object.keys(attributes).map((key) => `${name} ${key}`)),
    )
    const own = [...attributesOf].flatMap(([name, checks]) =>
      Object.keys(checks).map((key) => `${name} ${key}`),
    )
    expect(own.filter((each) => !given.has(each))).toEqual([])
    const everywhere = new Set([...given].map((each) => each.split(' ')[1]))
    for (const key of Object.keys(globalAttributes)) expect(everywhere).toContain(key)
  })

  it.each(Object.entries(articles))('%s loses nothing', (_name, article) => {
    const { html, removed, repeated, conflicts } = prepare(article)
    expect({ removed, repeated, conflicts }).toEqual({ removed: {}, repeated: [], conflicts: [] })
    expect(significant(asBrowser(html))).toEqual(significant(asBrowser(article)))
  })
})

/** A tree without the white space between blocks. */
function significant(nodes: readonly Plain[]): readonly Plain[] {
  return nodes.flatMap((node): readonly Plain[] => {
    if (typeof node === 'string') return /^\s*\n\s*$/.test(node) ? [] : [node]
    return [[node[0], node[1], significant(node[2])]]
  })
}

describe('bodies as content systems write them', () => {
  it('comments of a block editor and classes go without a word', () => {
    expect(
      prepare(
        '<!-- wp:paragraph {"dropCap":true} -->\n<p class="has-drop-cap">One</p>\n<!-- /wp:paragraph -->\n<!-- wp:separator -->\n<hr class="wp-block-separator"/>\n<!-- /wp:separator -->',
      ),
    ).toMatchObject({ html: '<p>One</p><hr>', removed: nothing })
  })

  it('text out of a word processor', () => {
    expect(
      prepare(
        '<p class=MsoNormal><b><span lang=FR style="font-size:12pt">Titre<o:p></o:p></span></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p><font face=Arial>Texte</font></p>',
      ),
    ).toMatchObject({ html: '<p><b>Titre</b></p><p>Texte</p>', removed: nothing })
  })

  it('text of divs and line breaks', () => {
    expect(prepare('<div>One<br>two</div><div><br></div><div>three</div>').html).toBe(
      '<p>One<br>two</p><p>three</p>',
    )
  })
})
