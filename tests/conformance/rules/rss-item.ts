import { count, faultsOf, type Faults, type Rule } from '../rule.js'
import { descendants, elements, nodesAt, textOf, valuesAt, type XmlNode } from '../xml-tree.js'

// RSS 2.0, elements of rss, channel, image and item.
const core = new Set(
  (
    'rss channel title link description language copyright managingEditor webMaster pubDate ' +
    'lastBuildDate category generator docs cloud ttl image rating textInput skipHours skipDays item ' +
    'url width height author comments enclosure guid source'
  ).split(' '),
)
const dublinCore = new Set(
  (
    'contributor coverage creator date description format identifier language publisher relation ' +
    'rights source subject title type'
  ).split(' '),
)
const cleanTerms = new Set(
  (
    'issued modified available valid replaces isReplacedBy isVersionOf hasVersion spatial temporal ' +
    'license rightsHolder accessRights audience provenance bibliographicCitation'
  ).split(' '),
)
const twins = [
  ['author', 'dc:creator'],
  ['category', 'dc:subject'],
  ['pubDate', 'dc:date'],
  ['guid', 'atom:id'],
  ['source', 'dc:source'],
] as const
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/
// Declared in every document; the validator minds other namespaces that nothing uses.
const always = new Set(['xmlns', 'xmlns:content', 'xmlns:dc', 'xmlns:media'])

const inXml = (check: NonNullable<Rule['rss']>) => ({ rss: check, atom: check })

