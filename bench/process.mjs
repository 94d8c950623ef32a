// Whole processes, one after the other: seconds from outside, and the peak of memory that the system saw.
import { spawnSync } from 'node:child_process'

/** Runs a program. Its peak memory is that of the largest process among it and its children, in megabytes. */
export function runProcess(command, args, options = {}) {
  // GNU time asks the kernel; what a program reports of itself leaves out its children.
  const timed = ['-f', 'peak %M', command, ...args]
  const started = performance.now()
  const { status, stdout, stderr, error } = spawnSync('/usr/bin/time', timed, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    ...options,
  })
  const seconds = (performance.now() - started) / 1000
  if (error !== undefined)
    throw new Error(`GNU time is missing: apt-get install time (${error.message})`)
  if (status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} ended with ${status}\n${(stdout + stderr).slice(0, 2000)}`,
    )
  return { seconds, megabytes: Number(/peak (\d+)\s*$/.exec(stderr)?.[1]) / 1024, stdout }
}
