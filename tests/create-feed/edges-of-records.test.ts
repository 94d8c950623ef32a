import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, type FeedInput } from 'pressfeed'
import { Findings } from '../../src/create-feed/findings.js'
import { missingTranslations, readLint } from '../../src/create-feed/lint.js'
import { articleWith, clean, feedWith, said, saidOf } from '../hostile/feed-with.js'

const [article] = clean.articles

/** The article of the clean feed with more members, as the feed has it. */
const made = (members: object) => createFeed(articleWith({ ...members })).articles[0]

/** Code, place and sentence of every finding. */
const sentencesOf = (input: FeedInput) =>
  checkFeed(input).map(({ code, path, message }) => [code, path, message])

describe('an article without text or summary', () => {
  it('has its whole title for a summary, however long', () => {
    const title = 'The plant opens '.repeat(30).trim()
    expect(made({ title, summary: undefined, body: '<!-- later -->' })).toMatchObject({
      title,
      summary: title,
    })
  })
})

describe('values of one’s own', () => {
  it('are carried as they are, of every kind that JSON has', () => {
    const own = {
      nothing: null,
      yes: true,
      no: false,
      zero: 0,
      half: -0.5,
      text: 'Two words',
      blank: '',
      list: ['One', 2, false, null, ['Three'], { four: 4 }],
    }
    const input = articleWith({ data: own })
    expect(saidOf(input)).toEqual([])
    expect(createFeed(input).articles[0]?.data).toStrictEqual(own)
  })

  it('are left out where they are not given, and null in a list', () => {
    const input = articleWith({ data: { given: 1, not: undefined, list: [1, undefined, 2] } })
    expect(saidOf(input)).toEqual([])
    expect(createFeed(input).articles[0]?.data).toStrictEqual({ given: 1, list: [1, null, 2] })
  })

  it('are empty texts where nothing of a text can be carried', () => {
    const input = articleWith({ data: { own: '\u0001' } })
    expect(saidOf(input)).toEqual(['removed-characters articles[0].data.own'])
    expect(createFeed(input).articles[0]?.data).toStrictEqual({ own: '' })
  })

  it('may be an object without a prototype', () => {
    const own: unknown = Object.assign(Object.create(null) as object, { list: ['One'] })
    const input = articleWith({ data: { own } })
    expect(saidOf(input)).toEqual([])
    expect(createFeed(input).articles[0]?.data).toEqual({ own: { list: ['One'] } })
  })

  it('are no functions, even if these have no prototype', () => {
    const own: unknown = Object.setPrototypeOf(() => 1, null)
    expect(sentencesOf(articleWith({ data: { own } }))).toEqual([
      [
        'wrong-type',
        'articles[0].data.own',
        'Cannot carry a function: expected plain JSON, such as text, numbers and lists',
      ],
    ])
  })

  it('may be lists in lists, 50 deep', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 'One' : [nested(depth - 1)])
    expect(saidOf(articleWith({ data: { own: nested(50) } }))).toEqual([])
    expect(sentencesOf(articleWith({ data: { own: nested(51) } }))).toEqual([
      [
        'wrong-type',
        `articles[0].data.own${'[0]'.repeat(50)}`,
        'Cannot carry more than 50 levels: expected plain JSON, such as text, numbers and lists',
      ],
    ])
  })
})

