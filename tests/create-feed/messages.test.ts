import { describe, expect, it } from 'vitest'
import { checkFeed, type CheckFeedOptions, type FeedInput, type IssueCode } from 'pressfeed'
import { articleWith, clean, feedWith } from '../hostile/feed-with.js'

type Members = Readonly<Record<string, unknown>>

const [article] = clean.articles
const plant = { url: '/plant.jpg', alt: 'The plant', caption: 'The plant at dawn.' }
const rotor = { url: '/rotor.jpg', alt: 'A rotor', caption: 'A rotor.' }

/** Code, place and sentence of every finding. */
const saidOf = (input: FeedInput, options: CheckFeedOptions = {}) =>
  checkFeed(input, options).map(({ code, path, message }) => [code, path, message])

const saidOfBody = (body: string, images: readonly object[] = []) =>
  saidOf(articleWith({ body, images }))

/** A feed of articles that differ in title, link and date, each with more members. */
const articlesWith = (...members: readonly object[]) =>
  feedWith({
    articles: members.map((own, n) => ({
      ...{ ...article, title: `Title ${n}`, link: `/${n}`, published: `2026-03-0${n + 1}` },
      ...own,
    })),
  })

describe('what was removed from a body', () => {
  it.each([
    ['<script>a()</script>', '1 script'],
    ['<script>a()</script><script>b()</script>', '2 scripts'],
    ['<style>a{}</style><style>b{}</style>', '2 styles'],
    ['<a href="javascript:a()">a</a>', '1 unsafe address'],
    ['<a href="javascript:a()">a</a><a href="vbscript:b">b</a>', '2 unsafe addresses'],
    ['<input><select></select><textarea></textarea>', '3 form fields'],
    ['<b onclick="a()" onfocus="b()">a</b>', '2 event handlers'],
    ['<img src="/a.gif" width="1" height="1">', '1 tracking pixel'],
    ['<svg></svg><canvas></canvas>', '2 drawings'],
    ['<math><mi>x</mi></math><math></math>', '2 formulas'],
    ['a&#0;b&#1;', '2 characters'],
    ['<!-- a', '1 unclosed comment'],
    ['<script>a()</script><style>b{}</style><script>c()</script>', '2 scripts, 1 style'],
    ['<style>b{}</style><script>a()</script><svg></svg>', '1 style, 1 script, 1 drawing'],
  ])('%s', (html, what) => {
    expect(saidOfBody(`<p>The text.</p>${html}`)).toEqual([
      ['body-cleaned', 'articles[0].body', `Removed ${what}: no reader should get them`],
    ])
  })

  it('is told beside the addresses that cannot be read', () => {
    const link = '<a href="https://">a</a>'
    expect(saidOfBody(`<p>${link}${link} The text.</p><script>a()</script>`)).toEqual([
      [
        'body-address',
        'articles[0].body',
        'Cannot read 2 of the addresses in the body: expected http or https',
      ],
      ['body-cleaned', 'articles[0].body', 'Removed 1 script: no reader should get them'],
    ])
  })

  it('may be all there was', () => {
    const nothing = [
      'empty-body',
      'articles[0].body',
      'Nothing of the body is left: expected text or a picture',
    ]
    expect(saidOfBody('<p></p>')).toEqual([nothing])
    expect(saidOfBody('<script>a()</script>')).toEqual([
      ['body-cleaned', 'articles[0].body', 'Removed 1 script: no reader should get them'],
      nothing,
    ])
    expect(saidOfBody('<img src="/plant.jpg" alt="The plant">')).toEqual([])
  })
})

describe('pictures of a body', () => {
  const image = '<img src="/plant.jpg" alt="The plant">'
  const other = '<img src="/rotor.jpg" alt="A rotor">'
  const shown = (url: string) => [
    'picture-repeated',
    'articles[0].body',
    `The body shows "https://newsroom.example${url}" more than once: it is shown once`,
  ]

  it('are shown once', () => {
    expect(saidOfBody(`<p>The text.</p>${image}${image}${image}`, [plant])).toEqual([
      shown('/plant.jpg'),
    ])
    expect(saidOfBody(`<p>The text.</p>${image}${other}${image}${other}`, [plant, rotor])).toEqual([
      shown('/plant.jpg'),
      shown('/rotor.jpg'),
    ])
  })

  it('have one caption', () => {
    const body = `<p>The text.</p><figure>${image}<figcaption>The old plant.</figcaption></figure>`
    expect(saidOfBody(body, [plant])).toEqual([
      [
        'caption-conflict',
        'articles[0].body',
        'The body captions "https://newsroom.example/plant.jpg" with "The old plant.": another caption is used',
      ],
    ])
    expect(saidOfBody(body, [{ ...plant, caption: 'The old plant.' }])).toEqual([])
  })
})

