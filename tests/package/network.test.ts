import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../node/temporary-folder.js'

const command = resolve('dist/cli/main.js')

// Whoever looks up a name or connects, by whatever interface of Node, comes by here.
const recorder = `
import { appendFileSync } from 'node:fs'
import { Socket as Datagram } from 'node:dgram'
import dns from 'node:dns'
import { Socket } from 'node:net'
import { syncBuiltinESMExports } from 'node:module'
const note = (what) => appendFileSync(process.env.RECORD, what + '\\n')
for (const [owner, name] of [[Socket.prototype, 'connect'], [Datagram.prototype, 'send'], [dns, 'lookup'], [dns.promises, 'lookup']]) {
  const real = owner[name]
  owner[name] = function (...given) {
    note(name)
    return real.apply(this, given)
  }
}
syncBuiltinESMExports()
`

it('announces, and does nothing else, over the network', { timeout: 300_000 }, () => {
  const folder = temporaryFolder({ 'recorder.mjs': recorder })
  const cwd = temporaryFolder()
  const record = join(folder, 'record')
  const preload = pathToFileURL(join(folder, 'recorder.mjs')).href
  const connectionsOf = (words: readonly string[]) => {
    writeFileSync(record, '')
    const args = ['--import', preload, command, ...words]
    const env = { ...process.env, RECORD: record, NODE_OPTIONS: '' }
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
    return { status, stderr, connections: readFileSync(record, 'utf8').split('\n').filter(Boolean) }
  }
  const quiet = { status: 0, stderr: '', connections: [] }
  expect(connectionsOf(['init', '--yes'])).toEqual(quiet)
  const config = join(cwd, 'pressfeed.config.ts')
  // A port of this machine at which nobody listens.
  const text = readFileSync(config, 'utf8')
  const withHub = text.replace(/(defineNewsroom\(\{)/, `$1 hub: 'http://127.0.0.1:1111/',`)
  expect(withHub).not.toBe(text)
  writeFileSync(config, withHub)
  for (const words of [['build'], ['check'], ['links'], ['help'], ['announce', '--dry-run']]) {
    expect(connectionsOf(words)).toEqual(quiet)
  }
  expect(existsSync(join(cwd, 'dist/rss.xml'))).toBe(true)
  const announced = connectionsOf(['announce', '--timeout', '1'])
  expect(announced.status).toBe(1)
  expect(announced.connections).toContain('connect')
})
