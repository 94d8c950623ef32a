/**
 * How many random cases a property gets. Where PRESSFEED_RUNS is set, vitest loads this file before
 * every test file; a property that wants more than fast-check's 100 in `npm test` imports it.
 */
import fc from 'fast-check'

/** PRESSFEED_RUNS, or 200. */
export const runs = Number(process.env['PRESSFEED_RUNS'] ?? 200)

if (!Number.isInteger(runs) || runs < 1) throw new Error('PRESSFEED_RUNS: not a number of runs')

// For properties that name no number of their own.
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs })
