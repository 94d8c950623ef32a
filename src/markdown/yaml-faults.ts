/** What each fault of YAML wants instead, as the end of `Cannot read the front matter: expected …`. */
import type { ErrorCode } from 'yaml'

/** A sentence end for every code of the `yaml` package. */
export const yamlFaults: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'nothing before an alias such as *name',
  BAD_ALIAS: 'a name after *, or quotes around a value that begins with *',
  BAD_COLLECTION_TYPE: 'no tag such as !name here',
  BAD_DIRECTIVE: 'no line that begins with %',
  BAD_DQ_ESCAPE: 'no single backslash between double quotes; write \\\\ or use single quotes',
  BAD_INDENT: 'the same indentation as the fields around it, and an end to every [ and {',
  BAD_PROP_ORDER: 'a tag or anchor before its value',
  BAD_SCALAR_START: 'quotes around a value that begins with @, ` or %',
  BLOCK_AS_IMPLICIT_KEY:
    'quotes around a value that contains ": ", and the same indentation for every field of a list item',
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
