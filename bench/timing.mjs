// How long contenders take, measured so that the ratio between them can be trusted: interleaved, in an order that
// turns each round, after a collection of garbage each, and the median of the rounds.

/**
 * Runs every contender once a round.
 *
 * @param contenders `{ name, before?, run }`; `run` may return a promise. What it returns is kept until the clock stopped, what
 *   `before` does is not timed.
 * @returns the median of each in milliseconds, by name
 */
export async function race(contenders, { rounds, warmups = 1 }) {
  const times = new Map(contenders.map(({ name }) => [name, []]))
  for (let round = -warmups; round < rounds; round += 1) {
    const turn = ((round % contenders.length) + contenders.length) % contenders.length
    for (const { name, before, run } of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
      before?.()
      globalThis.gc?.()
      const started = performance.now()
      const kept = await run()
      const took = performance.now() - started
      if (kept === undefined) throw new Error(`${name} made nothing`)
      if (round >= 0) times.get(name).push(took)
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}

/** The middle of a list of numbers. */
export function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Makes one piece of a text that V8 may still hold as a chain of pieces, as writing it would. */
export function flat(text) {
  Number(text)
  return text
}
