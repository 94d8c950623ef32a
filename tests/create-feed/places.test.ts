import { describe, expect, it } from 'vitest'
import { checkFeed, type FeedInput, type IssueCode } from 'pressfeed'
import { articleSchema, feedSchema } from '../../src/create-feed/schema.js'
import { leavesOf, now, rich, richWith } from './rich.js'

/** Code, place and sentence of every finding. */
const saidOf = (input: FeedInput) =>
  checkFeed(input, { now }).map(({ code, path, message }) => [code, path, message])

const codesOf = (input: FeedInput) =>
  checkFeed(input, { now }).map(({ code, path }) => `${code} ${path}`)

/** What is said of one value at one place. */
const saidAt = (path: string, value: unknown) => saidOf(richWith(path, value))

const of = (place: string, ...names: readonly string[]) => names.map((name) => `${place}.${name}`)

const texts = [
  ...['title', 'description', 'copyright', 'authors[0]', 'authors[1].name', 'tags[0]'],
  ...['words.en.contact', 'words.en.months[0]', 'words.en.months[11]'],
  ...of('articles[0]', 'title', 'summary', 'rights', 'releaseNumber', 'tags[0]', 'translationKey'),
  ...of('articles[0]', 'authors[0]', 'authors[1].name', 'corrections[0].note', 'dateline.place'),
  ...of('articles[0].quotes[0]', 'text', 'speaker', 'role'),
  ...of('articles[0].contacts[0]', 'name', 'role', 'organization', 'phone'),
  ...of('articles[0].images[0]', 'alt', 'caption', 'credit', 'title', 'copyright'),
  ...['articles[0].attachments[0].title'],
  ...of('articles[0].subjects[1]', 'code', 'label'),
  ...of('articles[0]', 'source.name', 'location.name'),
  ...of('articles[1]', 'withdrawn.reason', 'withdrawn.title', 'releaseNumber'),
  ...of('articles[1]', 'authors[0]', 'authors[1].name'),
  ...['articles[2].title', 'articles[2].dateline'],
]

/** Addresses that may be relative. */
const relative = [
  ...['authors[1].url', 'logo', 'logo.url', 'icon'],
  ...of('articles[0]', 'link', 'base', 'contacts[0].url', 'images[0].url', 'attachments[0].url'),
  ...of('articles[0]', 'authors[1].url', 'translations[0].link'),
  ...of('articles[1]', 'link', 'authors[1].url', 'translations[0].link'),
  ...['articles[2].link'],
]

/** Addresses that must be whole. */
const whole = [
  ...['link', 'hub', 'hub[0]'],
  ...of('articles[0]', 'images[0].license', 'license', 'subjects[1].scheme'),
  ...of('articles[0]', 'source.link', 'source.feed'),
]

/** Addresses of pages. */
const pages = [
  ...['link', 'articles[0].link', 'articles[0].source.link', 'articles[0].translations[0].link'],
  ...['articles[1].link', 'articles[1].translations[0].link', 'articles[2].link'],
]

const dates = [
  'updated',
  ...of('articles[0]', 'published', 'updated', 'embargo', 'corrections[0].date', 'dateline.date'),
  ...['articles[0].expires', 'articles[1].published', 'articles[1].withdrawn.date'],
  ...['articles[2].published'],
]

const languages = [
  ...['language', 'lint.languages[0]', 'articles[0].language'],
  ...['articles[0].translations[0].language', 'articles[1].translations[0].language'],
]

const mediaTypes = ['articles[0].images[0].type', 'articles[0].attachments[0].type']

const emails = [
  ...['authors[1].email', 'articles[0].authors[1].email', 'articles[1].authors[1].email'],
  ...['articles[0].contacts[0].email'],
]

const counts = [
  ...['ttlInMinutes', 'withdrawalNoticeInDays', 'lint.titleLength', 'logo.width', 'logo.height'],
  ...of('articles[0].images[0]', 'bytes', 'width', 'height'),
  ...['articles[0].attachments[0].bytes'],
]

const htmls = of('articles[0]', 'body', 'notesToEditors', 'boilerplate')

const switches = [
  ...['generator', 'tombstones', 'allTranslations'],
  ...of('lint', 'credit', 'contact', 'boilerplate', 'translation'),
  ...['articles[0].draft', 'articles[0].corrections[0].announce'],
  ...['articles[1].withdrawn.announce'],
]

