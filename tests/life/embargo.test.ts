import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createFeed,
  toAtom,
  toJsonFeed,
  toJsonLd,
  toNinjs,
  toRss,
  type ArticleInput,
  type Newsroom,
} from 'pressfeed'
import { build, markdownFolder } from 'pressfeed/node'
import { runs } from '../property/runs.js'
import { temporaryFolder } from '../node/temporary-folder.js'

const hour = Date.parse('2026-03-02T08:00:00Z')
const languages = ['en', 'fr', 'ar', 'it'] as const

/** An article in which every text is a word that stands nowhere else. */
interface Secret {
  readonly record: ArticleInput
  /** The words that must be seen once it is out. */
  readonly words: readonly string[]
  readonly until: number
}

interface Shape {
  readonly until: number
  readonly language: (typeof languages)[number]
  readonly group: number
  readonly isCorrected: boolean
  readonly isReplacing: boolean
  readonly isWithdrawn: boolean
  readonly asDate: boolean
}

const shapes = fc.array(
  fc.record<Shape>({
    // Around the hour, to the millisecond.
    until: fc.oneof(
      fc.constantFrom(hour, hour + 1000, hour + 1),
      fc.integer({ min: hour - 5000, max: hour + 5000 }),
    ),
    language: fc.constantFrom(...languages),
    group: fc.integer({ min: 0, max: 3 }),
    isCorrected: fc.boolean(),
    isReplacing: fc.boolean(),
    isWithdrawn: fc.boolean(),
    asDate: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
)

function secret(shape: Shape, index: number): Secret {
  const { until, language, group } = shape
  const all: string[] = []
  // No word is the beginning of another.
  const word = (name: string): string => {
    all.push(`zq${index}${name}qz`)
    return `zq${index}${name}qz`
  }
  const instant = new Date(until)
  const embargo = shape.asDate ? instant : instant.toISOString()
  const own = word('Slug')
  const whole = {
    title: word('Title'),
    link: `/${own}`,
    embargo,
    published: shape.asDate ? instant : embargo,
    language,
    translationKey: `key ${group}`,
    ...(shape.isReplacing && { replaces: '/known' }),
    tags: [word('Tag')],
    subjects: [{ scheme: 'https://terms.example/', code: word('Code'), label: word('Label') }],
    authors: [{ name: word('Author'), email: 'press@newsroom.example' }],
    releaseNumber: word('Number'),
  }
  const wordsWhenWithdrawn = [...all]
  const record = {
    ...whole,
    summary: word('Summary'),
    body: `<p>${word('Body')}</p><p><a href="/${word('href')}">${word('Anchor')}</a></p>`,
    images: [
      {
        url: `/${word('Picture')}.jpg`,
        alt: word('Alt'),
        caption: word('Caption'),
        credit: word('Credit'),
        title: word('PictureTitle'),
        copyright: word('Copyright'),
      },
    ],
    attachments: [{ url: `/${word('File')}.pdf`, title: word('FileTitle') }],
    source: { name: word('Source'), link: `https://works.example/${word('via')}` },
    location: { name: word('Place') },
    rights: word('Rights'),
    dateline: word('Dateline'),
    quotes: [{ text: word('Quote'), speaker: word('Speaker'), role: word('Role') }],
    notesToEditors: `<p>${word('Notes')}</p>`,
    boilerplate: `<p>${word('Boilerplate')}</p>`,
    contacts: [{ name: word('Contact'), organization: word('Office'), url: `/${word('Desk')}` }],
    ...(shape.isCorrected && {
      corrections: [{ date: embargo, note: word('Correction'), announce: true }],
    }),
  }
  if (!shape.isWithdrawn) return { record, words: all, until }
  return {
    record: { ...record, withdrawn: { date: embargo, reason: word('Reason') } },
    words: [
      // The title is replaced.
      ...wordsWhenWithdrawn.filter((each) => !each.includes('Title')),
      `zq${index}Reasonqz`,
    ],
    until,
  }
}

/** What is out already, and speaks of what is not. */
function known(secrets: readonly Secret[]): readonly ArticleInput[] {
  const [first] = secrets
  return [
    {
      title: 'Known',
      link: '/known',
      published: '2026-03-01',
      body: '<p>Known.</p>',
      // Whoever names the coming translation by hand gives nothing away either.
      translations: [{ language: 'fr', link: first?.record.link ?? '/' }],
    },
    { title: 'First of key 1', link: '/one', published: '2026-02-01', translationKey: 'key 1' },
  ]
}

function newsroomOf(articles: Newsroom['articles']): Newsroom {
  const formats = ['rss', 'atom', 'json'] as const
  return {
    title: 'Newsroom',
    link: 'https://newsroom.example/',
    description: 'Press releases',
    language: 'en',
    articles,
    feeds: [
      ...formats.map((format) => ({
        format,
        path: `/all.${format}`,
        archive: { size: 2 },
        limit: 3,
      })),
      ...languages.map((language) => ({
        ...{ format: 'atom' as const, path: `/${language}.xml`, only: { language } },
      })),
      { format: 'json', path: '/every.json', allTranslations: true, limit: 0 },
    ],
    opml: '/feeds.opml',
  }
}

/** Every byte of a folder, and every name in it. */
function bytesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((file) => {
      const path = join(file.parentPath, file.name)
      return file.isFile() ? `${file.name}\n${readFileSync(path, 'utf8')}` : file.name
    })
    .join('\n')
}

function wordsIn(text: string): readonly string[] {
  return [...new Set(text.match(/zq\d+[A-Za-z]+qz/g) ?? [])].sort()
}

/** The present, in milliseconds: just before the hour of one of the articles, or at it. */
const moments = fc.tuple(shapes, fc.nat(), fc.constantFrom(-1, 0)).map(([all, which, shift]) => ({
  secrets: all.map(secret),
  now: (all[which % all.length]?.until ?? hour) + shift,
}))

// An embargo with a fraction of a second ends at the next whole one.
function isOut({ until }: Secret, now: number): boolean {
  return Math.floor(now / 1000) >= Math.ceil(until / 1000)
}

function expected(secrets: readonly Secret[], now: number): readonly string[] {
  return secrets
    .filter((each) => isOut(each, now))
    .flatMap(({ words }) => words)
    .sort()
}

describe('an article under embargo', () => {
  it('is in no byte of any document before its hour, and all of it is at its hour', () => {
    fc.assert(
      fc.property(moments, ({ secrets, now }) => {
        const articles = [...known(secrets), ...secrets.map(({ record }) => record)]
        const input = { ...newsroomOf([]), articles, allTranslations: true }
        const { feeds: _feeds, opml: _opml, ...feedInput } = input
        const feed = createFeed(feedInput, { now: new Date(now) })
        const written = [
          ...[toRss, toAtom, toJsonFeed].map((write) => write(feed)),
          ...feed.articles.flatMap((each) => [toJsonLd(each, feed), toNinjs(each, feed)]),
        ]
        expect(wordsIn(written.join('\n'))).toEqual(expected(secrets, now))
        // Nor in what is said, or in the feed as data.
        const hidden = secrets.filter((each) => !isOut(each, now)).flatMap(({ words }) => words)
        const data = JSON.stringify(feed)
        expect(hidden.filter((word) => data.includes(word))).toEqual([])
        const ends = secrets.filter((each) => !isOut(each, now)).map(({ until }) => until)
        const next = ends.length === 0 ? undefined : Math.min(...ends)
        if (next !== undefined) {
          expect(feed.nextChange).toBe(
            `${new Date(Math.ceil(next / 1000) * 1000).toISOString().slice(0, 19)}Z`,
          )
        }
      }),
      runs(200),
    )
  })

  it('is in no byte of what a build leaves behind or says', async () => {
    await fc.assert(
      fc.asyncProperty(moments, fc.boolean(), async ({ secrets, now }, fromFiles) => {
        const root = temporaryFolder({})
        const records = [...known(secrets), ...secrets.map(({ record }) => record)]
        if (fromFiles) records.forEach((record) => writeMarkdown(root, record))
        const articles = fromFiles ? markdownFolder('news') : records
        const outDir = join(root, 'out')
        const options = { root, outDir, now: new Date(now) }
        const report = await build(newsroomOf(articles), options)
        expect(wordsIn(bytesOf(outDir))).toEqual(expected(secrets, now))
        const hidden = secrets.filter((each) => !isOut(each, now)).flatMap(({ words }) => words)
        const said = JSON.stringify(report)
        expect(hidden.filter((word) => said.includes(word))).toEqual([])
        expect(report.articles).toBe(2 + secrets.filter((each) => isOut(each, now)).length)
      }),
      // Each case is a build on disk.
      { ...runs(40), numRuns: Math.min(runs(40).numRuns, 1500) },
    )
  })
})

// Each file has something that is found when it is read, and a name that would be said with it.
function writeMarkdown(root: string, record: ArticleInput): void {
  const { body, ...fields } = record
  const plain = JSON.parse(JSON.stringify(fields)) as object
  const path = join(root, 'news', `${record.link}.md`)
  mkdirSync(dirname(path), { recursive: true })
  const text = `${stringify(plain)}summry: ${record.title} # cut here\n---\n\n${body ?? ''}\n\n![A](a b.jpg "C")\n`
  writeFileSync(path, `---\n${text}`)
}
