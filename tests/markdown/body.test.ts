import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import { fromMarkdown } from '../../src/markdown/index.js'

/** The body as a browser reads it: elements with their attributes, and text, one string each. */
function outline(html: string | null | undefined): readonly string[] {
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): readonly string[] => {
    if (node.nodeName === '#text' && 'value' in node) {
      return node.value.trim() === '' ? [] : [node.value.trim()]
    }
    if (!('attrs' in node)) return [node.nodeName]
    const attributes = node.attrs.map(({ name, value }) => ` ${name}=${value}`)
    return [`<${node.nodeName}${attributes.join('')}>`, ...node.childNodes.flatMap(walk)]
  }
  return parseFragment(html ?? '').childNodes.flatMap(walk)
}

function read(source: string) {
  const { article, issues } = fromMarkdown(source)
  expect(issues).toEqual([])
  return article
}

const withTitle = (title: string, body: string) => read(`---\ntitle: ${title}\n---\n${body}`)

describe('Markdown', () => {
  it('is CommonMark with tables, strikethrough and HTML', () => {
    const html = read('*a* ~~b~~ <b>c</b>\n\n| d |\n|---|\n| e |\n\n<section>*f*</section>\n')?.body
    expect(outline(html)).toEqual([
      ...['<p>', '<em>', 'a', '<s>', 'b', '<b>', 'c'],
      ...['<table>', '<thead>', '<tr>', '<th>', 'd', '<tbody>', '<tr>', '<td>', 'e'],
      ...['<section>', '*f*'],
    ])
  })

  it('changes no wording and makes no links of its own', () => {
    const html = read('"a" -- (c) ... example.com, budget.md and <https://example.com/>')?.body
    expect(outline(html)).toEqual([
      '<p>',
      '"a" -- (c) ... example.com, budget.md and',
      '<a href=https://example.com/>',
      'https://example.com/',
    ])
  })

  it('lets a figure through as it is', () => {
    const figure =
      '<figure>\n<img src="a.jpg" alt="A">\n<figcaption>A *day*.</figcaption>\n</figure>\n'
    expect(read(figure)).toEqual({ body: figure })
  })
})

describe('the title', () => {
  it.each([
    ['# Second plant\n\nText', 'Second plant'],
    ['Second plant\n============\n\nText', 'Second plant'],
    ['# Second *plant* & `more` #\nText', 'Second plant & more'],
    ['\n\n# Second&nbsp;plant\n\nText', 'Second\u00A0plant'],
    ['Second\nplant\n===\nText', 'Second plant'],
  ])('is the heading that the body begins with: %j', (body, title) => {
    expect(read(body)).toEqual({ title, body: '<p>Text</p>\n' })
    expect(read(`---\ntitle: ""\n---\n${body}`)).toEqual({ title, body: '<p>Text</p>\n' })
  })

  it.each([
    ['a heading further down', 'Text\n\n# A'],
    ['a smaller heading', '## A\n\nText'],
    ['an empty heading', '#\n\nText'],
    ['a heading in a quote', '> # A'],
    ['a heading in HTML', '<h1>A</h1>'],
  ])('is not %s', (_, body) => {
    const article = read(body)
    expect(article).not.toHaveProperty('title')
    expect(outline(article?.body).length).toBeGreaterThan(0)
  })

  it('is not shown twice', () => {
    expect(withTitle('Second  plant', '# Second *plant*\n\nText')?.body).toBe('<p>Text</p>\n')
    expect(withTitle('Second plant', '# Second plant')).toEqual({ title: 'Second plant' })
  })

  it('leaves another heading where it is', () => {
    expect(withTitle('A', '# B\n\nText')).toEqual({ title: 'A', body: '<h1>B</h1>\n<p>Text</p>\n' })
    expect(withTitle('B', '# B\n# B\n')?.body).toBe('<h1>B</h1>\n')
  })

  it('leaves a heading that holds more than its text', () => {
    expect(read('# [A](/a)')).toEqual({ title: 'A', body: '<h1><a href="/a">A</a></h1>\n' })
    expect(read('# A ![b](b.png "c")')).toMatchObject({
      title: 'A',
      images: [{ url: 'b.png', alt: 'b', caption: 'c' }],
    })
    expect(outline(read('# A ![b](b.png)')?.body)).toContain('<img src=b.png alt=b>')
    expect(outline(read('# A <sup>2</sup>')?.body)).toEqual(['<h1>', 'A', '<sup>', '2'])
  })
})

