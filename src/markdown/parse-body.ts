/** From Markdown to HTML, and the heading and pictures found on the way. */
import MarkdownIt from 'markdown-it'
import type { RendererRule, Token } from 'markdown-it'
import { oneLine } from '../text.js'
import type { Place } from './places.js'

/** The first heading of a text that begins with one, as plain text on one line. */
export interface OpeningHeading {
  readonly text: string
  readonly place: Place
  /** Whether its text is all there is to it: no link, no picture, no HTML. */
  readonly plain: boolean
}

/** A body, parsed. */
export interface Body {
  readonly heading: OpeningHeading | undefined
  readonly tokens: readonly Token[]
  /** Where the first thing in it stands. */
  readonly start: Place
  /** Where quotes and lists are nested so deep that what is in them was not read. */
  readonly cutAt: Place | undefined
  /** Where something that was meant for a picture stands as text. */
  readonly unreadPictures: readonly Place[]
}

const deepest = 100

// The title of a picture is its caption, so that it is not also a tooltip.
const renderPicture: RendererRule = (tokens, index) => {
  const token = tokens[index]
  const source = escapeHtml(token?.attrGet('src') ?? '')
  return `<img src="${source}" alt="${token === undefined ? '' : escapeHtml(altOf(token))}">`
}

// HTML is let through: createFeed cleans it. No typographer, for an office's wording is its own; no
// linkify, for it takes `budget.md` and `example.com` in a sentence for links that nobody made.
const settings = { html: true, typographer: false, linkify: false, maxNesting: deepest }
const markdownIt = new MarkdownIt().set(settings)
markdownIt.renderer.rules['image'] = renderPicture
const { renderer, options } = markdownIt
const { escapeHtml } = markdownIt.utils

/**
 * Parses CommonMark with tables and strikethrough. `firstLine` is the line of the file on which the
 * text begins.
 */
export function parseBody(markdown: string, firstLine: number): Body {
  const tokens = markdownIt.parse(markdown, {})
  const cut = tokens.find(
    ({ type, level }) => level >= deepest - 1 && /^(blockquote|list_item)_open$/.test(type),
  )
  return {
    heading: openingHeading(tokens, firstLine),
    tokens,
    start: placeOf(tokens[0], firstLine),
    cutAt: cut && placeOf(cut, firstLine),
    unreadPictures: tokens.filter(holdsUnreadPicture).map((token) => placeOf(token, firstLine)),
  }
}

/** A body in HTML, not yet cleaned; without the heading it opens with if that is asked. */
export function renderBody({ tokens }: Body, withoutHeading: boolean): string {
  return renderer.render(withoutHeading ? tokens.slice(3) : [...tokens], options, {})
}

/** The alternative text of a picture. */
export function altOf(token: Token): string {
  return oneLine(renderer.renderInlineAsText(token.children ?? [], options, {}))
}

// Code and what was understood are tokens of other kinds; what was escaped shows in the source only.
function holdsUnreadPicture({ children, content }: Token): boolean {
  const text = (children ?? [])
    .map((token) => (token.type === 'text' ? token.content : ' '))
    .join('')
  // The expressions take time that grows with the square of the open brackets.
  if (!text.includes('](')) return false
  return /!\[[^\]\n]*\]\(/.test(text) && /(?<!\\)!\[[^\]\n]*\]\(/.test(content)
}

function openingHeading(tokens: readonly Token[], firstLine: number): OpeningHeading | undefined {
  const [open, inline] = tokens
  if (open?.type !== 'heading_open' || open.tag !== 'h1') return undefined
  const parts = inline?.children ?? []
  const text = oneLine(parts.map(textOf).join(''))
  if (text === '') return undefined
  const plain = parts.every(({ type }) => !/^(link_open|image|html_inline)$/.test(type))
  return { text, place: placeOf(open, firstLine), plain }
}

function placeOf(block: Token | undefined, firstLine: number): Place {
  return { line: firstLine + (block?.map?.[0] ?? 0), column: 1 }
}

function textOf({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return ' '
  return type === 'html_inline' || type === 'image' ? '' : content
}
