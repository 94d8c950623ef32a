/** The feeds of a newsroom as OPML 2.0, which readers import. */
import { cleanText, oneLine } from '../text.js'
import { resolveAddress } from '../url.js'
import { emptyElement, parentElement, textElement, xmlDocument } from '../xml/markup.js'
import { feedName } from './feed-name.js'
import type { Plan, PlannedFeed, Slice } from './plan.js'

/** One feed in OPML. */
export interface Outline {
  readonly feed: PlannedFeed
  /** What the list calls it. */
  readonly name: string
  /** The page that it belongs to, its description and its language. */
  readonly link: string
  readonly description: string
  readonly language: string
}

/** The outlines of a slice: of all its feeds, or those of one format. */
export function outlinesOf({ head, feeds }: Slice, opml: Plan['opml']): readonly Outline[] {
  const listed = feeds.filter(({ format }) => opml?.format === undefined || opml.format === format)
  const link = resolveAddress(head.link, undefined).href ?? head.link
  const { language } = head
  const description = plain(head.description)
  return listed.map((feed) => ({ feed, name: feedName(feed, listed), link, description, language }))
}

/** Writes an OPML 2.0 document. It has no date: it changes with the list of feeds, not with their articles. */
export function toOpml(title: string, outlines: readonly Outline[]): string {
  return xmlDocument(
    parentElement(0, 'opml', { version: '2.0' }, [
      parentElement(1, 'head', undefined, [textElement('title', plain(title))]),
      parentElement(
        1,
        'body',
        undefined,
        outlines.map(({ feed, name, link, description, language }) =>
          emptyElement('outline', {
            // What readers look for, whatever the format. For RSS alone has OPML 2.0 a name of its version.
            type: 'rss',
            text: name,
            title: name,
            description,
            language,
            version: feed.format === 'rss' ? 'RSS2' : undefined,
            xmlUrl: feed.url,
            htmlUrl: link,
          }),
        ),
      ),
    ]),
  )
}

// What no XML can carry is taken out, as it is in the feeds, where it is told too.
function plain(text: string): string {
  return oneLine(cleanText(text).text)
}
