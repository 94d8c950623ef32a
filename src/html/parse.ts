import { cleanText, isBlank, oneLine } from '../text.js'
import { resolveAddress } from '../url.js'
import { boundaries, dropped, empty, kept, renamed } from './allow-list.js'
import { cleanAttributes, type Surroundings } from './attributes.js'
import { BlockBuilder } from './blocks.js'
import { isHidden, readImage } from './image.js'
import { Tally, type Removed } from './tally.js'
import { readTokens, type TokenReader } from './tokens.js'
import type { Node } from './tree.js'

/** A body as a tree of what the allow-list lets through, and how much of each kind it did not. */
export interface ParsedBody {
  readonly nodes: readonly Node[]
  readonly removed: Removed
}

/** Reads a body. What is not allowed is never built. `base` is the absolute link of the article. */
export function parseBody(html: string, base: string): ParsedBody {
  const tally = new Tally()
  // HTML standard, section 13.2.3.5: line ends are read as LF.
  const text = html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html
  const builder = new BlockBuilder(10_000 + text.length)
  readTokens(text, new Policy(builder, { base, tally }))
  return { nodes: builder.nodes, removed: tally.result() }
}

/** Holds every token against the allow-list. */
class Policy implements TokenReader {
  readonly #builder: BlockBuilder
  readonly #surroundings: Surroundings
  #skipped: { readonly name: string; depth: number } | undefined
  /** The sources of the `picture` that is open. */
  #pictureSources: string[] | undefined
  #noscript = 0
  readonly #seen = { inNoscript: new Set<string>(), outside: new Set<string>() }

  constructor(builder: BlockBuilder, surroundings: Surroundings) {
    this.#builder = builder
    this.#surroundings = surroundings
  }

  open(tag: string, raw: ReadonlyMap<string, string>, selfClosing: boolean): void {
    if (this.#skipped !== undefined) {
      if (tag === this.#skipped.name && !selfClosing) this.#skipped.depth += 1
      return
    }
    const name = renamed.get(tag) ?? tag
    if (dropped.has(name)) {
      if (!empty.has(name) && !selfClosing) this.#skipped = { name, depth: 1 }
      return this.#drop(name, raw)
    }
    for (const attribute of raw.keys()) {
      if (/^on[a-z]/.test(attribute)) this.#tally.add('event handler')
    }
    if (name === 'img') return this.#image(raw)
    if (name === 'picture') this.#pictureSources = []
    if (name === 'source') {
      this.#pictureSources?.push(raw.get('srcset') ?? '', raw.get('data-srcset') ?? '')
    }
    if (name === 'noscript') this.#noscript += 1
    if (boundaries.has(name)) this.#builder.openUnwrapped(name)
    if (kept.has(name)) this.#keep(name, raw)
  }

  close(tag: string): void {
    if (this.#skipped !== undefined) {
      if (tag === this.#skipped.name) this.#skipped.depth -= 1
      if (this.#skipped.depth === 0) this.#skipped = undefined
      return
    }
    const name = renamed.get(tag) ?? tag
    if (name === 'picture') this.#pictureSources = undefined
    if (name === 'noscript') this.#noscript = Math.max(0, this.#noscript - 1)
    if (boundaries.has(name)) this.#builder.closeUnwrapped(name)
    // HTML standard, section 13.2.6.4.7: the end tag of `br` is a `br`; other empty elements have none.
    if (name === 'br') this.#builder.open(name, {})
    else if (kept.has(name) && !empty.has(name)) this.#builder.close(name)
  }

  text(text: string): void {
    if (this.#skipped !== undefined) return
    const { text: legal, removed } = cleanText(text)
    this.#tally.add('character', removed)
    this.#builder.text(legal.includes('\r') ? legal.replace(/\r\n?/g, '\n') : legal)
  }

  lost(kind: 'unfinished tag' | 'unclosed comment' | 'CDATA section'): void {
    if (this.#skipped === undefined) this.#tally.add(kind)
  }

  get #tally(): Tally {
    return this.#surroundings.tally
  }

  #keep(name: string, raw: ReadonlyMap<string, string>): void {
    const media = name === 'audio' || name === 'video'
    const given = media ? new Map(raw).set('controls', '') : raw
    const attributes = cleanAttributes(name, given, this.#surroundings)
    // A link without an address is no link, but it ends the one before it.
    const isLost = name === 'a' && attributes['href'] === undefined
    this.#builder.open(name, isLost ? undefined : attributes)
  }

  #image(raw: ReadonlyMap<string, string>): void {
    const sources = this.#pictureSources ?? []
    this.#pictureSources = undefined
    if (isHidden(raw)) return this.#tally.add('tracking pixel')
    const image = readImage(raw, sources, this.#surroundings)
    if (image === undefined) return this.text(raw.get('alt') ?? '')
    // A late-loading picture stands beside a copy for browsers without scripts: they are one picture.
    const { inNoscript, outside } = this.#seen
    const [own, other] = this.#noscript > 0 ? [inNoscript, outside] : [outside, inNoscript]
    const shows = image.shows ?? []
    const isCopy = shows.some((address) => other.has(address))
    for (const address of shows) own.add(address)
    if (!isCopy) return this.#builder.leaf(image)
    for (const address of shows) inNoscript.delete(address)
  }

  /** An embedded film becomes a link, so that it does not vanish; all else is counted. */
  #drop(name: string, raw: ReadonlyMap<string, string>): void {
    const kind = dropped.get(name)
    if (kind === undefined) return
    if (kind === 'embed' && isHidden(raw)) return this.#tally.add('tracking pixel')
    const source = ['src', 'data-src', 'data']
      .map((key) => raw.get(key)?.trim() ?? '')
      .find(Boolean)
    const { href } =
      kind === 'embed' && source ? resolveAddress(source, this.#surroundings.base) : {}
    if (href === undefined) return this.#tally.add(kind)
    const title = cleanText(raw.get('title') ?? '').text
    this.#builder.boundary()
    this.#builder.open('a', { href })
    this.#builder.leaf(isBlank(title) ? new URL(href).host : oneLine(title))
    this.#builder.close('a')
    this.#builder.boundary()
  }
}
