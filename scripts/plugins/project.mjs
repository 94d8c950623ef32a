// An example as a project of its own: copied into a folder, with the packed pressfeed and a real tool installed.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { environment } from '../engines.mjs'
import { npm } from '../packed.mjs'

const made = ['node_modules', 'dist', 'out', 'build', '_site', '.next', '.astro', '.svelte-kit']
const environmentOfTools = { CI: '1', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' }
const more = { ...environmentOfTools, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: undefined }

/** Packs pressfeed into a folder; the tarball. */
export function pack(folder) {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const [{ filename }] = JSON.parse(npm(args, '.'))
  return join(folder, filename)
}

export class Project {
  constructor(folder, program) {
    this.folder = folder
    this.program = program
  }

  /** Copies an example and installs what it needs, with `versions` of some of it. */
  static make(folder, example, tarball, versions, program) {
    mkdirSync(folder, { recursive: true })
    const filter = (path) => !made.includes(basename(path))
    cpSync(join('examples', example), folder, { recursive: true, filter })
    const file = join(folder, 'package.json')
    const given = JSON.parse(readFileSync(file, 'utf8'))
    const dependencies = { ...given.dependencies, ...given.devDependencies, ...versions }
    const project = { ...given, dependencies: { ...dependencies, pressfeed: `file:${tarball}` } }
    delete project.devDependencies
    writeFileSync(file, JSON.stringify(project, undefined, 2))
    npm(['install', '--prefer-offline', '--ignore-scripts'], folder)
    return new Project(folder, program)
  }

  path(...names) {
    return join(this.folder, ...names)
  }

  read(...names) {
    return readFileSync(this.path(...names))
  }

  write(path, content) {
    // At once: a tool that watches may not see half a file.
    writeFileSync(this.path('draft.tmp'), content)
    renameSync(this.path('draft.tmp'), this.path(path))
  }

  remove(path) {
    rmSync(this.path(path))
  }

  /** The version of a package that is installed. */
  version(name) {
    return JSON.parse(this.read('node_modules', name, 'package.json')).version
  }

  /** Runs a module to its end. */
  run([module, ...words]) {
    const options = { cwd: this.folder, env: environment(more), encoding: 'utf8', timeout: 900_000 }
    const { status, stdout, stderr, error } = spawnSync(
      this.program,
      [resolve(this.folder, module), ...words],
      options,
    )
    if (error !== undefined) throw error
    return { status, said: stripVTControlCharacters(stdout + stderr) }
  }

  /** Starts a server and waits for the address that it prints. */
  async serve([module, ...words]) {
    const port = await freePort()
    const child = spawn(
      this.program,
      [resolve(this.folder, module), ...words.slice(0, -1), words.at(-1), String(port)],
      // A group of its own: some tools start processes that would outlive them.
      {
        cwd: this.folder,
        env: environment(more),
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      },
    )
    const server = { port, said: '', stop: () => stop(child) }
    const hear = (text) => (server.said += stripVTControlCharacters(String(text)))
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    for (let waited = 0; waited < 240_000; waited += 100) {
      if (child.exitCode !== null) throw new Error(`The server ended: ${server.said}`)
      if (await answers(port)) return server
      await setTimeout(100)
    }
    await stop(child)
    throw new Error(`The server did not start: ${server.said}`)
  }
}

async function answers(port) {
  try {
    await (await fetch(`http://127.0.0.1:${port}/`)).arrayBuffer()
    return true
  } catch {
    return false
  }
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  process.kill(-child.pid, 'SIGTERM')
  const late = setTimeout(10_000, 'late', { ref: false })
  if ((await Promise.race([ended, late])) === 'late') process.kill(-child.pid, 'SIGKILL')
  await ended
}

function freePort() {
  return new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}
