/** Servers of files as they are installed on this machine, each at a free port of it until the test is over. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/**
 * Starts a program and waits until it answers at an address.
 *
 * @param install what to install if it is missing
 */
export async function start(
  program: string,
  args: readonly string[],
  { origin, install, env = {}, seconds = 20 }: StartOptions,
): Promise<void> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let said = ''
  let fault: string | undefined
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said += String(text)))
  child.on('error', () => (fault = `${program} is not there: ${install}`))
  child.on('exit', (code) => (fault ??= `${program} ended with ${code}:\n${said}`))
  onTestFinished(() => end(child))
  for (let round = 0; round < seconds * 10; round++) {
    if (fault !== undefined) throw new Error(fault)
    if (await answers(origin)) return
    await setTimeout(100)
  }
  throw new Error(`${program} does not answer at ${origin}:\n${said}`)
}

interface StartOptions {
  readonly origin: string
  readonly install: string
  readonly env?: Readonly<Record<string, string>>
  readonly seconds?: number
}

async function answers(origin: string): Promise<boolean> {
  return fetch(origin, { method: 'HEAD' }).then(
    () => true,
    () => false,
  )
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await ended
}
