import { describe } from 'vitest'
import { attackFiles } from '../hostile/payloads/placements.js'
import { testSafety } from './test-safety.js'

describe('attacks in files', () => {
  testSafety(attackFiles)
})
