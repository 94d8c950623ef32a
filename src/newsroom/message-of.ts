/** What a thrown value says, in words that fit into a sentence. */
import { show } from '../create-feed/findings.js'
import { oneLine } from '../text.js'

const longest = 1000

// Controls and marks of direction would change how the rest of the line is shown.
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu

/** The message of whatever was thrown, with that of its causes in brackets: one line, never empty. */
export function messageOf(error: unknown): string {
  const text = oneLine(wordsOf(error, 3).replace(unsafe, ' ')).trim()
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text
}

function wordsOf(error: unknown, depth: number): string {
  if (typeof error === 'string' && error.trim() !== '') return error
  if (!(error instanceof Error)) return show(error)
  const own = error.message.trim() === '' ? unsaid(error, depth) : error.message
  const because = error.cause === undefined || depth === 0 ? '' : wordsOf(error.cause, depth - 1)
  return because === '' ? own : `${own} (${because})`
}

// Node reports a refused connection as many errors in one that has no message itself.
function unsaid(error: Error, depth: number): string {
  if (!(error instanceof AggregateError) || depth === 0) return error.name
  return error.errors.map((each) => wordsOf(each, depth - 1)).join('; ') || error.name
}
