/** Which documents of a newsroom a host is told of, and what it is to say with each. */
import { archiveFolder } from './archive-path.js'
import type { DocumentFormat } from './media-types.js'
import type { Plan } from './plan.js'
import { placeAt } from './read-place.js'
import { cacheControl, contentType, feedLinks, usualMaxAge } from './response-headers.js'

/** A header: its name and its value. */
export type Header = readonly [name: string, value: string]

/** One document, or all archive pages of a feed. */
export interface HostRule {
  /** The path of its address as it is asked for, in ASCII: `/fr/atom.xml`. Of archive pages, that of their folder. */
  readonly pathname: string
  /** How the names of archive pages end: `.xml`. `undefined` for one document. */
  readonly ending: string | undefined
  /** The values of `Link`; archive pages have none, as each has another address. */
  readonly links: readonly string[]
  readonly headers: readonly Header[]
}

/** What a host is told in its own words. */
export interface HostText {
  readonly text: string
  /** What its words cannot say, a sentence each. */
  readonly left: readonly string[]
}

/** The rules of a newsroom: feeds first, then what lists them, then their archive pages. No two are for one address. */
export function hostRules({ slices, opml, stylesheet, site, hubs }: Plan): readonly HostRule[] {
  const feeds = slices.flatMap(({ feeds, choice }) => feeds.map((feed) => ({ ...feed, choice })))
  const typeOf = (format: DocumentFormat) => contentType(format, stylesheet !== undefined)
  return [
    ...feeds.map(({ url, format }) => ruleOf(url, typeOf(format), feedLinks(url, hubs))),
    ...(opml === undefined ? [] : [ruleOf(opml.url, typeOf('opml'))]),
    ...feeds
      .filter(({ choice }) => choice.archiveSize !== undefined)
      .map(({ path, format }) => {
        const { folder, ending } = archiveFolder(path)
        return ruleOf(placeAt(folder, site).url, typeOf(format), [], encodeURIComponent(ending))
      }),
  ]
}

function ruleOf(
  url: string,
  type: string,
  links: readonly string[] = [],
  ending?: string,
): HostRule {
  const headers: readonly Header[] = [
    ['Content-Type', type],
    ['Cache-Control', cacheControl(usualMaxAge)],
    // Feeds are public, and readers in browsers are on other sites.
    ['Access-Control-Allow-Origin', '*'],
    ['X-Content-Type-Options', 'nosniff'],
  ]
  return { pathname: new URL(url).pathname, ending, links, headers }
}

/** A path as servers compare it: decoded. What would break a line stays as it is. */
export function decodedPath(pathname: string): string {
  try {
    const path = decodeURIComponent(pathname)
    return /\p{Cc}/u.test(path) ? pathname : path
  } catch {
    return pathname
  }
}

/** A text as it stands in a regular expression. */
export function inRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}

/**
 * A text in double quotes, as nginx and Apache both read it: a backslash before anything but a quote, another backslash
 * or a letter of a control stands for itself.
 */
export function inQuotes(text: string): string {
  return `"${text.replace(/"|\\(?=["'\\trn]|$)/g, String.raw`\$&`)}"`
}
