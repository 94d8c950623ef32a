/** An output folder in the hands of one build: stage, commit, abandon. */
import { Buffer } from 'node:buffer'
import { join, relative, sep } from 'node:path'
import { show } from '../create-feed/findings.js'
import type { FeedError } from '../issue.js'
import { fault, inWords } from './output-faults.js'
import { bytesOf, flush, holds, isThere, moveInto, sha256Of, writeNew } from './output-files.js'
import { findLeftovers, removeLeftovers } from './output-leftovers.js'
import type { Lock } from './output-lock.js'
import { manifestText, type Manifest } from './output-manifest.js'
import { Names } from './output-names.js'
import { locate, pathFault, privateFolder } from './output-paths.js'
import type { Output } from './output.js'

interface Staged {
  readonly path: string
  readonly place: string
  readonly sha256: string
  /** Where the new bytes wait; `undefined` if they are in place already. */
  readonly draft: string | undefined
}

interface Changed extends Staged {
  readonly draft: string
}

const untouched = 'The feeds that were there are untouched.'
const done = 'The feeds are new all the same; the next build tries again.'

/** The output folder while one build has hold of it. */
export class OutputFolder implements Output {
  readonly #names = new Names()
  /** In the order of staging; a failure stays there, so that half a build is never committed. */
  readonly #staged: Promise<Staged | FeedError>[] = []
  #ended = false
  /** How things stand, for the reader of an error. */
  #state = untouched
  #commitment: Promise<readonly string[]> | undefined
  #release: Promise<void> | undefined

  constructor(
    readonly root: string,
    readonly name: string,
    readonly lock: Lock | undefined,
    readonly manifest: Manifest,
  ) {}

