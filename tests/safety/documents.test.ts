import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { payloads } from '../hostile/payloads/index.js'
import { attackOneRecord } from '../hostile/payloads/placements.js'
import { documents } from './documents.js'
import { filesIn } from './pictures.js'
import { Reader, startBrowser } from './reader.js'

type Node = DefaultTreeAdapterMap['node']

const lanes = 4
let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
})

describe.each(documents)('%s', (_, write) => {
  // What the document has of its own: it has no more of it, whatever the article says.
  const own = write(attackOneRecord('Harmless words')).map(countsOf)

  it('is silent about harmless words', async () => {
    const reader = await Reader.open(browser)
    for (const html of write(attackOneRecord('Harmless words')))
      expect(await reader.visit(html, new Set(filesIn(html, true)))).toEqual([])
    expect(await reader.visit('<script>trip()</script>', new Set())).toEqual(['a script ran'])
    expect(excess(countsOf('<p onclick=x><script></script><script></script>'), own)).toEqual([
      'onclick',
      'script',
    ])
  })

  it('runs nothing and asks nothing of any attack', { timeout: 1_800_000 }, async () => {
    const left = [...payloads]
    let visited = 0
    const lane = async () => {
      const reader = await Reader.open(browser)
      for (let payload = left.pop(); payload !== undefined; payload = left.pop()) {
        for (const html of write(attackOneRecord(payload.html))) {
          visited += 1
          expect(excess(countsOf(html), own), payload.html).toEqual([])
          expect(await reader.visit(html, new Set(filesIn(html, true))), payload.html).toEqual([])
        }
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    expect(visited).toBeGreaterThanOrEqual(payloads.length)
  })
})

type Counts = ReadonlyMap<string, number>

// What an article never brings: elements that act on the page, and attributes that run.
const acting =
  /^(html|head|body|title|script|style|link|meta|base|form|input|button|textarea|select|iframe|frame|object|embed|template|noscript|svg|math|dialog)$/

function countsOf(html: string): Counts {
  const counts = new Map<string, number>()
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      if (acting.test(node.tagName)) add(node.tagName)
      for (const { name } of node.attrs) if (/^(on.*|style|id|srcdoc)$/.test(name)) add(name)
    }
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(parse(html))
  return counts
}

function excess(counts: Counts, own: readonly Counts[]): readonly string[] {
  const most = (name: string) => Math.max(...own.map((each) => each.get(name) ?? 0))
  return [...counts]
    .filter(([name, count]) => count > most(name))
    .map(([name]) => name)
    .sort()
}
