/** Which file is the configuration. */
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { WrongUsage } from '../failure.js'

/** A configuration that is there. */
export interface ConfigFile {
  /** Absolute path. */
  readonly file: string
  /** Its folder: what the newsroom's relative paths are relative to. */
  readonly root: string
}

const stem = 'pressfeed.config'
// In the order in which messages name them.
const endings = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json']

/**
 * The file that `--config` names, or the only `pressfeed.config.*` of the working folder.
 *
 * @throws {WrongUsage} when there is none, or more than one
 */
export function findConfig(named: string | undefined, cwd: string): ConfigFile {
  const file = named === undefined ? onlyConfigIn(cwd) : resolve(cwd, named)
  if (named !== undefined) checkNamed(named, file)
  return { file, root: dirname(file) }
}

/** Names of the configurations in a folder. */
export function configNamesIn(folder: string): readonly string[] {
  const names = new Set(listFolder(folder))
  return endings.map((ending) => stem + ending).filter((name) => names.has(name))
}

function onlyConfigIn(folder: string): string {
  const [name, ...others] = configNamesIn(folder)
  if (name === undefined) {
    throw new WrongUsage(
      `There is no ${stem}.ts in this folder (nor .mts, .cts, .js, .mjs, .cjs, .json): ` +
        'make one with "npx pressfeed init", or name the file with --config.',
    )
  }
  if (others.length > 0) {
    const names = [name, ...others].join(' and ')
    throw new WrongUsage(`There are ${names} in this folder: keep one, or name it with --config.`)
  }
  return join(folder, name)
}

function checkNamed(named: string, file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new WrongUsage(`There is no file ${JSON.stringify(named)}.`)
  if (found.isDirectory()) {
    throw new WrongUsage(`${JSON.stringify(named)} is a folder: expected a file for --config.`)
  }
  if (!endings.includes(extname(file))) {
    const expected = `${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}`
    throw new WrongUsage(
      `Cannot tell the kind of ${JSON.stringify(basename(file))}: expected a name that ends in ${expected}.`,
    )
  }
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
