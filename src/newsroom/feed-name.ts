import type { PlannedFeed } from './plan.js'

const formats = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const

/**
 * How lists of feeds call one: by its title, and by its format too where the list has the same articles in
 * several formats, as people could not tell them apart.
 */
export function feedName({ title, format }: PlannedFeed, alike: readonly PlannedFeed[]): string {
  return alike.length === 1 ? title : `${title} (${formats[format]})`
}