// Texts and numbers of which something else is asked too; each has tests of its own below.
const others = [
  ...['id', 'ids', 'timeZone', 'data.own.list[0]'],
  ...of('articles[0]', 'id', 'replaces[0]', 'subjects[0]', 'data.own.list[0]'),
  ...['articles[1].id', 'articles[2].id'],
  ...of('articles[0]', 'location.latitude', 'location.longitude'),
  ...['articles[0].attachments[0].durationInSeconds', 'articles[2].replaces'],
]

describe('a feed with every field', () => {
  it('has nothing to be said of it', () => {
    expect(saidOf(rich)).toEqual([])
  })

  it('has them all', () => {
    expect(Object.keys(rich).sort()).toEqual(Object.keys(feedSchema.entries).sort())
    const names = rich.articles.flatMap((article) => Object.keys(article))
    expect([...new Set(names)].sort()).toEqual(Object.keys(articleSchema.entries).sort())
  })

  it('is here value by value', () => {
    const known = [
      ...[texts, relative, whole, dates, languages, mediaTypes, emails, counts, htmls, switches],
      others,
    ].flat()
    const months = leavesOf(rich).filter((path) => path.startsWith('words.en.months'))
    const same = ['articles[1].title', 'articles[1].body', 'articles[2].body']
    expect(leavesOf(rich).filter((path) => ![...known, ...months, ...same].includes(path))).toEqual(
      [],
    )
  })
})

describe.each(texts)('the text %s', (path) => {
  it.each<[name: string, text: string, code: IssueCode, message: string]>([
    [
      'tags',
      '12 <b>bold</b>',
      'markup-in-text',
      'Took HTML out of "12 <b>bold</b>": expected plain text',
    ],
    [
      'an entity',
      '12 &amp; more',
      'entity-in-text',
      'Kept "&amp;" as written: expected plain text, not HTML entities',
    ],
    [
      'a control character',
      '12\u0000',
      'removed-characters',
      'Removed 1 character that no feed can carry (controls, half characters or U+FFFD)',
    ],
    [
      'two of them',
      '\u000012\u001B',
      'removed-characters',
      'Removed 2 characters that no feed can carry (controls, half characters or U+FFFD)',
    ],
    [
      'one of Windows-1252',
      '12 \u0080',
      'replaced-characters',
      'Read 1 character as Windows-1252: expected text in UTF-8',
    ],
    [
      'several of it',
      '\u009312\u0094',
      'replaced-characters',
      'Read 2 characters as Windows-1252: expected text in UTF-8',
    ],
  ])('with %s', (_, text, code, message) => {
    expect(saidAt(path, text)).toEqual([[code, path, message]])
  })
})

const addresses = [...relative, ...whole]

describe.each(addresses)('the address %s', (path) => {
  it.each<[address: string, code: IssueCode, message: string]>([
    ['https://', 'invalid-address', 'expected one such as https://office.example/page'],
    ['javascript:x', 'address-scheme', 'expected http or https'],
    ['ftp://files.example/', 'address-scheme', 'expected http or https'],
  ])('%s is none', (address, code, message) => {
    expect(saidAt(path, address)).toEqual([
      [code, path, `Cannot use address "${address}": ${message}`],
    ])
  })

  it('loses a control character', () => {
    expect(saidAt(path, 'https://files.example/one.jpg\u0000')).toEqual([
      [
        'removed-characters',
        path,
        'Removed 1 character that no feed can carry (controls, half characters or U+FFFD)',
      ],
    ])
  })

  it('is read where & is written as in HTML, and that is said', () => {
    const given = 'https://files.example/one.jpg?a=1&amp;b=2'
    const said = saidAt(path, given)
    expect(said[0]).toEqual([
      'suspect-address',
      path,
      `Read "${given}" as "${given}": expected & in place of &amp;`,
    ])
    const other = path.endsWith('images[0].url') ? [`address-with-ampersand ${path}`] : []
    expect(codesOf(richWith(path, given)).slice(1)).toEqual(other)
  })
})

