import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { FeedError, type Issue, type IssueCode, type Newsroom } from 'pressfeed'
import { announce, build, check, jsonFile, markdownFolder } from 'pressfeed/node'
import { openOutput } from '../../src/node/output.js'
import { jpeg, png } from '../image/picture-bytes.js'
import { temporaryFolder } from '../node/temporary-folder.js'

/** The smallest newsroom on disk whose build has a finding, and how the line of that finding begins. */
export interface ProvokedByBuild {
  readonly code: IssueCode
  /** File, line, column and path, as `formatIssue` writes them; empty for the newsroom as a whole. */
  readonly place: string
  readonly files: Files
  readonly articles?: Newsroom['articles']
  /** What takes the place of these files after they were built; then the newsroom is checked. */
  readonly changed?: Files
  /** The feeds, if they are not one that carries everything; and those that take their place. */
  readonly feeds?: Newsroom['feeds']
  readonly feedsThen?: Newsroom['feeds']
  readonly hosts?: Newsroom['hosts']
  /** What is looked for beside what is wrong. Default: neither credits nor contacts. */
  readonly lint?: Newsroom['lint']
  /** The hub that the newsroom then has; its feeds are announced, in a dry run. */
  readonly hubThen?: string
  /** Whether another build is at work in the output folder. */
  readonly isHeld?: boolean
}

type Files = Readonly<Record<string, string | Uint8Array>>

const plant = 'content/news/plant.md'

/** A newsroom for each code that only a build or a check can give. */
export const builds: readonly ProvokedByBuild[] = [
  {
    ...{ code: 'not-json', place: 'articles.json:1:18 ' },
    files: { 'articles.json': '[{"title": "One",}]' },
    articles: jsonFile('articles.json'),
  },
  {
    ...{ code: 'cannot-read', place: 'content/nwes ' },
    files: { [plant]: release() },
    articles: markdownFolder('content/nwes'),
  },
  { code: 'cannot-write', place: '', files: { [plant]: release(), dist: '' } },
  { code: 'output-in-use', place: '', files: { [plant]: release() }, isHeld: true },
  {
    ...{ code: 'outside-folder', place: `${plant}:7:5 images[0].url: ` },
    files: { [plant]: release({ picture: '../../notes/plant.jpg' }) },
  },
  {
    ...{ code: 'missing-file', place: `${plant}:7:5 images[0].url: ` },
    files: {
      [plant]: release({ picture: '/img/plant.jpg' }),
      'public/img/Plant.jpg': jpeg(40, 30),
    },
  },
  {
    ...{ code: 'not-a-picture', place: `${plant}:7:5 images[0].url: ` },
    files: {
      [plant]: release({ picture: 'plant.jpg' }),
      'content/news/plant.jpg': '<!doctype html><p>Not found',
    },
  },
  {
    ...{ code: 'file-type-differs', place: `${plant}:7:5 images[0].url: ` },
    files: {
      [plant]: release({ picture: 'plant.jpg' }),
      'content/news/plant.jpg': png(40, 30),
    },
  },
  {
    ...{ code: 'picture-too-large', place: `${plant}:7:5 images[0].url: ` },
    files: {
      [plant]: release({ picture: 'plant.jpg' }),
      'content/news/plant.jpg': Buffer.concat([jpeg(40, 30), Buffer.alloc(6_200_000)]),
    },
  },
  {
    ...{ code: 'document-too-large', place: 'feeds: ' },
    files: { [plant]: release({ text: 'The plant makes rotors. '.repeat(220_000) }) },
  },
  {
    ...{ code: 'article-in-no-feed', place: 'feeds: ' },
    files: { [plant]: release() },
    feeds: [{ format: 'rss', path: '/fr.xml', only: { language: 'fr' } }],
  },
  {
    ...{ code: 'host-limits', place: 'feeds: ' },
    files: { [plant]: release() },
    feeds: [
      { format: 'rss', path: '/rss.xml', archive: true },
      { format: 'rss', path: '/rss-archive/all.xml' },
    ],
    hosts: 'netlify',
  },
  {
    ...{ code: 'feed-lost', place: 'feeds: ' },
    files: { [plant]: release() },
    feeds: [{ format: 'rss', path: '/old.xml' }],
    feedsThen: [{ format: 'rss', path: '/new.xml' }],
    changed: {},
  },
  {
    ...{ code: 'feed-out-of-date', place: '' },
    files: { [plant]: release() },
    hubThen: 'https://hub.example/',
  },
  {
    ...{ code: 'id-changed', place: `${plant}:6:1 id: ` },
    files: { [plant]: release({ id: 'tag:newsroom.example,2026:1' }) },
    changed: { [plant]: release({ id: 'tag:newsroom.example,2026:2' }) },
  },
  {
    ...{ code: 'article-lost', place: 'dist/rss.xml ' },
    files: {
      [plant]: release({ id: 'tag:newsroom.example,2026:1' }),
      'content/news/rotors.md': release({ title: 'Rotors', link: '/2026/rotors', day: '03' }),
    },
    changed: { [plant]: release({ id: 'tag:newsroom.example,2026:1', isDraft: true }) },
  },
  {
    ...{ code: 'date-moved', place: `${plant}:4:1 published: ` },
    files: { [plant]: release() },
    changed: { [plant]: release({ day: '04' }) },
  },
  {
    ...{ code: 'picture-without-credit', place: `${plant}:7:5 images[0].credit: ` },
    files: { [plant]: release({ picture: 'plant.jpg' }), 'content/news/plant.jpg': jpeg(40, 30) },
    ...{ lint: { contact: false }, changed: {} },
  },
  {
    ...{ code: 'no-contact', place: `${plant}:1:1 contacts: ` },
    files: { [plant]: release() },
    ...{ lint: { credit: true }, changed: {} },
  },
  {
    ...{ code: 'long-title', place: `${plant}:2:1 title: ` },
    files: { [plant]: release() },
    ...{ lint: { titleLength: 10, contact: false }, changed: {} },
  },
  {
    ...{ code: 'boilerplate-in-summary', place: `${plant}:1:1 summary: ` },
    files: {
      [plant]: release({
        more: ['boilerplate: The Ministry looks after energy.'],
        text: 'The Ministry looks after energy. Now it opens a plant.',
      }),
    },
    ...{ lint: { contact: false }, changed: {} },
  },
  {
    ...{ code: 'translation-missing', place: `${plant}:6:1 translationKey: ` },
    files: { [plant]: release({ more: ['translationKey: plant'] }) },
    ...{ lint: { contact: false, languages: ['en', 'fr'] }, changed: {} },
  },
]

