/** Where an article comes from, and which place it is about. */
import type { Location, Source } from '../model/feed.js'
import { readAddress, requireLink } from './read-address.js'
import { readText, requireText, type Context } from './read-values.js'
import type { ArticleShape } from './schema.js'

/** Where an article was first published. */
export function readSource(
  source: ArticleShape['source'],
  path: string,
  context: Context,
): Source | undefined {
  if (source === undefined || source === null) return undefined
  return {
    name: requireText(source.name, `${path}.name`, context),
    link: requireLink(source.link, `${path}.link`, undefined, context),
    feed: readAddress(source.feed, `${path}.feed`, undefined, context),
  }
}

/** A place, of which at least the name or the point is known. */
export function readLocation(
  location: ArticleShape['location'],
  path: string,
  context: Context,
): Location | undefined {
  if (location === undefined || location === null) return undefined
  const name = readText(location.name, `${path}.name`, context)
  const latitude = location.latitude ?? undefined
  const longitude = location.longitude ?? undefined
  const refused = ['latitude', 'longitude'].some((side) =>
    context.findings.refused(`${path}.${side}`),
  )
  const place = { name }
  if (refused || (latitude === undefined && longitude === undefined)) {
    return name === undefined ? undefined : place
  }
  const inRange = (degrees: number | undefined, limit: number) =>
    degrees !== undefined && Math.abs(degrees) <= limit
  if (inRange(latitude, 90) && inRange(longitude, 180)) {
    return { ...place, point: [latitude ?? 0, longitude ?? 0] }
  }
  const given = `${latitude ?? 'nothing'} ${longitude ?? 'nothing'}`
  const message = `Cannot use ${given}: expected latitude -90 to 90 and longitude -180 to 180`
  context.findings.add('invalid-location', path, message)
  return place
}
