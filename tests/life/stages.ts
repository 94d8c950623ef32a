import type { ArticleInput, Newsroom } from 'pressfeed'

/** What a newsroom has at one time of a release's life. */
export interface Stage {
  readonly name: string
  readonly now: string
  readonly articles: readonly ArticleInput[]
}

const hour = '2026-03-02T09:00:00+01:00'

const release: ArticleInput = {
  title: 'Second plant opens',
  link: '/2026/second-plant',
  published: hour,
  language: 'en',
  tags: ['energy'],
  translationKey: 'second-plant',
  body: '<p>The plant will make 40,000 rotors a year.</p>',
  images: [
    {
      url: '/img/plant.jpg',
      alt: 'The plant',
      caption: 'The plant at dawn.',
      credit: 'Press office',
    },
  ],
}

const held = { ...release, embargo: hour }

const corrected: ArticleInput = {
  ...held,
  body: '<p>The plant will make 4,000 rotors a year.</p>',
  corrections: [
    {
      date: '2026-03-03T12:00:00+01:00',
      note: 'The plant makes 4,000 rotors a year, not 40,000.',
      announce: true,
    },
  ],
}

const translation: ArticleInput = {
  title: 'Une deuxième usine ouvre',
  link: '/fr/2026/deuxieme-usine',
  published: '2026-03-04T09:00:00+01:00',
  language: 'fr',
  tags: ['energy'],
  translationKey: 'second-plant',
  body: '<p>L’usine produira 4 000 rotors par an.</p>',
}

const replacement: ArticleInput = {
  title: 'Second plant will make 5,000 rotors',
  link: '/2026/second-plant-new',
  published: '2026-03-05T09:00:00+01:00',
  language: 'en',
  tags: ['energy'],
  replaces: '/2026/second-plant',
  expires: '2026-05-01T00:00:00+02:00',
  body: '<p>The plant will make 5,000 rotors a year.</p>',
}

const withdrawn: ArticleInput = {
  ...corrected,
  withdrawn: { date: '2026-03-06T15:00:00+01:00', reason: 'The supplier’s figures were wrong.' },
}

/** A statement that is there all the time, so that no feed is ever empty. */
const statement: ArticleInput = {
  title: 'A statement',
  link: '/statement',
  published: '2026-02-01T09:00:00+01:00',
  language: 'en',
  body: '<p>We regret the delay.</p>',
}

const rest = [translation, replacement, statement]

/** A release from its draft to the day on which nothing is left of it. */
export const stages: readonly Stage[] = [
  {
    ...{ name: 'a draft', now: '2026-03-01T12:00:00Z' },
    articles: [{ ...release, draft: true }, statement],
  },
  {
    ...{ name: 'a millisecond before the hour', now: '2026-03-02T07:59:59.999Z' },
    articles: [held, statement],
  },
  { name: 'at the hour', now: '2026-03-02T08:00:00Z', articles: [held, statement] },
  { name: 'corrected', now: '2026-03-03T12:00:00Z', articles: [corrected, statement] },
  {
    ...{ name: 'translated', now: '2026-03-04T12:00:00Z' },
    articles: [corrected, translation, statement],
  },
  {
    ...{ name: 'replaced', now: '2026-03-05T12:00:00Z' },
    articles: [corrected, ...rest],
  },
  { name: 'withdrawn', now: '2026-03-06T15:00:00Z', articles: [withdrawn, ...rest] },
  { name: 'after the notice', now: '2026-04-05T14:00:00Z', articles: [withdrawn, ...rest] },
  { name: 'expired', now: '2026-04-30T22:00:00Z', articles: [withdrawn, ...rest] },
]

/** The newsroom of that release, with a feed for everything, for each language, and for a tag. */
export function newsroomAt({ articles }: Pick<Stage, 'articles'>): Newsroom {
  const formats = ['rss', 'atom', 'json'] as const
  const slices = {
    all: undefined,
    en: { language: 'en' },
    fr: { language: 'fr' },
    energy: { tag: 'energy' },
  }
  return {
    title: 'Newsroom',
    link: 'https://newsroom.example/',
    description: 'Press releases',
    language: 'en',
    timeZone: 'Europe/Paris',
    updated: '2026-02-01T09:00:00+01:00',
    authors: ['Press office'],
    articles,
    feeds: Object.entries(slices).flatMap(([name, only]) =>
      formats.map((format) => ({
        format,
        path: `/${name}.${format === 'json' ? 'json' : `${format}.xml`}`,
        only,
        ...(name === 'all' && { title: 'Newsroom' }),
      })),
    ),
    opml: '/feeds.opml',
  }
}
