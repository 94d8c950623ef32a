/** Which document has which path: no two may have the same. */
import { show, type Findings } from '../create-feed/findings.js'
import { nameKey } from './file-names.js'

/** The paths of a newsroom's documents. */
export class TakenPaths {
  readonly #owners = new Map<string, string>()

  constructor(readonly findings: Findings) {}

  /** Takes a path for what is defined at `owner`; `false`, and a finding at `where`, if another has it. */
  take(path: string, given: unknown, owner: string, where: string): boolean {
    // Some file systems take names for one that differ in case only.
    const key = nameKey(path)
    const other = this.#owners.get(key)
    if (other === undefined) {
      this.#owners.set(key, owner)
      return true
    }
    const message = `Path ${show(given)} is that of ${other} too: expected a path of its own`
    this.findings.add('invalid-value', where, message)
    return false
  }
}
