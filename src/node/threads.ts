/** The threads of a build: they take a part of the files and pages when there are many. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { MarkdownArticle } from '../markdown/from-markdown.js'
import { makePage, type PageAnswer, type PageJob } from '../newsroom/make-page.js'
import { isPlainData } from '../newsroom/plain-data.js'
import type { Extent, Whereabouts } from './read-article-file.js'
import { ThreadPool } from './thread-pool.js'

/** A file as it is by itself. Where its fields stand is not told: hardly anybody asks. */
export type ReadFile = Pick<MarkdownArticle, 'article' | 'issues'>

/** One thing to do: a page to make, or files to read, whole or their heads. */
export type ThreadJob =
  | { readonly page: PageJob; readonly read?: never }
  | {
      readonly page?: never
      readonly read: {
        readonly folder: Whereabouts
        readonly extent: Extent
        readonly files: readonly string[]
      }
    }

/** What came of it. */
export interface ThreadAnswer {
  readonly page?: PageAnswer
  readonly files?: readonly ReadFile[]
}

/** How many threads a build has beside its own, if it is not told: more have too little to do. */
export function usualThreads(): number {
  return Math.max(Math.min(availableParallelism() - 1, 3), 0)
}

// More than any machine has use for.
const mostOfAll = 64
// What is less is done before threads, which load what they need first, can be of any use: builds of 1,000 articles took 6 % longer
// with them, of 10,000 two thirds of the time.
const enough = 1000
// A message takes as long as reading a head.
const filesAtOnce = 16
// How many jobs may wait for a thread. Of heads there are many at once, and who asks has to look at each. What would
// wait longer is done by the one who asks, who has nothing else to do.
const room = { head: 7, whole: 0, page: 1 }

interface Asked {
  readonly file: string
  readonly resolve: (found: ReadFile | undefined) => void
}

/** The threads of one build; none are started as long as there is little to do. */
export class Threads {
  #pool: ThreadPool<ThreadJob, ThreadAnswer> | undefined
  #articles = 0
  readonly #asked = new Map<Whereabouts, Readonly<Record<Extent, Asked[]>>>()

  readonly most: number

  /** @param most how many beside the main one */
  constructor(most: number) {
    // Whoever counts the cores of a machine may come out with less than one, or with no number.
    this.most = Math.min(Math.max(Math.floor(most) || 0, 0), mostOfAll)
  }

  /** Reads a file of a folder: its head, or the whole of it. `undefined` if it is to be read here. */
  read(file: string, folder: Whereabouts, extent: Extent): Promise<ReadFile | undefined> {
    if (this.#poolFor(1)?.hasRoom(room[extent]) !== true) return Promise.resolve(undefined)
    const ofFolder = this.#asked.get(folder) ?? { head: [], whole: [] }
    this.#asked.set(folder, ofFolder)
    const asked = ofFolder[extent]
    return new Promise((resolve) => {
      asked.push({ file, resolve })
      if (asked.length === 1) setImmediate(() => void this.#send(asked, folder, extent))
      if (asked.length >= filesAtOnce) void this.#send(asked, folder, extent)
    })
  }

  /** As `makePage`, in a thread if there is one and the page is nothing but data. */
  readonly make = async (page: PageJob): Promise<PageAnswer> => {
    const pool = this.#poolFor(page.input.articles.length)
    const canGo = pool?.hasRoom(room.page) === true && isPlainData([page.input, page.documents])
    return (canGo ? await pool.run({ page }) : undefined)?.page ?? makePage(page)
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#pool?.close()
  }

  #poolFor(articles: number): ThreadPool<ThreadJob, ThreadAnswer> | undefined {
    this.#articles += articles
    if (this.most > 0 && this.#articles >= enough) {
      this.#pool ??= new ThreadPool(startThread, this.most)
    }
    return this.#pool
  }

  async #send(asked: Asked[], { folder, root }: Whereabouts, extent: Extent): Promise<void> {
    const some = asked.splice(0)
    if (some.length === 0) return
    const files = some.map(({ file }) => file)
    const answer = await this.#pool?.run({ read: { folder: { folder, root }, extent, files } })
    some.forEach(({ resolve }, index) => {
      resolve(answer?.files?.[index])
    })
  }
}

const lent = new WeakMap<object, Threads>()

/** Lets the source that is told of `context` use the threads of its build. */
export function lendThreads(context: object, threads: Threads): void {
  lent.set(context, threads)
}

/** The threads that were lent with a context, if any. */
export function threadsOf(context: object): Threads | undefined {
  return lent.get(context)
}

// Throws in CommonJS, where files have no address, and where Node is told to allow no threads. The name stands in the call
// itself, where bundlers look for it: of one that it cannot tell, Next's takes every file of the package for a module.
function startThread(): Worker {
  return new Worker(new URL('./pressfeed-thread.js', import.meta.url))
}