  async stage(path: string, content: string): Promise<'written' | 'unchanged'> {
    this.#expectHold()
    const number = this.#staged.length
    const staging = this.#stage(path, Buffer.from(content), number).catch((error: unknown) =>
      inWords(error, `write ${this.name}/${path}`, untouched),
    )
    this.#staged.push(staging)
    const staged = await staging
    if (staged instanceof Error) throw staged
    return staged.draft === undefined ? 'unchanged' : 'written'
  }

  async keep(paths: readonly string[]): Promise<boolean> {
    this.#expectHold()
    const found = await Promise.all(paths.map((path) => this.#asLeft(path)))
    const kept = found.filter((each) => each !== undefined)
    if (kept.length < found.length) return false
    for (const each of kept) {
      this.#names.add(relative(this.root, each.place).replaceAll(sep, '/'))
      this.#staged.push(Promise.resolve(each))
    }
    return true
  }

  async isForeign(path: string, content: string): Promise<boolean> {
    this.#expectHold()
    try {
      const place = await locate(this.root, path)
      if (place === undefined) return true
      if (!(await isThere(place)) || (await bytesOf(place))?.equals(Buffer.from(content)))
        return false
    } catch (error) {
      throw inWords(error, `write ${this.name}/${path}`, untouched)
    }
    return (await this.#asLeft(path)) === undefined
  }

  /** A file with the bytes that the last build wrote; `undefined` if it has others or is not there. */
  async #asLeft(path: string): Promise<Staged | undefined> {
    const listed = this.manifest.files.filter((file) => file.path === path)
    try {
      const place = listed.length === 0 ? undefined : await locate(this.root, path)
      const bytes = place === undefined ? undefined : await bytesOf(place)
      if (place === undefined || bytes === undefined) return undefined
      const sha256 = sha256Of(bytes)
      const isOurs = listed.some((file) => file.sha256 === sha256)
      return isOurs ? { path, place, sha256, draft: undefined } : undefined
    } catch (error) {
      throw inWords(error, `write ${this.name}/${path}`, untouched)
    }
  }

  async #stage(path: string, bytes: Buffer, number: number): Promise<Staged> {
    const found = pathFault(path)
    if (found !== undefined) throw fault(found.code, `Cannot write ${show(path)}: ${found.reason}`)
    const place = await this.#locate(path)
    const clash = this.#names.add(relative(this.root, place).replaceAll(sep, '/'))
    if (clash !== undefined) throw fault('cannot-write', `Cannot write ${show(path)}: ${clash}`)
    const isSame = await holds(place, bytes)
    const draft = isSame ? undefined : join(this.lock?.staging ?? '', String(number))
    if (draft !== undefined && this.lock !== undefined) await writeNew(draft, bytes)
    return { path, place, sha256: sha256Of(bytes), draft }
  }

  async #locate(path: string): Promise<string> {
    const place = await locate(this.root, path)
    if (place !== undefined) return place
    const reason = `a link on the way leads out of ${this.name}; expected a folder`
    throw fault('outside-folder', `Cannot write ${this.name}/${path}: ${reason}. ${this.#state}`)
  }

  async commit(): Promise<{ readonly removed: readonly string[] }> {
    this.#expectHold()
    this.#ended = true
    try {
      this.#commitment = this.#commit()
      return { removed: await this.#commitment }
    } catch (error) {
      throw inWords(error, `write to ${this.name}`, this.#state)
    } finally {
      await this.#letGo()
    }
  }

  async #commit(): Promise<readonly string[]> {
    const staged = await this.#allStaged()
    const kept = new Map(staged.map(({ path, place }) => [path, place]))
    const candidates = { root: this.root, listed: this.manifest.files, kept }
    const leftovers = await findLeftovers(candidates)
    if (this.lock === undefined) return leftovers
    const changed = staged.filter(isChanged)
    const final = manifestText(staged)
    const listed = this.manifest.text ?? manifestText([])
    if (changed.length === 0 && leftovers.length === 0 && final === listed) return []

    await this.lock.verify()
    // While files change places, old and new are listed: a build that is killed leaves nothing unknown.
    const during = manifestText([...this.manifest.files, ...staged])
    const drafts = {
      during: join(this.lock.staging, 'during'),
      final: join(this.lock.staging, 'final'),
    }
    // All that takes room on the disk is written before the first file changes.
    await writeNew(drafts.during, during)
    await writeNew(drafts.final, final)
    await flush([...Object.values(drafts), ...changed.map(({ draft }) => draft)])

    const manifest = join(this.root, privateFolder, 'manifest.json')
    if (during !== this.manifest.text) await moveInto(drafts.during, manifest)
    await this.#moveAll(changed)
    const removed = leftovers.length === 0 ? [] : await findLeftovers(candidates)
    await removeLeftovers(this.root, removed, (error, path) =>
      inWords(error, `remove ${this.name}/${path}`, this.#state),
    )
    if (final !== during) await moveInto(drafts.final, manifest)
    return removed
  }

  async #allStaged(): Promise<readonly Staged[]> {
    const staged: Staged[] = []
    for (const each of await Promise.all(this.#staged)) {
      if (each instanceof Error) throw each
      staged.push(each)
    }
    return staged
  }

  async #moveAll(files: readonly Changed[]): Promise<void> {
    for (const [index, { path, draft }] of files.entries()) {
      try {
        await moveInto(draft, await this.#locate(path))
      } catch (error) {
        throw inWords(error, `write ${this.name}/${path}`, this.#state)
      }
      this.#state = `${index + 1} of ${files.length} files are new already, the others as before; the next build puts that right.`
    }
    this.#state = done
  }

  async abandon(): Promise<void> {
    this.#ended = true
    await Promise.allSettled([this.#commitment])
    await this.#letGo()
  }

  async #letGo(): Promise<void> {
    await Promise.all(this.#staged)
    this.#release ??= this.lock?.release()
    await this.#release
  }

  #expectHold(): void {
    if (!this.#ended) return
    const message = `Cannot write to ${this.name}: this build has ended; expected a new one`
    throw fault('cannot-write', message)
  }
}

function isChanged(file: Staged): file is Changed {
  return file.draft !== undefined
}