describe('pictures in the body', () => {
  it('have their caption between quotes', () => {
    const article = read('Text\n\n![The plant](plant.jpg "The plant at dawn.")\n')
    expect(article?.images).toEqual([
      { url: 'plant.jpg', alt: 'The plant', caption: 'The plant at dawn.' },
    ])
    expect(outline(article?.body)).toEqual([
      '<p>',
      'Text',
      '<p>',
      '<img src=plant.jpg alt=The plant>',
    ])
  })

  it.each([
    [`![](a.jpg 'He said "yes"')`, 'He said "yes"'],
    ['![](a.jpg "He said \\"yes\\"")', 'He said "yes"'],
    ['![](a.jpg "*A* & &lt;B&gt; `c`")', '*A* & <B> `c`'],
    ['![](a.jpg (in brackets))', 'in brackets'],
    ['![](a.jpg "on\ntwo lines")', 'on two lines'],
    ['![](<a.jpg> "A")', 'A'],
    ['![][p]\n\n[p]: a.jpg "A"', 'A'],
    ['In a ![](a.jpg "sentence") too', 'sentence'],
    ['[![](a.jpg "In a link")](/a)', 'In a link'],
    ['| ![](a.jpg "In a table") |\n|---|', 'In a table'],
    ['- > ![](a.jpg "In a quote in a list")', 'In a quote in a list'],
  ])('take the caption as plain text: %j', (body, caption) => {
    const article = read(body)
    expect(article?.images).toEqual([{ url: 'a.jpg', caption }])
    expect(outline(article?.body)).toContain('<img src=a.jpg alt=>')
  })

  it.each([
    ['alone in its paragraph', '![A](a.jpg)', ['a.jpg']],
    ['alone in a link', '[![A](a.jpg)](/a)', ['a.jpg']],
    [
      'with other pictures only',
      '![A](a.jpg)\n![B](b.jpg)  \n![C](c.jpg)',
      ['a.jpg', 'b.jpg', 'c.jpg'],
    ],
    ['alone in a list item', '- ![A](a.jpg)\n- ![B](b.jpg)', ['a.jpg', 'b.jpg']],
    ['with an empty caption', '![A](a.jpg " ")', ['a.jpg']],
    ['twice', '![A](a.jpg)\n\n![A](./a.jpg)', ['a.jpg']],
    ['in a sentence first', 'See ![A](a.jpg)\n\n![A](a.jpg)', ['a.jpg']],
  ])('count without a caption: %s', (_, body, addresses) => {
    expect(read(body)?.images?.map(({ url }) => url)).toEqual(addresses)
  })

  it.each([
    'An ![icon](a.png) here',
    '# A\n\n## ![B](b.png)',
    '| ![B](b.png) |\n|---|',
    '![B](b.png) B',
  ])('do not count in a sentence: %j', (body) => {
    const article = read(body)
    expect(article).not.toHaveProperty('images')
    expect(outline(article?.body).some((line) => line.startsWith('<img '))).toBe(true)
  })

  it('escape what they hold', () => {
    const html = read('![<b> "&"](<a"b&c.jpg>)')?.body
    expect(outline(html)).toEqual(['<p>', '<img src=a%22b&c.jpg alt=<b> "&">'])
  })

  it('have the alternative text without its markup', () => {
    expect(read('![*A* [b](c) ![d](e)](a.jpg)')?.images).toEqual([{ url: 'a.jpg', alt: 'A b d' }])
  })
})

