/** What a configuration threw, as one sentence with its place and without the stack. */
import { isAbsolute, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigFault, type ConfigPlace } from './config-fault.js'
import type { ConfigFile } from './find-config.js'

/** A finding about an error that came out of running a configuration. */
export function explainThrown(error: unknown, config: ConfigFile): ConfigFault {
  const message = messageOf(error)
  const parsing = /^ParseError: ([^]*?)\s*\n\s*(.+):(\d+):(\d+)$/.exec(message)
  if (parsing !== null) {
    const [, sentence = '', path = '', line, column] = parsing
    // Lines count from 1 there, columns from 0.
    const place = { ...placeIn(path, config), line: Number(line), column: Number(column) + 1 }
    const text = `Cannot read the configuration: ${withoutFullStop(sentence)}`
    return new ConfigFault('cannot-read', text, place)
  }
  const [firstLine = ''] = message.split('\n')
  const missing = firstLine.startsWith('Cannot find ')
  const said = readable(firstLine)
  const text = missing ? said : `The configuration stopped with an error: ${said}`
  return new ConfigFault('cannot-read', text, placeOfStack(error, config))
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : 'no reason given'
  return error.message === '' ? error.name : error.message
}

// Imported names come out of the transpiler as `(0, _module.name)`.
function readable(message: string): string {
  return message.replace(/\(0 ?, _\w+\.(\w+)\)/g, '$1')
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function placeIn(path: string, { file, root }: ConfigFile): ConfigPlace {
  return { file: relative(root, path === '' ? file : path).replaceAll('\\', '/') }
}

// The innermost frame in a file of the user. Columns are those of the transpiled text, so they are left out.
function placeOfStack(error: unknown, config: ConfigFile): ConfigPlace {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  for (const [, where = '', line] of stack.matchAll(/^\s+at (?:.*\()?(.+):(\d+):\d+\)?$/gm)) {
    const path = where.startsWith('file:') ? fileURLToPath(where) : where
    const isOurs = isAbsolute(path) && !relative(config.root, path).startsWith('..')
    if (isOurs && !path.includes('node_modules')) {
      return { ...placeIn(path, config), line: Number(line) }
    }
  }
  return placeIn('', config)
}
