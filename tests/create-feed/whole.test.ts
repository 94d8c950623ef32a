import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, FeedError, type FeedInput } from 'pressfeed'
import { makeFeed, type MakeOptions, type OfNewsroom } from '../../src/create-feed/create-feed.js'
import { headReader } from '../../src/create-feed/head-reader.js'
import {
  lastChange,
  nameKey,
  onlyHeld,
  relate,
  unrelated,
  type Related,
} from '../../src/create-feed/relations.js'
import { articlesWith, articleWith, clean, feedWith, said, saidOf } from '../hostile/feed-with.js'

const [article] = clean.articles
const site = 'https://newsroom.example'

const only = (input: FeedInput) => createFeed(input).articles[0]

describe('what is no feed at all', () => {
  it.each<[value: unknown, shown: string]>([
    [undefined, 'nothing'],
    [null, 'nothing'],
    [7, '7'],
    ['News', '"News"'],
    [true, 'true'],
    [[clean], 'a list'],
    [new Date(0), 'a Date'],
    [() => clean, 'a function'],
  ])('is refused with one finding: %s', (value, shown) => {
    const input = value as FeedInput
    const message = `Cannot use ${shown}: expected an object`
    expect(checkFeed(input)).toEqual([{ code: 'wrong-type', severity: 'error', path: '', message }])
    expect(() => createFeed(input)).toThrow(FeedError)
    expect(makeFeed(value, { compare: true }).feed).toBeUndefined()
  })
})

describe('a map', () => {
  it('is no object with fields', () => {
    const map = new Map([['title', 'One']])
    expect(saidOf(map as unknown as FeedInput)).toEqual(['wrong-type'])
    expect(saidOf(feedWith({ articles: [article, map] }))).toEqual(['wrong-type articles[1]'])
    expect(saidOf(articleWith({ source: map }))).toEqual(['wrong-type articles[0].source'])
  })
})

describe('what is no article', () => {
  it.each<[value: unknown, shown: string]>([
    [undefined, 'nothing'],
    [null, 'nothing'],
    [7, '7'],
    ['One', '"One"'],
    [[article], 'a list'],
  ])('is refused with one finding: %s', (value, shown) => {
    expect(checkFeed(feedWith({ articles: [article, value] }))).toEqual([
      {
        ...{ code: 'wrong-type', severity: 'error', path: 'articles[1]' },
        message: `Cannot use ${shown}: expected an object`,
      },
    ])
  })
})

describe('records that are instances of classes', () => {
  it('are as good as others', () => {
    class Release {
      readonly title = 'One'
      readonly link = '/1'
      readonly published = '2026-03-02'
      readonly body = '<p>The text.</p>'
    }
    const input = feedWith({ articles: [new Release()] })
    expect(saidOf(input)).toEqual([])
    expect(createFeed(input)).toEqual(createFeed(clean))
  })
})

describe('findings', () => {
  it('cannot be changed', () => {
    const warned = articleWith({ title: 'A <b>bold</b> title' })
    expect(Object.isFrozen(checkFeed(clean))).toBe(true)
    expect(Object.isFrozen(checkFeed(warned))).toBe(true)
    expect(Object.isFrozen(createFeed(warned).issues)).toBe(true)
    expect(Object.isFrozen(createFeed(warned).issues[0])).toBe(true)
  })

  it('come with the feed only if none is an error', () => {
    const warned = makeFeed(articleWith({ title: 'A <b>bold</b> title' }), { compare: true })
    expect(warned.feed?.issues).toEqual(warned.issues)
    expect(said(warned.issues)).toEqual(['markup-in-text articles[0].title'])
    const refused = makeFeed(articleWith({ title: '' }), { compare: true })
    expect(refused.feed).toBeUndefined()
    expect(said(refused.issues)).toEqual(['empty-title articles[0].title'])
  })
})

