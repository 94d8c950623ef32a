// A change that keeps files of tests from being loaded fails no test, and would pass for one that no test notices.
import { expect, it } from 'vitest'

// Outside of the test: what runs while a test does counts as seen by that test alone.
const fault = await import('../../src/index.js').then(
  () => undefined,
  (error) => error,
)

it('loads', () => {
  expect(fault).toBeUndefined()
})
