/** Files of front matter and Markdown as a grammar makes them, and then as an accident leaves them. */
import fc from 'fast-check'
import { full } from '../fixtures/inputs.js'
import { payloads } from '../hostile/payloads/index.js'
import { anyText } from '../property/any-text.js'

const attack = fc
  .constantFrom(...payloads.map(({ html }) => html))
  .filter((html) => html.length < 2000)
const text = fc.oneof(anyText, attack, fc.lorem({ maxCount: 4 }))

const fields = [
  ...Object.keys(full.articles[0]),
  'author',
  'Title',
  'date',
  'embargoed',
  '__proto__',
  'constructor',
  '<<',
  '',
]
const names = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...fields) },
  { weight: 1, arbitrary: anyText.map((name) => JSON.stringify(name)) },
)
const scalars = fc.oneof(
  text.map((value) => JSON.stringify(value)),
  text.map((value) => `'${value.replaceAll("'", "''")}'`),
  text,
  text.map((value) => `|\n  ${value.replaceAll('\n', '\n  ')}`),
  text.map((value) => `>-\n  ${value.replaceAll('\n', '\n    ')}`),
  fc.constantFrom(
    ...[
      '',
      '~',
      'null',
      'true',
      'no',
      '0x1f',
      '1_000',
      '.inf',
      '-0',
      '1e999',
      '2026-03-02',
      '2026-02-30',
      '2026-03-02 09:00',
    ],
    ...[
      '2026-03-29T02:30',
      '12:30:45',
      '&a x',
      '*a',
      '*b',
      '!!binary aGk=',
      '!!set {a}',
      '!!js/function x',
      '@x',
      '`x`',
      '%x',
    ],
    ...[
      '/one',
      'https://a.example/',
      'javascript:x',
      'a # b',
      'a: b',
      '- a',
      '? a',
      '[',
      '{',
      '"',
      "'",
    ],
  ),
)
const values = fc.letrec<{ value: string; list: string; map: string }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalars, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
  map: fc
    .array(fc.tuple(names, tie('value')), { maxLength: 4 })
    .map((members) => `{${members.map(([name, value]) => `${name}: ${value}`).join(', ')}}`),
})).value
const indented = (value: string, by: string) => value.replaceAll('\n', `\n${by}`)
const lines = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(names, values).map(([name, value]) => `${name}: ${value}`) },
  fc
    .tuple(names, fc.array(fc.tuple(names, values), { minLength: 1, maxLength: 4 }))
    .map(
      ([name, members]) =>
        `${name}:\n${members.map(([key, value]) => `  - ${key}: ${indented(value, '    ')}`).join('\n')}`,
    ),
  fc
    .tuple(names, fc.array(fc.tuple(names, values), { minLength: 1, maxLength: 4 }))
    .map(
      ([name, members]) =>
        `${name}:\n${members.map(([key, value]) => `  ${key}: ${indented(value, '  ')}`).join('\n')}`,
    ),
  fc.constantFrom('# comment', '', '\t', '...', '---', '%YAML 1.1', 'title', '- a', '? x\n: y'),
)
const usual = fc.constantFrom(
  'title: One\nlink: /1\npublished: 2026-03-02\n',
  'title: One\nlink: /1\npublished: 2026-03-02\nimages:\n  - url: a.jpg\n    alt: A\n',
  '',
)

const inline = fc.oneof(
  text,
  text.map((words) => `**${words}**`),
  text.map((words) => `*_~~${words}~~_*`),
  text.map((words) => `\`${words}\``),
  fc.tuple(text, text).map(([words, address]) => `[${words}](${address})`),
  fc.tuple(text, text, text).map(([alt, address, title]) => `![${alt}](${address} "${title}")`),
  fc.tuple(text, text).map(([words, key]) => `[${words}][${key}]`),
  text.map((words) => `<${words}>`),
)
const blocks = fc.oneof(
  fc.array(inline, { maxLength: 5 }).map((parts) => parts.join(' ')),
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), inline)
    .map(([level, words]) => `${'#'.repeat(level)} ${words}`),
  inline.map((words) => `${words}\n===`),
  fc.array(inline, { maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(inline, { maxLength: 4 })
    .map((items) => items.map((item, n) => `${n + 1}. ${item}`).join('\n')),
  fc
    .tuple(fc.integer({ min: 1, max: 130 }), inline)
    .map(([depth, words]) => `${'>'.repeat(depth)} ${words}`),
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), inline)
    .map(([depth, words]) =>
      Array.from(
        { length: depth },
        (_, n) => `${'  '.repeat(n)}- ${n === depth - 1 ? words : 'x'}`,
      ).join('\n'),
    ),
  fc
    .tuple(inline, inline)
    .map(([one, other]) => `| ${one} | ${other} |\n| :-- | --: |\n| ${other} | ${one} |`),
  fc.tuple(text, text).map(([language, code]) => `\`\`\`${language}\n${code}\n\`\`\``),
  text.map((code) => `    ${code}`),
  fc.tuple(text, text, text).map(([key, address, title]) => `[${key}]: ${address} "${title}"`),
  attack,
  attack.map((html) => `<div>\n\n${html}\n\n</div>`),
  fc.constantFrom(
    '---',
    '***',
    '![](a.jpg)',
    '![a]( a.jpg',
    '<!-- c -->',
    '<figure><img src=a.jpg><figcaption>C</figcaption></figure>',
  ),
)

/** A file as somebody means it. */
const meant = fc
  .tuple(
    fc.constantFrom('---\n', '---\n', '---\n', '', '\n---\n', '--- \n', '+++\n'),
    usual,
    fc.array(lines, { maxLength: 8 }),
    fc.constantFrom('\n---\n', '\n---\n', '\n---\n', '', '\n--\n', '\n...\n'),
    fc.array(blocks, { maxLength: 8 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([open, first, front, close, body, end]) =>
    `${open}${first}${front.join('\n')}${close}${body.join('\n\n')}`.replaceAll('\n', end),
  )

/** The same after pieces were lost, doubled, moved or struck by accident. */
const struck = fc
  .tuple(meant, fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.nat(4), anyText), { maxLength: 5 }))
  .map(([file, accidents]) =>
    accidents.reduce((whole, [place, length, kind, other]) => {
      const at = place % (whole.length + 1)
      const [before, piece, after] = [
        whole.slice(0, at),
        whole.slice(at, at + length),
        whole.slice(at + length),
      ]
      if (kind === 0) return before + after
      if (kind === 1) return before + piece + piece + after
      if (kind === 2) return before + other + after
      if (kind === 3) return piece + before + after
      return before + piece + other + after
    }, file),
  )

/** The text of a file. */
export const files: fc.Arbitrary<string> = fc.oneof(meant, struck)

/** The bytes of a file: in UTF-8, or in another encoding, or damaged. */
export const fileBytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    files,
    fc.constantFrom('utf8', 'utf8', 'utf16le', 'latin1'),
    fc.constantFrom('', '\uFEFF'),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
  )
  .map(([file, encoding, mark, strokes]) => {
    const bytes = new Uint8Array(Buffer.from(mark + file, encoding as BufferEncoding))
    for (const [place, byte] of strokes) if (bytes.length > 0) bytes[place % bytes.length] = byte
    return bytes
  })
