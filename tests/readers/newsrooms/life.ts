/** A release that comes out, is corrected, and is withdrawn. */
import type { ArticleInput } from 'pressfeed'
import { feeds, type Site } from '../lab/serve.js'

/** What is seen of the release at each time of its life, and what must no longer be. */
export const life = {
  title: 'The third quay will be open in May',
  wrong: 'The third quay will take 40,000 ships a year.',
  right: 'The third quay will take 4,000 ships a year.',
  correction: 'Correction, 4 November 2025: It will be 4,000 ships, not 40,000.',
  announcedCorrection: 'Correction: The third quay will be open in May',
  notice: 'This press release, published on 3 November 2025, was withdrawn on 6 November 2025.',
  reason: 'The quay will not be built.',
  withdrawnTitle: 'Withdrawn: press release of 3 November 2025',
  announcedWithdrawal: 'Notice: press release of 3 November 2025 withdrawn',
} as const

const published: ArticleInput = {
  title: life.title,
  link: '/2025/third-quay',
  published: '2025-11-03T09:00:00+01:00',
  body: `<p>${life.wrong}</p>`,
}

const corrected: ArticleInput = {
  ...published,
  body: `<p>${life.right}</p>`,
  corrections: [
    {
      date: '2025-11-04T12:00:00+01:00',
      note: 'It will be 4,000 ships, not 40,000.',
      announce: true,
    },
  ],
}

const withdrawn: ArticleInput = {
  ...corrected,
  withdrawn: { date: '2025-11-06T12:00:00+01:00', reason: life.reason },
}

const stages = {
  published: { record: published, now: '2025-11-03T12:00:00Z' },
  corrected: { record: corrected, now: '2025-11-04T12:00:00Z' },
  withdrawn: { record: withdrawn, now: '2025-11-06T12:00:00Z' },
} as const

export function lifeSite(origin: string, stage: keyof typeof stages): Site {
  const { record, now } = stages[stage]
  return {
    newsroom: {
      title: 'Newsroom of the third quay',
      link: origin,
      description: 'One release and what became of it',
      language: 'en',
      authors: ['Press office of the Harbour'],
      articles: [{ ...record, id: `tag:harbour.example,2025:${new URL(origin).port}-quay` }],
      feeds,
    },
    now,
    file: () => undefined,
  }
}
