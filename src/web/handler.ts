/** Requests in, feeds out. */
import type { Newsroom } from '../newsroom/definition.js'
import { readNewsroom } from '../newsroom/read-newsroom.js'
import { usualMaxAge } from '../newsroom/response-headers.js'
import { answer, date, render, type Version } from './answer.js'
import { openBuiltSite, type ReadDocument } from './built-site.js'
import { normalPath, placesOf, type FindPlace } from './places.js'
import { plain } from './plain.js'
import { openSite, type Site } from './site.js'

/** Answers a request. Never rejects. */
export type Handler = (request: Request) => Promise<Response>

/** Options of {@link createHandler}. */
export interface HandlerOptions {
  /**
   * For how many seconds a document may be kept, by readers and caches, and after how many the articles are read
   * again. It is cut short where something changes earlier by itself, such as an embargo that ends. Default: 300.
   */
  readonly maxAgeInSeconds?: number | undefined
  /** Whether to compress with gzip, if the request allows it. Default: `false`, since nearly every platform does. */
  readonly compress?: boolean | undefined
  /** The present. Default: the clock. */
  readonly now?: (() => Date) | undefined
  /** The folder to which relative paths of the newsroom are relative, where there are folders. Default: `/`. */
  readonly root?: string | undefined
  /**
   * Reads documents that were built before (`pressfeed build`), by their path in the output folder; then the articles
   * are not looked at. Default: the documents are made of the articles.
   */
  readonly read?: ReadDocument | undefined
  /** With `read`: the `nextChange` of the report of that build. Default: none. */
  readonly nextChange?: Date | undefined
  /** Answers what is no document of the newsroom. Default: 404. */
  readonly otherwise?: ((request: Request) => Response | Promise<Response>) | undefined
  /** Called with what went wrong; the response tells nobody. Default: nothing. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/**
 * Makes a function that answers requests for the feeds of a newsroom, its archive pages and its OPML, at the paths
 * of their addresses: on every runtime with `Request` and `Response`, without Node's own interfaces.
 *
 * It answers GET and HEAD, has a strong ETag of the bytes and a Last-Modified that moves on removals too, answers 304 to who
 * has the document, and names hub and self in `Link`. No response may be kept longer than until the next embargo
 * ends. A newsroom with an error gives a 500 without a word about it, or what was served last, if that is known. The
 * articles are read at the first request, and again when `maxAgeInSeconds` have passed; requests at the same time share that.
 */
export function createHandler(newsroom: Newsroom, options: HandlerOptions = {}): Handler {
  const server = new Server(newsroom, options)
  return (request) => server.answer(request)
}

/** A site that is being opened, or is open. */
interface Opened {
  readonly site: Promise<Site>
  /** Those that were opened later have a larger one. */
  readonly number: number
  readonly documents: Map<string, Promise<Served | undefined>>
  /** From when and until when it is used, in milliseconds since 1970. A clock may be put back. */
  readonly from: number
  until: number
}

/** A version of a document, and the site that it is of. */
interface Served {
  readonly version: Version
  readonly site: Site
  readonly number: number
}

class Server {
  #find: FindPlace | undefined
  #opened: Opened | undefined
  /** What was served last at each path; where nothing newer can be made, it is served again. */
  readonly #served = new Map<string, Served>()
  #count = 0

  constructor(
    readonly newsroom: Newsroom,
    readonly options: HandlerOptions,
  ) {}

