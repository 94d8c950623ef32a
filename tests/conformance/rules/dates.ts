import { faultsOf, repeated, type Rule } from '../rule.js'
import { descendants, textOf, valuesAt, type XmlNode } from '../xml-tree.js'

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const rfc822 = new RegExp(
  `^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} (?:${months}) \\d{4} \\d{2}:\\d{2}:\\d{2} \\S+$`,
)
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
// The fixtures' present: after their last change.
const earliest = Date.parse('1990-01-01T00:00:00Z')
const latest = Date.parse('2026-05-02T00:00:00Z')

/** R-24 to R-29 and R-31; R-30 and R-32 compare documents. */
export const dates: readonly Rule[] = [
  {
    id: 24,
    says: 'writes pubDate and lastBuildDate in the form of RFC 822',
    rss: (root) => faultsOf(rssDates(root), (date) => rfc822.test(date), 'date'),
    broken: [
      ['rss', 'Mon, 02 Mar 2026 08:00:00 +0000', '2026-03-02T08:00:00Z'],
      ['rss', 'Mon, 02 Mar', 'Mo., 02 Mär'],
      ['rss', 'Fri, 20', 'Fri,  20'],
    ],
  },
  {
    id: 25,
    says: 'names the weekday of the date',
    rss: (root) =>
      faultsOf(
        rssDates(root),
        (date) => weekdays[new Date(date.slice(5, 16) + ' UTC').getUTCDay()] === date.slice(0, 3),
        'weekday',
      ),
    broken: [['rss', 'Mon, 02 Mar', 'Tue, 02 Mar']],
  },
  {
    id: 26,
    says: 'writes four digits of the year and a numeric zone',
    rss: (root) =>
      faultsOf(rssDates(root), (date) => / \d{4} [\d:]{8} [+-]\d{4}$/.test(date), 'date'),
    broken: [
      ['rss', 'Mar 2026 08', 'Mar 26 08'],
      ['rss', '08:00:00 +0000', '08:00:00 Z'],
      ['rss', '08:00:00 +0000', '08:00:00 +0000 (noon)'],
    ],
  },
  {
    id: 27,
    says: 'has no date in the future or before 1990',
    rss: (root) => faultsOf(rssDates(root), isPlausible, 'date'),
    atom: (root) => faultsOf(atomDates(root), isPlausible, 'date'),
    json: (feed) => faultsOf(feed.items.flatMap(jsonDates), isPlausible, 'date'),
    broken: [
      ['rss', 'Mon, 02 Mar 2026', 'Mon, 02 Mar 2126'],
      ['atom', '<published>2026', '<published>2062'],
      ['json', '"date_published":"2026', '"date_published":"1970'],
    ],
  },
  {
    id: 28,
    says: 'writes Atom dates in the form of RFC 3339',
    rss: (root) =>
      faultsOf(valuesAt(root, 'channel/item/atom:updated'), (date) => rfc3339.test(date), 'date'),
    atom: (root) => faultsOf(atomDates(root), (date) => rfc3339.test(date), 'date'),
    broken: [
      ['rss', '17:30:00Z', '17:30Z'],
      ['atom', '<published>2026-03-02T08:00:00Z', '<published>2026-03-02t08:00:00z'],
      ['atom', '<published>2026-03-02T08:00:00Z', '<published>2026-03-02'],
      ['atom', '<published>', '<published>\n'],
    ],
  },
  {
    id: 29,
    says: 'writes Dublin Core dates in W3CDTF with a zone',
    rss: (root) => faultsOf(dublinCoreDates(root), isW3cdtf, 'date'),
    atom: (root) => faultsOf(dublinCoreDates(root), isW3cdtf, 'date'),
    broken: [
      ['rss', '<dcterms:valid>end=2026-12-31T23:00:00Z', '<dcterms:valid>end=31.12.2026'],
      ['atom', '<dcterms:valid>end=2026-12-31T23:00:00Z', '<dcterms:valid>end=2026-12-31T23:00'],
    ],
  },
  {
    id: 31,
    says: 'has no two entries with the same updated',
    atom: (root) => repeated(valuesAt(root, 'entry/updated')),
    broken: [
      [
        'atom',
        '<updated>2026-03-02T07:59:59Z</updated>',
        '<updated>2026-02-28T12:00:00Z</updated>',
      ],
    ],
  },
]

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function rssDates(root: XmlNode): readonly string[] {
  return [...valuesAt(root, 'channel/lastBuildDate'), ...valuesAt(root, 'channel/item/pubDate')]
}

function atomDates(root: XmlNode): readonly string[] {
  return ['updated', 'entry/updated', 'entry/published'].flatMap((place) => valuesAt(root, place))
}

function jsonDates(item: Readonly<Record<string, unknown>>): readonly string[] {
  return ['date_published', 'date_modified'].flatMap((name) => (item[name] as string) ?? [])
}

function dublinCoreDates(root: XmlNode): readonly string[] {
  return descendants(root)
    .filter(({ name }) => name === 'dc:date' || /^dcterms:(?:valid|issued|modified)$/.test(name))
    .map(textOf)
}

function isPlausible(date: string): boolean {
  return Date.parse(date) >= earliest && Date.parse(date) <= latest
}

// A period (DCMI Period) names its parts; W3CDTF requires the zone when there is a time.
function isW3cdtf(value: string): boolean {
  const date = value.replace(/^(?:start|end)=/, '')
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date) || rfc3339.test(date)
}
