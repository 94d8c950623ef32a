import { checkFeed, type FeedInput, type Issue } from 'pressfeed'

/** A feed of one article about which there is nothing to say. */
export const clean = {
  title: 'News',
  link: 'https://newsroom.example/',
  description: 'All news',
  language: 'en',
  articles: [{ title: 'One', link: '/1', published: '2026-03-02', body: '<p>The text.</p>' }],
} as const satisfies FeedInput

/** The clean feed with other members; they may be of types that TypeScript would refuse. */
export function feedWith(members: Readonly<Record<string, unknown>>): FeedInput {
  return { ...clean, ...members }
}

/** The clean feed with other members in its article. */
export function articleWith(members: Readonly<Record<string, unknown>>): FeedInput {
  return feedWith({ articles: [{ ...clean.articles[0], ...members }] })
}

/** A feed of articles that differ in title, link and date, each with more members. */
export function articlesWith(...members: readonly object[]): FeedInput {
  return feedWith({
    articles: members.map((own, n) => ({
      ...clean.articles[0],
      ...{
        title: `Title ${n}`,
        link: `/${n}`,
        published: `2026-03-${String(n + 1).padStart(2, '0')}`,
      },
      ...own,
    })),
  })
}

/** Code and path of every finding, in short: `invalid-id articles[0].id`. */
export function said(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, path }) => `${code} ${path}`.trim())
}

/** What is said of an input, in short. */
export function saidOf(input: FeedInput): readonly string[] {
  return said(checkFeed(input))
}
