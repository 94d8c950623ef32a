import { describe, expect, it } from 'vitest'
import { fromMarkdown } from '../../src/markdown/index.js'

/** The only issue, as `code line:column`. */
function onlyIssue(source: string | Uint8Array): string {
  const { article, issues } = fromMarkdown(source)
  expect(article).toBeUndefined()
  expect(issues).toHaveLength(1)
  const [found] = issues
  return `${found?.code} ${found?.line}:${found?.column}`
}

function sentence(source: string): string | undefined {
  return fromMarkdown(source).issues[0]?.message
}

describe('where front matter begins and ends', () => {
  const body = '<p>Text</p>\n'

  it.each([
    ['fences', '---\ntitle: A\n---\nText\n'],
    ['a blank line after the fence', '---\ntitle: A\n---\n\nText\n'],
    ['spaces after the fences', '---  \ntitle: A\n---\t\nText\n'],
    ['a fence that names YAML', '---yaml\ntitle: A\n---\nText\n'],
    ['a fence that names YML', '--- YML\ntitle: A\n---\nText\n'],
    ['CRLF', '---\r\ntitle: A\r\n---\r\nText\r\n'],
    ['CR', '---\rtitle: A\r---\rText\r'],
    ['a byte order mark', '\uFEFF---\ntitle: A\n---\nText\n'],
    ['a blank line inside', '---\n\ntitle: A\n\n---\nText\n'],
    ['a comment inside', '---\n# draft\ntitle: "A" # B\n---\nText\n'],
  ])('reads %s', (_, source) => {
    expect(fromMarkdown(source)).toMatchObject({ article: { title: 'A', body }, issues: [] })
  })

  it.each([
    ['nothing', '', {}],
    ['only fences', '---\n---', {}],
    ['only a comment', '---\n# nothing yet\n---\n', {}],
    ['only front matter', '---\nlink: /a\n---', { link: '/a' }],
    ['only a body', 'Text', { body }],
    [
      'a rule after the body',
      'Text\n\n---\n\ntitle: A\n',
      { body: `${body}<hr>\n<p>title: A</p>\n` },
    ],
    ['a rule on the second line', '\n---\n\nText\n', { body: `<hr>\n${body}` }],
    ['four hyphens', '----\n\nText\n\n----\n', { body: `<hr>\n${body}<hr>\n` }],
    ['a rule of hyphens and spaces', '--- ---\nText', { body: `<hr>\n${body}` }],
    ['a sentence after three hyphens', '--- and so on', { body: '<p>--- and so on</p>\n' }],
  ])('reads %s', (_, source, article) => {
    expect(fromMarkdown(source)).toMatchObject({ issues: [] })
    expect(fromMarkdown(source).article).toEqual(article)
  })

  it('leaves a rule in the body where it is', () => {
    const { article } = fromMarkdown('---\ntitle: A\n---\n\n---\n\nText\n\n---\ntags: no\n---\n')
    expect(article).toEqual({
      title: 'A',
      body: '<hr>\n<p>Text</p>\n<hr>\n<h2>tags: no</h2>\n',
    })
  })

  it.each([
    ['no second fence', '---\ntitle: A\n\nText\n'],
    ['only a fence', '---'],
    ['four hyphens for a fence', '---\ntitle: A\n----\nText\n'],
    ['an indented fence', '---\ntitle: A\n ---\nText\n'],
  ])('misses the end of front matter with %s', (_, source) => {
    expect(onlyIssue(source)).toBe('front-matter-unclosed 1:1')
  })

  it('does not take a line that only begins with hyphens for a fence', () => {
    expect(onlyIssue('---\nsummary: a\n---b\nlink: /a\n---\n')).toMatch(/^front-matter-syntax 3:/)
  })
})

describe('languages other than YAML', () => {
  it.each([
    '---js',
    '---javascript',
    '---json',
    '---toml',
    '--- coffee',
    '---cson',
    '---constructor',
  ])('refuses %s', (fence) => {
    expect(onlyIssue(`${fence}\n{}\n---\nText`)).toBe('front-matter-language 1:4')
  })

  it('refuses the fences of TOML', () => {
    expect(onlyIssue('+++\ntitle = "A"\n+++\n')).toBe('front-matter-language 1:4')
    expect(sentence('+++\n+++\n')).toContain('TOML')
  })

  it('does not run code', () => {
    const state = globalThis as { ranFrontMatter?: boolean }
    for (const language of ['js', 'javascript', 'JS', ' js', 'coffee', 'yaml']) {
      fromMarkdown(`---${language}\n{ title: (globalThis.ranFrontMatter = true) }\n---\nText`)
      fromMarkdown(`---${language}\nglobalThis.ranFrontMatter = true\n---\nText`)
    }
    expect(state.ranFrontMatter).toBeUndefined()
  })
})

