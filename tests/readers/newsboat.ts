/** newsboat: a reader for the terminal. What it shows of an article is read off its screen. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { instant, plain } from './lab/plain.js'
import { run, until } from './lab/program.js'
import type { Reader, Session, Shown, StoredArticle } from './lab/reader.js'
import { openScreen, screenPackages } from './lab/screen.js'
import { select } from './lab/sqlite.js'

// As many lines as the longest article has, so that nothing scrolls.
const rows = 900
// And wide enough for the longest address, which it would cut.
const columns = 200

export const newsboat: Reader = {
  name: 'newsboat',
  formats: ['rss', 'atom'],
  packages: {
    ...screenPackages,
    ...{ newsboat: 'newsboat', sqlite3: 'sqlite3', tmux: 'tmux', xterm: 'xterm' },
  },
  version: async () => /[\d.]+/.exec(await run('newsboat', ['-v']))?.[0] ?? '',
  open: (folder) => Promise.resolve(new Newsboat(folder)),
}

class Newsboat implements Session {
  readonly #folders = new Map<string, string>()
  readonly #screens = new Map<string, readonly string[]>()

  constructor(readonly folder: string) {}

  // It knows an item by its id in all feeds together, so each feed gets a newsboat of its own.
  async subscribe(urls: readonly string[]): Promise<void> {
    for (const [index, url] of urls.entries()) {
      const own = join(this.folder, String(index))
      mkdirSync(own)
      writeFileSync(join(own, 'urls'), `${url}\n`)
      writeFileSync(join(own, 'config'), 'confirm-exit no\n')
      this.#folders.set(url, own)
    }
    await this.refresh()
  }

  async refresh(): Promise<void> {
    this.#screens.clear()
    for (const own of this.#folders.values()) {
      await run('newsboat', [...files, '-x', 'reload'], inFolder(own, { anyCode: true }))
    }
  }

  async read(url: string): Promise<readonly StoredArticle[]> {
    const items = await select<Row>(
      join(this.#own(url), 'cache.db'),
      'select title, url, guid, author, pubDate, content from rss_item where deleted = 0 order by pubDate desc, id desc',
    )
    return items.map((item) => ({
      title: item.title,
      link: item.url,
      id: item.guid,
      authors: [item.author],
      published: instant(item.pubDate * 1000),
      html: item.content,
    }))
  }

  async show(url: string, { title = '' }: StoredArticle): Promise<Shown> {
    const screens = this.#screens.get(url) ?? (await this.#pageThrough(url))
    this.#screens.set(url, screens)
    const screen = screens.find((each) => isOf(each, title))
    if (screen === undefined) throw new Error(`newsboat does not show “${title}”.`)
    return shownScreen(screen)
  }

  /** What the screen has of each article of a feed, one after the other. */
  async #pageThrough(url: string): Promise<readonly string[]> {
    const own = this.#own(url)
    const terminal = new Terminal(join(own, 'tmux'))
    const size = ['-x', String(columns), '-y', String(rows)]
    const started = run(
      'tmux',
      [...terminal.args, 'new-session', '-d', ...size, 'newsboat', ...files],
      {
        ...inFolder(own),
      },
    )
    await started
    try {
      const screens = [await terminal.openFirst()]
      const { length } = await this.read(url)
      while (screens.length < length) screens.push(await terminal.next(screens.at(-1) ?? ''))
      return screens
    } finally {
      await terminal.end()
    }
  }

  async screenshot(url: string, { title = '' }: StoredArticle, path: string): Promise<void> {
    const own = this.#own(url)
    const screen = await openScreen(own, 884, 718)
    const terminal = new Terminal(join(own, 'window'))
    try {
      const font = ['-fa', 'DejaVu Sans Mono', '-fs', '10', '-geometry', '110x42+0+0']
      const command = ['tmux', ...terminal.args, 'new-session', 'newsboat', ...files]
      const options = inFolder(own)
      screen.start('xterm', [...font, '-e', ...command], {
        ...options,
        env: { ...options.env, ...screen.environment },
      })
      let seen = await terminal.openFirst()
      while (!isOf(seen, title)) seen = await terminal.next(seen)
      await screen.photograph(path)
    } finally {
      await terminal.end()
      await screen.close()
    }
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  #own(url: string): string {
    const own = this.#folders.get(url)
    if (own === undefined) throw new Error(`newsboat has no ${url}.`)
    return own
  }
}

/** newsboat in a terminal that can be read and typed into. */
class Terminal {
  readonly args: readonly string[]

  constructor(socket: string) {
    this.args = ['-S', socket, '-f', '/dev/null']
  }

  /** Opens the first article of the only feed; what is seen. */
  async openFirst(): Promise<string> {
    await this.#until('its feeds', (text) => text.includes('Your feeds'))
    await this.#tmux('set', '-g', 'status', 'off')
    await this.#tmux('send-keys', 'Enter')
    await this.#until('a list', (text) => text.includes('Articles in feed'))
    await this.#tmux('send-keys', 'Enter')
    return this.#until('an article', (text) => text.includes('Title: '))
  }

  async next(last: string): Promise<string> {
    await this.#tmux('send-keys', 'J')
    return this.#until('the next one', (text) => text.includes('Title: ') && text !== last)
  }

  async end(): Promise<void> {
    await this.#tmux('kill-server').catch(() => undefined)
  }

  #tmux(...args: readonly string[]): Promise<string> {
    return run('tmux', [...this.args, ...args])
  }

  // A screen counts when it has been the same for three looks: it may be half drawn before.
  #until(what: string, isThere: (text: string) => boolean): Promise<string> {
    let last = ''
    let same = 0
    return until(`newsboat to show ${what}`, async () => {
      // The terminal itself may not be there yet.
      const text = await this.#tmux('capture-pane', '-p').catch(() => '')
      same = text === last ? same + 1 : 0
      last = text
      return same >= 2 && isThere(text) && text
    })
  }
}

// A title that is longer than a line goes on in the next one.
function isOf(screen: string, title: string): boolean {
  return plain(screen).includes(`Title: ${plain(title)} `)
}

interface Row {
  readonly title: string
  readonly url: string
  readonly guid: string
  readonly author: string
  readonly pubDate: number
  readonly content: string
}

const files = ['-u', 'urls', '-c', 'cache.db', '-C', 'config']

function inFolder(folder: string, more: { readonly anyCode?: boolean } = {}) {
  return {
    ...more,
    cwd: folder,
    env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'UTC', TERM: 'screen-256color' },
  }
}

// The numbers of links stand in the text as `[2]`, their addresses in a list below it.
function shownScreen(screen: string): Shown {
  const [head = '', links = ''] = screen.split(/^Links: *$/m)
  const pictures = [...links.matchAll(/^\[\d+\]: (\S+) \(image\)/gm)].map(([, url = '']) => url)
  return { text: head.replace(/\[\d+\]/g, ''), pictures }
}
