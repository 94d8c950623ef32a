import type { FeedInput } from 'pressfeed'

const people = [
  'Press office',
  { name: 'Duty desk', url: '/press', email: 'press@newsroom.example' },
] as const

const months = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** The present of {@link rich}. */
export const now = '2026-06-01'

/** A feed that has every field, and about which there is nothing to say. */
export const rich = {
  title: 'News',
  link: 'https://newsroom.example/',
  description: 'All news',
  language: 'en',
  id: 'tag:newsroom.example,2026:feed',
  updated: '2026-03-05',
  timeZone: '',
  hub: ['https://hub.example/'],
  authors: people,
  copyright: '© 2026 The works',
  logo: { url: '/logo.png', width: 144, height: 400 },
  icon: '/icon.png',
  ttlInMinutes: 60,
  tags: ['energy'],
  generator: true,
  words: { en: { contact: 'Whom to ask', months } },
  withdrawalNoticeInDays: 365,
  tombstones: true,
  allTranslations: true,
  lint: {
    titleLength: 100,
    credit: true,
    contact: true,
    boilerplate: true,
    translation: true,
    languages: ['en'],
  },
  ids: 'uuid',
  data: { own: { list: ['One'] } },
  articles: [
    {
      title: 'The first release',
      link: '/1',
      published: '2026-03-02',
      updated: '2026-03-03',
      id: 'tag:newsroom.example,2026:1',
      body: '<p>The text.</p>',
      base: '/files/',
      draft: false,
      embargo: '2026-03-02',
      corrections: [{ date: '2026-03-04', note: 'Rotors, not motors.', announce: false }],
      replaces: ['tag:newsroom.example,2026:3'],
      dateline: { place: 'LYON', date: '2026-03-01' },
      quotes: [{ text: 'We build.', speaker: 'The minister', role: 'Minister of Energy' }],
      notesToEditors: '<p>Pictures are free of charge.</p>',
      boilerplate: '<p>The works makes rotors.</p>',
      contacts: [
        {
          name: 'Duty desk',
          role: 'Press office',
          organization: 'The works',
          email: 'press@newsroom.example',
          phone: '+33 1 23 45 67 89',
          url: '/press',
        },
      ],
      summary: 'A plant opens.',
      images: [
        {
          url: '/plant.jpg',
          alt: 'The plant',
          caption: 'The plant at dawn.',
          credit: 'Press office',
          title: 'Dawn',
          type: 'image/jpeg',
          bytes: 1000,
          width: 40,
          height: 30,
          copyright: '© 2026 The works',
          license: 'https://license.example/by',
        },
      ],
      attachments: [
        {
          url: '/facts.pdf',
          title: 'Facts',
          type: 'application/pdf',
          bytes: 1000,
          durationInSeconds: 60,
        },
      ],
      authors: people,
      tags: ['plants'],
      subjects: ['medtop:20000763', { scheme: 'https://terms.example/', code: '7', label: 'Wind' }],
      language: 'en-GB',
      translations: [{ language: 'fr', link: '/fr/1' }],
      translationKey: 'first',
      source: {
        name: 'The works',
        link: 'https://works.example/1',
        feed: 'https://works.example/rss.xml',
      },
      location: { name: 'Lyon', latitude: 45.75, longitude: 4.85 },
      rights: '© 2026 The ministry',
      license: 'https://license.example/by-nd',
      releaseNumber: '2026-014',
      expires: '2027-03-02',
      data: { own: { list: ['One'] } },
    },
    {
      title: 'The second release',
      link: '/2',
      id: 'tag:newsroom.example,2026:2',
      published: '2026-03-05',
      body: '<p>The text.</p>',
      withdrawn: {
        date: '2026-03-06',
        reason: 'It was sent by mistake.',
        title: 'A release that is gone',
        announce: false,
      },
      authors: people,
      translations: [{ language: 'fr', link: '/fr/2' }],
      releaseNumber: '2026-015',
    },
    {
      title: 'The third release',
      link: '/3',
      id: 'tag:newsroom.example,2026:3',
      published: '2026-02-03',
      body: '<p>The text.</p>',
      dateline: 'LYON',
      replaces: 'tag:newsroom.example,2026:2',
    },
  ],
} as const satisfies FeedInput

/** {@link rich} with another value at a path such as `articles[0].images[0].url`. */
export function richWith(path: string, value: unknown): FeedInput {
  return put(rich, keysOf(path), value) as FeedInput
}

function put(into: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const members = (into ?? {}) as Readonly<Record<string, unknown>>
  const member = put(members[key], rest, value)
  if (!Array.isArray(into)) return { ...members, [key]: member }
  return into.map((item: unknown, index) => (String(index) === key ? member : item))
}

function keysOf(path: string): readonly string[] {
  return path.match(/[^.[\]]+/g) ?? []
}

/** The paths of all values of a kind of input that hold no others: `logo.width`, `tags[0]`. */
export function leavesOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, member]) => {
    if (Array.isArray(value)) return leavesOf(member, `${path}[${name}]`)
    return leavesOf(member, path === '' ? name : `${path}.${name}`)
  })
}
