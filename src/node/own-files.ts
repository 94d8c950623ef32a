/** Which files below watched folders are those that the builds write, and no reason to build again. */
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { privateFolder } from './output-paths.js'
import type { BuildReport } from './report.js'

/** What the last build wrote and removed. */
export class OwnFiles {
  #paths = new Set<string>()
  /** Real paths of folders, so that the many files of one are not looked up one by one. */
  readonly #folders = new Map<string, string>()

  /** Takes note of what a build did. One that was refused wrote nothing: what was known stays. */
  note({ ok, outDir, documents, hostFiles = [], removed }: BuildReport): void {
    if (!ok) return
    this.#folders.clear()
    this.#paths = new Set([realOf(outDir)])
    for (const path of [...[...documents, ...hostFiles].map((file) => file.path), ...removed]) {
      // With the folders on the way, which are made and removed with the files.
      const names = path.split('/')
      for (const index of names.keys()) {
        this.#paths.add(this.#placeOf(join(outDir, ...names.slice(0, index + 1))))
      }
    }
  }

  /** Whether a path, however it leads there, is one of them. */
  has(path: string): boolean {
    return isPrivate(path) || this.#paths.has(this.#placeOf(resolve(path)))
  }

  #placeOf(path: string): string {
    const folder = dirname(path)
    const known = this.#folders.get(folder) ?? realOf(folder)
    this.#folders.set(folder, known)
    return join(known, basename(path))
  }
}

/** Whether a path lies in the folder that builds keep for themselves. */
export function isPrivate(path: string): boolean {
  return path.split(/[\\/]/).includes(privateFolder)
}

// Of what is gone, as far as it is there.
function realOf(path: string): string {
  try {
    // The native one gives names on a disk that ignores case as they are there.
    return realpathSync.native(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realOf(above), basename(path))
  }
}
