/** Builds, and builds again after each change of what the newsroom reads. */
import { watch as watchFiles, type FSWatcher } from 'chokidar'
import { resolve } from 'node:path'
import type { Instant } from '../date.js'
import type { Newsroom } from '../newsroom/definition.js'
import { isArticleSource } from '../newsroom/source.js'
import { BuildMemory } from './build-memory.js'
import { runBuild } from './build.js'
import { isPrivate, OwnFiles } from './own-files.js'
import type { BuildOptions, BuildReport } from './report.js'

/** What `watch` is told beside the options of a build. */
export interface WatchOptions extends BuildOptions {
  /** Absolute path of the configuration; a change of it loads the newsroom anew. */
  readonly configFile: string
  /** Ends the watching when it is aborted; the promise of `watch` is then fulfilled. */
  readonly signal: AbortSignal
  /** Called before the first build, and later when something else is seen than before. */
  readonly onWatching?: ((articles: ArticlesSeen) => void) | undefined
  /** Called after each build, the first too. */
  readonly onReport: (report: BuildReport) => void
  /** Called when `load`, a build or the watching of a file failed; the watching goes on. */
  readonly onError: (error: unknown) => void
}

/**
 * Whether changes of the articles are seen beside those of the configuration. `unseen`: they come from
 * neither files nor folders that their source names. `unknown`: the configuration could not be loaded.
 */
export type ArticlesSeen = 'seen' | 'unseen' | 'unknown'

// Editors and copying programs change several files in a row.
const pauseInMilliseconds = 80
// What timers can wait; after that it is looked at again.
const longestWait = 2 ** 31 - 1

/**
 * Watches the configuration and the files of the newsroom's articles, as far as its source knows them. A
 * function for `articles` that returns a source is called once each time the configuration is loaded. A
 * build that follows a change makes anew only the documents that carry a changed article.
 */
export async function watch(load: () => Promise<unknown>, options: WatchOptions): Promise<void> {
  if (options.signal.aborted) return
  await new Session(load, options).run()
}

class Session {
  #newsroom: Newsroom | undefined
  #memory = new BuildMemory()
  #articles: FSWatcher | undefined
  #seen: ArticlesSeen | undefined
  #timer: NodeJS.Timeout | undefined
  /** For the next change that nobody makes: the end of an embargo, an expiry. */
  #alarm: NodeJS.Timeout | undefined
  #isDue = false
  /** Counts changes of the configuration; `#loaded` is the count at the last loading that worked. */
  #changes = 1
  #loaded = 0
  /** What changed among the articles since the last build began. */
  readonly #changed = new Set<string>()
  readonly #ownFiles = new OwnFiles()
  /** Builds follow each other; never two at once. */
  #queue = Promise.resolve()

  constructor(
    readonly load: () => Promise<unknown>,
    readonly options: WatchOptions,
  ) {}

  async run(): Promise<void> {
    const ended = untilAborted(this.options.signal)
    const config = await this.#open([this.options.configFile], () => (this.#changes += 1))
    this.#enqueue()
    await ended
    clearTimeout(this.#timer)
    clearTimeout(this.#alarm)
    // What is under way ends first, so that it leaves no lock behind and opens nothing afterwards.
    await this.#queue
    await Promise.all([config.close(), this.#articles?.close()])
  }

  /** What changes before a watcher is ready would go unseen, so that is waited for. */
  async #open(paths: readonly string[], onChange: (path: string) => void): Promise<FSWatcher> {
    const watcher = watchFiles([...paths], { ignoreInitial: true, ignored: isPrivate })
    watcher.on('error', this.options.onError)
    watcher.on('all', (_, path) => {
      onChange(path)
      this.#soon()
    })
    await new Promise<void>((ready) => watcher.once('ready', ready))
    return watcher
  }

  get #isEnded(): boolean {
    return this.options.signal.aborted
  }

  #soon(): void {
    clearTimeout(this.#timer)
    if (this.#isEnded) return
    this.#timer = setTimeout(() => this.#enqueue(), pauseInMilliseconds)
  }

  // With a present that stands still nothing comes due.
  #wakeAt(next: Instant | undefined): void {
    clearTimeout(this.#alarm)
    if (next === undefined || this.options.now !== undefined || this.#isEnded) return
    const wait = Date.parse(next) - Date.now()
    this.#alarm = setTimeout(
      () => {
        this.#isDue = true
        this.#enqueue()
      },
      Math.min(Math.max(wait, 0), longestWait),
    )
  }

  #enqueue(): void {
    this.#queue = this.#queue.then(() => this.#build())
  }

  async #build(): Promise<void> {
    if (this.#isEnded || !this.#isWanted()) return
    try {
      if (this.#loaded !== this.#changes) await this.#loadAnew()
      if (this.#newsroom === undefined) return
      const report = await runBuild(this.#newsroom, this.options, { memory: this.#memory })
      this.#ownFiles.note(report)
      this.options.onReport(report)
      this.#wakeAt(report.nextChange)
    } catch (error) {
      this.#tell(this.#seen ?? 'unknown')
      this.options.onError(error)
    }
  }

  // The output folder may lie among what is watched. Asked when the build before has ended, since only then
  // it is known what it wrote.
  #isWanted(): boolean {
    const changed = [...this.#changed]
    this.#changed.clear()
    const isDue = this.#isDue
    this.#isDue = false
    const isChanged = !changed.every((path) => this.#ownFiles.has(path))
    return isDue || isChanged || this.#loaded !== this.#changes
  }

  async #loadAnew(): Promise<void> {
    this.#newsroom = undefined
    const changes = this.#changes
    const newsroom = await withSource((await this.load()) as Newsroom)
    if (this.#isEnded) return
    await this.#articles?.close()
    this.#articles = undefined
    const paths = watchedPaths(newsroom, resolve(this.options.root ?? '.'))
    if (paths.length > 0) {
      this.#articles = await this.#open(paths, (path) => this.#changed.add(path))
    }
    this.#newsroom = newsroom
    this.#memory = new BuildMemory()
    this.#loaded = changes
    this.#tell(paths.length > 0 ? 'seen' : 'unseen')
  }

  #tell(seen: ArticlesSeen): void {
    if (this.#seen === seen) return
    this.#seen = seen
    this.options.onWatching?.(seen)
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}

// Only the source itself knows what to watch; the same one then serves all builds. What else a function returns
// may be good for one reading, so the build calls it again.
async function withSource(newsroom: Newsroom): Promise<Newsroom> {
  const articles: unknown = (newsroom as Partial<Newsroom> | null | undefined)?.articles
  try {
    const given: unknown = await (typeof articles === 'function'
      ? (articles as () => unknown)()
      : articles)
    return given !== articles && isArticleSource(given)
      ? { ...newsroom, articles: given }
      : newsroom
  } catch {
    // The build meets it again, and says so.
    return newsroom
  }
}

function watchedPaths(newsroom: Newsroom, root: string): readonly string[] {
  const articles: unknown = (newsroom as Partial<Newsroom> | null | undefined)?.articles
  if (!isArticleSource(articles) || typeof articles.watchedPaths !== 'function') return []
  return articles.watchedPaths(root)
}
