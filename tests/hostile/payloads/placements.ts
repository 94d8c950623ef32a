/** Where an attack may stand in a newsroom's records, and in its files. */
import { createFeed, FeedError, type ArticleInput, type Feed, type FeedInput } from 'pressfeed'
import { fromMarkdown } from 'pressfeed/markdown'

/** A place of a record: the members that hold the attack. Errors must be about one of these. */
export interface Placement {
  readonly name: string
  readonly members: (payload: string, n: number) => Readonly<Record<string, unknown>>
}

const picture = { url: '/a.jpg', alt: 'Alt', caption: 'Caption', credit: 'Credit' }
const withPicture = (members: object) => ({ images: [{ ...picture, ...members }] })

/** Every place of an article that takes text, HTML or an address. */
export const placements: readonly Placement[] = [
  at('body', (body) => ({ body })),
  at('body, in a sentence', (text) => ({ body: `<p>Before ${text} after</p>` })),
  at('body, in a table', (text) => ({ body: `<table><tr><td>${text}<td>x</table>` })),
  at('body, in a list', (text) => ({ body: `<ul><li>${text}<li>x</ul>` })),
  at('body, in a link', (text) => ({ body: `<p><a href="/x">${text}</a></p>` })),
  at('body, in preformatted text', (text) => ({ body: `<pre>${text}</pre>` })),
  at('body, in a drawing', (text) => ({ body: `<svg>${text}` })),
  at('body, in a formula', (text) => ({ body: `<math><mtext>${text}` })),
  at('body, in a caption', (text) => ({
    body: `<figure><img src="/b.jpg" alt="B"><figcaption>${text}</figcaption></figure>`,
  })),
  at('body, as a title', (text) => ({ body: `<p title="${text}">x</p>` })),
  at('body, as alternative text', (text) => ({ body: `<img src="/b.jpg" alt='${text}'>` })),
  at('body, as an address', (text) => ({ body: `<a href="${text}">x</a><img src='${text}'>` })),
  at('body, as sizes', (text) => ({
    body: `<img src="/b.jpg" srcset="${text} 2x" sizes="${text}">`,
  })),
  at('title', (text) => ({ title: `A ${text}` })),
  at('summary', (summary) => ({ summary })),
  at('caption', (caption) => withPicture({ caption })),
  at('caption of a picture in the body', (caption) => ({
    ...withPicture({ caption }),
    body: '<p>Before</p><img src="/a.jpg"><p>after</p>',
  })),
  at('credit', (credit) => withPicture({ credit })),
  at('alt', (alt) => withPicture({ alt })),
  at('title of a picture', (title) => withPicture({ title })),
  at('copyright of a picture', (copyright) => withPicture({ copyright })),
  at('address of a picture', (text) => withPicture({ url: `/a.jpg?${text}` })),
  at('address of a picture, whole', (url) => withPicture({ url, type: 'image/jpeg' })),
  at('author', (text) => ({ authors: [`A ${text}`] })),
  at('address of an author', (url) => ({ authors: [{ name: 'A', url }] })),
  at('e-mail of an author', (email) => ({ authors: [{ name: 'A', email }] })),
  at('tag', (text) => ({ tags: [text] })),
  at('subject', (label) => ({
    subjects: [{ scheme: 'https://terms.example/', code: `c${label}`, label }],
  })),
  at('link', (text, n) => ({ link: `/${n}?${text}` })),
  at('link, behind the hash', (text, n) => ({ link: `/${n}#${text}` })),
  at('link, whole', (link) => ({ link })),
  at('base', (base) => ({ base, body: '<p><a href="x">x</a><img src="/b.jpg" alt="B"></p>' })),
  at('id', (text, n) => ({ id: `tag:newsroom.example,2026:${n}${text}` })),
  at('rights', (rights) => ({ rights })),
  at('release number', (releaseNumber) => ({ releaseNumber })),
  at('dateline', (dateline) => ({ dateline })),
  at('quotation', (text) => ({ quotes: [{ text: `Q ${text}`, speaker: text, role: text }] })),
  at('contact', (text) => ({
    contacts: [{ name: `C ${text}`, role: text, organization: text, phone: text }],
  })),
  at('e-mail of a contact', (email) => ({ contacts: [{ name: 'C', email }] })),
  at('address of a contact', (url) => ({ contacts: [{ name: 'C', url }] })),
  at('notes to editors', (notesToEditors) => ({ notesToEditors })),
  at('boilerplate', (boilerplate) => ({ boilerplate })),
  at('correction', (note) => ({
    corrections: [{ date: '2026-03-03', note: `N ${note}`, announce: true }],
  })),
  at('withdrawal', (text) => ({
    withdrawn: { date: '2026-03-03', reason: text, title: `W ${text}`, announce: true },
  })),
  at('source', (text) => ({
    source: { name: `S ${text}`, link: `https://works.example/?${text}` },
  })),
  at('location', (name) => ({ location: { name } })),
  at('attachment', (title) => ({ attachments: [{ url: '/f.pdf', title }] })),
  at('address of an attachment', (text) => ({ attachments: [{ url: `/f.pdf?${text}` }] })),
  at('translation', (link) => ({ translations: [{ language: 'fr', link }] })),
  at('data', (text) => ({ data: { [text]: text } })),
]

