import { describe, expect, it } from 'vitest'
import { ThreadPool } from '../../src/node/thread-pool.js'
import { Threads } from '../../src/node/threads.js'

// What threads do when there are some is in tests/package/threads.test.ts.
describe('threads that cannot be had', () => {
  it('leave every job to the one who asks', async () => {
    for (const beside of [
      undefined,
      'no address',
      'https://office.example/x.js',
      'file:///none/',
    ]) {
      const pool = new ThreadPool<string, string>('absent.js', beside, 2)
      expect(pool.hasRoom(100)).toBe(false)
      expect(await pool.run('job')).toBeUndefined()
      await pool.close()
    }
  })

  it('are never counted without end, nor less than none', () => {
    expect(new Threads(Infinity).most).toBe(64)
    expect(new Threads(-1).most).toBe(0)
    expect(new Threads(Number.NaN).most).toBe(0)
    expect(new Threads(3).most).toBe(3)
  })
})
