import { describe, expect, it } from 'vitest'
import { createProgress } from '../../src/cli/progress.js'
import type { Surroundings } from '../../src/cli/surroundings.js'
import { fake } from './surroundings.js'

function drawn(given: Parameters<typeof fake>[0] = {}) {
  let time = 1000
  const surroundings = fake({ terminal: true, clock: () => time, ...given })
  const progress = createProgress(surroundings satisfies Surroundings)
  const at = (milliseconds: number, ...[step]: Parameters<NonNullable<typeof progress.update>>) => {
    time = 1000 + milliseconds
    progress.update?.(step)
  }
  return { at, end: progress.end, text: () => surroundings.stderr.text }
}

describe('the bar', () => {
  it('waits for half a second', () => {
    const { at, end, text } = drawn()
    at(499, { step: 'write', done: 1, total: 2 })
    end()
    expect(text()).toBe('')
    at(500, { step: 'write', done: 1, total: 2 })
    expect(text()).toBe('\r\u001B[2KWriting [###############...............] 1 of 2 documents')
  })

  it('is drawn ten times a second at most, and erased', () => {
    const { at, end, text } = drawn()
    for (let time = 0; time < 2000; time++) at(time, { step: 'read', done: time })
    expect(text().match(/Reading/g)).toHaveLength(15)
    expect(text()).toContain('Reading: 1,900 articles')
    end()
    expect(text()).toMatch(/\r\u001B\[2K$/)
    const length = text().length
    end()
    expect(text()).toHaveLength(length)
  })

  it('leaves the last column free', () => {
    const { at, text } = drawn({ columns: 40 })
    at(500, { step: 'write', done: 9, total: 10_000 })
    expect(text().replace('\r\u001B[2K', '')).toHaveLength(39)
  })

  it('does not run over', () => {
    const { at, text } = drawn()
    at(500, { step: 'write', done: 3, total: 2 })
    expect(text()).toContain(`[${'#'.repeat(30)}] 2 of 2 documents`)
  })

  it.each([{ terminal: false }, { env: { CI: 'true' } }, { env: { TERM: 'dumb' } }])(
    'is not there with %j',
    (given) => {
      const { at, end, text } = drawn(given)
      at(5000, { step: 'read', done: 1 })
      end()
      expect(text()).toBe('')
    },
  )

  it('is there when CI says no', () => {
    const { at, text } = drawn({ env: { CI: 'false' } })
    at(500, { step: 'read', done: 1 })
    expect(text()).toContain('1 article')
  })
})
