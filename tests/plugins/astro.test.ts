import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { alternateLinks, defineNewsroom, type Newsroom } from 'pressfeed'
import { pressfeed, type PluginOptions } from 'pressfeed/astro'
import { build, markdownFolder } from 'pressfeed/node'
import { head } from '../node/build-folder.js'
import { temporaryFolder } from '../node/temporary-folder.js'

// `npm run test:plugins` has the real one; here is what it calls.
const good = '---\ntitle: Good\nlink: /news/good\npublished: 2026-01-02\n---\n\nText.\n'
const newsroom = defineNewsroom({
  ...head,
  articles: markdownFolder('news'),
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'rss', path: '/fr/rss.xml', only: { language: 'fr' } },
  ],
})
const links = alternateLinks(newsroom)
const page = '<!DOCTYPE html><html><head></head><body></body></html>'

interface Site {
  readonly command?: string
  readonly base?: string
  readonly site?: string
  readonly options?: PluginOptions
}

function open(given: Newsroom, { command = 'build', base = '/', site, options }: Site = {}) {
  const root = temporaryFolder({
    'news/good.md': good,
    'dist/index.html': page,
    'dist/part/index.html': '<p>Part</p>',
    'dist/headless/index.html': '<!doctype html><p>No head</p>',
    'dist/other.html': page,
  })
  const { hooks } = pressfeed(given, options)
  const said: string[] = []
  const logger = {
    warn: (text: string) => void said.push(`warning ${text}`),
    error: (text: string) => void said.push(`error ${text}`),
  }
  const folder = (name: string) => pathToFileURL(join(root, name) + '/')
  const updates: unknown[] = []
  hooks['astro:config:setup']({
    config: { root: folder('.'), outDir: folder('dist'), cacheDir: folder('cache'), base, site },
    command,
    updateConfig: (config) => updates.push(config),
    logger,
  })
  const dist = (name: string) => pathToFileURL(join(root, 'dist', name))
  const assets = new Map([
    ['/', [dist('index.html'), dist('index.js')]],
    ['/part', [dist('part/index.html')]],
    ['/headless', [dist('headless/index.html')]],
  ])
  const start = () => hooks['astro:build:start']({ logger })
  const done = () => hooks['astro:build:done']({ dir: folder('dist'), assets, logger })
  const read = (...names: readonly string[]) => readFileSync(join(root, ...names), 'utf8')
  return { root, said, updates, start, done, read }
}

describe('a build', () => {
  it('gets the feeds when it is done, and the links into the pages that it made', async () => {
    const { root, said, start, done, read } = open(newsroom)
    await start()
    expect(existsSync(join(root, 'dist/rss.xml'))).toBe(false)
    expect(said).toEqual([expect.stringMatching(/^warning .*\(warning no-articles\)$/)])
    await done()
    await build(newsroom, { root, outDir: join(root, 'expected') })
    for (const path of ['rss.xml', 'fr/rss.xml']) {
      expect(read('dist', path)).toBe(read('expected', path))
    }
    expect(existsSync(join(root, 'dist/.pressfeed'))).toBe(false)
    expect(read('dist/index.html')).toBe(page.replace('</head>', `${links}</head>`))
    expect(read('dist/part/index.html')).toBe('<p>Part</p>')
    expect(read('dist/other.html')).toBe(page)
    expect(said.slice(1)).toEqual([expect.stringContaining('headless')])
  })

  it('gets no links if told so', async () => {
    const { start, done, read } = open(newsroom, { options: { links: false } })
    await start()
    await done()
    expect(read('dist/index.html')).toBe(page)
    expect(read('dist/rss.xml')).toContain('<rss')
  })

  it('fails at its start for an error, and for a warning if it is to be strict', async () => {
    const { root, start } = open(newsroom)
    writeFileSync(join(root, 'news/good.md'), good.replace('2026-01-02', '2026-01-32'))
    await expect(start()).rejects.toThrow(
      'news/good.md:4:1 published: Cannot read date "2026-01-32"',
    )
    const { start: startStrictly } = open(newsroom, { options: { strict: true } })
    await expect(startStrictly()).rejects.toThrow('no-articles')
    expect(() => open({ ...newsroom, feeds: [] })).toThrow('The feeds cannot be made:\nfeeds: ')
  })

  it.each([
    ['/', 'https://newsroom.example', undefined],
    ['/', undefined, undefined],
    ['/press', 'https://newsroom.example', 'https://newsroom.example/press/'],
    ['/', 'https://other.example', 'https://other.example/'],
  ])('compares base %s and site %s with the newsroom', (base, site, wanted) => {
    const { said } = open(newsroom, { base, ...(site !== undefined && { site }) })
    const told = wanted === undefined ? [] : [expect.stringContaining(`expected site: '${wanted}'`)]
    expect(said).toEqual(told)
  })
})

it('brings the feeds to the development server only', () => {
  expect(open(newsroom).updates).toEqual([])
  const { updates } = open(newsroom, { command: 'dev' })
  expect(updates).toMatchObject([
    { vite: { plugins: [{ name: 'pressfeed', configureServer: { order: 'pre' } }] } },
  ])
})
