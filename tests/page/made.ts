/** Pages of newsrooms, as a handler answers with them, and as a browser's parser reads them. */
import { parse, type DefaultTreeAdapterMap } from 'parse5'
import type { ArticleInput, Newsroom } from 'pressfeed'
import { createHandler } from 'pressfeed/web'
import { article, head } from '../node/build-folder.js'

type Node = DefaultTreeAdapterMap['node']
/** An element as parse5 has it. */
export type PageElement = DefaultTreeAdapterMap['element']

/** A newsroom with a page, of these articles. */
export function newsroomOf(
  articles: readonly ArticleInput[],
  more: Partial<Newsroom> = {},
): Newsroom {
  return {
    ...head,
    articles,
    feeds: [{ format: 'rss', path: '/rss.xml' }],
    pages: [{ path: '/index.html' }],
    ...more,
  }
}

/** What a handler answers at a path of a newsroom; whatever goes wrong is thrown. */
export async function answerOf(
  newsroom: Newsroom,
  path: string,
  now = '2026-06-01',
): Promise<Response> {
  const errors: unknown[] = []
  const handler = createHandler(newsroom, {
    now: () => new Date(now),
    onError: (error) => errors.push(error),
  })
  const response = await handler(new Request(new URL(path, 'https://newsroom.example/')))
  if (errors.length > 0) throw errors[0]
  return response
}

/** The page of a newsroom as text. */
export async function pageText(newsroom: Newsroom, path = '/', now?: string): Promise<string> {
  return (await answerOf(newsroom, path, now)).text()
}

/** What the parser has to object to, and all elements of a page in document order. */
export function read(html: string): {
  readonly faults: readonly string[]
  readonly all: readonly PageElement[]
} {
  const faults: string[] = []
  const document = parse(html, { onParseError: ({ code }) => faults.push(code) })
  return { faults, all: elementsIn(document) }
}

function elementsIn(node: Node): readonly PageElement[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : []
  return 'tagName' in node ? [node, ...children] : children
}

/** The elements of one name inside an element or a list of all. */
export function named(
  inside: PageElement | readonly PageElement[],
  name: string,
): readonly PageElement[] {
  const all = 'tagName' in inside ? elementsIn(inside) : inside
  return all.filter(({ tagName }) => tagName === name)
}

/** An attribute of an element; `undefined` if it has none of that name. */
export function attribute(of: PageElement | undefined, name: string): string | undefined {
  return of?.attrs.find((each) => each.name === name)?.value
}

/** The text in an element. */
export function textOf(node: Node | undefined): string {
  if (node === undefined) return ''
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** A picture of an article. */
export function picture(
  name: string,
  caption = `Caption of ${name}`,
  credit = `Credit of ${name}`,
) {
  return { url: `https://cdn.example/${name}.jpg`, alt: `Alt of ${name}`, caption, credit }
}

export { article, head }
