/** Threads beside the main one, for work on plain data. Where they cannot be had, the work is done without them. */
import { parentPort, type Worker } from 'node:worker_threads'

/** What a thread is asked, and what it says: first that it is ready, then an answer for each job. */
interface Asked<Job> {
  readonly id: number
  readonly job: Job
}

type Said<Answer> = 'ready' | { readonly id: number; readonly answer: Answer | undefined }

interface Thread<Answer> {
  readonly worker: Worker
  isReady: boolean
  /** Who waits for an answer, by the number of the job. */
  readonly waiting: Map<number, (answer: Answer | undefined) => void>
}

/** Threads that all run one file, which calls {@link answerJobs}. Until they are closed, they keep the process alive. */
export class ThreadPool<Job, Answer> {
  readonly #threads = new Set<Thread<Answer>>()
  #jobs = 0

  /** @param start a thread; if it throws, or what it starts fails, there is one less */
  constructor(start: () => Worker, threads: number) {
    for (let count = 0; count < threads; count += 1) this.#start(start)
  }

  /** Whether there is a thread for which no more than so many jobs wait. */
  hasRoom(most: number): boolean {
    const thread = this.#leastBusy()
    return thread !== undefined && thread.waiting.size <= most
  }

  /**
   * What a thread makes of a job. `undefined` if there is none, or none yet, or if it fails: then it is for the one who
   * asks to do it. Never rejects.
   */
  run(job: Job): Promise<Answer | undefined> {
    const thread = this.#leastBusy()
    if (thread === undefined) return Promise.resolve(undefined)
    const id = (this.#jobs += 1)
    return new Promise((resolve) => {
      const asked: Asked<Job> = { id, job }
      try {
        thread.worker.postMessage(asked)
        thread.waiting.set(id, resolve)
      } catch {
        // What is no plain data cannot be sent.
        resolve(undefined)
      }
    })
  }

  /** Ends the threads. What they have not done is left to those who asked. */
  async close(): Promise<void> {
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #start(start: () => Worker): void {
    let worker: Worker
    try {
      worker = start()
    } catch {
      return
    }
    const thread: Thread<Answer> = { worker, isReady: false, waiting: new Map() }
    const end = () => {
      this.#threads.delete(thread)
      for (const resolve of thread.waiting.values()) resolve(undefined)
      thread.waiting.clear()
    }
    this.#threads.add(thread)
    worker.on('message', (said: Said<Answer>) => {
      if (said === 'ready') thread.isReady = true
      else {
        thread.waiting.get(said.id)?.(said.answer)
        thread.waiting.delete(said.id)
      }
    })
    worker.on('error', end)
    worker.on('exit', end)
  }

  #leastBusy(): Thread<Answer> | undefined {
    const ready = [...this.#threads].filter(({ isReady }) => isReady)
    return ready.sort((a, b) => a.waiting.size - b.waiting.size)[0]
  }
}

/** In a thread: answers the jobs of its pool. A job that fails is left to the one who asked. */
export function answerJobs<Job, Answer>(work: (job: Job) => Answer): void {
  const port = parentPort
  port?.on('message', ({ id, job }: Asked<Job>) => {
    let answer: Answer | undefined
    try {
      answer = work(job)
    } catch {
      // Done once more by the one who asked, it fails where the failure can be told.
    }
    port.postMessage({ id, answer } satisfies Said<Answer>)
  })
  port?.postMessage('ready')
}
