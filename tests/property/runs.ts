import fc from 'fast-check'

const asked = fc.readConfigureGlobal().numRuns

/**
 * How many random cases a property gets. In `npm test` the seed is fixed, so that a commit passes or
 * fails for good; a long run (PRESSFEED_RUNS) takes new ones every time and prints the seed on failure.
 */
export function runs(usual: number): Readonly<{ numRuns: number; seed?: number }> {
  return asked === undefined ? { numRuns: usual, seed: 20_260_302 } : { numRuns: asked }
}