describe('pictures of a record', () => {
  it('are named once, and the first counts', () => {
    const same = (place: string, url: string) => [
      'picture-repeated',
      `articles[0].images${place}.url`,
      `The picture "https://newsroom.example${url}" is named twice: the first entry is used`,
    ]
    expect(saidOf(articleWith({ images: [plant, rotor, plant, rotor] }))).toEqual([
      same('[2]', '/plant.jpg'),
      same('[3]', '/rotor.jpg'),
    ])
  })

  it.each<[field: string, value: string, code: IssueCode, message: string]>([
    [
      'alt',
      '',
      'picture-without-alt',
      'No alternative text: expected what the picture shows, for people who cannot see it',
    ],
    [
      'caption',
      '',
      'picture-without-caption',
      'No caption for "https://newsroom.example/plant.jpg": expected a sentence under the picture',
    ],
    [
      'url',
      '/plant.jpg?w=1&h=2',
      'address-with-ampersand',
      'The address contains "&": some readers then show the picture twice',
    ],
  ])('%s: %j', (field, value, code, message) => {
    const images = [rotor, { ...plant, [field]: value }]
    expect(saidOf(articleWith({ images }))).toEqual([
      [code, `articles[0].images[1].${field}`, message],
    ])
  })

  it('without an address are only said to have none', () => {
    const images = [
      { ...plant, url: 'ftp://files.example/1' },
      { ...plant, url: 'ftp://files.example/2' },
      { ...plant, url: '' },
    ]
    expect(saidOf(articleWith({ images })).map(([code, path]) => [code, path])).toEqual([
      ['address-scheme', 'articles[0].images[0].url'],
      ['address-scheme', 'articles[0].images[1].url'],
      ['missing-field', 'articles[0].images[2].url'],
    ])
  })
})

describe('an id that articles share', () => {
  const id = 'tag:newsroom.example,2026:1'

  it('is told of each but the first', () => {
    const same = (place: number) => [
      'duplicate-id',
      `articles[${place}].id`,
      `Id "${id}" is that of articles[0] too: expected an id of its own`,
    ]
    expect(saidOf(articlesWith({ id }, {}, { id }, { id }))).toEqual([same(2), same(3)])
  })

  it('is made of the link where the record has none', () => {
    const message = 'The link is that of articles[1] too: expected a link or id of its own'
    expect(saidOf(articlesWith({}, { link: '/same' }, { link: '/same' }))).toEqual([
      ['duplicate-id', 'articles[2].link', message],
    ])
    expect(saidOf(articlesWith({ link: '/same' }, { link: '/same', id }))).toEqual([])
  })

  it('is none where the links cannot be read', () => {
    const codes = saidOf(articlesWith({ link: 'https://' }, { link: 'https://' })).map(
      ([code]) => code,
    )
    expect(codes).toEqual(['invalid-address', 'invalid-address'])
  })
})

describe('a title that articles share', () => {
  it('is told of each but the first', () => {
    const same = (place: number) => [
      'duplicate-title',
      `articles[${place}].title`,
      'Title "Same" is that of articles[0] too: people cannot tell them apart',
    ]
    const title = 'Same'
    expect(saidOf(articlesWith({ title }, { title }, {}, { title }))).toEqual([same(1), same(3)])
  })

  it('is none where there is none', () => {
    const title = ''
    expect(saidOf(articlesWith({ title }, { title })).map(([code]) => code)).toEqual([
      'empty-title',
      'empty-title',
    ])
  })
})

