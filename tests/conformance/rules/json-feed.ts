import { selfOf } from '../../fixtures/inputs.js'
import {
  count,
  faultsOf,
  jsonTexts,
  list,
  repeated,
  type JsonFeedDocument,
  type Members,
  type Rule,
} from '../rule.js'

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
// JSON Feed 1.1: all members that there are.
const feedMembers = new Set(
  (
    'version title home_page_url feed_url description user_comment next_url icon favicon authors ' +
    'language expired hubs items'
  ).split(' '),
)
const itemMembers = new Set(
  (
    'id url external_url title content_html content_text summary image banner_image date_published ' +
    'date_modified authors tags language attachments'
  ).split(' '),
)
// Words for people. `content_html` is the only place for HTML.
const plain = new Set('title summary description name tags caption credit label'.split(' '))

/** */
export const jsonFeed: readonly Rule[] = [
  {
    id: 96,
    says: 'has version, title, items and the addresses of page and feed',
    json: (feed) => [
      ...faultsOf(
        [String(feed['version'])],
        (version) => version === 'https://jsonfeed.org/version/1.1',
        'version',
      ),
      ...faultsOf([String(feed['title'] ?? '')], (title) => title.trim() !== '', 'title'),
      ...(Array.isArray(feed.items) ? [] : ['no items']),
      ...faultsOf([String(feed['home_page_url'])], (url) => /^https?:\/\//.test(url), 'page'),
      ...faultsOf([String(feed['feed_url'])], (url) => url === selfOf.json, 'feed'),
    ],
    broken: [
      ['json', 'version/1.1', 'version/1'],
      ['json', '"feed_url":"https://newsroom.example', '"feed_url":"'],
      ['json', '"home_page_url"', '"homepage"'],
    ],
  },
  {
    id: 97,
    says: 'has a text of its own as id of every item',
    json: (feed) => [
      ...feed.items.flatMap(({ id }) => (typeof id === 'string' && id !== '' ? [] : ['no id'])),
      ...repeated(feed.items.map(({ id }) => String(id))),
    ],
    broken: [
      ['json', /"id":"urn[^"]*"/, '"id":12345'],
      ['json', /"id":"urn[^"]*",/, ''],
    ],
  },
  {
    id: 98,
    says: 'has content_html alone, and HTML nowhere else',
    json: (feed) => [
      ...feed.items.flatMap((item) =>
        typeof item['content_html'] === 'string' && item['content_text'] === undefined
          ? []
          : ['not content_html alone'],
      ),
      ...faultsOf(
        jsonTexts(feed).flatMap(([name, value]) => (plain.has(name) ? [value] : [])),
        (value) => !/<\/?(?:a|b|br|em|i|p|small|span|strong)(?:\s[^<>]*)?\/?>/i.test(value),
        'HTML',
      ),
    ],
    broken: [
      ['json', '"content_html"', '"content_text"'],
      ['json', '"content_html"', '"content_text":"x","content_html"'],
      ['json', '"summary":"', '"summary":"<p>'],
    ],
  },
  {
    id: 99,
    says: 'has authors, not author, each with a name or address',
    json: (feed) =>
      [feed, ...feed.items].flatMap((each) => [
        ...('author' in each ? ['author'] : []),
        ...list(each, 'authors').flatMap((person) =>
          ['name', 'url', 'avatar'].some((name) => person[name]) ? [] : ['nobody'],
        ),
      ]),
    broken: [
      ['json', '"authors":[', '"author":{"name":"x"},"authors":['],
      ['json', /"authors":\[\{"name":"Văn[^}]*\}/, '"authors":[{}'],
    ],
  },
  {
    id: 100,
    says: 'has address and media type of every attachment, and no title twice in an item',
    json: (feed) =>
      feed.items.flatMap((item) => {
        const attachments = list(item, 'attachments')
        return [
          ...attachments.flatMap(({ url, mime_type: type }) => [
            ...faultsOf([String(url)], (value) => /^https?:\/\//.test(value), 'url'),
            ...faultsOf([String(type)], (value) => /^\w+\/[\w.+-]+$/.test(value), 'type'),
          ]),
          ...repeated(
            attachments.flatMap(({ title }) => (title === undefined ? [] : [String(title)])),
          ),
        ]
      }),
    broken: [
      ['json', '"mime_type":"image/jpeg",', ''],
      ['json', '"title":"Fact sheet"', '"title":"A tour"'],
    ],
  },
  {
    id: 101,
    says: 'has type and address of every hub, and a next page that is another page',
    json: (feed) => [
      ...faultsOf(
        'next_url' in feed ? [String(feed['next_url'])] : [],
        (url) => /^https?:\/\/[^#]+$/.test(url) && url !== feed['feed_url'],
        'next page',
      ),
      ...list(feed, 'hubs').flatMap(({ type, url }) =>
        type && /^https?:\/\//.test(String(url)) ? [] : ['no type or address'],
      ),
    ],
    broken: [
      ['json', '"type":"WebSub",', ''],
      ['json', '"feed_url"', `"next_url":"${selfOf.json}","feed_url"`],
      ['json', /"next_url":"[^"]*/, `"next_url":"${selfOf.json}`, 'before archives'],
      ['json', /"next_url":"[^"]*/, '"next_url":"/archive/3', 'before archives'],
    ],
  },
  {
    id: 102,
    says: 'has members of its own in _objects only, dates of RFC 3339 and a moderate size',
    json: (feed, text) => [
      ...unknownMembers(feed, feedMembers),
      ...feed.items.flatMap((item) => unknownMembers(item, itemMembers)),
      ...faultsOf(dates(feed), (date) => rfc3339.test(date), 'date'),
      ...count(text.match(/\0/g) ?? [], 0, 0, 'zeros'),
      ...(Buffer.byteLength(text) < 100_000 ? [] : ['100 KB']),
    ],
    broken: [
      ['json', '"_press"', '"press"'],
      ['json', '"_press"', '"_press.1"'],
      ['json', '"favicon"', '"tags":["a"],"favicon"'],
      ['json', '"date_published":"2026-03-02T08:00:00Z"', '"date_published":"2026-03-02"'],
    ],
  },
]

function unknownMembers(members: Members, known: ReadonlySet<string>) {
  return faultsOf(
    Object.keys(members),
    (name) => known.has(name) || /^_[A-Za-z][^.]*$/.test(name),
    'member',
  )
}

function dates(feed: JsonFeedDocument): readonly string[] {
  return jsonTexts(feed).flatMap(([name, value]) => (/^date_|^expires$/.test(name) ? [value] : []))
}
