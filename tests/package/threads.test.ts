// What threads do of a build, and that nothing comes out another for it. Runs what `npm run build` made: threads run files.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build as bundle } from 'esbuild'
import { describe, expect, it, vi } from 'vitest'
import { png } from '../image/picture-bytes.js'
import { temporaryFolder } from '../node/temporary-folder.js'
import { article, articlePath, writeConfig, type FeedSetting } from './newsroom-folder.js'

interface Run {
  readonly report: {
    readonly ok: boolean
    readonly articles: number
    readonly documents: readonly { readonly path: string }[]
    readonly issues: readonly {
      readonly code: string
      readonly file?: string
      readonly line?: number
    }[]
  }
  readonly found?: readonly unknown[]
  readonly jobs: { readonly head: number; readonly whole: number; readonly pages: number }
  readonly answers: number
  readonly started: number
}

const driver = resolve('tests/package/build-in-threads.mjs')
const none = { head: 0, whole: 0, pages: 0 }
// They begin after a thousand articles, and to build with so many takes seconds.
vi.setConfig({ testTimeout: 120_000 })
const count = 1150

const archive = { size: 30 }
// Each format once: what is made twice takes twice the time.
const feeds: readonly FeedSetting[] = [
  { format: 'rss', path: '/rss.xml', limit: 10, archive },
  { format: 'atom', path: '/energy/atom.xml', only: { tag: 'energy' }, limit: 5, archive },
  { format: 'json', path: '/fr/feed.json', only: { language: 'fr' }, limit: 5, archive },
]

/** Pictures with and without what a picture needs, in files that are there. */
function newsroom(): string {
  const texts = Array.from({ length: count }, (_, number) => {
    const named = number % 7 === 0 ? '![A bridge](/bridge.png "The bridge.")' : ''
    const bare = number % 50 === 0 ? '![](/bridge.png)' : ''
    return [
      articlePath(number),
      article(number, `Text of été ${number}.\n\n${named}\n\n${bare}\n`),
    ] as const
  })
  const folder = temporaryFolder({
    ...Object.fromEntries(texts),
    'public/bridge.png': png(40, 30),
  })
  writeConfig(folder, feeds)
  return folder
}

type Variant = 'plain' | 'checked' | 'dies' | 'extension'

function run(folder: string, threads: number, variant: Variant): Run {
  const args = [driver, String(threads), variant]
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Run
}

/** The bytes of all files that a run wrote, by path. */
function written(folder: string, threads: number, variant: Variant): Record<string, string> {
  const out = join(folder, `out-${threads}-${variant}`)
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('.pressfeed'),
  )
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(out.length), readFileSync(path, 'base64')]
    }),
  )
}

describe('threads of a build', () => {
  it('give the same documents and findings, each at its line', () => {
    const folder = newsroom()
    const alone = run(folder, 0, 'checked')
    const beside = run(folder, 2, 'checked')
    expect(alone).toMatchObject({ jobs: none, started: 0 })
    expect(beside.started).toBeGreaterThanOrEqual(2)
    expect(beside.jobs.head).toBeGreaterThan(0)
    expect(beside.jobs.pages).toBeGreaterThan(0)
    expect(beside.answers).toBe(beside.jobs.head + beside.jobs.whole + beside.jobs.pages)
    expect(alone.report).toMatchObject({ ok: true, articles: count })
    expect(beside.report).toEqual(alone.report)
    expect(beside.found).toEqual(alone.found)
    const placed = alone.report.issues.filter(({ line }) => line !== undefined)
    expect(placed.length).toBeGreaterThan(10)
    const files = written(folder, 2, 'checked')
    expect(Object.keys(files).length).toBeGreaterThan(60)
    expect(files).toEqual(written(folder, 0, 'checked'))
  })

  it('find what refuses a build where it stands', () => {
    const folder = newsroom()
    writeFileSync(join(folder, articlePath(1140)), '---\ntitle: "Open\n---\n\nText.\n')
    writeFileSync(join(folder, articlePath(3)), article(3, '![A picture](/gone.png "Gone.")'))
    rmSync(join(folder, articlePath(5)))
    const alone = run(folder, 0, 'plain')
    const beside = run(folder, 2, 'plain')
    expect(alone.report.ok).toBe(false)
    expect(alone.report.issues).toContainEqual(
      expect.objectContaining({ file: 'content/1140.md', line: 2 }),
    )
    expect(beside.report).toEqual(alone.report)
  })

  it('make no page that holds more than data', () => {
    const folder = newsroom()
    const { jobs } = run(folder, 1, 'extension')
    run(folder, 0, 'extension')
    expect(jobs.head).toBeGreaterThan(0)
    expect(jobs.pages).toBe(0)
    const files = written(folder, 1, 'extension')
    expect(Buffer.from(files['/rss.xml'] ?? '', 'base64').toString()).toContain(
      `<own:mark>of Release ${count - 1}</own:mark>`,
    )
    expect(files).toEqual(written(folder, 0, 'extension'))
  })
})

it('a build whose threads end, or that has no file for any, is made without them', async () => {
  const folder = newsroom()
  const code = (load: string) => `
    ${load}
    let threads = 0
    process.on('worker', () => { threads += 1 })
    const { articles, ...config } = JSON.parse(readFileSync('pressfeed.config.json', 'utf8'))
    const newsroom = { ...config, articles: markdownFolder('content', { link: '/{path}', publicFolder: 'public' }) }
    build(newsroom, { outDir: 'out-1-plain', now: '2026-06-01', threads: 1 })
      .then(({ documents }) => console.log(JSON.stringify({ documents: documents.length, threads })))`
  const pressfeed = resolve('dist/node/index')
  const alone = run(folder, 0, 'plain')
  const files = written(folder, 0, 'plain')

  // Each ends at its first job.
  const ended = run(folder, 2, 'dies')
  expect(ended.jobs.head).toBeGreaterThan(0)
  expect(ended.answers).toBe(0)
  expect(ended.report).toEqual(alone.report)
  expect(written(folder, 2, 'dies')).toEqual(files)

  function runs(file: string, threads: number) {
    const { stdout, stderr } = spawnSync(process.execPath, [file], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({ documents: alone.report.documents.length, threads })
    expect(written(folder, 1, 'plain')).toEqual(files)
    rmSync(join(folder, 'out-1-plain'), { recursive: true })
  }

  // In CommonJS files have no address.
  const required = `
    const { readFileSync } = require('node:fs')
    const { build, markdownFolder } = require(${JSON.stringify(`${pressfeed}.cjs`)})`
  writeFileSync(join(folder, 'build.cjs'), code(required))
  runs('build.cjs', 0)

  // Of a bundle in one file, the thread ends as soon as it is started.
  const imported = `
    import { readFileSync } from 'node:fs'
    import { build, markdownFolder } from ${JSON.stringify(`${pressfeed}.js`)}`
  await bundle({
    stdin: { contents: code(imported), resolveDir: folder },
    outfile: join(folder, 'build.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    // yaml is CommonJS, and asks for modules of Node.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  })
  runs('build.mjs', 1)
})
