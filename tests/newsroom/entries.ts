import type { Entry } from '../../src/newsroom/entry.js'
import type { Choice } from '../../src/newsroom/plan.js'

/** An entry of the index as `indexArticles` would make it, published on a day of 2026 or later. */
export function entry(day: number, more: Partial<Entry> = {}): Entry {
  const published = `${new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 19)}Z`
  const id = more.id ?? `urn:uuid:00000000-0000-5000-8000-${String(day).padStart(12, '0')}`
  return {
    origin: `articles[${day}]`,
    load: () => Promise.reject(new Error('nobody reads this article')),
    version: undefined,
    ownId: false,
    id,
    title: `Article ${day}`,
    link: `https://newsroom.example/${day}`,
    published,
    updated: published,
    inLanguage: 'en',
    replaces: [],
    language: 'en',
    tags: [],
    subjects: [],
    ...more,
  }
}

/** The newest first: days `count - 1` to 0. */
export function entries(count: number): readonly Entry[] {
  return Array.from({ length: count }, (_, day) => entry(count - 1 - day))
}

export const everything: Choice = {
  tags: [],
  languages: [],
  subjects: [],
  limit: 50,
  maxAgeInDays: undefined,
  archiveSize: undefined,
  allTranslations: false,
}
