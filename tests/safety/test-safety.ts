/** Attacks that were prepared, shown as readers show them. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toAtom, toJsonFeed, toRss, type Feed } from 'pressfeed'
import { payloads, type Payload } from '../hostile/payloads/index.js'
import type { Attacked } from '../hostile/payloads/placements.js'
import { asBrowser, asWritten, dangers } from '../html/judge.js'
import { filesIn } from './pictures.js'
import { Reader, startBrowser, ways, type Way } from './reader.js'

const families = [...new Set(payloads.map(({ family }) => family))]

/** Tests, a family each, that nothing comes of an attack wherever it stands. */
export function testSafety(attack: (payload: string) => Attacked): void {
  let browser: Browser
  let reader: Reader
  beforeAll(async () => {
    browser = await startBrowser()
    reader = await Reader.open(browser)
  }, 120_000)
  afterAll(async () => {
    await browser.close()
  })

  it.each(families)('%s', { timeout: 1_800_000 }, async (family) => {
    const attacks = payloads.filter((payload) => payload.family === family)
    const made = attacks.map((payload) => ({ payload, feed: attack(payload.html).feed }))
    for (const { payload, feed } of made) expectSafe(feed, payload)
    const read = made.map(({ payload, feed }) => ({ payload, pieces: piecesOf(feed, payload) }))
    const pieces = new Set(read.flatMap((each) => each.pieces))
    expect(pieces.size).toBeGreaterThan(0)
    for (const way of ways) {
      // All at once; only where something is wrong, each alone says which.
      if ((await shown(reader, [...pieces], way)).length === 0) continue
      for (const { payload, pieces: own } of read)
        expect(await shown(reader, own, way), payload.html).toEqual([])
      expect(await shown(reader, [...pieces], way)).toEqual([])
    }
  })
}

async function shown(
  reader: Reader,
  pieces: readonly string[],
  way: Way,
): Promise<readonly string[]> {
  const files = new Set(pieces.flatMap((piece) => filesIn(piece)))
  return [...(await reader.show({ pieces, way }, files))]
}

function expectSafe(feed: Feed, { html }: Payload): void {
  for (const content of new Set(feed.articles.map((article) => article.content))) {
    const tree = asBrowser(content)
    expect(dangers(tree), html).toEqual([])
    expect(asWritten(content), html).toEqual(tree)
  }
}

/** What a reader takes for HTML, as a parser that is not ours gives it back from the three formats. */
function piecesOf(feed: Feed, { html }: Payload): readonly string[] {
  const bodies = feed.articles.map(({ content }) => content)
  const rss = parseRssFeed(toRss(feed)).items ?? []
  expect(
    rss.map((item) => item.content?.encoded),
    html,
  ).toEqual(bodies)
  const json = parseJsonFeed(toJsonFeed(feed)).items ?? []
  expect(
    json.map((item) => item.content_html),
    html,
  ).toEqual(bodies)
  // An id that is no URI is refused by Atom alone.
  const articles = feed.articles.filter(
    ({ id }) => /^[a-z]+:[!-~]+$/.test(id) && !/[<>"{}|\\^`[\]]|%(?![0-9a-f]{2})/i.test(id),
  )
  const atom = parseAtomFeed(toAtom({ ...feed, articles })).entries ?? []
  expect(
    atom.map((entry) => entry.content?.value),
    html,
  ).toEqual(articles.map(({ content }) => content))
  expect(articles.length).toBeGreaterThan(feed.articles.length - 3)
  return [...new Set([...bodies, ...rss.map((item) => item.description ?? '')])]
}
