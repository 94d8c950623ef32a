/** Where a text stops being JSON. `JSON.parse` words that differently in each version of Node. */
import { jsonTokens } from './json-tokens.js'

/** The first fault of a text. */
export interface JsonFault {
  /** Line and column, from 1. */
  readonly line: number
  readonly column: number
  /** What should stand there: `a comma or }`. */
  readonly wanted: string
}

/** The first fault of a text; `undefined` if it is JSON. */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = []
  let wanted: Wanted = 'value'
  for (const token of jsonTokens(text)) {
    if (token.text === '' && wanted === 'end') return undefined
    const next: Wanted | undefined =
      token.text === undefined ? undefined : step(token.text, wanted, open)
    if (next === undefined) return { ...position(text, token.offset), wanted: wording[wanted] }
    wanted = next
  }
  return undefined
}

const wording = {
  value: 'a value',
  'first value': 'a value or ]',
  name: 'a name in double quotes',
  'first name': 'a name in double quotes, or }',
  colon: 'a colon',
  'comma in {': 'a comma or }',
  'comma in [': 'a comma or ]',
  end: 'the end of the file',
} as const

type Wanted = keyof typeof wording

// What is wanted after a token; `undefined` if the token is not what was wanted before it.
function step(token: string, wanted: Wanted, open: ('{' | '[')[]): Wanted | undefined {
  const [first = ''] = token
  const closes = (first === '}' && wanted.endsWith('{')) || (first === ']' && wanted.endsWith('['))
  if (closes || `${first}${wanted}` === ']first value' || `${first}${wanted}` === '}first name') {
    open.pop()
    return behindValue(open)
  }
  if (wanted === 'colon') return first === ':' ? 'value' : undefined
  if (wanted === 'comma in {') return first === ',' ? 'name' : undefined
  if (wanted === 'comma in [') return first === ',' ? 'value' : undefined
  if (wanted === 'name' || wanted === 'first name') return first === '"' ? 'colon' : undefined
  if (wanted === 'end' || /^[\]},:]?$/.test(first)) return undefined
  if (first !== '{' && first !== '[') return behindValue(open)
  open.push(first)
  return first === '{' ? 'first name' : 'first value'
}

function behindValue(open: readonly ('{' | '[')[]): Wanted {
  const last = open.at(-1)
  if (last === undefined) return 'end'
  return last === '{' ? 'comma in {' : 'comma in ['
}

function position(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 }
}
