import type { RemovedKind } from './allow-list.js'

/** How many of each kind were removed. Kinds that did not occur are absent. */
export type Removed = Readonly<Partial<Record<RemovedKind, number>>>

/** Counts what a body loses while it is read. */
export class Tally {
  readonly #counts = new Map<RemovedKind, number>()

  /** Counts one more, or several. */
  add(kind: RemovedKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  /** The counts, in the order in which the kinds came up. */
  result(): Removed {
    return Object.fromEntries(this.#counts)
  }
}
