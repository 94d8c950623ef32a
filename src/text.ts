/** Plain text: which characters a feed can carry, and text on one line. */

// XML 1.0 section 2.2 (Char) leaves these out. Lone surrogates are found by the u flag's code points.
const illegal = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF\p{Cs}]/gu
// U+FFFD and the C1 controls are legal, but stand for text that was damaged before (rule R-2).
const suspect = /[\u0080-\u009F\uFFFD]/g
const anyOddity = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0080-\u009F\uFFFD-\uFFFF]/

// Most texts have nothing that is even near these, and to search for few ranges is fast: 0.6 of the time for texts of 5 kB
// with a character beyond Latin-1, the same for others.
const nearIllegal = /[^\n -\uD7FF]/
const nearOddity = /[\u0000-\u0009\u000B-\u001F\u0080-\u009F\uD800-\uFFFF]/

// What Windows-1252 has where Unicode has C1 controls; a gap is a byte that it leaves undefined.
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Text that a feed can carry, and how many characters it took to get there. */
export interface CleanText {
  readonly text: string
  /** Characters that no feed can carry. */
  readonly removed: number
  /** Windows-1252 leftovers that became what they stand for. */
  readonly replaced: number
}

/** Removes what XML and JSON cannot carry and mends Windows-1252 leftovers; all else stays as it is. */
export function cleanText(value: string): CleanText {
  if (!nearOddity.test(value) || (!anyOddity.test(value) && value.isWellFormed()))
    return { text: value, removed: 0, replaced: 0 }
  let removed = 0
  let replaced = 0
  const text = value
    .replace(illegal, () => {
      removed += 1
      return ''
    })
    .replace(suspect, (character) => {
      const meant = windows1252[character.charCodeAt(0) - 0x80] ?? ' '
      if (meant === ' ') removed += 1
      else replaced += 1
      return meant.trim()
    })
  return { text, removed, replaced }
}

/** Where the first character stands that no feed can carry; -1 if there is none. */
export function findIllegal(value: string): number {
  return nearIllegal.test(value) ? value.search(illegal) : -1
}

/** Text on one line: runs of space, tab and line end become one space. No-break spaces stay. */
export function oneLine(value: string): string {
  return value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
}

// White space, format and control characters, and the letters that are drawn as nothing.
const unseen = /^[\s\p{Cf}\p{Cc}\u115F\u1160\u2800\u3164\uFFA0]*$/u

/** Whether a text holds nothing that can be read. */
export function isBlank(value: string): boolean {
  return unseen.test(value)
}

// The first of the ten digits of scripts that have their own: Arabic, Persian, Devanagari, Bengali, Thai, full width.
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10]

/** A text with digits of other scripts as 0 to 9. */
export function westernDigits(value: string): string {
  return value.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}