describe('pictures in front matter', () => {
  const merged = (images: string, body: string, link = '/2026/plant') =>
    read(`---\nlink: ${link}\nimages:\n${images}\n---\n${body}`)?.images

  it('complete those of the body, which complete them', () => {
    expect(
      merged(
        '  - url: a.jpg\n    credit: Press office\n  - url: b.jpg\n    caption: Mine\n    alt: ""',
        '![A](a.jpg "Caption A")\n\n![B](b.jpg)',
      ),
    ).toEqual([
      { url: 'a.jpg', credit: 'Press office', alt: 'A', caption: 'Caption A' },
      { url: 'b.jpg', caption: 'Mine', alt: 'B' },
    ])
  })

  it('keep their own values', () => {
    expect(merged('  - { url: a.jpg, alt: Mine, caption: A }', '![A](a.jpg "A")')).toEqual([
      { url: 'a.jpg', alt: 'Mine', caption: 'A' },
    ])
  })

  it('come first, then those that only the body has', () => {
    expect(merged('  - url: c.jpg\n  - url: b.jpg', '![A](a.jpg)\n\n![B](b.jpg)')).toEqual([
      { url: 'c.jpg' },
      { url: 'b.jpg', alt: 'B' },
      { url: 'a.jpg', alt: 'A' },
    ])
  })

  it.each([
    ['./a.jpg', 'a.jpg'],
    ['a%20b.jpg', '<a b.jpg>'],
    ['/2026/a.jpg', 'a.jpg'],
    ['../2026/a.jpg', './a.jpg'],
    ['đ.jpg', '%C4%91.jpg'],
    ['https://NEWS.example/2026/a.jpg', '//news.example/2026/a.jpg'],
  ])('are the same as in the body: %s and %s', (url, inBody) => {
    expect(merged(`  - url: ${url}`, `![A](${inBody})`)).toEqual([{ url, alt: 'A' }])
  })

  it('are the same as in the body where the link tells', () => {
    const link = 'https://news.example/2026/plant'
    expect(merged('  - url: https://news.example/2026/a.jpg', '![A](a.jpg)', link)).toHaveLength(1)
    expect(merged('  - url: https://news.example/a.jpg', '![A](a.jpg)', link)).toHaveLength(2)
    expect(merged('  - url: A.jpg', '![A](a.jpg)', link)).toHaveLength(2)
  })

  it('describe also a picture in a sentence', () => {
    expect(merged('  - url: a.png', 'See ![A](a.png) and ![B](b.png)')).toEqual([
      { url: 'a.png', alt: 'A' },
    ])
  })

  it('stay as they are where they are no pictures', () => {
    expect(merged('  - a.jpg\n  - alt: A\n  -', '![B](b.jpg)')).toEqual([
      'a.jpg',
      { alt: 'A' },
      null,
      { url: 'b.jpg', alt: 'B' },
    ])
    expect(read('---\nimages: a.jpg\n---\n![B](b.jpg)')?.images).toBe('a.jpg')
  })
})

describe('two captions for one picture', () => {
  it('are reported where the second stands', () => {
    const source =
      '---\nimages:\n  - url: a.jpg\n    caption: One\n---\n\nText\n\n![](a.jpg "Two")\n\n![](a.jpg "One")\n'
    const { article, issues } = fromMarkdown(source)
    expect(article?.images).toEqual([{ url: 'a.jpg', caption: 'One' }])
    expect(issues).toEqual([
      {
        code: 'caption-conflict',
        severity: 'warning',
        path: 'images[0].caption',
        message:
          'The picture has another caption already, so "Two" is not shown: ' +
          'expected one caption for one picture',
        line: 9,
        column: 1,
      },
    ])
  })

  it('are reported within the body too', () => {
    const { article, issues } = fromMarkdown('![](a.jpg "One")\n![](a.jpg "Two")')
    expect(article?.images).toEqual([{ url: 'a.jpg', caption: 'One' }])
    expect(issues).toMatchObject([{ code: 'caption-conflict', line: 2 }])
  })
})
