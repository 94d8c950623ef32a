/** What a configuration threw, as one sentence with its place and without the stack. */
import { isAbsolute, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigFault, type ConfigPlace } from './config-fault.js'
import type { ConfigFile } from './find-config.js'

/** A finding about an error that came out of running a configuration. */
export function explainThrown(error: unknown, config: ConfigFile): ConfigFault {
  const message = messageOf(error)
  const parsing = parseErrorOf(message)
  if (parsing !== undefined) {
    const { sentence, path, line, column } = parsing
    const text = `Cannot read the configuration: ${withoutFullStop(sentence)}`
    return new ConfigFault('cannot-read', text, { ...placeIn(path, config), line, column })
  }
  const [firstLine = ''] = message.split('\n')
  const missing = firstLine.startsWith('Cannot find ')
  const said = readable(firstLine)
  const text = missing ? said : `The configuration stopped with an error: ${said}`
  return new ConfigFault('cannot-read', text, placeOfStack(error, config))
}

// A sentence of one line or more, and below it `file:line:column`. Lines count from 1 there, columns from 0.
function parseErrorOf(message: string) {
  const end = message.lastIndexOf('\n')
  const found = /^(.+):(\d+):(\d+)$/.exec(message.slice(end + 1).trimStart())
  if (!message.startsWith(parseError) || end < parseError.length || found === null) return undefined
  const [, path = '', line, column] = found
  const sentence = message.slice(parseError.length, end).trimEnd()
  return { sentence, path, line: Number(line), column: Number(column) + 1 }
}

const parseError = 'ParseError: '

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
  for (const frame of stack.split('\n')) {
    if (!/^\s+at /.test(frame)) continue
    const [, where = '', line] = /^(.+):(\d+):\d+\)?$/.exec(placeOfFrame(frame)) ?? []
    const path = where.startsWith('file:') ? fileURLToPath(where) : where
    const isOurs = isAbsolute(path) && !relative(config.root, path).startsWith('..')
    if (isOurs && !path.includes('node_modules')) {
      return { ...placeIn(path, config), line: Number(line) }
    }
  }
  return placeIn('', config)
}

// `at name (file:line:column)`, or without the name and brackets.
function placeOfFrame(frame: string): string {
  const bracket = frame.lastIndexOf('(')
  return bracket < 0 ? frame.trimStart().slice('at '.length) : frame.slice(bracket + 1)
}
