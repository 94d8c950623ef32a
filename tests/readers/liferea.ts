/** Liferea: the reader of the GNOME desktop. It keeps what it has in SQLite, and writes down each page that it shows. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { instant, plain } from './lab/plain.js'
import { run, until } from './lab/program.js'
import type { Reader, Session, Shown, StoredArticle } from './lab/reader.js'
import { desk, openScreen, screenPackages, type Screen } from './lab/screen.js'
import { shownHtml } from './lab/shown-html.js'
import { select } from './lab/sqlite.js'

export const liferea: Reader = {
  name: 'Liferea',
  formats: ['rss', 'atom'],
  packages: { ...screenPackages, liferea: 'liferea', sqlite3: 'sqlite3', 'dbus-send': 'dbus' },
  version: async () =>
    /[\d.]+/.exec(await run('dpkg-query', ['-W', '-f', '${Version}', 'liferea']))?.[0] ?? '',
  open: async (folder) => new Liferea(await openScreen(folder, desk.width, desk.height)),
}

class Liferea implements Session {
  readonly #urls: string[] = []
  /** The feed whose list is shown. */
  #current: string | undefined

  constructor(readonly screen: Screen) {}

  async subscribe(urls: readonly string[]): Promise<void> {
    this.#urls.push(...urls)
    const config = this.screen.environment['XDG_CONFIG_HOME'] ?? ''
    mkdirSync(join(config, 'liferea'), { recursive: true })
    mkdirSync(join(config, 'glib-2.0/settings'), { recursive: true })
    writeFileSync(join(config, 'glib-2.0/settings/keyfile'), settings)
    writeFileSync(join(config, 'liferea/feedlist.opml'), subscriptions(urls))
    const env = {
      ...this.screen.environment,
      GSETTINGS_BACKEND: 'keyfile',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // WebKit’s own sandbox does not work for root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    }
    this.screen.start('liferea', ['--disable-plugins', '--debug-html'], { env })
    await until('Liferea', () =>
      this.#call('Ping').then(
        () => true,
        () => false,
      ),
    )
  }

  async refresh(): Promise<void> {
    await this.#call('Refresh')
  }

  async read(url: string): Promise<readonly StoredArticle[]> {
    const data = join(this.screen.environment['XDG_DATA_HOME'] ?? '', 'liferea/liferea.db')
    const items = await select<Row>(data, query(this.#urls.indexOf(url)))
    return items.map((item) => {
      const all = (key: string) =>
        (JSON.parse(item.metadata) as readonly (readonly [string, string])[])
          .filter(([name]) => name === key)
          .map(([, value]) => value)
      return {
        title: item.title,
        link: item.source,
        id: item.source_id,
        // It shows an author's address as a link behind the name.
        authors: [...all('creator'), ...all('author')].map((name) => name.replace(/ \(<a .*/s, '')),
        published: instant(item.date * 1000),
        tags: all('category'),
        html: item.description,
      }
    })
  }

  async show(url: string, article: StoredArticle): Promise<Shown> {
    const { text, pictures } = shownHtml(await this.#openArticle(url, article))
    // Without the icon that it puts beside the title.
    return { text, pictures: pictures.filter((picture) => !picture.startsWith('file:')) }
  }

  async screenshot(url: string, article: StoredArticle, path: string): Promise<void> {
    await this.#openArticle(url, article)
    await this.screen.scroll(900, 1150, 6)
    await this.screen.photograph(path)
  }

  async close(): Promise<void> {
    await this.screen.close()
  }

  /** Clicks the feed, then the article's line; the page that Liferea then shows. */
  async #openArticle(url: string, article: StoredArticle): Promise<string> {
    const isMeant = ({ id, title }: StoredArticle) => id === article.id && title === article.title
    const line = (await this.read(url)).findIndex(isMeant)
    const file = join(this.screen.environment['XDG_CACHE_HOME'] ?? '', 'liferea/output.html')
    const title = plain(article.title ?? '')
    return until(`Liferea to show “${title}”`, async () => {
      // Its list may still be that of another feed, so a click in vain is followed by one on the feed.
      if (this.#current !== url)
        await this.screen.click(100, firstFeed + lineHeight * this.#urls.indexOf(url))
      await until('the list', () => existsSync(file), 2).catch(() => undefined)
      rmSync(file, { force: true })
      await this.screen.click(500, firstLine + lineHeight * line)
      const page = await until('the page', () => pageOf(file, title), 4).catch(() => undefined)
      this.#current = page === undefined ? undefined : url
      return page
    })
  }

  #call(method: string): Promise<string> {
    const target = [
      '--dest=org.gnome.feed.Reader',
      '/org/gnome/feed/Reader',
      `org.gnome.feed.Reader.${method}`,
    ]
    return run('dbus-send', ['--session', '--print-reply', ...target], {
      env: this.screen.environment,
    })
  }
}

// Where things are in its window, in pixels.
const firstFeed = 83
const firstLine = 107
const lineHeight = 25

/** The page in a file, if it is whole and that of the article. */
function pageOf(file: string, title: string): string | undefined {
  if (!existsSync(file)) return undefined
  const page = readFileSync(file, 'utf8')
  const isIt = plain(shownHtml(page).text).startsWith(title)
  return page.trimEnd().endsWith('</body>') && isIt ? page : undefined
}

interface Row {
  readonly title: string
  readonly source: string
  readonly source_id: string
  readonly date: number
  readonly description: string
  /** Names and values as JSON. */
  readonly metadata: string
}

function query(index: number): string {
  return (
    'select title, source, source_id, date, description, (' +
    'select json_group_array(json_array(key, value)) from metadata where metadata.item_id = items.item_id' +
    `) as metadata from items where node_id = '${nodeOf(index)}' order by date desc, item_id desc`
  )
}

function nodeOf(index: number): string {
  return `feed-${index}`
}

// It fetches nothing at all where both intervals are zero.
const settings = `[org/gnome/liferea]
default-update-interval=60
startup-feed-action=0
enable-reader-mode=false
default-view-mode=0
last-window-width=${desk.width}
last-window-height=${desk.height}
last-hpane-pos=200
last-vpane-pos=320
`

function subscriptions(urls: readonly string[]): string {
  const outlines = urls.map((url, index) => {
    const node = nodeOf(index)
    return `<outline title="${node}" text="${node}" type="rss" id="${node}" xmlUrl="${url}" htmlUrl="" updateInterval="60" sortColumn="time" viewMode="0"/>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><opml version="1.0"><head><title>lab</title></head><body>${outlines.join('')}</body></opml>`
}
