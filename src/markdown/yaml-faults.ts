/** What each fault of YAML wants instead, as the end of `Cannot read the front matter: expected …`. */
import type { ErrorCode, YAMLError } from 'yaml'

const indentation = 'the same indentation as the field above it'

/** The end of the sentence, and the offset into the source at which it helps. */
export interface YamlFault {
  readonly expected: string
  readonly offset: number
}

/** What a fault of the `yaml` package wants. Some of its codes stand for several faults. */
export function yamlFault({ code, pos: [offset], message }: YAMLError, source: string): YamlFault {
  if (code === 'MISSING_CHAR') {
    const [, expected = yamlFaults[code]] = missing.find(([pattern]) => pattern.test(message)) ?? []
    return { expected, offset: expected === indentation ? textFrom(offset, source) : offset }
  }
  const end = source.indexOf('\n', offset)
  const isIndented =
    code === 'BLOCK_AS_IMPLICIT_KEY' && end >= 0 && !/:(?:\s|$)/.test(source.slice(offset, end))
  // What is taken for a name ends on a later line: that one is indented too far.
  if (isIndented) return { expected: indentation, offset: textFrom(end, source) }
  return { expected: yamlFaults[code], offset }
}

function textFrom(offset: number, source: string): number {
  const blank = /\s*/y
  blank.lastIndex = offset
  return offset + (blank.exec(source)?.[0].length ?? 0)
}

// By the words of the package; where it has others, the sentence below names them all.
const missing: readonly (readonly [RegExp, string])[] = [
  [/closing ["']quote/, 'a closing quote'],
  [/without - indicator/, indentation],
  [/must end with a/, 'an end to every [ and {'],
  [/Missing space after :/, 'a space after the colon'],
  [/Missing , /, 'a comma between items'],
  [/Comments must be separated/, 'a space before a comment'],
  [/followed by map values/, 'a colon and a space after a name'],
]

/** A sentence end for every code of the `yaml` package. */
const yamlFaults: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'nothing before an alias such as *name',
  BAD_ALIAS: 'a name after *, or quotes around a value that begins with *',
  BAD_COLLECTION_TYPE: 'no tag such as !name here',
  BAD_DIRECTIVE: 'no line that begins with %',
  BAD_DQ_ESCAPE: 'no single backslash between double quotes; write \\\\ or use single quotes',
  BAD_INDENT: 'the same indentation as the fields around it, and an end to every [ and {',
  BAD_PROP_ORDER: 'a tag or anchor before its value',
  BAD_SCALAR_START: 'quotes around a value that begins with @, ` or %',
  BLOCK_AS_IMPLICIT_KEY: 'quotes around a value that contains ": "',
  BLOCK_IN_FLOW: 'no indented list or fields between [ ] or { }',
  DUPLICATE_KEY: 'each field once',
  IMPOSSIBLE: 'fields such as "title: Second plant opens"',
  KEY_OVER_1024_CHARS: 'a name shorter than 1024 characters before the colon',
  MISSING_CHAR: 'a closing quote, a colon and a space after a name, or a comma between items',
  MULTILINE_IMPLICIT_KEY: 'a name, a colon and a space on one line',
  MULTIPLE_ANCHORS: 'one anchor such as &name at most',
  MULTIPLE_DOCS: 'nothing after a line of ...',
  MULTIPLE_TAGS: 'one tag at most',
  NON_STRING_KEY: 'text as the name of a field',
  RESOURCE_EXHAUSTION: 'lists and fields nested at most 50 deep',
  TAB_AS_INDENT: 'spaces instead of a tab at the beginning of the line',
  TAG_RESOLVE_FAILED: 'no tag such as !name; put quotes around a value that begins with !',
  UNEXPECTED_TOKEN:
    'nothing more here; put quotes around a value that begins with *, [ or {, and the other kind of quotes around one that contains quotes',
}
