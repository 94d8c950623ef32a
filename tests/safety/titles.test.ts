import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { createFeed } from 'pressfeed'
import { payloads } from '../hostile/payloads/index.js'
import { inLanes } from './lanes.js'
import { acting, Reader, startBrowser, ways } from './reader.js'

// Formats hand on titles, captions, names and tags as text. Many readers take them for HTML all the same.
const texts = payloads.map(({ html }) => preparedText(html))
const taken = texts.filter(({ isTaken }) => isTaken)
const kept = texts.filter(({ isTaken }) => !isTaken)

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
})

describe('a text that a reader takes for HTML', () => {
  it('does nothing once its tags were taken out, but for tags that were written as entities', async () => {
    expect(taken.length).toBeGreaterThan(payloads.length / 2)
    const reader = await Reader.open(browser)
    const written = ({ html }: Prepared) => /&lt;[a-z]/i.test(html)
    const pieces = taken.filter((each) => !written(each)).map(({ text }) => text)
    expect(pieces.length).toBeGreaterThan(taken.length * 0.9)
    for (const way of ways) {
      const alarms = await reader.show({ pieces, way }, new Set())
      expect(alarms.filter((alarm) => acting.test(alarm))).toEqual([])
    }
  })

  // Not promised: the format says text, and `the <title> element` is a title. docs/safety.md has the figure.
  it('does what it says where a start tag stands alone', { timeout: 1_800_000 }, async () => {
    const acted = new Set<string>()
    const left = kept.filter(({ text }) => text.includes('<'))
    const open = async () => ({ reader: await Reader.open(browser) })
    await inLanes(left, 3, open, async ({ html, text }, own) => {
      for (const way of ways) {
        if (acted.has(html)) continue
        const alarms = await own.reader.show({ pieces: [text], way }, new Set())
        if (alarms.some((alarm) => acting.test(alarm))) acted.add(html)
        // Some leave nothing of the page.
        if (!alarms.some((alarm) => alarm.startsWith('the page'))) continue
        await own.reader.close()
        own.reader = await Reader.open(browser)
      }
    })
    console.log(`${acted.size} of ${payloads.length} act in a text that is taken for HTML`)
    expect(acted.size).toBeLessThan(payloads.length * 0.35)
  })
})

interface Prepared {
  readonly html: string
  readonly text: string
  /** Whether tags were taken out of it. */
  readonly isTaken: boolean
}

/** An attack as the text of a title, an author, a tag, a caption and a credit, which are all prepared alike. */
function preparedText(html: string): Prepared {
  const value = `A ${html}`
  const { articles, issues } = createFeed({
    ...{ title: 'News', link: 'https://newsroom.example/', description: 'All', language: 'en' },
    articles: [
      {
        ...{ title: value, link: '/1', published: '2026-03-02', body: '<p>The text.</p>' },
        ...{ authors: [value], tags: [value] },
        images: [{ url: '/a.jpg', alt: 'Alt', caption: value, credit: value }],
      },
    ],
  })
  const [article] = articles
  const [image] = article?.images ?? []
  const texts = [article?.authors[0]?.name, article?.tags[0], image?.caption, image?.credit]
  const text = article?.title ?? ''
  expect(texts, html).toEqual([text, text, text, text])
  const isTaken = issues.some(
    ({ code, path }) => code === 'markup-in-text' && path === 'articles[0].title',
  )
  return { html, text, isTaken }
}
