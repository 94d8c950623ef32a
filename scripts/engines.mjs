// The engines that pressfeed is made for. They come from npm, without install scripts, into the temporary folder of the
// system (PRESSFEED_RUNTIMES names another), where they stay for the next run.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { npm } from './packed.mjs'

const { platform, arch } = process
const windows = platform === 'win32'
const exe = windows ? '.exe' : ''
const machine = `${platform}-${arch}`
const usualMachines = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64']
const nodePackage = `node-${machine === 'darwin-arm64' ? 'bin-' : ''}${windows ? 'win' : platform}-${arch}`
const bunPackage = `@oven/bun-${windows ? 'windows' : platform}-${arch === 'arm64' ? 'aarch64' : arch}`
const denoPackage = `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`
const workerdPackage = `@cloudflare/workerd-${windows ? 'windows' : platform}-${arch === 'arm64' ? arch : '64'}`

// `isPackaged` says whether there is a package for this machine; `args` stand before the name of a module.

export function node(version) {
  const file = windows ? 'bin/node.exe' : 'bin/node'
  return { name: 'node', from: `${nodePackage}@${version}`, file, args: [], isPackaged: true }
}

export const bun = {
  name: 'bun',
  from: bunPackage,
  file: `bin/bun${exe}`,
  args: ['--no-install'],
  isPackaged: usualMachines.includes(machine),
}

export const deno = {
  name: 'deno',
  from: denoPackage,
  file: `deno${exe}`,
  args: ['run', '-A', '--no-lock', '--node-modules-dir=manual'],
  isPackaged: usualMachines.includes(machine),
}

export const workerd = {
  name: 'workerd',
  from: workerdPackage,
  file: `bin/workerd${exe}`,
  args: ['serve'],
  isPackaged: usualMachines.includes(machine),
}

const cache = resolve(process.env.PRESSFEED_RUNTIMES ?? join(tmpdir(), 'pressfeed-runtimes'))

/** Installs an engine, if it is not there; the path of its program. */
export function installEngine({ from, file }) {
  const folder = join(cache, from.replaceAll(/[^\w.-]/g, '-'))
  const name = from.replace(/(?<=.)@.*/, '')
  const program = join(folder, 'node_modules', name, file)
  if (existsSync(program)) return program
  console.log(`installing ${from}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', '--ignore-scripts', from], folder)
  return program
}

/** The environment of an engine: Deno keeps a cache of its own; a foreign NODE_OPTIONS would change what is tested. */
export function environment(more = {}) {
  return { ...process.env, DENO_DIR: join(cache, 'deno-dir'), NODE_OPTIONS: '', ...more }
}

export function firstLine(error) {
  const text = String(error.stderr || error.message).trim()
  return text.split('\n').find((line) => line.trim() !== '') ?? 'unknown reason'
}
