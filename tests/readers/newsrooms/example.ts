/** The newsroom of examples/press-release, as its subscribers have to see it. */
import { existsSync, readFileSync } from 'node:fs'
import matter from 'gray-matter'
import MarkdownIt from 'markdown-it'
import { markdownFolder } from 'pressfeed/node'
import { parse } from 'yaml'
import newsroom from '../../../examples/press-release/pressfeed.config.js'
import { blocksOf, type ExpectedArticle } from '../lab/expected.js'
import { feeds, type Site } from '../lab/serve.js'
import { instant } from '../lab/plain.js'

const root = 'examples/press-release'
const name = 'Salle de presse – exemple'

/** The example as it stands, but for the address of its site. */
export function exampleSite(origin: string): Site {
  return {
    newsroom: {
      ...newsroom,
      link: origin,
      authors: [{ name, url: origin }],
      // A folder of its own, since one remembers the site that it was read for first.
      articles: markdownFolder('news', { filesAt: '/press-release/' }),
      feeds,
    },
    root,
    now: '2026-01-01',
    file: (path) => {
      const file = `${root}/news/${path.replace(/^\/press-release\//, '')}`
      if (!path.endsWith('.png') || !existsSync(file)) return undefined
      return { type: 'image/png', bytes: readFileSync(file) }
    },
  }
}

/** The front matter of the files, by YAML alone. */
interface Written {
  readonly title: string
  readonly link: string
  readonly published: string
  readonly tags: readonly string[]
  readonly images?: readonly {
    readonly url: string
    readonly caption: string
    readonly credit: string
  }[]
  readonly corrections?: readonly { readonly note: string }[]
  readonly notesToEditors?: string
  readonly boilerplate?: string
  readonly contacts?: readonly { readonly email: string }[]
  readonly text: string
}

/** Of a text in two languages the first that came out, and the correction as an item of its own. */
export function expectedOfExample(origin: string): readonly ExpectedArticle[] {
  const release = written('feeds.fr.md')
  const meeting = written('article.fr.md')
  const link = new URL(release.link, origin).href
  const [{ note } = { note: '' }] = release.corrections ?? []
  const every = { authors: [name], language: 'fr', isRightToLeft: false }
  return [
    {
      ...every,
      title: `Rectificatif : ${release.title}`,
      link,
      published: '2025-11-04T02:59:59Z',
      summary: note,
      blocks: [note],
      pictures: [],
      tags: release.tags,
    },
    {
      ...every,
      title: release.title,
      link,
      published: instant(release.published) ?? '',
      summary: 'Un flux en français, un autre en anglais',
      blocks: [
        `Rectificatif du 4 novembre 2025 : ${note}`,
        'HANOÏ, le 3 novembre 2025 –',
        ...markdownBlocks(release.text),
        ...markdownBlocks(release.notesToEditors ?? ''),
        ...markdownBlocks(release.boilerplate ?? ''),
        ...(release.contacts ?? []).map(({ email }) => email),
      ],
      pictures: [],
      tags: release.tags,
    },
    {
      ...every,
      title: meeting.title,
      link: meeting.link,
      published: instant(meeting.published) ?? '',
      summary: 'En recevant le président du groupe Kaspersky',
      blocks: markdownBlocks(meeting.text),
      pictures: (meeting.images ?? []).map(({ url, caption, credit }) => ({
        url: new URL(`/press-release/${url}`, origin).href,
        caption,
        credit,
      })),
      tags: meeting.tags,
    },
  ]
}

function written(file: string): Written {
  const { data, content } = matter(readFileSync(`${root}/news/${file}`, 'utf8'), {
    engines: { yaml: (text: string) => parse(text) as object },
  })
  return { ...(data as Omit<Written, 'text'>), text: content }
}

function markdownBlocks(markdown: string): readonly string[] {
  return blocksOf(new MarkdownIt().render(markdown))
}