describe('the order of articles', () => {
  const titles = (dates: readonly string[]) =>
    createFeed(
      articlesWith(...dates.map((published, n) => ({ published, title: `${published} ${n}` }))),
    ).articles.map(({ title }) => title)

  it('is the newest first', () => {
    expect(titles(['2026-03-01', '2026-03-03', '2026-03-02'])).toEqual([
      '2026-03-03 1',
      '2026-03-02 2',
      '2026-03-01 0',
    ])
  })

  it('is that of the input for those of one instant', () => {
    const many = ['2026-03-02', '2026-03-02', '2026-03-03', '2026-03-02', '2026-03-03']
    expect(titles(many)).toEqual([
      ...['2026-03-03 2', '2026-03-03 4'],
      ...['2026-03-02 0', '2026-03-02 1', '2026-03-02 3'],
    ])
    const same = Array.from({ length: 40 }, () => '2026-03-02')
    expect(titles(same)).toEqual(same.map((published, n) => `${published} ${n}`))
  })
})

describe('the time of the last change', () => {
  const updatedOf = (input: FeedInput, options: Partial<MakeOptions> = {}) =>
    makeFeed(input, { compare: true, ...options }).feed?.updated

  it('is the latest that is known', () => {
    expect(updatedOf(clean)).toBe('2026-03-02T00:00:00Z')
    expect(updatedOf(articlesWith({}, { updated: '2026-03-07' }, {}))).toBe('2026-03-07T00:00:00Z')
    expect(updatedOf(feedWith({ updated: '2026-03-09' }))).toBe('2026-03-09T00:00:00Z')
    const changed = '2026-03-11T00:00:00Z'
    expect(updatedOf(feedWith({ updated: '2026-03-09' }), { changed })).toBe(changed)
    expect(updatedOf(feedWith({ articles: [] }), { changed })).toBe(changed)
    expect(updatedOf(feedWith({ articles: [] }))).toBeUndefined()
  })

  it('is when an article left, where that was last', () => {
    const input = articlesWith({}, { expires: '2026-03-20' })
    expect(updatedOf(input, { now: '2026-03-21' })).toBe('2026-03-20T00:00:00Z')
    expect(updatedOf(input, { now: '2026-03-19' })).toBe('2026-03-02T00:00:00Z')
  })
})

describe('articles among each other', () => {
  it('are compared where they are all there', () => {
    const input = articlesWith(
      { translationKey: 'a' },
      { translationKey: 'a', title: 'Title 0', link: '/0', published: '2026-03-01' },
    )
    expect(said(makeFeed(input, { compare: true }).issues)).toEqual([
      'same-updated articles[0]',
      'duplicate-title articles[1].title',
      'duplicate-id articles[1].link',
      'translation-repeated articles[1].translationKey',
    ])
    expect(saidOf(input)).toHaveLength(4)
    expect(makeFeed(input, { compare: false }).issues).toEqual([])
  })
})

