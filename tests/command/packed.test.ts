import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuildReport } from 'pressfeed/node'
import { temporaryFolder } from '../node/temporary-folder.js'
import { pressfeed as runInstalled } from '../package/command.js'
import { installPacked, run, type Installed } from '../package/installed.js'
import { numberedNewsroom, writeConfig } from '../package/newsroom-folder.js'
import { snapshot } from '../package/output-snapshot.js'

let installed: Installed
beforeAll(() => void (installed = installPacked()), 180_000)
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }))

const pressfeed = (args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>) =>
  runInstalled(installed, args, cwd, env)

const feeds = ['atom.xml', 'feed.json', 'rss.xml']

describe('in an empty folder', () => {
  it('makes a newsroom and its feeds, and has nothing to say against them', () => {
    const folder = temporaryFolder()
    expect(pressfeed(['init', '--yes'], folder)).toMatchObject({ code: 0, stderr: '' })
    const built = pressfeed(['build'], folder)
    expect(built).toMatchObject({ code: 0, stderr: '' })
    expect(built.stdout).toMatch(/\nDone in .*: 3 written, .*, 1 article\.\n$/)
    const files = snapshot(join(folder, 'dist'))
    expect([...files.keys()]).toEqual(feeds)
    for (const path of ['atom.xml', 'rss.xml'])
      new SaxesParser().write(files.get(path)!.text).close()
    expect(JSON.parse(files.get('feed.json')!.text)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ title: 'Our first release' }],
    })
    expect(pressfeed(['check', '--strict'], folder)).toMatchObject({ code: 0, stderr: '' })
  })

  it('has a script for the feeds that runs with what is installed', () => {
    const folder = temporaryFolder()
    expect(pressfeed(['init', '--yes'], folder).code).toBe(0)
    run(
      'npm',
      ['install', '--prefer-offline', '--no-audit', '--no-fund', installed.tarball],
      folder,
    )
    expect(run('npm', ['run', 'feeds'], folder)).toContain('3 written')
    expect([...snapshot(join(folder, 'dist')).keys()]).toEqual(feeds)
  }, 120_000)

  it('writes no file a second time that is as it should be', () => {
    const folder = temporaryFolder()
    pressfeed(['init', '--yes'], folder)
    pressfeed(['build'], folder)
    const before = snapshot(join(folder, 'dist'))
    const again = pressfeed(['build'], folder)
    expect(again).toMatchObject({ code: 0, stderr: '' })
    expect(again.stdout.match(/^ {2}unchanged /gm)).toHaveLength(3)
    expect(again.stdout).not.toContain('written')
    expect(snapshot(join(folder, 'dist'))).toEqual(before)
  })
})

it('makes the same bytes of one input in another place and time zone', () => {
  const here = numberedNewsroom(40)
  const there = join(temporaryFolder(), 'ở đâu đó')
  cpSync(here, there, { recursive: true })
  expect(pressfeed(['build'], here, { TZ: 'America/New_York', LANG: 'C' }).code).toBe(0)
  const env = { TZ: 'Pacific/Chatham', LANG: 'fr_FR.UTF-8' }
  const args = ['build', '--out', join(there, 'public/feeds')]
  expect(pressfeed(args, there, env).code).toBe(0)
  const texts = (folder: string) => [...snapshot(folder)].map(([path, { text }]) => [path, text])
  const made = texts(join(here, 'dist'))
  expect(made.length).toBeGreaterThan(15)
  expect(texts(join(there, 'public/feeds'))).toEqual(made)
  const manifest = '.pressfeed/manifest.json'
  expect(readFileSync(join(there, 'public/feeds', manifest), 'utf8')).toBe(
    readFileSync(join(here, 'dist', manifest), 'utf8'),
  )
})

it('writes nothing in a dry run, and says what it would write', () => {
  const folder = numberedNewsroom(3)
  const { code, stdout, stderr } = pressfeed(['build', '--dry-run'], folder)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('would be written')
  expect(existsSync(join(folder, 'dist'))).toBe(false)
  // The same after a build: what would change stays as it is, to the last time of change.
  pressfeed(['build'], folder)
  const before = snapshot(join(folder, 'dist'))
  writeConfig(folder, [{ format: 'rss', path: '/other.xml' }])
  const second = pressfeed(['build', '--dry-run'], folder)
  expect(second.stdout).toMatch(/would be removed +rss\.xml/)
  expect(second.stdout).toMatch(/would be written +other\.xml/)
  expect(snapshot(join(folder, 'dist'))).toEqual(before)
})