describe('an address that may be relative', () => {
  it.each(relative)('is suspect where it looks like a host: %s', (path) => {
    const [[code, place, message] = [], ...rest] = saidAt(path, 'files.example/one.jpg')
    expect([code, place, rest]).toEqual(['suspect-address', path, []])
    expect(message).toMatch(
      /^Read "files\.example\/one\.jpg" as "https:\/\/newsroom\.example\/(?:files\/)?files\.example\/one\.jpg": expected https:\/\/ before a host$/,
    )
  })
})

describe('an address that begins with a host', () => {
  it.each(relative)('is none: %s', (path) => {
    expect(saidAt(path, 'www.files.example')).toEqual([
      [
        'invalid-address',
        path,
        'Cannot use address "www.files.example": expected one such as https://office.example/page',
      ],
    ])
  })
})

describe('an address that must be whole', () => {
  it.each(whole)('has nothing it could be relative to: %s', (path) => {
    for (const address of ['/one.jpg', 'files.example/one.jpg', 'www.files.example']) {
      expect(saidAt(path, address)).toEqual([
        [
          'relative-address',
          path,
          `Cannot use address "${address}": expected a whole one, such as https://office.example/page`,
        ],
      ])
    }
  })
})

describe('the address of a page', () => {
  it.each(pages)('has no campaign in it: %s', (path) => {
    expect(saidAt(path, 'https://newsroom.example/9?a=1&utm_source=feed')).toEqual([
      [
        'campaign-parameters',
        path,
        `The link carries "utm_source": expected the page's canonical address`,
      ],
    ])
  })

  it.each(addresses.filter((path) => !pages.includes(path)))('is not %s', (path) => {
    expect(saidAt(path, 'https://files.example/one.jpg?utm_source=feed')).toEqual([])
  })
})

describe.each(dates)('the date %s', (path) => {
  it.each<[value: string, code: IssueCode, message: string]>([
    [
      '2 March',
      'unreadable-date',
      'Cannot read date "2 March": expected a date such as 2026-03-02 or 2026-03-02T09:00:00+01:00',
    ],
    [
      '2026-02-30',
      'impossible-date',
      'Cannot read date "2026-02-30": there is no such date or hour',
    ],
    [
      '2026-03-02T09:00',
      'date-without-zone',
      'Cannot read date "2026-03-02T09:00": expected a zone such as Z or +01:00, or a timeZone of the feed',
    ],
  ])('is not %s', (value, code, message) => {
    expect(saidAt(path, value)).toEqual([[code, path, message]])
  })

  it.each<[value: string, code: IssueCode, message: string]>([
    [
      '2026-03-29T02:30',
      'impossible-date',
      'Cannot read date "2026-03-29T02:30": there is no such date or hour in Europe/Paris',
    ],
    [
      '2025-10-26T02:30',
      'ambiguous-date',
      'Cannot read date "2025-10-26T02:30": that hour came twice in Europe/Paris; add its zone, such as +01:00',
    ],
  ])('is not %s in Paris', (value, code, message) => {
    const input = richWith(path, value)
    expect(saidOf({ ...input, timeZone: 'Europe/Paris' })).toEqual([[code, path, message]])
  })

  it('is not a Date without a time', () => {
    const message = 'Cannot use an invalid Date: expected text or a valid Date'
    expect(saidAt(path, new Date(Number.NaN))).toEqual([['wrong-type', path, message]])
  })

  it('is not before 1990, nor later than now where it tells of what happened', () => {
    const old = saidAt(path, '1989-12-31').filter(([code]) => code === 'date-before-1990')
    expect(old).toEqual([
      [
        'date-before-1990',
        path,
        '1989-12-31T00:00:00Z is before 1990: readers take it for a mistake',
      ],
    ])
    const late = saidAt(path, '2026-07-01').filter(([code]) => code === 'date-in-future')
    const mayBeLate = /(?:expires|embargo)$/.test(path)
    expect(late).toEqual(
      mayBeLate
        ? []
        : [
            [
              'date-in-future',
              path,
              '2026-07-01T00:00:00Z is later than now, 2026-06-01T00:00:00Z',
            ],
          ],
    )
  })
})

describe('a language', () => {
  it.each(languages)('is a tag: %s', (path) => {
    expect(saidAt(path, 'english')).toEqual([
      [
        'invalid-language',
        path,
        'Cannot use language "english": expected a BCP 47 tag such as en, fr-CA or vi',
      ],
    ])
  })

  it('is a tag where there are words for it', () => {
    expect(saidAt('words.english', { contact: 'Desk' })).toEqual([
      [
        'invalid-language',
        'words.english',
        'Cannot use language "english": expected a BCP 47 tag such as en, fr-CA or vi',
      ],
    ])
  })
})

