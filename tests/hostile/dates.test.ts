import { describe, expect, it } from 'vitest'
import { createFeed } from 'pressfeed'
import { readArticles, readBack } from './documents.js'
import { articleWith, feedWith, saidOf } from './feed-with.js'

const paris = { timeZone: 'Europe/Paris' }

function dated(published: unknown, feed: Readonly<Record<string, unknown>> = {}) {
  return feedWith({ ...feed, articles: articleWith({ published }).articles })
}

describe('a date', () => {
  it.each([
    ['2026-03-02', {}, '2026-03-02T00:00:00Z'],
    ['2026-03-02', paris, '2026-03-01T23:00:00Z'],
    ['2026-07-02', paris, '2026-07-01T22:00:00Z'],
    ['2026-03-02T09:00', paris, '2026-03-02T08:00:00Z'],
    ['2026-03-02 09:00:30', paris, '2026-03-02T08:00:30Z'],
    ['2026-03-02T09:00:00+01:00', {}, '2026-03-02T08:00:00Z'],
    ['2026-03-02T09:00:00+0100', {}, '2026-03-02T08:00:00Z'],
    ['2026-03-02T09:00:00+01', {}, '2026-03-02T08:00:00Z'],
    ['2026-03-02T09:00:00-05:30', paris, '2026-03-02T14:30:00Z'],
    ['2026-03-02T09:00:00Z', paris, '2026-03-02T09:00:00Z'],
    ['2026-03-02t09:00:00z', {}, '2026-03-02T09:00:00Z'],
    ['2026-03-02T09:00Z', {}, '2026-03-02T09:00:00Z'],
    ['2026-03-02T09:00:00.999Z', {}, '2026-03-02T09:00:00Z'],
    ['2026-03-02T09:00:00,5Z', {}, '2026-03-02T09:00:00Z'],
    [' 2026-03-02 ', {}, '2026-03-02T00:00:00Z'],
    ['2024-02-29', {}, '2024-02-29T00:00:00Z'],
    ['2026-10-25T02:30:00+01:00', paris, '2026-10-25T01:30:00Z'],
    ['9999-12-31T23:59:59Z', {}, '9999-12-31T23:59:59Z'],
    [new Date('2026-03-02T09:00:00.750Z'), paris, '2026-03-02T09:00:00Z'],
    [new Date(0), {}, '1970-01-01T00:00:00Z'],
  ])('%s is read', (published, members, expected) => {
    const feed = createFeed(dated(published, members))
    expect(feed.articles[0]?.published).toBe(expected)
    const { rss, atom, json } = readArticles(readBack(feed))
    for (const [article] of [rss, atom, json]) expect(article?.published).toBe(Date.parse(expected))
  })

  it.each([
    ['2 March 2026', {}, 'unreadable-date'],
    ['02/03/2026', {}, 'unreadable-date'],
    ['Mon, 02 Mar 2026 08:00:00 +0000', {}, 'unreadable-date'],
    ['2026-3-2', {}, 'unreadable-date'],
    ['2026', {}, 'unreadable-date'],
    ['20260302', {}, 'unreadable-date'],
    ['2026-W10-1', {}, 'unreadable-date'],
    ['1772409600', {}, 'unreadable-date'],
    ['+012026-03-02', {}, 'unreadable-date'],
    ['10001-01-01', {}, 'unreadable-date'],
    ['2026-03-02T9:00Z', {}, 'unreadable-date'],
    ['2026-03-02T09:00:00 CET', {}, 'unreadable-date'],
    ['2026-03-02Z', {}, 'unreadable-date'],
    ['tomorrow', {}, 'unreadable-date'],
    ['٢٠٢٦-٠٣-٠٢', {}, 'unreadable-date'],
    ['2026-03-02\u0000', {}, 'unreadable-date'],
    ['2026-02-30', {}, 'impossible-date'],
    ['2026-02-29', paris, 'impossible-date'],
    ['2026-13-01', {}, 'impossible-date'],
    ['2026-00-10', {}, 'impossible-date'],
    ['2026-03-02T24:00Z', {}, 'impossible-date'],
    ['2026-03-02T25:00Z', {}, 'impossible-date'],
    ['2026-03-02T09:60Z', {}, 'impossible-date'],
    ['2026-03-02T09:00:00+25:00', {}, 'impossible-date'],
    ['0000-01-01', {}, 'impossible-date'],
    ['9999-12-31T23:59:59-01:00', {}, 'impossible-date'],
    ['2026-03-29T02:30', paris, 'impossible-date'],
    ['2026-10-25T02:30', paris, 'ambiguous-date'],
    ['2026-03-02T09:00', {}, 'date-without-zone'],
    ['2026-03-02 09:00:30', {}, 'date-without-zone'],
    [new Date(Number.NaN), {}, 'wrong-type'],
    [new Date(Date.UTC(10_000, 0, 1)), {}, 'impossible-date'],
    [new Date(-8.64e15), {}, 'impossible-date'],
    [1_772_409_600, {}, 'wrong-type'],
    [true, {}, 'wrong-type'],
    [{}, {}, 'wrong-type'],
    [[], {}, 'wrong-type'],
  ])('%s is refused', (published, members, code) => {
    expect(saidOf(dated(published, members))).toEqual([`${code} articles[0].published`])
  })

  it('that is refused is refused in every field that takes one', () => {
    const bad = '2026-02-30'
    expect(saidOf(feedWith({ updated: bad }))).toEqual(['impossible-date updated'])
    for (const field of ['published', 'updated', 'expires']) {
      expect(saidOf(articleWith({ [field]: bad }))).toEqual([
        `impossible-date articles[0].${field}`,
      ])
    }
  })
})

describe('a time zone', () => {
  it.each(['Europe/Paris', 'America/Argentina/Buenos_Aires', 'UTC', ' Asia/Ho_Chi_Minh '])(
    '%s is known',
    (timeZone) => {
      expect(saidOf(feedWith({ timeZone }))).toEqual([])
    },
  )

  it.each([
    'Mars/Olympus',
    'Paris',
    '+01:00',
    '+1',
    '1',
    'GMT+1',
    'local',
    '\u0000',
    'Europe/Paris\u0000',
  ])('%j is not', (timeZone) => {
    expect(saidOf(feedWith({ timeZone }))).toEqual(['invalid-time-zone timeZone'])
  })
})
