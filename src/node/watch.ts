/** Builds, and builds again after each change of what the newsroom reads. */
import { watch as watchFiles, type FSWatcher } from 'chokidar'
import { resolve } from 'node:path'
import type { Newsroom } from '../newsroom/definition.js'
import { isArticleSource } from '../newsroom/source.js'
import { BuildMemory } from './build-memory.js'
import { runBuild } from './build.js'
import type { BuildOptions, BuildReport } from './report.js'

/** What `watch` is told beside the options of a build. */
export interface WatchOptions extends BuildOptions {
  /** Absolute path of the configuration; a change of it loads the newsroom anew. */
  readonly configFile: string
  /** Ends the watching when it is aborted; the promise of `watch` is then fulfilled. */
  readonly signal: AbortSignal
  /** Called after each build, the first too. */
  readonly onReport: (report: BuildReport) => void
  /** Called when `load` or a build threw; the watching goes on. */
  readonly onError: (error: unknown) => void
}

// Editors and copying programs change several files in a row.
const pauseInMilliseconds = 80

/**
 * Watches the configuration and the files of the newsroom's articles, as far as its source knows them. A
 * build that follows a change makes anew only the documents that carry a changed article.
 */
export async function watch(load: () => Promise<unknown>, options: WatchOptions): Promise<void> {
  const session = new Session(load, options)
  await session.start()
  await session.ended
}

class Session {
  readonly ended: Promise<void>
  #newsroom: Newsroom | undefined
  #memory = new BuildMemory()
  #articles: FSWatcher | undefined
  #timer: NodeJS.Timeout | undefined
  #stale = true
  /** Builds follow each other; never two at once. */
  #queue = Promise.resolve()

  constructor(
    readonly load: () => Promise<unknown>,
    readonly options: WatchOptions,
  ) {
    this.ended = new Promise((settle) => {
      const end = () => void this.#end().then(settle)
      if (options.signal.aborted) end()
      else options.signal.addEventListener('abort', end, { once: true })
    })
  }

  async start(): Promise<void> {
    const config = watchFiles(this.options.configFile, { ignoreInitial: true })
    config.on('all', () => {
      this.#stale = true
      this.#soon()
    })
    this.options.signal.addEventListener('abort', () => void config.close(), { once: true })
    this.#queue = this.#queue.then(() => this.#build())
    await this.#queue
  }

  #soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#queue = this.#queue.then(() => this.#build())
    }, pauseInMilliseconds)
  }

  async #build(): Promise<void> {
    if (this.options.signal.aborted) return
    try {
      if (this.#stale) await this.#loadAnew()
      if (this.#newsroom === undefined) return
      const report = await runBuild(this.#newsroom, this.options, { memory: this.#memory })
      this.options.onReport(report)
    } catch (error) {
      this.options.onError(error)
    }
  }

  async #loadAnew(): Promise<void> {
    this.#newsroom = undefined
    this.#stale = false
    const newsroom = (await this.load()) as Newsroom
    this.#newsroom = newsroom
    this.#memory = new BuildMemory()
    await this.#articles?.close()
    this.#articles = undefined
    const articles = (newsroom as Partial<Newsroom> | null | undefined)?.articles
    if (!isArticleSource(articles)) return
    const paths = articles.watchedPaths(resolve(this.options.root ?? '.'))
    this.#articles = watchFiles([...paths], { ignoreInitial: true })
    this.#articles.on('all', () => {
      this.#soon()
    })
    // What changes before the watcher is ready would go unseen.
    await new Promise<void>((ready) => this.#articles?.once('ready', ready))
  }

  async #end(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#articles?.close()
    // A build that is under way ends first, so that no lock is left behind.
    await this.#queue
  }
}