describe('an id', () => {
  const uuid = '1e2d3c4b-0000-4000-8000-000000000001'
  const weak = 'expected scheme and host in lower case, as some readers compare them so'
  const notUri = 'RSS and JSON Feed carry it, but Atom takes only a URI such as tag: or urn:'
  const tag = 'expected the form tag:office.example,2026:name'

  // Which form an id has, and how its host is written, its beginning tells and nothing behind it.
  it.each([
    'http://newsroom.example/1',
    'https://newsroom.example/HTTPS://Works.example',
    'tag:newsroom.example,2026:https://Works.example/1',
    'urn:newsroom:https:1',
    'urn:newsroom:tag:1',
    'urn:newsroom:urn:uuid:1',
    'tag:newsroom.example,2026:1#part',
    'tag:newsroom.example,2026:1#p',
    'tag:newsroom.example,2026:1#',
    `urn:uuid:${uuid}`,
  ])('%s is as good as any', (id) => {
    const input = articleWith({ id })
    expect(saidOf(input)).toEqual([])
    expect(createFeed(input).articles[0]?.id).toBe(id)
  })

  it.each([
    ['weak-id', 'http://Newsroom.example/1', weak],
    ['weak-id', 'HTTP://newsroom.example/1', weak],
    ['weak-id', 'https://Newsroom.example/http://newsroom.example/1', weak],
    ['id-not-uri', 'release 14', notUri],
    ['id-not-uri', 'release 14 of 2026', notUri],
    ['invalid-id', ' release', 'expected an id without white space around it'],
    ['invalid-id', 'release ', 'expected an id without white space around it'],
    ['invalid-id', 'tag:tag:newsroom.example,2026:1', tag],
    ['invalid-id', 'tag:newsroom.example,2026:1#a#b', tag],
    ['invalid-id', `urn:uuid:urn:uuid:${uuid}`, 'expected a UUID after urn:uuid:'],
  ])('has a finding %s: %s', (code, id, expected) => {
    expect(sentencesOf(articleWith({ id }))).toEqual([
      [code, 'articles[0].id', `Id ${JSON.stringify(id)}: ${expected}`],
    ])
  })
})

describe('a place', () => {
  it('may have a name alone', () => {
    expect(saidOf(articleWith({ location: { name: 'Lyon' } }))).toEqual([])
    expect(made({ location: { name: 'Lyon' } })?.location).toEqual({ name: 'Lyon' })
  })

  it('may be a point alone, of degrees north and east', () => {
    const location = { latitude: 45.75, longitude: -4.85 }
    expect(made({ location })?.location).toStrictEqual({ name: undefined, point: [45.75, -4.85] })
    const zero = { latitude: 0, longitude: 0 }
    expect(made({ location: zero })?.location?.point).toEqual([0, 0])
  })

  it('is none if nothing of it is given', () => {
    expect(saidOf(articleWith({ location: { name: '' } }))).toEqual([])
    expect(made({ location: { name: '', latitude: null } })?.location).toBeUndefined()
  })
})

describe('an attachment', () => {
  it('has no playing time if that is null, and one of 0 if it is 0', () => {
    const attachments = [null, 0].map((durationInSeconds) => ({
      url: '/facts.mp3',
      durationInSeconds,
    }))
    expect(saidOf(articleWith({ attachments }))).toEqual([])
    const times = made({ attachments })?.attachments.map((each) => each.durationInSeconds)
    expect(times).toEqual([undefined, 0])
  })

  it('without an address that can be used is not asked for its type too', () => {
    const attachments = [{ url: 'ftp://newsroom.example/facts' }, { url: '' }]
    expect(saidOf(articleWith({ attachments }))).toEqual([
      'address-scheme articles[0].attachments[0].url',
      'missing-field articles[0].attachments[1].url',
    ])
  })
})

describe('a dateline', () => {
  it('that is an empty text is not given', () => {
    expect(saidOf(articleWith({ dateline: '' }))).toEqual([])
    const { dateline, content } = made({ dateline: '' }) ?? {}
    expect([dateline, content]).toEqual([undefined, '<p>The text.</p>'])
  })

  // Else the dateline would be the text that the body lacks.
  it.each([
    ['a place', { dateline: { place: ' ' } }, 'articles[0].dateline.place'],
    ['a date', { dateline: 'LYON', published: undefined }, 'articles[0].published'],
  ])('without %s is not put into an empty body', (_, members, path) => {
    const found = saidOf(articleWith({ ...members, body: '<p></p>' }))
    expect(new Set(found)).toEqual(
      new Set([`missing-field ${path}`, 'empty-body articles[0].body']),
    )
  })
})

describe('a telephone number', () => {
  it.each(['1 1 2', '1-1-2', '(1) 7'])('%s may have its digits one by one', (phone) => {
    const contacts = [{ name: 'Duty desk', phone }]
    expect(saidOf(articleWith({ contacts }))).toEqual([])
    expect(made({ contacts })?.contacts[0]?.phone).toBe(phone)
  })

  it.each(['call us', 'desk 7'])('%s is none', (phone) => {
    const contacts = [{ name: 'Duty desk', phone }]
    expect(saidOf(articleWith({ contacts }))).toEqual([
      'invalid-value articles[0].contacts[0].phone',
    ])
  })
})

