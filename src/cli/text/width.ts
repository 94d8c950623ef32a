/** How many columns of a terminal a text takes. */
import { splitGraphemes } from 'unicode-segmenter/grapheme'

// East Asian Wide and Fullwidth (UAX 11), as far as text goes.
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]/u
const emoji = /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)/u
const unseen = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** Columns of a text without control characters: two for an emoji or a Chinese character. */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let columns = 0
  for (const grapheme of splitGraphemes(text)) columns += widthOf(grapheme)
  return columns
}

/** Fills a text up with spaces on the right. */
export function padRight(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

function widthOf(grapheme: string): number {
  if (unseen.test(grapheme)) return 0
  return wide.test(grapheme) || emoji.test(grapheme) ? 2 : 1
}
