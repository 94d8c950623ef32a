import { describe, expect, it } from 'vitest'
import { cases, documentsOf, formats, write } from './cases.js'
import { jsonTexts, type Faults } from './rule.js'
import { descendants, elements, nodesAt, parseXml, textOf, type XmlNode } from './xml-tree.js'

/** What the map of fields says is never written, each as a function over a document. */
const never: readonly (readonly [
  what: string,
  faults: (root: XmlNode) => Faults,
  broken: string,
])[] = [
  [
    'a second alternate',
    (root) =>
      descendants(root).flatMap((node) =>
        alternates(node).length > 1 ? [`${alternates(node).length} in ${node.name}`] : [],
      ),
    '<item><link/><link rel="alternate"/></item>',
  ],
  [
    'an author with a bare name',
    (root) =>
      descendants(root).flatMap((node) =>
        node.name === 'author' && elements(node).length === 0 ? [textOf(node)] : [],
      ),
    '<author>Press office</author>',
  ],
  [
    'dc:date, dc:modified and dc:keyword',
    namesLike(/^dc:(?:date|modified|keyword)$/),
    '<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:modified/></x>',
  ],
  [
    'elements of Media RSS that are errors for the validator',
    namesLike(/^media:(?:status|rights|license|location)$/),
    '<x xmlns:media="http://search.yahoo.com/mrss/"><media:license/></x>',
  ],
  [
    'a file size of 0',
    (root) =>
      descendants(root).flatMap(({ name, attributes }) =>
        attributes['fileSize'] === '0' ? [name] : [],
      ),
    '<content fileSize="0"/>',
  ],
  [
    'an empty element or attribute for an absent value',
    // RFC 5005, section 4: the mark of an archive page is an empty element.
    (root) =>
      descendants(root).flatMap(({ name, children, attributes }) =>
        Object.values(attributes).includes('') ||
        (children.length === 0 && Object.keys(attributes).length === 0 && name !== 'fh:archive')
          ? [name]
          : [],
      ),
    '<title/>',
  ],
  [
    'white space added to a value, or a value beside elements',
    (root) =>
      descendants(root).flatMap((node) => {
        const text = node.children.filter((child) => typeof child === 'string').join('')
        const isValue = elements(node).length === 0
        return (isValue ? text === text.trim() : text.trim() === '') ? [] : [text]
      }),
    '<title>\n  News\n</title>',
  ],
  [
    'undefined, null, NaN or an object as a text',
    (root) =>
      descendants(root).flatMap((node) =>
        [...Object.values(node.attributes), textOf(node)].filter((text) => isLeak(text)),
      ),
    '<ttl>NaN</ttl>',
  ],
]

describe.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
  const documents = documentsOf(each)

  it.each(never)('never has %s', (_what, faults) => {
    expect(faults(parseXml(documents.rss))).toEqual([])
    expect(faults(parseXml(documents.atom))).toEqual([])
  })

  it('has no empty member, white space or leak in JSON Feed', () => {
    const values = jsonTexts(JSON.parse(documents.json)).map(([, value]) => value)
    expect(
      values.filter((value) => value === '' || value !== value.trim() || isLeak(value)),
    ).toEqual([])
    expect(documents.json).not.toMatch(/":(?:null|\{\}|"")/)
  })

  it('never adds a byte order mark, and ends every document in one line feed', () => {
    for (const format of formats) {
      expect(documents[format]).toMatch(/^[<{][^]*[>}]\n$/)
    }
  })
})

it.each(never)('a document with %s is noticed', (_what, faults, broken) => {
  expect(faults(parseXml(broken))).not.toEqual([])
})

describe('the order of an article', () => {
  const [{ input }] = cases

  it('in RSS ends in the pictures', () => {
    const item = nodesAt(parseXml(write(input).rss), 'channel/item[1]')[0]!
    expect(runs(item)).toEqual(
      (
        'title link guid pubDate atom:updated dc:creator category description content:encoded source ' +
        'enclosure atom:link dc:language dc:rights creativeCommons:license dc:identifier dcterms:valid ' +
        'dcterms:replaces georss:point georss:featureName media:content'
      ).split(' '),
    )
  })

  it('in Atom begins with id, title and the alternate link', () => {
    const entry = nodesAt(parseXml(write(input).atom), 'entry[1]')[0]!
    expect(runs(entry)).toEqual(
      (
        'id title link published updated author category summary content link rights link ' +
        'dc:identifier dcterms:valid dcterms:replaces georss:point georss:featureName media:content'
      ).split(' '),
    )
  })
})

function alternates(node: XmlNode): readonly XmlNode[] {
  return elements(node).filter(
    ({ name, attributes }) =>
      /^(?:atom:)?link$/.test(name) &&
      (attributes['rel'] === 'alternate' ||
        (attributes['rel'] === undefined && (node.name === 'entry' || node.name === 'item'))),
  )
}

function namesLike(pattern: RegExp): (root: XmlNode) => Faults {
  return (root) => descendants(root).flatMap(({ name }) => (pattern.test(name) ? [name] : []))
}

function isLeak(text: string): boolean {
  return /^(?:undefined|null|NaN|\[object \w+\])$/.test(text)
}

/** Names of the children, each run of one name once. */
function runs(node: XmlNode): readonly string[] {
  const names = elements(node).map(({ name }) => name)
  return names.filter((name, index) => name !== names[index - 1])
}