describe('a draft', () => {
  it('that cannot be read at all is left out like any other', () => {
    const drafts = [Object.assign(new Map(), { draft: true }), Object.assign([], { draft: true })]
    const input = feedWith({ articles: [article, ...drafts] })
    expect(saidOf(input)).toEqual([])
    expect(createFeed(input).articles.map(({ title }) => title)).toEqual(['One'])
  })

  it('without a link hides nothing that others name', () => {
    const articles = [
      { ...article, replaces: '/' },
      { draft: true, title: 'Two' },
    ]
    const input = feedWith({ articles })
    expect(sentencesOf(input)).toEqual([
      [
        'unknown-article',
        'articles[0].replaces',
        'No article here is called "https://newsroom.example/": expected the id or link of the one that is replaced',
      ],
    ])
    expect(createFeed(input).articles[0]?.replaces).toEqual([{ link: 'https://newsroom.example/' }])
  })
})

describe('what is looked for', () => {
  const quiet = { credit: false, contact: false, boilerplate: false }
  const lintOf = (lint: object, ...members: readonly object[]) => {
    const articles = members.map((own, n) => ({
      ...{ ...article, title: `Title ${n}`, link: `/${n}`, published: `2026-03-0${n + 1}` },
      ...own,
    }))
    return checkFeed(feedWith({ lint: { ...quiet, ...lint }, articles }), { lint: true }).map(
      ({ code, path, message }) => [code, path, message],
    )
  }
  const missing = (n: number, languages: string) => [
    'translation-missing',
    `articles[${n}].translationKey`,
    `Not there in ${languages}: expected a translation with the same translationKey`,
  ]

  it('articles without a key are no translations of each other', () => {
    const found = lintOf({ languages: ['en', 'fr'] }, { language: 'en' }, { language: 'fr' })
    expect(found).toEqual([missing(0, 'fr'), missing(1, 'en')])
  })

  it('articles with different keys are no translations of each other', () => {
    const one = { language: 'en', translationKey: 'one' }
    const two = { language: 'fr', translationKey: 'two' }
    expect(lintOf({ languages: ['en', 'fr'] }, one, two)).toEqual([
      missing(0, 'fr'),
      missing(1, 'en'),
    ])
  })

  it('of two versions that came out together, the first in the list is named', () => {
    const versions = ['en', 'de', 'es'].map((language) => ({
      ...{ language, translationKey: 'one', published: '2026-03-02' },
    }))
    const found = lintOf({ languages: ['en', 'fr'] }, ...versions)
    const translations = found.filter(([code]) => code === 'translation-missing')
    expect(translations).toEqual([missing(0, 'fr')])
  })

  it('a language that is none is told, and the others are looked for', () => {
    expect(lintOf({ languages: ['french', 'fr'] }, {})).toEqual([
      missing(0, 'fr'),
      [
        'invalid-language',
        'lint.languages[0]',
        'Cannot use language "french": expected a BCP 47 tag such as en, fr-CA or vi',
      ],
    ])
  })

  it.each([[undefined], [null], [[]], [[null]]])(
    'languages that are %j were not named: those of the feeds are asked for',
    (languages) => {
      const findings = new Findings()
      const context = { findings, base: clean.link, timeZone: undefined, now: undefined }
      const rules = readLint({ languages }, context)
      expect(rules.languages).toBeUndefined()
      const own = { id: 'a', title: 'A', link: '/a', published: '2026-03-02', replaces: [] }
      const version = { ...own, inLanguage: 'en', translationKey: 'one', withdrawn: undefined }
      const found = missingTranslations([version], rules, ['en', 'fr'])
      expect(found.map(({ message }) => message)).toEqual([missing(0, 'fr')[2]])
    },
  )

  // Some letters have one capital: ı and i are told apart in small letters.
  it('letters that differ are no boilerplate', () => {
    const found = (summary: string) =>
      said(
        checkFeed(
          feedWith({
            lint: { ...quiet, boilerplate: true },
            articles: [{ ...article, summary, boilerplate: '<p>Ilık su dağıtımı, 1890</p>' }],
          }),
          { lint: true },
        ),
      )
    expect(found('ılık su dağıtımı 1890')).toEqual([])
    expect(found('Ilık su dağıtımı 1890')).toEqual(['boilerplate-in-summary articles[0].summary'])
    expect(found('Ilik su dağıtımı 1890')).toEqual([])
  })
})