describe('with --json', () => {
  it('prints one object that says what stands on the disk', () => {
    const folder = numberedNewsroom(30)
    const { code, stdout, stderr } = pressfeed(['build', '--json'], folder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const report = JSON.parse(stdout) as BuildReport
    expect(report).toMatchObject({ ok: true, dryRun: false, articles: 30, issues: [], removed: [] })
    const files = snapshot(join(folder, 'dist'))
    expect(report.documents.map(({ path }) => path).sort()).toEqual([...files.keys()])
    for (const { path, bytes } of report.documents) {
      expect(Buffer.byteLength(files.get(path)!.text), path).toBe(bytes)
    }
  })

  it('prints one object also when the feeds are refused', () => {
    const folder = numberedNewsroom(4)
    writeFileSync(
      join(folder, 'content/2.md'),
      '---\ntitle: T\npublished: 2026-02-30\n---\n\nText\n',
    )
    const { code, stdout, stderr } = pressfeed(['build', '--json'], folder)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      documents: [],
      issues: [{ severity: 'error', file: 'content/2.md', line: 3 }],
    })
    expect(existsSync(join(folder, 'dist'))).toBe(false)
  })
})

it('has no escape codes when nobody looks, and with NO_COLOR, but with FORCE_COLOR', () => {
  const folder = numberedNewsroom(2)
  writeFileSync(join(folder, 'content/1.md'), '---\ntitel: T\n---\n\nText\n')
  const both = (env: Readonly<Record<string, string>>) => {
    const { stdout, stderr } = pressfeed(['build'], folder, env)
    return stdout + stderr
  }
  expect(both({})).not.toContain('\u001B')
  expect(both({ NO_COLOR: '1', FORCE_COLOR: '1' })).not.toContain('\u001B')
  expect(both({ FORCE_COLOR: '1' })).toContain('\u001B[')
})

describe('the exit code', () => {
  const article = (lines: string) => ({
    'content/a.md': `---\ntitle: T\nlink: /t\npublished: 2026-03-02\n${lines}---\n\nText\n`,
  })
  const config = { 'pressfeed.config.ts': configText(`[{ format: 'rss', path: '/rss.xml' }]`) }
  const good = { ...config, ...article('') }
  const typo = { ...config, ...article('tittle: U\n') }

  it.each([
    ['of a build', 0, ['build'], good, 'Done in'],
    ['of a check', 0, ['check'], good, 'Checked in'],
    ['of help', 0, ['--help'], {}, 'Usage: pressfeed'],
    ['of the version', 0, ['--version'], {}, /^\d+\.\d+\.\d+\n$/],
    ['with a field that is mistyped', 0, ['build'], typo, /content\/a\.md:5:1\n +warning +tittle/],
    ['with that and --strict', 1, ['build', '--strict'], typo, 'takes warnings for errors'],
    ['with that in a strict check', 1, ['check', '--strict'], typo, 'takes warnings for errors'],
    [
      'with a broken date',
      1,
      ['build'],
      { ...config, ...article('updated: 2026-13-01\n') },
      /content\/a\.md:5:1?\d\n +error +updated/,
    ],
    [
      'with a configuration that cannot be read',
      1,
      ['build'],
      { 'pressfeed.config.ts': `export default {\n  title: 'A'\n  link: 'B',\n}\n` },
      /pressfeed\.config\.ts:3:\d+\n +error +Cannot read the configuration/,
    ],
    [
      'with JSON that cannot be read',
      1,
      ['build'],
      { 'pressfeed.config.json': '{\n  "title": "A",\n}\n' },
      /pressfeed\.config\.json:3:1\n +error +Cannot read the file as JSON/,
    ],
    [
      'with a configuration that stops',
      1,
      ['build'],
      { 'pressfeed.config.mjs': `\nthrow new Error('Out of paper')\n` },
      /pressfeed\.config\.mjs:2\n +error +The configuration stopped with an error: Out of paper/,
    ],
    [
      'with feeds that are wrong',
      1,
      ['build'],
      { ...article(''), 'pressfeed.config.ts': configText(`[{ format: 'pdf', path: '/a.pdf' }]`) },
      /pressfeed\.config\.ts\n +error +feeds\[0\]\.format/,
    ],
    ['without a command', 2, [], good, 'Usage: pressfeed'],
    ['of an unknown command', 2, ['biuld'], good, `Unknown command 'biuld'`],
    ['of an unknown option', 2, ['build', '--fast'], good, `Unknown option '--fast'`],
    ['of a word too many', 2, ['build', 'dist'], good, 'Too many arguments'],
    ['of a date that is none', 2, ['build', '--now', 'soon'], good, 'Expected a date such as'],
    ['without a configuration', 2, ['build'], {}, 'There is no pressfeed.config.ts'],
    ['with two', 2, ['build'], { ...good, 'pressfeed.config.json': '{}' }, 'in this folder: keep'],
    ['of a file that is not there', 2, ['build', '--config', 'a.ts'], good, 'There is no file'],
    ['of init without a terminal', 2, ['init'], {}, 'give --yes'],
    ['of init where there is something', 1, ['init', '--yes'], good, 'is there already'],
  ])('%s is %i', (_, code, args, files, text) => {
    const folder = temporaryFolder(files)
    const outcome = pressfeed(args, folder)
    const said = outcome.stdout + outcome.stderr
    expect(outcome.code, said).toBe(code)
    expect(said).toMatch(text)
    expect(said).not.toMatch(/mistake in pressfeed|^ +at /m)
    expect(existsSync(join(folder, 'dist/rss.xml'))).toBe(code === 0 && args[0] === 'build')
    expect(existsSync(join(folder, 'dist'))).toBe(code === 0 && args[0] === 'build')
  })
})

