import { defineExtension, element, toAtom, toRss } from 'pressfeed'
import type { Feed, FeedInput, IssueCode } from 'pressfeed'
import { articleWith, clean, feedWith } from '../hostile/feed-with.js'

/** The smallest input that provokes a finding, and where it is found. */
export interface Provoked {
  readonly code: IssueCode
  readonly path: string
  readonly input: FeedInput
  readonly now?: string
  /** Set where the feed is made and only a writer refuses it. */
  readonly write?: (feed: Feed) => string
}

const paris = 'Europe/Paris'
const [article] = clean.articles

/** One input for each error that a feed can be refused for. */
export const refusals: readonly Provoked[] = [
  { code: 'missing-field', path: 'title', input: feedWith({ title: '' }) },
  { code: 'empty-title', path: 'articles[0].title', input: articleWith({ title: ' ' }) },
  { code: 'wrong-type', path: 'articles[0].tags', input: articleWith({ tags: 'energy' }) },
  { code: 'invalid-value', path: 'ttlInMinutes', input: feedWith({ ttlInMinutes: 0 }) },
  { code: 'invalid-address', path: 'articles[0].link', input: articleWith({ link: 'https://' }) },
  {
    ...{ code: 'relative-address', path: 'link' },
    input: feedWith({ link: '/news', articles: [], updated: '2026-03-02' }),
  },
  { code: 'address-scheme', path: 'icon', input: feedWith({ icon: 'data:image/png,x' }) },
  { code: 'invalid-id', path: 'articles[0].id', input: articleWith({ id: 'tag:newsroom,1:x' }) },
  {
    ...{ code: 'duplicate-id', path: 'articles[1].id' },
    input: feedWith({
      articles: [
        { ...article, id: 'tag:newsroom.example,2026:1' },
        ...[{ ...article, title: 'Two', link: '/2', published: '2026-03-03' }].map((second) => ({
          ...second,
          id: 'tag:newsroom.example,2026:1',
        })),
      ],
    }),
  },
  {
    ...{ code: 'unreadable-date', path: 'articles[0].published' },
    input: articleWith({ published: '2 March' }),
  },
  {
    ...{ code: 'impossible-date', path: 'articles[0].expires' },
    input: articleWith({ expires: '2026-02-30' }),
  },
  {
    ...{ code: 'ambiguous-date', path: 'updated' },
    input: feedWith({ updated: '2026-10-25T02:30', timeZone: paris }),
  },
  {
    ...{ code: 'date-without-zone', path: 'articles[0].published' },
    input: articleWith({ published: '2026-03-02T09:00' }),
  },
  {
    ...{ code: 'updated-before-published', path: 'articles[0].updated' },
    input: articleWith({ updated: '2026-03-01' }),
  },
  {
    ...{ code: 'published-before-embargo', path: 'articles[0].published' },
    ...{ input: articleWith({ embargo: '2026-03-03' }), now: '2026-03-04' },
  },
  {
    ...{ code: 'expires-before-published', path: 'articles[0].expires' },
    input: articleWith({ expires: '2026-03-02' }),
  },
  {
    ...{ code: 'misspelt-embargo', path: 'articles[0].embargoUntil' },
    input: articleWith({ embargoUntil: '2026-03-03' }),
  },
  { code: 'invalid-time-zone', path: 'timeZone', input: feedWith({ timeZone: 'Mars/Olympus' }) },
  { code: 'invalid-language', path: 'language', input: feedWith({ language: 'english' }) },
  {
    ...{ code: 'invalid-email', path: 'authors[0].email' },
    input: feedWith({ authors: [{ name: 'Press office', email: 'press' }] }),
  },
  {
    ...{ code: 'invalid-media-type', path: 'articles[0].attachments[0].type' },
    input: articleWith({ attachments: [{ url: '/facts', type: 'pdf' }] }),
  },
  {
    ...{ code: 'missing-media-type', path: 'articles[0].attachments[0].type' },
    input: articleWith({ attachments: [{ url: '/facts' }] }),
  },
  {
    ...{ code: 'invalid-location', path: 'articles[0].location' },
    input: articleWith({ location: { latitude: 91, longitude: 0 } }),
  },
  {
    code: 'illegal-character',
    path: 'articles[0]',
    input: clean,
    write: (feed) => toRss(feed, broken('\u0000')),
  },
  {
    ...{ code: 'id-not-uri-in-atom', path: 'articles[0].id' },
    input: articleWith({ id: 'a1b2c3d4e5' }),
    write: (feed) => toAtom(feed),
  },
  {
    ...{ code: 'invalid-extension', path: 'extensions[0]' },
    input: clean,
    write: (feed) =>
      toRss(feed, { extensions: [{ prefix: 'media', namespace: 'https://x.example/' }] }),
  },
]

function broken(text: string) {
  const namespace = 'https://newsroom.example/ns'
  const note = () => [element('ev:note', {}, text)]
  return { extensions: [defineExtension({ prefix: 'ev', namespace, article: note })] }
}
