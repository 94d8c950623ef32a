/** `pressfeed links`. */
import type { BuildArguments } from '../command-line.js'
import { findConfig } from '../config/find-config.js'
import { loadConfig } from '../config/load-config.js'
import type { Services } from '../services.js'
import type { Surroundings } from '../surroundings.js'
import { printIfFinding } from './print-if-finding.js'

/** Prints the lines that tell browsers and readers which feeds a page has. */
export async function links(
  given: Pick<BuildArguments, 'config'>,
  surroundings: Surroundings,
  services: Services,
): Promise<number> {
  const config = findConfig(given.config, surroundings.cwd)
  try {
    const lines = await services.alternateLinks(await loadConfig(config, services))
    surroundings.stdout.write(`${lines.trimEnd()}\n`)
    return 0
  } catch (error) {
    if (!printIfFinding(error, config, surroundings)) throw error
    return 1
  }
}
