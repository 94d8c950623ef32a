/** What a newsroom needs in `package.json`. */
import { generator } from '../../formats/generator.js'
import { Failure } from '../failure.js'
import { findJsonFault } from '../json/json-fault.js'
import { insertMember } from '../json/insert-member.js'

const scripts = { feeds: 'pressfeed build', 'feeds:check': 'pressfeed check' }
const dependencyLists = ['dependencies', 'devDependencies', 'optionalDependencies']

/** A `package.json` for a folder that has none. */
export const emptyPackage = '{\n  "private": true\n}\n'

/**
 * Adds the scripts and the dependency where they are missing. What is there stays as it is, to the letter.
 *
 * @throws {Failure} when the text is not the JSON of a package
 */
export function withFeeds(text: string): string {
  let result = text
  const own = read(text)
  for (const [name, script] of Object.entries(scripts)) {
    if (!Object.hasOwn(membersOf(own, 'scripts'), name)) {
      result = insertMember(result, 'scripts', name, script)
    }
  }
  const hasIt = dependencyLists.some((list) => Object.hasOwn(membersOf(own, list), 'pressfeed'))
  if (hasIt) return result
  return insertMember(result, 'devDependencies', 'pressfeed', `^${generator.version}`)
}

/** Scripts of the same name that do something else. */
export function otherScripts(text: string): readonly string[] {
  const own = membersOf(read(text), 'scripts')
  return Object.entries(scripts).flatMap(([name, script]) =>
    Object.hasOwn(own, name) && own[name] !== script ? [name] : [],
  )
}

type Members = Readonly<Record<string, unknown>>

function read(text: string): Members {
  const fault = findJsonFault(text)
  if (fault !== undefined) {
    const { line, column, wanted } = fault
    throw new Failure(
      `package.json:${line}:${column} is not JSON: expected ${wanted} here. Nothing was written.`,
    )
  }
  const value = JSON.parse(text) as unknown
  if (isMembers(value)) return value
  throw new Failure('package.json does not hold an object. Nothing was written.')
}

function membersOf(own: Members, name: string): Members {
  const value = own[name] ?? {}
  if (isMembers(value) && own[name] !== null) return value
  throw new Failure(`In package.json, ${name} is not an object. Nothing was written.`)
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
