import { splitGraphemes } from 'unicode-segmenter/grapheme'

/**
 * The beginning of a plain text, at most `limit` graphemes long with the `…` that marks the cut. It is
 * cut between words, never inside a grapheme; in scripts without spaces between any two characters,
 * after punctuation where there is some near. A text that fits comes back as it is.
 *
 * The segmenter brings its own tables, so the cut is the same on every engine.
 */
export function excerpt(text: string, limit = 300): string {
  if (text.length <= limit) return text
  // A grapheme may be of any length, so the text is bounded in code units too.
  const bounded = text.slice(0, limit * 16)
  const graphemes: string[] = []
  for (const grapheme of splitGraphemes(bounded)) {
    graphemes.push(grapheme)
    if (graphemes.length > limit) break
  }
  const isWhole = graphemes.length <= limit && bounded.length === text.length
  if (isWhole) return text
  // The last grapheme may have been cut where the text was bounded; `…` takes one or two more.
  const kept = graphemes.slice(0, cutAt(graphemes, Math.min(limit, graphemes.length) - 2))
  while (/^[\s\u00A0,:;\u2013\u2014\-([{«‹“„‘‚¿¡/&、，；：「『（【《〈]+$/.test(kept.at(-1) ?? ''))
    kept.pop()
  if (/^["']$/.test(kept.at(-1) ?? '') && kept.at(-2) === ' ') kept.splice(-2)
  const sentence = /[.!?]$/.test(kept.at(-1) ?? '')
  return `${kept.join('')}${sentence ? ' ' : ''}…`
}

// How far back a word or clause may end and still be preferred to a cut between two characters.
const near = 40

/** Where to cut, at most at `end`: the best place is the last end of a word or clause. */
function cutAt(graphemes: readonly string[], end: number): number {
  let between = 0
  for (let at = end; at > 0; at -= 1) {
    if (endsWord(graphemes, at)) return at >= end - near || between === 0 ? at : between
    if (
      between === 0 &&
      spaceless.test(graphemes[at] ?? '') &&
      spaceless.test(graphemes[at - 1] ?? '')
    ) {
      between = at
    }
  }
  return between || end
}

// Thai, Lao, Myanmar, Khmer, Kana, Han.
const spaceless =
  /^[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u31F0-\u31FF\u3400-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\u{20000}-\u{3FFFF}]/u

// A no-break space (U+00A0, U+202F) is no end of a word, nor is a space before French punctuation.
function endsWord(graphemes: readonly string[], at: number): boolean {
  const before = graphemes[at - 1] ?? ''
  const after = graphemes[at] ?? ''
  if (after === ' ') return !/^[!?:;»%]/.test(graphemes[at + 1] ?? '')
  return /^[。、！？，；：．]/.test(before) || (/^[,;!?]$/.test(before) && spaceless.test(after))
}