describe('a time that articles share', () => {
  const published = '2026-03-02'
  const at = (count: number) =>
    saidOf(articlesWith(...Array.from({ length: count }, () => ({ published }))))

  it.each([
    [2, 'articles[0], articles[1]'],
    [3, 'articles[0], articles[1], articles[2]'],
    [5, 'articles[0], articles[1], articles[2], articles[3], articles[4]'],
    [6, 'articles[0], articles[1], articles[2], articles[3], articles[4] and 1 more'],
    [8, 'articles[0], articles[1], articles[2], articles[3], articles[4] and 3 more'],
  ])('is told once, of %d', (count, names) => {
    expect(at(count)).toEqual([
      [
        'same-updated',
        'articles[0]',
        `${names} have one and the same time, 2026-03-02T00:00:00Z: expected times that differ`,
      ],
    ])
  })

  it('is that of the last change', () => {
    const updated = '2026-03-05'
    expect(saidOf(articlesWith({}, { updated }, { updated }))).toEqual([
      [
        'same-updated',
        'articles[1]',
        'articles[1], articles[2] have one and the same time, 2026-03-05T00:00:00Z: expected times that differ',
      ],
    ])
    expect(saidOf(articlesWith({ published }, { published, updated }))).toEqual([])
  })

  it('is none where there is none', () => {
    const none = { published: 'soon' }
    expect(saidOf(articlesWith(none, none)).map(([code]) => code)).toEqual([
      'unreadable-date',
      'unreadable-date',
    ])
  })
})

describe('a translationKey that articles share', () => {
  const translationKey = 'plant'

  it('is told of each but the first in a language', () => {
    const message =
      'The translationKey "plant" is that of articles[0] in en too: expected one article a language'
    expect(
      saidOf(
        articlesWith(
          ...[{ translationKey }, { translationKey, language: 'fr' }, { translationKey }],
          ...[{ translationKey: 'rotor' }, { translationKey, language: 'en' }, {}, {}],
        ),
      ),
    ).toEqual([
      ['translation-repeated', 'articles[2].translationKey', message],
      ['translation-repeated', 'articles[4].translationKey', message],
    ])
  })
})

describe('dates that do not fit each other', () => {
  it.each<[members: Members, code: IssueCode, path: string, message: string]>([
    [
      { updated: '2026-03-01' },
      'updated-before-published',
      'updated',
      'Updated 2026-03-01T00:00:00Z, before it was published 2026-03-02T00:00:00Z: expected a later date',
    ],
    [
      { corrections: [{ date: '2026-03-01', note: 'A note.' }] },
      'updated-before-published',
      'corrections[0].date',
      'Corrected 2026-03-01T00:00:00Z, before it was published 2026-03-02T00:00:00Z: expected a later date',
    ],
    [
      { withdrawn: { date: '2026-03-01', announce: false } },
      'updated-before-published',
      'withdrawn.date',
      'Withdrawn 2026-03-01T00:00:00Z, before it was published 2026-03-02T00:00:00Z: expected a later date',
    ],
    [
      { expires: '2026-03-01' },
      'expires-before-published',
      'expires',
      'Expires 2026-03-01T00:00:00Z, not after it was published 2026-03-02T00:00:00Z: expected a later date',
    ],
    [
      { expires: '2026-03-02' },
      'expires-before-published',
      'expires',
      'Expires 2026-03-02T00:00:00Z, not after it was published 2026-03-02T00:00:00Z: expected a later date',
    ],
    [
      { embargo: '2026-03-03' },
      'published-before-embargo',
      'published',
      'Published "2026-03-02", before its embargo ends 2026-03-03T00:00:00Z: expected the end of the embargo or a later date',
    ],
  ])('%j', (members, code, path, message) => {
    expect(saidOf(articleWith(members), { now: '2026-03-09' })).toEqual([
      [code, `articles[0].${path}`, message],
    ])
  })

  it('fit where a day alone is that of the publication', () => {
    const day = '2026-03-02'
    for (const members of [
      { updated: day },
      { corrections: [{ date: day, note: 'A note.' }] },
      { withdrawn: { date: day, announce: false } },
    ]) {
      const input = articleWith({ published: '2026-03-02T09:00Z', ...members })
      expect(saidOf(input)).toEqual([])
    }
    expect(
      saidOf(articleWith({ published: '2026-03-02T09:00Z', updated: '2026-03-02T08:59Z' })),
    ).toHaveLength(1)
    expect(
      saidOf(articleWith({ published: '2026-03-03T00:00Z', updated: '2026-03-02' })),
    ).toHaveLength(1)
  })

  it('are not held against one that cannot be read', () => {
    const members = { updated: '2026-03-01', expires: '2026-03-01', published: 'soon' }
    expect(saidOf(articleWith(members)).map(([code, path]) => [code, path])).toEqual([
      ['unreadable-date', 'articles[0].published'],
    ])
  })
})