describe('a feed of a newsroom', () => {
  const ofNewsroom = (own: Partial<OfNewsroom> = {}): OfNewsroom => ({
    ...{ link: 'https://main.example/', language: 'fr', relationsOf: () => unrelated },
    ...{ held: new Set<string>(), ...own },
  })
  const make = (input: FeedInput, options: Partial<MakeOptions> = {}) =>
    makeFeed(input, { compare: false, newsroom: ofNewsroom(), ...options })

  it('has its base and its language for articles', () => {
    const { feed, issues } = make(clean)
    expect(issues).toEqual([])
    expect([feed?.link, feed?.language]).toEqual([`${site}/`, 'en'])
    expect(feed?.articles[0]?.link).toBe('https://main.example/1')
    expect(feed?.articles[0]?.language).toBe('fr')
    const english = make(articleWith({ language: 'en' })).feed?.articles[0]
    expect(english?.language).toBeUndefined()
  })

  it('leads to nothing that the newsroom holds back', () => {
    const translations = [
      { language: 'de', link: '/de/1' },
      { language: 'vi', link: '/vi/1' },
    ]
    const held = new Set(['https://main.example/de/1'])
    const { feed } = make(articleWith({ translations }), { newsroom: ofNewsroom({ held }) })
    expect(feed?.articles[0]?.translations).toEqual([
      { language: 'vi', link: 'https://main.example/vi/1' },
    ])
  })

  it('takes over what the newsroom knows of its articles', () => {
    const other = {
      id: 'tag:newsroom.example,2026:old',
      link: `${site}/old`,
      title: 'Old',
      published: '2026-01-01T00:00:00Z',
    }
    const relationsOf = () => ({ ...unrelated, replaces: [other] })
    const { feed, issues } = make(clean, { newsroom: ofNewsroom({ relationsOf }) })
    expect(issues).toEqual([])
    expect(feed?.articles[0]?.replaces).toEqual([other])
  })

  it('is not missed translations, which the newsroom looks for itself', () => {
    const contacts = [{ name: 'Desk', phone: '112' }]
    const input = { ...articleWith({ contacts }), lint: { languages: ['fr', 'de'] } }
    expect(said(make(input, { lint: true }).issues)).toEqual([])
    expect(said(makeFeed(input, { compare: false, lint: true }).issues)).toEqual([
      'translation-missing articles[0].translationKey',
    ])
    const bare = { ...clean, lint: { languages: ['fr', 'de'] } }
    expect(said(make(bare, { lint: true }).issues)).toEqual(['no-contact articles[0].contacts'])
    expect(make(bare).issues).toEqual([])
  })

  it('shows all language versions', () => {
    const input = articlesWith(
      { translationKey: 'a', language: 'en' },
      { translationKey: 'a', language: 'de' },
    )
    expect(make(input).feed?.articles).toHaveLength(2)
    expect(makeFeed(input, { compare: false }).feed?.articles).toHaveLength(1)
  })

  it('has of each record the item that is wanted', () => {
    const corrections = [
      { date: '2026-03-08', note: 'First.', announce: true },
      { date: '2026-03-09', note: 'Second.', announce: true },
    ]
    const input = articlesWith({ corrections }, { corrections })
    const titles = (parts?: MakeOptions['parts']) =>
      makeFeed(input, { compare: false, parts }).feed?.articles.map(({ title, summary }) => [
        title,
        summary,
      ])
    expect(titles()).toHaveLength(6)
    expect(titles([undefined, undefined])).toEqual([
      ['Title 1', 'The text.'],
      ['Title 0', 'The text.'],
    ])
    expect(titles(['correction 2026-03-08T00:00:00Z', undefined])).toEqual([
      ['Correction: Title 0', 'First.'],
      ['Title 1', 'The text.'],
    ])
    expect(titles(['correction 2026-03-08T00:00:00Z', 'correction 2026-03-09T00:00:00Z'])).toEqual([
      ['Correction: Title 1', 'Second.'],
      ['Correction: Title 0', 'First.'],
    ])
    // Of ten articles and more, too.
    const later = [{ date: '2026-03-20', note: 'Third.', announce: true }]
    const many = articlesWith(...Array.from({ length: 12 }, () => ({ corrections: later })))
    const parts: MakeOptions['parts'] = Array.from({ length: 12 }, (_, index) =>
      index === 11 ? 'correction 2026-03-20T00:00:00Z' : undefined,
    )
    const made = makeFeed(many, { compare: false, parts }).feed?.articles
    expect(made?.filter(({ announces }) => announces).map(({ title }) => title)).toEqual([
      'Correction: Title 11',
    ])
  })
})

describe('relative addresses', () => {
  const picture = { url: 'lead.jpg', alt: 'A', caption: 'C' }
  const body = '<p>The <a href="more">text</a>.</p>'

  it('are relative to the page of their article', () => {
    const members = { link: '/2026/one', images: [picture], attachments: [{ url: 'a.pdf' }], body }
    const read = only(articleWith(members))
    expect(read?.images[0]?.url).toBe(`${site}/2026/lead.jpg`)
    expect(read?.attachments[0]?.url).toBe(`${site}/2026/a.pdf`)
    expect(read?.content).toContain(`<a href="${site}/2026/more">text</a>`)
  })

  it('are no faults of their own where the article has no link', () => {
    const members = { images: [picture], attachments: [{ url: 'a.pdf' }], body, base: 'files/' }
    expect(saidOf(articleWith({ ...members, link: '' }))).toEqual([
      'missing-field articles[0].link',
    ])
    expect(saidOf(articleWith({ ...members, link: 'https://' }))).toEqual([
      'invalid-address articles[0].link',
    ])
  })

  it('are none where the feed has no link', () => {
    const input = articleWith({ images: [picture], attachments: [{ url: 'a.pdf' }], body })
    expect(saidOf({ ...input, link: '', icon: '/icon.png' })).toEqual(['missing-field link'])
  })
})

