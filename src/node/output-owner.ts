/** Who holds a lock: what its file says, and whether that build can still be at work. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { codeOf } from './output-faults.js'

/** The build that a lock names. */
export interface Owner {
  readonly pid: number
  readonly host: string
  /** When it took the lock, as ISO 8601. */
  readonly started: string
  /** Tells apart what one process holds, one after another or beside each other. */
  readonly id: string
}

/** A lock as it was read. */
export interface FoundLock {
  readonly text: string
  /** Its last change, in milliseconds since 1970. */
  readonly changed: number
}

// No build takes this long. Whether a process of another machine lives, nobody can ask.
const patienceInMilliseconds = 10 * 60 * 1000

// What this copy of the module let go of though the file could not be removed.
const forgotten = new Set<string>()

/** This process, as the owner of a new lock. */
export function newOwner(): Owner {
  const started = new Date().toISOString()
  return { pid: process.pid, host: hostname(), started, id: randomUUID() }
}

/** The owner that the text of a lock names; `undefined` if it names none. */
function ownerOf(text: string): Owner | undefined {
  try {
    const { pid, host, started, id } = JSON.parse(text) as Readonly<Record<string, unknown>>
    const isPid = typeof pid === 'number' && Number.isInteger(pid) && pid > 0 && pid < 2 ** 31
    if (!isPid || typeof host !== 'string' || typeof started !== 'string') return undefined
    if (Number.isNaN(Date.parse(started))) return undefined
    return { pid, host, started, id: typeof id === 'string' ? id : '' }
  } catch {
    return undefined
  }
}

/** Notes that a lock of this process counts no longer, whatever its file says. */
export function forget({ id }: Owner): void {
  forgotten.add(id)
}

/** Whether the build of a lock may still be at work. In doubt it is, for ten minutes. */
export function isHeld(lock: FoundLock): boolean {
  const owner = ownerOf(lock.text)
  if (owner === undefined) return isRecent(lock.changed)
  if (owner.host !== hostname()) return isRecent(Date.parse(owner.started))
  if (owner.pid !== process.pid) return isAlive(owner.pid)
  // Containers give each build the same number, so ours may be that of a build before. What began after
  // this process did is its own: in this module, in a second copy of it (import and require), in a worker.
  const began = Math.floor(performance.timeOrigin)
  return Date.parse(owner.started) >= began && !forgotten.has(owner.id)
}

/** Who holds a lock, as the sentence after "Cannot write to …: ". `file` is the lock, as people see it. */
export function whoHolds(lock: FoundLock | undefined, file: string): string {
  const owner = ownerOf(lock?.text ?? '')
  const advice = `. If no build is at work, delete ${file}`
  if (owner === undefined) {
    return `${file} does not say which build is writing there; expected that build to end first${advice}`
  }
  const elsewhere = owner.host === hostname() ? '' : ` on ${JSON.stringify(owner.host)}`
  const who = `another build (process ${owner.pid}${elsewhere})`
  const isOdd = elsewhere !== '' || !isRecent(Date.parse(owner.started))
  return `${who} is writing there; expected it to end first${isOdd ? advice : ''}`
}

function isRecent(instant: number): boolean {
  return Date.now() - instant < patienceInMilliseconds
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    return codeOf(error) !== 'ESRCH'
  }
}
