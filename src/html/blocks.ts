import { kept } from './allow-list.js'
import { BlockStack, newElement, type Growing, type Line } from './block-stack.js'
import { partRules, stopsEndTag } from './nesting.js'
import type { Attributes, Node } from './tree.js'

const lists = new Set(['ul', 'ol'])
// Deeper blocks are unwrapped; parts of a list or table may go a few levels beyond.
const maximum = 60

/**
 * Builds a tree in which every text stands in a block: from tags in any order, blocks in blocks, lines in
 * blocks, inline elements in lines. Text that stood in no line gets an implied paragraph.
 */
export class BlockBuilder {
  readonly #stack: BlockStack
  readonly #unwrapped: { readonly name: string; readonly depth: number; readonly order: number }[] =
    []
  readonly #ignored = new Map<string, number>()
  #afterPre = false

  /** The budget bounds, in characters, what repeated elements may add. */
  constructor(budget: number) {
    this.#stack = new BlockStack(budget)
  }

  /** The tree so far. */
  get nodes(): readonly Node[] {
    return this.#stack.root.children
  }

  /** A start tag of an element that stays. Without attributes it only hides an outer one of its name. */
  open(name: string, attributes: Attributes | undefined): void {
    this.#afterPre = false
    const kind = kept.get(name)
    if (kind === 'inline') return this.#openInline(name, attributes)
    if (kind === 'leaf') return this.leaf(newElement(name, attributes))
    if (kind === 'part') return this.#openPart(name, attributes ?? {})
    if (kind === 'media') return this.#openMedia(name, attributes ?? {})
    if (this.#stack.top.media) return this.#ignore(name)
    if (kind === 'line') return this.#openLine(name, attributes ?? {})
    if (kind === 'block') return this.#openBlock(name, attributes ?? {})
    this.boundary()
    this.#stack.ensureFlow()
    this.#stack.top.element.children.push(newElement(name, attributes))
  }

  /** An end tag of an element that stays. */
  close(name: string): void {
    this.#afterPre = false
    const kind = kept.get(name)
    if (this.#wasIgnored(name)) {
      if (kind !== 'inline') this.boundary()
      return
    }
    if (kind === 'inline') return this.#stack.inline.close(name, this.#stack.floor)
    if (kind === 'line') return this.#closeLine(name)
    const at = this.#findOpen(name)
    if (at > 0) this.#popTo(at)
    else this.boundary()
  }

  /** Text. White space between blocks is left out. */
  text(text: string): void {
    const rest = this.#afterPre && text.startsWith('\n') ? text.slice(1) : text
    this.#afterPre = false
    const { current, line } = this.#stack.top
    const isLoose = current === undefined && line === undefined
    if (rest !== '' && (!isLoose || /[^ \t\n\f\r]/.test(rest))) this.leaf(rest)
  }

  /** A piece within a line: text, a line break, a picture. */
  leaf(node: Node): void {
    this.#afterPre = false
    if (!this.#stack.top.media) this.#stack.ensureFlow()
    this.#stack.innermost().children.push(node)
  }

  /** A start tag of an unwrapped block: the line ends. */
  openUnwrapped(name: string): void {
    this.boundary()
    if (this.#unwrapped.length >= maximum) return this.#ignore(name)
    this.#unwrapped.push({ name, depth: this.#stack.depth, order: this.#stack.inline.order })
  }

  /** An end tag of an unwrapped block: what was left open in it ends. */
  closeUnwrapped(name: string): void {
    if (this.#wasIgnored(name)) return this.boundary()
    const at = this.#unwrapped.findLastIndex((open) => open.name === name)
    const open = this.#unwrapped[at]
    if (open !== undefined && open.depth > this.#stack.cell) {
      this.#popTo(open.depth)
      this.#unwrapped.length = at
      this.#stack.inline.endAfter(open.order)
    }
    this.boundary()
  }

  /** Ends a paragraph; interrupts a heading or `pre`, which goes on with the next text. */
  boundary(): void {
    this.#afterPre = false
    this.#stack.boundary()
  }

  #ignore(name: string): void {
    this.#ignored.set(name, (this.#ignored.get(name) ?? 0) + 1)
    if (kept.get(name) !== 'inline') this.boundary()
  }

  #wasIgnored(name: string): boolean {
    const count = this.#ignored.get(name) ?? 0
    if (count > 0) this.#ignored.set(name, count - 1)
    return count > 0
  }

  #popTo(depth: number): void {
    this.#stack.popTo(depth)
    while ((this.#unwrapped.at(-1)?.depth ?? 0) > depth) this.#unwrapped.pop()
  }

  #openInline(name: string, attributes: Attributes | undefined): void {
    const { inline, depth, top, floor } = this.#stack
    if (!inline.open(name, attributes, depth - 1, top.line, floor)) this.#ignore(name)
  }

  #openLine(name: string, attributes: Attributes): void {
    this.boundary()
    this.#stack.ensureFlow()
    const { top } = this.#stack
    if (name === 'p' && top.line !== undefined) return
    this.#stack.endLine(top)
    top.line = { name, attributes, written: false }
    this.#afterPre = name === 'pre'
  }

  #closeLine(name: string): void {
    const heading = /^h\d$/
    const same = (line: Line | undefined): boolean =>
      line !== undefined && (line.name === name || (heading.test(line.name) && heading.test(name)))
    const at = this.#stack.findLast(({ line }) => same(line))
    const found = this.#stack.at(at)
    if (found === undefined || at < this.#stack.cell) return this.boundary()
    this.#popTo(at + 1)
    this.#stack.endLine(found)
  }

  #openBlock(name: string, attributes: Attributes): void {
    if (this.#stack.depth >= maximum) return this.#ignore(name)
    // A list straight in a list belongs to the item before it.
    const isNested = lists.has(name) && lists.has(this.#stack.top.element.name)
    const item = this.#stack.top.element.children.at(-1)
    if (isNested && typeof item === 'object') this.#stack.enter(item as Growing)
    this.#stack.ensureFlow()
    this.#stack.push(name, attributes)
  }

  #openPart(name: string, attributes: Attributes): void {
    const rule = partRules.get(name)
    const at = this.#stack.findLast(
      ({ element, media }) =>
        rule?.parents.has(element.name) ||
        (rule?.ends !== 'any' && !media && !rule?.ends.includes(element.name)),
    )
    const parent = this.#stack.at(at)
    const path = rule?.parents.get(parent?.element.name ?? '')
    if (parent !== undefined && path !== undefined) {
      if (rule?.once && parent.full) return this.boundary()
      parent.full ||= rule?.once ?? false
      this.#popTo(at + 1)
      for (const implied of path) this.#stack.push(implied, {}, { implied: true })
    } else {
      const full = this.#stack.depth >= maximum || this.#stack.top.media
      if (rule?.otherwise === undefined || full) return this.boundary()
      this.#stack.ensureFlow()
      this.#stack.push(rule.otherwise, {}, { loose: true })
    }
    if (name === 'col') this.#stack.top.element.children.push(newElement(name, attributes))
    else this.#stack.push(name, attributes)
  }

  #openMedia(name: string, attributes: Attributes): void {
    const { top } = this.#stack
    if (name === 'source' || name === 'track') {
      const useful = top.media && attributes['src'] !== undefined
      if (useful) top.element.children.push(newElement(name, attributes))
      return
    }
    if (top.media) return this.#ignore(name)
    const element = newElement(name, attributes)
    this.leaf(element)
    this.#stack.enter(element, true)
  }

  /** Index of the block that an end tag closes, or -1. */
  #findOpen(name: string): number {
    const at = this.#stack.findLast(
      ({ element }) => element.name === name || stopsEndTag(element.name, name),
    )
    return this.#stack.at(at)?.element.name === name ? at : -1
  }
}
