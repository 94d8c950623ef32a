/** The command `pressfeed` of an installed package, as a user runs it. */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Installed } from './installed.js'

/** What a command did. */
export interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A command that is under way. */
export interface Running {
  readonly ended: Promise<Outcome>
  readonly kill: (signal: NodeJS.Signals) => void
}

/** Runs the command in a folder until it ends. */
export function pressfeed(
  installed: Installed,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Outcome {
  const options = { cwd, env: environment(env), encoding: 'utf8', shell: onWindows } as const
  const run = spawnSync(binOf(installed), args, { ...options, timeout: 60_000 })
  if (run.error !== undefined) throw run.error
  return { code: run.status, signal: run.signal, stdout: run.stdout, stderr: run.stderr }
}

/** Starts the command in a folder. */
export function startPressfeed(
  installed: Installed,
  args: readonly string[],
  cwd: string,
): Running {
  const child = spawn(binOf(installed), args, { cwd, env: environment({}), shell: onWindows })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  return { ended, kill: (signal) => child.kill(signal) }
}

/** The file that `npx pressfeed` runs. */
export function binOf({ folder }: Installed): string {
  return join(folder, 'node_modules/.bin', onWindows ? 'pressfeed.cmd' : 'pressfeed')
}

const onWindows = process.platform === 'win32'

// The same for every test, whatever the terminal or CI has that runs them.
function environment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: _force, CI: _ci, NODE_OPTIONS: _options, ...own } = process.env
  return { ...own, ...env }
}
