/** Requests in, feeds out. */
import type { Newsroom } from '../newsroom/definition.js'
import { answer, render, type Rendered } from './answer.js'
import { openBuiltSite, type ReadDocument } from './built-site.js'
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

interface Opened {
  readonly site: Promise<Site>
  /** Until when it is used, in milliseconds since 1970. */
  until: number
}

class Server {
  #opened: Opened | undefined
  /** What was served last at each path; where nothing newer can be made, it is served again. */
  readonly #served = new Map<string, Rendered>()
  readonly #rendered = new WeakMap<Site, Map<string, Promise<Rendered | undefined>>>()

  constructor(
    readonly newsroom: Newsroom,
    readonly options: HandlerOptions,
  ) {}

  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const { compress = false } = this.options
    try {
      const now = (this.options.now ?? (() => new Date()))().getTime()
      const site = await this.#site(now)
      if (!site.has(pathname)) return await this.#otherwise(request)
      if (!isRead(request)) return refusedMethod()
      const document = await this.#render(site, pathname, now)
      if (document === undefined) return await this.#otherwise(request)
      return await answer(request, document, { maxAge: this.#maxAge(site, now), compress })
    } catch (error) {
      this.#tell(error)
      const last = this.#served.get(pathname)
      if (last === undefined) return failed()
      return isRead(request) ? answer(request, last, { maxAge: 0, compress }) : refusedMethod()
    }
  }

  #tell(error: unknown): void {
    try {
      this.options.onError?.(error)
    } catch {
      // Who cannot listen does not keep readers from their feed.
    }
  }

  /** The site as it is now. Requests at the same time share it; one that cannot be opened is tried anew. */
  #site(now: number): Promise<Site> {
    if (this.#opened !== undefined && now < this.#opened.until) return this.#opened.site
    const opened: Opened = { site: this.#open(new Date(now)), until: now + this.#seconds * 1000 }
    this.#opened = opened
    opened.site.then(
      ({ nextChange }) => {
        if (nextChange !== undefined) opened.until = Math.min(opened.until, Date.parse(nextChange))
      },
      () => {
        if (this.#opened === opened) this.#opened = undefined
      },
    )
    return opened.site
  }

  async #open(now: Date): Promise<Site> {
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

  #render(site: Site, pathname: string, now: number): Promise<Rendered | undefined> {
    const known = this.#rendered.get(site) ?? new Map<string, Promise<Rendered | undefined>>()
    this.#rendered.set(site, known)
    const before = known.get(pathname)
    if (before !== undefined) return before
    const rendered = this.#renderAnew(site, pathname, now)
    known.set(pathname, rendered)
    rendered.catch(() => known.delete(pathname))
    return rendered
  }

  async #renderAnew(site: Site, pathname: string, now: number): Promise<Rendered | undefined> {
    const document = await site.documentAt(pathname)
    if (document === undefined) return undefined
    const rendered = await render(document, this.#served.get(pathname), now)
    this.#served.set(pathname, rendered)
    return rendered
  }

  async #otherwise(request: Request): Promise<Response> {
    return (await this.options.otherwise?.(request)) ?? notFound()
  }
}

const usualMaxAge = 300

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

// RFC 9110, section 15.5.6: what is allowed has to be said.
function refusedMethod(): Response {
  return plain(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' })
}

function notFound(): Response {
  return plain(404, 'There is no feed here.', {})
}

// What went wrong may hold names and paths of the machine, or of an article that is not out yet.
function failed(): Response {
  return plain(500, 'The feed cannot be made at present.', { 'retry-after': '60' })
}

function plain(status: number, sentence: string, headers: Readonly<Record<string, string>>) {
  return new Response(`${sentence}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  })
}
