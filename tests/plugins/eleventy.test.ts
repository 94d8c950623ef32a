import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { alternateLinks, defineNewsroom, type Newsroom } from 'pressfeed'
import { pressfeed, type EleventyBuild, type PluginOptions } from 'pressfeed/eleventy'
import { build, markdownFolder } from 'pressfeed/node'
import { head } from '../node/build-folder.js'
import { temporaryFolder } from '../node/temporary-folder.js'

// `npm run test:plugins` has the real one; here is what it calls.
const good = '---\ntitle: Good\nlink: /news/good\npublished: 2026-01-02\n---\n\nText.\n'
const bad = good.replace('2026-01-02', '2026-01-32')
const newsroom = defineNewsroom({
  ...head,
  articles: markdownFolder('news'),
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'rss', path: '/fr/rss.xml', only: { language: 'fr' } },
  ],
})

let printed = ''
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => void vi.restoreAllMocks())

function site(given: Newsroom = newsroom, options: PluginOptions = {}) {
  const root = temporaryFolder({ 'news/good.md': good })
  const hooks: ((build: EleventyBuild) => Promise<void>)[] = []
  const shortcodes: Record<string, () => string> = {}
  const transforms: ((outputPath: string | false, content: unknown) => unknown)[] = []
  const watched: string[] = []
  pressfeed(given, { root, ...options })({
    on: (_, call) => hooks.push(call),
    addShortcode: (name, call) => (shortcodes[name] = call),
    addTransform: (_, call) => {
      transforms.push((outputPath, content) => call.call({ page: { outputPath } }, content))
    },
    addWatchTarget: (path) => watched.push(path),
  })
  const run = (more: Partial<EleventyBuild> = {}) => {
    const dir = { output: join(root, '_site') }
    return hooks[0]!({ dir, outputMode: 'fs', runMode: 'build', ...more })
  }
  const article = join(root, 'news/good.md')
  return { root, run, shortcodes, transforms, watched, article, out: join(root, '_site') }
}

it('builds the feeds into the output folder and prints warnings', async () => {
  const { root, run, out } = site()
  await run()
  await build(newsroom, { root, outDir: join(root, 'expected') })
  const read = (folder: string) => readFileSync(join(folder, 'rss.xml'), 'utf8')
  expect(read(out)).toBe(read(join(root, 'expected')))
  expect(printed).toMatch(/^\[pressfeed\] .*\(warning no-articles\)\n$/)
})

it('refuses a build with the findings, and goes on where somebody writes', async () => {
  const { run, article, out } = site()
  writeFileSync(article, bad)
  await expect(run()).rejects.toThrow(
    /^The feeds cannot be made:\n[^]*^news\/good\.md:4:1 published: /m,
  )
  expect(printed).toBe('')
  await run({ runMode: 'serve' })
  expect(printed).toContain('[pressfeed] The feeds cannot be made:')
  expect(printed).toContain('news/good.md:4:1 published: Cannot read date "2026-01-32"')
  expect(existsSync(join(out, 'rss.xml'))).toBe(false)
})

it('refuses a build for a warning if it is to be strict', async () => {
  const { run } = site(newsroom, { strict: true })
  await expect(run()).rejects.toThrow('no-articles')
})

it('writes nothing where Eleventy writes no files', async () => {
  const { run, out } = site()
  await run({ outputMode: 'json' })
  process.argv.push('--dryrun')
  await run().finally(() => process.argv.pop())
  expect(existsSync(out)).toBe(false)
  await run()
  expect(existsSync(join(out, 'rss.xml'))).toBe(true)
})

it('puts the links into pages and leaves all else alone', () => {
  const { transforms, shortcodes } = site()
  const [transform] = transforms
  const links = alternateLinks(newsroom)
  expect(transform!('_site/index.html', '<head></head>')).toBe(`<head>${links}</head>`)
  expect(transform!('_site/part.html', '<p>Part</p>')).toBe('<p>Part</p>')
  expect(transform!('_site/a.xml', '<head></head>')).toBe('<head></head>')
  expect(transform!(false, '<head></head>')).toBe('<head></head>')
  const bytes = new Uint8Array(3)
  expect(transform!('_site/index.html', bytes)).toBe(bytes)
  expect(shortcodes['pressfeedLinks']!()).toBe(links)
  expect(site(newsroom, { links: false }).transforms).toEqual([])
})

it('has the articles watched, as a path from the working folder', () => {
  const { root, watched } = site()
  expect(watched).toEqual([`./${relative('.', join(root, 'news'))}`])
  expect(site({ ...newsroom, articles: [] }).watched).toEqual([])
})

it('refuses a newsroom that is none, in words', () => {
  expect(() => site({ ...newsroom, feeds: [] })).toThrow('The feeds cannot be made:\nfeeds: ')
  expect(() => site(null as unknown as Newsroom)).toThrow('The feeds cannot be made:\n')
})
