import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { build } from 'pressfeed/node'
import { readFeed, type SeenFeed } from './read-feeds.js'
import { newsroomAt, stages } from './stages.js'

const formats = ['rss.xml', 'atom.xml', 'json'] as const
const slices = ['all', 'en', 'fr', 'energy'] as const

const release = 'Second plant opens'
const announced = 'Correction: Second plant opens'
const french = 'Une deuxième usine ouvre'
const newer = 'Second plant will make 5,000 rotors'
const notice = 'Withdrawn: press release of 2 March 2026'
const announcedNotice = 'Notice: press release of 2 March 2026 withdrawn'
const statement = 'A statement'

const correction = 'Correction, 3 March 2026: The plant makes 4,000 rotors a year, not 40,000.'

interface Row {
  /** Titles in each feed, in its order. */
  readonly all: readonly string[]
  readonly en: readonly string[]
  readonly fr: readonly string[]
  readonly energy: readonly string[]
  /** When the feed of everything says it changed. */
  readonly updated: string
  /** When something changes by itself. */
  readonly next: string | undefined
  /** The release, whatever it is called: when it changed, its paragraphs, pictures and other languages. */
  readonly release?: readonly [
    updated: string,
    paragraphs: readonly string[],
    pictures: number,
    related: readonly string[],
  ]
}

const february = '2026-02-01T08:00:00Z'
const rows: Readonly<Record<string, Row>> = {
  'a draft': {
    ...{ all: [statement], en: [statement], fr: [], energy: [] },
    ...{ updated: february, next: undefined },
  },
  'a millisecond before the hour': {
    ...{ all: [statement], en: [statement], fr: [], energy: [] },
    ...{ updated: february, next: '2026-03-02T08:00:00Z' },
  },
  'at the hour': {
    ...{ all: [release, statement], en: [release, statement], fr: [], energy: [release] },
    ...{ updated: '2026-03-02T08:00:00Z', next: undefined },
    release: ['2026-03-02T08:00:00Z', ['The plant will make 40,000 rotors a year.'], 1, []],
  },
  corrected: {
    all: [announced, release, statement],
    en: [announced, release, statement],
    fr: [],
    energy: [announced, release],
    ...{ updated: '2026-03-03T11:00:00Z', next: undefined },
    release: [
      '2026-03-03T11:00:00Z',
      [correction, 'The plant will make 4,000 rotors a year.'],
      1,
      [],
    ],
  },
  translated: {
    // The original stays where languages are mixed, and the translation is not a second release there.
    all: [announced, release, statement],
    en: [announced, release, statement],
    fr: [french],
    energy: [announced, release],
    ...{ updated: '2026-03-03T11:00:00Z', next: undefined },
    release: [
      '2026-03-03T11:00:00Z',
      [correction, 'The plant will make 4,000 rotors a year.'],
      1,
      ['fr'],
    ],
  },
  replaced: {
    all: [newer, announced, release, statement],
    en: [newer, announced, release, statement],
    fr: [french],
    energy: [newer, announced, release],
    ...{ updated: '2026-03-05T08:00:00Z', next: '2026-04-30T22:00:00Z' },
    release: [
      '2026-03-05T07:59:59Z',
      [
        'This press release has been replaced by “Second plant will make 5,000 rotors” (5 March 2026).',
        correction,
        'The plant will make 4,000 rotors a year.',
      ],
      1,
      ['fr'],
    ],
  },
  withdrawn: {
    // The notice keeps the place of the release as long as it stays.
    all: [announcedNotice, newer, notice, statement],
    en: [announcedNotice, newer, notice, statement],
    fr: [french],
    energy: [announcedNotice, newer, notice],
    // The announcement of the correction, which had the old title, was taken out by this build.
    ...{ updated: '2026-03-06T15:00:00Z', next: '2026-04-05T14:00:00Z' },
    release: [
      '2026-03-06T14:00:00Z',
      [
        'This press release, published on 2 March 2026, was withdrawn on 6 March 2026.',
        'The supplier’s figures were wrong.',
        'This press release has been replaced by “Second plant will make 5,000 rotors” (5 March 2026).',
      ],
      0,
      [],
    ],
  },
  'after the notice': {
    // The French version was not withdrawn, and nothing else stands for it now.
    all: [newer, french, statement],
    en: [newer, statement],
    fr: [french],
    energy: [newer, french],
    ...{ updated: '2026-04-05T14:00:00Z', next: '2026-04-30T22:00:00Z' },
  },
  expired: {
    ...{ all: [french, statement], en: [statement], fr: [french], energy: [french] },
    ...{ updated: '2026-04-30T22:00:00Z', next: undefined },
  },
}

describe('the life of a release', () => {
  const root = mkdtempSync(join(tmpdir(), 'pressfeed-life-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const outDir = join(root, 'out')
  const ids = new Map<string, string>()

  it('has a row for every stage', () => {
    expect(Object.keys(rows)).toEqual(stages.map(({ name }) => name))
  })

  // One folder for the whole life, as a newsroom has it: each build overwrites the feeds of the one before.
  it.each(stages)('$name', async ({ name, now, articles }) => {
    const row = rows[name]!
    const report = await build(newsroomAt({ articles }), { root, outDir, now })
    expect(report.nextChange).toBe(row.next)
    for (const slice of slices) {
      const [rss, atom, json] = formats.map((format) => read(`${slice}.${format}`)) as [
        SeenFeed,
        SeenFeed,
        SeenFeed,
      ]
      expect(rss.items.map(({ title }) => title)).toEqual(row[slice])
      // Whoever subscribes to another format sees the same.
      expect(atom).toEqual(rss)
      expect(json.items).toEqual(rss.items)
      for (const { id, link, published } of rss.items) {
        // An id is one item's for ever, and its date of publication never moves.
        const known = ids.get(id)
        if (known !== undefined) expect(`${link} ${published}`).toBe(known)
        ids.set(id, `${link} ${published}`)
        expect(published <= now).toBe(true)
      }
      if (slice !== 'all') continue
      expect(rss.updated).toBe(row.updated)
      const seen = rss.items.find(({ title }) => title === release || title === notice)
      expect(seen && [seen.updated, seen.paragraphs, seen.pictures, seen.related]).toEqual(
        row.release,
      )
    }
  })

  it('points from the new release to the old one and back, by their ids', async () => {
    const { now, articles } = stages.find(({ name }) => name === 'replaced')!
    await build(newsroomAt({ articles }), { root, outDir: join(root, 'replaced'), now })
    for (const format of formats) {
      const { items } = readFeed(readFileSync(join(root, 'replaced', `all.${format}`), 'utf8'))
      const old = items.find(({ title }) => title === release)!
      const by = items.find(({ title }) => title === newer)!
      expect([by.replaces, old.replacedBy]).toEqual([[old.id], [by.id]])
    }
  })

  function read(path: string): SeenFeed {
    return readFeed(readFileSync(join(outDir, path), 'utf8'))
  }
})
