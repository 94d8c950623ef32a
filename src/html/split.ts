import { trimEnds } from './settle.js'
import { isNamed, isVisible, type Element, type Node } from './tree.js'

/** Wraps the runs between figures; the figures stay where they are. */
export function splitRuns(
  pieces: readonly Node[],
  wrap: (run: readonly Node[]) => readonly Node[],
): readonly Node[] {
  const result: Node[] = []
  let run: Node[] = []
  for (const piece of pieces) {
    if (!isNamed(piece, 'figure')) run.push(piece)
    else {
      if (run.length > 0) result.push(...wrap(run))
      result.push(piece)
      run = []
    }
  }
  if (run.length > 0) result.push(...wrap(run))
  return result
}

/** A line split at the figures in it. White space and line breaks beside a figure go. */
export function splitLine(line: Element, pieces: readonly Node[]): readonly Node[] {
  if (!pieces.some((piece) => isNamed(piece, 'figure'))) return [{ ...line, children: pieces }]
  return splitRuns(pieces, (run) =>
    isVisible(run) ? [{ ...line, children: trimBreaks(run) }] : [],
  )
}

function trimBreaks(run: readonly Node[]): readonly Node[] {
  const trimmed = trimEnds(run)
  const start = isNamed(trimmed[0], 'br') ? 1 : 0
  const end = isNamed(trimmed.at(-1), 'br') ? -1 : undefined
  return start === 0 && end === undefined ? trimmed : trimBreaks(trimmed.slice(start, end))
}
