/** The command: words in, exit code out. */
import { readCommandLine, type Invocation } from './command-line.js'
import { explain } from './explain.js'
import type { Services } from './services.js'
import type { Surroundings } from './surroundings.js'

/**
 * Runs the command.
 *
 * @param words what stands behind `pressfeed`
 * @returns 0 done; 1 findings refuse the feeds, they could not be written or a hub did not take them; 2 wrong usage
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

// Each command is loaded when it is wanted, so that help and version are there at once.
async function carryOut(
  invocation: Invocation,
  surroundings: Surroundings,
  services: Services,
): Promise<number> {
  switch (invocation.command) {
    case 'build':
    case 'check': {
      const { build } = await import('./commands/build.js')
      return build(invocation.options, invocation.command, surroundings, services)
    }
    case 'init': {
      const { init } = await import('./init/init.js')
      return init(invocation.folder, invocation.options, surroundings)
    }
    case 'watch': {
      const { watch } = await import('./commands/watch.js')
      return watch(invocation.options, surroundings, services)
    }
    case 'serve': {
      const { serve } = await import('./commands/serve.js')
      return serve(invocation.options, surroundings, services)
    }
    case 'announce': {
      const { announce } = await import('./commands/announce.js')
      return announce(invocation.options, surroundings, services)
    }
    case 'links': {
      const { links } = await import('./commands/links.js')
      return links(invocation.options, surroundings, services)
    }
    case 'headers': {
      const { headers } = await import('./commands/headers.js')
      return headers(invocation.host, invocation.options, surroundings, services)
    }
  }
}
