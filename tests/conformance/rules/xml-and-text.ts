import type { Rule } from '../rule.js'
import { faultsOf, jsonTexts } from '../rule.js'
import { descendants, textOf, type XmlNode } from '../xml-tree.js'

const section = /<!\[CDATA\[[\s\S]*?\]\]>/g
// Elements of HTML that people leave in headlines; `<greener>` is none and stays text.
const htmlTag =
  /<\/?(?:a|b|br|div|em|figure|font|h[1-6]|i|img|li|ol|p|script|small|span|strong|su[bp]|table|u|ul)(?:\s[^<>]*)?\/?>/i
const damaged = /[\u0080-\u009F\uFFFD]/
const entity = /&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});/i

const inXml = (check: NonNullable<Rule['rss']>) => ({ rss: check, atom: check })

/** */
export const xmlAndText: readonly Rule[] = [
  {
    id: 1,
    says: 'is well-formed and holds only characters of XML',
    ...inXml((_, text) => (text.isWellFormed() ? [] : ['half a character'])),
    json: (feed) =>
      faultsOf(
        jsonTexts(feed).map(([, value]) => value),
        (value) => value.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(value),
        'a character that no feed can carry',
      ),
    broken: [
      ['rss', 'Second plant', 'Second\u0001plant'],
      ['rss', 'Second plant', 'Second\uD800plant'],
      ['atom', 'Second plant', 'Second\uFFFEplant'],
      ['atom', '</subtitle>', ''],
      ['json', 'Second plant', 'Second\\ud800plant'],
    ],
  },
  {
    id: 2,
    says: 'has no leftovers of Windows-1252 and no replacement characters',
    ...inXml((_, text) => faultsOf([text], (all) => !damaged.test(all), 'damaged text')),
    json: (_, text) => faultsOf([text], (all) => !damaged.test(all), 'damaged text'),
    broken: [
      ['rss', 'Visitors', '\u0093Visitors\u0094'],
      ['json', 'Visitors', '\uFFFD'],
    ],
  },
  {
    id: 3,
    says: 'has no named HTML entity outside CDATA and no DTD',
    ...inXml((_, text) =>
      faultsOf(
        text.replace(section, '').match(/&[^;\s]*;?/g) ?? [],
        (found) => /^&(?:#\d+|#x[0-9A-Fa-f]+|amp|lt|gt|quot|apos);$/.test(found),
        'reference',
      ),
    ),
    broken: [
      ['rss', 'Second plant', 'Second&nbsp;plant'],
      ['atom', '?>\n', '?>\n<!DOCTYPE feed [<!ENTITY nbsp "&#160;">]>\n'],
    ],
  },
  {
    id: 4,
    says: 'splits ]]> inside CDATA',
    ...inXml((_, text) =>
      text.replace(section, '').includes(']]>') ? ['a section that ends too early'] : [],
    ),
    broken: [
      ['rss', 'Visitors', ']]> Visitors'],
      ['atom', 'Visitors', ']]>]]> Visitors'],
    ],
  },
  {
    id: 5,
    says: 'writes & and < of plain text as hexadecimal references',
    rss: (_, text) =>
      faultsOf(
        text.replace(section, '').match(/&[^;]*;/g) ?? [],
        (found) => /^&#x[0-9A-F]+;$/.test(found),
        'reference',
      ),
    broken: [['rss', '&#x26; more', '&amp; more']],
  },
  {
    id: 6,
    says: 'has no HTML tags in plain text',
    ...inXml((root) => faultsOf(plainTexts(root), (value) => !htmlTag.test(value), 'markup')),
    json: (feed) =>
      faultsOf(
        jsonTexts(feed).flatMap(([name, value]) => (name.endsWith('_html') ? [] : [value])),
        (value) => !htmlTag.test(value),
        'markup',
      ),
    broken: [
      ['rss', '<title>Second', '<title>&#x3C;b&#x3E;Second'],
      ['rss', '<media:credit>', '<media:credit>&#x3C;br/&#x3E;'],
      ['atom', '<summary type="text">', '<summary type="text">&#x3C;a href="x"&#x3E;'],
      ['json', '"title":"Second', '"title":"<i>Second'],
    ],
  },
  {
    id: 7,
    says: 'escapes nothing twice',
    ...inXml((root) => [
      ...faultsOf(plainTexts(root), (value) => !entity.test(value), 'escaped twice'),
      ...faultsOf(bodies(root), (value) => !/&amp;(?:#?\w+);/.test(value), 'escaped twice'),
    ]),
    json: (feed) =>
      faultsOf(
        jsonTexts(feed).flatMap(([name, value]) => (name.endsWith('_html') ? [] : [value])),
        (value) => !entity.test(value),
        'escaped twice',
      ),
    broken: [
      ['rss', '&#x26; more', '&#x26;amp; more'],
      ['atom', 'Visitors', 'Visitors &amp;#8211;'],
      ['json', 'News & more', 'News &amp; more'],
    ],
  },
  {
    id: 8,
    says: 'begins with the XML declaration',
    ...inXml((_, text) => (text.startsWith('<?xml version="1.0"') ? [] : [text.slice(0, 20)])),
    broken: [
      ['rss', '<?xml', '\n<?xml'],
      ['atom', '<?xml', '\uFEFF<?xml'],
    ],
  },
  {
    id: 9,
    says: 'declares UTF-8',
    ...inXml((_, text) => (/^.{0,30}encoding="utf-8"\?>/i.test(text) ? [] : ['another encoding'])),
    broken: [
      ['rss', 'utf-8', 'iso-8859-1'],
      ['atom', ' encoding="utf-8"', ''],
    ],
  },
  {
    id: 10,
    says: 'begins its root element within 512 bytes',
    ...inXml((_, text) =>
      /<(?:rss|feed)[\s>]/.test(text.slice(0, 512)) ? [] : ['a root element further on'],
    ),
    broken: [
      ['rss', '<rss', `<!--${'-x'.repeat(300)}--><rss`],
      ['atom', '<feed', `<?a ${'x'.repeat(600)}?><feed`],
    ],
  },
  {
    id: 11,
    says: 'is shorter than 5,000,000 bytes',
    ...inXml((_, text) => (Buffer.byteLength(text) < 5_000_000 ? [] : ['too long'])),
    broken: [['rss', '</channel>', `${' '.repeat(5_000_000)}</channel>`]],
  },
  {
    id: 12,
    says: 'has no prefix atom or xhtml in an Atom document',
    atom: (_, text) =>
      /<(?:atom|xhtml):|xmlns:(?:atom|xhtml)=/.test(text) ? ['a prefix of that name'] : [],
    broken: [['atom', ' xmlns:dc', ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc']],
  },
]

function plainTexts(root: XmlNode): readonly string[] {
  return descendants(root)
    .filter(({ name }) => name !== 'content:encoded' && name !== 'content')
    .flatMap(({ children, attributes }) => [
      ...children.filter((child) => typeof child === 'string'),
      ...Object.values(attributes),
    ])
}

function bodies(root: XmlNode): readonly string[] {
  return descendants(root)
    .filter(({ name }) => name === 'content:encoded' || name === 'content')
    .map(textOf)
}
