import { describe, expect, it } from 'vitest'
import { Findings, show } from '../../src/create-feed/findings.js'
import { readOwnId } from '../../src/create-feed/read-id.js'
import { readLanguage } from '../../src/create-feed/read-language.js'
import { readMediaType } from '../../src/create-feed/read-media-type.js'
import { readCount, readEmail, type Context } from '../../src/create-feed/read-values.js'

const fresh = (): Context => ({
  findings: new Findings(),
  base: 'https://newsroom.example/',
  timeZone: undefined,
  now: undefined,
})

/** What a reader makes of a value, and what it says of it. */
function heard<Read>(read: (context: Context) => Read) {
  const context = fresh()
  const value = read(context)
  return { value, said: context.findings.inOrderOf({}).map(({ code, message }) => [code, message]) }
}

describe('a value in a message', () => {
  it.each([
    ['a', '"a"'],
    ['', '""'],
    ['a "b"\n\\', '"a \\"b\\"\\n\\\\"'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
    [`${'x'.repeat(59)}😀`, `"${'x'.repeat(59)}\uFFFD…"`],
    ['\u007F\u0085\u009F', '"\\u007f\\u0085\\u009f"'],
    [
      '\u061C\u200E\u200F\u2028\u202E\u2066\u2069',
      '"\\u061c\\u200e\\u200f\\u2028\\u202e\\u2066\\u2069"',
    ],
    ['\u00A0é\u200D', '"\u00A0é\u200D"'],
    [7, '7'],
    [-0.5, '-0.5'],
    [NaN, 'NaN'],
    [true, 'true'],
    [false, 'false'],
    [7n, '7n'],
    [undefined, 'nothing'],
    [null, 'nothing'],
    [new Date(0), 'a Date'],
    [new Date(NaN), 'an invalid Date'],
    [[1], 'a list'],
    [{ a: 1 }, 'an object'],
    [() => 1, 'a function'],
    [Symbol('a'), 'a symbol'],
  ])('%o', (value, shown) => {
    expect(show(value)).toBe(shown)
  })
})

describe('findings', () => {
  const paths = (input: unknown, ...given: string[]) => {
    const findings = new Findings()
    for (const path of given) findings.add('wrong-type', path, 'x')
    return findings.inOrderOf(input).map(({ path }) => path)
  }
  const input = { title: 1, articles: [{ link: 1, tags: ['a', 'b'] }, { link: 1 }], link: 1 }

  it('come in the order of the input, the whole before its parts', () => {
    expect(
      paths(
        input,
        'link',
        'articles[1].link',
        'articles[0].tags[1]',
        'articles[0].tags[0]',
        'articles[0].tags',
        'articles[0].link',
        'articles[0]',
        'title',
        '',
      ),
    ).toEqual([
      '',
      'title',
      'articles[0]',
      'articles[0].link',
      'articles[0].tags',
      'articles[0].tags[0]',
      'articles[0].tags[1]',
      'articles[1].link',
      'link',
    ])
  })

  it('of what is not there come last, those of one place as they were found', () => {
    expect(paths(input, 'icon', 'link', 'logo')).toEqual(['link', 'icon', 'logo'])
    expect(paths(input, 'articles[0].title', 'articles[0].tags')).toEqual([
      'articles[0].tags',
      'articles[0].title',
    ])
    expect(paths(null, 'a.b', 'a')).toEqual(['a', 'a.b'])
  })

  it('refuse where one of them is an error', () => {
    const findings = new Findings()
    findings.add('no-articles', 'articles', 'x')
    expect([findings.refuse, findings.refused('articles')]).toEqual([false, false])
    findings.add('wrong-type', 'title', 'x')
    expect([findings.refuse, findings.refused('title'), findings.refused('link')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

// RFC 5646; registered two-letter languages are those of ISO 639-1.
describe('a language', () => {
  it.each([
    ...['en', 'fr-CA', 'zh-Hant-HK', 'es-419', 'de-CH-1901', 'sl-rozaj-biske', 'vi', 'EN-us'],
    ...['yue', 'zh-yue', 'en-a-bbb-x-a-ccc', 'de-x-office', 'hy-Latn-IT-arevela', 'zh-cmn-Hans-CN'],
  ])('%s is one', (tag) => {
    expect(heard((context) => readLanguage(tag, 'language', context))).toEqual({
      value: tag,
      said: [],
    })
  })

  it.each([
    ...['english', 'e', 'vn', 'cz', 'en_US', 'fr-', '-fr', 'fr-C', 'fr--CA', 'x-office', '12'],
    ...['en-x', 'en-a', 'fr CA', 'fr-abcdefghi', 'en-US-GB'],
  ])('%s is none', (tag) => {
    expect(heard((context) => readLanguage(tag, 'language', context))).toEqual({
      value: undefined,
      said: [
        [
          'invalid-language',
          `Cannot use language "${tag}": expected a BCP 47 tag such as en, fr-CA or vi`,
        ],
      ],
    })
  })

  it('may have white space around it, and may be none', () => {
    expect(heard((context) => readLanguage(' fr ', 'language', context)).value).toBe('fr')
    for (const none of ['', ' ', null, undefined]) {
      expect(heard((context) => readLanguage(none, 'language', context))).toEqual({
        value: undefined,
        said: [],
      })
    }
  })
})

describe('a media type', () => {
  const read = (value: string | null | undefined, href: string) =>
    heard((context) => readMediaType(value, 'type', href, context))
  const openXml = 'application/vnd.openxmlformats-officedocument'

  it.each([
    ['a.doc', 'application/msword'],
    ['a.docx', `${openXml}.wordprocessingml.document`],
    ['a.xls', 'application/vnd.ms-excel'],
    ['a.xlsx', `${openXml}.spreadsheetml.sheet`],
    ['a.ppt', 'application/vnd.ms-powerpoint'],
    ['a.pptx', `${openXml}.presentationml.presentation`],
    ['a.odt', 'application/vnd.oasis.opendocument.text'],
    ['a.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['a.odp', 'application/vnd.oasis.opendocument.presentation'],
    ['a.PDF', 'application/pdf'],
    ['a.JPG?w=1#x', 'image/jpeg'],
    ['a.b.mp4', 'video/mp4'],
    ['pdf', undefined],
    ['a.pdf.', undefined],
    ['a.unknown', undefined],
    ['a.constructor', undefined],
    ['', undefined],
  ])('of %s is %s', (name, type) => {
    expect(read(null, `https://newsroom.example/${name}`)).toEqual({ value: type, said: [] })
  })

  it('is as given, in lower case', () => {
    expect(read(' Image/SVG+xml ', 'https://newsroom.example/a.pdf').value).toBe('image/svg+xml')
    expect(read('', '').value).toBeUndefined()
  })

  it.each(['pdf', 'image/', '/jpeg', 'image/jpeg; q=1', 'a b/c', `${'x'.repeat(128)}/y`])(
    '%s is none',
    (type) => {
      const { value, said } = read(type, 'https://newsroom.example/a.pdf')
      expect([value, said[0]?.[0]]).toEqual([undefined, 'invalid-media-type'])
    },
  )
})

describe('an id', () => {
  const codes = (id: string) =>
    heard((context) => readOwnId(id, 'id', context)).said.map(([code]) => code)

  it.each([
    'https://newsroom.example/1',
    'https://newsroom.example',
    'https://newsroom.example/A?B#C',
    'tag:newsroom.example,2026:1',
    'tag:press@newsroom.example,2026-03:a#b',
    'tag:newsroom.example,2026-03-02:',
    'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    'URN:UUID:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6',
    `urn:ab:${'1'.repeat(760)}`,
  ])('%s is fine', (id) => {
    expect(heard((context) => readOwnId(id, 'id', context))).toEqual({ value: id, said: [] })
  })

  it.each([
    [' a', ['invalid-id']],
    ['a ', ['invalid-id']],
    ['a\u0000', ['invalid-id']],
    ['a\uFFFD', ['invalid-id']],
    ['a\uD800', ['invalid-id']],
    ['tag:newsroom,1:x', ['invalid-id']],
    ['tag:newsroom.example,2026-3:x', ['invalid-id']],
    ['tag:newsroom.example,2026:a#b#c', ['invalid-id']],
    ['urn:uuid:f81d4fae', ['invalid-id']],
    ['urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6x', ['invalid-id']],
    ['123456789', ['id-not-uri']],
    ['12345678', ['id-not-uri', 'weak-id']],
    ['HTTPS://newsroom.example/1', ['weak-id']],
    ['https://Newsroom.example/1', ['weak-id']],
    ['https://Newsroom.example', ['weak-id']],
    [`urn:ab:${'1'.repeat(761)}`, ['weak-id']],
  ])('%j is %j', (id, said) => {
    expect(codes(id)).toEqual(said)
  })

  it('may be none', () => {
    expect(heard((context) => readOwnId('', 'id', context)).value).toBeUndefined()
    expect(heard((context) => readOwnId(null, 'id', context)).value).toBeUndefined()
  })
})

describe('an e-mail address', () => {
  const read = (value: string | null | undefined) =>
    heard((context) => readEmail(value, 'email', context))

  it.each(['press@office.example', 'a.b+c@x-y.example', "o'neil@office.example", 'a@b', ' a@b '])(
    '%s is one',
    (address) => {
      expect(read(address)).toEqual({ value: address.trim(), said: [] })
    },
  )

  it.each([
    ...['press', '@office.example', 'a@', 'a..b@c.example', '.a@c.example', 'a.@c.example'],
    ...['a@-c.example', 'a@c-.example', 'a@c..example', 'a@c.example.', 'a b@c.example', 'a@b@c'],
    `${'a'.repeat(243)}@office.example`,
  ])('%s is none', (address) => {
    const { value, said } = read(address)
    expect([value, said[0]?.[0]]).toEqual([undefined, 'invalid-email'])
  })

  it('has at most 254 characters, or is not given', () => {
    const longest = `${'a'.repeat(239)}@office.example`
    expect(longest).toHaveLength(254)
    expect(read(longest).value).toBe(longest)
    for (const none of ['', ' ', null, undefined]) {
      expect(read(none)).toEqual({ value: undefined, said: [] })
    }
  })
})

describe('a count', () => {
  const read = (value: number | null | undefined) =>
    heard((context) => readCount(value, 'ttl', context))

  it.each([1, 60, Number.MAX_SAFE_INTEGER])('may be %d', (value) => {
    expect(read(value)).toEqual({ value, said: [] })
  })

  it.each([0, -1, 1.5, NaN, Infinity, 2 ** 53])('may not be %d', (value) => {
    expect(read(value)).toEqual({
      value: undefined,
      said: [['invalid-value', `Cannot use ${value}: expected a positive whole number`]],
    })
  })

  it.each([null, undefined])('may be %s, which is none', (value) => {
    expect(read(value)).toEqual({ value: undefined, said: [] })
  })
})