describe('YAML that cannot be read', () => {
  it.each([
    ['a colon in a value', 'title: Plant: the second', '2:8'],
    ['a missing quote', 'link: /a\ntitle: "Plant\npublished: 2026-03-02', '3:8'],
    ['quotes in quotes', 'title: "He said "yes" twice"', '2:18'],
    ['a tab', 'source:\n\tname: A', '3:1'],
    ['a name without a colon', 'title: A\nlink\nid: a', '3:1'],
    ['an open bracket', 'tags: [a, b\nlink: /a', '3:1'],
    ['a reserved letter', 'title: @office', '2:8'],
    ['an asterisk', 'title: *New*', '2:8'],
    ['an asterisk and more', 'title: *New* plant', '2:14'],
    ['a tag', 'title: A\nid: !!js/function "a"', '3:5'],
    ['a tag that YAML 1.1 had', 'data: !!binary AAAA', '2:7'],
    ['an exclamation mark', 'title: !Stop the press', '2:8'],
    ['a field twice', 'title: A\nlink: /a\ntitle: B', '4:1'],
    ['a field twice, quoted', 'title: A\n"title": A', '3:1'],
    ['a field twice further in', 'source:\n  name: A\n  name: B', '4:3'],
    ['a list', '- title: A', '2:1'],
    ['a sentence', 'Second plant opens', '2:1'],
    ['a list for a name', '? [a]\n: b', '2:3'],
    ['two documents', 'title: A\n...\nlink: /a', '4:1'],
    ['a directive', '%YAML 1.1\ntitle: A', undefined],
  ])('points at %s', (_, yaml, position) => {
    const found = onlyIssue(`---\n${yaml}\n---\nText\n`)
    expect(found).toMatch(/^front-matter-syntax \d+:\d+$/)
    if (position !== undefined) expect(found).toBe(`front-matter-syntax ${position}`)
    expect(onlyIssue(`---\r\n${yaml.replaceAll('\n', '\r\n')}\r\n---\r\nText\r\n`)).toBe(found)
  })

  it('says what is expected', () => {
    expect(sentence('---\ntitle: Plant: the second\n---\n')).toMatch(
      /^Cannot read the front matter: expected quotes around a value that contains ": "/,
    )
    expect(sentence('---\ntitle: A\ntitle: B\n---\n')).toBe(
      'Cannot read the front matter: expected each field once, but "title" is here again',
    )
    expect(sentence('---\nsource:\n\tname: A\n---\n')).toContain('spaces instead of a tab')
  })

  it('does not take text below front matter for the article either', () => {
    expect(onlyIssue('---\nbody: <p>Text</p>\n---\n')).toBe('invalid-value 2:1')
    expect(onlyIssue('---\ntitle: A\nbody: Text\n---\nText')).toBe('invalid-value 3:1')
    expect(fromMarkdown('---\nbody: ""\n---\nText').article).toEqual({ body: '<p>Text</p>\n' })
    expect(fromMarkdown('---\nbody:\n---\nText').article).toEqual({ body: '<p>Text</p>\n' })
  })
})

describe('bytes', () => {
  const bytes = (...parts: readonly (string | number)[]) =>
    Uint8Array.from(
      parts.flatMap((part) =>
        typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)],
      ),
    )

  it('reads UTF-8, with and without a byte order mark', () => {
    const expected = { article: { title: 'Ngày mới 😀' }, issues: [] }
    expect(fromMarkdown(bytes('---\ntitle: Ngày mới 😀\n---'))).toMatchObject(expected)
    expect(fromMarkdown(bytes(0xef, 0xbb, 0xbf, '---\ntitle: Ngày mới 😀\n---'))).toMatchObject(
      expected,
    )
    expect(fromMarkdown(bytes('\uFFFD is a character')).article).toEqual({
      body: '<p>\uFFFD is a character</p>\n',
    })
  })

  it.each([
    ['Latin-1', bytes('---\ntitle: Caf', 0xe9, '\n---\n'), '2:11'],
    ['Latin-1 after CRLF and a real U+FFFD', bytes('\uFFFD\r\nCaf', 0xe9, ' A'), '2:4'],
    ['Latin-1 after CR', bytes('a\rb\rCaf', 0xe9), '3:4'],
    ['Latin-1 after a byte order mark', bytes(0xef, 0xbb, 0xbf, 'Caf', 0xe9), '1:4'],
    ['a character cut off at the end', bytes('ab', 0xe2, 0x82), '1:3'],
    ['U+FFFD cut off at the end', bytes('a', 0xef, 0xbf), '1:2'],
    ['an overlong form', bytes('a', 0xc0, 0xaf), '1:2'],
    ['half a surrogate pair', bytes('a\nb', 0xed, 0xa0, 0x80), '2:2'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 'a', 0, 'b', 0), '1:1'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 'a', 0, 'b'), '1:1'],
    ['UTF-16 without a mark', bytes('a', 0, 'b', 0), '1:2'],
    ['a NUL', bytes('---\ntitle: A\n---\nText', 0), '4:5'],
  ])('does not read %s', (_, source, position) => {
    expect(onlyIssue(source)).toBe(`not-text ${position}`)
    expect(fromMarkdown(source).issues[0]?.message).toMatch(/expected text saved as UTF-8$/)
  })

  it('finds a NUL in text', () => {
    expect(onlyIssue('a\r\nbc\0')).toBe('not-text 2:3')
  })
})
