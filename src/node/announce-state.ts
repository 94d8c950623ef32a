/** What was announced, remembered in a file from one run to the next. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf, fault, inWords } from './output-faults.js'
import { flush, makeFolder, moveInto, remove, writeNew } from './output-files.js'
import { nameOf } from './output.js'

/** Bytes of a feed that a hub was told of. */
export interface Told {
  readonly hub: string
  /** The address of the feed. */
  readonly url: string
  /** Of its bytes, 64 hexadecimal digits. */
  readonly sha256: string
}

/**
 * The file of what was announced. It is written after each success, whole and in one step, so that a run that is cut
 * short goes on where it stopped. Two runs at once may lose each other's line, no more: a feed is then announced twice.
 */
export class AnnouncedFile {
  #known: ReadonlyMap<string, Told>
  /** Writing follows writing; each rejects for itself. */
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(
    readonly file: string,
    told: readonly Told[],
  ) {
    this.#known = byPlace(told)
  }

  /**
   * Reads the file; one that is not there, or is empty, lists nothing.
   *
   * @param file absolute path
   * @throws {FeedError} when it cannot be read, or is something else that must not be overwritten
   */
  static async open(file: string): Promise<AnnouncedFile> {
    return new AnnouncedFile(file, await readTold(file))
  }

  /** Whether a hub was told of just these bytes, and of no others since. */
  has({ hub, url, sha256 }: Told): boolean {
    return this.#known.get(placeOf({ hub, url }))?.sha256 === sha256
  }

  /** Remembers. @throws {FeedError} when the file cannot be written */
  add(told: Told): Promise<void> {
    const writing = this.#queue.then(() => this.#write(told))
    this.#queue = writing.catch(() => undefined)
    return writing
  }

  // What another run wrote meanwhile is kept.
  async #write(told: Told): Promise<void> {
    const known = byPlace([...(await readTold(this.file)), told])
    const draft = join(dirname(this.file), `${basename(this.file)}.${randomUUID()}`)
    try {
      await makeFolder(dirname(this.file))
      await writeNew(draft, textOf([...known.values()]))
      await flush([draft])
      await moveInto(draft, this.file)
      this.#known = known
    } catch (error) {
      await remove(draft).catch(() => undefined)
      const after = 'What was announced is announced again the next time.'
      throw inWords(error, `write ${nameOf(this.file)}`, after)
    }
  }
}

function placeOf({ hub, url }: Pick<Told, 'hub' | 'url'>): string {
  return JSON.stringify([url, hub])
}

function byPlace(told: readonly Told[]): ReadonlyMap<string, Told> {
  return new Map(told.map((each) => [placeOf(each), each]))
}

function textOf(told: readonly Told[]): string {
  const sorted = [...told].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  return `${JSON.stringify({ version: 1, announced: sorted }, undefined, 1)}\n`
}

async function readTold(file: string): Promise<readonly Told[]> {
  const text = await textIfThere(file)
  if (text.trim() === '') return []
  const value = parse(text)
  if (isRecord(value) && value['version'] === 1 && Array.isArray(value['announced'])) {
    return value['announced'].filter(isTold)
  }
  // Somebody's own file, or one that was damaged. It is not for us to throw it away.
  const message = `Cannot read ${nameOf(file)}: expected a list of what was announced; name another file (--state), or delete this one`
  throw fault('cannot-read', message)
}

async function textIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw inWords(error, `read ${nameOf(file)}`)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isTold(value: unknown): value is Told {
  if (!isRecord(value)) return false
  return ['hub', 'url', 'sha256'].every((name) => typeof value[name] === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
