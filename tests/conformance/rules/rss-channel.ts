import { selfOf } from '../../fixtures/inputs.js'
import { count, faultsOf, type Rule } from '../rule.js'
import { elements, nodesAt, valuesAt, type XmlNode } from '../xml-tree.js'

const mailAndName = /^[^\s@()]+@[^\s@()]+\.[^\s@()]+ \([^()]+\)$/
const twins = [
  ['copyright', 'dc:rights'],
  ['language', 'dc:language'],
  ['managingEditor', 'dc:creator'],
  ['webMaster', 'dc:publisher'],
  ['pubDate', 'dc:date'],
  ['lastBuildDate', 'dcterms:modified'],
  ['category', 'dc:subject'],
] as const

/** */
export const rssChannel: readonly Rule[] = [
  {
    id: 33,
    says: 'has title, link and description once each, and a title that can be read',
    rss: (root) => [
      ...['title', 'link', 'description'].flatMap((name) =>
        count(nodesAt(root, `channel/${name}`), 1, 1, name),
      ),
      ...faultsOf(valuesAt(root, 'channel/title'), (title) => title.trim() !== '', 'title'),
    ],
    broken: [
      ['rss', /<title>[^<]+/, '<title> '],
      ['rss', /<description>[^<]+<\/description>/, ''],
      ['rss', '<language>', '<link>https://newsroom.example/</link><language>'],
    ],
  },
  {
    id: 34,
    says: 'is version 2.0 with one channel',
    rss: (root) => [
      ...faultsOf(valuesAt(root, '@version'), (version) => version === '2.0', 'version'),
      ...count(elements(root), 1, 1, 'children of rss'),
      ...count(nodesAt(root, 'channel'), 1, 1, 'channels'),
    ],
    broken: [
      ['rss', 'version="2.0"', 'version="0.92"'],
      ['rss', '</rss>', '<channel/></rss>'],
    ],
  },
  {
    id: 35,
    says: 'names its language',
    rss: (root) => count(valuesAt(root, 'channel/language'), 1, 1, 'languages'),
    broken: [['rss', '<language>en</language>', '']],
  },
  {
    id: 36,
    says: 'links to itself at the address where it is served',
    rss: (root) => {
      const self = nodesAt(root, 'channel/atom:link').filter(
        ({ attributes }) => attributes['rel'] === 'self',
      )
      return [
        ...count(self, 1, 1, 'links rel=self'),
        ...self.flatMap(({ attributes: { href, type } }) =>
          href === selfOf.rss && type === 'application/rss+xml' ? [] : [`${href} ${type}`],
        ),
      ]
    },
    broken: [
      ['rss', 'rel="self"', 'rel="related"'],
      ['rss', 'https://newsroom.example/rss.xml', '/rss.xml'],
      ['rss', 'application/rss+xml', 'application/atom+xml'],
    ],
  },
  {
    id: 37,
    says: 'has the items after everything else',
    rss: (root) => {
      const names = elements(channelOf(root)).map(({ name }) => name)
      const first = names.indexOf('item')
      return first < 0 ? [] : names.slice(first).filter((name) => name !== 'item')
    },
    broken: [['rss', '</channel>', '<ttl>60</ttl></channel>']],
  },
  {
    id: 38,
    says: 'has an image of url, title and link within 144 by 400',
    rss: (root) => [
      ...nodesAt(root, 'channel/image').flatMap((image) =>
        ['url', 'title', 'link'].flatMap((name) => count(nodesAt(image, name), 1, 1, name)),
      ),
      ...faultsOf(valuesAt(root, 'channel/image/width'), isWithin(144), 'width'),
      ...faultsOf(valuesAt(root, 'channel/image/height'), isWithin(400), 'height'),
    ],
    broken: [
      ['rss', '<width>144', '<width>145'],
      ['rss', '<height>72', '<height>0'],
      ['rss', /<image>\s*<url>[^<]*<\/url>/, '<image>'],
    ],
  },
  {
    id: 39,
    says: 'has a GIF, JPEG or PNG with the title and link of the channel',
    rss: (root) => [
      ...faultsOf(
        valuesAt(root, 'channel/image/url'),
        (url) => /\.(?:gif|jpe?g|png)$/i.test(url),
        'image',
      ),
      ...['title', 'link'].flatMap((name) =>
        faultsOf(
          valuesAt(root, `channel/image/${name}`),
          (value) => value === valuesAt(root, `channel/${name}`)[0],
          name,
        ),
      ),
    ],
    broken: [
      ['rss', 'logo.png', 'logo.svg'],
      ['rss', /logo.png<\/url>\s*<title>/, 'logo.png</url><title>The '],
    ],
  },
  {
    id: 40,
    says: 'names people only with an e-mail address',
    rss: (root) =>
      ['channel/managingEditor', 'channel/webMaster', 'channel/item/author'].flatMap((place) =>
        faultsOf(valuesAt(root, place), (value) => mailAndName.test(value), place),
      ),
    broken: [
      ['rss', 'press@newsroom.example (Press office)', 'Press office'],
      ['rss', '<dc:creator>Press office</dc:creator>', '<author>Press office</author>'],
    ],
  },
  {
    id: 41,
    says: 'has a positive whole number of minutes as ttl, and no hours or days to skip',
    rss: (root) => [
      ...count(nodesAt(root, 'channel/ttl'), 0, 1, 'ttl'),
      ...faultsOf(valuesAt(root, 'channel/ttl'), (ttl) => /^[1-9]\d*$/.test(ttl), 'ttl'),
      ...count(nodesAt(root, 'channel/skipHours'), 0, 0, 'skipHours'),
      ...count(nodesAt(root, 'channel/skipDays'), 0, 0, 'skipDays'),
    ],
    broken: [
      ['rss', '<ttl>60', '<ttl>0'],
      ['rss', '<ttl>60', '<ttl>1.5'],
      ['rss', '<ttl>', '<skipDays><day>Montag</day></skipDays><ttl>'],
    ],
  },
  {
    id: 44,
    says: 'has no core element beside its Dublin Core twin',
    rss: (root) => {
      const names = new Set(elements(channelOf(root)).map(({ name }) => name))
      return twins.flatMap(([core, twin]) =>
        names.has(core) && names.has(twin) ? [`${core} and ${twin}`] : [],
      )
    },
    broken: [
      ['rss', '<ttl>', '<dc:language>en</dc:language><ttl>'],
      ['rss', '<ttl>', '<dc:rights>©</dc:rights><ttl>'],
    ],
  },
]

function channelOf(root: XmlNode): XmlNode {
  return nodesAt(root, 'channel')[0]!
}

function isWithin(most: number): (value: string) => boolean {
  return (value) => /^[1-9]\d*$/.test(value) && Number(value) <= most
}
