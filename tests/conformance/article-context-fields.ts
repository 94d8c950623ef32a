import { inFirst, type FieldRow } from './field-map.js'

/** What an article is about and where it comes from, shown on the first article of `full`. */
export const articleContextFields: readonly FieldRow[] = [
  {
    field: 'articles.0.subjects',
    arrives: inFirst(
      {
        'category{domain=http:%2F%2Fcv.iptc.org%2Fnewscodes%2Fmediatopic%2F}': ['20000284'],
        'category[3]': ['renewable energy'],
      },
      {
        'category{term=20000284}@scheme': ['http://cv.iptc.org/newscodes/mediatopic/'],
        'category{term=20000284}@label': ['renewable energy'],
      },
      {
        '_press.subjects': [
          [
            {
              scheme: 'http://cv.iptc.org/newscodes/mediatopic/',
              code: '20000284',
              label: 'renewable energy',
            },
          ],
        ],
        'tags.2': ['renewable energy'],
      },
    ),
    wrong: [
      ['20000284', 'wrong-type'],
      [[{ code: 'a', scheme: 'x' }], 'relative-address', 'articles[0].subjects[0].scheme'],
      [[{ scheme: 'http://a.example/' }], 'missing-field', 'articles[0].subjects[0].code'],
      [[{ code: 'a' }], 'missing-field', 'articles[0].subjects[0].scheme'],
    ],
  },
  {
    field: 'articles.0.language',
    arrives: inFirst(
      { 'dc:language': ['en-GB'] },
      { '@xml:lang': ['en-GB'], 'link[1]@hreflang': ['en-GB'] },
      { language: ['en-GB'] },
    ),
    otherwise: inFirst({}, { 'link[1]@hreflang': ['en'] }, {}),
    wrong: [
      ['British', 'invalid-language'],
      [44, 'wrong-type'],
    ],
  },
  {
    field: 'articles.0.translations',
    arrives: inFirst(
      {
        'atom:link{rel=related}@hreflang': ['fr', 'vi'],
        'atom:link{rel=related}@href': [
          'https://newsroom.example/fr/deuxieme-usine',
          'https://newsroom.example/vi/nha-may-thu-hai',
        ],
        'atom:link{rel=alternate}': [],
      },
      {
        'link{rel=related}@hreflang': ['fr', 'vi'],
        'link{rel=related}@href': [
          'https://newsroom.example/fr/deuxieme-usine',
          'https://newsroom.example/vi/nha-may-thu-hai',
        ],
        'link{rel=alternate}[2]': [],
      },
      {
        '_press.translations': [
          [
            { language: 'fr', link: 'https://newsroom.example/fr/deuxieme-usine' },
            { language: 'vi', link: 'https://newsroom.example/vi/nha-may-thu-hai' },
          ],
        ],
      },
    ),
    wrong: [
      ['fr', 'wrong-type'],
      [[{ language: 'fr' }], 'missing-field', 'articles[0].translations[0].link'],
      [[{ link: '/fr' }], 'missing-field', 'articles[0].translations[0].language'],
      [
        [{ language: 'français', link: '/fr' }],
        'invalid-language',
        'articles[0].translations[0].language',
      ],
    ],
  },
  {
    field: 'articles.0.source',
    arrives: inFirst(
      {
        source: ['The Works & Co'],
        'source@url': ['https://works.example/rss.xml'],
        'atom:link{rel=via}@href': ['https://works.example/news/2'],
      },
      {
        'link{rel=via}@href': ['https://works.example/news/2'],
        'link{rel=via}@title': ['The Works & Co'],
        source: [],
      },
      {
        external_url: ['https://works.example/news/2'],
        '_press.source': [
          {
            name: 'The Works & Co',
            link: 'https://works.example/news/2',
            feed: 'https://works.example/rss.xml',
          },
        ],
      },
    ),
    wrong: [
      ['The Works', 'wrong-type'],
      [{ name: 'A' }, 'missing-field', 'articles[0].source.link'],
      [{ link: 'https://a.example/' }, 'missing-field', 'articles[0].source.name'],
      [{ name: 'A', link: '/2' }, 'relative-address', 'articles[0].source.link'],
      [
        { name: 'A', link: 'https://a.example/', feed: 'rss' },
        'relative-address',
        'articles[0].source.feed',
      ],
    ],
  },
  {
    field: 'articles.0.location',
    arrives: inFirst(
      { 'georss:point': ['45.75 4.85'], 'georss:featureName': ['Lyon'] },
      { 'georss:point': ['45.75 4.85'], 'georss:featureName': ['Lyon'] },
      { '_press.location': [{ name: 'Lyon', latitude: 45.75, longitude: 4.85 }] },
    ),
    wrong: [
      ['Lyon', 'wrong-type'],
      [{ latitude: 91, longitude: 0 }, 'invalid-location'],
      [{ latitude: 45, longitude: -181 }, 'invalid-location'],
      [{ name: 'Lyon', latitude: 45.75 }, 'invalid-location'],
      [{ longitude: Number.NaN, latitude: 1 }, 'wrong-type', 'articles[0].location.longitude'],
    ],
  },
  {
    field: 'articles.0.rights',
    arrives: inFirst(
      { 'dc:rights': ['© 2026 The Ministry'] },
      { rights: ['© 2026 The Ministry'] },
      { '_press.rights': ['© 2026 The Ministry'] },
    ),
    wrong: [[2026, 'wrong-type']],
  },
  {
    field: 'articles.0.license',
    arrives: inFirst(
      { 'creativeCommons:license': ['https://creativecommons.org/licenses/by-nd/4.0/'] },
      { 'link{rel=license}@href': ['https://creativecommons.org/licenses/by-nd/4.0/'] },
      { '_press.license': ['https://creativecommons.org/licenses/by-nd/4.0/'] },
    ),
    wrong: [
      ['urn:cc:by', 'address-scheme'],
      [4, 'wrong-type'],
    ],
  },
  {
    field: 'articles.0.releaseNumber',
    arrives: inFirst(
      { 'dc:identifier': ['2026-014'] },
      { 'dc:identifier': ['2026-014'] },
      { '_press.release_number': ['2026-014'] },
    ),
    wrong: [[14, 'wrong-type']],
  },
  {
    field: 'articles.0.expires',
    arrives: inFirst(
      { 'dcterms:valid': ['end=2026-12-31T23:00:00Z'] },
      { 'dcterms:valid': ['end=2026-12-31T23:00:00Z'] },
      { '_press.expires': ['2026-12-31T23:00:00Z'] },
    ),
    wrong: [
      ['never', 'unreadable-date'],
      ['2027-02-29', 'impossible-date'],
      [1, 'wrong-type'],
    ],
  },
  {
    field: 'articles.0.data',
    arrives: inFirst({ data: [] }, { data: [] }, { data: [], _data: [], '_press.data': [] }),
    wrong: [
      [[], 'wrong-type'],
      [{ f: () => 1 }, 'wrong-type', 'articles[0].data.f'],
    ],
  },
]