/** */
export const rssItem: readonly Rule[] = [
  {
    id: 45,
    says: 'has title, link, guid and pubDate once in every item',
    rss: (root) =>
      itemsOf(root).flatMap((item) =>
        ['title', 'link', 'guid', 'pubDate'].flatMap((name) => [
          ...count(nodesAt(item, name), 1, 1, name),
          ...faultsOf(valuesAt(item, name), (value) => value.trim() !== '', name),
        ]),
      ),
    broken: [
      ['rss', /<title>Tiếng[^<]*<\/title>/, ''],
      ['rss', /<title>Tiếng[^<]*/, '<title>'],
      ['rss', /<pubDate>[^<]*<\/pubDate>/, ''],
    ],
  },
  {
    id: 46,
    says: 'has a guid in every item',
    rss: (root) => itemsOf(root).flatMap((item) => count(valuesAt(item, 'guid'), 1, 1, 'guids')),
    broken: [['rss', /<guid[^>]*>[^<]*<\/guid>/, '']],
  },
  {
    id: 47,
    says: 'has the description before the content, and both before the pictures',
    rss: (root) =>
      itemsOf(root).flatMap((item) => {
        const order = elements(item).map(({ name }) =>
          ['description', 'content:encoded'].indexOf(name.replace(/^media:.*/, '')),
        )
        const media = elements(item).findIndex(({ name }) => name.startsWith('media:'))
        const last = Math.max(order.indexOf(0), order.indexOf(1))
        return [
          ...(order.includes(0) && order.indexOf(0) > order.indexOf(1) ? ['content first'] : []),
          ...(media >= 0 && media < last ? ['media first'] : []),
        ]
      }),
    broken: [
      ['rss', /(<description>The plant.*?<\/description>)\s*(<content:encoded>.*)/, '$2$1'],
      ['rss', '<description>The plant', '<media:credit>x</media:credit><description>The plant'],
    ],
  },
  {
    id: 48,
    says: 'has url, length and media type on an enclosure',
    rss: (root) =>
      nodesAt(root, 'channel/item/enclosure').flatMap(({ attributes: { url, length, type } }) => [
        ...faultsOf([url ?? ''], (value) => /^https?:\/\//.test(value), 'url'),
        ...faultsOf([length ?? ''], (value) => /^\d+$/.test(value), 'length'),
        ...faultsOf([type ?? ''], (value) => mediaType.test(value), 'type'),
      ]),
    broken: [
      ['rss', 'length="4096"', 'length="-1"'],
      ['rss', 'length="4096"', ''],
      ['rss', /(<enclosure .*)type="[^"]*"/, '$1type="pdf"'],
    ],
  },
  {
    id: 49,
    says: 'has at most one enclosure an item',
    rss: (root) =>
      itemsOf(root).flatMap((item) => count(nodesAt(item, 'enclosure'), 0, 1, 'enclosures')),
    broken: [['rss', /(<enclosure [^>]*>)/, '$1$1']],
  },
  {
    id: 50,
    says: 'has the address of a feed on a source',
    rss: (root) =>
      nodesAt(root, 'channel/item/source').flatMap(({ attributes }) =>
        /^https?:\/\//.test(attributes['url'] ?? '') ? [] : ['a source without url'],
      ),
    broken: [['rss', /<source url="[^"]*"/, '<source']],
  },
  {
    id: 51,
    says: 'has no core element beside its Dublin Core twin in an item',
    rss: (root) =>
      itemsOf(root).flatMap((item) => {
        const names = new Set(elements(item).map(({ name }) => name))
        return twins.flatMap(([first, second]) =>
          names.has(first) && names.has(second) ? [`${first} and ${second}`] : [],
        )
      }),
    broken: [
      ['rss', '<dc:creator>', '<author>a@b.example (A)</author><dc:creator>'],
      ['rss', '<dc:creator>', '<dc:date>2026-03-02</dc:date><dc:creator>'],
      ['rss', '<dc:creator>', '<dc:subject>plants</dc:subject><dc:creator>'],
    ],
  },
  {
    id: 52,
    says: 'has no element without a namespace but those of RSS',
    rss: (root) =>
      faultsOf(
        descendants(root).flatMap(({ uri, name }) => (uri === '' ? [name] : [])),
        (name) => core.has(name),
        'element',
      ),
    broken: [['rss', '<dc:creator>', '<updated>2026-03-02T08:00:00Z</updated><dc:creator>']],
  },
  {
    id: 53,
    says: 'has only names of Dublin Core 1.1 with the prefix dc',
    ...inXml((root) => namesWith('dc', root, dublinCore)),
    broken: [
      ['rss', '<dc:creator>', '<dc:modified>2026-03-03</dc:modified><dc:creator>'],
      ['atom', '<dc:identifier>', '<dc:keyword>plants</dc:keyword><dc:identifier>'],
    ],
  },
  {
    id: 54,
    says: 'has only those Dublin Core terms that the validator knows',
    ...inXml((root) => namesWith('dcterms', root, cleanTerms)),
    broken: [
      ['rss', '<dcterms:valid>', '<dcterms:source>x</dcterms:source><dcterms:valid>'],
      [
        'atom',
        /<dcterms:valid>(.*)<\/dcterms:valid>/,
        '<dcterms:identifier>$1</dcterms:identifier>',
      ],
    ],
  },
  {
    id: 55,
    says: 'has of Atom only link, id, updated and published in an item',
    rss: (root) =>
      faultsOf(
        itemsOf(root).flatMap((item) => elements(item).map(({ name }) => name)),
        (name) => !name.startsWith('atom:') || /^atom:(?:link|id|updated|published)$/.test(name),
        'element',
      ),
    broken: [['rss', '<dc:creator>', '<atom:rights>©</atom:rights><dc:creator>']],
  },
  {
    id: 56,
    says: 'declares further namespaces only where they are used',
    ...inXml((root) => {
      const used = new Set(descendants(root).map(({ uri }) => uri))
      return Object.entries(root.attributes).flatMap(([name, uri]) =>
        name.startsWith('xmlns') && !always.has(name) && !used.has(uri) ? [`${name}="${uri}"`] : [],
      )
    }),
    broken: [
      ['rss', ' xmlns:dc=', ' xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:dc='],
      ['rss', /<georss:[^]*?<media/, '<media'],
      ['atom', ' xmlns:dc=', ' xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:dc='],
    ],
  },
]

function itemsOf(root: XmlNode): readonly XmlNode[] {
  return nodesAt(root, 'channel/item')
}

function namesWith(prefix: string, root: XmlNode, known: ReadonlySet<string>): Faults {
  return descendants(root).flatMap((node) =>
    node.name.startsWith(`${prefix}:`) && !known.has(node.name.slice(prefix.length + 1))
      ? [`${node.name}: ${textOf(node)}`]
      : [],
  )
}
