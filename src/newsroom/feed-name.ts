import type { PlannedFeed } from './plan.js'

/** The formats as people know them. */
export const formatNames = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const

/**
 * How lists of feeds call one: by its title, and by its format too where the list has the same articles in
 * several formats, as people could not tell them apart.
 */
export function feedName({ title, format }: PlannedFeed, alike: readonly PlannedFeed[]): string {
  return alike.length === 1 ? title : `${title} (${formatNames[format]})`
}
