import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { fromMarkdown } from '../../src/markdown/index.js'

const characters = fc.string({ unit: 'binary', maxLength: 200 })
// Parts that mean something, in any order, so that random text gets past the first line.
const parts = fc.constantFrom(
  ...[
    '---\n',
    '---',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '- ',
    ': ',
    '? ',
    '| ',
    '>\n',
    '# ',
    '> ',
    '```',
  ],
  ...[
    'title',
    'images',
    'url',
    'data',
    'a.jpg',
    '2026',
    '~',
    '&a ',
    '*a',
    '<<',
    '!!str ',
    '!x',
    '%YAML',
  ],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    ',',
    '![',
    '](',
    '<img src=a>',
    '<!--',
    '<a ',
    '__proto__',
  ],
  ...[
    '\uFEFF',
    '\u2028',
    '\u0085',
    '\u00AD',
    '\uD83D',
    '😀',
    '\\',
    '|---|',
    '===',
    '&amp;',
    '*',
    '_',
    '`',
  ],
)
const scraps = fc.array(parts, { maxLength: 60 }).map((all) => all.join(''))
const document = fc.tuple(scraps, scraps).map(([front, body]) => `---\n${front}\n---\n${body}`)

describe('any text', () => {
  it('comes back as an article or with an error, the same each time', () => {
    fc.assert(
      fc.property(
        fc.oneof(characters, fc.string({ unit: 'binary-ascii' }), scraps, document),
        (source) => {
          const { article, issues, locate } = fromMarkdown(source)
          const refused = issues.some(({ severity }) => severity === 'error')
          expect(article === undefined).toBe(refused)
          const lines = source.split(/\r\n?|\n/)
          for (const { message, line = 0, column = 0 } of issues) {
            expect(message).toMatch(/expected /)
            expect(line).toBeGreaterThan(0)
            expect(line).toBeLessThanOrEqual(lines.length)
            expect(column).toBeGreaterThan(0)
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
          }
          expect(locate('images[0].url').line).toBeLessThanOrEqual(lines.length)
          const again = fromMarkdown(source)
          expect(again.article).toEqual(article)
          expect(again.issues).toEqual(issues)
        },
      ),
    )
  })

  it('may be any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { article, issues } = fromMarkdown(bytes)
        expect(article === undefined).toBe(issues.some(({ severity }) => severity === 'error'))
      }),
    )
  })

  it('reads the same from text and from its bytes', () => {
    fc.assert(
      fc.property(fc.oneof(characters, document), (source) => {
        fc.pre(source.isWellFormed())
        const fromText = fromMarkdown(source)
        const fromBytes = fromMarkdown(new TextEncoder().encode(source))
        expect(fromBytes.article).toEqual(fromText.article)
        expect(fromBytes.issues).toEqual(fromText.issues)
      }),
    )
  })
})

describe('any record', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({ minLength: 1 }),
    scraps,
  )
  const given = text.filter((value) => value !== '' && value.isWellFormed())
  // Whole numbers that JavaScript cannot hold exactly stay text, and -0 is written 0.
  const number = fc
    .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value))
    .map((value) => value + 0)
  const record = fc.record(
    {
      title: given,
      link: given,
      published: given,
      id: given,
      summary: given,
      rights: given,
      tags: fc.array(given),
      authors: fc.array(fc.oneof(given, fc.record({ name: given, url: given }))),
      images: fc.array(
        fc.record({ url: given, caption: given, width: number }, { requiredKeys: ['url'] }),
      ),
      location: fc.record({ name: given, latitude: number, longitude: number }),
      data: fc.dictionary(
        given,
        fc.oneof(given, fc.boolean(), fc.constant(null), fc.array(number)),
      ),
    },
    { requiredKeys: ['title'] },
  )

  it('is the same after the `yaml` package wrote it', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(0, 40, 80), (article, lineWidth) => {
        const yaml = stringify(article, { lineWidth, aliasDuplicateObjects: false })
        // The package itself does not get back a literal block that has lines of spaces only.
        fc.pre(JSON.stringify(parse(yaml)) === JSON.stringify(article))
        const read = fromMarkdown(`---\n${yaml}---\nText\n`)
        expect(read.issues).toEqual([])
        expect(read.article).toEqual({ ...article, body: '<p>Text</p>\n' })
      }),
    )
  })

  it('is the same after JSON, which is YAML too', () => {
    fc.assert(
      fc.property(record, (article) => {
        const read = fromMarkdown(`---\n${JSON.stringify(article)}\n---\nText\n`)
        expect(read.issues).toEqual([])
        expect(read.article).toEqual({ ...article, body: '<p>Text</p>\n' })
      }),
    )
  })
})
