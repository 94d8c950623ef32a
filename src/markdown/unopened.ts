/** Front matter whose first line is missing, or is something else than three hyphens. */
import { article } from './fields.js'

/**
 * Whether a text that does not begin with `---` begins with front matter all the same: with lines of fields, one
 * of them a field of an article, down to a line of `---`. Blank lines and dashes of any kind may stand above.
 * Looks at no more than `most` lines.
 */
export function isUnopened(text: string, most: number): boolean {
  let [dashes, begun, known] = ['', false, false]
  for (const line of linesFrom(text, most)) {
    if (!begun && dashes === '' && isDashes(bare(line))) {
      dashes = bare(line)
    } else if (/^---[ \t]*$/.test(line) || (dashes !== '' && isDashes(line.trimEnd()))) {
      return known
    } else if (bare(line) === '') {
      // Below another dash, and below none, a blank line more likely ends a paragraph.
      if (dashes !== '---') return false
    } else {
      const [, name] = /^([\w$-]+):(?:[ \t]|$)/.exec(line) ?? []
      const fits = begun ? /^(?:[ \t]|#|-[ \t])/.test(line) : dashes !== '' && line.startsWith('#')
      if (name === undefined && !fits) return false
      known ||= name !== undefined && Object.hasOwn(article.fields, name)
      begun = true
    }
  }
  return false
}

// From the first that is not blank.
function* linesFrom(text: string, most: number): Generator<string> {
  const first = text.search(/[^\s\u200B\u2060]/)
  let start = first < 0 ? text.length : text.lastIndexOf('\n', first) + 1
  for (let count = 0; count < most && start < text.length; count += 1) {
    const end = text.indexOf('\n', start)
    yield text.slice(start, end < 0 ? text.length : end)
    start = end < 0 ? text.length : end + 1
  }
}

function bare(line: string): string {
  return line.replace(/^[\s\u200B\u2060]+/, '').trimEnd()
}

// One hyphen is an item of a list.
function isDashes(text: string): boolean {
  return /^[-–—]+$/.test(text) && text !== '-'
}