describe('the present', () => {
  it.each<[now: unknown, code: IssueCode, message: string]>([
    ['soon', 'unreadable-date', 'Cannot read now "soon": expected a date'],
    ['2026-02-30', 'impossible-date', 'Cannot read now "2026-02-30": expected a date'],
    [new Date(Number.NaN), 'impossible-date', 'Cannot read now an invalid Date: expected a date'],
    [7, 'wrong-type', 'Cannot use 7: expected text or a valid Date'],
    [null, 'wrong-type', 'Cannot use nothing: expected text or a valid Date'],
  ])('%s is none', (now, code, message) => {
    const options = { now } as CheckFeedOptions
    expect(saidOf(clean, options)).toEqual([[code, 'now', message]])
    // Nor is it missed then.
    expect(saidOf(articleWith({ embargo: '2026-03-02' }), options)).toEqual([
      [code, 'now', message],
    ])
  })

  it('is asked for once', () => {
    const embargo = '2026-03-01'
    expect(saidOf(articlesWith({ embargo }, {}, { embargo }))).toEqual([
      ['missing-field', 'now', 'No now: expected the present, since there is an embargo'],
    ])
  })

  it('without a zone is that of the feed, else UTC', () => {
    const published = '2026-03-02T09:00+01:00'
    const now = '2026-03-02T09:00'
    const late = 'date-in-future'
    expect(saidOf({ ...articleWith({ published }), timeZone: 'Europe/Paris' }, { now })).toEqual([])
    expect(saidOf(articleWith({ published: '2026-03-02T09:00Z' }), { now })).toEqual([])
    expect(
      saidOf(articleWith({ published: '2026-03-02T09:00:01Z' }), { now }).map(([code]) => code),
    ).toEqual([late])
    expect(
      saidOf(
        { ...articleWith({ published: '2026-03-02T09:01+01:00' }), timeZone: ' Europe/Paris ' },
        { now },
      ).map(([code]) => code),
    ).toEqual([late])
  })
})

describe('an id', () => {
  it.each<[id: string, code: IssueCode, expected: string]>([
    ['a ', 'invalid-id', 'expected an id without white space around it'],
    ['tag:newsroom', 'invalid-id', 'expected the form tag:office.example,2026:name'],
    ['urn:uuid:7', 'invalid-id', 'expected a UUID after urn:uuid:'],
    [
      'a-b',
      'id-not-uri',
      'RSS and JSON Feed carry it, but Atom takes only a URI such as tag: or urn:',
    ],
    [
      'HTTPS://newsroom.example/1',
      'weak-id',
      'expected scheme and host in lower case, as some readers compare them so',
    ],
  ])('%s', (id, code, expected) => {
    expect(saidOf(articleWith({ id }))).toEqual([
      [code, 'articles[0].id', `Id "${id}": ${expected}`],
    ])
  })

  it('has no control characters', () => {
    expect(saidOf(articleWith({ id: 'a\u0000b' }))).toEqual([
      ['invalid-id', 'articles[0].id', 'Id "a\\u0000b": expected an id without control characters'],
    ])
  })

  it('of few digits is weak, and no URI', () => {
    expect(saidOf(articleWith({ id: '1234' }))).toEqual([
      [
        'id-not-uri',
        'articles[0].id',
        'Id "1234": RSS and JSON Feed carry it, but Atom takes only a URI such as tag: or urn:',
      ],
      [
        'weak-id',
        'articles[0].id',
        'Id "1234": fewer than nine digits are not unique in the world',
      ],
    ])
  })

  it('of great length is weak', () => {
    const id = `urn:ab:${'1'.repeat(761)}`
    expect(saidOf(articleWith({ id }))).toEqual([
      [
        'weak-id',
        'articles[0].id',
        `Id "${id.slice(0, 60)}…": longer than 767 characters, where a reader cuts it off`,
      ],
    ])
  })
})

