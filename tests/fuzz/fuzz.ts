/** Random inputs: few and always the same in `npm test`, new ones for a given time in `npm run test:fuzz`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { runs } from '../property/runs.js'

const seconds = process.env['PRESSFEED_FUZZ_SECONDS']
const seed = process.env['PRESSFEED_FUZZ_SEED']
const folder = 'reports/fuzz'

/** How long a test may take: a minute more than it was given, else what the other properties have. */
export const patience = seconds === undefined ? {} : { timeout: (Number(seconds) + 60) * 1000 }

/**
 * Holds a check against inputs. What fails is made as small as it can be and saved; before each check the
 * input is saved too, so that one which never returns, or takes all memory, is there to be looked at.
 */
export function fuzz<T>(name: string, inputs: fc.Arbitrary<T>, check: (input: T) => void): void {
  const current = `${folder}/${name}.last.json`
  if (seconds !== undefined) mkdirSync(folder, { recursive: true })
  const property = fc.property(inputs, (input) => {
    if (seconds !== undefined) writeFileSync(current, written(input))
    check(input)
  })
  const details = fc.check(property, parameters<T>())
  rmSync(current, { force: true })
  if (seconds !== undefined) console.log(`${name}: ${details.numRuns} inputs, seed ${details.seed}`)
  if (!details.failed) return
  mkdirSync(folder, { recursive: true })
  const saved = `${folder}/${name}.json`
  writeFileSync(saved, written(details.counterexample?.[0]))
  throw new Error(
    `${fc.defaultReportMessage(details)}\nThe input is in ${saved}. The same inputs again: PRESSFEED_FUZZ_SEED=${details.seed}`,
    { cause: details.errorInstance },
  )
}

function parameters<T>(): fc.Parameters<[T]> {
  if (seconds === undefined) return runs(300)
  const limit = Number(seconds)
  if (!(limit > 0)) throw new Error(`PRESSFEED_FUZZ_SECONDS is ${seconds}: expected seconds`)
  return {
    numRuns: 2 ** 31 - 1,
    interruptAfterTimeLimit: limit * 1000,
    ...(seed !== undefined && { seed: Number(seed) }),
  }
}

// Text as JSON, bytes as their numbers, anything else as JavaScript would show it.
function written(input: unknown): string {
  if (typeof input === 'string') return JSON.stringify(input)
  return input instanceof Uint8Array ? JSON.stringify([...input]) : fc.stringify(input)
}