describe('a media type', () => {
  it.each(mediaTypes)('has two parts: %s', (path) => {
    expect(saidAt(path, 'pdf')).toEqual([
      ['invalid-media-type', path, 'Cannot use media type "pdf": expected one such as image/jpeg'],
    ])
  })

  it('is given where the address does not tell it', () => {
    const { articles } = rich
    const [article] = articles
    const image = { ...article.images[0], url: '/render', type: '' }
    expect(saidAt('articles[0].images[0]', image)).toEqual([
      [
        'picture-without-type',
        'articles[0].images[0].type',
        'The address does not tell the media type: expected a type such as image/jpeg',
      ],
    ])
    const attachment = { ...article.attachments[0], url: '/download', type: null }
    expect(saidAt('articles[0].attachments[0]', attachment)).toEqual([
      [
        'missing-media-type',
        'articles[0].attachments[0].type',
        'The address does not tell the media type: expected a type such as application/pdf',
      ],
    ])
  })
})

describe('an e-mail address', () => {
  it.each(emails)('has a host: %s', (path) => {
    expect(saidAt(path, 'press')).toEqual([
      [
        'invalid-email',
        path,
        'Cannot use e-mail address "press": expected one such as press@office.example',
      ],
    ])
  })
})

describe('a count', () => {
  it.each(counts)('is whole and more than nothing: %s', (path) => {
    for (const value of [0, -1, 1.5]) {
      expect(saidAt(path, value)).toEqual([
        ['invalid-value', path, `Cannot use ${value}: expected a positive whole number`],
      ])
    }
  })

  it('of seconds may be nothing or a part of one, and not less', () => {
    const path = 'articles[0].attachments[0].durationInSeconds'
    expect(saidAt(path, 0)).toEqual([])
    expect(saidAt(path, 1.5)).toEqual([])
    for (const value of [-1, Infinity]) {
      expect(saidAt(path, value)).toEqual([
        ['invalid-value', path, `Cannot use ${value}: expected a number of seconds`],
      ])
    }
  })
})

describe.each(htmls)('the HTML of %s', (path) => {
  it.each<[name: string, html: string, code: IssueCode, message: string]>([
    [
      'a script',
      '<p>Text.</p><script>x()</script>',
      'body-cleaned',
      'Removed 1 script: no reader should get them',
    ],
    [
      'a control character in it',
      '<p>Text.\u0000</p>',
      'removed-characters',
      'Removed 1 character that no feed can carry (controls, half characters or U+FFFD)',
    ],
    [
      'quotation marks of Windows-1252',
      '<p>\u0093Text.\u0094</p>',
      'replaced-characters',
      'Read 2 characters as Windows-1252: expected text in UTF-8',
    ],
    [
      'an address that cannot be read',
      '<p><a href="https://">Text.</a></p>',
      'body-address',
      'Cannot read 1 of the addresses in the body: expected http or https',
    ],
  ])('with %s', (_, html, code, message) => {
    expect(saidAt(path, html)).toEqual([[code, path, message]])
  })

  it('may be none; of the body that is said', () => {
    const none = ['empty-body', path, 'No body: expected the text of the article']
    for (const nothing of ['', ' ', null, undefined]) {
      expect(saidAt(path, nothing)).toEqual(path.endsWith('.body') ? [none] : [])
    }
  })
})

describe('an id', () => {
  it.each(['id', 'articles[0].id', 'articles[1].id', 'articles[2].id'])('%s', (path) => {
    const said = (id: string) => saidAt(path, id).filter(([, place]) => place === path)
    expect(said(' a')).toEqual([
      ['invalid-id', path, 'Id " a": expected an id without white space around it'],
    ])
    expect(said('https://Newsroom.example/9')).toEqual([
      [
        'weak-id',
        path,
        'Id "https://Newsroom.example/9": expected scheme and host in lower case, as some readers compare them so',
      ],
    ])
  })

  it('is made in one of two ways', () => {
    expect(saidAt('ids', 'guid')).toEqual([
      ['invalid-value', 'ids', 'Cannot use "guid": expected "uuid" or "link"'],
    ])
    for (const way of ['link', 'uuid', '', null, undefined]) {
      expect(saidAt('ids', way)).toEqual([])
    }
  })
})

