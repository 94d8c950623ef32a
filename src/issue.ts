/**
 * What was found in the input, as data first and a sentence second.
 *
 * Every finding has a code from the table below. The code decides the severity: an error refuses the
 * feed, a warning comes back with it (`feed.issues`). Codes are part of the public surface: tools may
 * switch on them, so they are added to, not renamed.
 */

/** `error` refuses the feed; `warning` comes back with it. */
export type Severity = 'error' | 'warning'

/** The codes, each with its severity and one line on its meaning. `docs/issues.md` shows this table. */
export const issueCodes = {
  'missing-field': ['error', 'A required field is absent or empty.'],
  'empty-title': ['error', 'A title is absent or holds nothing that can be read.'],
  'wrong-type': ['error', 'A value is not of the type that the field takes.'],
  'invalid-value': ['error', 'A value is of the right type but outside what the field takes.'],
  'invalid-address': ['error', 'An address cannot be read as a URL.'],
  'relative-address': ['error', 'A relative address has nothing to be resolved against.'],
  'address-scheme': [
    'error',
    'An address uses a scheme that does not belong there (javascript:, data:).',
  ],
  'invalid-id': [
    'error',
    'An id is surrounded by white space, or claims a form that it does not have.',
  ],
  'duplicate-id': ['error', 'Two articles have the same id.'],
  'unreadable-date': ['error', 'A date is not written as a date.'],
  'impossible-date': [
    'error',
    'A date or hour that no calendar has, or that a clock change skipped.',
  ],
  'ambiguous-date': ['error', 'An hour that a clock change made happen twice.'],
  'date-without-zone': [
    'error',
    'A time of day without a time zone, and the feed has none either.',
  ],
  'updated-before-published': ['error', 'An article was updated before it was published.'],
  'invalid-time-zone': ['error', 'A time zone is not a name of the IANA database.'],
  'invalid-language': ['error', 'A language is not a BCP 47 tag.'],
  'invalid-email': ['error', 'An e-mail address is not one.'],
  'invalid-media-type': ['error', 'A media type is not of the form type/subtype.'],
  'missing-media-type': [
    'error',
    'The media type of an attachment is not given and its name does not tell.',
  ],
  'invalid-location': ['error', 'A latitude or longitude is missing or out of range.'],
  'illegal-character': ['error', 'A character that a feed cannot carry reached a writer.'],
  'id-not-uri-in-atom': ['error', 'Atom takes only ids that are URIs.'],
  'invalid-extension': ['error', 'An extension breaks the rules of its format.'],
  'front-matter-unclosed': ['error', 'The front matter has no closing fence.'],
  'front-matter-syntax': ['error', 'The front matter is not YAML.'],
  'front-matter-unopened': ['error', 'Front matter lacks the line of --- above it.'],
  'front-matter-language': ['error', 'The front matter is in a language other than YAML.'],
  'not-text': ['error', 'A file is not text in UTF-8.'],
  'not-json': ['error', 'A file is not JSON, or not a list of articles.'],
  'cannot-read': ['error', 'A file or folder cannot be read.'],
  'cannot-write': ['error', 'A file or folder cannot be written.'],
  'output-in-use': ['error', 'Another build is writing to the same folder.'],
  'outside-folder': ['error', 'A path leads out of the folder that it belongs to.'],
  'missing-file': ['error', 'A picture or attachment that an article names is not there.'],
  'not-a-picture': ['error', 'A file that should be a picture is none.'],
  'removed-characters': ['warning', 'Characters that no feed can carry were removed.'],
  'replaced-characters': [
    'warning',
    'Leftovers of Windows-1252 were replaced by what they stand for.',
  ],
  'unknown-field': ['warning', 'A field that pressfeed does not know; nothing is made of it.'],
  'markup-in-text': ['warning', 'HTML tags were taken out of a field that is plain text.'],
  'entity-in-text': [
    'warning',
    'A plain text field holds what looks like an HTML entity; it is shown as written.',
  ],
  'duplicate-title': ['warning', 'Two articles have the same title.'],
  'same-updated': ['warning', 'Two articles changed at the very same time.'],
  'date-in-future': ['warning', 'A date lies after the given `now`.'],
  'date-before-1990': ['warning', 'A date lies before 1990, which readers take for a mistake.'],
  'no-articles': ['warning', 'The feed has no article and no `updated`.'],
  'weak-id': ['warning', 'An id that readers may confuse with another, or cut off.'],
  'id-not-uri': ['warning', 'An id is not a URI: good for RSS and JSON Feed, refused by Atom.'],
  'suspect-address': ['warning', 'A relative address that looks as if it was meant to be another.'],
  'campaign-parameters': ['warning', 'A link carries campaign parameters.'],
  'address-with-ampersand': [
    'warning',
    'The address of a picture contains `&`, and some readers show it twice.',
  ],
  'tag-with-separator': [
    'warning',
    'A tag contains a comma or slash, where some readers cut it in two.',
  ],
  'picture-without-caption': ['warning', 'A picture has no caption.'],
  'picture-without-alt': ['warning', 'A picture has no alternative text.'],
  'picture-without-type': [
    'warning',
    'The media type of a picture is not known, so JSON Feed does not list it.',
  ],
  'picture-repeated': ['warning', 'A picture was named more than once; it is shown once.'],
  'caption-conflict': [
    'warning',
    'The body has another caption for a picture than the record; the record is used.',
  ],
  'picture-not-read': ['warning', 'Markdown for a picture was not understood and stands as text.'],
  'cut-by-comment': ['warning', 'A value in front matter is cut at a # with a space before it.'],
  'front-matter-not-first': ['warning', 'What looks like front matter does not begin the file.'],
  'empty-body': ['warning', 'An article has no body.'],
  'body-cleaned': ['warning', 'Parts of a body that no reader should get were removed.'],
  'body-address': [
    'warning',
    'An address in a body cannot be read; the link or picture was taken out.',
  ],
  'file-type-differs': ['warning', 'A file holds something else than its name says.'],
  'picture-too-large': ['warning', 'A picture is larger than a feed reader should have to load.'],
  'document-too-large': ['warning', 'A feed is larger than readers and validators take.'],
  'article-in-no-feed': ['warning', 'An article is taken by none of the feeds.'],
  'feed-lost': ['warning', 'A feed that is out is no longer made.'],
  'id-changed': ['warning', 'An article has another id than in the feed that is out.'],
  'article-lost': ['warning', 'An article of the feed that is out is gone.'],
  'date-moved': [
    'warning',
    'An article has another date of publication than in the feed that is out.',
  ],
  'logo-left-out': ['warning', 'The logo does not fit the limits of RSS and is left out there.'],
} as const satisfies Record<string, readonly [Severity, string]>

