/**
 * The lock of an output folder: one build at a time, and none kept out by a build that was killed.
 *
 * A lock is never removed by anyone but its holder: between looking at a dead lock and removing it,
 * another build may have put its own there. Who finds a dead lock claims it instead, by a file named for
 * its content, which only one can create; a dead claim is claimed in the same way. The claimant then puts
 * its own lock over the dead one in one step, so that there is no moment without a lock.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, fault } from './output-faults.js'
import {
  flush,
  makeFolder,
  patiently,
  remove,
  removeEmpty,
  sha256Of,
  writeNew,
} from './output-files.js'
import { create, lockAt, makePrivate } from './output-lock-file.js'
import { forget, isHeld, newOwner, whoHolds, type FoundLock } from './output-owner.js'
import { privateFolder } from './output-paths.js'

/** The right to write in an output folder. */
export interface Lock {
  /** A folder of this build alone, on the file system of the output folder. */
  readonly staging: string
  /** @throws {FeedError} `output-in-use` if another build took over, as it may after ten minutes */
  verify(): Promise<void>
  /** Removes staging folder and lock; the output folder too, if it was made for them and is empty. */
  release(): Promise<void>
}

/**
 * Takes the lock; makes the output folder if need be, and clears what killed builds left.
 *
 * @param folder absolute path of the output folder
 * @param name the folder as messages show it
 * @throws {FeedError} `output-in-use` while another build holds it
 */
export async function takeLock(folder: string, name: string): Promise<Lock> {
  const lock = new FolderLock(folder, name)
  try {
    // A build that ends may remove an empty folder or its lock while we look: then we look again.
    for (let left = 100; !(await lock.take(left === 0)); left--);
    return lock
  } catch (error) {
    await lock.release()
    throw error
  }
}

class FolderLock implements Lock {
  readonly staging: string
  readonly #own: string
  readonly #lock: string
  /** Our lock before it is one: complete, so that nobody ever reads half of it. */
  readonly #draft: string
  readonly #owner = newOwner()
  readonly #text = `${JSON.stringify(this.#owner)}\n`
  #made: string | undefined

  constructor(
    readonly folder: string,
    readonly name: string,
  ) {
    this.#own = join(folder, privateFolder)
    this.#lock = join(this.#own, 'lock')
    this.staging = join(this.#own, `staging-${randomUUID()}`)
    this.#draft = join(this.staging, 'lock')
  }

  async take(isLastTry: boolean): Promise<boolean> {
    try {
      const made = await makeFolder(this.folder)
      this.#made ??= made
      await makePrivate(this.#own, this.name)
      await remove(this.staging)
      await mkdir(this.staging)
      await writeNew(this.#draft, this.#text)
      await flush([this.#draft])
      if (await this.#claim()) {
        await this.#sweep()
        return true
      }
    } catch (error) {
      if (isLastTry || codeOf(error) !== 'ENOENT') throw error
    }
    if (isLastTry) throw inUse(this.name, undefined)
    return false
  }

  async #claim(): Promise<boolean> {
    let place = this.#lock
    let dead: string | undefined
    while (!(await create(place, this.#draft, this.#text))) {
      const found = await lockAt(place)
      if (found === undefined) return false
      if (isHeld(found)) throw inUse(this.name, found)
      dead ??= found.text
      place = join(this.#own, `lock-after-${sha256Of(found.text)}`)
    }
    if (dead === undefined) return true
    if ((await lockAt(this.#lock))?.text !== dead) {
      // Another claimant was here before us and is done.
      await remove(place)
      return false
    }
    await patiently(() => rename(this.#draft, this.#lock))
    return true
  }

  // Whoever waits for the lock has a staging folder too; without it, it begins again.
  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#own)) {
      const path = join(this.#own, name)
      const isLeft = /^(?:staging|lock-after)-/.test(name) && path !== this.staging
      if (isLeft) await remove(path).catch(leaveToTheNext)
    }
  }

  async verify(): Promise<void> {
    const found = await lockAt(this.#lock)
    if (found?.text !== this.#text) throw inUse(this.name, found)
  }

  async release(): Promise<void> {
    await remove(this.staging).catch(leaveToTheNext)
    try {
      const isOurs = (await lockAt(this.#lock))?.text === this.#text
      if (isOurs) await remove(this.#lock)
    } catch {
      forget(this.#owner)
    }
    await rmdir(this.#own).catch(leaveToTheNext)
    if (this.#made !== undefined) await removeEmpty(this.folder, dirname(this.#made))
  }
}

function leaveToTheNext(): void {
  // What a build cannot clear, the next one will.
}

function inUse(name: string, found: FoundLock | undefined) {
  const message = `Cannot write to ${name}: ${whoHolds(found, `${name}/${privateFolder}/lock`)}`
  return fault('output-in-use', message)
}
