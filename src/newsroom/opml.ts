/** The feeds of a newsroom as OPML 2.0, which readers import. */
import { toRfc822, type Instant } from '../date.js'
import { emptyElement, nothing, parentElement, textElement, xmlDocument } from '../xml/markup.js'
import type { Plan, PlannedFeed } from './plan.js'

/** One feed in OPML. */
export interface Outline {
  readonly feed: PlannedFeed
  /** The page that it belongs to, its description and its language. */
  readonly link: string
  readonly description: string
  readonly language: string
}

// `rss` is what readers look for, whatever the format; `version` tells more to those who ask (OPML 2.0, "Subscription lists").
const versions = { rss: 'RSS2', atom: 'Atom', json: 'JSON' } as const

/** Which feeds an OPML file lists: all, or those of one format. */
export function listedIn(
  opml: Plan['opml'],
  feeds: readonly PlannedFeed[],
): readonly PlannedFeed[] {
  return feeds.filter(({ format }) => opml?.format === undefined || opml.format === format)
}

/** Writes an OPML 2.0 document. `updated` is the newest change of all feeds. */
export function toOpml(
  title: string,
  updated: Instant | undefined,
  outlines: readonly Outline[],
): string {
  return xmlDocument(
    parentElement(0, 'opml', { version: '2.0' }, [
      parentElement(1, 'head', undefined, [
        textElement('title', title),
        updated === undefined ? nothing : textElement('dateModified', toRfc822(updated)),
      ]),
      parentElement(
        1,
        'body',
        undefined,
        outlines.map(({ feed, link, description, language }) =>
          emptyElement('outline', {
            type: 'rss',
            text: feed.title,
            title: feed.title,
            description,
            language,
            version: versions[feed.format],
            xmlUrl: feed.url,
            htmlUrl: link,
          }),
        ),
      ),
    ]),
  )
}
