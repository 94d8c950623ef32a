import fc from 'fast-check'

/** What has broken feeds before: markup, ends of sections, controls, halves of characters, escapes. */
const fragments = [
  ...[
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?xml?>',
    '<',
    '>',
    '&',
    '"',
    "'",
    '&amp;',
    '&#0;',
    '&#xD800;',
  ],
  ...[
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<script>',
    '</script>',
    '<img src=x>',
    '<br/>',
    '</title>',
    '&lt;',
  ],
  ...[
    '\u0000',
    '\u0008',
    '\u000B',
    '\u001B[31m',
    '\u007F',
    '\u0085',
    '\u0093',
    '\uFFFD',
    '\uFFFE',
    '\uFFFF',
  ],
  ...[
    '\uD800',
    '\uDC00',
    '\uD83D',
    '\u{1FFFE}',
    '\u2028',
    '\u200B',
    '\uFEFF',
    '\u202E',
    '\u00A0',
    '\u00AD',
  ],
  ...[
    '\r',
    '\n',
    '\r\n',
    '\t',
    '  ',
    '\\',
    '\\ud800',
    '\\n',
    '%',
    '%00',
    '$&',
    "$'",
    '$$',
    '${x}',
    '{{x}}',
  ],
  ...[
    'é',
    'ệ',
    'e\u0323\u0302',
    '新聞',
    'العربية',
    '👩‍👩‍👧‍👦',
    '🇻🇳',
    '__proto__',
    'undefined',
    'javascript:',
    ',',
  ],
]

/** Any text at all: code units of every kind, characters of every plane, and what has broken feeds. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 8 }).map((parts) => parts.join('')),
)

/** Any text after a word, so that there is something to read whatever is taken out of it. */
export const readableText = anyText.map((text) => `Text ${text}`)

const tags = 'p div b i ul li table tr td figure figcaption blockquote pre a script svg h1'.split(
  ' ',
)
const pieces = fc.oneof(
  anyText,
  fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
  anyText.map((text) => `<a href="${text}">link</a>`),
  anyText.map((text) => `<img src="/body.jpg" alt="${text}">`),
  anyText.map((text) => `<figure><img src="/1.jpg"><figcaption>${text}</figcaption></figure>`),
)
/** HTML as people and programs leave it. */
export const anyBody = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))

/** Any value that a program may hand over by mistake. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.double(),
  fc.constantFrom<unknown>(null, undefined, '', 0, -1, true, [], {}, [null], [[]], Symbol('x'), 1n),
  fc.anything({
    ...{ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true },
    ...{
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
      withBoxedValues: true,
    },
  }),
)
