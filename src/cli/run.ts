/** The command: words in, exit code out. */
import { readCommandLine, type Invocation } from './command-line.js'
import { build } from './commands/build.js'
import { links } from './commands/links.js'
import { serve } from './commands/serve.js'
import { watch } from './commands/watch.js'
import { explain } from './explain.js'
import { init } from './init/init.js'
import type { Services } from './services.js'
import type { Surroundings } from './surroundings.js'

/**
 * Runs the command.
 *
 * @param words what stands behind `pressfeed`
 * @returns 0 done; 1 findings refuse the feeds, or they could not be written; 2 wrong usage
 */
export async function run(
  words: readonly string[],
  surroundings: Surroundings,
  services: Services,
): Promise<number> {
  try {
    const invocation = readCommandLine(words, surroundings)
    if (typeof invocation === 'number') return invocation
    return await carryOut(invocation, surroundings, services)
  } catch (error) {
    return explain(error, surroundings)
  }
}

function carryOut(
  invocation: Invocation,
  surroundings: Surroundings,
  services: Services,
): Promise<number> {
  switch (invocation.command) {
    case 'build':
    case 'check':
      return build(invocation.options, invocation.command, surroundings, services)
    case 'init':
      return init(invocation.folder, invocation.options, surroundings)
    case 'watch':
      return watch(invocation.options, surroundings, services)
    case 'serve':
      return serve(invocation.options, surroundings, services)
    case 'links':
      return links(invocation.options, surroundings, services)
  }
}
