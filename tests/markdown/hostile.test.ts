import { describe, expect, it } from 'vitest'
import { fromMarkdown } from '../../src/markdown/index.js'
import { readHead } from '../../src/markdown/read-head.js'

// Anything that grows faster than its input takes minutes at these sizes.
const soon = { timeout: 30_000 }
const megabyte = 1_000_000
const n = 100_000

const frontMatter = (yaml: string) => `---\n${yaml}\n---\nText\n`

describe('front matter', () => {
  it.each([
    ['sequences', `a:\n  ${'- '.repeat(n / 4)}x`],
    ['flow sequences', `a: ${'['.repeat(n / 3)}${']'.repeat(n / 3)}`],
    ['flow maps', `a: ${'{a: '.repeat(n / 8)}x${'}'.repeat(n / 8)}`],
    ['brackets among quotes', `a: ${"[ ']' , ".repeat(n / 9)}`],
    ['brackets among comments', `a:\n ${'[ # ]\n '.repeat(4900)}`],
    ['pairs in brackets', `a: ${'[b: '.repeat(n / 5)}`],
    ['values without names', `${': '.repeat(n / 4)}x`],
    ['sequences of keys', `${'- ? '.repeat(n / 5)}x`],
    ['explicit keys', `${'? '.repeat(n / 4)}x`],
    ['indentation', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['60 levels', `a: ${'['.repeat(60)}${']'.repeat(60)}`],
    ['an alias of itself', 'a: &a [*a, *a, *a]'],
  ])('is refused when nested too deep: %s', soon, (_, yaml) => {
    const { article, issues } = fromMarkdown(frontMatter(yaml))
    expect(article).toBeUndefined()
    expect(issues).toMatchObject([
      {
        code: 'front-matter-syntax',
        message: 'Cannot read the front matter: expected lists and fields nested at most 50 deep',
      },
    ])
  })

  it('may be nested as deep as a record is', () => {
    const { article } = fromMarkdown(frontMatter(`a: ${'['.repeat(40)}${']'.repeat(40)}`))
    expect(article).toBeDefined()
  })

  it('is refused when aliases make it endless', soon, () => {
    const letters = [...'abcdefghijkl']
    const bomb = letters.map((letter, index) => {
      const before = letters[index - 1]
      const item = before === undefined ? 'lol' : `*${before}`
      return `${letter}: &${letter} [${Array.from({ length: 10 }, () => item).join(', ')}]`
    })
    const { article, issues } = fromMarkdown(frontMatter(bomb.join('\n')))
    expect(article).toBeUndefined()
    expect(issues).toMatchObject([{ code: 'front-matter-syntax' }])
    expect(issues[0]?.message).toContain('aliases')
  })

  it.each([
    ['a long text', `title: ${'x'.repeat(5 * megabyte)}`],
    ['blank lines', '\n'.repeat(megabyte)],
    ['lines of spaces', `${' '.repeat(100)}\n`.repeat(megabyte / 100)],
  ])('is refused when longer than any record: %s', soon, (_, yaml) => {
    const { article, issues } = fromMarkdown(frontMatter(yaml))
    expect(article).toBeUndefined()
    expect(issues).toMatchObject([{ code: 'front-matter-syntax', line: 1 }])
  })

  it.each([
    ['blank lines', `${'\n'.repeat(4900)}title: A`],
    ['lines of spaces', `${`${' '.repeat(18)}\n`.repeat(4900)}title: A`],
    ['comments', `${'# x\n'.repeat(4900)}title: A`],
    ['fields', `${Array.from({ length: 4900 }, (_, i) => `k${i}: 1`).join('\n')}\ntitle: A`],
    ['a list', `tags: [${'a,'.repeat(24_000)}]\ntitle: A`],
    ['anchors', `tags: [${'&a a,'.repeat(15_000)}]\ntitle: A`],
    ['aliases', `rights: &a x\ntags: [${'*a ,'.repeat(20_000)}]\ntitle: A`],
    ['a long text', `summary: ${'x\n  '.repeat(4000)}\ntitle: A`],
  ])('is read when it is large: %s', soon, (_, yaml) => {
    expect(fromMarkdown(frontMatter(yaml)).article).toMatchObject({ title: 'A' })
  })

  it.each([
    ['quotes', `a: ${'"'.repeat(99_000)}`],
    ['an open quote', `a: "${'x\n'.repeat(4000)}`],
    ['colons', `a:${':'.repeat(99_000)}`],
    ['brackets', 'a: ['.repeat(20_000)],
    ['the same field', `a: {${'a,'.repeat(49_000)}}`],
    ['a file of fences', '---\n'.repeat(n)],
    ['no fence', 'a: b\n'.repeat(n).slice(0, -1)],
  ])('does not hang on %s', soon, (_, yaml) => {
    expect(() => fromMarkdown(frontMatter(yaml))).not.toThrow()
    expect(() => fromMarkdown(`---\n${yaml}`)).not.toThrow()
  })
})

describe('Markdown', () => {
  it.each([
    ['quotes', '>'.repeat(n)],
    ['quotes in quotes in lists', '> - '.repeat(n / 4)],
    ['lists', `${'- '.repeat(n / 2)}x`],
    ['indented lists', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}- a`).join('\n')],
    ['brackets', '['.repeat(n)],
    ['pairs of brackets', `${'['.repeat(n / 2)}a${']'.repeat(n / 2)}`],
    ['links', '[a]('.repeat(n / 4)],
    ['links to open angles', '[a](<b'.repeat(n / 6)],
    ['pictures', '!['.repeat(n / 2)],
    ['pictures in pictures', `${'!['.repeat(n / 10)}a${'](b)'.repeat(n / 10)}`],
    ['captions', '![a](b "c") '.repeat(n / 12)],
    ['open captions', '![a](b "'.repeat(n / 8)],
    ['asterisks', '*'.repeat(n)],
    ['emphasis', '*a_ '.repeat(n / 4)],
    ['open emphasis', 'a**b'.repeat(n / 4)],
    ['backticks', Array.from({ length: 400 }, (_, i) => `e${'`'.repeat(i)}`).join('')],
    ['entities', '&'.repeat(n)],
    ['open comments', 'a <!-- '.repeat(n / 7)],
    ['open CDATA', 'a <![CDATA['.repeat(n / 11)],
    ['open tags', '<a b="'.repeat(n / 6)],
    ['addresses', '<http://'.repeat(n / 8)],
    ['references', Array.from({ length: n / 10 }, (_, i) => `[a${i}]: b\n[a${i}]`).join('\n\n')],
    ['a wide table', `${'|a'.repeat(2000)}\n${'|-'.repeat(2000)}\n${'|b\n'.repeat(n / 3)}`],
    ['a long table', `a|b\n-|-\n${'c|d\n'.repeat(n / 4)}`],
    ['hashes', '#'.repeat(n)],
    ['backslashes', '\\'.repeat(n)],
    ['spaces', `a${' '.repeat(n)}b`],
    ['one paragraph', 'a\n'.repeat(n / 2)],
    ['the same picture', '![a](b "c")\n\n'.repeat(n / 13)],
    ['many pictures', Array.from({ length: n / 15 }, (_, i) => `![a](${i}.jpg)`).join('\n')],
  ])('does not hang on %s', soon, (_, markdown) => {
    for (const opening of ['', '# A\n\n', '---\ntitle: A\n---\n']) {
      const { article, issues } = fromMarkdown(opening + markdown)
      expect(article).toBeDefined()
      expect(issues.every(({ severity }) => severity === 'warning')).toBe(true)
    }
  })

  it('says what it left out, and where', () => {
    const quotes = fromMarkdown(`---\ntitle: A\n---\nText\n\n${'> '.repeat(200)}deep\n`)
    expect(quotes.article?.body).not.toContain('deep')
    expect(quotes.issues).toMatchObject([{ code: 'body-cleaned', path: 'body', line: 6 }])
    const lists = fromMarkdown(`${'- '.repeat(60)}deep\n`)
    expect(lists.article?.body).not.toContain('deep')
    expect(lists.issues).toMatchObject([{ code: 'body-cleaned', path: 'body', line: 1 }])
  })

  it('leaves nothing out where it says nothing', () => {
    for (const [mark, most] of [
      ['> ', 110],
      ['- ', 55],
      ['1. ', 55],
      ['> - ', 40],
    ] as const) {
      for (let depth = 1; depth <= most; depth += 1) {
        const { article, issues } = fromMarkdown(`${mark.repeat(depth)}deep\n`)
        expect(article?.body?.includes('deep')).toBe(issues.length === 0)
      }
    }
  })

  it('reads a file of five megabytes', { timeout: 120_000 }, () => {
    const paragraph = 'Some *text* with [a link](/a), `code` and ![a](a.jpg "A").\n\n'
    const body = paragraph.repeat((5 * megabyte) / paragraph.length)
    const { article, issues } = fromMarkdown(
      new TextEncoder().encode(`---\ntitle: A\n---\n${body}`),
    )
    expect(issues).toEqual([])
    expect(article?.images).toEqual([{ url: 'a.jpg', alt: 'a', caption: 'A' }])
    expect(article?.body?.length).toBeGreaterThan(5 * megabyte)
  })

  it('refuses what is longer, whatever it is', soon, () => {
    const most = 6 * megabyte
    expect(fromMarkdown('é'.repeat(most)).issues).toEqual([])
    expect(fromMarkdown(new TextEncoder().encode('é'.repeat(most))).issues).toEqual([])
    const long = ['x'.repeat(most + 1), new Uint8Array(most + 1).fill(0x78), new Uint8Array(6e8)]
    for (const source of long) {
      const { article, issues } = fromMarkdown(source)
      expect(article).toBeUndefined()
      expect(issues).toMatchObject([{ code: 'too-long', line: 1, column: 1 }])
      expect(readHead(source).issues).toEqual(issues)
    }
  })

  it('refuses five megabytes that are not text', soon, () => {
    const { issues } = fromMarkdown(new Uint8Array(5 * megabyte).fill(0xe9))
    expect(issues).toMatchObject([{ code: 'not-text', line: 1, column: 1 }])
  })
})
