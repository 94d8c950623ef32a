/** What the pages of a site say of its feeds, so that readers find them. */
import { escapeHtml } from '../html/escape.js'
import { FeedError } from '../issue.js'
import type { Newsroom } from './definition.js'
import { feedName } from './feed-name.js'
import { mediaTypes } from './media-types.js'
import type { Plan } from './plan.js'
import { readNewsroom } from './read-newsroom.js'

/**
 * The lines `<link rel="alternate" …>` for the `<head>` of a site's pages, one a feed, in the order of the
 * newsroom's feeds (RSS Autodiscovery; HTML, section 4.6.7.1 "alternate").
 *
 * They carry `rel`, `type`, `title` and an absolute `href` and nothing else: NetNewsWire passes over links with
 * `hreflang` or `media`. Where a newsroom has JSON feeds only, each is named again as `application/json`,
 * because some readers (NetNewsWire, yarr, Feeder) know JSON Feed by that type alone.
 *
 * @throws {FeedError} when the newsroom's feeds cannot be read
 */
export function alternateLinks(newsroom: Newsroom): string {
  const plan = readNewsroom(newsroom, '1970-01-01')
  if (plan.issues.some(({ severity }) => severity === 'error')) throw new FeedError(plan.issues)
  return linksOf(plan)
}

/** The lines for a newsroom that was read. */
export function linksOf({ slices }: Pick<Plan, 'slices'>): string {
  const onlyJson = slices.every(({ feeds }) => feeds.every(({ format }) => format === 'json'))
  return slices
    .flatMap(({ feeds }) => feeds.map((feed) => ({ ...feed, name: feedName(feed, feeds) })))
    .flatMap(({ format, url, name }) => {
      const types = [mediaTypes[format], ...(onlyJson ? ['application/json'] : [])]
      return types.map(
        (type) =>
          `<link rel="alternate" type="${type}" title="${escapeHtml(name)}" href="${escapeHtml(url)}">\n`,
      )
    })
    .join('')
}
