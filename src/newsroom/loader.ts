/** Reads whole articles, some at a time, and keeps those that other documents may want next. */
import type { Entry } from './entry.js'
import { loadEntry } from './load-entry.js'
import type { LoadedArticle } from './source.js'

const atOnce = 16
// Neighbouring documents (formats aside: tags, languages, the newest archive page) carry the same articles.
const kept = 200

/** An article and its entry. */
export interface Loaded extends LoadedArticle {
  readonly entry: Entry
}

/** Loads articles; remembers the last ones. */
export class Loader {
  readonly #kept = new Map<Entry, Promise<Loaded>>()

  constructor(readonly onLoad: (loaded: Loaded) => void) {}

  /** The articles of entries, in their order. */
  async load(entries: readonly Entry[]): Promise<readonly Loaded[]> {
    const all: Loaded[] = []
    for (let start = 0; start < entries.length; start += atOnce) {
      const some = entries.slice(start, start + atOnce)
      all.push(...(await Promise.all(some.map((entry) => this.#one(entry)))))
    }
    return all
  }

  // Two documents may ask for an article while it is read.
  #one(entry: Entry): Promise<Loaded> {
    const known = this.#kept.get(entry)
    if (known !== undefined) return known
    const loading = this.#read(entry)
    this.#kept.set(entry, loading)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > kept && oldest !== undefined) this.#kept.delete(oldest)
    return loading
  }

  async #read(entry: Entry): Promise<Loaded> {
    const loaded = { ...(await loadEntry(entry)), entry }
    this.onLoad(loaded)
    // What could not be read now may be readable in a moment.
    if (loaded.article === undefined) this.#kept.delete(entry)
    return loaded
  }
}
