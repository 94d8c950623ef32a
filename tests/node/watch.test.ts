import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { markdownFolder } from 'pressfeed/node'
import type { BuildReport } from '../../src/node/report.js'
import { watch } from '../../src/node/watch.js'
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
