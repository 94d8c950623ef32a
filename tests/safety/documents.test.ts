import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import type { Feed } from 'pressfeed'
import { payloads } from '../hostile/payloads/index.js'
import { attackOneRecord } from '../hostile/payloads/placements.js'
import { documents } from './documents.js'
import { batches, inLanes } from './lanes.js'
import { filesIn } from './pictures.js'
import { Reader, startBrowser } from './reader.js'

type Node = DefaultTreeAdapterMap['node']

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
})

const harmless = attackOneRecord('Harmless words')
const attacks = payloads.map(({ html }) => ({ html, feed: attackOneRecord(html) }))
// A newsroom's page has many releases, and a browser is slow to open pages.
const visits = batches(attacks, 25)

describe.each(documents)('%s', (_, write) => {
  // What the document has of its own: it has no more of it, whatever the article says.
  const own = write([harmless])

  it('is silent about harmless words', async () => {
    const reader = await Reader.open(browser)
    expect(await visited(reader, own)).toEqual([])
    expect(await visited(reader, '<script>trip()</script>')).toEqual(['a script ran'])
    const more = '<p onclick=x><script></script><script></script>'
    expect(excess(countsOf(more), countsOf(''))).toEqual(['onclick', 'script'])
    const page = (title: string, text: string) => frameOf(`<h1>${title}</h1><main>${text}</main>`)
    expect(page('A', '<p>B</p>')).toBe(page('C', 'D'))
    expect(page('<b>A</b>', 'B')).not.toBe(page('A', 'B'))
    expect(page('A', 'B</main><p>')).not.toBe(page('A', 'B'))
  })

  it('gives no attack an element or attribute that acts, nor its frame', () => {
    for (const { html, feed } of attacks) {
      const document = write([feed])
      expect(excess(countsOf(document), countsOf(own)), html).toEqual([])
      expect(frameOf(document), html).toEqual(frameOf(own))
    }
  })

  it('runs nothing and asks nothing of any attack', { timeout: 1_800_000 }, async () => {
    let seen = 0
    const open = () => Reader.open(browser)
    await inLanes(visits, 2, open, async (batch, reader) => {
      const [first, ...others] = batch.map(({ feed }) => feed) as [Feed, ...Feed[]]
      const document = write([first, ...others])
      seen += batch.length
      if ((await visited(reader, document)).length === 0) return
      // All at once; only where something is wrong, each alone says which.
      for (const { html, feed } of batch)
        expect(await visited(reader, write([feed])), html).toEqual([])
      expect(await visited(reader, document)).toEqual([])
    })
    expect(seen).toBe(payloads.length)
  })
})

async function visited(reader: Reader, html: string): Promise<readonly string[]> {
  return [...(await reader.visit(html, new Set(filesIn(html, true))))]
}

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

function excess(counts: Counts, own: Counts): readonly string[] {
  return [...counts]
    .filter(([name, count]) => count > (own.get(name) ?? 0))
    .map(([name]) => name)
    .sort()
}

/** The elements around the articles, in their order, with how they are nested. */
function frameOf(html: string): string {
  const around = (node: Node): string => {
    if (!('tagName' in node))
      return 'childNodes' in node ? node.childNodes.map(around).join('') : ''
    // A footer has a line for a copyright, if there is one.
    if (/^(main|footer)$/.test(node.tagName)) return `<${node.tagName}>`
    return `<${node.tagName}>${node.childNodes.map(around).join('')}</>`
  }
  return around(parse(html))
}
