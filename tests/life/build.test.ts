import { describe, expect, it } from 'vitest'
import { parseAtomFeed } from 'feedsmith'
import type { ArticleInput, Newsroom } from 'pressfeed'
import { build, check, markdownFolder } from 'pressfeed/node'
import { article, buildFolder, head } from '../node/build-folder.js'

const { read, write, options } = buildFolder()
const feeds = [{ format: 'atom', path: '/atom.xml' }] as const

function newsroom(articles: Newsroom['articles'], more: Partial<Newsroom> = {}): Newsroom {
  return { ...head, articles, feeds, ...more }
}

function updated(path = 'atom.xml'): string | undefined {
  return parseAtomFeed(read(path)).updated
}

function titles(path = 'atom.xml'): readonly (string | undefined)[] {
  return (parseAtomFeed(read(path)).entries ?? []).map(({ title }) => title?.value)
}

describe('when an article is taken out', () => {
  const at = (day: number) => ({ ...options, now: `2026-06-0${day}T12:00:00Z` })

  it('the feed says that it changed, and goes on saying so until something newer happens', async () => {
    await build(newsroom([article(1), article(2)]), at(1))
    expect(updated()).toBe('2026-01-01T02:00:00.000Z'.replace('.000', ''))
    await build(newsroom([article(1)]), at(2))
    expect([updated(), titles()]).toEqual(['2026-06-02T12:00:00Z', ['Article 1']])
    const again = await build(newsroom([article(1)]), at(3))
    expect(again.documents.map(({ status }) => status)).toEqual(['unchanged'])
    expect(updated()).toBe('2026-06-02T12:00:00Z')
    await build(newsroom([article(1), article(3, { published: '2026-06-04' })]), at(4))
    expect(updated()).toBe('2026-06-04T00:00:00Z')
  })

  it('by an old one’s place beyond the limit, nothing is said', async () => {
    const limited = { feeds: [{ ...feeds[0], limit: 2 }] }
    await build(newsroom([article(1), article(2)], limited), at(1))
    await build(newsroom([article(1), article(2), article(3)], limited), at(2))
    expect([updated(), titles()]).toEqual(['2026-01-01T03:00:00Z', ['Article 3', 'Article 2']])
  })

  it('or taken out of one feed only, that feed says so', async () => {
    const tagged = {
      feeds: [...feeds, { format: 'atom', path: '/energy.xml', only: { tag: 'energy' } }] as const,
    }
    const energy = article(2, { tags: ['energy'] })
    const other = article(1, { tags: ['energy'] })
    await build(newsroom([other, energy], tagged), at(1))
    await build(newsroom([other, article(2)], tagged), at(2))
    expect([updated(), updated('energy.xml')]).toEqual([
      '2026-01-01T02:00:00Z',
      '2026-06-02T12:00:00Z',
    ])
  })

  it('by its expiry, the feed says when that was, whenever it is built', async () => {
    const expiring = article(2, { expires: '2026-06-02T09:00:00Z' })
    await build(newsroom([article(1), expiring]), at(1))
    for (const day of [3, 4]) {
      const report = await build(newsroom([article(1), expiring]), at(day))
      expect([updated(), titles(), report.expired]).toEqual([
        ...['2026-06-02T09:00:00Z', ['Article 1'], 1],
      ])
    }
  })

  it('a foreign file in the place of the feed changes nothing but that', async () => {
    write('out/atom.xml', 'not a feed')
    await build(newsroom([article(1)]), at(1))
    expect(updated()).toBe('2026-01-01T01:00:00Z')
  })
})

describe('the notice on a withdrawn article', () => {
  it.each([
    [undefined, '2026-06-09T12:00:00Z', '2026-07-01T12:00:00Z'],
    [5, '2026-06-06T11:59:59Z', '2026-06-06T12:00:00Z'],
  ])('stays for %s days, and no longer', async (withdrawalNoticeInDays, before, end) => {
    const gone = article(2, { withdrawn: { date: '2026-06-01T12:00:00Z', announce: false } })
    const press = newsroom([article(1), gone], { withdrawalNoticeInDays })
    const report = await build(press, { ...options, now: before })
    expect([titles(), report.nextChange]).toEqual([
      ...[['Withdrawn: press release of 1 January 2026', 'Article 1'], end],
    ])
    const after = await build(press, { ...options, now: end })
    expect([titles(), updated(), after.expired]).toEqual([['Article 1'], end, 1])
  })
})

describe('when an article gets too old for a feed', () => {
  it('the report says when that will be, and then it is so', async () => {
    const aged = newsroom([article(1)], { feeds: [{ ...feeds[0], maxAgeInDays: 10 }] })
    const before = await build(aged, { ...options, now: '2026-01-11T01:00:00Z' })
    expect([titles(), before.nextChange]).toEqual([['Article 1'], '2026-01-11T01:00:01Z'])
    const after = await build(aged, { ...options, now: before.nextChange! })
    expect([titles(), after.nextChange]).toEqual([[], undefined])
  })
})

