/** Runs a configuration in TypeScript or JavaScript. */
import { basename } from 'node:path'
import { ConfigFault } from './config-fault.js'
import type { ConfigFile } from './find-config.js'
import { explainThrown } from './thrown.js'

/**
 * The default export of a configuration: what it is, what its promise gives, or what its function
 * returns or promises.
 *
 * @param ownModules what `import 'pressfeed'` and the like give
 */
export async function runModule(
  config: ConfigFile,
  text: string,
  ownModules: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  try {
    const exported = defaultOf(await evaluate(config.file, text, ownModules), config)
    return await (typeof exported === 'function' ? (exported as () => unknown)() : exported)
  } catch (error) {
    throw error instanceof ConfigFault ? error : explainThrown(error, config)
  }
}

// From its text and not by its name: Node keeps modules that it loaded, and `watch` reads them again.
async function evaluate(
  file: string,
  text: string,
  ownModules: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { createJiti } = await import('jiti')
  const jiti = createJiti(file, {
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    virtualModules: { ...ownModules },
  })
  const options = { id: file, filename: file, async: true, forceTranspile: true }
  return await jiti.evalModule(text, options)
}

function defaultOf(module: unknown, { file }: ConfigFile): unknown {
  if (typeof module !== 'object' || module === null) return module
  const isEcmaScript = '__esModule' in module
  if (isEcmaScript && 'default' in module) return module.default
  if (!isEcmaScript && Object.keys(module).length > 0) return module
  const message = 'No default export: expected export default defineNewsroom({ … })'
  throw new ConfigFault('missing-field', message, { file: basename(file) })
}