/**
 * Builds, or checks, and tells what was found, as a person who works in the folder of the newsroom reads
 * it. The number of the process, which is another each time, is 4711.
 */
export async function findingsOf(provoked: ProvokedByBuild): Promise<readonly Issue[]> {
  const folder = temporaryFolder(provoked.files)
  const newsroom: Newsroom = {
    title: 'Newsroom',
    link: 'https://newsroom.example/',
    description: 'Press releases',
    language: 'en',
    timeZone: 'Europe/Paris',
    articles: provoked.articles ?? markdownFolder('content/news', { publicFolder: 'public' }),
    hosts: provoked.hosts,
    feeds: provoked.feeds ?? [{ format: 'rss', path: '/rss.xml' }],
    lint: provoked.lint ?? { contact: false, credit: false },
  }
  const outDir = join(folder, 'dist')
  const options = { root: folder, outDir, now: '2026-03-31' }
  const other = provoked.isHeld ? await openOutput(outDir, { dryRun: false }) : undefined
  const issues = await build(newsroom, options)
    .then((report) => report.issues)
    .catch(issuesOf)
    .finally(() => other?.abandon())
  if (provoked.hubThen !== undefined) {
    const announced = { ...newsroom, hub: provoked.hubThen }
    return (await announce(announced, { outDir, dryRun: true })).issues
  }
  if (provoked.changed === undefined) return issues.map((issue) => seenFrom(folder, issue))
  for (const [path, content] of Object.entries(provoked.changed)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const feeds = provoked.feedsThen ?? newsroom.feeds
  const { issues: compared } = await check({ ...newsroom, feeds }, options)
  return compared.map((issue) => seenFrom(folder, issue))
}

function issuesOf(error: unknown): readonly Issue[] {
  if (error instanceof FeedError) return error.issues
  throw error
}

function seenFrom(folder: string, { file, message, ...issue }: Issue): Issue {
  return {
    ...issue,
    ...(file !== undefined && {
      file: file.replace(/^(?:\.\.\/)+/, '/').replace(`${folder}/`, ''),
    }),
    message: message.replaceAll(`${folder}/`, '').replace(`process ${process.pid}`, 'process 4711'),
  }
}

interface Release {
  readonly title?: string
  readonly link?: string
  readonly day?: string
  readonly id?: string
  readonly isDraft?: boolean
  readonly picture?: string
  readonly text?: string
  /** More lines of front matter. */
  readonly more?: readonly string[]
}

function release(given: Release = {}): string {
  const { title = 'Plant opens', link = '/2026/plant', day = '02', id, isDraft, picture } = given
  const lines = [
    '---',
    `title: ${title}`,
    `link: ${link}`,
    `published: 2026-03-${day} 09:00`,
    'author: Press office',
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(isDraft === true ? ['draft: true'] : []),
    ...(given.more ?? []),
    ...(picture === undefined
      ? []
      : [
          'images:',
          `  - url: ${picture}`,
          '    alt: The plant',
          '    caption: The plant at dawn.',
        ]),
    ...['---', given.text ?? 'The plant makes rotors.', ''],
  ]
  return lines.join('\n')
}
