#!/usr/bin/env node
/** The program `pressfeed`: this process as surroundings, and its exit code. */
import process from 'node:process'
import { run } from './run.js'
import { services } from './services.js'
import type { Surroundings } from './surroundings.js'

const surroundings: Surroundings = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  now: () => new Date(),
  clock: () => performance.now(),
  untilInterrupted,
}

// A reader that has seen enough, such as `head`, closes the pipe. That is no mistake of anybody.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

process.exitCode = await run(process.argv.slice(2), surroundings, services)

// Once each: who presses Ctrl-C again means at once.
function untilInterrupted(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort())
  }
  return controller.signal
}
