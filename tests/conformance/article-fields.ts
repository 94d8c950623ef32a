import { inFirst, type FieldRow } from './field-map.js'

const title = 'Second plant opens – “a third more” & <greener>'
const link = 'https://newsroom.example/2026/second-plant?lang=en#top'
const summary = 'The plant on the river makes rotors. It costs US$ 12 & is paid for.'
const uuidOfLink = 'urn:uuid:033b582d-a6f5-58ec-82e4-a5a06ed71c8d'

/** What every article has, shown on the first article of `full`. */
export const articleFields: readonly FieldRow[] = [
  {
    field: 'articles.0.title',
    arrives: inFirst(
      { title: [title] },
      { title: [title], 'title@type': ['text'] },
      { title: [title] },
    ),
    missing: ['empty-title articles[0].title'],
    wrong: [
      [7, 'wrong-type'],
      ['\u0000 ', 'empty-title'],
      ['An <b>old</b> plant', 'markup-in-text'],
      ['Fish &amp; chips', 'entity-in-text'],
    ],
  },
  {
    field: 'articles.0.link',
    arrives: inFirst(
      { link: [link] },
      {
        'link[1]@rel': ['alternate'],
        'link[1]@type': ['text/html'],
        'link[1]@hreflang': ['en-GB'],
        'link[1]@href': [link],
      },
      { url: [link] },
    ),
    missing: ['missing-field articles[0].link'],
    wrong: [
      ['https://a b.example/', 'invalid-address'],
      ['ftp://newsroom.example/1', 'address-scheme'],
      [{ href: '/1' }, 'wrong-type'],
      ['/1?utm_source=x', 'campaign-parameters'],
    ],
  },
  {
    field: 'articles.0.id',
    arrives: inFirst(
      { guid: ['tag:newsroom.example,2026:second-plant'], 'guid@isPermaLink': ['false'] },
      { id: ['tag:newsroom.example,2026:second-plant'] },
      { id: ['tag:newsroom.example,2026:second-plant'] },
    ),
    otherwise: inFirst(
      { guid: [uuidOfLink], 'guid@isPermaLink': ['false'] },
      { id: [uuidOfLink] },
      { id: [uuidOfLink] },
    ),
    wrong: [
      [' 1', 'invalid-id'],
      ['tag:newsroom', 'invalid-id'],
      ['urn:uuid:x', 'invalid-id'],
      ['12', 'weak-id'],
      ['a-b', 'id-not-uri'],
      [12, 'wrong-type'],
    ],
  },
  {
    field: 'articles.0.published',
    arrives: inFirst(
      { pubDate: ['Mon, 02 Mar 2026 08:00:00 +0000'] },
      { published: ['2026-03-02T08:00:00Z'] },
      { date_published: ['2026-03-02T08:00:00Z'] },
    ),
    missing: ['missing-field articles[0].published'],
    wrong: [
      ['2 March 2026', 'unreadable-date'],
      ['2026-13-01', 'impossible-date'],
      ['2026-03-29T02:30', 'impossible-date'],
      ['2025-10-26T02:30', 'ambiguous-date'],
      ['1989-12-31', 'date-before-1990'],
      [20260302, 'wrong-type'],
    ],
  },
  {
    field: 'articles.0.updated',
    arrives: inFirst(
      { 'atom:updated': ['2026-03-03T17:30:00Z'] },
      { updated: ['2026-03-03T17:30:00Z'] },
      { date_modified: ['2026-03-03T17:30:00Z'] },
    ),
    // The last correction.
    otherwise: inFirst(
      { 'atom:updated': ['2026-03-03T11:00:00Z'] },
      { updated: ['2026-03-03T11:00:00Z'] },
      { date_modified: ['2026-03-03T11:00:00Z'] },
    ),
    wrong: [
      ['2026-03-01', 'updated-before-published'],
      ['yesterday', 'unreadable-date'],
      [false, 'wrong-type'],
    ],
  },
  {
    field: 'articles.0.authors',
    arrives: inFirst(
      { 'dc:creator': ['Press office', 'Office of energy'], author: [] },
      {
        'author[1]/name': ['Press office'],
        'author[1]/uri': ['https://newsroom.example/press'],
        'author[1]/email': ['press@newsroom.example'],
        'author[2]/name': ['Office of energy'],
      },
      {
        authors: [
          [
            { name: 'Press office', url: 'https://newsroom.example/press' },
            { name: 'Office of energy' },
          ],
        ],
        author: [],
      },
    ),
    // RSS has no place for the names of a feed's authors but its items; few readers look for them elsewhere in Atom.
    otherwise: inFirst(
      { 'dc:creator': ['Press office', 'Spokesperson of the Ministry'] },
      {
        'author[1]/name': ['Press office'],
        'author[1]/uri': ['https://newsroom.example/press'],
        'author[1]/email': ['press@newsroom.example'],
        'author[2]/name': ['Spokesperson of the Ministry'],
      },
      {},
    ),
    wrong: [
      ['Press office', 'wrong-type'],
      [[7], 'wrong-type', 'articles[0].authors[0]'],
      [[{ name: 'A', email: '@' }], 'invalid-email', 'articles[0].authors[0].email'],
      [[{}], 'missing-field', 'articles[0].authors[0].name'],
    ],
  },
  {
    field: 'articles.0.summary',
    arrives: inFirst(
      { description: [summary] },
      { summary: [summary], 'summary@type': ['text'] },
      { summary: [summary] },
    ),
    otherwise: inFirst(
      { description: ['The plant will make rotors for US$ 12.'] },
      {
        summary: ['The plant will make rotors for US$ 12.'],
        'summary@type': ['text'],
      },
      { summary: ['The plant will make rotors for US$ 12.'] },
    ),
    wrong: [
      [7, 'wrong-type'],
      ['A <a href="/">link</a>', 'markup-in-text'],
    ],
  },
  {
    field: 'articles.0.tags',
    arrives: inFirst(
      { category: ['plants', 'energy & climate', 'renewable energy', '20000284'] },
      {
        'category@term': ['plants', 'energy & climate', '20000284'],
        'category@label': ['plants', 'energy & climate', 'renewable energy'],
      },
      { tags: [['plants', 'energy & climate', 'renewable energy']] },
    ),
    otherwise: inFirst(
      { category: ['renewable energy', '20000284'] },
      { 'category@term': ['20000284'], 'category@label': ['renewable energy'] },
      { tags: [['renewable energy']] },
    ),
    wrong: [
      ['plants', 'wrong-type'],
      [[1], 'wrong-type', 'articles[0].tags[0]'],
      [['wind/water'], 'tag-with-separator', 'articles[0].tags[0]'],
    ],
  },
  {
    field: 'articles.0.base',
    arrives: inFirst(
      { 'enclosure@url': ['https://newsroom.example/files/facts.pdf'] },
      { 'link{rel=enclosure}[1]@href': ['https://newsroom.example/files/facts.pdf'] },
      { 'attachments.3.url': ['https://newsroom.example/files/facts.pdf'] },
    ),
    // Without it what is relative is relative to the article's link.
    otherwise: inFirst(
      { 'enclosure@url': ['https://newsroom.example/2026/files/facts.pdf'] },
      { 'link{rel=enclosure}[1]@href': ['https://newsroom.example/2026/files/facts.pdf'] },
      { 'attachments.3.url': ['https://newsroom.example/2026/files/facts.pdf'] },
    ),
    wrong: [
      [7, 'wrong-type'],
      ['ftp://files.example/', 'address-scheme'],
      ['https:/files.example/', 'invalid-address'],
    ],
  },
  {
    // A draft is in no feed: `tests/create-feed/feed.test.ts`.
    field: 'articles.0.draft',
    arrives: inFirst({ title: [title] }, { title: [title] }, { title: [title] }),
    otherwise: inFirst({ title: [title] }, { title: [title] }, { title: [title] }),
    wrong: [
      ['yes', 'wrong-type'],
      [1, 'wrong-type'],
    ],
  },
]
