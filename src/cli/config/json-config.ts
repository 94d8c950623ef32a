/** A newsroom in JSON. */
import type { Sources } from '../services.js'
import { ConfigFault } from './config-fault.js'
import { findJsonFault } from '../json/json-fault.js'

/**
 * Reads a configuration in JSON. `$schema`, which editors want, is left out; `articles` is a list, or
 * names a source: `{ "markdownFolder": "content/news" }` or `{ "jsonFile": "articles.json" }`.
 */
export function readJsonConfig(text: string, file: string, sources: Sources): unknown {
  const value = parse(text, file)
  if (!isRecord(value)) return value
  const { $schema: _, ...newsroom } = value
  return isRecord(newsroom['articles'])
    ? { ...newsroom, articles: readSource(newsroom['articles'], file, sources) }
    : newsroom
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const fault = findJsonFault(text)
    if (fault === undefined) throw error
    const { wanted, ...position } = fault
    const message = `Cannot read the file as JSON: expected ${wanted} here`
    throw new ConfigFault('not-json', message, { file, ...position })
  }
}

function readSource(
  named: Readonly<Record<string, unknown>>,
  file: string,
  sources: Sources,
): unknown {
  const { markdownFolder, jsonFile, ...options } = named
  const wrong = (path: string, message: string) =>
    new ConfigFault('invalid-value', message, { file, path })
  if ((markdownFolder === undefined) === (jsonFile === undefined)) {
    const message =
      'Cannot use these articles: expected a list, or one of markdownFolder and jsonFile with a path'
    throw wrong('articles', message)
  }
  const [name, path] =
    jsonFile === undefined ? ['markdownFolder', markdownFolder] : ['jsonFile', jsonFile]
  if (typeof path !== 'string' || path === '') {
    throw wrong(`articles.${String(name)}`, 'Cannot use this: expected a path as text')
  }
  if (jsonFile === undefined) return sources.markdownFolder(path, options)
  const [other] = Object.keys(options)
  if (other === undefined) return sources.jsonFile(path)
  throw wrong(`articles.${other}`, `Cannot use ${other} here: jsonFile takes a path alone`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