describe('a name of what is replaced', () => {
  const three = 'tag:newsroom.example,2026:3'
  const tags = [
    'markup-in-text',
    `Took HTML out of "${three}<b></b>": expected plain text`,
  ] as const

  it('is plain text, alone or in a list', () => {
    for (const [value, path] of [
      [`${three}<b></b>`, 'articles[0].replaces'],
      [[`${three}<b></b>`], 'articles[0].replaces[0]'],
      [['/3', `${three}<b></b>`], 'articles[0].replaces[1]'],
    ] as const) {
      expect(saidAt('articles[0].replaces', value)).toEqual([[tags[0], path, tags[1]]])
    }
  })

  it('is that of another article', () => {
    for (const own of [rich.articles[0].id, '/1', 'https://newsroom.example/1']) {
      const message = `Cannot use "${own}": expected the id or link of another article`
      expect(saidAt('articles[0].replaces[0]', own)).toEqual([
        ['invalid-value', 'articles[0].replaces[0]', message],
      ])
      expect(saidAt('articles[0].replaces', own)).toEqual([
        ['invalid-value', 'articles[0].replaces', message],
      ])
    }
  })

  it('is that of an article that is there', () => {
    const wanted = 'expected the id or link of the one that is replaced'
    for (const [given, shown] of [
      ['/old', 'https://newsroom.example/old'],
      ['https://newsroom.example/old', 'https://newsroom.example/old'],
      ['tag:newsroom.example,2026:old', 'tag:newsroom.example,2026:old'],
    ] as const) {
      expect(saidAt('articles[0].replaces[0]', given)).toEqual([
        [
          'unknown-article',
          'articles[0].replaces',
          `No article here is called "${shown}": ${wanted}`,
        ],
      ])
    }
  })
})

describe('a subject', () => {
  it('in short is plain text with a code in it', () => {
    const path = 'articles[0].subjects[0]'
    expect(saidAt(path, 'medtop:20000763<b></b>')).toEqual([
      ['markup-in-text', path, 'Took HTML out of "20000763<b></b>": expected plain text'],
    ])
    expect(saidAt(path, 'medtop:7')).toEqual([
      ['invalid-value', path, 'Cannot use code "7": expected eight digits such as 20000763'],
    ])
    expect(saidAt(path, 'isin:7')).toEqual([
      [
        'invalid-value',
        path,
        'Cannot use code "7": expected twelve characters whose last is the check digit, such as FR0000120271',
      ],
    ])
    expect(saidAt(path, 'ticker:7')).toEqual([
      ['invalid-value', path, 'Cannot use code "7": expected exchange:symbol such as XPAR:TTE'],
    ])
    expect(saidAt(path, 'energy')).toEqual([
      [
        'invalid-value',
        path,
        'Cannot use subject "energy": expected a scheme and code such as medtop:20000763, the scheme one of medtop, isin, ticker',
      ],
    ])
  })

  it('in full has its code checked at the code', () => {
    expect(saidAt('articles[0].subjects[1]', { scheme: 'medtop', code: '7' })).toEqual([
      [
        'invalid-value',
        'articles[0].subjects[1].code',
        'Cannot use code "7": expected eight digits such as 20000763',
      ],
    ])
  })
})

describe('a place on earth', () => {
  it.each([
    ['latitude', 90.5, '90.5 4.85'],
    ['latitude', null, 'nothing 4.85'],
    ['longitude', -180.5, '45.75 -180.5'],
    ['longitude', null, '45.75 nothing'],
  ])('is on it: %s %s', (side, value, shown) => {
    expect(saidAt(`articles[0].location.${side}`, value)).toEqual([
      [
        'invalid-location',
        'articles[0].location',
        `Cannot use ${shown}: expected latitude -90 to 90 and longitude -180 to 180`,
      ],
    ])
  })
})

