/** Where each field of the input arrives in each format, as the project's map of fields has it. */
import { version } from '../../package.json' with { type: 'json' }
import type { Format } from './rule.js'

/** Values by place: a path of `xml-tree.ts` in RSS and Atom, members joined by dots in JSON Feed. */
export type Values = Readonly<Record<string, readonly unknown[]>>

/** What becomes of a field of the input `full`. */
export interface FieldRow {
  /** Members joined by dots: `articles.0.title`. */
  readonly field: string
  /** Where it arrives; a place with an empty list is one where nothing may stand. */
  readonly arrives: Readonly<Record<Format, Values>>
  /** What stands at these places when the field is not given. Default: nothing. */
  readonly otherwise?: Partial<Readonly<Record<Format, Values>>>
  /** Findings when it is not given: code and path. Default: none. */
  readonly missing?: readonly string[]
  /** Values that are wrong, each with the code of the finding. */
  readonly wrong: readonly (readonly [value: unknown, code: string, path?: string])[]
}

const title = 'Newsroom of the Ministry – “News & more”'
const home = 'https://newsroom.example/'

/** The feed's own fields. */
export const feedFields: readonly FieldRow[] = [
  {
    field: 'title',
    arrives: {
      rss: { 'channel/title': [title], 'channel/image/title': [title] },
      atom: { title: [title] },
      json: { title: [title] },
    },
    missing: ['missing-field title'],
    wrong: [[5, 'wrong-type']],
  },
  {
    field: 'link',
    arrives: {
      rss: { 'channel/link': [home], 'channel/image/link': [home] },
      atom: { 'link{rel=alternate}@href': [home], 'link{rel=alternate}@type': ['text/html'] },
      json: { home_page_url: [home] },
    },
    missing: ['missing-field link'],
    wrong: [
      ['/news', 'relative-address'],
      ['javascript:alert(1)', 'address-scheme'],
      ['https://', 'invalid-address'],
      [['https://newsroom.example/'], 'wrong-type'],
    ],
  },
  {
    field: 'description',
    arrives: {
      rss: {
        'channel/description': ['Press releases, statements and pictures <free of charge>'],
      },
      atom: { subtitle: ['Press releases, statements and pictures <free of charge>'] },
      json: { description: ['Press releases, statements and pictures <free of charge>'] },
    },
    missing: ['missing-field description'],
    wrong: [[true, 'wrong-type']],
  },
  {
    field: 'id',
    arrives: {
      rss: { 'channel/guid': [] },
      atom: { id: ['tag:newsroom.example,2026:feed'] },
      json: { id: [] },
    },
    otherwise: { atom: { id: ['https://newsroom.example/atom.xml'] } },
    wrong: [
      ['no uri', 'invalid-id'],
      [7, 'wrong-type'],
    ],
  },
  {
    field: 'language',
    arrives: {
      rss: { 'channel/language': ['en'] },
      atom: { '@xml:lang': ['en'] },
      json: { language: ['en'] },
    },
    missing: ['missing-field language'],
    wrong: [
      ['english', 'invalid-language'],
      ['en_GB', 'invalid-language'],
      [1, 'wrong-type'],
    ],
  },
  {
    field: 'updated',
    arrives: {
      rss: { 'channel/lastBuildDate': ['Fri, 20 Mar 2026 10:00:00 +0000'] },
      atom: { updated: ['2026-03-20T10:00:00Z'] },
      json: { updated: [] },
    },
    otherwise: {
      rss: { 'channel/lastBuildDate': ['Tue, 03 Mar 2026 17:30:00 +0000'] },
      atom: { updated: ['2026-03-03T17:30:00Z'] },
    },
    wrong: [
      ['20 March', 'unreadable-date'],
      ['2026-02-30', 'impossible-date'],
      [new Date(Number.NaN), 'wrong-type'],
      [1772442000, 'wrong-type'],
    ],
  },
  {
    field: 'timeZone',
    arrives: {
      rss: { 'channel/item[2]/pubDate': ['Sat, 28 Feb 2026 23:00:00 +0000'] },
      atom: { 'entry[2]/published': ['2026-02-28T23:00:00Z'] },
      json: { 'items.1.date_published': ['2026-02-28T23:00:00Z'] },
    },
    missing: ['date-without-zone articles[0].updated'],
    wrong: [
      ['Europe/Atlantis', 'invalid-time-zone'],
      [1, 'wrong-type'],
    ],
  },
  {
    field: 'hub',
    arrives: {
      rss: {
        'channel/atom:link{rel=hub}@href': ['https://hub.example/', 'https://second-hub.example/'],
      },
      atom: { 'link{rel=hub}@href': ['https://hub.example/', 'https://second-hub.example/'] },
      json: {
        hubs: [
          [
            { type: 'WebSub', url: 'https://hub.example/' },
            { type: 'WebSub', url: 'https://second-hub.example/' },
          ],
        ],
      },
    },
    wrong: [
      ['hub', 'relative-address'],
      [['mailto:hub@newsroom.example'], 'address-scheme', 'hub[0]'],
      [{}, 'wrong-type'],
    ],
  },
  {
    field: 'authors',
    arrives: {
      rss: {
        'channel/managingEditor': ['press@newsroom.example (Press office)'],
        'channel/dc:creator': [],
      },
      atom: {
        'author/name': ['Press office', 'Spokesperson of the Ministry'],
        'author/uri': ['https://newsroom.example/press'],
        'author/email': ['press@newsroom.example'],
      },
      json: {
        authors: [
          [
            { name: 'Press office', url: 'https://newsroom.example/press' },
            { name: 'Spokesperson of the Ministry' },
          ],
        ],
      },
    },
    otherwise: { atom: { 'author/name': [title], 'author/uri': [home] } },
    wrong: [
      ['Press office', 'wrong-type'],
      [[{ url: '/press' }], 'missing-field', 'authors[0].name'],
      [[''], 'missing-field', 'authors[0]'],
      [[{ name: 'A', email: 'a at b' }], 'invalid-email', 'authors[0].email'],
      [[{ name: 'A', url: 'tel:1' }], 'address-scheme', 'authors[0].url'],
    ],
  },
  {
    field: 'copyright',
    arrives: {
      rss: { 'channel/copyright': ['© 2026 The Ministry'], 'channel/dc:rights': [] },
      atom: { rights: ['© 2026 The Ministry'] },
      json: { '_press.copyright': ['© 2026 The Ministry'] },
    },
    wrong: [
      [2026, 'wrong-type'],
      ['<b>©</b> 2026', 'markup-in-text'],
    ],
  },
  {
    field: 'logo',
    arrives: {
      rss: {
        'channel/image/url': ['https://newsroom.example/logo.png'],
        'channel/image/width': ['144'],
        'channel/image/height': ['72'],
        'channel/image/link': [home],
        'channel/image/title': [title],
      },
      atom: { logo: ['https://newsroom.example/logo.png'] },
      json: { icon: ['https://newsroom.example/logo.png'] },
    },
    wrong: [
      [{ url: 'data:image/png;base64,AA==' }, 'address-scheme', 'logo.url'],
      [{ url: '/l.png', width: -1 }, 'invalid-value', 'logo.width'],
      [{ url: '/l.png', height: 0.5 }, 'invalid-value', 'logo.height'],
      [{ url: '/l.png', height: 401 }, 'logo-left-out'],
      [7, 'wrong-type'],
    ],
  },
  {
    field: 'icon',
    arrives: {
      rss: { 'channel/icon': [] },
      atom: { icon: ['https://newsroom.example/icon.png'] },
      json: { favicon: ['https://newsroom.example/icon.png'] },
    },
    wrong: [
      ['https://', 'invalid-address'],
      [{}, 'wrong-type'],
    ],
  },
  {
    field: 'ttlInMinutes',
    arrives: { rss: { 'channel/ttl': ['60'] }, atom: { ttl: [] }, json: { ttl: [] } },
    wrong: [
      [0, 'invalid-value'],
      [1.5, 'invalid-value'],
      ['60', 'wrong-type'],
    ],
  },
  {
    field: 'tags',
    arrives: {
      rss: { 'channel/category': ['government', 'energy'] },
      atom: {
        'category@term': ['government', 'energy'],
        'category@label': ['government', 'energy'],
      },
      json: { tags: [], '_press.tags': [['government', 'energy']] },
    },
    wrong: [
      ['government', 'wrong-type'],
      [['a, b'], 'tag-with-separator', 'tags[0]'],
      [[5], 'wrong-type', 'tags[0]'],
    ],
  },
  {
    field: 'generator',
    arrives: {
      rss: { 'channel/generator': [`pressfeed ${version}`] },
      atom: {
        generator: ['pressfeed'],
        'generator@version': [version],
        'generator@uri': ['https://www.npmjs.com/package/pressfeed'],
      },
      json: { generator: [], '_press.generator': [`pressfeed ${version}`] },
    },
    otherwise: {
      rss: { 'channel/generator': [`pressfeed ${version}`] },
      atom: {
        generator: ['pressfeed'],
        'generator@version': [version],
        'generator@uri': ['https://www.npmjs.com/package/pressfeed'],
      },
      json: { '_press.generator': [`pressfeed ${version}`] },
    },
    wrong: [['no', 'wrong-type']],
  },
  {
    field: 'ids',
    arrives: {
      rss: { 'channel/item[3]/guid': ['urn:uuid:8d8ab1f9-9dbc-56e9-b851-24d91cc9924d'] },
      atom: { 'entry[3]/id': ['urn:uuid:8d8ab1f9-9dbc-56e9-b851-24d91cc9924d'] },
      json: { 'items.2.id': ['urn:uuid:8d8ab1f9-9dbc-56e9-b851-24d91cc9924d'] },
    },
    otherwise: {
      rss: { 'channel/item[3]/guid': ['urn:uuid:8d8ab1f9-9dbc-56e9-b851-24d91cc9924d'] },
      atom: { 'entry[3]/id': ['urn:uuid:8d8ab1f9-9dbc-56e9-b851-24d91cc9924d'] },
      json: { 'items.2.id': ['urn:uuid:8d8ab1f9-9dbc-56e9-b851-24d91cc9924d'] },
    },
    wrong: [
      ['random', 'invalid-value'],
      [5, 'wrong-type'],
    ],
  },
  {
    field: 'data',
    arrives: { rss: { 'channel/data': [] }, atom: { data: [] }, json: { data: [] } },
    wrong: [
      ['text', 'wrong-type'],
      [{ when: new Date(0) }, 'wrong-type', 'data.when'],
      [{ half: '\uD800' }, 'removed-characters', 'data.half'],
    ],
  },
]
