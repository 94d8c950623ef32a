import type { Article } from '../model/feed.js'

/** Keywords for people: the tags, then the names of controlled terms, each once. */
export function plainTags({ tags, subjects }: Article): readonly string[] {
  return [...new Set([...tags, ...subjects.flatMap(({ label }) => label ?? [])])]
}
