import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, type FeedInput } from 'pressfeed'
import { articlesWith, articleWith, clean, feedWith, said, saidOf } from '../hostile/feed-with.js'

const [article] = clean.articles
const hour = '2026-03-02T08:00:00Z'

const only = (input: FeedInput) => createFeed(input).articles[0]

describe('the life of a record', () => {
  it('that is withdrawn at its hour is not called off before it', () => {
    const withdrawn = { date: hour, reason: 'Not ours.' }
    const input = articleWith({ embargo: hour, published: hour, withdrawn })
    const before = createFeed({ ...input, updated: '2026-03-01' }, { now: '2026-03-02T07:00:00Z' })
    expect([before.articles.length, before.nextChange]).toEqual([0, hour])
    const at = createFeed(input, { now: hour })
    const notice = at.articles.find(({ announces }) => announces === undefined)
    expect(notice?.title).toBe('Withdrawn: press release of 2 March 2026')
    expect(notice?.withdrawn).toEqual({ date: hour, reason: 'Not ours.' })
  })

  it.each([undefined, 'in March'])('ends when it expires, published %s', (published) => {
    const input = articleWith({ published, expires: hour })
    const feed = createFeed(input, { now: hour })
    expect([feed.articles, feed.updated, said(feed.issues)]).toEqual([[], hour, []])
  })

  it('may end with the last second that there is', () => {
    const last = '9999-12-31T23:59:59Z'
    const feed = createFeed(articleWith({ expires: last }), { now: hour })
    expect([feed.articles.length, feed.nextChange]).toEqual([1, last])
    expect(createFeed(articleWith({ expires: last }), { now: last }).articles).toEqual([])
  })
})

describe('a change', () => {
  const changed = (updated: string | Date) =>
    feedWith({
      timeZone: 'Europe/Paris',
      articles: [{ ...article, published: '2026-03-02T09:00', updated }],
    })

  it.each(['2026-03-02', ' 2026-03-02', '2026-03-02 ', '\t2026-03-02\n'])(
    'of the day %j alone was not made before an hour of it',
    (updated) => {
      expect(saidOf(changed(updated))).toEqual([])
      expect(only(changed(updated))?.updated).toBe(hour)
    },
  )

  it.each([
    '2026-03-02T08:59',
    '2026-03-02 08:59',
    '2026-03-02T08:59+01:00',
    '2026-03-02T07:59Z',
    '2026-03-01',
    new Date('2026-03-02T07:59:00Z'),
  ])('of %j was, as it has an hour or an earlier day', (updated) => {
    expect(saidOf(changed(updated))).toEqual(['updated-before-published articles[0].updated'])
  })
})

describe('corrections', () => {
  it('stand with the newest first, those of one time in the order of the record', () => {
    const corrections = [
      { date: '2026-03-04', note: 'B' },
      { date: '2026-03-04', note: 'C' },
      { date: '2026-03-03', note: 'D' },
      { date: '2026-03-05', note: 'A' },
      { date: '2026-03-04', note: 'C2' },
    ]
    const notes = only(articleWith({ corrections }))?.corrections.map(({ note }) => note)
    expect(notes).toEqual(['A', 'B', 'C', 'C2', 'D'])
  })

  it.each([false, true])('without a date are told once each, announced or not: %s', (announce) => {
    const corrections = [{ note: 'Rotors, not motors.', announce }]
    expect(saidOf(articlesWith({ corrections }, { corrections }))).toEqual([
      'missing-field articles[0].corrections[0].date',
      'missing-field articles[1].corrections[0].date',
    ])
  })

  it('with a date that cannot be read announce nothing', () => {
    const note = 'Rotors, not motors.'
    const corrections = [
      { date: '4 March', note, announce: true },
      { date: '2026-03-04T09:00', note, announce: true },
      { date: '2026-02-30', note, announce: true },
    ]
    expect(saidOf(articleWith({ corrections }))).toEqual([
      'unreadable-date articles[0].corrections[0].date',
      'date-without-zone articles[0].corrections[1].date',
      'impossible-date articles[0].corrections[2].date',
    ])
  })
})

describe('what announces', () => {
  it.each([
    [
      'a correction',
      { corrections: [{ date: hour, note: 'Rotors, not motors.', announce: true }] },
    ],
    ['a withdrawal', { withdrawn: { date: hour } }],
  ])('%s has the time of a second before it, and no correction of its own', (_, members) => {
    const { articles } = createFeed(articleWith({ ...members, published: '2026-03-01' }))
    const { id } = articles.find(({ announces }) => announces === undefined) ?? {}
    const announcement = articles.find(({ announces }) => announces !== undefined)
    expect(announcement).toMatchObject({
      announces: id,
      published: '2026-03-02T07:59:59Z',
      updated: '2026-03-02T07:59:59Z',
      corrections: [],
      withdrawn: undefined,
    })
  })
})

describe('a withdrawal', () => {
  it('that is null is none', () => {
    expect(saidOf(articleWith({ withdrawn: null }))).toEqual([])
    const { title, withdrawn, content } = only(articleWith({ withdrawn: null })) ?? {}
    expect([title, withdrawn, content]).toEqual(['One', undefined, '<p>The text.</p>'])
  })

  it('without a date is told once each, whatever else lacks one', () => {
    const withdrawn = { reason: 'Not ours.' }
    expect(saidOf(articlesWith({ withdrawn }, { withdrawn }))).toEqual([
      'missing-field articles[0].withdrawn.date',
      'missing-field articles[1].withdrawn.date',
    ])
    expect(saidOf(articleWith({ withdrawn: {}, published: null }))).toEqual([
      'missing-field articles[0].published',
      'missing-field articles[0].withdrawn.date',
    ])
  })

  it('in a feed without a language is told in the library’s words, which needs no word more', () => {
    const input = articleWith({ withdrawn: { date: hour } })
    expect(said(checkFeed({ ...input, language: '' }))).toEqual(['missing-field language'])
  })

  // Of a record that went by itself nothing is said, but others may name it.
  it('has no date in its title where the record has no date of publication', () => {
    const gone = { title: 'The old release', link: '/old', withdrawn: { date: '2026-01-05' } }
    const input = feedWith({
      words: { en: { withdrawnTitle: 'Withdrawn{date}' } },
      articles: [{ ...article, replaces: '/old' }, gone],
    })
    const { articles, issues } = createFeed(input, { now: '2026-06-01' })
    expect(said(issues)).toEqual([])
    expect(articles.flatMap(({ replaces }) => replaces.map(({ title }) => title))).toEqual([
      'Withdrawn',
    ])
  })
})
