import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import {
  build as buildSite,
  createLogger,
  createServer,
  type InlineConfig,
  type Logger,
  type Plugin,
} from 'vite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { defineNewsroom, type Newsroom } from 'pressfeed'
import { build, markdownFolder } from 'pressfeed/node'
import { pressfeed, type PluginOptions } from 'pressfeed/vite'
import { head } from '../node/build-folder.js'
import { temporaryFolder } from '../node/temporary-folder.js'

const good = '---\ntitle: Good\nlink: /news/good\npublished: 2026-01-02\n---\n\nText.\n'
const bad = good.replace('2026-01-02', '2026-01-32')
const page = '<!doctype html>\n<html><head><title>Site</title></head><body>Hello</body></html>\n'
const feedPaths = ['atom.xml', 'feed.json', 'fr/rss.xml', 'rss.xml']

const newsroom = defineNewsroom({
  ...head,
  articles: markdownFolder('news'),
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'atom', path: '/atom.xml' },
    { format: 'json', path: '/feed.json' },
    { format: 'rss', path: '/fr/rss.xml', only: { language: 'fr' } },
  ],
})

/** A site with one article, and what Vite said of it. */
function site(article = good, more: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder({ 'index.html': page, 'news/good.md': article, ...more })
  const said: string[] = []
  const plain = createLogger('silent')
  const hear = (text: string) => void said.push(text)
  const logger: Logger = {
    ...plain,
    info: () => undefined,
    warn: hear,
    warnOnce: hear,
    error: hear,
  }
  const config = (
    given: Newsroom,
    options?: PluginOptions,
    inline?: InlineConfig,
  ): InlineConfig => ({
    root,
    configFile: false,
    customLogger: logger,
    plugins: [pressfeed(given, options)],
    ...inline,
  })
  const read = (...names: readonly string[]) => readFileSync(join(root, ...names), 'utf8')
  return { root, said, config, read }
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

it('is a plugin of Vite by its type', () => {
  const plugin: Plugin = pressfeed(newsroom)
  expect(plugin.name).toBe('pressfeed')
})

describe('a build', () => {
  it('has the feeds among its files, as build makes them, and nothing private', async () => {
    const { root, config, read, said } = site()
    await buildSite(config(newsroom))
    expect(filesIn(join(root, 'dist'))).toEqual([...feedPaths, 'index.html'].sort())
    await build(newsroom, { root, outDir: join(root, 'expected') })
    for (const path of feedPaths) expect(read('dist', path)).toBe(read('expected', path))
    // No article is in French.
    expect(said).toEqual([expect.stringContaining('(warning no-articles)')])
  })

  it('names the feeds in its pages, unless told not to', async () => {
    const { config, read } = site()
    await buildSite(config(newsroom))
    const links = read('dist', 'index.html').match(/href="[^"]+\.(?:xml|json)"/g)
    expect(links).toEqual(
      newsroom.feeds.map(({ path }) => `href="https://newsroom.example${path}"`),
    )
    await buildSite(config(newsroom, { links: false }))
    expect(read('dist', 'index.html')).not.toContain('alternate')
  })

  it('says so when a page has no place for them', async () => {
    const { config, said } = site(good, { 'index.html': '<p>Hello</p>' })
    await buildSite(config(newsroom))
    expect(said.join('\n')).toContain('A page does not name the feeds: expected </head> or <body>')
  })

  it('fails for a broken article with file and line, and leaves the site that is there', async () => {
    const { root, config } = site()
    await buildSite(config(newsroom))
    const before = filesIn(join(root, 'dist'))
    writeFileSync(join(root, 'news/good.md'), bad)
    const failing = buildSite(config(newsroom))
    await expect(failing).rejects.toThrow(
      'The feeds cannot be made:\nnews/good.md:4:1 published: Cannot read date "2026-01-32"',
    )
    expect(filesIn(join(root, 'dist'))).toEqual(before)
  })

  it('fails for a warning if it is to be strict', async () => {
    const { root, config } = site()
    await expect(buildSite(config(newsroom, { strict: true }))).rejects.toThrow('no-articles')
    expect(existsSync(join(root, 'dist'))).toBe(false)
  })

  it('fails for a newsroom that is none, in words', async () => {
    const { config } = site()
    const none = { ...newsroom, feeds: [] }
    await expect(buildSite(config(none))).rejects.toThrow('The feeds cannot be made:\nfeeds: ')
    const nothing = undefined as unknown as Newsroom
    await expect(buildSite(config(nothing))).rejects.toThrow('The feeds cannot be made:\n')
  })

  it('is without feeds if it is for a server', async () => {
    const { root, config } = site(good, { 'server.js': 'export const a = 1\n' })
    await buildSite(config(newsroom, {}, { build: { ssr: 'server.js' } }))
    expect(filesIn(join(root, 'dist'))).toEqual(['server.mjs'])
  })

  it('forgets the feeds that the newsroom has no more', async () => {
    const { root, config } = site()
    await buildSite(config(newsroom))
    await buildSite(config({ ...newsroom, feeds: newsroom.feeds.slice(0, 1) }))
    expect(filesIn(join(root, 'dist'))).toEqual(['index.html', 'rss.xml'])
  })

  it('looks for the articles where it is told', async () => {
    const { root, config } = site()
    await buildSite(
      config({ ...newsroom, articles: markdownFolder('.') }, { root: join(root, 'news') }),
    )
    expect(filesIn(join(root, 'dist'))).toContain('rss.xml')
  })

  it.each([
    ['/', 'https://newsroom.example/', 0],
    ['/press/', 'https://newsroom.example/press/', 0],
    ['./', 'https://newsroom.example/press/', 0],
    ['https://cdn.example/', 'https://newsroom.example/', 0],
    ['/press/', 'https://newsroom.example/', 1],
    ['/', 'https://newsroom.example/press/', 1],
  ])('compares base %s with site %s', async (base, address, warnings) => {
    const { config, said } = site()
    await buildSite(config({ ...newsroom, site: address }, {}, { base }))
    const told = said.filter((text) => text.includes('The feeds name'))
    expect(told).toHaveLength(warnings)
    const wanted = `expected site: 'https://newsroom.example${base}' in the newsroom`
    if (warnings > 0) expect(told[0]).toContain(wanted)
  })
})

describe('the development server', () => {
  async function serve(config: InlineConfig) {
    const server = await createServer({
      ...config,
      server: { host: '127.0.0.1', port: 0, hmr: false },
    })
    onTestFinished(() => server.close())
    await server.listen()
    const address = server.httpServer?.address()
    if (typeof address !== 'object' || address === null) throw new Error('Vite does not listen')
    const { port } = address
    return { port, get: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) }
  }

  it('serves the feeds as they are at each request, and its own pages', async () => {
    const { root, config, read } = site()
    const { get } = await serve(config(newsroom))
    await build(newsroom, { root, outDir: join(root, 'expected') })
    for (const path of feedPaths) {
      const answer = await get(`/${path}`)
      expect(await answer.text()).toBe(read('expected', path))
    }
    const { headers } = await get('/rss.xml')
    expect(headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    writeFileSync(join(root, 'news/good.md'), good.replace('Text.', 'Other text.'))
    expect(await (await get('/rss.xml?a=b')).text()).toContain('Other text.')
    expect(await (await get('/')).text()).toContain('href="https://newsroom.example/atom.xml"')
  })

  it('says what is wrong with an article, there and in the log, and goes on', async () => {
    const { root, config, said } = site(bad)
    const { get } = await serve(config(newsroom))
    const answer = await get('/rss.xml')
    expect(answer.status).toBe(500)
    const wanted = 'news/good.md:4:1 published: Cannot read date "2026-01-32"'
    expect(await answer.text()).toContain(wanted)
    expect(said.join('\n')).toContain(wanted)
    writeFileSync(join(root, 'news/good.md'), good)
    expect((await get('/rss.xml')).status).toBe(200)
  })

  it('tells other sites nothing that give their name to this machine', async () => {
    const { config } = site()
    const { port } = await serve(config(newsroom))
    const status = await new Promise((done, fail) => {
      const headers = { host: 'elsewhere.example' }
      request({ host: '127.0.0.1', port, path: '/rss.xml', headers }, (answer) => {
        answer.resume()
        done(answer.statusCode)
      })
        .on('error', fail)
        .end()
    })
    expect(status).toBe(403)
  })

  it('serves them below its base', async () => {
    const { config } = site()
    const own = { ...newsroom, site: 'https://newsroom.example/press/' }
    const { get } = await serve(config(own, {}, { base: '/press/' }))
    expect(await (await get('/press/fr/rss.xml')).text()).toContain('<rss')
    expect(await (await get('/rss.xml')).text()).not.toContain('<rss')
  })
})