/** A code of the table in `docs/issues.md`. */
export type IssueCode = keyof typeof issueCodes

/** One finding. */
export interface Issue {
  /** Which kind of finding; a key of {@link issueCodes}. */
  readonly code: IssueCode
  /** `error` refuses the feed; `warning` comes back with it. */
  readonly severity: Severity
  /**
   * Where, as a path into the input: `articles[3].images[0].url`. What a writer finds has a path into the
   * feed that it was given, whose articles are in order. Empty when it is the whole.
   */
  readonly path: string
  /** One sentence: what is wrong and what is wanted. */
  readonly message: string
  /** The file that the input was read from, relative to the folder of the build. `path` is then within its article. */
  readonly file?: string | undefined
  /** Line in the source text, from 1, where the input was read from text. */
  readonly line?: number | undefined
  /** Column in the source text, from 1, where the input was read from text. */
  readonly column?: number | undefined
}

/** Makes an issue; the severity comes from the table. */
export function issue(
  code: IssueCode,
  path: string,
  message: string,
  position?: { readonly line: number; readonly column: number },
): Issue {
  const severity = issueCodes[code][0]
  return position === undefined
    ? { code, severity, path, message }
    : { code, severity, path, message, line: position.line, column: position.column }
}

/** One line for people: file and place, severity, sentence, code. */
export function formatIssue({ code, severity, path, message, file, line, column }: Issue): string {
  const numbers = line === undefined ? '' : `${line}:${column ?? 1}`
  const position = [file, numbers].filter(Boolean).join(':') + (file || numbers ? ' ' : '')
  const place = path === '' ? '' : `${path}: `
  return `${position}${place}${message} (${severity} ${code})`
}

/**
 * Thrown by `createFeed` and the writers when the feed cannot be made. Carries every finding, warnings
 * included, so that one run tells all there is to mend. `message` lists the errors, a line each.
 */
export class FeedError extends Error {
  override readonly name = 'FeedError'
  /** All findings, in the order of the input. */
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    const errors = issues.filter(({ severity }) => severity === 'error')
    super(errors.map(formatIssue).join('\n'))
    this.issues = Object.freeze([...issues])
  }
}