/** Where an attack may stand in a file: in its Markdown, and in its front matter. */
const inMarkdown: readonly (readonly [string, (payload: string) => string])[] = [
  ['body', (text) => text],
  ['sentence', (text) => `Before ${text} after`],
  ['list', (text) => `- ${text}\n- x`],
  ['quotation', (text) => `> ${text}`],
  ['heading', (text) => `## ${text}`],
  ['table', (text) => `| a | b |\n| --- | --- |\n| ${text} | x |`],
  ['emphasis', (text) => `**${text}** and *${text}*`],
  ['text of a link', (text) => `[${text}](/x)`],
  ['address of a link', (text) => `[x](${text})`],
  ['address of a link, in brackets', (text) => `[x](<${text}> "${text}")`],
  ['reference', (text) => `[x][y]\n\n[y]: ${text}\n`],
  ['automatic link', (text) => `<${text}>`],
  ['alternative text', (text) => `![${text}](/a.jpg)`],
  ['title of a picture', (text) => `![a](/a.jpg "${text}")`],
  ['address of a picture', (text) => `![a](${text})`],
  ['code', (text) => `\`${text}\``],
  ['fenced code', (text) => `\`\`\`${text}\n${text}\n\`\`\``],
  ['HTML block', (text) => `<div>\n${text}\n</div>\n\nafter`],
]

/** Files that hold an attack. */
export function filesOf(payload: string, place: (n: number) => string): readonly string[] {
  const head = (n: number, members: object) =>
    // JSON is YAML.
    Object.entries({ title: 'T', link: place(n), published: '2026-03-02', ...members })
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
      .join('')
  const bodies = inMarkdown.map(([, write], n) => `---\n${head(n, {})}---\n\n${write(payload)}\n`)
  const fields = placements
    .filter(({ name }) => !name.startsWith('body'))
    .map(({ members }, index) => {
      const n = bodies.length + index
      return `---\n${head(n, members(payload, n))}---\n\nThe text.\n`
    })
  return [...bodies, ...fields]
}

/** The feed that comes of an attack in every place, and the places that were refused. */
export interface Attacked {
  readonly feed: Feed
  readonly refused: readonly string[]
}

/** The attack in every field of a record. */
export function attackRecords(payload: string): Attacked {
  return made(
    payload,
    placements.map(({ name, members }, n) => [name, { ...record(n), ...members(payload, n) }]),
  )
}

/** The attack in every place of a file. */
export function attackFiles(payload: string): Attacked {
  const files = filesOf(payload, (n) => `/${n}`).map((file) => fromMarkdown(file))
  const read = files.flatMap(({ article }, n): Placed[] =>
    article === undefined ? [] : [[`file ${n}`, article]],
  )
  const refused = files.flatMap(({ article, issues }, n) => {
    if (article !== undefined) return []
    if (!issues.some(({ severity }) => severity === 'error')) throw new Error('refused in silence')
    return [`file ${n}`]
  })
  const { feed, refused: more } = made(payload, read)
  return { feed, refused: [...refused, ...more] }
}

/** The attack in as many fields of a feed and its only record as take it at once. */
export function attackOneRecord(payload: string): Feed {
  const members = placements
    .filter(({ name }) => !name.startsWith('withdrawal'))
    .map((placement) => placement.members(payload, 1))
  const kept = members.reduceRight<Record<string, unknown>>((all, each) => ({ ...all, ...each }), {
    ...record(1),
  })
  const head: Record<string, unknown> = { title: `News ${payload}`, ...headOf(payload) }
  for (;;) {
    try {
      const articles = [kept as unknown as ArticleInput]
      return createFeed({ ...usual, ...head, articles } as FeedInput, { now: '2026-04-01' })
    } catch (error) {
      if (!(error instanceof FeedError)) throw error
      const bad = error.issues.find(({ severity }) => severity === 'error')?.path ?? ''
      const [, inArticle, field = ''] = /^(articles\[0\]\.)?(\w+)/.exec(bad) ?? []
      const holder = inArticle === undefined ? head : kept
      if (!(field in holder)) throw error
      if (field === 'link') holder['link'] = '/1'
      else Reflect.deleteProperty(holder, field)
    }
  }
}

type Placed = readonly [name: string, record: ArticleInput]

// What is refused is left out; that it is refused for what it holds is seen by the others being made.
function made(payload: string, records: readonly Placed[]): Attacked {
  let kept = records
  let members: object = { title: `News ${payload}`, ...headOf(payload) }
  for (;;) {
    try {
      const articles = kept.map(([, article]) => article)
      const feed = createFeed({ ...usual, ...members, articles } as FeedInput, {
        now: '2026-04-01',
      })
      const left = new Set(kept)
      return { feed, refused: records.filter((each) => !left.has(each)).map(([name]) => name) }
    } catch (error) {
      if (!(error instanceof FeedError)) throw error
      const paths = error.issues
        .filter(({ severity }) => severity === 'error')
        .map(({ path }) => path)
      const bad = new Set(paths.map((path) => /^articles\[(\d+)\]/.exec(path)?.[1]))
      const before = kept.length
      kept = kept.filter((_, n) => !bad.has(String(n)))
      if (bad.has(undefined)) members = {}
      else if (kept.length === before) throw error
    }
  }
}

function headOf(payload: string) {
  return { description: `All news ${payload}`, copyright: payload, authors: [`A ${payload}`] }
}

const usual = {
  ...{ title: 'News', link: 'https://newsroom.example/', description: 'All news', language: 'en' },
  ...{ ids: 'link', tombstones: true },
}

function record(n: number): ArticleInput {
  return { title: `T${n}`, link: `/${n}`, published: '2026-03-02', body: '<p>The text.</p>' }
}

function at(name: string, members: Placement['members']): Placement {
  return { name, members }
}
