/** What one build remembers for the next in the same process: which pages of articles need not be made again. */
import type { Issue } from '../issue.js'
import type { Entry } from '../newsroom/entry.js'
import type { Loaded } from '../newsroom/loader.js'
import type { PageKey } from '../newsroom/make-documents.js'
import type { DocumentReport } from './report.js'

/** What came of a page. */
export interface Remembered {
  readonly documents: readonly DocumentReport[]
  readonly issues: readonly Issue[]
}

/** Remembers pages by what they were made of. Only for one and the same newsroom. */
export class BuildMemory {
  readonly #pages = new Map<string, { readonly versions: string; readonly made: Remembered }>()
  /** Of the articles as they were last read. */
  readonly #loaded = new WeakMap<Entry, string>()

  /** What came of a page, if it would come out the same again. */
  async recall(key: PageKey): Promise<Remembered | undefined> {
    const known = this.#pages.get(key.name)
    if (known === undefined) return undefined
    return known.versions === (await versionsNow(key)) ? known.made : undefined
  }

  /** Takes note of an article that was read, for the pages that are made of it. */
  note({ entry, loadedVersion }: Loaded): void {
    if (loadedVersion === undefined) this.#loaded.delete(entry)
    else this.#loaded.set(entry, loadedVersion)
  }

  /** Remembers what came of a page, if it is known of all its articles what was read. */
  remember(key: PageKey, made: Remembered): void {
    const versions = versionsOf(
      key,
      key.entries.map((entry) => this.#loaded.get(entry)),
    )
    // Whether a date lies in the future is another question each time.
    const lasts = made.issues.every(({ code }) => code !== 'date-in-future')
    if (versions === undefined || !lasts) this.#pages.delete(key.name)
    else this.#pages.set(key.name, { versions, made })
  }
}

async function versionsNow(key: PageKey): Promise<string | undefined> {
  return versionsOf(key, await Promise.all(key.entries.map(async ({ version }) => version?.())))
}

function versionsOf(
  { entries, relations, neighbours }: PageKey,
  versions: readonly (string | undefined)[],
): string | undefined {
  if (versions.includes(undefined)) return undefined
  const names = entries.map(({ origin, part = '' }) => `${origin} ${part}`)
  return JSON.stringify([names, versions, relations, neighbours])
}