describe('a field that looks like an embargo', () => {
  it.each([
    ['embargoUntil', '2026-03-09'],
    ['embargoed', '2026-03-09'],
    ['hold', true],
    ['<<', { embargo: '2026-03-09' }],
  ])('%s', (name, value) => {
    expect(saidOf(articleWith({ [name]: value }))).toEqual([
      [
        'misspelt-embargo',
        `articles[0].${name}`,
        `Unknown field "${name}" would hold nothing back: expected embargo, of the article`,
      ],
    ])
  })

  it.each([
    ['<<', { title: 'One' }],
    ['<<', { title: 'One', mascot: 'x' }],
    ['<<', 'embargo'],
    ['<<', ['embargo']],
    ['<<', null],
    ['<<', undefined],
    ['mascot', { embargo: '2026-03-09' }],
    ['stage', 'x'],
  ])('is not any other: %s %j', (name, value) => {
    expect(saidOf(articleWith({ [name]: value })).map(([code]) => code)).toEqual(['unknown-field'])
  })

  it('merged with others is looked for among them', () => {
    expect(saidOf(articleWith({ '<<': { title: 'One', embargo: '2026-03-09' } }))).toEqual([
      [
        'misspelt-embargo',
        'articles[0].<<',
        'Unknown field "<<" would hold nothing back: expected embargo, of the article',
      ],
    ])
  })

  it('is looked for within others', () => {
    expect(saidOf(articleWith({ source: { embargo: '2026-03-09' } }))[0]).toEqual([
      'misspelt-embargo',
      'articles[0].source.embargo',
      'Unknown field "embargo" would hold nothing back: expected embargo, of the article',
    ])
  })
})

describe('values of the wrong type', () => {
  const told = (members: Members) =>
    saidOf(articleWith(members)).map(([code, path]) => [code, path])

  it('are told one by one, and what is beside them is read on', () => {
    const images = [{ ...plant, url: 'ftp://files.example/', width: '1', height: '2', bytes: 0 }, 7]
    expect(told({ images, tags: ['a', 7, 'wind/water', {}], rights: 7, license: [] })).toEqual([
      ['address-scheme', 'articles[0].images[0].url'],
      ['wrong-type', 'articles[0].images[0].width'],
      ['wrong-type', 'articles[0].images[0].height'],
      ['invalid-value', 'articles[0].images[0].bytes'],
      ['wrong-type', 'articles[0].images[1]'],
      ['wrong-type', 'articles[0].tags[1]'],
      ['tag-with-separator', 'articles[0].tags[2]'],
      ['wrong-type', 'articles[0].tags[3]'],
      ['wrong-type', 'articles[0].rights'],
      ['wrong-type', 'articles[0].license'],
    ])
  })

  it('leave the others of their list where they are', () => {
    const authors = [7, 'Office', { name: 7 }, { name: '' }]
    expect(told({ authors })).toEqual([
      ['wrong-type', 'articles[0].authors[0]'],
      ['wrong-type', 'articles[0].authors[2].name'],
      ['missing-field', 'articles[0].authors[3].name'],
    ])
  })

  it.each<[members: Members, path: string, message: string]>([
    [{ tags: {} }, 'tags', 'Cannot use an object: expected a list'],
    [{ images: { ...plant } }, 'images', 'Cannot use an object: expected a list'],
    [{ source: [] }, 'source', 'Cannot use a list: expected an object'],
    [{ location: new Date(0) }, 'location', 'Cannot use a Date: expected an object'],
    [{ authors: [true] }, 'authors[0]', 'Cannot use true: expected text or an object'],
    [{ replaces: ['', 7] }, 'replaces[1]', 'Cannot use 7: expected text'],
    [{ replaces: {} }, 'replaces', 'Cannot use an object: expected text or a list'],
    [{ title: Symbol('x') }, 'title', 'Cannot use a symbol: expected text'],
  ])('%j', (members, path, message) => {
    expect(saidOf(articleWith({ ...members })).slice(0, 1)).toEqual([
      ['wrong-type', `articles[0].${path}`, message],
    ])
  })
})

describe('values of one’s own', () => {
  const plain = 'expected plain JSON, such as text, numbers and lists'

  it('do not hold themselves', () => {
    const circle: Record<string, unknown> = {}
    circle['list'] = [circle]
    expect(saidOf(articleWith({ data: { circle } }))).toEqual([
      ['wrong-type', 'articles[0].data.circle.list[0]', `Cannot carry a circle: ${plain}`],
    ])
  })

  it('have at most 50 levels', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'x' : { a: nested(levels - 1) })
    expect(saidOf(feedWith({ data: nested(51) }))).toEqual([])
    const path = `data${'.a'.repeat(51)}`
    expect(saidOf(feedWith({ data: nested(52) }))).toEqual([
      ['wrong-type', path, `Cannot carry more than 50 levels: ${plain}`],
    ])
  })
})