describe.each(['data', 'articles[0].data'])('%s', (path) => {
  const plain = 'expected plain JSON, such as text, numbers and lists'
  const removed = 'Removed 1 character that no feed can carry (controls, half characters or U+FFFD)'

  it.each<[place: string, value: unknown, code: IssueCode, message: string]>([
    ['own', () => 1, 'wrong-type', `Cannot carry a function: ${plain}`],
    ['own.list', new Map(), 'wrong-type', `Cannot carry an object: ${plain}`],
    ['own.list[0]', Number.NaN, 'wrong-type', `Cannot carry NaN: ${plain}`],
    ['own.list[0]', new Date(0), 'wrong-type', `Cannot carry a Date: ${plain}`],
    ['own.list[0]', 'One\u0000', 'removed-characters', removed],
    ['own.name\u0000', 'One', 'removed-characters', removed],
  ])('has a place for each finding: %j', (place, value, code, message) => {
    expect(saidAt(`${path}.${place}`, value)).toEqual([[code, `${path}.${place}`, message]])
  })

  it('may hold what looks like HTML', () => {
    expect(saidAt(`${path}.own`, 'A <b>bold</b> &amp;')).toEqual([])
  })
})

describe('words', () => {
  it.each<[place: string, value: unknown, code: IssueCode, message: string]>([
    [
      'en',
      'Desk',
      'wrong-type',
      `Cannot use "Desk": expected words, such as { contact: 'Press office' }`,
    ],
    [
      'en',
      ['Desk'],
      'wrong-type',
      `Cannot use a list: expected words, such as { contact: 'Press office' }`,
    ],
    ['en.contact', 7, 'wrong-type', 'Cannot use 7: expected text'],
    ['en.contact', '{name}', 'invalid-value', 'Cannot use "{name}": expected no braces in it'],
    ['en.credit', 'Photo', 'invalid-value', 'Cannot use "Photo": expected it to hold {credit}'],
    [
      'en.person',
      '{role}',
      'invalid-value',
      'Cannot use "{role}": expected it to hold {name} and {role}',
    ],
    ['en.months', 'May', 'wrong-type', 'Cannot use "May": expected a list of twelve names'],
    ['en.months', ['May'], 'wrong-type', 'Cannot use a list: expected a list of twelve names'],
    ['en.contcat', 'Desk', 'unknown-field', 'Unknown word "contcat": did you mean "contact"?'],
  ])('%s', (place, value, code, message) => {
    expect(saidAt(`words.${place}`, value)).toEqual([[code, `words.${place}`, message]])
  })

  it('of which one is not known are all named', () => {
    const [[code, path, message = ''] = [], ...rest] = saidAt('words.en.zzz', 'Desk')
    expect([code, path, rest]).toEqual(['unknown-field', 'words.en.zzz', []])
    expect(message).toMatch(/^Unknown word "zzz": expected credit, correction, .*, months, /)
  })
})

describe('other values of a feed', () => {
  it.each<[path: string, value: unknown, code: IssueCode, message: string]>([
    [
      'timeZone',
      'Paris',
      'invalid-time-zone',
      'Unknown time zone "Paris": expected a name such as Europe/Paris',
    ],
    [
      'hub[0]',
      'https://name:secret@hub.example/',
      'invalid-value',
      'Cannot use this address: expected one without a name and password, since every feed shows it',
    ],
    [
      'hub',
      'https://name@hub.example/',
      'invalid-value',
      'Cannot use this address: expected one without a name and password, since every feed shows it',
    ],
    [
      'hub',
      'https://:secret@hub.example/',
      'invalid-value',
      'Cannot use this address: expected one without a name and password, since every feed shows it',
    ],
    [
      'tags[0]',
      'wind/water',
      'tag-with-separator',
      'The tag "wind/water" contains a comma or slash, where some readers cut it in two',
    ],
    [
      'articles[0].tags[0]',
      'wind, water',
      'tag-with-separator',
      'The tag "wind, water" contains a comma or slash, where some readers cut it in two',
    ],
    [
      'articles[0].contacts[0].phone',
      'desk 7',
      'invalid-value',
      'Cannot use telephone number "desk 7": expected one such as +33 1 23 45 67 89',
    ],
  ])('%s', (path, value, code, message) => {
    expect(saidAt(path, value)).toEqual([[code, path, message]])
  })

  it.each(['logo', 'logo.url'])('%s for which RSS has no place', (path) => {
    expect(saidAt(path, '/logo.svg')).toEqual([
      [
        'logo-left-out',
        'logo',
        'RSS takes a GIF, JPEG or PNG of at most 144 by 400 pixels: left out there',
      ],
    ])
  })
})