describe('a configuration where no pressfeed can be found', () => {
  const esm = configText(`[{ format: 'rss', path: '/rss.xml' }]`)
  const cjs = esm
    .replace(/import (\{.*\}) from ('.*')/g, 'const $1 = require($2)')
    .replace('export default', 'module.exports =')
  const typed = `${esm}\nexport const path = ('/a' satisfies string) as string\n`
  const json = JSON.stringify({
    title: 'Newsroom',
    link: 'https://newsroom.example/',
    description: 'News',
    language: 'en',
    articles: { markdownFolder: 'content' },
    feeds: [{ format: 'rss', path: '/rss.xml' }],
  })

  it.each([
    ['ts', typed],
    ['mts', typed],
    ['cts', typed],
    ['js', esm],
    ['js', cjs],
    ['mjs', esm],
    ['cjs', cjs],
    ['json', json],
  ])('is run as .%s', (ending, text) => {
    const folder = temporaryFolder({
      [`pressfeed.config.${ending}`]: text,
      'content/a.md': '---\ntitle: T\nlink: /t\npublished: 2026-03-02\n---\n\nText\n',
    })
    const find = `try { require.resolve('pressfeed') } catch { console.log('not there') }`
    expect(run(process.execPath, ['-e', find], folder)).toBe('not there\n')
    expect(pressfeed(['build'], folder)).toMatchObject({ code: 0, stderr: '' })
    expect([...snapshot(join(folder, 'dist')).keys()]).toEqual(['rss.xml'])
  })
})

it('builds as a library from an ES module and from CommonJS', () => {
  const use = `const newsroom = defineNewsroom({
    title: 'Newsroom', link: 'https://newsroom.example/', description: 'News', language: 'en',
    timeZone: 'Asia/Kathmandu', articles: markdownFolder('content', { link: '/{path}' }),
    feeds: [{ format: 'atom', path: '/atom.xml' }],
  })
  build(newsroom, { root, outDir }).then(({ ok, articles }) => console.log(ok, articles))`
  const names = { pressfeed: 'defineNewsroom', 'pressfeed/node': 'build, markdownFolder' }
  const esm = Object.entries(names).map(([from, name]) => `import { ${name} } from '${from}'`)
  const cjs = Object.entries(names).map(([from, name]) => `const { ${name} } = require('${from}')`)
  const root = numberedNewsroom(5)
  const script = (lines: readonly string[], out: string) => {
    const outDir = join(root, out)
    return `${lines.join('\n')}\nconst [root, outDir] = ${JSON.stringify([root, outDir])}\n${use}`
  }
  const node = (args: readonly string[]) => run(process.execPath, args, installed.folder)
  expect(node(['--input-type=module', '-e', script(esm, 'esm')])).toBe('true 5\n')
  const strict = '--no-experimental-require-module'
  expect(node([strict, '--input-type=commonjs', '-e', script(cjs, 'cjs')])).toBe('true 5\n')
  const made = readFileSync(join(root, 'esm/atom.xml'), 'utf8')
  expect(made).toContain('Release 4')
  expect(readFileSync(join(root, 'cjs/atom.xml'), 'utf8')).toBe(made)
})

function configText(feeds: string): string {
  return `import { defineNewsroom } from 'pressfeed'
import { markdownFolder } from 'pressfeed/node'

export default defineNewsroom({
  title: 'Newsroom',
  link: 'https://newsroom.example/',
  description: 'News',
  language: 'en',
  articles: markdownFolder('content'),
  feeds: ${feeds},
})
`
}
