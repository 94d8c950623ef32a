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
