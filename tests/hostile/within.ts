import { expect } from 'vitest'

// Nothing here may take time or stack beyond its size: the limit is many times what anything takes, and
// far less than it would take if the time grew with the square of the size.
const limitInMs = 10_000

/** Does some work, and fails when it takes too long. */
export function within<T>(work: () => T): T {
  const start = performance.now()
  const result = work()
  expect(performance.now() - start).toBeLessThan(limitInMs)
  return result
}
