import { count, faultsOf, type Rule } from '../rule.js'
import { descendants, nodesAt, textOf, type XmlNode } from '../xml-tree.js'

const namespace = 'http://search.yahoo.com/mrss/'
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/
const markup = /<\/?(?:a|b|br|em|i|p|small|span|strong)(?:\s[^<>]*)?\/?>/i

const inXml = (check: NonNullable<Rule['rss']>) => ({ rss: check, atom: check })

/** Those of R-58 to R-72 that the documents' Media RSS can break; never.ts has the others. */
export const media: readonly Rule[] = [
  {
    id: 58,
    says: 'has the namespace of Media RSS with its slash',
    ...inXml((root) =>
      faultsOf(
        [...Object.values(root.attributes), ...descendants(root).map(({ uri }) => uri)],
        (uri) => !uri.includes('yahoo') || uri === namespace,
        'namespace',
      ),
    ),
    broken: [
      ['rss', 'http://search.yahoo.com/mrss/', 'http://search.yahoo.com/rss'],
      ['atom', 'http://search.yahoo.com/mrss/', 'http://search.yahoo.com/mrss'],
    ],
  },
  {
    id: 60,
    says: 'has a medium of Media RSS',
    ...inXml((root) =>
      faultsOf(
        attributesOf(root, 'medium'),
        (value) => /^(?:image|audio|video|document|executable)$/.test(value),
        'medium',
      ),
    ),
    broken: [
      ['rss', 'medium="image"', 'medium="photo"'],
      ['atom', 'medium="document"', 'medium="application"'],
    ],
  },
  {
    id: 62,
    says: 'has sizes that are positive whole numbers and a duration that is a number',
    ...inXml((root) => [
      ...['fileSize', 'width', 'height'].flatMap((name) =>
        faultsOf(attributesOf(root, name), (value) => /^[1-9]\d*$/.test(value), name),
      ),
      ...['duration', 'bitrate', 'framerate'].flatMap((name) =>
        faultsOf(attributesOf(root, name), (value) => /^\d+(?:\.\d+)?$/.test(value), name),
      ),
    ]),
    broken: [
      ['rss', 'fileSize="123456"', 'fileSize="0"'],
      ['rss', '"true" width="1200"', '"true" width="undefined"'],
      ['atom', 'duration="61"', 'duration="1:01"'],
    ],
  },
  {
    id: 63,
    says: 'has isDefault true or false, on one picture an article',
    ...inXml((root) => [
      ...faultsOf(attributesOf(root, 'isDefault'), (value) => /^(?:true|false)$/.test(value), ''),
      ...articlesOf(root).flatMap((article) =>
        count(
          nodesAt(article, 'media:content').filter(({ attributes }) => 'isDefault' in attributes),
          0,
          1,
          'defaults',
        ),
      ),
    ]),
    broken: [
      ['rss', 'isDefault="true"', 'isDefault="yes"'],
      ['atom', /medium="image" width="640"/, 'medium="image" isDefault="true" width="640"'],
    ],
  },
  {
    id: 64,
    says: 'has valid media types and full addresses',
    ...inXml((root) => [
      ...faultsOf(
        contents(root).map(({ attributes }) => attributes['type']),
        (type) => mediaType.test(type),
        'type',
      ),
      ...faultsOf(attributesOf(root, 'url'), (url) => /^https?:\/\/[^/]+\//.test(url), 'url'),
    ]),
    broken: [
      ['rss', 'type="audio/mpeg"', 'type="mp3"'],
      ['atom', 'content url="https://newsroom.example/img', 'content url="/img'],
    ],
  },
  {
    id: 65,
    says: 'has the address of a thumbnail',
    ...inXml((root) =>
      descendants(root).flatMap(({ name, attributes }) =>
        name === 'media:thumbnail' && !attributes['url'] ? ['a thumbnail without url'] : [],
      ),
    ),
    broken: [
      ['rss', /<media:thumbnail url="[^"]*"/, '<media:thumbnail'],
      ['atom', /<media:thumbnail url="[^"]*"/, '<media:thumbnail url=""'],
    ],
  },
  {
    id: 66,
    says: 'declares captions as plain text, and so they are',
    ...inXml((root) =>
      descendants(root).flatMap((node) => {
        if (!/^media:(?:title|description|text)$/.test(node.name)) return []
        const known = /^(?:plain|html)$/.test(node.attributes['type'] ?? '')
        return known && !markup.test(textOf(node)) ? [] : [textOf(node)]
      }),
    ),
    broken: [
      ['rss', '<media:description type="plain">', '<media:description type="text">'],
      ['atom', 'plain">The hall', 'plain">The &#x3C;b&#x3E;hall&#x3C;/b&#x3E;'],
    ],
  },
  {
    id: 67,
    says: 'has no role of a credit but in lower case',
    ...inXml((root) =>
      faultsOf(attributesOf(root, 'role'), (role) => role === role.toLowerCase(), 'role'),
    ),
    broken: [['rss', '<media:credit>', '<media:credit role="Photographer">']],
  },
  {
    id: 70,
    says: 'has one title, description and copyright a picture at most',
    ...inXml((root) =>
      descendants(root).flatMap((node) =>
        ['title', 'description', 'copyright'].flatMap((name) =>
          count(nodesAt(node, `media:${name}`), 0, 1, `media:${name}`),
        ),
      ),
    ),
    broken: [
      ['rss', /(<media:title .*<\/media:title>)/, '$1$1'],
      ['atom', /(<media:description .*<\/media:description>)/, '$1$1'],
    ],
  },
  {
    id: 72,
    says: 'has the address of every picture',
    ...inXml((root) =>
      contents(root).flatMap(({ attributes }) => (attributes['url'] ? [] : ['no address'])),
    ),
    broken: [['rss', /<media:content url="[^"]*"/, '<media:content']],
  },
]

function articlesOf(root: XmlNode): readonly XmlNode[] {
  return [...nodesAt(root, 'channel/item'), ...nodesAt(root, 'entry')]
}

function contents(root: XmlNode): readonly XmlNode[] {
  return descendants(root).filter(({ name }) => name === 'media:content')
}

function attributesOf(root: XmlNode, attribute: string): readonly string[] {
  return descendants(root).flatMap(({ name, attributes }) =>
    name.startsWith('media:') ? (attributes[attribute] ?? []) : [],
  )
}
