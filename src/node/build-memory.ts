/** What one build remembers for the next in the same process: which pages of articles need not be made again. */
import type { Issue } from '../issue.js'
import type { Entry } from '../newsroom/entry.js'
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

  /** What came of a page, if it would come out the same again. */
  async recall(key: PageKey): Promise<Remembered | undefined> {
    const known = this.#pages.get(key.name)
    if (known === undefined) return undefined
    return known.versions === (await versionsOf(key)) ? known.made : undefined
  }

  /** Remembers what came of a page. */
  async remember(key: PageKey, made: Remembered): Promise<void> {
    const versions = await versionsOf(key)
    // Whether a date lies in the future is another question each time.
    const lasts = made.issues.every(({ code }) => code !== 'date-in-future')
    if (versions === undefined || !lasts) this.#pages.delete(key.name)
    else this.#pages.set(key.name, { versions, made })
  }
}

async function versionsOf({ entries, neighbours }: PageKey): Promise<string | undefined> {
  const versions = await Promise.all(entries.map(versionOf))
  if (versions.includes(undefined)) return undefined
  return JSON.stringify([versions, neighbours])
}

async function versionOf({ origin, version }: Entry): Promise<string | undefined> {
  return version === undefined ? undefined : `${origin} ${await version()}`
}
