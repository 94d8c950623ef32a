import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { markdownFolder } from 'pressfeed/node'
import type { BuildReport } from '../../src/node/report.js'
import { watch, type WatchOptions } from '../../src/node/watch.js'
import { buildFolder, head } from './build-folder.js'

const { folder, read, write, options } = buildFolder()
const release = (text: string) =>
  `---\ntitle: Release\nlink: /1\npublished: 2026-01-01T09:00Z\n---\n${text}\n`

/** What is reported, one after the other, and a way to wait for the next. */
class Events<T> {
  readonly #come: T[] = []
  readonly #waiting: ((event: T) => void)[] = []

  readonly push = (event: T): void => {
    const waiter = this.#waiting.shift()
    if (waiter === undefined) this.#come.push(event)
    else waiter(event)
  }

  /** The first event from now on that fits; a rebuild may see a change in two steps. */
  async next(fits: (event: T) => boolean): Promise<T> {
    for (;;) {
      const event = this.#come.shift() ?? (await new Promise<T>((done) => this.#waiting.push(done)))
      if (fits(event)) return event
    }
  }
}

it('builds again when an article, the folder or the configuration changes, and survives mistakes', async () => {
  write('news/1.md', release('First.'))
  write('pressfeed.config.mjs', '')
  const newsroom = { title: head.title }
  const ending = new AbortController()
  const reports = new Events<BuildReport>()
  const errors = new Events<unknown>()
  const load = () => {
    if (newsroom.title === '') throw new Error('no title')
    return Promise.resolve({
      ...head,
      ...newsroom,
      articles: markdownFolder('news'),
      feeds: [{ format: 'rss', path: '/rss.xml' }],
    })
  }
  const watching = watch(load, {
    ...options,
    configFile: join(folder, 'pressfeed.config.mjs'),
    signal: ending.signal,
    onReport: reports.push,
    onError: errors.push,
  })

  await reports.next(({ ok }) => ok)
  expect(read('rss.xml')).toContain('First.')

  write('news/1.md', release('Second.'))
  await reports.next(({ documents }) => documents[0]?.status === 'written')
  expect(read('rss.xml')).toContain('Second.')

  write('news/1.md', release('Third.').replace('2026-01-01T09:00Z', 'tomorrow'))
  const { issues } = await reports.next(({ ok }) => !ok)
  expect(issues.map(({ code, file, line }) => [code, file, line])).toEqual([
    ['unreadable-date', 'news/1.md', 4],
  ])
  expect(read('rss.xml')).toContain('Second.')

  write('news/2.md', release('Another.').replace('/1', '/2'))
  rmSync(join(folder, 'news/1.md'))
  await reports.next(({ ok, articles }) => ok && articles === 1)
  expect(read('rss.xml')).toContain('Another.')

  newsroom.title = ''
  write('pressfeed.config.mjs', '// broken')
  expect(await errors.next(() => true)).toMatchObject({ message: 'no title' })
  newsroom.title = 'Renamed'
  write('pressfeed.config.mjs', '// mended')
  await reports.next(({ documents }) => documents[0]?.status === 'written')
  expect(read('rss.xml')).toContain('<title>Renamed</title>')

  ending.abort()
  await watching
})

it('ends at once when it was ended before it began', async () => {
  const load = () => Promise.reject(new Error('nobody asks'))
  const configFile = join(folder, 'pressfeed.config.mjs')
  const calls: unknown[] = []
  const note = (event: unknown) => calls.push(event)
  await watch(load, {
    ...{ ...options, configFile, signal: AbortSignal.abort(), onReport: note, onError: note },
  })
  expect(calls).toEqual([])
})

