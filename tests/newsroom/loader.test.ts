import { expect, it } from 'vitest'
import type { Entry } from '../../src/newsroom/entry.js'
import { Loader } from '../../src/newsroom/loader.js'
import type { LoadedArticle } from '../../src/newsroom/source.js'

const record = { title: 'Second plant opens', link: '/1', published: '2026-03-02', body: 'Text.' }

/** An entry of which only what the loader asks is there. */
function entryThat(load: () => Promise<LoadedArticle>): Entry {
  const about: Pick<Entry, 'origin' | 'load'> = { origin: 'news/1.md', load }
  return about as Entry
}

it('loads an article once, also when two documents ask at the same time', async () => {
  let loads = 0
  const entry = entryThat(async () => {
    loads += 1
    await Promise.resolve()
    return { article: record, issues: [] }
  })
  const noted: unknown[] = []
  const loader = new Loader((loaded) => noted.push(loaded.article))
  const [[first], [second]] = await Promise.all([loader.load([entry]), loader.load([entry])])
  const [third] = await loader.load([entry])
  expect(loads).toBe(1)
  expect(noted).toEqual([record])
  expect([first, second, third].map((loaded) => loaded?.article)).toEqual([record, record, record])
})

it('asks again for an article that could not be read', async () => {
  let loads = 0
  const entry = entryThat(() => {
    loads += 1
    return loads === 1
      ? Promise.reject(new Error('the disk is busy'))
      : Promise.resolve({ article: record, issues: [] })
  })
  const loader = new Loader(() => undefined)
  const [first] = await loader.load([entry])
  const [second] = await loader.load([entry])
  expect(first?.article).toBeUndefined()
  expect(first?.issues.map(({ code }) => code)).toEqual(['cannot-read'])
  expect(second?.article).toEqual(record)
})
