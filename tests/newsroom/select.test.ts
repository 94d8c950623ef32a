import { describe, expect, it } from 'vitest'
import { newestFirst, select } from '../../src/newsroom/select.js'
import { entry, everything } from './entries.js'

const all = newestFirst([
  entry(1, { tags: ['energy'], language: 'fr' }),
  entry(2, { tags: ['energy', 'water'], language: 'fr-ca' }),
  entry(3, { tags: ['water'], language: 'frr', subjects: ['20000284', 'renewable energy'] }),
  entry(4, { language: 'en' }),
])
const now = '2026-01-10T00:00:00Z'

describe('select', () => {
  it.each([
    ['everything', {}, [4, 3, 2, 1]],
    ['a tag', { tags: ['energy'] }, [2, 1]],
    ['one of several tags', { tags: ['energy', 'water'] }, [3, 2, 1]],
    ['a language with its regions, not one that begins alike', { languages: ['fr'] }, [2, 1]],
    ['a region alone', { languages: ['fr-ca'] }, [2]],
    ['a subject by code', { subjects: ['20000284'] }, [3]],
    ['a subject by label', { subjects: ['renewable energy'] }, [3]],
    ['tag and language together', { tags: ['water'], languages: ['fr'] }, [2]],
    ['what nobody has', { tags: ['nothing'] }, []],
    ['the last seven days, to the second', { maxAgeInDays: 7 }, [4, 3, 2]],
    ['a part of a day', { maxAgeInDays: 5.5 }, [4]],
    ['any age', { maxAgeInDays: 1e9 }, [4, 3, 2, 1]],
  ])('takes %s', (_, choice, days) => {
    expect(select(all, { ...everything, ...choice }, now).map(({ title }) => title)).toEqual(
      days.map((day) => `Article ${day}`),
    )
  })

  it('keeps the order of those that were published together', () => {
    const together = ['a', 'b', 'c'].map((id) => entry(1, { id }))
    expect(newestFirst(together)).toEqual(together)
  })
})