describe('words in a language that has none', () => {
  it('are asked for once each', () => {
    const contacts = [{ name: 'Desk' }]
    const of = (language: string) => [
      'no-words',
      'words',
      `No words in "${language}": what the library writes stands in English; expected words: { "${language}": { … } }`,
    ]
    const it = { contacts, language: 'it' }
    expect(saidOf(articlesWith(it, it, { contacts, language: 'pt' }))).toEqual([of('it'), of('pt')])
  })
})

describe('a feed without articles', () => {
  it('needs the time of its last change', () => {
    expect(saidOf(feedWith({ articles: [] }))).toEqual([
      ['no-articles', 'articles', 'No article: give `updated`, the time of the last change'],
    ])
    expect(saidOf(feedWith({ articles: [], updated: '2026-03-02' }))).toEqual([])
    expect(saidOf(feedWith({ articles: [], title: '' })).map(([code]) => code)).toEqual([
      'missing-field',
    ])
  })
})

describe('what press offices forget', () => {
  const contacts = [{ name: 'Desk', email: 'press@newsroom.example' }]
  const fine = { contacts, images: [{ ...plant, credit: 'Office' }] }

  it('is said where it is asked for', () => {
    expect(saidOf(articleWith(fine), { lint: true })).toEqual([])
    const input = articleWith({ title: 'x'.repeat(111), images: [plant], contacts: null })
    expect(saidOf(input)).toEqual([])
    expect(saidOf(input, { lint: false })).toEqual([])
    expect(saidOf(input, { lint: true })).toEqual([
      [
        'long-title',
        'articles[0].title',
        'The title has 111 characters: expected at most 110, as many readers show no more',
      ],
      [
        'picture-without-credit',
        'articles[0].images[0].credit',
        'No credit for "https://newsroom.example/plant.jpg": expected who made the picture',
      ],
      [
        'no-contact',
        'articles[0].contacts',
        'No contact: expected whom to ask, with an e-mail address or a telephone number',
      ],
    ])
  })

  it('is not asked for where the feed says so', () => {
    const members = {
      ...{ title: 'x'.repeat(111), images: [plant] },
      ...{ boilerplate: '<p>The works makes rotors.</p>', summary: 'The works makes rotors.' },
    }
    const codes = (lint: FeedInput['lint']) =>
      saidOf({ ...articleWith(members), lint }, { lint: true })
        .map(([code]) => code)
        .sort()
    const all = ['boilerplate-in-summary', 'long-title', 'no-contact', 'picture-without-credit']
    expect(codes({})).toEqual(all)
    expect(codes({ titleLength: 111 })).toEqual(all.filter((code) => code !== 'long-title'))
    expect(codes({ contact: false })).toEqual(all.filter((code) => code !== 'no-contact'))
    expect(codes({ credit: false })).toEqual(
      all.filter((code) => code !== 'picture-without-credit'),
    )
    expect(codes({ boilerplate: false })).toEqual(
      all.filter((code) => code !== 'boilerplate-in-summary'),
    )
    expect(codes({ contact: true, credit: true, boilerplate: null, titleLength: null })).toEqual(
      all,
    )
  })

  it('is a translation, where languages are named', () => {
    const input = articlesWith(
      { ...fine, translationKey: 'a' },
      { ...fine, translationKey: 'a', language: 'fr' },
      fine,
    )
    const missing = [
      'translation-missing',
      'articles[2].translationKey',
      'Not there in fr: expected a translation with the same translationKey',
    ]
    const lint = { languages: ['en', 'fr'] }
    expect(saidOf({ ...input, lint }, { lint: true })).toEqual([missing])
    expect(saidOf({ ...input, lint: { ...lint, translation: false } }, { lint: true })).toEqual([])
    expect(saidOf({ ...input, lint: { languages: [] } }, { lint: true })).toEqual([])
    expect(saidOf({ ...input, lint: {} }, { lint: true })).toEqual([])
  })
})
