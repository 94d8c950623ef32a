import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, type IssueCode } from 'pressfeed'
import { readBack } from './documents.js'
import { textFields } from './text-fields.js'

/** A text, what every document must give back, and what must be said about it where that differs. */
interface HostileText {
  readonly name: string
  readonly given: string
  readonly read: string
  readonly code?: IssueCode
}

const unchanged = [
  ['plain', 'A plain text'],
  [']]> once', 'end ]]> of it'],
  [']]> twice', ']]> and ]]>'],
  ['broken ]]> at both ends', ']]]]>> ]]>'],
  ['signs of markup', `x < y & "z" > 'q'`],
  ['a heart', '<3 and I <3 you'],
  ['emoji and joiners', '👩‍👩‍👧‍👦 🇻🇳 ✊🏿'],
  ['Arabic, Hebrew and their marks', '\u202Bالعربية\u202C עברית \u200Fx\u200E \u2066y\u2069'],
  ['combining marks', 'Tie\u0302\u0301ng Vie\u0323\u0302t e\u0301'],
  ['separators of lines and paragraphs', 'a\u2028b\u2029c'],
  ['no-break and thin spaces', '12\u00A0000\u202F€ «\u2009oui\u2009»'],
  ['noncharacters beyond the first plane', 'a\u{1FFFE}b\u{10FFFF}c'],
  ['private use and unassigned', 'a\uE000b\u{F0000}c\u0378d'],
  ['a zero width joiner and a byte order mark inside', 'a\u200Db\uFEFFc'],
  ['replacement patterns', `$& $' $\` $1 $$ US$ 12`],
  ['templates and escapes', '{{x}} ${x} <%= x %> \\u0000 \\ud800 \\n %00 %s'],
  ['names of objects', '__proto__ constructor toString'],
  ['a query', `'; DROP TABLE news; --`],
  ['a script address', 'javascript:alert(1)'],
  ['words that look empty', 'undefined null NaN [object Object] false 0'],
] as const

const changed: readonly HostileText[] = [
  {
    ...{ name: 'controls', given: 'a\u0000\b\u000B\u000C\u001F\uFFFE\uFFFFb', read: 'ab' },
    code: 'removed-characters',
  },
  {
    ...{ name: 'lone surrogates', given: 'a\uD800b\uDC00c\uDFFF\uD83D', read: 'abc' },
    code: 'removed-characters',
  },
  {
    name: 'damaged text',
    given: 'caf\uFFFD au lait',
    read: 'caf au lait',
    code: 'removed-characters',
  },
  {
    ...{ name: 'Windows-1252', given: '\u0093So\u0094 \u0096 12\u0080\u0085', read: '“So” – 12€…' },
    code: 'replaced-characters',
  },
  { name: 'undefined in Windows-1252', given: 'a\u0081b', read: 'ab', code: 'removed-characters' },
  {
    name: 'an escape sequence',
    given: '\u001B[31mred',
    read: '[31mred',
    code: 'removed-characters',
  },
  { name: 'tags', given: 'a <b>bold</b> <i>text</i>', read: 'a bold text', code: 'markup-in-text' },
  {
    name: 'an entity',
    given: 'AT&amp;T &lt;b&gt;',
    read: 'AT&amp;T &lt;b&gt;',
    code: 'entity-in-text',
  },
  { name: 'a numeric entity', given: 'caf&#xE9;', read: 'caf&#xE9;', code: 'entity-in-text' },
]

/** White space at the ends and runs of it are layout, not text: nothing is said of them. */
const laidOut: readonly HostileText[] = [
  { name: 'lines', given: 'one\r\ntwo\nthree\rfour', read: 'one two three four' },
  { name: 'tabs and spaces', given: '\t one  \t two\n', read: 'one two' },
]

const all: readonly HostileText[] = [
  ...unchanged.map(([name, text]) => ({ name, given: text, read: text })),
  ...changed,
  ...laidOut,
]

describe.each(textFields)('$path', ({ path, set, read }) => {
  it.each(all)('$name', ({ given, read: expected, code }) => {
    const feed = createFeed(set(given))
    const found = read(readBack(feed))
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(found.map(([first]) => first)).toEqual(found.map(() => expected))
    const codes = feed.issues.filter((issue) => issue.path === path).map((issue) => issue.code)
    expect(codes).toEqual([...(code === undefined ? [] : [code]), ...said(path, expected)])
  })

  it('holds nothing that can be read', () => {
    for (const blank of [' ', '\t\r\n', '\u00A0', '\u2028', '\u200B', '\u2060\uFEFF', '\u00AD']) {
      const shown = read(readBackOf(set(blank)))
      expect(shown.flat(), JSON.stringify(blank)).not.toContain(blank)
    }
    for (const emptied of ['\u0000', '\uD800', '<b></b>', '<script>alert(1)</script>']) {
      const issues = checkFeed(set(emptied))
      expect(issues.map((issue) => issue.path)).toContain(path)
      // A picture without an alternative text has an empty one.
      const shown = read(readBackOf(set(emptied))).flat()
      expect(shown.includes(''), JSON.stringify(emptied)).toBe(path.endsWith('.alt'))
    }
  })
})

// A tag is the one text of which a comma or slash says something.
function said(path: string, text: string): readonly IssueCode[] {
  return /\.?tags\[0\]$/.test(path) && /[,/]/.test(text) ? ['tag-with-separator'] : []
}

/** The documents of an input, or empty ones when it is refused with an issue at a field. */
function readBackOf(input: Parameters<typeof createFeed>[0]) {
  const errors = checkFeed(input).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return readBack(createFeed(input))
  expect(errors.every(({ path }) => path !== '')).toBe(true)
  const nothing = { name: '', attributes: {}, children: [], text: '' }
  return { rss: nothing, atom: nothing, json: {} }
}
