/** Sees to it that no two files of a build are one file on the machine that keeps them. */
import { nameKey } from './output-paths.js'

/** The paths of one build so far. */
export class Names {
  readonly #files = new Map<string, string>()
  readonly #folders = new Map<string, string>()

  /**
   * Notes a path.
   *
   * @returns why it cannot stand beside an earlier one, as the sentence after "Cannot write …: "
   */
  add(path: string): string | undefined {
    const key = nameKey(path)
    const same = this.#files.get(key)
    if (same === path) return 'it is there twice; expected each file once'
    if (same !== undefined) {
      return `many systems take it for ${same}; expected names that differ in more than that`
    }
    const folders = foldersOf(key)
    const file = folders.map((folder) => this.#files.get(folder)).find((each) => each !== undefined)
    const inside = file ?? this.#folders.get(key)
    if (inside !== undefined) {
      return `it and ${inside} need one name for a file and a folder; expected another name`
    }
    this.#files.set(key, path)
    for (const folder of folders) this.#folders.set(folder, path)
    return undefined
  }
}

function foldersOf(path: string): readonly string[] {
  const names = path.split('/')
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'))
}
