import { mkdirSync } from 'node:fs'
import axe from 'axe-core'
import { parseFeed } from 'feedsmith'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, serveSite, type Site } from './chromium.js'
import { newsroomAt } from './newsroom.js'

const pages = ['/', '/ar/', '/all.html']
const widths = { phone: 360, desktop: 1280 } as const
const schemes = ['light', 'dark'] as const
const views = schemes.flatMap((colorScheme) =>
  (['phone', 'desktop'] as const).flatMap((device) =>
    pages.map((path) => ({ path, device, colorScheme })),
  ),
)
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** PRESSFEED_SHOTS: a folder that gets the screenshots, for people to look at. */
const { PRESSFEED_SHOTS: shots = '' } = process.env

let browser: Browser
let site: Site

beforeAll(async () => {
  site = await serveSite(newsroomAt)
  browser = await openBrowser()
  if (shots !== '') mkdirSync(shots, { recursive: true })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Opens a path in a window of its own, and gives what the browser complained of. */
async function open<T>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page, complaints: readonly string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(site.origin + path)
    return await look(page, complaints)
  } finally {
    await context.close()
  }
}

const sized = (width: number, more: BrowserContextOptions = {}): BrowserContextOptions => ({
  viewport: { width, height: 900 },
  ...more,
})

/** What axe finds; it runs in the page, past the policy that lets no other script run there. */
async function violations(page: Page, only?: readonly string[]): Promise<readonly string[]> {
  const { violations: found, passes } = await page.evaluate(
    async ({ source, values }) => {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      const define = new Function(source) as () => void
      define()
      return axeOf(window).run({ runOnly: { type: 'tag', values } })

      function axeOf(here: unknown) {
        return (here as { axe: { run: (options: object) => Promise<Results> } }).axe
      }
    },
    { source: axe.source, values: [...(only ?? rules)] },
  )
  expect(passes.length).toBeGreaterThan(10)
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

interface Results {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
  readonly passes: readonly unknown[]
}

describe.each(views)('$path on a $device in $colorScheme', ({ path, device, colorScheme }) => {
  it('is without fault for axe, without complaint, and without a bar to scroll sideways', async () => {
    const options = sized(widths[device], { colorScheme, bypassCSP: true })
    await open(path, options, async (page, complaints) => {
      expect(await violations(page)).toEqual([])
      expect(complaints).toEqual([])
      expect(await isTooWide(page)).toBe(false)
      if (shots !== '') {
        const name = `${path.replace(/\W+/g, '-')}-${device}-${colorScheme}.png`
        await page.screenshot({ path: `${shots}/page${name}`, fullPage: true })
      }
    })
  })
})

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
}

describe('a page', () => {
  it('is looked at by something that would notice', async () => {
    await open('/', sized(1280, { bypassCSP: true }), async (page) => {
      await page.addStyleTag({
        content: 'h3 a{color:#bbb!important}img{width:4000px!important;max-width:none!important}',
      })
      await page.evaluate(() => document.querySelector('main img')?.removeAttribute('alt'))
      const found = (await violations(page)).join('\n')
      expect(found).toContain('color-contrast: ')
      expect(found).toContain('image-alt: ')
      expect(await isTooWide(page)).toBe(true)
    })
  })

  it.each(pages)('%s fits 320 pixels, and letters of twice the size', async (path) => {
    await open(path, sized(320), async (page) => {
      expect(await isTooWide(page)).toBe(false)
    })
    await open(path, sized(640), async (page) => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
      expect(
        await page.evaluate(() => getComputedStyle(document.documentElement).fontSize),
      ).not.toBe('16px')
      expect(await isTooWide(page)).toBe(false)
    })
  })

  it('obeys the scheme of the visitor', async () => {
    const groundIn = (colorScheme: 'light' | 'dark') =>
      open('/', sized(1280, { colorScheme }), (page) =>
        page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      )
    expect(await groundIn('light')).toBe('rgb(255, 255, 255)')
    expect(await groundIn('dark')).toBe('rgb(20, 23, 28)')
  })

  it('shows every picture that it names', async () => {
    await open('/', sized(1280), async (page) => {
      for (const image of await page.locator('img').all()) {
        await image.scrollIntoViewIfNeeded()
        await expect
          .poll(() => image.evaluate((each) => (each as HTMLImageElement).naturalWidth))
          .toBeGreaterThan(0)
      }
      expect(await page.locator('article img').count()).toBe(6)
    })
  })

  it('has targets of 24 pixels and more, in lists and on buttons', async () => {
    await open('/', sized(360), async (page) => {
      const targets = page.locator('button, .links a, .to a, li > a, footer a')
      const boxes = await Promise.all((await targets.all()).map((each) => each.boundingBox()))
      expect(boxes.length).toBeGreaterThan(15)
      for (const box of boxes) expect(box?.height).toBeGreaterThanOrEqual(24)
    })
  })

  it('stands from right to left in Arabic, its addresses from left to right', async () => {
    await open('/ar/', sized(1280), async (page) => {
      const sides = await page.evaluate(() => {
        const left = (selector: string) =>
          document.querySelector(selector)?.getBoundingClientRect().left ?? 0
        return [left('main > section'), left('main > aside')]
      })
      expect(sides[0]).toBeGreaterThan(sides[1] ?? 0)
      const address = page.locator('.feed li a').first()
      expect(await address.evaluate((each) => getComputedStyle(each).direction)).toBe('ltr')
    })
  })
})

