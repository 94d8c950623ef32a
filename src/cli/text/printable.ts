/** Text of other people on its way to a terminal. */

// Controls of C0 and C1 (escape sequences begin with one), line separators, and marks of direction.
const unsafe =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu

/** A text on one line, with everything that a terminal would obey written as `\u001b`. */
export function printable(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(unsafe, escapeUnicode)
}

/** JSON with the same escapes, which mean the same there. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unsafe, (character) =>
    character === '\n' ? character : escapeUnicode(character),
  )
}

function escapeUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
