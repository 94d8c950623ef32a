/** Lines that fit the terminal. */
import { displayWidth } from './width.js'

/**
 * Breaks a text at its spaces. Lines after the first begin with `indent` spaces; the first is taken to
 * stand behind as many columns already. A word is never cut: one that is too long, such as an address,
 * runs over the edge.
 */
export function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=[^ ]) +/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || indent + displayWidth(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`)
}