describe('without script', () => {
  const off = sized(1280, { javaScriptEnabled: false })

  it('everything is there but the buttons', async () => {
    await open('/', off, async (page) => {
      expect(await page.locator('article').count()).toBe(10)
      expect(await page.getByRole('button').count()).toBe(0)
      expect(await page.locator('button').count()).toBe(5)
      expect(await page.locator('button').first().isVisible()).toBe(false)
      const address = page.getByRole('link', { name: `${site.origin}/rss.xml` })
      expect(await address.isVisible()).toBe(true)
    })
  })

  it('every address of a feed leads to a feed', async () => {
    const addresses = await open('/', off, async (page) => {
      const shown = await page
        .locator('.feed li a')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
      const inHead = await page
        .locator('link[rel=alternate]')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
      expect(inHead).toEqual(shown)
      return shown
    })
    expect(addresses).toHaveLength(5)
    const found = await Promise.all(
      addresses.map(async (address) => {
        const { format, feed } = parseFeed(await (await fetch(address)).text())
        const { items, entries } = feed as {
          items?: readonly unknown[]
          entries?: readonly unknown[]
        }
        expect((items ?? entries ?? []).length).toBeGreaterThan(2)
        return format
      }),
    )
    expect(found).toEqual(['rss', 'atom', 'json', 'rss', 'atom'])
  })

  it('the links to readers carry that address, and the pages lead to each other', async () => {
    await open('/', off, async (page) => {
      const readers = await page
        .locator('.feed')
        .first()
        .locator('.to a')
        .evaluateAll((links) => links.map((a) => decodeURIComponent(a.getAttribute('href') ?? '')))
      expect(readers).toHaveLength(5)
      for (const reader of readers) expect(reader).toContain(`${site.origin}/rss.xml`)
      await page.locator('nav a[hreflang=ar]').click()
      expect(page.url()).toBe(`${site.origin}/ar/`)
      await page.locator('nav a[hreflang=en]').first().click()
      expect(page.url()).toBe(`${site.origin}/`)
    })
  })
})

describe('the button', () => {
  const permitted = sized(1280, { permissions: ['clipboard-read', 'clipboard-write'] })

  it('copies its address by key, says so, and is itself again', async () => {
    await open('/', permitted, async (page) => {
      const button = page.getByRole('button', { name: 'Copy address – Atom' }).first()
      const label = await button.innerText()
      await button.focus()
      await page.keyboard.press('Enter')
      const status = page.getByRole('status')
      await expect.poll(() => status.textContent()).toBe('Copied')
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        `${site.origin}/atom.xml`,
      )
      expect(await page.getByRole('button', { name: 'Copied – Atom' }).count()).toBe(1)
      await expect.poll(() => status.textContent(), { timeout: 10_000 }).toBe('')
      expect(await button.innerText()).toBe(label)
    })
  })

  it('copies the address itself where it is shown in letters', async () => {
    await open('/', permitted, async (page) => {
      const item = page.locator('li', { hasText: 'énergie' })
      await item.getByRole('button').click()
      await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied')
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied).toBe(`${site.origin}/topics/%C3%A9nergie.xml`)
    })
  })

  it('works where the clipboard is out of reach, as on a site without TLS', async () => {
    await open('/', permitted, async (page) => {
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
      await page.getByRole('button').first().click()
      await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied')
      expect(await page.evaluate(() => String(getSelection()))).toContain('/rss.xml')
    })
  })

  it('shows where the focus is', async () => {
    await open('/', sized(1280), async (page) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab')
        const [name, width] = await page.evaluate(() => {
          const { activeElement } = document
          return activeElement === null
            ? ['', '']
            : [activeElement.tagName, getComputedStyle(activeElement).outlineWidth]
        })
        if (name === 'BODY') break
        expect([name, width]).toEqual([name, '3px'])
      }
    })
  })
})

describe.each([
  { path: '/rss.xml', item: 'item', date: 'pubDate' },
  { path: '/atom.xml', item: 'entry', date: 'published' },
  { path: '/ar/rss.xml', item: 'item', date: 'pubDate' },
])('the raw feed $path', ({ path, item, date }) => {
  it.each(schemes)('is legible in %s', async (colorScheme) => {
    await open(path, sized(1280, { colorScheme }), async (page, complaints) => {
      if (shots !== '')
        await page.screenshot({
          path: `${shots}/raw${path.replace(/\W+/g, '-')}-${colorScheme}.png`,
        })
      const text = await page.evaluate(() => document.documentElement.textContent ?? '')
      expect(text).toContain('urn:uuid:')
      const shown = await page.evaluate(() => {
        const isShown = (element: Element) => element.checkVisibility()
        const { backgroundColor, color } = getComputedStyle(document.documentElement)
        const all = [...document.querySelectorAll('*')].filter(isShown)
        return { backgroundColor, color, names: [...new Set(all.map(({ nodeName }) => nodeName))] }
      })
      expect(shown.backgroundColor).toBe(
        colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(20, 23, 28)',
      )
      expect(shown.color).not.toBe(shown.backgroundColor)
      expect(shown.names).toContain(item)
      expect(shown.names).toContain(date)
      for (const machine of [
        'guid',
        'id',
        'content:encoded',
        'content',
        'media:content',
        'media:credit',
        'dc:language',
        'ttl',
        'generator',
      ]) {
        expect(shown.names).not.toContain(machine)
      }
      expect(complaints).toEqual([])
    })
  })

  it('says in its language what it is, and where the page is', async () => {
    await open(path, sized(360), async (page) => {
      const [content, direction] = await page.evaluate(() => {
        const root = document.documentElement
        return [getComputedStyle(root, '::before').content, getComputedStyle(root).direction]
      })
      const isArabic = path.startsWith('/ar/')
      expect(content).toContain(isArabic ? 'هذه خلاصة' : 'This is a feed.')
      expect(content).toContain(`${site.origin}/${isArabic ? 'ar/' : ''}`)
      expect(direction).toBe(isArabic ? 'rtl' : 'ltr')
      expect(await isTooWide(page)).toBe(false)
    })
  })
})
