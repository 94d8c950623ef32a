/** A browser in which a feed reader shows bodies, and everything that should not happen in it. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const home = 'https://reader.example/'

/** How a reader puts bodies into its page. */
export type Way = 'innerHTML' | 'document.write'

/** All of them. */
export const ways: readonly Way[] = ['innerHTML', 'document.write']

/** An alarm at something that happens; the others are of what stands in a body and does nothing yet. */
export const acting =
  /^(a script ran|asked|a dialog|an error|went to|a window|a frame$|the frame|the page)/

/** What is shown: each piece in an article of its own. */
export interface Showing {
  readonly pieces: readonly string[]
  readonly way: Way
}

/** Starts the Chromium of this machine. */
export async function startBrowser(): Promise<Browser> {
  const program = process.env['PRESSFEED_CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(program)) {
    throw new Error(
      `No Chromium at ${program}: apt-get install chromium, or name another in PRESSFEED_CHROMIUM`,
    )
  }
  const args = ['--disable-gpu', '--disable-extensions', '--disable-site-isolation-trials']
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  return chromium.launch({ executablePath: program, args })
}

// A reader has a page of its own around the bodies: words, a form, a style, a script.
const top = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Reader</title><style>
body { color: rgb(1, 2, 3) } header, footer { display: block; color: rgb(4, 5, 6) } article { display: block }
</style></head><body class="reader"><header id="frame-before"><h1>Reader</h1></header><main>`
const bottom = `</main><form id="reader-form" action="/search"><input id="reader-search" name="q"></form>
<footer id="frame-after">The end</footer><script>var readerConfig = { url: 'https://reader.example/next' }</script></body></html>`

function pageOf(pieces: readonly string[]): string {
  return `${top}${pieces.map((piece) => `<article>${piece}</article>`).join('')}${bottom}`
}

/** One page of the browser; alarms are what bodies did in it. */
export class Reader {
  readonly alarms: string[] = []
  readonly #page: Page
  readonly #served = new Map<string, string>()
  #allowed: ReadonlySet<string> = new Set()
  #expected: string | undefined

  private constructor(page: Page) {
    this.#page = page
  }

  /** Opens a page in a context of its own. */
  static async open(browser: Browser): Promise<Reader> {
    const context = await browser.newContext({ acceptDownloads: false, serviceWorkers: 'block' })
    const page = await context.newPage()
    const reader = new Reader(page)
    await reader.#watch(context, page)
    return reader
  }

  async close(): Promise<void> {
    await this.#page.context().close()
  }

  /**
   * Shows pieces as a reader would, does to them all that people do, and returns what went wrong. `allowed` are
   * the addresses that may be asked: those of pictures, films and sounds.
   */
  async show({ pieces, way }: Showing, allowed: ReadonlySet<string>): Promise<readonly string[]> {
    const empty = pieces.map(() => '')
    await this.#goto(pageOf(way === 'innerHTML' ? empty : []))
    // Written with nothing in them, then with all: the two must look alike.
    if (way === 'document.write') await this.#write(pageOf(empty))
    const before = await this.#page.evaluate(snapshot)
    this.#expected = home
    this.#allowed = allowed
    try {
      if (way === 'document.write') await this.#write(pageOf(pieces))
      else await this.#page.evaluate(fill, pieces)
      await this.#settle()
      const after = await this.#page.evaluate(snapshot)
      if (after !== before) this.alarms.push(`the frame changed: ${difference(before, after)}`)
      this.alarms.push(...(await this.#page.evaluate(inspect)))
    } catch (error) {
      this.alarms.push(`the page broke: ${String(error).slice(0, 200)}`)
    }
    return this.alarms
  }

  /** Opens a whole document, does to it all that people do, and returns what went wrong. */
  async visit(html: string, allowed: ReadonlySet<string>): Promise<readonly string[]> {
    try {
      await this.#goto('', 'about:blank')
      this.#served.set(home, html)
      this.#allowed = allowed
      this.#expected = undefined
      await this.#page.goto(home, { waitUntil: 'domcontentloaded' })
      this.#expected = home
      await this.#settle()
    } catch (error) {
      this.alarms.push(`the page broke: ${String(error).slice(0, 200)}`)
    }
    return this.alarms
  }

  // What ran before may still be leaving the page for somewhere else.
  async #goto(html: string, address = home, tries = 3): Promise<void> {
    this.#expected = undefined
    this.#served.set(home, html)
    try {
      await this.#page.goto(address, { waitUntil: 'domcontentloaded' })
    } catch (error) {
      if (tries === 0) throw error
      await this.#goto(html, address, tries - 1)
    }
    this.#expected = home
    this.alarms.length = 0
  }

  async #write(html: string): Promise<void> {
    await this.#page.evaluate((text) => {
      document.open()
      document.write(text)
      document.close()
    }, html)
  }

  // What is said to happen by itself, and what somebody makes happen.
  async #settle(): Promise<void> {
    await this.#page.evaluate(poke)
    for (let waited = 0; waited < 150 && this.alarms.length === 0; waited += 25)
      await this.#page.waitForTimeout(25)
  }

  async #watch(context: BrowserContext, page: Page): Promise<void> {
    const alarm = (text: string) => this.alarms.push(text.slice(0, 300))
    await context.exposeBinding('trip', () => alarm('a script ran'))
    await context.route('**/*', async (route) => {
      const request = route.request()
      const own = this.#served.get(request.url())
      if (own !== undefined && request.isNavigationRequest()) {
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: own })
      }
      return request.url().endsWith('/ok.png')
        ? route.fulfill({ contentType: 'image/png', body: png })
        : route.abort()
    })
    page.on('request', (request) => {
      const url = request.url()
      if (url === home && request.isNavigationRequest() && this.#expected === undefined) return
      const isShown = /^(image|media|texttrack|other)$/.test(request.resourceType())
      if (!(isShown && this.#allowed.has(url))) alarm(`asked ${request.resourceType()} ${url}`)
    })
    page.on('dialog', (dialog) => {
      alarm(`a dialog: ${dialog.type()}`)
      void dialog.dismiss().catch(() => undefined)
    })
    page.on('pageerror', ({ message }) => alarm(`an error of a script: ${message}`))
    page.on('console', (message) => {
      // Pictures are not served here; Chromium has its own opinion on pictures in ruby.
      const own = /^Failed to load resource|^`float` property is not supported correctly/
      if (!own.test(message.text())) alarm(`said: ${message.text()}`)
    })
    page.on('frameattached', () => alarm('a frame'))
    page.on('framenavigated', (frame) => {
      if (
        frame === page.mainFrame() &&
        this.#expected !== undefined &&
        frame.url() !== this.#expected
      )
        alarm(`went to ${frame.url()}`)
    })
    page.on('websocket', (socket) => alarm(`a socket to ${socket.url()}`))
    page.on('download', () => alarm('a download'))
    context.on('page', (other) => {
      alarm('a window')
      void other.close().catch(() => undefined)
    })
  }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function difference(before: string, after: string): string {
  const at = [...before].findIndex((character, index) => character !== after[index])
  return `${before.slice(Math.max(0, at - 20), at + 40)} → ${after.slice(Math.max(0, at - 20), at + 60)}`
}

// What follows runs in the page.

function fill(pieces: readonly string[]): void {
  document.querySelectorAll('main > article').forEach((article, index) => {
    article.innerHTML = pieces[index] ?? ''
  })
}

/** All of the page but what stands in the articles, and how it looks. */
function snapshot(): string {
  const root = document.documentElement
  // In a document that loads nothing.
  const copy = document.implementation.createHTMLDocument('').importNode(root, true)
  for (const article of copy.querySelectorAll('body > main > article')) article.textContent = ''
  const looks = ['header', 'header h1', 'main', 'footer', 'form'].map((name) => {
    const element = document.querySelector(`body > ${name}`)
    if (element === null) return 'gone'
    const { color, display, visibility, position, backgroundImage, opacity, fontFamily } =
      getComputedStyle(element)
    return [color, display, visibility, position, backgroundImage, opacity, fontFamily].join(' ')
  })
  const config = Reflect.get(window, 'readerConfig') as { readonly url?: unknown } | undefined
  return JSON.stringify([
    copy.outerHTML,
    looks,
    [document.title, document.baseURI, location.href, document.compatMode, document.characterSet],
    [document.styleSheets.length, document.scripts.length, document.forms.length, window.length],
    [typeof document.getElementById, typeof document.querySelector, typeof document.createElement],
    [document.body.localName, document.head.localName, document.cookie],
    document.getElementById('frame-before')?.localName,
    document.getElementById('frame-after')?.localName,
    document.getElementById('reader-form')?.localName,
    [config?.url, typeof Reflect.get(window, 'trip')],
  ])
}

/** Does what people do: clicks on what would run, and makes every event happen that something waits for. */
function poke(): void {
  for (const element of document.querySelectorAll('header *, main *, footer *')) {
    for (const { name } of [...element.attributes]) {
      if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)))
    }
    const href = (element as HTMLAnchorElement).href as string | SVGAnimatedString | undefined
    const address = typeof href === 'object' ? href.animVal : (href ?? '')
    if (/^\s*(javascript|vbscript|data):/i.test(address))
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    if (/^(button|input)$/.test(element.localName)) (element as HTMLElement).click()
  }
}

/** What is wrong with what stands in the articles; also after it was written out and read again. */
function inspect(): string[] {
  const wrong: string[] = []
  for (const article of document.querySelectorAll('main > article')) {
    const written = article.innerHTML
    let again = written
    for (let times = 0; times < 3; times += 1) {
      const elsewhere = document.implementation.createHTMLDocument('').body
      elsewhere.innerHTML = again
      again = elsewhere.innerHTML
    }
    // Browsers drop the first line end in `pre` when they read, and do not write it back.
    const lines = (html: string) => html.replace(/<pre([^>]*)>\n+/g, '<pre$1>')
    if (lines(again) !== lines(written)) wrong.push(`it changes when read again: ${written}`)
    for (const element of article.querySelectorAll('*')) {
      if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml')
        wrong.push(`foreign ${element.nodeName}`)
      if (
        /^(script|style|link|meta|base|form|input|button|textarea|select|iframe|frame|object|embed|template|noscript|title|slot|dialog|area|map|portal)$/.test(
          element.localName,
        ) ||
        element.localName.includes('-')
      )
        wrong.push(`<${element.localName}>`)
      for (const { name, value } of element.attributes) {
        if (/^(on|xlink|data-|aria-|form)|^(id|name|style|class|ping|is|slot|target)$/.test(name))
          wrong.push(`${name}="${value}"`)
      }
      const { href } = element as HTMLAnchorElement
      if (typeof href === 'string' && !/^(https?|ftp|mailto|tel):/.test(href)) wrong.push(href)
    }
  }
  return wrong
}
