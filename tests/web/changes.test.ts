/**
 * A thousand requests at once while the articles change: every answer is one of the versions that there were, whole, under
 * its own tag, never older than one that was seen before, and never older than it may be. By a clock and dice that are given.
 */
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { createHandler } from 'pressfeed/web'
import type { ArticleInput, Newsroom } from 'pressfeed'
import { article, head } from '../node/build-folder.js'

const maxAgeInSeconds = 60
const rounds = 3
const paths = ['/rss.xml', '/atom.xml', '/feed.json']

const newsroom: Omit<Newsroom, 'articles'> = {
  ...head,
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'atom', path: '/atom.xml' },
    { format: 'json', path: '/feed.json' },
  ],
}

/** The articles of a version; each says in its title and in its body which one it is. */
function version(number: number): readonly ArticleInput[] {
  return Array.from({ length: 12 }, (_, hour) =>
    article(hour, { title: `Release ${hour} =${number}=`, body: `<p>Text =${number}=</p>` }),
  )
}

/** Dice that fall the same way each time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function turns(count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) await new Promise((done) => setImmediate(done))
}

interface Seen {
  readonly path: string
  readonly begun: number
  readonly ended: number
  /** The present when it was asked. */
  readonly time: number
  readonly response: Response
  readonly body: Buffer
}

interface Scenario {
  readonly name: string
  readonly compress: boolean
  readonly isSlow: boolean
  readonly fails: boolean
}

const scenarios: readonly Scenario[] = [
  { name: 'that are read at once', compress: false, isSlow: false, fails: false },
  { name: 'with compression', compress: true, isSlow: false, fails: false },
  { name: 'that are read slowly', compress: false, isSlow: true, fails: false },
  { name: 'that cannot be read at times', compress: false, isSlow: false, fails: true },
  { name: 'with all of that', compress: true, isSlow: true, fails: true },
]

it.each(scenarios)('articles $name', { timeout: 240_000 }, async (scenario) => {
  const { compress, isSlow, fails } = scenario
  const roll = dice(7)
  let time = Date.parse('2026-06-01T12:00:00Z')
  let current = 0
  let step = 0
  let errors = 0
  /** When each version was the current one first. */
  const since = [time]
  const handler = createHandler(
    {
      ...newsroom,
      articles: async () => {
        const isBroken = fails && roll() < 0.4
        const before = isSlow ? Math.floor(roll() * 40) : 0
        await turns(before)
        if (isBroken) throw new Error('not now')
        const read = version(current)
        await turns(isSlow ? Math.floor(roll() * 40) : 0)
        return read
      },
    },
    { now: () => new Date(time), maxAgeInSeconds, compress, onError: () => (errors += 1) },
  )

  const tags = new Map<string, string>()
  const ask = async (path: string): Promise<Seen> => {
    const [begun, asked] = [(step += 1), time]
    const headers = new Headers()
    const known = tags.get(path)
    if (known !== undefined && roll() < 0.5) headers.set('if-none-match', known)
    if (roll() < 0.5) headers.set('accept-encoding', 'gzip')
    const response = await handler(new Request(`https://newsroom.example${path}`, { headers }))
    const body = Buffer.from(await response.arrayBuffer())
    const ended = (step += 1)
    const tag = response.headers.get('etag')
    if (tag !== null) tags.set(path, tag)
    return { path, begun, ended, time: asked, response, body }
  }

  const all: Seen[] = []
  for (let round = 0; round < rounds; round += 1) {
    const asked: Promise<Seen>[] = []
    for (let number = 0; number < 1000; number += 1) {
      asked.push(ask(paths[number % 3] ?? ''))
      if (number % 50 === 49) {
        time += Math.floor(roll() * 40_000)
        current += 1
        since.push(time)
        // In the first round nothing is answered before all have asked; later part of them is.
        if (round > 0) await turns(Math.floor(roll() * 30))
      }
    }
    all.push(...(await Promise.all(asked)))
  }
  expect(all).toHaveLength(rounds * 1000)

  // What each version looks like, from handlers that know no other.
  const versionOf = new Map<string, number>()
  for (let number = 0; number <= current; number += 1) {
    const other = createHandler({ ...newsroom, articles: version(number) })
    for (const path of paths) {
      const text = await (await other(new Request(`https://newsroom.example${path}`))).text()
      versionOf.set(
        `${path} ${createHash('sha256').update(text).digest('hex').slice(0, 32)}`,
        number,
      )
    }
  }

  const counts = { 200: 0, 304: 0, 500: 0 }
  const numbers = new Map<Seen, number>()
  for (const seen of all) {
    const { path, response, body } = seen
    const { status, headers } = response
    counts[status as keyof typeof counts] += 1
    if (status === 500) continue
    const [, hex = '', packed] = /^"([0-9a-f]{32})(-gzip)?"$/.exec(headers.get('etag') ?? '') ?? []
    if (status === 200) {
      expect(headers.get('content-length')).toBe(String(body.length))
      expect(headers.get('content-encoding')).toBe(packed === undefined ? null : 'gzip')
      const text = packed === undefined ? body : gunzipSync(body)
      expect(createHash('sha256').update(text).digest('hex').slice(0, 32)).toBe(hex)
    } else expect(body).toHaveLength(0)
    const number = versionOf.get(`${path} ${hex}`)
    expect(number, `${path} of no version`).toBeDefined()
    numbers.set(seen, number ?? -1)
    // What could not be made anew is served as it was, and nobody may keep it.
    const mayBeOld = headers.get('cache-control')?.includes('max-age=0,')
    if (!fails) expect(mayBeOld).toBe(false)
    const over = since[(number ?? 0) + 1]
    if (over !== undefined && mayBeOld !== true) {
      expect(over).toBeGreaterThan(seen.time - maxAgeInSeconds * 1000)
    }
  }

  for (const path of paths) {
    const here = all.filter((seen) => seen.path === path)
    const ends = [...here].sort((a, b) => a.ended - b.ended)
    let newest = -1
    let next = 0
    for (const seen of [...here].sort((a, b) => a.begun - b.begun)) {
      for (; next < ends.length && (ends[next]?.ended ?? 0) < seen.begun; next += 1) {
        newest = Math.max(newest, numbers.get(ends[next] as Seen) ?? -1)
      }
      // Nobody who asks after an answer was seen gets an older one, nor none at all.
      if (seen.response.status === 500) expect(newest).toBe(-1)
      else expect(numbers.get(seen)).toBeGreaterThanOrEqual(newest)
    }
  }

  // All of that happened.
  expect(new Set(numbers.values()).size).toBeGreaterThan(3)
  expect(counts[200]).toBeGreaterThan(50)
  expect(counts[304]).toBeGreaterThan(50)
  expect(errors > 0).toBe(fails)
})
