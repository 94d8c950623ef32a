/** `pressfeed headers`. */
import type { Host } from '../../newsroom/definition.js'
import type { BuildArguments } from '../command-line.js'
import { findConfig } from '../config/find-config.js'
import { loadConfig } from '../config/load-config.js'
import { printFindings } from '../report/print-report.js'
import type { Services } from '../services.js'
import type { Surroundings } from '../surroundings.js'
import { printIfFinding } from './print-if-finding.js'

/** Prints what a host is told, to be put where it reads that. */
export async function headers(
  host: Host,
  given: Pick<BuildArguments, 'config'>,
  surroundings: Surroundings,
  services: Services,
): Promise<number> {
  const config = findConfig(given.config, surroundings.cwd)
  try {
    const { text, issues } = await services.hostHeaders(await loadConfig(config, services), host)
    printFindings(issues, config, surroundings)
    surroundings.stdout.write(text)
    return 0
  } catch (error) {
    if (!printIfFinding(error, config, surroundings)) throw error
    return 1
  }
}
