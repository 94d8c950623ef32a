import { withDateline } from './dateline.js'
import { withDirection, type Direction } from './direction.js'
import { excerpt } from './excerpt.js'
import { placeFigures, type BodyCaption } from './figures.js'
import type { BodyPicture } from './picture.js'
import { parseBody } from './parse.js'
import type { SafeHtml } from './safe-html.js'
import { serialize } from './serialize.js'
import { settle } from './settle.js'
import type { Removed } from './tally.js'
import { isNamed, textOf, type Element, type Node } from './tree.js'

export type { BodyCaption } from './figures.js'
export type { BodyPicture } from './picture.js'
export type { Removed } from './tally.js'

/** What {@link prepareBody} needs to know. */
export interface BodyOptions {
  /** Absolute link of the article; addresses in the body are resolved against it. */
  readonly base: string
  /** The pictures of the record, in its order. */
  readonly pictures: readonly BodyPicture[]
  /** What stands before the first words, unless they are there already. Plain text. */
  readonly dateline?: { readonly place: string; readonly text: string } | undefined
  /** Set on every block that has none of its own. Default: none. */
  readonly direction?: Direction | undefined
  /** Quotations, as plain text, that are looked for in the body. */
  readonly quotes?: readonly string[] | undefined
}

/** A body that is ready for feeds, and what was noticed on the way. */
export interface PreparedBody {
  readonly html: SafeHtml
  /**
   * The first paragraph as plain text, at most 300 graphemes; `undefined` when there is no text. Made when it is
   * asked for: an article with a summary of its own needs none.
   */
  readonly excerpt: () => string | undefined
  /** Pictures with a caption of their own in the body that the record does not name. */
  readonly found: readonly BodyPicture[]
  /** How many of each kind were removed. */
  readonly removed: Removed
  /** Addresses of pictures that were shown or named more than once; they are shown once now. */
  readonly repeated: readonly string[]
  /** Captions in the body that say something else than the one that is shown, which is the record's. */
  readonly conflicts: readonly BodyCaption[]
  /** Captions that the body gives to pictures of the record that have none; they are shown. */
  readonly captions: readonly BodyCaption[]
  /** Which of the quotations the body does not have, by their place in the list. */
  readonly missingQuotes: readonly number[]
}

/**
 * Prepares the HTML body of an article for feeds. It is read leniently, as browsers do; what comes back holds
 * only what the allow-list names, has every text in a block, every address absolute, and every picture of
 * the record in a figure with its caption and credit.
 */
export function prepareBody(html: string, options: BodyOptions): PreparedBody {
  const { base, pictures, dateline, direction, quotes = [] } = options
  const { nodes, removed } = parseBody(html, base)
  const { nodes: placed, ...noticed } = placeFigures(nodes, pictures)
  const settled = settle(placed)
  // A dateline alone would hide that there is nothing behind it.
  const isEmpty = settled.length === 0
  const begun = dateline === undefined || isEmpty ? settled : withDateline(settled, dateline)
  return {
    html: serialize(withDirection(begun, direction)),
    // No accessor: each one made here has a hidden class of its own, by which V8 kept the tree of every article.
    excerpt: () => {
      const text = firstText(settled)
      return text === undefined ? undefined : excerpt(text)
    },
    removed,
    ...noticed,
    missingQuotes: quotes.length === 0 ? [] : notIn(settled, quotes),
  }
}

// Quotation marks, dashes and spaces differ between a record and its body; the words do not.
function notIn(nodes: readonly Node[], quotes: readonly string[]): readonly number[] {
  const words = (text: string) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/\p{Cf}/gu, '')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()
  const all = ` ${words(textOf(nodes))} `
  return quotes.flatMap((quote, index) => (all.includes(` ${words(quote)} `) ? [] : [index]))
}

/** The first paragraph of the running text that has words; failing that, the first words at all. */
function firstText(nodes: readonly Node[]): string | undefined {
  const blocks = nodes.filter((node) => typeof node === 'object')
  const paragraphs = blocks.filter((node) => node.name === 'p')
  return firstOf(paragraphs) ?? firstOf(lines(blocks))
}

function firstOf(blocks: Iterable<Element>): string | undefined {
  for (const block of blocks) {
    const text = textOf(block.children)
    if (text !== '') return text
  }
  return undefined
}

// Captions are no part of the running text.
function* lines(blocks: readonly Element[]): Generator<Element> {
  for (const block of blocks) {
    if (block.name === 'figure') continue
    const inside = block.children.filter((node) => isNamed(node, ...containers))
    if (inside.length === 0 || block.children.some((node) => typeof node === 'string')) yield block
    else yield* lines(inside)
  }
}

const containers = [
  'p',
  'h2',
  'h3',
  'h4',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
].concat([
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'details',
  'summary',
  'figure',
])
