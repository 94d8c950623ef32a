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

// Something in the run is seen, so both ends stop at it.
function trimBreaks(run: readonly Node[]): readonly Node[] {
  const isBreak = (node: Node | undefined): boolean =>
    isNamed(node, 'br') || (typeof node === 'string' && /^[ \t\n\f]*$/.test(node))
  let start = 0
  let end = run.length
  while (isBreak(run[start])) start += 1
  while (isBreak(run[end - 1])) end -= 1
  return trimEnds(run.slice(start, end))
}
