import { selfOf } from '../../fixtures/inputs.js'
import { count, faultsOf, type Faults, type Rule } from '../rule.js'
import { descendants, elements, nodesAt, textOf, valuesAt, type XmlNode } from '../xml-tree.js'

const textConstructs = new Set(['title', 'subtitle', 'summary', 'rights'])

/** R-73, and those of on the feed and on what feed and entries share. */
export const atomFeed: readonly Rule[] = [
  {
    id: 73,
    says: 'has a point of latitude and longitude with a space between',
    rss: pointFaults,
    atom: pointFaults,
    broken: [
      ['rss', '45.75 4.85', '45.75, 4.85'],
      ['atom', '45.75 4.85', '145.75 4.85'],
    ],
  },
  {
    id: 79,
    says: 'has one id, title and updated',
    atom: (root) =>
      ['id', 'title', 'updated'].flatMap((name) => [
        ...count(nodesAt(root, name), 1, 1, name),
        ...faultsOf(valuesAt(root, name), (value) => value.trim() !== '', name),
      ]),
    broken: [
      ['atom', /<updated>.*<\/updated>/, ''],
      ['atom', '<rights>', '<title>Again</title><rights>'],
    ],
  },
  {
    id: 80,
    says: 'has an author of the feed or of every entry',
    atom: (root) =>
      nodesAt(root, 'author').length > 0 ||
      (entriesOf(root).length > 0 &&
        entriesOf(root).every((entry) => nodesAt(entry, 'author').length > 0))
        ? []
        : ['an entry without author'],
    broken: [['atom', /<author>[^]*?<\/author>/g, '']],
  },
  {
    id: 81,
    says: 'has the entries after everything else',
    atom: (root) => {
      const names = elements(root).map(({ name }) => name)
      const first = names.indexOf('entry')
      return first < 0 ? [] : names.slice(first).filter((name) => name !== 'entry')
    },
    broken: [['atom', '</feed>', '<icon>https://newsroom.example/i.png</icon></feed>']],
  },
  {
    id: 87,
    says: 'has text constructs of type text',
    atom: (root) =>
      descendants(root).flatMap((node) =>
        textConstructs.has(node.name) &&
        ((node.attributes['type'] ?? 'text') !== 'text' || elements(node).length > 0)
          ? [node.name]
          : [],
      ),
    broken: [
      ['atom', '<summary type="text">', '<summary type="plain">'],
      ['atom', '<rights>', '<rights><b/>'],
    ],
  },
  {
    id: 88,
    says: 'has people with one name, and a real address if any',
    atom: (root) =>
      [...nodesAt(root, 'author'), ...nodesAt(root, 'entry/author')].flatMap((person) => [
        ...count(nodesAt(person, 'name'), 1, 1, 'names'),
        ...count(nodesAt(person, 'uri'), 0, 1, 'addresses'),
        ...count(nodesAt(person, 'email'), 0, 1, 'e-mail addresses'),
        ...faultsOf(valuesAt(person, 'name'), (name) => /\S/.test(name) && !/\S@\S/.test(name), ''),
        ...faultsOf(valuesAt(person, 'email'), (mail) => /^[^\s@]+@[^\s@]+$/.test(mail), 'e-mail'),
        ...faultsOf(valuesAt(person, 'uri'), (uri) => /^https?:\/\/\S+$/.test(uri), 'uri'),
      ]),
    broken: [
      ['atom', '<name>Press office', '<name>press@newsroom.example'],
      ['atom', '<name>Press office</name>', ''],
      ['atom', '<email>press@newsroom.example', '<email>press(at)newsroom.example'],
    ],
  },
  {
    id: 89,
    says: 'has the term of every category, and an absolute scheme if any',
    atom: (root) =>
      [...nodesAt(root, 'category'), ...nodesAt(root, 'entry/category')].flatMap(
        ({ attributes: { term, scheme } }) => [
          ...faultsOf([term ?? ''], (value) => value !== '', 'term'),
          ...faultsOf([scheme], (value) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(value), 'scheme'),
        ],
      ),
    broken: [
      ['atom', 'term="government" ', ''],
      ['atom', /scheme="[^"]*"/, 'scheme="mediatopic"'],
    ],
  },
  {
    id: 92,
    says: 'links to itself at the address where it is served, and names its language',
    atom: (root) => [
      ...count(
        nodesAt(root, 'link').filter(
          ({ attributes: { rel, href } }) => rel === 'self' && href === selfOf.atom,
        ),
        1,
        1,
        'links rel=self',
      ),
      ...faultsOf([root.attributes['xml:lang'] ?? ''], (tag) => /^[a-z]{2,3}\b/.test(tag), 'lang'),
    ],
    broken: [
      ['atom', 'https://newsroom.example/atom.xml', '/atom.xml'],
      ['atom', 'xml:lang="en"', ''],
    ],
  },
]

function pointFaults(root: XmlNode): Faults {
  return descendants(root).flatMap((node) => {
    if (!node.name.startsWith('georss:')) return []
    if (node.name !== 'georss:point') return node.name === 'georss:featureName' ? [] : [node.name]
    const [, latitude, longitude] = /^(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)$/.exec(textOf(node)) ?? []
    const fits = Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180
    return fits ? [] : [textOf(node)]
  })
}

function entriesOf(root: XmlNode): readonly XmlNode[] {
  return nodesAt(root, 'entry')
}
