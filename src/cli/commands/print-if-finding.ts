/** Errors that are about the newsroom and not about pressfeed. */
import { FeedError } from '../../issue.js'
import { ConfigFault } from '../config/config-fault.js'
import type { ConfigFile } from '../config/find-config.js'
import { printFindings } from '../report/print-report.js'
import type { Surroundings } from '../surroundings.js'

/**
 * Prints an error that is a finding about the newsroom.
 *
 * @returns whether it was one
 */
export function printIfFinding(
  error: unknown,
  config: ConfigFile,
  surroundings: Surroundings,
): boolean {
  const issues =
    error instanceof ConfigFault ? [error.issue] : error instanceof FeedError ? error.issues : []
  printFindings(issues, config, surroundings)
  return issues.length > 0
}
