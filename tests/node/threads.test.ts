import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { ThreadPool } from '../../src/node/thread-pool.js'
import { Threads } from '../../src/node/threads.js'

// What threads do when there are some is in tests/package/threads.test.ts.
describe('threads that cannot be had', () => {
  it.each([
    ['because none may be started', () => new Worker('', { execArgv: ['--no-such-option'] })],
    ['because their file is not there', () => new Worker(new URL('file:///none/absent.js'))],
  ])('%s, leave every job to the one who asks', async (_, start) => {
    const started: Worker[] = []
    const pool = new ThreadPool<string, string>(() => {
      const worker = start()
      started.push(worker)
      return worker
    }, 2)
    expect(pool.hasRoom(100)).toBe(false)
    expect(await pool.run('job')).toBeUndefined()
    await Promise.all(started.map((worker) => new Promise((resolve) => worker.on('exit', resolve))))
    expect(pool.hasRoom(100)).toBe(false)
    expect(await pool.run('job')).toBeUndefined()
    await pool.close()
  })

  it('are never counted without end, nor less than none', () => {
    expect(new Threads(Infinity).most).toBe(64)
    expect(new Threads(-1).most).toBe(0)
    expect(new Threads(Number.NaN).most).toBe(0)
    expect(new Threads(3).most).toBe(3)
  })
})
