/** Whether what was found of a reader is what is known of it. */
import type { Limit } from '../limits.js'
import type { Check } from './judge.js'
import { cellOf, type Cell } from './matrix.js'

/** What is to be told of a cell; nothing, if all is as it was. */
export function verdict(
  checks: readonly Check[],
  limit: Limit | undefined,
  recorded: Cell | undefined,
): string | undefined {
  const missing = checks.filter(({ holds }) => !holds).map(({ what }) => what)
  const [held, of] = cellOf(checks)
  if (of === 0) return 'Nothing was looked at.'
  if (limit === undefined) {
    return held === of ? undefined : `WORSE, and no limit that is known:\n${missing.join('\n')}`
  }
  if (held === of) return `BETTER: it has all now. Take the limit out: “${limit.says}”`
  if (recorded === undefined || recorded[1] !== of) return undefined
  if (held < recorded[0]) {
    return `WORSE: ${held} of ${of} instead of ${recorded[0]}. Missing:\n${missing.join('\n')}`
  }
  return held > recorded[0] ? `BETTER: ${held} of ${of} instead of ${recorded[0]}` : undefined
}
