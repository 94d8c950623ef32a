/** Rules on what this library never writes. */
export interface NeverWritten {
  readonly id: number
  readonly why: string
  /** Names of elements (those of Atom with `atom:`), attributes or relations. */
  readonly names: readonly string[]
}

export const neverWritten: readonly NeverWritten[] = [
  { id: 42, why: 'rssCloud: WebSub is what hubs speak today', names: ['cloud'] },
  { id: 43, why: 'a search box that no reader shows', names: ['textInput'] },
  {
    id: 57,
    why: 'releases have no comments',
    names: ['comments', 'wfw:comment', 'wfw:commentRss'],
  },
  { id: 59, why: 'different pictures are siblings, not one group', names: ['media:group'] },
  { id: 61, why: 'every file is whole', names: ['expression'] },
  { id: 68, why: 'files are not read when feeds are made', names: ['media:hash'] },
  {
    id: 69,
    why: 'not part of the record',
    names: ['media:rating', 'media:restriction', 'media:adult'],
  },
  {
    id: 71,
    why: 'errors for the validator',
    names: (
      'media:status media:rights media:license media:location media:embed media:price ' +
      'media:community media:scenes media:subTitle media:peerLink'
    ).split(' '),
  },
  { id: 74, why: 'no threads', names: ['thr:count', 'thr:updated', 'thr:when', 'thr:in-reply-to'] },
  { id: 93, why: 'an article that is gone is gone', names: ['at:deleted-entry'] },
  { id: 94, why: 'a source is a link rel=via', names: ['atom:source'] },
  { id: 95, why: 'drafts are no input', names: ['app:control', 'app:draft', 'app:edited'] },
]
