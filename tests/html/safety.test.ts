import { describe, expect, it } from 'vitest'
import { nothing } from './nothing.js'
import { prepareBody } from '../../src/html/prepare-body.js'
import { asBrowser, asWritten, dangers } from './judge.js'

const base = 'https://newsroom.example/2026/plant'
const prepare = (html: string) => prepareBody(html, { base, pictures: [] })

describe('what goes is counted', () => {
  it.each([
    ['<script>alert(1)</script>a', '<p>a</p>', { script: 1 }],
    ['<style>p{}</style>a<style>b{}</style>', '<p>a</p>', { style: 2 }],
    ['<template><p>x</p></template>a', '<p>a</p>', { template: 1 }],
    ['<object data="data:text/html,x"><p>x</p></object>a', '<p>a</p>', { embed: 1 }],
    ['<iframe srcdoc="x">y</iframe>a', '<p>a</p>', { embed: 1 }],
    ['<iframe src="about:blank"></iframe>a', '<p>a</p>', { embed: 1 }],
    [
      '<form><input name="q"><select><option>x</select><button>Go</button><textarea>t</textarea>a</form>',
      '<p>a</p>',
      { 'form field': 4 },
    ],
    ['<svg><title>x</title><path/></svg>a<canvas>b</canvas>', '<p>a</p>', { drawing: 2 }],
    ['<math><mi>x</mi></math>a', '<p>a</p>', { formula: 1 }],
    ['<frameset><frame src="x"></frameset>a', '<p>a</p>', { frame: 1 }],
    ['<xmp><b>x</b></xmp>a', '<p>a</p>', { 'raw text': 1 }],
    ['a<plaintext>b', '<p>a</p>', { 'raw text': 1 }],
    [
      '<p onclick="x()" onfocus=y>a</p><span onmouseover=z>b</span>',
      '<p>a</p><p>b</p>',
      { 'event handler': 3 },
    ],
    [
      '<a href="javascript:x">a</a><img src="vbscript:x" alt="b">',
      '<p>ab</p>',
      { 'unsafe address': 2 },
    ],
    [
      '<a href="http://[">a</a><q cite="http://a b/">b</q>',
      '<p>a<q>b</q></p>',
      { 'unreadable address': 2 },
    ],
    ['<img alt="a">', '<p>a</p>', { picture: 1 }],
    ['<img src="data:image/png;base64,AAAA" alt="a">', '<p>a</p>', { 'embedded picture': 1 }],
    [
      'a<img src="t.gif" width="1" height="1"><img src="t.gif" width=0 height=0><img src=t.gif hidden><img src=t.gif style="display : NONE">',
      '<p>a</p>',
      { 'tracking pixel': 4 },
    ],
    [
      '<img src="t.gif" style="width:1px;height:1px"><iframe src="https://t.example/ns.html" height="0" width="0"></iframe>a',
      '<p>a</p>',
      { 'tracking pixel': 2 },
    ],
    ['a <a href="x', '<p>a</p>', { 'unfinished tag': 1 }],
    ['a</p ', '<p>a</p>', { 'unfinished tag': 1 }],
    ['a<br/', '<p>a</p>', { 'unfinished tag': 1 }],
    ['a <!-- b', '<p>a</p>', { 'unclosed comment': 1 }],
    ['a <![CDATA[ b ]]> c', '<p>a  c</p>', { 'CDATA section': 1 }],
  ])('%s', (input, html, removed) => {
    expect(prepare(input)).toMatchObject({ html, removed })
    expect(Object.keys(prepare(input).removed)).toEqual(Object.keys(removed))
  })

  it('an embedded film becomes a link', () => {
    const link = (text: string) => `<p><a href="https://tube.example/embed/1">${text}</a></p>`
    expect(
      prepare('<iframe src="https://tube.example/embed/1" title="The film"></iframe>'),
    ).toMatchObject({ html: link('The film'), removed: nothing })
    expect(prepare('<embed src="//tube.example/embed/1">').html).toBe(link('tube.example'))
    expect(prepare('<object data="https://tube.example/embed/1"></object>').html).toBe(
      link('tube.example'),
    )
    expect(prepare('one<iframe src="https://tube.example/embed/1"/>two').html).toBe(
      `<p>one</p>${link('tube.example')}<p>two</p>`,
    )
  })

  it('comments, declarations and what stands in a head go without a word', () => {
    const page =
      '<!doctype html><html><head><title>T</title><meta charset=utf-8><link rel=x><base href="https://evil.example/"></head><body><!-- c --><p><a href="x">a</a></p></body></html>'
    expect(prepare(page)).toMatchObject({
      html: '<p><a href="https://newsroom.example/2026/x">a</a></p>',
      removed: nothing,
    })
  })
})

