/** Waiting for what another process does. */
import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** Waits for a file that a process is to make; an error if the process ends before. */
export async function untilThere(file: string, ended: Promise<unknown>): Promise<void> {
  let outcome: unknown
  void ended.then((value) => (outcome = value))
  while (!existsSync(file)) {
    if (outcome !== undefined) throw new Error(`Ended without ${file}: ${JSON.stringify(outcome)}`)
    await setTimeout(5)
  }
}
