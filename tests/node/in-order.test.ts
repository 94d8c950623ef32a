import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inOrder } from '../../src/node/in-order.js'

it.each([0, 1, 3, 4, 10])('keeps the order of %i items, three at a time', async (count) => {
  const items = Array.from({ length: count }, (_, index) => index)
  let underWay = 0
  let most = 0
  const made: number[] = []
  for await (const item of inOrder(items, 3, async (value) => {
    underWay += 1
    most = Math.max(most, underWay)
    await setTimeout((value * 7) % 5)
    underWay -= 1
    return value
  })) {
    made.push(item)
  }
  expect(made).toEqual(items)
  expect(most).toBe(Math.min(count, 3))
})

it('throws what failed when its turn comes, and nothing when nobody waits for it any more', async () => {
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  try {
    const failing = (value: number) =>
      value === 1 ? Promise.reject(new Error('no')) : Promise.resolve(value)
    const made: number[] = []
    await expect(async () => {
      for await (const value of inOrder([0, 1, 2], 3, failing)) made.push(value)
    }).rejects.toThrow('no')
    expect(made).toEqual([0])
    for await (const value of inOrder([0, 1, 2], 3, failing)) {
      made.push(value)
      break
    }
    await setTimeout(10)
    expect(made).toEqual([0, 0])
    expect(unhandled).toEqual([])
  } finally {
    process.off('unhandledRejection', note)
  }
})