describe('translations that are named by hand', () => {
  const translations = [
    { language: 'vi', link: '/vi/1' },
    { language: 'fr', link: '/fr/1' },
  ]

  it('stand as they were given', () => {
    expect(only(articleWith({ translations }))?.translations).toEqual([
      { language: 'vi', link: `${site}/vi/1` },
      { language: 'fr', link: `${site}/fr/1` },
    ])
  })

  it('are not told as long as they are held back', () => {
    const french = { ...article, title: 'Un', link: '/fr/1', language: 'fr' }
    for (const held of [
      { ...french, draft: true },
      { ...french, link: '/FR/1/#top', draft: true },
      { ...french, embargo: '2026-04-01', published: '2026-04-01' },
    ]) {
      const input = feedWith({ articles: [{ ...article, translations }, held] })
      const feed = createFeed(input, { now: '2026-03-09' })
      expect(feed.articles).toHaveLength(1)
      expect(feed.articles[0]?.translations.map(({ language }) => language)).toEqual(['vi'])
    }
  })

  it('are told once where they have the key too', () => {
    const translationKey = 'one'
    const own = { ...article, translations, translationKey }
    const french = {
      ...{ ...article, title: 'Un', link: '/fr/1', published: '2026-03-03' },
      ...{ language: 'fr', translationKey },
    }
    const german = { ...french, title: 'Eins', link: '/de/1', published: '2026-03-04' }
    const input = feedWith({
      ...{ allTranslations: true, articles: [own, french, { ...german, language: 'de' }] },
    })
    const told = createFeed(input).articles.find(({ title }) => title === 'One')?.translations
    expect(told?.map(({ language, link }) => [language, link])).toEqual([
      ['vi', `${site}/vi/1`],
      ['fr', `${site}/fr/1`],
      ['de', `${site}/de/1`],
    ])
  })
})

describe('pictures', () => {
  const plant = { url: '/plant.jpg', alt: 'The plant' }
  const figure = (url: string, caption: string) =>
    `<figure><img src="${url}" alt="Shown"><figcaption>${caption}</figcaption></figure>`

  it('have the caption of the body where the record has none', () => {
    const rotor = { url: '/rotor.jpg', alt: 'A rotor', caption: 'A rotor.' }
    const body = `<p>The text.</p>${figure('/plant.jpg', 'The plant at dawn.')}`
    const input = articleWith({ images: [rotor, plant], body })
    expect(saidOf(input)).toEqual([])
    expect(only(input)?.images.map(({ url, caption }) => [url, caption])).toEqual([
      [`${site}/rotor.jpg`, 'A rotor.'],
      [`${site}/plant.jpg`, 'The plant at dawn.'],
    ])
  })

  it('that only the body captions are pictures of the article too', () => {
    const images = [{ ...plant, caption: 'The plant.' }]
    const body = `<p>The text.</p>${figure('/rotor.png', 'A rotor.')}${figure('/render?id=5', 'A blade.')}`
    const input = articleWith({ images, body })
    expect(saidOf(input)).toEqual([])
    expect(only(input)?.images).toEqual([
      expect.objectContaining({ url: `${site}/plant.jpg`, type: 'image/jpeg' }),
      expect.objectContaining({
        ...{ url: `${site}/rotor.png`, alt: 'Shown', caption: 'A rotor.', type: 'image/png' },
      }),
      expect.objectContaining({ url: `${site}/render?id=5`, caption: 'A blade.' }),
    ])
    expect(only(input)?.images[2]?.type).toBeUndefined()
  })

  it('are credited below their caption, in the language of the article', () => {
    const images = [{ ...plant, caption: 'The plant.', credit: 'Press office' }]
    expect(only(articleWith({ images }))?.content).toContain(
      'The plant. <small>Photo: Press office',
    )
    expect(only(articleWith({ images, language: 'de' }))?.content).toContain(
      'The plant. <small>Foto: Press office',
    )
    expect(only(articleWith({ images }))?.images[0]?.credit).toBe('Press office')
    const own = { words: { en: { credit: 'Picture by {credit}' } } }
    expect(only({ ...articleWith({ images }), ...own })?.content).toContain(
      '<small>Picture by Press office',
    )
  })
})

