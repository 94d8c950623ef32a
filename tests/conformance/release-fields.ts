import { inFirst, type FieldRow, type Values } from './field-map.js'

const title = 'Second plant opens – “a third more” & <greener>'
const unchanged = inFirst({ title: [title] }, { title: [title] }, { title: [title] })
const bulletin = 'tag:newsroom.example,2026:vi-ban-tin'
const plant = 'tag:newsroom.example,2026:second-plant'

/** What a press release has besides, and what became of it; shown on the first article of `full`. */
export const releaseFields: readonly FieldRow[] = [
  {
    field: 'articles.0.embargo',
    arrives: unchanged,
    otherwise: unchanged,
    wrong: [
      ['soon', 'unreadable-date'],
      ['2026-03-29T02:30', 'impossible-date'],
      [20260302, 'wrong-type'],
      ['2026-03-02T09:00:00+01:00', 'missing-field', 'now'],
    ],
  },
  {
    field: 'articles.0.withdrawn',
    arrives: unchanged,
    otherwise: unchanged,
    wrong: [
      ['2026-03-04', 'wrong-type'],
      [{ reason: 'An error' }, 'missing-field', 'articles[0].withdrawn.date'],
      [{ date: '2026-03-01' }, 'updated-before-published', 'articles[0].withdrawn.date'],
      [{ date: '2026-03-04', announce: 'no' }, 'wrong-type', 'articles[0].withdrawn.announce'],
      [{ date: '2026-03-04', reason: 4 }, 'wrong-type', 'articles[0].withdrawn.reason'],
      [{ date: '2026-03-04', title: '<b>W</b>' }, 'markup-in-text', 'articles[0].withdrawn.title'],
    ],
  },
  {
    field: 'articles.0.corrections',
    arrives: inPress('corrections', [
      { date: '2026-03-03T11:00:00Z', note: 'The plant makes rotors, not motors.' },
    ]),
    wrong: [
      ['An error', 'wrong-type'],
      [[{ date: '2026-03-03' }], 'missing-field', 'articles[0].corrections[0].note'],
      [[{ note: 'An error' }], 'missing-field', 'articles[0].corrections[0].date'],
      [
        [{ note: 'An error', date: '2026-03-01' }],
        'updated-before-published',
        'articles[0].corrections[0].date',
      ],
      [
        [{ note: 'An error', date: '2026-03-03', announce: 'yes' }],
        'wrong-type',
        'articles[0].corrections[0].announce',
      ],
    ],
  },
  {
    field: 'articles.0.replaces',
    arrives: {
      rss: {
        'channel/item[1]/dcterms:replaces': [bulletin],
        'channel/item[2]/dcterms:isReplacedBy': [plant],
      },
      atom: {
        'entry[1]/dcterms:replaces': [bulletin],
        'entry[2]/dcterms:isReplacedBy': [plant],
      },
      json: {
        'items.0._press.replaces': [
          [
            {
              id: bulletin,
              url: 'https://newsroom.example/vi/ban-tin',
              title: 'Tiếng Việt: bản tin về năng lượng',
            },
          ],
        ],
        'items.1._press.replaced_by': [
          [
            {
              id: plant,
              url: 'https://newsroom.example/2026/second-plant?lang=en#top',
              title,
            },
          ],
        ],
      },
    },
    wrong: [
      [7, 'wrong-type'],
      ['/no-such-page', 'unknown-article'],
      ['tag:newsroom.example,2026:second-plant', 'invalid-value'],
      [
        ['/vi/ban-tin', '/2026/second-plant?lang=en#top'],
        'invalid-value',
        'articles[0].replaces[1]',
      ],
    ],
  },
  {
    field: 'articles.0.dateline',
    arrives: inPress('dateline', {
      place: 'LYON',
      date: '2026-03-01T23:00:00Z',
      text: 'LYON (2 March 2026)',
    }),
    wrong: [
      [{ date: '2026-03-02' }, 'missing-field', 'articles[0].dateline.place'],
      [{ place: 'LYON', date: '2 March' }, 'unreadable-date', 'articles[0].dateline.date'],
      [3, 'wrong-type'],
    ],
  },
  {
    field: 'articles.0.quotes',
    arrives: inPress('quotes', [
      { text: 'We build for a century.', speaker: 'The minister', role: 'Minister of Energy' },
    ]),
    wrong: [
      ['We build', 'wrong-type'],
      [[{ speaker: 'The minister' }], 'missing-field', 'articles[0].quotes[0].text'],
    ],
  },
  {
    field: 'articles.0.notesToEditors',
    arrives: inPress(
      'notes_to_editors_html',
      '<p>The pictures are <a href="https://newsroom.example/free">free of charge</a>.</p>',
    ),
    wrong: [
      [['One'], 'wrong-type'],
      ['<p>One</p><script>two()</script>', 'body-cleaned'],
    ],
  },
  {
    field: 'articles.0.boilerplate',
    arrives: inPress('boilerplate_html', '<p>The Ministry looks after energy.</p>'),
    wrong: [
      [7, 'wrong-type'],
      ['<p onclick="go()">One</p>', 'body-cleaned'],
    ],
  },
  {
    field: 'articles.0.contacts',
    arrives: inPress('contacts', [
      {
        name: 'Duty desk',
        role: 'Press office',
        organization: 'The Ministry',
        email: 'press@newsroom.example',
        phone: '+33 1 23 45 67 89',
        url: 'https://newsroom.example/press',
      },
    ]),
    wrong: [
      ['Duty desk', 'wrong-type'],
      [[{ email: 'press@newsroom.example' }], 'missing-field', 'articles[0].contacts[0].name'],
      [[{ name: 'A', email: 'press' }], 'invalid-email', 'articles[0].contacts[0].email'],
      [[{ name: 'A', phone: 'desk' }], 'invalid-value', 'articles[0].contacts[0].phone'],
      [[{ name: 'A', url: 'https://' }], 'invalid-address', 'articles[0].contacts[0].url'],
    ],
  },
  {
    // Nothing is said of it where no other article has the same.
    field: 'articles.0.translationKey',
    arrives: unchanged,
    otherwise: unchanged,
    wrong: [[7, 'wrong-type']],
  },
]

/** What only JSON Feed has as data; in the XML formats it is in the text alone. */
function inPress(name: string, value: unknown): FieldRow['arrives'] {
  const absent: Values = { [name]: [], [`atom:${name}`]: [] }
  return inFirst(absent, absent, { [`_press.${name}`]: [value] })
}
