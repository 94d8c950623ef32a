import { describe } from 'vitest'
import { attackRecords } from '../hostile/payloads/placements.js'
import { testSafety } from './test-safety.js'

describe('attacks in records', () => {
  testSafety(attackRecords)
})