describe('check', () => {
  const press = { ...head, lint: {} }
  const contacts = [{ name: 'Desk', email: 'press@newsroom.example' }]
  const held: ArticleInput = {
    title: 'Held',
    link: '/held',
    published: '2026-07-01T09:00:00Z',
    embargo: '2026-07-01T09:00:00Z',
    body: '<p>Held.</p>',
    images: [{ url: '/held.jpg', alt: 'H', credit: 'C' }],
  }

  it('lists what is under embargo, and looks at it as it will be', async () => {
    const report = await check({ ...newsroom([article(1), held]), lint: {} }, options)
    expect(report.held).toEqual([{ origin: 'articles[1]', until: '2026-07-01T09:00:00Z' }])
    expect(report.nextChange).toBe('2026-07-01T09:00:00Z')
    expect(report.issues.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'no-contact articles[0].contacts',
      'no-contact articles[1].contacts',
      'picture-without-caption articles[1].images[0].caption',
    ])
    const built = await build({ ...newsroom([article(1), held]), lint: {} }, options)
    expect(JSON.stringify(built)).not.toMatch(/[Hh]eld|contact/)
  })

  it('tells today what would refuse the build at the hour', async () => {
    const broken = { ...held, link: 'https://', published: '2026-06-30T09:00:00Z' }
    const report = await check(newsroom([article(1), broken]), options)
    expect(report.ok).toBe(false)
    expect(report.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'invalid-address articles[1].link',
      'published-before-embargo articles[1].published',
      'picture-without-caption articles[1].images[0].caption',
    ])
  })

  it('names the file and line of what is under embargo', async () => {
    write(
      'content/held.md',
      '---\ntitle: Held\nlink: /h\npublished: 2026-07-01\nembargo: 2026-07-01\n---\n',
    )
    const report = await check(newsroom(markdownFolder('content')), options)
    expect(report.held).toEqual([{ origin: 'content/held.md', until: '2026-07-01T00:00:00Z' }])
    const empty = report.issues.find(({ code }) => code === 'empty-body')
    expect(empty).toMatchObject({ file: 'content/held.md', line: 8 })
  })

  it.each([
    ['a title of 110 characters', { title: 'x'.repeat(110), contacts }, []],
    ['one of 111', { title: 'x'.repeat(111), contacts }, ['long-title']],
    ['one of 110 beyond the first plane', { title: '𝒳'.repeat(110), contacts }, []],
    ['a contact with a name alone', { contacts: [{ name: 'Desk' }] }, ['no-contact']],
    [
      'a picture without credit',
      { contacts, images: [{ url: '/a.jpg', alt: 'A', caption: 'C' }] },
      ['picture-without-credit'],
    ],
    [
      'a summary that begins with the boilerplate',
      {
        ...{ contacts, boilerplate: '<p>The Ministry of <b>Energy</b> looks after energy.</p>' },
        summary: 'The Ministry of energy looks after energy. It opens a plant.',
      },
      ['boilerplate-in-summary'],
    ],
    [
      'one that has a word of it',
      { contacts, boilerplate: '<p>The Ministry looks after energy.</p>', summary: 'The plant.' },
      [],
    ],
    ['a withdrawn release', { title: 'x'.repeat(200), withdrawn: { date: '2026-05-31' } }, []],
  ] as const)('has an eye for %s', async (_, more, codes) => {
    const report = await check({ ...newsroom([article(1, more)]), lint: press.lint }, options)
    expect(report.issues.map(({ code }) => code)).toEqual(codes)
    const quiet = { titleLength: 500, credit: false, contact: false, boilerplate: false }
    const silent = await check({ ...newsroom([article(1, more)]), lint: quiet }, options)
    expect(silent.issues).toEqual([])
  })

  it('misses a translation for each language that has a feed, unless it is only held back', async () => {
    const languages = ['en', 'fr', 'vi'].map((language) => ({
      ...({ format: 'atom', path: `/${language}.xml`, only: { language } } as const),
    }))
    const of = (hour: number, language: string, more: Partial<ArticleInput> = {}) =>
      article(hour, { language, translationKey: 'key', contacts, ...more })
    const missing = async (articles: readonly ArticleInput[], lint: Newsroom['lint'] = {}) => {
      const report = await check({ ...newsroom(articles, { feeds: languages }), lint }, options)
      const found = report.issues.filter(({ code }) => code === 'translation-missing')
      return found.map(({ path, message }) => `${path} ${message.split(':')[0]}`)
    }
    expect(await missing([of(1, 'en'), of(2, 'fr')])).toEqual([
      'articles[0].translationKey Not there in vi',
    ])
    const vietnamese = of(3, 'vi', { embargo: '2026-07-01', published: '2026-07-01' })
    expect(await missing([of(1, 'en'), of(2, 'fr-CA'), vietnamese])).toEqual([])
    // One without a key is not meant to be translated, unless all are.
    const alone = article(4, { language: 'en', contacts })
    expect(await missing([alone])).toEqual([])
    expect(await missing([alone], { languages: ['en', 'fr'] })).toEqual([
      'articles[0].translationKey Not there in fr',
    ])
    expect(await missing([of(1, 'en')], { translation: false })).toEqual([])
  })

  it('does not look into archive pages', async () => {
    const many = Array.from({ length: 40 }, (_, hour) => article(hour))
    const archived = {
      ...newsroom(many, { feeds: [{ ...feeds[0], limit: 5, archive: { size: 5 } }] }),
      lint: {},
    }
    const report = await check(archived, options)
    const current = report.documents.find(({ archiveOf }) => archiveOf === undefined)!
    expect(report.documents.length).toBeGreaterThan(4)
    expect(report.issues.map(({ code }) => code)).toEqual(
      Array(current.articles).fill('no-contact'),
    )
  })
})