describe('a value of the wrong type', () => {
  const lists = [
    ...['tags', 'authors', 'articles', 'lint.languages'],
    ...of('articles[0]', 'corrections', 'quotes', 'contacts', 'images', 'attachments', 'authors'),
    ...of('articles[0]', 'tags', 'subjects', 'translations'),
  ]
  const objects = [
    ...['words', 'data', 'lint'],
    ...of('articles[0]', 'corrections[0]', 'quotes[0]', 'contacts[0]', 'images[0]', 'source'),
    ...of('articles[0]', 'attachments[0]', 'translations[0]', 'location', 'data'),
    ...['articles[0]', 'articles[1].withdrawn'],
  ]
  const either = [
    ...['authors[0]', 'articles[0].authors[0]', 'articles[0].subjects[0]', 'logo'],
    ...['articles[0].dateline', 'articles[2].dateline'],
  ]
  const inWords = ['words.en.contact', 'words.en.months[0]', 'words.en.months[11]']
  const numbers = [
    ...counts,
    'articles[0].attachments[0].durationInSeconds',
    ...of('articles[0].location', 'latitude', 'longitude'),
  ]
  const plain = [...texts, ...addresses, ...languages, ...mediaTypes, ...emails, ...htmls]
    .concat('id', 'ids', 'timeZone', 'articles[0].id', 'articles[0].replaces[0]')
    .filter((path) => ![...inWords, ...either, 'hub', 'authors[0]'].includes(path))
    .filter((path) => !/\.authors\[0\]$/.test(path))

  it.each<[string, unknown, string, string]>([
    ...plain.map((path): [string, unknown, string, string] => [path, 7, '7', 'text']),
    ...dates.map((path): [string, unknown, string, string] => [
      ...([path, 7, '7', 'text or a valid Date'] as const),
    ]),
    ...numbers.map((path): [string, unknown, string, string] => [path, '1', '"1"', 'a number']),
    ...switches.map((path): [string, unknown, string, string] => [
      ...([path, 'yes', '"yes"', 'true or false'] as const),
    ]),
    ...lists.map((path): [string, unknown, string, string] => [path, 'x', '"x"', 'a list']),
    ...objects.map((path): [string, unknown, string, string] => [path, 7, '7', 'an object']),
    ...objects.map((path): [string, unknown, string, string] => [
      ...([path, [], 'a list', 'an object'] as const),
    ]),
    ...either.map((path): [string, unknown, string, string] => [
      ...([path, true, 'true', 'text or an object'] as const),
    ]),
    ['hub', 7, '7', 'text or a list'],
    ['articles[2].replaces', 7, '7', 'text or a list'],
  ])('%s: %j', (path, value, shown, expected) => {
    const said = saidAt(path, value)
    expect(said).toContainEqual(['wrong-type', path, `Cannot use ${shown}: expected ${expected}`])
    expect(said.filter(([code]) => code === 'wrong-type')).toHaveLength(1)
    // A missing alternative text or caption is told besides, and a release that is not there is missed.
    const besides = ['picture-without-alt', 'picture-without-caption', 'unknown-article']
    expect(said.filter(([code = '']) => ![...besides, 'wrong-type'].includes(code))).toEqual([])
  })
})

