import fc from 'fast-check'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFeed, FeedError, toRss, toRssChunks } from 'pressfeed'
import { writeChunks } from 'pressfeed/node'
import { expect, it } from 'vitest'
import { full } from '../fixtures/inputs.js'
import { temporaryFolder } from './temporary-folder.js'

it('writes the document and says how long it is, into folders that it makes', async () => {
  const file = join(temporaryFolder(), 'a/b/rss.xml')
  const feed = createFeed(full, { now: '2026-03-10' })
  const bytes = await writeChunks(file, toRssChunks(feed))
  expect(readFileSync(file, 'utf8')).toBe(toRss(feed))
  expect(bytes).toBe(statSync(file).size)
  expect(readdirSync(join(file, '..'))).toEqual(['rss.xml'])
})

it('writes chunks of any length in UTF-8', async () => {
  const file = join(temporaryFolder(), 'feed')
  const length = fc.oneof(
    fc.nat(20),
    fc.integer({ min: 300_000, max: 400_000 }),
    fc.constant(1_500_000),
  )
  const chunk = fc.tuple(fc.constantFrom('a', 'é', '’漢', '😀'), length)
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 8 }), async (list) => {
      const chunks = list.map(([text, count]) => text.repeat(count))
      const whole = Buffer.from(chunks.join(''))
      expect(await writeChunks(file, chunks)).toBe(whole.length)
      expect(readFileSync(file).equals(whole)).toBe(true)
    }),
    { numRuns: 25 },
  )
})

it('leaves the old document when a chunk cannot be had', async () => {
  const folder = temporaryFolder({ 'rss.xml': 'old' })
  function* chunks() {
    yield 'x'.repeat(2_000_000)
    throw new FeedError([])
  }
  await expect(writeChunks(join(folder, 'rss.xml'), chunks())).rejects.toThrow(FeedError)
  expect(readFileSync(join(folder, 'rss.xml'), 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['rss.xml'])
})

it('says in words why it cannot write', async () => {
  const folder = temporaryFolder({ file: '' })
  mkdirSync(join(folder, 'feed'))
  writeFileSync(join(folder, 'feed/x'), '')
  await expect(writeChunks(join(folder, 'feed'), ['a'])).rejects.toThrow(
    /^Cannot write .*feed: a folder is where the file should be; expected .* \(error cannot-write\)$/,
  )
  await expect(writeChunks(join(folder, 'file/feed'), ['a'])).rejects.toThrow(
    /^Cannot write .*: a file .* is where a folder should be|a file is where a folder should be/,
  )
  expect(readdirSync(folder).sort()).toEqual(['feed', 'file'])
})