describe('a summary', () => {
  it('is that of the record, else the first words of the body, else the title', () => {
    expect(only(articleWith({ summary: 'In short.' }))?.summary).toBe('In short.')
    expect(only(clean)?.summary).toBe('The text.')
    expect(only(articleWith({ body: null }))?.summary).toBe('One')
    expect(only(articleWith({ body: '<script>a()</script>' }))?.summary).toBe('One')
  })

  it('stands in for a body that is missing, as the title does', () => {
    expect(only(articleWith({ body: null, summary: 'A & B' }))?.content).toBe('<p>A &amp; B</p>')
    expect(only(articleWith({ body: '<p></p>' }))?.content).toBe('<p>One</p>')
  })
})

describe('a logo', () => {
  it.each([
    ['/logo.png', true],
    ['/logo.GIF', true],
    ['/logo.jpg', true],
    ['/logo.jpeg?v=2', true],
    ['/logo.svg', false],
    ['/logo.png/', false],
    ['/logo.png.webp', false],
    ['/logo', false],
    [{ url: '/logo.png', width: 144, height: 400 }, true],
    [{ url: '/logo.png', width: 145, height: 400 }, false],
    [{ url: '/logo.png', width: 144, height: 401 }, false],
    [{ url: '/logo.png', width: 144 }, true],
    [{ url: '/logo.png', height: 400 }, true],
    [{ url: '/logo.svg', width: 1, height: 1 }, false],
  ] as const)('%j', (logo, fitsRss) => {
    const feed = createFeed(feedWith({ logo }))
    expect(feed.logo?.fitsRss).toBe(fitsRss)
    expect(said(feed.issues)).toEqual(fitsRss ? [] : ['logo-left-out logo'])
  })
})

it('a feed names what made it unless that is not wanted', () => {
  expect(createFeed(clean).generator).toBe(true)
  expect(createFeed(feedWith({ generator: false })).generator).toBe(false)
})

describe('a text', () => {
  it.each(['&#233;', '&#xE9;', '&#x1F600;', '&#128512;', '&eacute;', '&AMP;'])(
    'with an entity is kept, and told: %s',
    (found) => {
      const [told, ...others] = checkFeed(feedWith({ title: `A ${found} B` }))
      expect(told?.message).toBe(
        `Kept "${found}" as written: expected plain text, not HTML entities`,
      )
      expect(others).toEqual([])
    },
  )

  it.each(['AT&T; A', 'A &#; B', 'A &#x; B', 'A & B; C', 'A &é; B'])(
    'without one is not: %s',
    (title) => {
      expect(saidOf(feedWith({ title }))).toEqual([])
    },
  )
})

it('a Date that no feed can write is told as such', () => {
  const [told] = checkFeed(articleWith({ updated: new Date(8.64e15) }))
  expect(told).toMatchObject({ code: 'impossible-date', path: 'articles[0].updated' })
  expect(told?.message).toMatch(/: expected a valid Date between the years 1 and 9999$/)
})

describe('words of one’s own', () => {
  const wordsOf = (words: object) => checkFeed(feedWith({ words: { en: words } }))
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']

  it.each([7, null, undefined, '', ' ', '<b></b>', ['l'], { name: 'l' }])(
    'are twelve names of months, not %o',
    (month) => {
      for (const months of [
        [...names, month],
        [month, ...names],
      ]) {
        const [found, ...others] = wordsOf({ months }).filter(
          ({ severity }) => severity === 'error',
        )
        expect(found).toMatchObject({ code: 'wrong-type', path: 'words.en.months' })
        expect(found?.message).toMatch(/twelve names$/)
        expect(others).toEqual([])
      }
    },
  )

  it('are twelve names, and no list that is as long', () => {
    const [found, ...others] = wordsOf({ months: new Array<string>(12) })
    expect(found).toMatchObject({ code: 'wrong-type', path: 'words.en.months' })
    expect(others).toEqual([])
  })

  it('are not given where they are blank', () => {
    expect(wordsOf({ months: '', contact: '', credit: ' ', person: null })).toEqual([])
    const input = { ...articleWith({ contacts: [{ name: 'A' }] }), words: { en: { contact: ' ' } } }
    expect(createFeed(input).articles[0]?.content).toContain('<h2>Press contact</h2>')
  })

  it.each([
    ['credit', '{credit}', ''],
    ['correctionTitle', '{title}', ''],
    ['corrected', '{title}', '{date}'],
    ['replaces', '{title}', ''],
    ['replacedBy', '{title}', ''],
    ['withdrawn', '', '{published} {date}'],
    ['withdrawnTitle', '', '{date}'],
    ['withdrawalTitle', '', '{date}'],
    ['correction', '', '{date}'],
    ['dateline', '{place}', '{date}'],
    ['date', '{day} {month} {year}', ''],
    ['morePictures', '{count}', ''],
    ['rawFeedPage', '{address}', ''],
  ])('of %s hold all of "%s", and perhaps %s', (name, needed, free) => {
    const must = needed.split(' ').filter(Boolean)
    expect(wordsOf({ [name]: `A ${needed} ${free}` })).toEqual([])
    expect(wordsOf({ [name]: `A ${needed}` })).toEqual([])
    for (const place of must) {
      const rest = must.filter((other) => other !== place).join(' ')
      const [found, ...others] = wordsOf({ [name]: `A ${rest} ${free}` })
      expect(found).toMatchObject({ code: 'invalid-value', path: `words.en.${name}` })
      expect(found?.message).toContain(place)
      expect(others).toEqual([])
    }
  })
})