describe('a session', () => {
  const running: { readonly ending: AbortController; readonly watching: Promise<void> }[] = []
  afterEach(async () => {
    for (const { ending } of running) ending.abort()
    await Promise.all(running.splice(0).map(({ watching }) => watching))
    for (const name of ['news', 'public']) {
      rmSync(join(folder, name), { recursive: true, force: true })
    }
  })

  function begin(load: () => Promise<unknown>, more: Partial<WatchOptions> = {}) {
    write('pressfeed.config.mjs', '')
    const ending = new AbortController()
    const reports: BuildReport[] = []
    const next = new Events<BuildReport>()
    const errors: unknown[] = []
    const seen: string[] = []
    const watching = watch(load, {
      ...options,
      configFile: join(folder, 'pressfeed.config.mjs'),
      signal: ending.signal,
      onWatching: (articles) => seen.push(articles),
      onReport: (report) => {
        reports.push(report)
        next.push(report)
      },
      onError: (error) => errors.push(error),
      ...more,
    })
    running.push({ ending, watching })
    return { ending, watching, reports, next, errors, seen }
  }

  const newsroom = (articles: unknown) => ({
    ...head,
    articles,
    feeds: [
      { format: 'rss', path: '/rss.xml', limit: 1, archive: { size: 1 } },
      { format: 'json', path: '/fr/feed.json' },
    ],
  })

  it.each([
    ['public', () => markdownFolder('news', { publicFolder: 'public' })],
    ['out', () => markdownFolder('.')],
    ['link', () => markdownFolder('news', { publicFolder: 'public' })],
  ])('does not take its own files for news, in %s', async (place, articles) => {
    write('news/1.md', release('First.'))
    write('public/a.txt', '')
    if (place === 'link') {
      mkdirSync(join(folder, 'public/feeds'))
      symlinkSync(join(folder, 'public/feeds'), join(folder, 'link'))
    }
    const outDir = join(folder, place)
    const { reports, next } = begin(() => Promise.resolve(newsroom(articles())), { outDir })
    await next.next(({ ok }) => ok)
    await setTimeout(600)
    expect(reports).toHaveLength(1)
    // What belongs to somebody else in the same folder counts, and so do articles.
    write('news/2.md', release('Another.').replace('/1', '/2').replace('09:00', '10:00'))
    await next.next(({ articles }) => articles === 2)
    await setTimeout(600)
    expect(reports.length).toBeLessThan(4)
    expect(existsSync(join(outDir, 'rss-archive'))).toBe(true)
    const before = reports.length
    rmSync(join(folder, 'news/2.md'))
    await next.next(({ articles }) => articles === 1)
    await setTimeout(600)
    expect(reports.length).toBeLessThan(before + 3)
    if (place === 'link') rmSync(join(folder, 'link'))
    else if (place === 'public') {
      write('public/b.txt', '')
      await next.next(() => true)
    }
  })

  it('ends when it is ended while the configuration loads, and opens nothing afterwards', async () => {
    write('news/1.md', release('First.'))
    let go: (() => void) | undefined
    const load = async () => {
      await new Promise<void>((done) => (go = done))
      return newsroom(markdownFolder('news'))
    }
    const { ending, watching, reports, seen } = begin(load)
    while (go === undefined) await setTimeout(5)
    ending.abort()
    go()
    await watching
    await setTimeout(100)
    expect(process.getActiveResourcesInfo()).not.toContain('FSEventWrap')
    expect({ reports, seen }).toEqual({ reports: [], seen: [] })
  })

  it('sees a change of the configuration that comes while it is first loaded', async () => {
    write('news/1.md', release('First.'))
    const titles = ['Old', 'New']
    let count = 0
    const { next } = begin(() => {
      const title = titles[count]
      count += 1
      if (count === 1) write('pressfeed.config.mjs', '// changed')
      return Promise.resolve({ ...newsroom(markdownFolder('news')), title })
    })
    await next.next(() => true)
    await next.next(({ documents }) => documents[0]?.status === 'written')
    expect(read('rss.xml')).toContain('<title>New</title>')
  })

  it('loads again with the next change of an article when loading failed', async () => {
    write('news/1.md', release('First.'))
    let count = 0
    const { next, errors, seen } = begin(() => {
      count += 1
      if (count === 2) return Promise.reject(new Error('half a file'))
      return Promise.resolve(newsroom(markdownFolder('news')))
    })
    await next.next(({ ok }) => ok)
    write('pressfeed.config.mjs', '// half')
    while (errors.length === 0) await setTimeout(5)
    write('news/1.md', release('Second.'))
    await next.next(({ ok }) => ok)
    expect(read('rss.xml')).toContain('Second.')
    expect(seen).toEqual(['seen'])
  })

  it('watches the source that a function returns, and uses the same for all builds', async () => {
    write('news/1.md', release('First.'))
    let calls = 0
    const articles = () => {
      calls += 1
      return Promise.resolve(markdownFolder('news'))
    }
    const { next, seen } = begin(() => Promise.resolve(newsroom(articles)))
    await next.next(({ ok }) => ok)
    write('news/1.md', release('Second.'))
    await next.next(({ documents }) => documents[0]?.status === 'written')
    expect(read('rss.xml')).toContain('Second.')
    expect({ calls, seen }).toEqual({ calls: 1, seen: ['seen'] })
  })

  it('says when changes of the articles are not seen, or nobody knows', async () => {
    const records = [{ title: 'A', link: '/a', published: '2026-01-01', body: '<p>A.</p>' }]
    let count = 0
    const { next, seen, errors } = begin(() => {
      count += 1
      if (count === 1) return Promise.reject(new Error('half a file'))
      return Promise.resolve(newsroom(count === 2 ? () => records : records.values()))
    })
    while (errors.length === 0) await setTimeout(5)
    expect(seen).toEqual(['unknown'])
    write('pressfeed.config.mjs', '// mended')
    await next.next(({ ok, articles }) => ok && articles === 1)
    write('pressfeed.config.mjs', '// of another kind')
    await next.next(({ ok, articles }) => ok && articles === 1)
    expect(seen).toEqual(['unknown', 'unseen'])
  })
})

it('builds again at the hour of an embargo, and not while the present stands still', async () => {
  const hour = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000).toISOString()
  const articles = [
    { title: 'Held', link: '/held', published: hour, embargo: hour, body: '<p>Held.</p>' },
    { title: 'Out', link: '/out', published: '2026-01-01', body: '<p>Out.</p>' },
  ]
  write('pressfeed.config.mjs', '')
  const load = () =>
    Promise.resolve({ ...head, articles, feeds: [{ format: 'rss', path: '/rss.xml' }] })
  const start = (more: Partial<WatchOptions>) => {
    const ending = new AbortController()
    const reports = new Events<BuildReport>()
    const watching = watch(load, {
      ...options,
      configFile: join(folder, 'pressfeed.config.mjs'),
      signal: ending.signal,
      onReport: reports.push,
      onError: (error) => {
        throw error
      },
      ...more,
    })
    return { ending, reports, watching }
  }
  const live = start({ now: undefined })
  const still = start({ now: new Date(), outDir: join(folder, 'still') })
  const before = await live.reports.next(({ ok }) => ok)
  expect(read('rss.xml')).not.toContain('Held')
  expect(before.nextChange).toBe(`${hour.slice(0, 19)}Z`)
  expect((await still.reports.next(({ ok }) => ok)).articles).toBe(1)
  const after = await live.reports.next(({ ok }) => ok)
  expect(after.now >= before.nextChange!).toBe(true)
  expect(read('rss.xml')).toContain('Held')
  live.ending.abort()
  still.ending.abort()
  await Promise.all([live.watching, still.watching])
  // Had it built again, this would be its report.
  const none = Symbol('none')
  expect(await Promise.race([still.reports.next(() => true), setTimeout(0, none)])).toBe(none)
})
