import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { faultsOf, jsonTexts, repeated, type Faults, type Rule } from '../rule.js'
import { descendants, nodesAt, textOf, valuesAt, type XmlNode } from '../xml-tree.js'

// RFC 3986, absolute, ASCII, with a host: a name in lower case or an IPv6 address.
const address =
  /^https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d+)?(?:\/(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$/
const uri = /^[a-z][a-z0-9+.-]*:(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9A-Fa-f]{2})+$/i
const addressElements = new Set(
  'url uri logo icon creativeCommons:license dcterms:license'.split(' '),
)
const addressMembers = new Set(
  'url home_page_url feed_url external_url image banner_image icon favicon about link feed license scheme'.split(
    ' ',
  ),
)

/** R-13 to R-23. */
export const addresses: readonly Rule[] = [
  {
    id: 13,
    says: 'writes every address absolute, valid and in ASCII',
    rss: (root) => faultsOf(addressesIn(root), isAddress, 'address'),
    atom: (root) => faultsOf(addressesIn(root), isAddress, 'address'),
    json: (feed) =>
      faultsOf(
        jsonTexts(feed).flatMap(([name, value]) => (addressMembers.has(name) ? [value] : [])),
        isAddress,
        'address',
      ),
    broken: [
      ['rss', '<link>https://newsroom.example/2026', '<link>/2026'],
      ['rss', 'content url="https://newsroom.example/img/lead', 'content url="https://a.example/é'],
      ['rss', 'url="https://newsroom.example/img/', 'url="https://NEWSROOM.example/img/'],
      ['atom', 'https://newsroom.example/icon.png', 'https://newsroom.example/i con.png'],
      ['atom', '/vi/nha-may-thu-hai', '/vi/100%'],
      ['json', '"icon":"https://newsroom.example', '"icon":"//newsroom.example'],
    ],
  },
  {
    id: 14,
    says: 'has a path after the host of an enclosure',
    rss: (root) =>
      faultsOf(
        valuesAt(root, 'channel/item/enclosure@url'),
        (value) => /^https?:\/\/[^/?#]+(?:\/|$)/.test(value),
        'enclosure',
      ),
    broken: [['rss', /<enclosure url="[^"]+"/, '<enclosure url="https://newsroom.example?1"']],
  },
  {
    id: 15,
    says: 'claims a permalink only for a full address',
    rss: (root) =>
      nodesAt(root, 'channel/item/guid').flatMap((guid) =>
        guid.attributes['isPermaLink'] === 'false' || address.test(textOf(guid))
          ? []
          : [textOf(guid)],
      ),
    broken: [
      ['rss', ' isPermaLink="false"', ' isPermaLink="true"'],
      ['rss', ' isPermaLink="false"', ''],
    ],
  },
  {
    id: 16,
    says: 'writes isPermaLink as true or false',
    rss: (root) =>
      faultsOf(
        valuesAt(root, 'channel/item/guid@isPermaLink'),
        (value) => value === 'true' || value === 'false',
        'isPermaLink',
      ),
    broken: [['rss', 'isPermaLink="false"', 'isPermaLink="no"']],
  },
  {
    id: 17,
    says: 'uses no id twice',
    rss: (root) => repeated(valuesAt(root, 'channel/item/guid')),
    atom: (root) => repeated([...valuesAt(root, 'id'), ...valuesAt(root, 'entry/id')]),
    json: (feed) => repeated(feed.items.map(({ id }) => String(id))),
    broken: (['rss', 'atom', 'json'] as const).map((format) => [
      format,
      /urn:uuid:[0-9a-f-]+/,
      'tag:newsroom.example,2026:second-plant',
    ]),
  },
  {
    id: 18,
    says: 'has no guid of a few digits',
    rss: (root) =>
      faultsOf(valuesAt(root, 'channel/item/guid'), (id) => !/^\d{1,8}$/.test(id), 'guid'),
    broken: [['rss', /urn:uuid:[0-9a-f-]+/, '4711']],
  },
  {
    id: 19,
    says: 'has URIs without white space for ids',
    atom: (root) => faultsOf(idsIn(root), (id) => uri.test(id), 'id'),
    broken: [
      ['atom', '<id>tag', '<id> tag'],
      ['atom', ':second-plant</id>', ':zweite-fabrik–</id>'],
    ],
  },
  {
    id: 20,
    says: 'has ids in canonical form',
    atom: (root) =>
      faultsOf(
        idsIn(root),
        (id) => !/^https?:/i.test(id) || /^https?:\/\/[^/?#A-Z]*(?:[/?#]|$)/.test(id),
        'id',
      ),
    broken: [
      ['atom', /urn:uuid:[0-9a-f-]+/, 'HTTP://newsroom.example/'],
      ['atom', /urn:uuid:[0-9a-f-]+/, 'http://Newsroom.example/'],
    ],
  },
  {
    id: 21,
    says: 'has real tag: and urn:uuid: URIs',
    rss: (root) => faultsOf(valuesAt(root, 'channel/item/guid'), keepsItsScheme, 'guid'),
    atom: (root) => faultsOf(idsIn(root), keepsItsScheme, 'id'),
    json: (feed) =>
      faultsOf(
        feed.items.map(({ id }) => String(id)),
        keepsItsScheme,
        'id',
      ),
    broken: [
      ['rss', 'tag:newsroom.example,2026:', 'tag:newsroom.example:'],
      ['rss', /urn:uuid:[0-9a-f]+/, 'urn:uuid:xyz'],
      ['atom', 'tag:newsroom.example,2026:', 'tag:newsroom.example,26:'],
      ['json', /urn:uuid:[0-9a-f]+/, 'urn:uuid:1'],
    ],
  },
  {
    id: 22,
    says: 'has no relative address in a body',
    rss: (root) => valuesAt(root, 'channel/item/content:encoded').flatMap(relativeAddresses),
    atom: (root) => valuesAt(root, 'entry/content').flatMap(relativeAddresses),
    json: (feed) =>
      feed.items.flatMap((item) => relativeAddresses(String(item['content_html'] ?? ''))),
    broken: [
      ['rss', '<a href="https://newsroom.example', '<a href="'],
      ['atom', '<img src="https://newsroom.example', '<img src="'],
      ['json', '<img src=\\"https:', '<img src=\\"'],
    ],
  },
  {
    id: 23,
    says: 'has no campaign parameters in a link',
    rss: (root) => faultsOf(valuesAt(root, 'channel/item/link'), withoutCampaign, 'link'),
    atom: (root) => faultsOf(valuesAt(root, 'entry/link@href'), withoutCampaign, 'link'),
    json: (feed) =>
      faultsOf(
        feed.items.map(({ url }) => String(url)),
        withoutCampaign,
        'link',
      ),
    broken: [
      ['rss', '?lang=en', '?utm_source=feed'],
      ['atom', '?lang=en', '?lang=en&amp;fbclid=1'],
      ['json', '?lang=en', '?utm_medium=json'],
    ],
  },
]

function addressesIn(root: XmlNode): readonly string[] {
  return descendants(root).flatMap((node) => [
    ...(addressElements.has(node.name) || (node.name === 'link' && root.name === 'rss')
      ? [textOf(node)]
      : []),
    ...['url', 'href', 'scheme', 'domain', 'uri'].flatMap((name) => node.attributes[name] ?? []),
  ])
}

// ISO 6166 has no page, but a name (RFC 5141); a scheme is a name (RFC 4287, section 4.2.2.2).
function isAddress(value: string): boolean {
  return address.test(value) || value === 'urn:iso:std:iso:6166'
}

function idsIn(root: XmlNode): readonly string[] {
  return [...valuesAt(root, 'id'), ...valuesAt(root, 'entry/id')]
}

// RFC 4151 and RFC 4122.
function keepsItsScheme(id: string): boolean {
  if (/^tag:/i.test(id)) return /^tag:[\w.@-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:[^\s#]*$/.test(id)
  if (!/^urn:uuid:/i.test(id)) return true
  return /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(
    id,
  )
}

function withoutCampaign(link: string): boolean {
  return !/[?&](?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|msclkid)=/i.test(link)
}

function relativeAddresses(html: string): Faults {
  const found: string[] = []
  const look = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        const holdsOne = ['href', 'src', 'cite', 'poster', 'longdesc'].includes(name)
        if (holdsOne && !/^(?:https?:\/\/|mailto:|tel:)[^/]/i.test(value)) found.push(value)
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(look)
  }
  look(parseFragment(html))
  return found
}