describe('hubs', () => {
  it('are whole addresses, each once', () => {
    const hubsOf = (hub: unknown) => createFeed(feedWith({ hub })).hubs
    expect(hubsOf('https://Hub.example')).toEqual(['https://hub.example/'])
    expect(hubsOf(['https://a.example/', 'https://b.example/', 'https://A.example'])).toEqual([
      'https://a.example/',
      'https://b.example/',
    ])
    expect(hubsOf([])).toEqual([])
    expect(hubsOf('')).toEqual([])
    expect(hubsOf(null)).toEqual([])
  })
})

describe('the head of a record', () => {
  const { articles: _, ...head } = clean
  const now = '2026-03-09'
  const reader = (own: object = {}) => headReader({ ...head, articles: [], ...own }, { now })
  const read = (record: unknown, own: object = {}) => reader(own)(record, '[3]')
  const record = { ...article, id: 'tag:newsroom.example,2026:A', link: '/A/' }
  const names = ['tag:newsroom.example,2026:a', `${site}/a`]

  it('is there where nothing refuses it', () => {
    const { life, found, others, held, issues } = read({ ...record, title: 'A <b>title</b>' })
    expect([life, others, held]).toEqual([{ state: 'in' }, undefined, []])
    expect(said(issues)).toEqual(['markup-in-text [3].title'])
    expect(found?.path).toBe('[3]')
    expect(found?.heads).toHaveLength(1)
    expect(found?.heads[0]).toMatchObject({
      ...{ id: 'tag:newsroom.example,2026:A', title: 'A title', link: `${site}/A/` },
      ...{ published: '2026-03-02T00:00:00Z', inLanguage: 'en', language: undefined },
    })
  })

  it('is not where something does, and that is told once', () => {
    const { life, found, others, held, issues } = read({ ...record, title: '' })
    expect([life, found, others, held]).toEqual([{ state: 'in' }, undefined, undefined, []])
    expect(said(issues)).toEqual(['empty-title [3].title'])
    const both = reader()
    expect(said(both({ ...record, title: '' }, '[0]').issues)).toEqual(['empty-title [0].title'])
    expect(said(both(record, '[1]').issues)).toEqual([])
    expect(said(both(7, '[2]').issues)).toEqual(['wrong-type [2]'])
  })

  it('of a draft is only what others may call it', () => {
    const draft = { ...record, draft: true, title: '', published: 'soon' }
    expect(read(draft)).toEqual({ life: { state: 'held' }, held: names, issues: [] })
  })

  it('of what is under embargo is known, and nothing is said of it', () => {
    const embargo = '2026-03-10'
    const { life, found, others, held, issues } = read({ ...record, embargo, title: '' })
    expect(life).toEqual({ state: 'held', next: '2026-03-10T00:00:00Z' })
    expect([found, held, issues]).toEqual([undefined, names, []])
    expect(others?.[0].link).toBe(`${site}/A/`)
  })

  it('of what has expired is known, and may be named by others', () => {
    const { life, found, others, held, issues } = read({ ...record, expires: '2026-03-05' })
    expect(life).toEqual({ state: 'gone', left: '2026-03-05T00:00:00Z' })
    expect([found, held, issues]).toEqual([undefined, [], []])
    expect(others?.[0].id).toBe(record.id)
  })

  it('is read with what the feed says', () => {
    const { id: _id, ...without } = record
    expect(read(without, { ids: 'link' }).found?.heads[0].id).toBe(`${site}/A/`)
    expect(read({ ...record, language: 'fr' }).found?.heads[0]).toMatchObject({
      ...{ language: 'fr', inLanguage: 'fr' },
    })
    expect(read(record, { language: 'fr' }).found?.heads[0].inLanguage).toBe('fr')
    const zoned = read({ ...record, published: '2026-03-02T09:00' }, { timeZone: 'Europe/Paris' })
    expect(zoned.found?.heads[0].published).toBe('2026-03-02T08:00:00Z')
    const withdrawn = { ...record, withdrawn: { date: '2026-03-05' } }
    expect(read(withdrawn).life).toEqual({ state: 'in', next: '2026-04-04T00:00:00Z' })
    expect(read(withdrawn, { withdrawalNoticeInDays: 2 }).life).toEqual({
      ...{ state: 'gone', left: '2026-03-07T00:00:00Z' },
    })
    const own = { words: { en: { withdrawnTitle: 'Gone, {date}' } } }
    expect(read(withdrawn, own).found?.heads[0].title).toBe('Gone, 2 March 2026')
  })

  it('asks for words in every record that needs some', () => {
    const withdrawn = { ...record, language: 'it', withdrawn: { date: '2026-03-05' } }
    const both = reader()
    expect(said(both(withdrawn, '[0]').issues)).toEqual(['no-words words'])
    expect(said(both(withdrawn, '[1]').issues)).toEqual(['no-words words'])
  })

  it('is read even where the feed is none', () => {
    const { found, issues } = headReader(7, {})(article, '[0]')
    expect([found?.heads[0].title, issues]).toEqual(['One', []])
  })
})

