import type { FieldRow } from './field-map.js'

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
      ['no uri', 'id-not-uri'],
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
]
