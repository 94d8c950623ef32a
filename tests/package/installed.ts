/** The package as a stranger has it: packed, and installed into an empty project. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Installed {
  /** The empty project; the caller removes it. */
  readonly folder: string
  readonly tarball: string
  /** Paths within the tarball, sorted. */
  readonly files: readonly string[]
}

/** Packs what `npm run build` left in dist/ and installs it, with its dependencies and nothing else. */
export function installPacked(): Installed {
  if (!existsSync('dist/index.js')) throw new Error('dist/ is missing: npm run build comes first')
  const folder = mkdtempSync(join(tmpdir(), 'pressfeed-package-'))
  const packed = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], '.')
  const [pack] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }]
  const tarball = join(folder, pack.filename)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], folder)
  return { folder, tarball, files: pack.files.map(({ path }) => path).sort() }
}

/** Runs a program in a folder; what it prints. An error carries what it printed to both. */
export function run(program: string, args: readonly string[], cwd: string): string {
  try {
    const env = { ...process.env, NODE_OPTIONS: '' }
    return execFileSync(program, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error })
  }
}

function npm(args: readonly string[], cwd: string): string {
  return run('npm', [...args, '--loglevel=error'], cwd)
}
