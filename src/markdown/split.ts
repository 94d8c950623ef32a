/** Front matter and body, told apart. */
import { issue, type Issue } from '../issue.js'
import { isUnopened } from './unopened.js'

/** The two parts of a file. */
export interface Parts {
  /** YAML without its fences. Its line numbers are those of the file. Absent when there is none. */
  readonly frontMatter?: string | undefined
  readonly body: string
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number
  readonly fault?: never
}

// More than anybody writes by hand.
const longest = { characters: 100_000, lines: 5_000 }

/**
 * Splits a text whose line ends are line feeds. Front matter is YAML that begins on the very first line
 * with a fence `---` and ends with another; a text that begins otherwise is all body, unless its fields show
 * that only the first fence is missing.
 */
export function splitFrontMatter(text: string): Parts | { readonly fault: Issue } {
  // A last line that is a fence counts also when nothing ends it.
  const source = `${text}\n`
  const language = languageOf(source)
  if (language === undefined) {
    if (!isUnopened(text, longest.lines)) return { body: text, bodyLine: 1 }
    const message =
      'Cannot read the front matter: expected a line of three hyphens --- as the first line'
    return refused('front-matter-unopened', message, 1)
  }
  if (!/^(ya?ml)?$/i.test(language)) {
    const message = `Cannot read front matter in ${language}: expected YAML between two lines of ---`
    return refused('front-matter-language', message, 4)
  }
  const closing = /\n(---[ \t]*\n)/.exec(source)
  if (closing?.[1] === undefined) {
    const message =
      'The front matter that begins here has no end: expected another line of --- ' +
      '(for a rule on the first line, leave a blank line above it)'
    return refused('front-matter-unclosed', message, 1)
  }
  const lines = lineCount(source.slice(0, closing.index))
  if (closing.index > longest.characters || lines > longest.lines) {
    const message =
      'Cannot read the front matter: expected at most ' +
      `${longest.characters} characters on ${longest.lines} lines`
    return refused('front-matter-syntax', message, 1)
  }
  const firstLine = source.indexOf('\n')
  const end = closing.index + closing[0].length
  // A blank line below the fence belongs to neither part.
  const start = source[end] === '\n' ? end + 1 : end
  return {
    // The line end before the closing fence belongs to the YAML: a text kept with |+ ends with it.
    frontMatter: `${source.slice(firstLine, closing.index)}\n`,
    body: source.slice(start),
    bodyLine: lineCount(source.slice(0, start)),
  }
}

// The word after the fence; an empty one is a plain fence. Other formats have fences of their own.
function languageOf(source: string): string | undefined {
  if (/^\+\+\+[ \t]*\n/.test(source)) return 'TOML'
  return /^---[^\S\n]*(?:[a-z][\w+#.-]*[^\S\n]*)?\n/i.exec(source)?.[0].slice(3).trim()
}

function refused(
  code: `front-matter-${'language' | 'unclosed' | 'unopened' | 'syntax'}`,
  message: string,
  column: number,
) {
  return { fault: issue(code, '', message, { line: 1, column }) }
}

function lineCount(text: string): number {
  return text.split('\n').length
}
