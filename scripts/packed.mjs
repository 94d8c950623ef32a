// The built package as a stranger has it: packed, and installed into an empty project.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const windows = process.platform === 'win32'

/** Packs what `npm run build` left in dist/ and installs it; the folder, which the caller removes. */
export function installPacked() {
  const folder = mkdtempSync(join(tmpdir(), 'pressfeed-consumer-'))
  const packed = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], '.')
  const [{ filename }] = JSON.parse(packed)
  const dependencies = { pressfeed: `file:${filename}` }
  const project = { private: true, type: 'module', dependencies }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project))
  npm(['install', '--prefer-offline'], folder)
  return folder
}

/** The command of an installed package, as a path for Node. */
export function commandOf(folder) {
  return join(folder, 'node_modules/pressfeed/dist/cli/main.js')
}

/** Runs npm in a folder; what it prints. */
export function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: windows }
  return execFileSync(windows ? 'npm.cmd' : 'npm', [...args, ...quiet], options)
}
