/** A reader's visit: it subscribes to the newsrooms of the lab, and what it has and shows is held against the promise. */
import { exampleSite, expectedOfExample } from '../newsrooms/example.js'
import { expectedOfHard, hardSite } from '../newsrooms/hard.js'
import { lifeSite } from '../newsrooms/life.js'
import type { ExpectedArticle } from './expected.js'
import { articleFields, find, judge, type ArticleField, type Check } from './judge.js'
import { judgeLife, lifeFields, type LifeField } from './judge-life.js'
import { open, tell } from './open.js'
import { until } from './program.js'
import { byFormat, formats, type Format, type Reader, type Session } from './reader.js'
import { serve, type Served } from './serve.js'

export const fields = [...articleFields, ...lifeFields] as const
export type Field = ArticleField | LifeField

/** What was found of a reader, by format and field. */
export type Findings = Readonly<Record<Format, Readonly<Record<Field, readonly Check[]>>>>

export interface Visit {
  readonly version: string
  readonly findings: Findings
}

/** A newsroom that is served, and what a subscriber has to see of it. */
interface Place {
  readonly served: Served
  readonly expected: readonly ExpectedArticle[]
}

/** Runs a reader in an empty folder. Its screenshot goes to that path, if it makes one. */
export async function visit(reader: Reader, folder: string, screenshot: string): Promise<Visit> {
  const example = await serve(exampleSite)
  const hard = await serve(hardSite)
  const life = await serve((origin) => lifeSite(origin, 'published'))
  const all = [example, hard, life]
  let session: Session | undefined
  try {
    const version = await reader.version()
    session = await reader.open(folder)
    await session.subscribe(all.flatMap((each) => formats.map((format) => each.urlOf(format))))
    const places = [
      { served: example, expected: expectedOfExample(example.origin) },
      { served: hard, expected: expectedOfHard(hard.origin) },
    ]
    await untilThere(reader, session, places)
    const ofArticles = await readArticles(session, places)
    await photograph(session, reader, places, screenshot)
    const ofLife = await judgeLife(reader, session, life)
    return {
      version,
      findings: byFormat((format) => ({ ...ofArticles[format], ...ofLife[format] })),
    }
  } finally {
    await session?.close()
    await Promise.all(all.map((each) => each.close()))
  }
}

// What does not come is told by the checks, an article at a time.
async function untilThere(reader: Reader, session: Session, places: readonly Place[]) {
  for (const { served, expected } of places) {
    for (const format of reader.formats) {
      const isThere = async () =>
        (await session.read(served.urlOf(format))).length >= expected.length
      await until(`${reader.name} to have ${format}`, isThere).catch(tell)
    }
  }
}

async function readArticles(session: Session, places: readonly Place[]) {
  const found = byFormat(() => {
    const none = articleFields.map((field): [ArticleField, Check[]] => [field, []])
    return Object.fromEntries(none) as Record<ArticleField, Check[]>
  })
  for (const format of formats) {
    for (const { served, expected } of places) {
      const url = served.urlOf(format)
      const stored = await session.read(url)
      for (const article of expected) {
        const mine = find(stored, article)
        const got = mine && (await open(session, url, mine))
        for (const field of articleFields) found[format][field].push(...judge(field, article, got))
      }
    }
  }
  return found
}

// The one with four pictures, which is the oldest of the example.
async function photograph(
  session: Session,
  reader: Reader,
  [example]: readonly Place[],
  path: string,
): Promise<void> {
  if (session.screenshot === undefined || example === undefined) return
  const [format = 'rss'] = reader.formats
  const url = example.served.urlOf(format)
  const article = example.expected.find(({ pictures }) => pictures.length > 0)
  const stored = article && find(await session.read(url), article)
  if (stored !== undefined) await session.screenshot(url, stored, path)
}
