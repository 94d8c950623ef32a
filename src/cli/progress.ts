/** A bar on the terminal while long work runs. */
import type { BuildProgress } from '../node/report.js'
import { lineWidth, type Surroundings } from './surroundings.js'
import { count } from './text/numbers.js'

/** Shows progress. */
export interface Progress {
  /** Draws the bar anew, if it is time to. Undefined where no bar is wanted. */
  readonly update: ((progress: BuildProgress) => void) | undefined
  /** Erases the bar. */
  readonly end: () => void
}

const msUntilFirst = 500
const msBetween = 100
const barWidth = 30

/** Progress on standard error: on a terminal only, and not in CI or on a terminal that cannot erase. */
export function createProgress({ stderr, env, clock }: Surroundings): Progress {
  const inCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false'
  if (stderr.isTTY !== true || inCi || env['TERM'] === 'dumb') {
    return { update: undefined, end: () => undefined }
  }
  const start = clock()
  let last: number | undefined
  return {
    update: (progress) => {
      const now = clock()
      if (now - start < msUntilFirst || (last !== undefined && now - last < msBetween)) return
      last = now
      // The last column stays free: some terminals wrap as soon as it is filled.
      stderr.write(`\r\u001B[2K${renderBar(progress).slice(0, lineWidth(stderr) - 1)}`)
    },
    end: () => {
      if (last !== undefined) stderr.write('\r\u001B[2K')
      last = undefined
    },
  }
}

function renderBar({ step, done, total }: BuildProgress): string {
  const name = step === 'read' ? 'article' : 'document'
  const verb = step === 'read' ? 'Reading' : 'Writing'
  if (total === undefined || total === 0) return `${verb}: ${count(done, name)}`
  const filled = Math.min(barWidth, Math.floor((done / total) * barWidth))
  const bar = '#'.repeat(filled).padEnd(barWidth, '.')
  return `${verb} [${bar}] ${Math.min(done, total)} of ${count(total, name)}`
}
