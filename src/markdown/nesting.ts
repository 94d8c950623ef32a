/** How deep YAML is nested, found out without recursion. */
import { CST, Lexer } from 'yaml'

/**
 * Whether lists and fields are nested so deep that the parser of YAML, which is recursive, might run out
 * of stack. Where that happens while an engine compiles a regular expression, the process ends, and no
 * `catch` helps. Counts generously: `levels` is a bound of the order of magnitude, not exact.
 */
export function isNestedDeeperThan(levels: number, source: string): boolean {
  // Every level begins with one of these; nearly all front matter has too few of them to look closer.
  if ((source.match(/[[{:?-]/g)?.length ?? 0) <= levels) return false
  // Each level of a block stands further right than the one around it, a list perhaps equally far.
  const columns: number[] = []
  let column = 0
  let brackets = 0
  for (const token of new Lexer().lex(source)) {
    // Marks of the lexer's own, which stand for no character.
    if (token === CST.SCALAR || token === CST.DOCUMENT) continue
    if (token === CST.FLOW_END) {
      brackets = 0
      continue
    }
    if (/^[[{]$/.test(token)) brackets += 1
    else if (/^[\]}]$/.test(token)) brackets = Math.max(brackets - 1, 0)
    else if (brackets === 0 && token.trim() !== '') {
      while ((columns.at(-1) ?? -1) >= column) columns.pop()
      columns.push(column)
    }
    if (columns.length + brackets > levels) return true
    const lineEnd = token.lastIndexOf('\n')
    column = lineEnd === -1 ? column + token.length : token.length - lineEnd - 1
  }
  return false
}
