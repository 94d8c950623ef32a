/** From the bytes of a file to its text. */
import { issue, type Issue } from '../issue.js'

/** The text of a file, or why there is none. */
export type Decoded =
  | { readonly text: string; readonly fault?: never }
  | { readonly text?: never; readonly fault: Issue }

/**
 * Reads UTF-8, with or without a byte order mark, and makes every line end a line feed. Anything that
 * is not text in UTF-8 is a fault `not-text` with its line and column.
 */
export function decode(source: string | Uint8Array): Decoded {
  if (typeof source !== 'string' && isUtf16(source)) return notText('it is in UTF-16', '')
  const decoded = typeof source === 'string' ? source : fromUtf8(source)
  if (decoded === undefined)
    return notText('it is not in UTF-8', beforeDamage(source as Uint8Array))
  const text = withPlainLines(decoded)
  const end = text.indexOf('\0')
  return end === -1 ? { text } : notText('it holds a NUL', text.slice(0, end))
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

// A lenient decoder writes U+FFFD for damage, so encoded again the bytes differ where the damage begins.
function beforeDamage(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
  const again = new TextEncoder().encode(lenient.decode(bytes))
  const end = bytes.findIndex((byte, index) => byte !== again[index])
  const before = bytes.subarray(0, end === -1 ? bytes.length : end)
  return withPlainLines(lenient.decode(before, { stream: true }))
}

function withPlainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function notText(what: string, before: string): Decoded {
  const column = before.length - before.lastIndexOf('\n')
  const message = `Cannot read the file, ${what}: expected text saved as UTF-8`
  return {
    fault: issue('not-text', '', message, { line: before.split('\n').length, column }),
  }
}
