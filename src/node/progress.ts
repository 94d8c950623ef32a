import type { BuildProgress } from './report.js'

const leastPause = 50

/** Tells how far a build is, now and then: not for each of many thousand articles. */
export class Progress {
  #last = -Infinity

  constructor(readonly onProgress: ((progress: BuildProgress) => void) | undefined) {}

  /** Passes on what was done, unless it was just told. */
  report(progress: BuildProgress): void {
    const time = performance.now()
    if (this.onProgress === undefined || time - this.#last < leastPause) return
    this.#last = time
    this.onProgress(progress)
  }
}
