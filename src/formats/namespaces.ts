/** The namespaces of our documents, under the prefixes that readers know them by. */
export const namespaces = {
  at: 'http://purl.org/atompub/tombstones/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  creativeCommons: 'http://backend.userland.com/creativeCommonsRssModule',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  fh: 'http://purl.org/syndication/history/1.0',
  georss: 'http://www.georss.org/georss',
  media: 'http://search.yahoo.com/mrss/',
} as const

/** What XML itself defines (Namespaces in XML 1.0, section 3). */
export const xmlNamespaces = {
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
} as const