const marker = 'alert`1`'
const vectors = [
  `<svg><style><img src=x onerror=${marker}></style></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${marker}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${marker}>`,
  `<noscript><p title="</noscript><img src=x onerror=${marker}>">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${marker}>">`,
  `<a href="java&#10;script:${marker}">x</a>`,
  `<a href=" &#14; javascript:${marker}">x</a>`,
  `<a href="JAVASCRIPT&colon;${marker}">x</a>`,
  `<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>`,
  `<a xlink:href="javascript:${marker}">x</a>`,
  `<img src=x onerror=${marker}//`,
  `<img/src=x/onerror=${marker}>`,
  `<img src="x\` onerror=${marker}>">`,
  `<iframe src="javascript:${marker}">`,
  `<iframe srcdoc="<script>${marker}</script>"></iframe>`,
  `<object data="javascript:${marker}">`,
  `<embed src="data:image/svg+xml,<svg onload=${marker}>">`,
  `<video poster="javascript:${marker}" src=x><source onerror=${marker}>`,
  `<video><source src="javascript:${marker}"></video>`,
  `<img srcset="javascript:${marker} 1x, data:x 2x" src="javascript:${marker}">`,
  `<body onload=${marker}>`,
  `<details open ontoggle=${marker}>`,
  `<scr<script>ipt>${marker}</scr</script>ipt>`,
  `<script/src=x>`,
  `<SCRIPT>${marker}</SCRIPT >`,
  `<script>${marker}</script x="`,
  `<!--><img src=x onerror=${marker}>-->`,
  `<!--!><img src=x onerror=${marker}>--!>`,
  `<![CDATA[<img src=x onerror=${marker}>]]>`,
  `<?xml version="1.0"?><img src=x onerror=${marker}>`,
  `<textarea><img title="</textarea><img src=x onerror=${marker}>">`,
  `<title><img title="</title><img src=x onerror=${marker}>">`,
  `<xmp><p title="</xmp><img src=x onerror=${marker}>">`,
  `<noembed><p title="</noembed><img src=x onerror=${marker}>">`,
  `<select><template><style><!--</style><img src=x onerror=${marker}>--></template></select>`,
  `<p title='"><script>${marker}</script>'>x</p>`,
  `<p title="&quot;&gt;&lt;script&gt;${marker}&lt;/script&gt;">x</p>`,
  `&lt;script&gt;${marker}&lt;/script&gt;`,
  `<b lang='"onmouseover="${marker}'>x</b>`,
  `<ol type="a&quot; onclick=&quot;${marker}"><li>x</ol>`,
  `<base href="javascript:${marker}//"><a href="x">y</a>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${marker}">`,
  `<link rel="stylesheet" href="javascript:${marker}">`,
  `<div style="background:url(javascript:${marker})">x</div>`,
  `<a href="https://ok.example" target="_blank" ping="https://spy.example">x</a>`,
  `<table background="javascript:${marker}"><tr><td>x`,
  `<input type=image src onerror=${marker} formaction="javascript:${marker}">`,
  `<x-element is="script">${marker}</x-element>`,
  `<q cite="javascript:${marker}">x</q>`,
  `\u0000<scr\u0000ipt>${marker}</scr\u0000ipt>`,
  `<a href="https://a.example/&#34;onclick=${marker}">x</a>`,
]

describe('vectors of attack', () => {
  it.each(vectors.map((vector) => [vector]))('%s', (vector) => {
    for (const input of [
      vector,
      `<p>${vector}</p>`,
      `<table><tr><td>${vector}`,
      `<ul>${vector}</ul>`,
      `<svg>${vector}`,
      `<a href="/x">${vector}`,
    ]) {
      const { html } = prepare(input)
      const tree = asBrowser(html)
      expect(dangers(tree)).toEqual([])
      expect(asWritten(html)).toEqual(tree)
      expect(prepare(html).html).toBe(html)
    }
  })

  it('the judge would have seen them', () => {
    expect(dangers(asBrowser('<a href="javascript:x" onclick="y">z</a>'))).toEqual([
      'href=javascript:x',
      'a onclick',
    ])
    expect(dangers(asBrowser('<script>x</script>'))).toEqual(['<script>'])
    expect(() => asBrowser('<svg></svg>')).toThrow()
    expect(() => asWritten('<p><b></p></b>')).toThrow()
  })
})
