/** Other people's programs: whether they are there, running them, waiting for what they do. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Where a program is, if it is on this machine. */
export function find(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface Ended {
  readonly out: string
  readonly code: number | null
}

export interface RunOptions extends SpawnOptions {
  readonly input?: string
  readonly seconds?: number
  /** Whether its exit code says nothing. */
  readonly anyCode?: boolean
}

/** Runs a program to its end; what it wrote. Rejects if it fails or takes too long. */
export async function run(
  program: string,
  args: readonly string[],
  { input, seconds = 60, anyCode = false, ...options }: RunOptions = {},
): Promise<string> {
  const child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  // A program that reads no input may be gone before it is written.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  try {
    const code = await new Promise<number | null>((done, fail) => {
      child.on('error', fail)
      child.on('close', done)
    })
    if (code !== 0 && !anyCode) {
      throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${said.slice(-800)}`)
    }
    return Buffer.concat(chunks).toString('utf8')
  } finally {
    clearTimeout(timer)
  }
}

/** A program that goes on running, and how to end it. */
export interface Running {
  readonly child: ChildProcess
  /** What it has said so far. */
  said(): string
  end(): Promise<void>
}

/** Starts a program in a process group of its own, which `end` ends: first by asking, then by force. */
export function start(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Running {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
    detached: true,
  })
  let said = ''
  const hear = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-20_000))
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  child.on('error', (error) => (said += error.message))
  const ended = new Promise<void>((done) =>
    child.on('exit', () => done()).on('error', () => done()),
  )
  return {
    child,
    said: () => said,
    end: async () => {
      signal(child, 'SIGTERM')
      const late = new AbortController()
      const isLate = await Promise.race([
        ended.then(() => false),
        wait(5000, true, { signal: late.signal }).catch(() => false),
      ])
      late.abort()
      // Whatever it started and left behind goes too.
      signal(child, 'SIGKILL')
      if (isLate) await ended
    },
  }
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, name)
  } catch {
    // It is gone already.
  }
}

/** Asks until there is an answer other than `undefined` or `false`. Rejects after some seconds, saying for what it waited. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false> | Answer | undefined | false,
  seconds = 60,
): Promise<Answer> {
  const end = Date.now() + seconds * 1000
  for (let pause = 50; ; pause = Math.min(pause * 1.5, 500)) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}.`)
    await wait(pause)
  }
}
