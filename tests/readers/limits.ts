/**
 * The limits of readers that are known: what is promised of a release and a reader does not have or show. Whatever
 * else is missing fails the run, and so does a limit that is none any more.
 */
import { formats, type Format } from './lab/reader.js'
import { fields, type Field } from './lab/visit.js'

export interface Limit {
  readonly reader: string
  readonly formats: readonly Format[]
  readonly fields: readonly Field[]
  /** What its user has instead, or why not: a sentence. */
  readonly says: string
}

type Limited = readonly [fields: readonly Field[], formats: readonly Format[], says: string]

const xml = ['rss', 'atom'] as const
const rss = ['rss'] as const
const atom = ['atom'] as const
const json = ['json'] as const
const noJson: Limited = [fields, json, 'It does not read JSON Feed.']
const directionOnly = 'It keeps the direction of a text, but not its language.'
const noSummary = 'Where there is a text it keeps no summary.'
const firstAuthor = 'Of several authors it has the first.'
const callerFetches = 'It leaves the fetching to its caller.'
const brackets = 'Of a text in Atom it takes out what looks like a tag, though it is plain text.'

const limited: Readonly<Record<string, readonly Limited[]>> = {
  Thunderbird: [
    [['author'], xml, firstAuthor],
    [['date'], atom, 'Of an entry that has changed it has the date of the change.'],
    [['summary'], xml, noSummary],
    [
      ['shown once'],
      rss,
      'It takes `media:content` for an attachment, and shows each picture once more below the text.',
    ],
    [['language'], xml, directionOnly],
    [
      ['correction', 'withdrawal'],
      xml,
      'What it has under an id it never changes. Its user sees the item of its own.',
    ],
    noJson,
  ],
  Liferea: [
    [['title'], rss, 'It takes out of a title what looks like a tag.'],
    [['tags'], atom, 'It writes & in a tag as `&amp;`.'],
    [['summary'], xml, noSummary],
    [['language'], xml, directionOnly],
    [
      ['correction', 'withdrawal'],
      xml,
      'What it has under an id it never changes. Its user sees the item of its own.',
    ],
    noJson,
  ],
  Akregator: [
    [['title'], atom, 'It writes & and < in a title as `&amp;` and `&lt;`.'],
    [['author'], xml, firstAuthor],
    [['date'], xml, 'It is a second or two early.'],
    [['tags'], xml, 'It has no place for them.'],
    [['language'], xml, directionOnly],
    noJson,
  ],
  newsboat: [
    [['author'], rss, 'Of several authors it has the last.'],
    [['summary'], xml, noSummary],
    [['full text'], xml, 'A subscript is written as H[2]O; else the text is whole.'],
    [['tags'], xml, 'It has no place for them.'],
    [['language'], xml, directionOnly],
    noJson,
  ],
  sfeed: [
    [['author'], xml, firstAuthor],
    [['summary'], xml, noSummary],
    [['language'], xml, directionOnly],
    [
      ['correction'],
      xml,
      'What it has under the same id, link and title it never changes, so the old text stays. The correction comes as an item of its own.',
    ],
    [
      ['withdrawal'],
      xml,
      'Under its new title the notice is a new line; the old one stays. The withdrawal comes as an item of its own.',
    ],
    [['unchanged'], xml, 'It fetches the whole feed each time.'],
    noJson,
  ],
  'python3-feedparser': [noJson],
  'rss-parser': [
    [['author'], xml, firstAuthor],
    [['tags'], atom, 'It does not read them.'],
    [['language'], xml, directionOnly],
    [['unchanged'], xml, 'It fetches the whole feed each time.'],
    noJson,
  ],
  feedsmith: [
    [['language'], atom, 'It does not hand `xml:lang` on.'],
    [['unchanged'], formats, callerFetches],
  ],
  '@extractus/feed-extractor': [
    [['author', 'tags', 'language'], formats, 'It hands on title, link, id, date and summary.'],
    [
      ['full text', 'each picture', 'shown once', 'caption', 'credit'],
      formats,
      'It hands on title, link, id, date and summary.',
    ],
    [['date'], atom, 'Of an entry that has changed it has the date of the change.'],
    [['summary'], atom, brackets],
    [['summary'], json, 'It makes one of the beginning of the text.'],
    [
      ['correction', 'withdrawal'],
      formats,
      'Without the text only the items of their own tell of it, and the title of a withdrawn release.',
    ],
    [['unchanged'], formats, 'It fetches the whole feed each time.'],
  ],
  '@rowanmanning/feed-parser': [
    [['full text'], xml, 'It reads references in CDATA too, so what looks like a tag becomes one.'],
    [['summary'], atom, brackets],
    [['language'], xml, directionOnly],
    [['unchanged'], xml, callerFetches],
    noJson,
  ],
  feedparser: [
    [['author'], xml, firstAuthor],
    [['summary'], atom, brackets],
    [['language'], xml, directionOnly],
    [['unchanged'], xml, callerFetches],
    noJson,
  ],
}

export const limits: readonly Limit[] = Object.entries(limited).flatMap(([reader, all]) =>
  all.map(([ofFields, ofFormats, says]) => ({
    reader,
    fields: ofFields,
    formats: ofFormats,
    says,
  })),
)

export function limitOf(reader: string, format: Format, field: Field): Limit | undefined {
  return limits.find(
    (each) =>
      each.reader === reader && each.formats.includes(format) && each.fields.includes(field),
  )
}
