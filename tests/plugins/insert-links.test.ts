import { describe, expect, it } from 'vitest'
import { insertLinks } from '../../src/plugins/insert-links.js'

const rss =
  '<link rel="alternate" type="application/rss+xml" title="A" href="https://a.example/rss.xml">\n'
const atom =
  '<link rel="alternate" type="application/atom+xml" title="A" href="https://a.example/b?c=1&amp;d">\n'
const both = rss + atom

describe('links in a page', () => {
  it('stand at the end of the head, each on a line', () => {
    const page =
      '<!doctype html>\n<html>\n  <head>\n    <title>A</title>\n  </head>\n  <body></body>\n</html>\n'
    const [before, after] = page.split('  </head>')
    expect(insertLinks(page, both)).toBe(`${before}    ${rss}    ${atom}  </head>${after}`)
    expect(insertLinks('<head><title>A</title></head>', rss)).toBe(
      `<head><title>A</title>${rss}</head>`,
    )
  })

  it('stand before the body where the head has no end', () => {
    expect(insertLinks('<!doctype html><title>A</title><body>B', rss)).toBe(
      `<!doctype html><title>A</title>${rss}<body>B`,
    )
  })

  it.each([
    ['a comment', '<head><!-- </head> --><title>A</title>', '</head>'],
    ['a script', '<head><script>"</head><body>"</script>', '</head>'],
    ['a title', '<head><title></head></title>', '</head>'],
    ['a text of its body', '<head>', '</head><body><p>&lt;/head> </head></body>'],
  ])('are not misled by %s', (_, before, after) => {
    expect(insertLinks(before + after, rss)).toBe(before + rss + after)
  })

  it('are written as they are, whatever is in them', () => {
    const line = rss.replace('"A"', '"$& $1 $$"')
    expect(insertLinks('<head></head>', line)).toBe(`<head>${line}</head>`)
  })

  it.each([
    ['the same line', rss.trim()],
    [
      'another order',
      '<link href="https://a.example/rss.xml" type="application/rss+xml" rel="alternate">',
    ],
    [
      'capitals',
      '<LINK REL="Alternate" TYPE="Application/RSS+XML" HREF="https://a.example/rss.xml">',
    ],
    [
      'an address of the site',
      '<link rel="home alternate" type="application/rss+xml" href="/rss.xml">',
    ],
  ])('are not put in twice: %s', (_, there) => {
    const page = `<head>${there}</head>`
    expect(insertLinks(page, both)).toBe(`<head>${there}${atom}</head>`)
    expect(insertLinks(page, rss)).toBe(page)
  })

  it.each([
    ['another kind of link', '<link rel="stylesheet" type="application/rss+xml" href="/rss.xml">'],
    ['another type', '<link rel="alternate" type="text/html" href="/rss.xml">'],
    ['another address', '<link rel="alternate" type="application/rss+xml" href="/news.xml">'],
    ['no address', '<link rel="alternate" type="application/rss+xml">'],
    ['a comment', `<!-- ${rss} -->`],
  ])('are put in beside %s', (_, there) => {
    expect(insertLinks(`<head>${there}</head>`, rss)).toBe(`<head>${there}${rss}</head>`)
  })

  it('have no place in a part of a page', () => {
    expect(insertLinks('<p>A</p>', rss)).toBeUndefined()
    expect(insertLinks('<head><title>A</title>', rss)).toBeUndefined()
    expect(insertLinks('', rss)).toBeUndefined()
  })
})
