import type { Article, Feed, SafeHtml } from 'pressfeed'

/** HTML as the html room would have made it. */
export function html(text: string): SafeHtml {
  return text as SafeHtml
}

/** An article that has everything. What was withdrawn or announced is another one: see the tests. */
export const release: Article = {
  id: 'tag:newsroom.example,2026:plant',
  title: 'Second plant opens – “a third more” & <greener>',
  link: 'https://newsroom.example/2026/plant',
  published: '2026-03-02T08:00:00Z',
  updated: '2026-03-04T10:00:00Z',
  summary: 'The plant on the river makes rotors.',
  content: html('<p>PARIS, 2 March 2026 – The plant makes rotors.</p>'),
  images: [
    {
      url: 'https://newsroom.example/img/gate.jpg',
      alt: 'The minister at the gate',
      caption: 'The minister opens the gate.',
      credit: 'The photographer',
      title: 'Opening',
      type: 'image/jpeg',
      bytes: 123456,
      width: 1200,
      height: 800,
      copyright: '© 2026 The photographer',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    },
    { url: 'https://cdn.example/hall.png', alt: '' },
  ],
  attachments: [
    {
      url: 'https://newsroom.example/facts.pdf',
      type: 'application/pdf',
      title: 'Fact sheet',
      bytes: 4096,
    },
    { url: 'https://newsroom.example/speech.mp3', type: 'audio/mpeg', durationInSeconds: 61.4 },
  ],
  authors: [
    {
      name: 'The duty editor',
      url: 'https://newsroom.example/duty-editor',
      email: 'editor@newsroom.example',
    },
    { name: 'Press office', email: 'press@newsroom.example' },
  ],
  tags: ['plants', 'energy & climate'],
  subjects: [
    {
      scheme: 'http://cv.iptc.org/newscodes/mediatopic/',
      code: '20000284',
      label: 'renewable energy',
    },
    { scheme: 'https://schema.org/tickerSymbol', code: 'XPAR:TTE', label: 'TotalEnergies' },
    { scheme: 'urn:iso:std:iso:6166', code: 'FR0000120271', label: 'TotalEnergies' },
  ],
  language: 'en-GB',
  translations: [
    {
      language: 'fr',
      link: 'https://newsroom.example/fr/usine',
      id: 'tag:newsroom.example,2026:usine',
    },
    { language: 'vi', link: 'https://newsroom.example/vi/nha-may' },
  ],
  source: {
    name: 'The Works & Co',
    link: 'https://works.example/news/2',
    feed: 'https://works.example/rss.xml',
  },
  location: { name: 'Lyon', point: [45.75, 4.85] },
  rights: '© 2026 The Ministry',
  license: 'https://creativecommons.org/licenses/by-nd/4.0/',
  releaseNumber: '2026-014',
  expires: '2027-01-01T00:00:00Z',
  corrections: [
    { date: '2026-03-04T10:00:00Z', note: 'It opens at nine, not at ten.' },
    { date: '2026-03-03T10:00:00Z', note: 'It costs 12 million.' },
  ],
  replaces: [
    {
      id: 'tag:newsroom.example,2026:plan',
      link: 'https://newsroom.example/2026/plan',
      title: 'A plan for a plant',
      published: '2026-01-02T08:00:00Z',
    },
    { link: 'https://newsroom.example/2025/idea' },
  ],
  replacedBy: [{ id: 'tag:newsroom.example,2026:third', title: 'Third plant opens' }],
  withdrawn: undefined,
  announces: undefined,
  dateline: {
    place: 'PARIS',
    date: '2026-03-02T00:00:00Z',
    text: 'PARIS, 2 March 2026',
  },
  contacts: [
    {
      name: 'The press desk',
      role: 'Press officer',
      organization: 'The Ministry',
      email: 'desk@newsroom.example',
      phone: '+33 1 23 45 67 89',
      url: 'https://newsroom.example/desk',
    },
    { name: 'Night desk' },
  ],
  quotes: [
    { text: 'We are glad.', speaker: 'The minister', role: 'Minister of Energy' },
    { text: 'So are we.', speaker: 'The minister' },
    { text: 'Nobody said this.' },
  ],
  notesToEditors: html('<p>Doors open at nine.</p><ul><li>Bring a pass &amp; a pen.</li></ul>'),
  boilerplate: html('<p>The Ministry &amp; its plants.</p>'),
  data: { stage: 'final' },
}

/** The article with the fewest values. */
export const shortest: Article = {
  id: 'urn:uuid:00000000-0000-5000-8000-000000000000',
  title: 'One',
  link: 'https://least.example/1',
  published: '2026-03-02T00:00:00Z',
  updated: '2026-03-02T00:00:00Z',
  summary: 'One',
  content: html('<p>One</p>'),
  images: [],
  attachments: [],
  authors: [],
  tags: [],
  subjects: [],
  translations: [],
  corrections: [],
  replaces: [],
  replacedBy: [],
  contacts: [],
  quotes: [],
  data: {},
}

/** A newsroom that has everything. */
export const newsroom: Feed = {
  title: 'Newsroom of the Ministry',
  link: 'https://newsroom.example/',
  description: 'Press releases',
  language: 'en',
  id: 'tag:newsroom.example,2026:feed',
  updated: '2026-03-04T10:00:00Z',
  hubs: [],
  authors: [{ name: 'Press office', url: 'https://newsroom.example/press' }],
  copyright: '© 2026 The newsroom',
  logo: { url: 'https://newsroom.example/logo.png', width: 144, height: 72, fitsRss: true },
  tags: [],
  generator: true,
  tombstones: false,
  articles: [release],
  data: {},
  issues: [],
}

/** A newsroom with the fewest values. */
export const leastNewsroom: Feed = {
  title: 'News',
  link: 'https://least.example/',
  description: 'All news',
  language: 'vi',
  hubs: [],
  authors: [],
  tags: [],
  generator: true,
  tombstones: false,
  articles: [shortest],
  data: {},
  issues: [],
}

/** The release as it is after it was taken back. */
export const withdrawn: Article = {
  ...shortest,
  title: 'Withdrawn: press release of 2 March 2026',
  updated: '2026-03-05T09:00:00Z',
  withdrawn: { date: '2026-03-05T09:00:00Z', reason: 'The figures were wrong.' },
}

/** Text that has ended scripts early, or kept them from ending. */
export const scriptBreakers: readonly string[] = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '</SCRIPT\n>',
  '--><![CDATA[ ]]>',
  'line\u2028separator\u2029end',
  '\\u003C and \\</script> and "quotes"',
  '<!-- <script> --> </script>',
]

/** The value at a path such as `about[0].termCode`; a missing step gives `undefined`. */
export function at(value: unknown, path: string): unknown {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
  return steps.reduce<unknown>(
    (inner, step) => (inner as Record<string, unknown> | undefined)?.[step],
    value,
  )
}

/** Paths of everything that stands for nothing: null, empty texts, lists and objects. */
export function empties(value: unknown, path = ''): readonly string[] {
  if (value === null || value === '') return [path]
  if (typeof value !== 'object') return []
  const members = Object.entries(value)
  return members.length === 0
    ? [path]
    : members.flatMap(([name, inner]) => empties(inner, `${path}/${name}`))
}
