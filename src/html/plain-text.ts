import { dropped, empty, kept, knownElements } from './allow-list.js'
import { readTokens } from './tokens.js'
import { collapse } from './tree.js'

/**
 * The text of a field that should be plain text but holds HTML; `undefined` when it holds none.
 *
 * It counts as HTML when there is the end tag of an element that HTML knows, or a line break: `x < y`, `<3`, `AT&amp;T` and
 * `the <title> element` are what somebody wanted to say. Tags of unknown elements stay as they are.
 */
export function stripTags(text: string): string | undefined {
  if (!hasEndTag(text) && !/<(?:br|hr|wbr)\s*\/?>/i.test(text)) return undefined
  let plain = ''
  let skipped: string | undefined
  readTokens(text, {
    open(name, _attributes, selfClosing, start, end) {
      if (skipped !== undefined) return
      if (dropped.has(name) && !empty.has(name) && !selfClosing) skipped = name
      else plain += knownElements.has(name) ? gap(name) : text.slice(start, end)
    },
    close(name, start, end) {
      if (skipped === undefined)
        plain += knownElements.has(name) ? gap(name) : text.slice(start, end)
      else if (skipped === name) skipped = undefined
    },
    text(more) {
      if (skipped === undefined) plain += more
    },
  })
  return collapse(plain)
}

function hasEndTag(text: string): boolean {
  for (const [, name = ''] of text.matchAll(/<\/([a-z][a-z0-9]*)\s*>/gi)) {
    if (knownElements.has(name.toLowerCase())) return true
  }
  return false
}

const joined = new Set([
  'span',
  'font',
  'big',
  'tt',
  'nobr',
  'wbr',
  'strike',
  'acronym',
  'img',
  'noscript',
])

function gap(name: string): string {
  return kept.get(name) === 'inline' || joined.has(name) ? '' : ' '
}
