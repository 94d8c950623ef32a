import {
  count,
  faultsOf,
  repeated,
  type Faults,
  type JsonFeedDocument,
  type Rule,
} from '../rule.js'
import { descendants, nodesAt, type XmlNode } from '../xml-tree.js'

// RFC 5005: sections 3 (pages, of which we write none) and 4 (archives).
const ofPages = new Set(['first', 'last', 'previous', 'next'])
const ofArchives = new Set(['current', 'prev-archive', 'next-archive'])

const completeWithLinks =
  '<fh:complete xmlns:fh="http://purl.org/syndication/history/1.0"/></channel>'

/** on archived feeds. */
export const archives: readonly Rule[] = [
  {
    id: 75,
    says: 'is not declared complete, which older articles and archive links would contradict',
    rss: completeFaults,
    atom: completeFaults,
    broken: [
      ['rss', '</channel>', completeWithLinks, 'before archives'],
      ['atom', '<fh:archive/>', '<fh:complete/>', 'archive page'],
    ],
  },
  {
    id: 76,
    says: 'links from an archive page to the current document and another page, and says what it is',
    rss: archivePageFaults,
    atom: archivePageFaults,
    broken: [
      ['rss', 'rel="current"', 'rel="related"', 'archive page'],
      ['atom', 'rel="current"', 'rel="related"', 'archive page'],
      ['rss', /rel="(?:prev|next)-archive"/g, 'rel="related"', 'archive page'],
      ['atom', '<fh:archive/>', '', 'archive page'],
      ['rss', '<fh:archive/>', '<fh:archive/><fh:archive/>', 'archive page'],
      ['rss', 'rel="prev-archive"', 'rel="next-archive"', 'before archives'],
    ],
  },
  {
    id: 77,
    says: 'links to archives once each and from the feed only, and never to pages',
    rss: (root) => relationFaults(nodesAt(root, 'channel/atom:link'), root),
    atom: (root) => relationFaults(nodesAt(root, 'link'), root),
    broken: [
      ['rss', 'rel="via"', 'rel="prev-archive"', 'before archives'],
      ['atom', 'rel="related"', 'rel="current"'],
      ['atom', 'rel="next-archive"', 'rel="next"', 'archive page'],
      ['rss', 'rel="next-archive"', 'rel="prev-archive"', 'archive page'],
    ],
  },
  {
    id: 78,
    says: 'has an address of its own as an archive page, and no hub to tell of changes',
    rss: (root) => stableFaults(nodesAt(root, 'channel/atom:link'), root),
    atom: (root) => stableFaults(nodesAt(root, 'link'), root),
    json: nextFaults,
    broken: [
      [
        'rss',
        'rel="next-archive" href="https://newsroom.example/archive/3"',
        'rel="hub" href="https://hub.example/"',
        'archive page',
      ],
      [
        'atom',
        'https://newsroom.example/news"',
        'https://newsroom.example/atom.xml"',
        'archive page',
      ],
      ['rss', 'archive/1"', 'archive/3"', 'archive page'],
      ['json', 'archive/3"', 'feed.json#3"', 'before archives'],
    ],
  },
]

function completeFaults(root: XmlNode): Faults {
  return count(named(root, 'fh:complete'), 0, 0, 'fh:complete')
}

function archivePageFaults(root: XmlNode): Faults {
  const relations = descendants(root).map(({ attributes }) => attributes['rel'])
  const marks = count(named(root, 'fh:archive'), 0, 1, 'fh:archive')
  if (named(root, 'fh:archive').length === 0) {
    // The document that people subscribe to is current itself and has nothing after it.
    return faultsOf(relations, (rel) => rel !== 'current' && rel !== 'next-archive', 'relation')
  }
  return [
    ...marks,
    ...(relations.includes('current') ? [] : ['no current']),
    ...(relations.includes('prev-archive') || relations.includes('next-archive')
      ? []
      : ['no page before or after']),
  ]
}

function relationFaults(ofFeed: readonly XmlNode[], root: XmlNode): Faults {
  const relations = (nodes: readonly XmlNode[], among: ReadonlySet<string>): readonly string[] =>
    nodes.flatMap(({ attributes: { rel = '' } }) => (among.has(rel) ? [rel] : []))
  const all = relations(descendants(root), ofArchives)
  return [
    ...repeated(all),
    ...count(all, 0, relations(ofFeed, ofArchives).length, 'archive links'),
    ...relations(descendants(root), ofPages),
  ]
}

function stableFaults(ofFeed: readonly XmlNode[], root: XmlNode): Faults {
  const isPage = named(root, 'fh:archive').length > 0
  const documents = ofFeed.flatMap(({ attributes: { rel = '', href = '' } }) =>
    rel === 'self' || ofArchives.has(rel) ? [href.replace(/#.*/, '')] : [],
  )
  const hubs = ofFeed.filter(({ attributes }) => attributes['rel'] === 'hub')
  return [...repeated(documents), ...(isPage ? count(hubs, 0, 0, 'hubs') : [])]
}

function nextFaults(feed: JsonFeedDocument): Faults {
  return repeated(
    [feed['feed_url'], feed['next_url']].flatMap((url) =>
      url === undefined ? [] : [String(url).replace(/#.*/, '')],
    ),
  )
}

function named(root: XmlNode, name: string): readonly XmlNode[] {
  return descendants(root).filter((node) => node.name === name)
}
