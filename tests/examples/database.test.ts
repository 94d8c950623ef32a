import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFeed, toAtom, toJsonFeed, toRss, type ArticleInput } from '../../src/index.js'
import type { Newsroom } from '../../src/newsroom/definition.js'
import type { SourceEntry } from '../../src/newsroom/source.js'
import { entriesOf } from '../../src/node/any-source.js'

interface Result {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

interface Database {
  query(text: string): Promise<Result>
  exec(text: string): Promise<unknown>
  close(): Promise<void>
}

type Articles = (db: Pick<Database, 'query'>) => AsyncGenerator<ArticleInput>

const context = { root: '/', link: 'https://tides.example/news/' }
let db: Database
let articles: Articles
let newsroom: Newsroom

async function load<T>(name: string): Promise<T> {
  return (await import(new URL(`../../examples/database/${name}`, import.meta.url).href)) as T
}

beforeAll(async () => {
  const { openDatabase } = await load<{ openDatabase: () => Promise<Database> }>('database.mjs')
  ;({ articles } = await load<{ articles: Articles }>('articles.mjs'))
  ;({ default: newsroom } = await load<{ default: Newsroom }>('pressfeed.config.mjs'))
  db = await openDatabase()
  // As many more that the cursor has to be asked several times.
  await db.exec(`
    insert into release (id, slug, title, published, body, tags)
    select n, 'old-' || n, 'Old release ' || n, timestamptz '2020-01-01 09:00Z' + n * interval '1 hour',
      '<p>Text ' || n || '</p>', '{Archive}'
    from generate_series(101, 330) as n`)
}, 120_000)

afterAll(async () => {
  await db.close()
})

let asked: string[] = []
const watched: Pick<Database, 'query'> = {
  query(text) {
    asked.push(text)
    return db.query(text)
  },
}

beforeEach(() => {
  asked = []
})

// Nothing is left: no cursor, and no transaction that would refuse the next command.
async function expectClosed(): Promise<void> {
  expect((await db.query(`select name from pg_cursors where name = 'releases'`)).rows).toEqual([])
  await db.query('begin')
  await db.query('rollback')
  expect(asked.at(-1)).toBe('rollback')
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const value of values) found.push(value)
  return found
}

describe('articles of a database', () => {
  it('are all rows, the newest first, with their pictures', async () => {
    const found = await all(articles(watched))
    const { rows } = await db.query('select title from release order by published desc, id desc')
    expect(rows).toHaveLength(260)
    expect(found.map(({ title }) => title)).toEqual(rows.map(({ title }) => title))
    const pictures = await db.query('select caption from picture order by release desc, position')
    expect(pictures.rows).toHaveLength(20)
    const captions = found.flatMap(({ images }) => images ?? []).map(({ caption }) => caption)
    expect(captions).toEqual(pictures.rows.map(({ caption }) => caption))
    await expectClosed()
  })

  it('come in batches', async () => {
    await all(articles(watched))
    expect(asked.filter((text) => text.startsWith('fetch 100 '))).toHaveLength(3)
    asked = []
    const few = articles(watched)
    await few.next()
    expect(asked.filter((text) => text.startsWith('fetch'))).toHaveLength(1)
    await few.return(undefined)
  })

  it('end with the last batch when it is exactly full', async () => {
    await db.exec('begin; delete from release where id > 270')
    // The reader begins and ends a transaction itself, which Postgres leaves out inside another.
    const reader: Pick<Database, 'query'> = {
      query: (text) =>
        /^(begin|rollback)/.test(text) ? Promise.resolve({ rows: [] }) : watched.query(text),
    }
    expect(await all(articles(reader))).toHaveLength(200)
    expect(asked.filter((text) => text.startsWith('fetch'))).toHaveLength(3)
    await db.exec('rollback')
  })

  it('make feeds', async () => {
    const { head, documents } = feedsOf(await all(articles(db)))
    expect(head.issues).toEqual([])
    // One row is a draft.
    expect(head.articles).toHaveLength(259)
    for (const text of documents) {
      expect(text).toContain('Salt Quay opens to night ferries: seen from the water.')
      expect(text).not.toContain('Answers on the ferry fares')
    }
  })

  it('close the cursor when the reader stops early', async () => {
    for await (const { title } of articles(watched)) {
      expect(title).toBe('Salt Quay opens to night ferries')
      break
    }
    await expectClosed()
  })

  it('close it when the build stops early', async () => {
    const { entries, close } = entriesOf(() => articles(watched), context)
    for await (const entry of entries) {
      expect(entry.article).not.toHaveProperty('body')
      break
    }
    close()
    await expectClosed()
  })

  it('close it when Postgres fails midway, and say what it said', async () => {
    await db.exec(`
      alter table picture rename to real_picture;
      create view picture as
        select id as release, 1 / (id - 150) as position, 'a.jpg' as file, 'a' as alt, 'c' as caption,
          null as credit, 1 as width, 1 as height
        from release`)
    const { entries, close } = entriesOf(() => articles(watched), context)
    const found = await all(entries)
    close()
    await expectClosed()
    await db.exec('drop view picture; alter table real_picture rename to picture')
    expect(found.length).toBe(201)
    expect(found.at(-1)).toMatchObject({
      origin: 'articles[200]',
      article: undefined,
      issues: [{ code: 'cannot-read', severity: 'error', path: 'articles' }],
    })
    expect(found.at(-1)!.issues[0]!.message).toBe(
      'Cannot read the articles to their end, 200 came, division by zero: expected the source to give all of them',
    )
  })

  it('can be loaded after the cursor is closed', async () => {
    const { entries, close } = entriesOf(() => articles(db), context)
    const found = await all(entries)
    const whole = await Promise.all(found.map(async (entry) => (await entry.load()).article))
    expect(whole).toEqual(await all(articles(db)))
    close()
  })
})

describe('the configuration', () => {
  it('opens the database and closes it behind the last article', async () => {
    const { entries, close } = entriesOf(newsroom.articles, context)
    const found: SourceEntry[] = await all(entries)
    expect(found).toHaveLength(30)
    expect(found.flatMap(({ issues }) => issues)).toEqual([])
    close()
  })

  it('has a feed for two tags that articles have', async () => {
    const tags = (await all(articles(db))).flatMap((article) => article.tags ?? [])
    const wanted = newsroom.feeds.map(({ only }) => only?.tag).filter((tag) => tag !== undefined)
    expect(wanted).toHaveLength(2)
    for (const tag of wanted) expect(tags).toContain(tag)
  })
})

function feedsOf(records: readonly ArticleInput[]) {
  const { articles: _articles, feeds: _feeds, site: _site, opml: _opml, ...head } = newsroom
  const feed = createFeed({ ...head, articles: records })
  const self = { self: 'https://tides.example/feed' }
  return { head: feed, documents: [toRss(feed, self), toAtom(feed, self), toJsonFeed(feed, self)] }
}
