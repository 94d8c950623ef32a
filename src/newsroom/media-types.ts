/** The registered media types of what a newsroom publishes. */
export const mediaTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  opml: 'text/x-opml',
  html: 'text/html',
  css: 'text/css',
} as const

/** What a newsroom publishes. */
export type DocumentFormat = keyof typeof mediaTypes

/**
 * The media type that a document is served with. A feed with a stylesheet is served as XML: browsers show the
 * source of what is `application/rss+xml`, whatever stylesheet it names. Readers look for the feed in the text, and every
 * one that is choosy about types takes this one.
 */
export function servedType(format: DocumentFormat, isStyled: boolean): string {
  return isStyled && (format === 'rss' || format === 'atom')
    ? 'application/xml'
    : mediaTypes[format]
}
