import { readFileSync } from 'node:fs'
import type { FieldRow } from './field-map.js'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }
const title = 'Newsroom of the Ministry – “News & more”'
const home = 'https://newsroom.example/'

/** What a feed may have besides. */
export const feedExtraFields: readonly FieldRow[] = [
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
  {
    field: 'words',
    arrives: dateline('LYON (2 March 2026)'),
    otherwise: dateline('LYON, 2 March 2026'),
    wrong: [
      ['Contact', 'wrong-type'],
      [{ en: 'Contact' }, 'wrong-type', 'words.en'],
      [{ english: {} }, 'invalid-language', 'words.english'],
      [{ en: { contacts: 'Desk' } }, 'unknown-field', 'words.en.contacts'],
      [{ en: { contact: ['Desk'] } }, 'wrong-type', 'words.en.contact'],
      [{ en: { credit: 'Photo' } }, 'invalid-value', 'words.en.credit'],
      [{ en: { contact: 'Desk of {name}' } }, 'invalid-value', 'words.en.contact'],
      [{ en: { months: ['January'] } }, 'wrong-type', 'words.en.months'],
    ],
  },
  {
    // What these do shows only in an article that was withdrawn, or is there in several languages.
    field: 'withdrawalNoticeInDays',
    ...{ arrives: nowhere('withdrawalNoticeInDays') },
    wrong: [
      [0, 'invalid-value'],
      ['30', 'wrong-type'],
    ],
  },
  {
    field: 'tombstones',
    ...{ arrives: nowhere('at:deleted-entry') },
    wrong: [['yes', 'wrong-type']],
  },
  {
    field: 'allTranslations',
    ...{ arrives: nowhere('allTranslations') },
    wrong: [['yes', 'wrong-type']],
  },
  {
    field: 'lint',
    ...{ arrives: nowhere('lint') },
    wrong: [
      ['all', 'wrong-type'],
      [{ titleLength: 0 }, 'invalid-value', 'lint.titleLength'],
      [{ contact: 'no' }, 'wrong-type', 'lint.contact'],
      [{ languages: ['english'] }, 'invalid-language', 'lint.languages[0]'],
      [{ contacts: false }, 'unknown-field', 'lint.contacts'],
    ],
  },
]

function nowhere(name: string): FieldRow['arrives'] {
  return { rss: { [`channel/${name}`]: [] }, atom: { [name]: [] }, json: { [name]: [] } }
}

// In the XML formats it stands in the text alone.
function dateline(text: string): FieldRow['arrives'] {
  return { rss: {}, atom: {}, json: { 'items.0._press.dateline.text': [text] } }
}