describe('names of what is held back', () => {
  it.each([
    ['https://a.example/B/', 'https://a.example/b'],
    ['https://a.example/b#top', 'https://a.example/b'],
    ['https://a.example/b/#a#b\nc', 'https://a.example/b'],
    ['https://a.example/b//', 'https://a.example/b/'],
    ['tag:a.example,2026:B', 'tag:a.example,2026:b'],
    ['', ''],
  ])('%j is compared as %j', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })

  it('are not those that somebody else has too', () => {
    const other = relative('tag:a.example,2026:X', { link: 'https://a.example/B/' })
    const held = ['https://a.example/b', 'https://a.example/c', 'tag:a.example,2026:x']
    expect([...onlyHeld(held, [other])]).toEqual(['https://a.example/c'])
    expect([...onlyHeld(held, [])]).toEqual(held)
    expect([...onlyHeld([], [other])]).toEqual([])
  })
})

describe('what articles are to each other', () => {
  const none = new Set<string>()
  const link = (id: string) => `https://a.example/${id}`
  const reference = ({ id, link, title, published }: Related) => ({ id, link, title, published })
  const old = relative('old')
  const first = relative('first', { published: '2026-03-03T00:00:00Z', replaces: [named('old')] })
  const second = relative('second', { published: '2026-03-04T00:00:00Z', replaces: [named('old')] })

  it('is nothing, where they name nothing', () => {
    expect(relate([old], none, [])('old')).toEqual(unrelated)
    expect(relate([], none, [])('old')).toEqual(unrelated)
  })

  it('is that one took the place of another, a second before it came out', () => {
    for (const all of [
      [old, first, second],
      [second, first, old],
    ]) {
      const of = relate(all, none, [])
      expect(of('old')).toEqual({
        ...unrelated,
        replacedBy: [reference(first), reference(second)],
        changed: '2026-03-03T23:59:59Z',
      })
      expect(of('first')).toEqual({ ...unrelated, replaces: [reference(old)] })
    }
  })

  it('is so for several at seconds of their own', () => {
    const other = relative('other')
    const newer = relative('newer', {
      published: '2026-03-04T00:00:00Z',
      replaces: [named('old'), named('other'), named('old')],
    })
    const of = relate([old, other, newer], none, [])
    expect(of('newer').replaces).toEqual([reference(old), reference(other)])
    expect([of('old').changed, of('other').changed]).toEqual([
      '2026-03-03T23:59:59Z',
      '2026-03-03T23:59:58Z',
    ])
  })

  it('is found by link or id, of what is gone too', () => {
    const byLink = relative('newer', { replaces: [{ name: '/old', link: link('old') }] })
    for (const [all, gone] of [
      [[old, byLink], []],
      [[byLink], [old]],
    ] as const) {
      expect(relate(all, none, gone)('newer').replaces).toEqual([reference(old)])
    }
    // What is there goes before what is gone.
    const again = relative('again', { link: link('old') })
    expect(relate([byLink, again], none, [old])('newer').replaces).toEqual([reference(again)])
  })

  it('is a link or an id where nobody is called so', () => {
    const replacesOf = (name: string, href?: string) =>
      relate([relative('newer', { replaces: [{ name, link: href }] })], none, [])('newer').replaces
    expect(replacesOf('https://a.example/x', link('x'))).toEqual([{ link: link('x') }])
    expect(replacesOf('HTTP://a.example/x', link('x'))).toEqual([{ link: link('x') }])
    expect(replacesOf('/x', link('x'))).toEqual([{ link: link('x') }])
    expect(replacesOf('./x', link('x'))).toEqual([{ link: link('x') }])
    expect(replacesOf('../x', link('x'))).toEqual([{ link: link('x') }])
    expect(replacesOf('2026/x', link('2026/x'))).toEqual([{ id: '2026/x' }])
    expect(replacesOf('tag:a.example,2026:x')).toEqual([{ id: 'tag:a.example,2026:x' }])
  })

  it('is not told of what is held back, nor of itself', () => {
    const held = new Set([nameKey(link('x')), 'tag:a.example,2026:y'])
    const replaces = [
      ...[{ name: '/x', link: link('x') }, { name: 'tag:a.example,2026:Y' }],
      ...[named('newer'), { name: '/newer', link: link('newer') }],
    ]
    expect(relate([relative('newer', { replaces })], held, [])('newer').replaces).toEqual([])
  })

  it('is to be versions of one, in the order of their languages', () => {
    const key = { translationKey: 'k' }
    const all = [
      relative('en', key),
      relative('vi', { ...key, inLanguage: 'vi' }),
      relative('fr', { ...key, inLanguage: 'fr' }),
      relative('copy', key),
      relative('other', { translationKey: 'l', inLanguage: 'de' }),
      relative('gone', { ...key, inLanguage: 'es', withdrawn: { date: '', reason: '' } }),
      relative('notice', { ...key, inLanguage: 'it', announces: 'vi' }),
    ]
    const of = relate(all, none, [])
    const version = (language: string) => ({ language, link: link(language), id: language })
    expect(of('en').translations).toEqual([version('fr'), version('vi')])
    expect(of('copy').translations).toEqual([version('fr'), version('vi')])
    expect(of('vi').translations).toEqual([
      ...[version('en'), { ...version('en'), id: 'copy', link: link('copy') }, version('fr')],
    ])
    for (const id of ['other', 'gone', 'notice']) expect(of(id)).toEqual(unrelated)
  })

  it('changes them, if that was later than their own change', () => {
    const updated = '2026-03-05T00:00:00Z'
    expect(lastChange({ updated }, unrelated)).toBe(updated)
    const later = '2026-03-05T00:00:01Z'
    expect(lastChange({ updated }, { ...unrelated, changed: later })).toBe(later)
    const sooner = '2026-03-04T23:59:59Z'
    expect(lastChange({ updated }, { ...unrelated, changed: sooner })).toBe(updated)
  })

  function named(name: string) {
    return { name }
  }
})

/** An article as others see it. */
function relative(id: string, own: Partial<Related> = {}): Related {
  return {
    ...{ id, title: id, link: `https://a.example/${id}`, published: '2026-03-02T00:00:00Z' },
    ...{ inLanguage: 'en', translationKey: undefined, replaces: [], announces: undefined },
    ...{ withdrawn: undefined, ...own },
  }
}
