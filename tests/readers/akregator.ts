/** Akregator: the reader of the KDE desktop. It writes down what it has when it ends, and an exporter of its own reads that. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAtomFeed } from 'feedsmith'
import { instant } from './lab/plain.js'
import { run, until, type Running } from './lab/program.js'
import type { Reader, Session, StoredArticle } from './lab/reader.js'
import { desk, openScreen, screenPackages, type Screen } from './lab/screen.js'
import { shownHtml } from './lab/shown-html.js'

export const akregator: Reader = {
  name: 'Akregator',
  formats: ['rss', 'atom'],
  packages: {
    ...screenPackages,
    ...{ akregator: 'akregator', akregatorstorageexporter: 'akregator', 'dbus-send': 'dbus' },
  },
  version: async () =>
    /\d[\d.]+\d/.exec(await run('dpkg-query', ['-W', '-f', '${Version}', 'akregator']))?.[0] ?? '',
  open: async (folder) => new Akregator(await openScreen(folder, desk.width, desk.height)),
}

class Akregator implements Session {
  readonly #urls: string[] = []
  #running: Running | undefined
  readonly #stored = new Map<string, readonly StoredArticle[]>()

  constructor(readonly screen: Screen) {}

  async subscribe(urls: readonly string[]): Promise<void> {
    this.#urls.push(...urls)
    const { environment } = this.screen
    const data = join(environment['XDG_DATA_HOME'] ?? '', 'akregator/data')
    mkdirSync(data, { recursive: true })
    writeFileSync(join(data, 'feeds.opml'), subscriptions(urls))
    writeFileSync(join(environment['XDG_CONFIG_HOME'] ?? '', 'akregatorrc'), settings)
    await this.refresh()
  }

  async refresh(): Promise<void> {
    await this.#open()
    await this.#call('/Akregator', 'org.kde.akregator.part.fetchAllFeeds')
    // The numbers of articles appear beside the feeds.
    await this.screen.untilMoved(5)
    await this.screen.untilStill()
    await this.#shut()
    this.#stored.clear()
  }

  async read(url: string): Promise<readonly StoredArticle[]> {
    const stored = this.#stored.get(url) ?? articlesOf(await this.#export(url))
    this.#stored.set(url, stored)
    return stored
  }

  async screenshot(url: string, article: StoredArticle, path: string): Promise<void> {
    const newestFirst = [...(await this.read(url))].sort((one, other) =>
      (other.published ?? '').localeCompare(one.published ?? ''),
    )
    const line = newestFirst.findIndex(({ id }) => id === article.id)
    await this.#open()
    await this.screen.maximise('akregator')
    await this.screen.untilStill()
    await this.screen.click(60, firstFeed + lineHeight * this.#urls.indexOf(url))
    await this.screen.untilStill()
    await this.screen.click(700, firstLine + lineHeight * line)
    await this.screen.untilStill()
    await this.screen.scroll(900, 1100, 6)
    await this.screen.photograph(path)
    await this.#shut()
  }

  async close(): Promise<void> {
    await this.screen.close()
  }

  async #open(): Promise<void> {
    const env = this.#environment()
    // Else it asks whether the last session shall come back.
    rmSync(join(env['XDG_DATA_HOME'] ?? '', 'akregator/crashed'), { force: true })
    this.#running = this.screen.start('akregator', [], { env })
    const isUp = () =>
      this.#call('/Akregator', 'org.freedesktop.DBus.Peer.Ping').then(
        () => true,
        () => false,
      )
    await until('Akregator', isUp)
    // It answers before it can do anything.
    await this.screen.untilOpen('akregator')
    await this.screen.untilStill()
  }

  /** Closes the window as a person does; what it has is then on the disk. */
  async #shut(): Promise<void> {
    await this.#call('/akregator/MainWindow_1', 'org.qtproject.Qt.QWidget.close').catch(() => '')
    await until('Akregator to end', () => this.#running?.child.exitCode !== null, 30).catch(
      () => undefined,
    )
  }

  // It breaks off at its end, after everything is written.
  #export(url: string): Promise<string> {
    const env = { ...this.#environment(), QT_QPA_PLATFORM: 'offscreen' }
    return run('akregatorstorageexporter', [url], { env, anyCode: true, seconds: 30 })
  }

  #call(path: string, method: string): Promise<string> {
    const target = ['--dest=org.kde.akregator', path, method]
    return run('dbus-send', ['--session', '--print-reply', ...target], {
      env: this.screen.environment,
    })
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      ...this.screen.environment,
      QT_QPA_PLATFORM: 'xcb',
      // Chromium’s own sandbox does not work for root.
      QTWEBENGINE_DISABLE_SANDBOX: '1',
      QTWEBENGINE_CHROMIUM_FLAGS: '--no-sandbox --disable-gpu',
    }
  }
}

// Where things are in its window, in pixels.
const firstFeed = 106
const firstLine = 118
const lineHeight = 18

const settings = '[General]\nFetch on startup=false\nShow Tray Icon=false\n'

function subscriptions(urls: readonly string[]): string {
  const outlines = urls.map(
    (url, index) =>
      `<outline title="feed-${index}" text="feed-${index}" xmlUrl="${url}" htmlUrl="" type="rss" version="RSS" id="${index + 1}" fetchInterval="60"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><opml version="1.0"><head><text/></head><body>${outlines.join('')}</body></opml>`
}

function articlesOf(exported: string): readonly StoredArticle[] {
  const { entries = [] } = parseAtomFeed(exported.replace(/<(\/?)n1:feed/g, '<$1feed'))
  return entries.map((entry) => ({
    title: entry.title?.value,
    link: entry.links?.[0]?.href,
    id: entry.id,
    authors: entry.authors?.map(({ name }) => name ?? ''),
    published: instant(entry.published),
    summary: shownHtml(entry.summary?.value ?? '').text,
    tags: entry.categories?.map(({ label, term }) => label ?? term ?? ''),
    html: entry.content?.value,
  }))
}
