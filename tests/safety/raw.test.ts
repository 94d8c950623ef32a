import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { payloads } from '../hostile/payloads/index.js'
import { inLanes } from './lanes.js'
import { filesIn } from './pictures.js'
import { acting, Reader, startBrowser, ways } from './reader.js'

let browser: Browser
let reader: Reader
beforeAll(async () => {
  browser = await startBrowser()
  reader = await Reader.open(browser)
}, 120_000)
afterAll(async () => {
  await browser.close()
})

describe('the browser', () => {
  it('says nothing of a harmless body, and asks for its picture only', async () => {
    const body =
      '<p lang="en">A <a href="https://a.example/">link</a></p><figure><img src="https://a.example/b.png" alt=""></figure>'
    for (const way of ways) {
      const showing = { pieces: [body, '<h2>B</h2>'], way }
      expect(await reader.show(showing, new Set(filesIn(body)))).toEqual([])
      expect(await reader.show(showing, new Set())).toEqual(['asked image https://a.example/b.png'])
    }
  })

  // So that silence means something: this is what the same attacks do when nobody prepared them.
  it('sounds the alarm at raw attacks', { timeout: 1_800_000 }, async () => {
    const silent: string[] = []
    let acted = 0
    const open = async () => ({ reader: await Reader.open(browser) })
    await inLanes(payloads, 3, open, async ({ html }, own) => {
      const alarms: string[] = []
      for (const way of ways) {
        if (alarms.length === 0)
          alarms.push(...(await own.reader.show({ pieces: [html], way }, new Set())))
      }
      if (alarms.length === 0) silent.push(html)
      if (alarms.some((alarm) => acting.test(alarm))) acted += 1
      // Some leave nothing of the page.
      if (!alarms.some((alarm) => alarm.startsWith('the page'))) return
      await own.reader.close()
      own.reader = await Reader.open(browser)
    })
    const heard = payloads.length - silent.length
    console.log(
      `${heard} of ${payloads.length} raw attacks sound the alarm, ${acted} by what they do`,
    )
    expect(heard).toBeGreaterThan(payloads.length * 0.8)
    expect(acted).toBeGreaterThan(payloads.length * 0.6)
  })
})