describe('a field that must be there', () => {
  it.each<[path: string, code: IssueCode, message: string]>([
    ['title', 'missing-field', 'No title: expected text'],
    ['link', 'missing-field', 'No link: expected an http or https address'],
    ['description', 'missing-field', 'No description: expected text'],
    ['language', 'missing-field', 'No language: expected a BCP 47 tag such as en'],
    ['authors[0]', 'missing-field', 'No authors: expected text'],
    ['authors[1].name', 'missing-field', 'No name: expected text'],
    ['logo.url', 'missing-field', 'No url: expected an http or https address'],
    ['articles[0].title', 'empty-title', 'No title: expected the headline in plain text'],
    ['articles[0].link', 'missing-field', 'No link: expected an http or https address'],
    [
      'articles[0].published',
      'missing-field',
      'No published: expected the date of publication, such as 2026-03-02',
    ],
    ['articles[0].authors[1].name', 'missing-field', 'No name: expected text'],
    [
      'articles[0].corrections[0].date',
      'missing-field',
      'No date: expected the date of the correction',
    ],
    ['articles[0].corrections[0].note', 'missing-field', 'No note: expected text'],
    ['articles[0].dateline.place', 'missing-field', 'No place: expected text'],
    ['articles[0].quotes[0].text', 'missing-field', 'No text: expected text'],
    ['articles[0].contacts[0].name', 'missing-field', 'No name: expected text'],
    ['articles[0].images[0].url', 'missing-field', 'No url: expected an http or https address'],
    [
      'articles[0].attachments[0].url',
      'missing-field',
      'No url: expected an http or https address',
    ],
    ['articles[0].subjects[1].code', 'missing-field', 'No code: expected text'],
    [
      'articles[0].subjects[1].scheme',
      'missing-field',
      'No scheme: expected an http or https address',
    ],
    ['articles[0].translations[0].language', 'missing-field', 'No language: expected a BCP 47 tag'],
    [
      'articles[0].translations[0].link',
      'missing-field',
      'No link: expected an http or https address',
    ],
    ['articles[0].source.name', 'missing-field', 'No name: expected text'],
    ['articles[0].source.link', 'missing-field', 'No link: expected an http or https address'],
    ['articles[1].withdrawn.date', 'missing-field', 'No date: expected the date of the withdrawal'],
  ])('%s', (path, code, message) => {
    for (const nothing of [undefined, null, ''] as const) {
      // In a list, nothing is no item.
      const isItem = path.endsWith(']') && nothing !== ''
      expect(saidAt(path, nothing)).toEqual(isItem ? [] : [[code, path, message]])
    }
  })

  it.each([undefined, null])('articles: %s', (nothing) => {
    expect(saidAt('articles', nothing)).toEqual([
      ['missing-field', 'articles', 'No articles: expected a list of articles, which may be empty'],
    ])
  })
})

describe('a field that need not be there', () => {
  it.each(
    [
      ...['id', 'timeZone', 'hub', 'authors', 'copyright', 'logo', 'logo.width', 'icon'],
      ...['ttlInMinutes', 'tags', 'generator', 'words', 'words.en', 'words.en.contact', 'data'],
      ...['words.en.months', 'withdrawalNoticeInDays', 'tombstones', 'allTranslations', 'lint'],
      ...['updated', 'ids', ...of('lint', 'titleLength', 'credit', 'languages')],
      ...of('articles[0]', 'updated', 'id', 'base', 'draft', 'embargo', 'corrections', 'replaces'),
      ...of('articles[0]', 'dateline', 'dateline.date', 'quotes', 'quotes[0].speaker', 'contacts'),
      ...of('articles[0].contacts[0]', 'role', 'organization', 'email', 'phone', 'url'),
      ...of('articles[0].images[0]', 'credit', 'title', 'type', 'bytes', 'copyright', 'license'),
      ...of('articles[0]', 'images', 'attachments', 'attachments[0].type', 'authors', 'tags'),
      ...of('articles[0]', 'subjects', 'subjects[1].label', 'language', 'translations', 'source'),
      ...of('articles[0]', 'source.feed', 'location', 'location.name', 'rights', 'license'),
      ...of('articles[0]', 'releaseNumber', 'expires', 'data', 'summary', 'translationKey'),
      ...of('articles[1].withdrawn', 'reason', 'title', 'announce'),
    ].flatMap((path) => [
      [path, undefined],
      [path, null],
    ]),
  )('%s: %s', (path, nothing) => {
    expect(saidAt(String(path), nothing)).toEqual([])
  })
})

describe('a field that nobody knows', () => {
  it.each([
    ['titlle', 'did you mean "title"?'],
    ['zzz', 'your own values go into `data`'],
    ['logo.src', 'did you mean "url"?'],
    ['lint.length', 'your own values go into `data`'],
    ['articles[0].titlle', 'did you mean "title"?'],
    ['articles[0].images[0].src', 'did you mean "url"?'],
    ['articles[0].contacts[0].phon', 'did you mean "phone"?'],
    ['articles[0].authors[1].mail', 'did you mean "email"?'],
    ['articles[1].withdrawn.zzz', 'your own values go into `data`'],
  ])('%s', (path, advice) => {
    const name = path.split('.').at(-1) ?? ''
    expect(saidAt(path, 'x')).toEqual([
      ['unknown-field', path, `Unknown field "${name}": ${advice}`],
    ])
  })
})
