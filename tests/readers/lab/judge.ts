/** Whether a reader has and shows what a subscriber is promised, a field at a time. */
import type { ExpectedArticle } from './expected.js'
import { plain } from './plain.js'
import type { Shown, StoredArticle } from './reader.js'
import { isRightToLeft } from './shown-html.js'

/** What holds, and what does not, in a sentence each. */
export interface Check {
  readonly holds: boolean
  readonly what: string
}

export interface Got {
  readonly stored: StoredArticle
  readonly shown: Shown
}

type Judge = (expected: ExpectedArticle, got: Got) => readonly Check[]

const judges = {
  title: ({ title }, { stored }) => [
    same('title', plain(title), stored.title && plain(stored.title)),
  ],
  link: ({ link }, { stored }) => [same('link', link, stored.link)],
  // What the library makes of a link by a rule of its own is only looked at for being there.
  id: ({ id }, { stored }) => [
    id === undefined ? check('an id', Boolean(stored.id)) : same('id', id, stored.id),
  ],
  author: ({ authors }, { stored }) => [
    same('authors', authors.join(', '), stored.authors?.map(plain).join(', ')),
  ],
  date: ({ published }, { stored }) => [same('date', published, stored.published)],
  summary: ({ summary }, { stored }) => [
    check(
      `a summary that begins with ${quoted(summary)}, not ${quoted(stored.summary)}`,
      plain(stored.summary ?? '').startsWith(plain(summary)),
    ),
  ],
  'full text': ({ blocks }, { shown }) => inOrder(blocks.map(plain), plain(shown.text)),
  'each picture': ({ pictures }, { shown }) =>
    pictures.map(({ url }) => check(`the picture ${url}`, shown.pictures.includes(url))),
  // Nor may there be a picture that the article has not.
  'shown once': ({ pictures }, { shown }) => {
    const known = pictures.map(({ url }) => url)
    const others = shown.pictures.filter((url) => !known.includes(url))
    return [
      ...known.map((url) => {
        const times = shown.pictures.filter((each) => each === url).length
        return check(`once, not ${times} times, ${url}`, times === 1)
      }),
      check(
        `the text with no other pictures than its own: ${others.join(' ')}`,
        shown.text !== '' && others.length === 0,
      ),
    ]
  },
  caption: ({ pictures }, { shown }) =>
    pictures.map(({ caption }) => {
      const times = count(plain(caption), plain(shown.text))
      return check(`once, not ${times} times, the caption ${quoted(caption)}`, times === 1)
    }),
  // It stands with its caption, at most a word further on.
  credit: ({ pictures }, { shown }) =>
    pictures.map(({ caption, credit }) => {
      const [, ...after] = plain(shown.text).split(plain(caption))
      const isThere = after.some((text) =>
        text.slice(0, credit.length + 20).includes(plain(credit)),
      )
      return check(`the credit ${quoted(credit)} after its caption`, isThere)
    }),
  tags: ({ tags }, { stored }) => [
    same('tags', tags.join(' | '), stored.tags === undefined ? undefined : stored.tags.join(' | ')),
  ],
  language: ({ language, ...expected }, { stored }) => [
    same('language', language, stored.language),
    ...(expected.isRightToLeft
      ? [check('text from right to left', isRightToLeft(stored.html ?? ''))]
      : []),
  ],
} satisfies Readonly<Record<string, Judge>>

export type ArticleField = keyof typeof judges
export const articleFields = Object.keys(judges) as readonly ArticleField[]

/** All that is promised of an article, and whether it holds; nothing holds of an article that is not there. */
export function judge(
  field: ArticleField,
  expected: ExpectedArticle,
  got: Got | undefined,
): readonly Check[] {
  const absent: Got = {
    stored: { title: undefined, link: undefined },
    shown: { text: '', pictures: [] },
  }
  const checks = judges[field](expected, got ?? absent)
  const place = quoted(expected.title)
  return checks.map(({ holds, what }) => ({
    holds: holds && got !== undefined,
    what: got === undefined ? `${place} is not there` : `${place}: ${what}`,
  }))
}

/** The article that is meant, by its title, else by its address. */
export function find<Article extends StoredArticle>(
  articles: readonly Article[],
  { title, link }: Pick<ExpectedArticle, 'title' | 'link'>,
): Article | undefined {
  return (
    articles.find((each) => plain(each.title ?? '') === plain(title)) ??
    articles.find((each) => each.link === link)
  )
}

function inOrder(blocks: readonly string[], text: string): readonly Check[] {
  let from = 0
  return blocks.map((block) => {
    const place = text.indexOf(block, from)
    if (place >= 0) from = place + block.length
    return check(`the text ${quoted(block)}`, place >= 0)
  })
}

function count(part: string, text: string): number {
  return text.split(part).length - 1
}

function same(name: string, wanted: string, given: string | undefined): Check {
  return check(`${name} ${quoted(wanted)}, not ${quoted(given)}`, wanted === given)
}

function check(what: string, holds: boolean): Check {
  return { holds, what }
}

function quoted(text: string | undefined): string {
  if (text === undefined) return 'nothing'
  return `“${text.length > 90 ? `${text.slice(0, 90)}…` : text}”`
}