  async answer(request: Request): Promise<Response> {
    const path = normalPath(request.url)
    try {
      return await this.#answer(request, path)
    } catch (error) {
      this.#tell(error)
      const last = this.#served.get(path)
      if (last === undefined) return failed(request)
      if (!isRead(request)) return refusedMethod(request)
      return answer(request, last.version, { ...this.#always, maxAge: 0, now: Date.now() })
    }
  }

  async #answer(request: Request, path: string): Promise<Response> {
    // Whatever is wrong with the articles, it is not the fault of other pages.
    if (!this.#isOurs(path)) return this.#otherwise(request)
    const opened = this.#open()
    const site = await opened.site
    if (!site.has(path)) return this.#otherwise(request)
    if (!isRead(request)) return refusedMethod(request)
    const served = await this.#document(opened, site, path)
    if (served === undefined) return this.#otherwise(request)
    // Reading and making took their time.
    const now = this.#now
    return answer(request, served.version, {
      ...{ ...this.#always, now },
      maxAge: this.#maxAge(served.site, now),
    })
  }

  get #always() {
    const { compress = false } = this.options
    return { compress }
  }

  get #now(): number {
    return (this.options.now?.() ?? new Date()).getTime()
  }

  /** Whether a path is one of the newsroom's, by its definition alone. */
  #isOurs(path: string): boolean {
    if (this.#find === undefined) {
      const plan = readNewsroom({ ...this.newsroom, articles: [] }, new Date(this.#now))
      // What is wrong with it is said when it is opened.
      if (plan.issues.some(({ severity }) => severity === 'error')) return true
      this.#find = placesOf(plan)
    }
    return this.#find(path) !== undefined
  }

  #tell(error: unknown): void {
    try {
      this.options.onError?.(error)
    } catch {
      // Who cannot listen does not keep readers from their feed.
    }
  }

  /** The site as it is now. Requests at the same time share it; one that cannot be opened is tried anew. */
  #open(): Opened {
    const now = this.#now
    const last = this.#opened
    if (last !== undefined && last.from <= now && now < last.until) return last
    this.#count += 1
    const opened: Opened = {
      site: this.#siteAt(new Date(now)),
      number: this.#count,
      documents: new Map(),
      from: now,
      // While it is being opened it is shared, however short the time is for which it is used afterwards.
      until: now + Math.max(this.#seconds, shortestSharing) * 1000,
    }
    this.#opened = opened
    opened.site.then(
      ({ nextChange }) => {
        const next = nextChange === undefined ? Infinity : Date.parse(nextChange)
        opened.until = Math.min(now + this.#seconds * 1000, next)
      },
      () => {
        if (this.#opened === opened) this.#opened = undefined
      },
    )
    return opened
  }

  async #siteAt(now: Date): Promise<Site> {
    const { read, nextChange, root = '/' } = this.options
    return read === undefined
      ? openSite(this.newsroom, now, root)
      : openBuiltSite(this.newsroom, read, nextChange, now)
  }

  get #seconds(): number {
    return Math.max(0, this.options.maxAgeInSeconds ?? usualMaxAge)
  }

  // Cut off, not rounded: half a second too long is too long.
  #maxAge({ nextChange }: Site, now: number): number {
    const left = nextChange === undefined ? Infinity : (Date.parse(nextChange) - now) / 1000
    return Math.max(0, Math.floor(Math.min(this.#seconds, left)))
  }

  #document(opened: Opened, site: Site, path: string): Promise<Served | undefined> {
    const { documents } = opened
    const known = documents.get(path)
    if (known !== undefined) return known
    const made = this.#make(opened, site, path)
    documents.set(path, made)
    // Neither a failure is kept, nor that there is nothing: of names of archive pages there is no end.
    const forget = () => documents.delete(path)
    made.then((served) => served ?? forget(), forget)
    return made
  }

  async #make({ number }: Opened, site: Site, path: string): Promise<Served | undefined> {
    const document = await site.documentAt(path)
    if (document === undefined) return undefined
    const rendered = await render(document)
    const before = this.#served.get(path)
    // A reading that began earlier may end later. Nobody gets what is older than what was served already.
    if (before !== undefined && before.number > number) return before
    const served = { version: date(rendered, before?.version, this.#now), site, number }
    this.#served.set(path, served)
    return served
  }

  async #otherwise(request: Request): Promise<Response> {
    return (await this.options.otherwise?.(request)) ?? notFound(request)
  }
}

// In seconds. Whoever waits longer for the articles finds that they are read anew.
const shortestSharing = 10

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

// RFC 9110, section 15.5.6: what is allowed has to be said.
function refusedMethod(request: Request): Response {
  return plain(request, 405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' })
}

function notFound(request: Request): Response {
  return plain(request, 404, 'There is no feed here.')
}

// What went wrong may hold names and paths of the machine, or of an article that is not out yet.
function failed(request: Request): Response {
  return plain(request, 500, 'The feed cannot be made at present.', { 'retry-after': '60' })
}
