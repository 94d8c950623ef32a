/** From a configuration file to the newsroom that it holds. */
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { systemCode } from '../failure.js'
import type { Services } from '../services.js'
import { ConfigFault } from './config-fault.js'
import type { ConfigFile } from './find-config.js'
import { readJsonConfig } from './json-config.js'
import { runModule } from './run-module.js'

/**
 * Loads a configuration: JSON is read, everything else is run as a module. Each call reads it anew. What
 * the newsroom's values mean is checked when it is built.
 *
 * @throws {ConfigFault} when it cannot be read or run, or gives no newsroom
 */
export async function loadConfig(
  config: ConfigFile,
  { sources, ownModules }: Pick<Services, 'sources' | 'ownModules'>,
): Promise<object> {
  const text = readConfigText(config)
  const name = basename(config.file)
  const newsroom =
    extname(config.file) === '.json'
      ? readJsonConfig(text, name, await sources())
      : await runModule(config, text, await ownModules())
  if (typeof newsroom === 'object' && newsroom !== null && !Array.isArray(newsroom)) return newsroom
  throw new ConfigFault('wrong-type', `Cannot use ${kindOf(newsroom)}: expected a newsroom`, {
    file: name,
  })
}

function readConfigText({ file }: ConfigFile): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    const message = `Cannot read the configuration: the system says ${code}`
    throw new ConfigFault('cannot-read', message, { file: basename(file) })
  }
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}
