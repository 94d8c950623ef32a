import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as feed from '../../src/interop/feed-package.js'
import * as core from '../../src/index.js'
import * as markdown from '../../src/markdown/index.js'
import * as node from '../../src/node/index.js'
import * as astro from '../../src/plugins/astro.js'
import * as eleventy from '../../src/plugins/eleventy.js'
import * as vite from '../../src/plugins/vite.js'
import * as web from '../../src/web/index.js'
import { installPacked, run } from './installed.js'
import type { Installed } from './installed.js'

const entries = {
  pressfeed: core,
  'pressfeed/markdown': markdown,
  'pressfeed/node': node,
  'pressfeed/web': web,
  'pressfeed/feed': feed,
  'pressfeed/astro': astro,
  'pressfeed/eleventy': eleventy,
  'pressfeed/vite': vite,
}
const names = Object.values(entries).map((entry) => Object.keys(entry).sort())

let installed: Installed
beforeAll(() => void (installed = installPacked()), 180_000)
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }))

it('holds what is built, its documentation and its licence, and nothing else', () => {
  expect(installed.files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
  const other = installed.files.filter(
    (path) =>
      !/^(dist\/[\w/.-]+\.(js|cjs|d\.ts|d\.cts)|docs\/[\w/-]+\.md|[A-Z]+(\.md)?)$/.test(path),
  )
  expect(other).toEqual([
    'dist/schema/articles.json',
    'dist/schema/config.json',
    'dist/schema/front-matter.json',
    'package.json',
    'templates/newsroom/first-release.md',
    'templates/newsroom/first-release.png',
    'templates/newsroom/gitignore.template',
    'templates/newsroom/pressfeed.config.ts.template',
  ])
})

it('imports as ES modules, without the feed package', () => {
  const imports = Object.keys(entries).map((name) => `Object.keys(await import('${name}')).sort()`)
  const code = `console.log(JSON.stringify([${imports.join(', ')}]))`
  const printed = run(process.execPath, ['--input-type=module', '-e', code], installed.folder)
  expect(JSON.parse(printed)).toEqual(names)
  expect(readdirSync(join(installed.folder, 'node_modules'))).not.toContain('feed')
})

it('is required as CommonJS, also where require knows no ES modules', () => {
  const code = `console.log(JSON.stringify([${Object.keys(entries)
    .map((name) => `Object.keys(require('${name}')).sort()`)
    .join(', ')}]))`
  const strict = '--no-experimental-require-module'
  expect(JSON.parse(run(process.execPath, ['-e', code], installed.folder))).toEqual(names)
  expect(JSON.parse(run(process.execPath, [strict, '-e', code], installed.folder))).toEqual(names)
})

it.each(['js', 'cjs'])('has one FeedError for all entry points (%s)', (extension) => {
  const folder = join(installed.folder, 'node_modules/pressfeed/dist')
  const defining = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(`.${extension}`))
    .filter((name) =>
      /FeedError\b[^;]{0,40}extends Error/.test(readFileSync(join(folder, name), 'utf8')),
    )
  expect(defining).toHaveLength(1)
})

// Three ways to look for types; each consumer takes from every entry point and makes one mistake.
it.each([
  ['nodenext, ES module', 'consumer.mts', { module: 'nodenext' }],
  ['nodenext, CommonJS', 'consumer.cts', { module: 'nodenext' }],
  ['bundler', 'consumer.ts', { module: 'esnext', moduleResolution: 'bundler' }],
])('has types: %s', { timeout: 60_000 }, (_, file, options) => {
  const consumer = `
import { createFeed, toRss, type Feed, type FeedInput } from 'pressfeed'
import { fromMarkdown } from 'pressfeed/markdown'
import { fromFeed } from 'pressfeed/feed'

export const input: FeedInput = {
  title: 'Newsroom', link: 'https://newsroom.example/', description: 'News', language: 'en', articles: [],
}
export const feed: Feed = createFeed(input)
export const rss: string = toRss(feed, { self: 'https://newsroom.example/rss.xml' })
export const read = fromMarkdown('---\\ntitle: A\\n---\\n').article?.title satisfies string | undefined
export const convert: unknown = fromFeed
// @ts-expect-error A number is no title.
createFeed({ ...input, title: 1 })
`
  writeFileSync(join(installed.folder, file), consumer)
  const compilerOptions = { target: 'es2022', strict: true, noEmit: true, types: [], ...options }
  const config = { compilerOptions: { ...compilerOptions, skipLibCheck: false }, files: [file] }
  writeFileSync(join(installed.folder, 'tsconfig.json'), JSON.stringify(config))
  const tsc = resolve('node_modules/typescript/bin/tsc')
  expect(run(process.execPath, [tsc, '-p', '.'], installed.folder)).toBe('')
})

it('gives publint nothing to say', async () => {
  const pkgDir = join(installed.folder, 'node_modules/pressfeed')
  const { messages, pkg } = await publint({ pkgDir, pack: false })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

it('gives "are the types wrong" nothing to say', { timeout: 60_000 }, () => {
  const attw = resolve('node_modules/@arethetypeswrong/cli/dist/index.js')
  // Node 10 knows no exports field; the oldest Node here is 20.
  const args = [attw, installed.tarball, '--profile', 'node16', '--format', 'ascii']
  // It exits with 1, and run() throws with its report, when anything is wrong.
  expect(run(process.execPath, args, installed.folder)).toContain('pressfeed/feed')
})
