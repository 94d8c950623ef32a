import { count, faultsOf, type Rule } from '../rule.js'
import { descendants, nodesAt, valuesAt, type XmlNode } from '../xml-tree.js'

const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/
// The relations that the validator knows.
const relations = new Set(
  (
    'alternate related self enclosure via hub license replies service up payment search ' +
    'current prev-archive next-archive'
  ).split(' '),
)

/** Those of on entries. */
export const atomEntry: readonly Rule[] = [
  {
    id: 82,
    says: 'has one id, title and updated in an entry, and no part twice',
    atom: (root) =>
      entriesOf(root).flatMap((entry) => [
        ...['id', 'title', 'updated'].flatMap((name) => count(nodesAt(entry, name), 1, 1, name)),
        ...['published', 'rights', 'source', 'summary', 'content'].flatMap((name) =>
          count(nodesAt(entry, name), 0, 1, name),
        ),
      ]),
    broken: [
      ['atom', /(<summary .*<\/summary>)/, '$1$1'],
      ['atom', /<title type="text">.*<\/title>/, ''],
    ],
  },
  {
    id: 83,
    says: 'has content or an alternate link in every entry',
    atom: (root) =>
      entriesOf(root).flatMap((entry) =>
        nodesAt(entry, 'content').length > 0 || alternates(entry).length > 0 ? [] : ['neither'],
      ),
    broken: [['atom', /<entry>[^]*<\/entry>/, '<entry><id>tag:a.example,2026:1</id></entry>']],
  },
  {
    id: 84,
    says: 'has a summary or content in every entry',
    atom: (root) =>
      entriesOf(root).flatMap((entry) =>
        ['content', 'summary'].some((name) => valuesAt(entry, name).some((text) => text !== ''))
          ? []
          : ['neither'],
      ),
    broken: [['atom', /<summary type="text">We .*<\/summary>\s*<content.*<\/content>/, '']],
  },
  {
    id: 85,
    says: 'has exactly one alternate link in every entry, before all other links',
    atom: (root) =>
      entriesOf(root).flatMap((entry) => [
        ...count(alternates(entry), 1, 1, 'alternates'),
        ...faultsOf(
          nodesAt(entry, 'link[1]').map(({ attributes }) => attributes['rel']),
          (rel) => rel === 'alternate',
          'first link',
        ),
      ]),
    broken: [
      ['atom', 'rel="related"', 'rel="alternate"'],
      ['atom', 'rel="enclosure"', ''],
      [
        'atom',
        /(<link rel="alternate" [^>]*hreflang[^>]*>)/,
        '<link rel="via" href="https://a.example/"/>$1',
      ],
    ],
  },
  {
    id: 86,
    says: 'has content of type html, none of it elsewhere',
    atom: (root) =>
      nodesAt(root, 'entry/content').flatMap(({ attributes }) => [
        ...faultsOf([attributes['type'] ?? ''], (type) => type === 'html', 'type'),
        ...('src' in attributes ? ['content elsewhere'] : []),
      ]),
    broken: [
      ['atom', '<content type="html">', '<content>'],
      ['atom', '<content type="html">', '<content type="html" src="https://a.example/">'],
    ],
  },
  {
    id: 90,
    says: 'has the address of every link, with a relation that the validator knows',
    atom: (root) =>
      descendants(root).flatMap(({ name, attributes: { href, rel } }) =>
        name === 'link'
          ? [
              ...faultsOf([href ?? ''], (value) => value !== '', 'href'),
              ...faultsOf([rel ?? 'alternate'], (value) => relations.has(value), 'rel'),
            ]
          : [],
      ),
    broken: [
      ['atom', /(rel="via"[^>]*) href="[^"]*"/, '$1'],
      ['atom', 'rel="related"', 'rel="canonical"'],
      ['atom', 'rel="via"', 'rel="predecessor-version"'],
    ],
  },
  {
    id: 91,
    says: 'has the media type of an enclosure, and its length where that is known',
    atom: (root) =>
      nodesAt(root, 'entry/link').flatMap(({ attributes: { rel, type, length } }) =>
        rel === 'enclosure'
          ? [
              ...faultsOf([type ?? ''], (value) => mediaType.test(value), 'type'),
              ...faultsOf([length], (value) => /^[1-9]\d*$/.test(value), 'length'),
            ]
          : [],
      ),
    broken: [
      ['atom', 'length="4096"', 'length="0"'],
      ['atom', 'type="application/pdf" length', 'length'],
    ],
  },
]

function entriesOf(root: XmlNode): readonly XmlNode[] {
  return nodesAt(root, 'entry')
}

// A link without rel is an alternate (RFC 4287 section 4.2.7.2).
function alternates(entry: XmlNode): readonly XmlNode[] {
  return nodesAt(entry, 'link').filter(
    ({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate',
  )
}
