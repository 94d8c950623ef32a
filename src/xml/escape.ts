/**
 * The one place where text becomes markup. Nothing is dropped or mended here: a character that XML
 * cannot carry is refused, because what can be mended was mended (and reported) at the input.
 */
import { FeedError, issue } from '../issue.js'
import { findIllegal } from '../text.js'

// Hexadecimal references, as the RSS Best Practices Profile asks for in plain text (rule R-5); they mean
// the same in Atom. A carriage return would be read back as a line feed (XML 1.0 section 2.11).
const inText: Readonly<Record<string, string>> = {
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&#x3E;',
  '\r': '&#xD;',
}

// By name, since @rowanmanning/feed-parser knows no others in attributes and addresses: a link with `&#x26;` leads
// nowhere there. White space would be read back as a space (XML 1.0 section 3.3.3).
const inAttribute: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

/** Text between tags. Throws a {@link FeedError} for a character that XML cannot carry. */
export function escapeText(value: string): string {
  refuseIllegal(value)
  return /[&<>\r]/.test(value)
    ? value.replace(/[&<>\r]/g, (character) => inText[character] ?? '')
    : value
}

/** Text between double quotes, or an address between tags. Throws a {@link FeedError} for a character that XML cannot carry. */
export function escapeAttribute(value: string): string {
  refuseIllegal(value)
  return /[&<>"\t\n\r]/.test(value)
    ? value.replace(/[&<>"\t\n\r]/g, (character) => inAttribute[character] ?? '')
    : value
}

/** A CDATA section; `]]>` is split over two of them, every time (XML 1.0 section 2.7, rule R-4). */
export function cdata(value: string): string {
  refuseIllegal(value)
  const content = value.includes(']]>') ? value.replaceAll(']]>', ']]]]><![CDATA[>') : value
  return `<![CDATA[${content}]]>`
}

function refuseIllegal(value: string): void {
  const start = findIllegal(value)
  if (start === -1) return
  const code = value.codePointAt(start)?.toString(16).toUpperCase().padStart(4, '0') ?? ''
  const around = JSON.stringify([...value.slice(0, start)].slice(-20).join(''))
  throw new FeedError([
    issue('illegal-character', '', `Cannot write U+${code} after ${around}: no feed can carry it`),
  ])
}
