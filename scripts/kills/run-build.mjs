// One build in a process of its own, watched from outside by what it leaves in the output folder.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/**
 * The present of all builds, and the `updated` of both generations: what a build says of articles that are gone
 * depends on the feeds that it overwrites, and here every build has to give the same bytes.
 */
export const present = '2030-01-01T00:00:00Z'

/**
 * Starts a build. `phase` is how far it has come: `start`, then `reading` (it has the lock), `staging` (documents
 * are written aside), `commit` (all are written; they are flushed, then moved), `ended`.
 */
export function startBuild(command, config, out) {
  const before = { staging: stagingFolders(out), manifest: manifestOf(out) }
  const began = performance.now()
  const args = [command, 'build', '--config', config, '--out', out, '--now', present]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
  let end
  const ended = new Promise((resolve) => {
    child.once('close', (code, signal) => {
      end = { code, signal, said, milliseconds: performance.now() - began }
      resolve(end)
    })
  })
  const phase = () => (end === undefined ? phaseOf(out, before, child.pid) : 'ended')
  return {
    ended,
    phase,
    kill: () => child.kill('SIGKILL'),
    lastPhase: () => phaseOf(out, before, child.pid),
  }
}

/** Waits until a build has come as far as a phase, or has ended. */
export async function until(build, wanted) {
  for (;;) {
    const phase = build.phase()
    if (phase === 'ended' || phases.indexOf(phase) >= phases.indexOf(wanted)) return phase
    await setTimeout(2)
  }
}

export const phases = ['start', 'reading', 'staging', 'commit', 'ended']

function phaseOf(out, before, pid) {
  if (lockOwner(out) !== pid) return 'start'
  if (manifestOf(out) !== before.manifest) return 'commit'
  const own = stagingFolders(out).filter((name) => !before.staging.includes(name))
  const drafts = own.flatMap((name) => namesIn(join(out, '.pressfeed', name)))
  if (drafts.includes('during')) return 'commit'
  return drafts.some((name) => /^\d+$/.test(name)) ? 'staging' : 'reading'
}

function lockOwner(out) {
  try {
    return JSON.parse(readFileSync(join(out, '.pressfeed/lock'), 'utf8')).pid
  } catch {
    return undefined
  }
}

function manifestOf(out) {
  const file = join(out, '.pressfeed/manifest.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function stagingFolders(out) {
  return namesIn(join(out, '.pressfeed')).filter((name) => name.startsWith('staging-'))
}

// What is there now may be gone a moment later.
function namesIn(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
