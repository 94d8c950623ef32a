import { InlineStack, type Entry } from './inline-stack.js'
import { cells, impliedChild } from './nesting.js'
import type { Attributes, Element, Node } from './tree.js'

/** An element that is being filled. */
export interface Growing extends Element {
  readonly children: Node[]
}

/** A paragraph, heading or `pre` that is open; blocks inside split it. */
export interface Line {
  readonly name: string
  readonly attributes: Attributes
  /** Whether an element was made of it already. */
  written: boolean
}

/** A block, sound or film that is open. */
export interface Frame {
  readonly element: Growing
  /** Put around parts that stood alone; it ends as soon as something else comes. */
  readonly loose: boolean
  readonly media: boolean
  /** Whether it has the one part that it takes only once. */
  full: boolean
  line: Line | undefined
  /** The element of the line that is being written, and the inline elements open in it. */
  current: Growing | undefined
  chain: { readonly entry: Entry; readonly element: Growing }[]
}

/** The blocks that are open, from the root in; each with the line that is open in it. */
export class BlockStack {
  /** What is open within lines. */
  readonly inline: InlineStack
  readonly #frames: Frame[] = [newFrame(newElement(''))]

  /** The budget bounds, in characters, what repeated elements may add. */
  constructor(budget: number) {
    this.inline = new InlineStack(budget)
  }

  get root(): Growing {
    return (this.#frames[0] as Frame).element
  }

  get top(): Frame {
    return this.#frames.at(-1) as Frame
  }

  get depth(): number {
    return this.#frames.length
  }

  /** The depth of the cell around: tags inside do not close what was opened outside. */
  get cell(): number {
    return Math.max(
      0,
      this.findLast(({ element }) => cells.has(element.name)),
    )
  }

  /** The depth of the cell or film around, which inline elements do not cross. */
  get floor(): number {
    return Math.max(
      0,
      this.findLast(({ element, media }) => media || cells.has(element.name)),
    )
  }

  at(index: number): Frame | undefined {
    return this.#frames[index]
  }

  /** Index of the innermost open block that passes, or -1. */
  findLast(test: (frame: Frame) => boolean): number {
    return this.#frames.findLastIndex(test)
  }

  /** Opens an element that stands in the open block already. */
  enter(element: Growing, media = false): void {
    this.#frames.push({ ...newFrame(element), media, current: media ? element : undefined })
  }

  /** Opens a new block in the open one. */
  push(name: string, attributes: Attributes, how: { loose?: true; implied?: true } = {}): void {
    this.boundary()
    const element = newElement(name, attributes)
    const pushed = how.implied ? { ...element, implied: how.implied } : element
    this.top.element.children.push(pushed)
    this.#frames.push(newFrame(pushed, how.loose))
  }

  /** Closes blocks until so many are open. */
  popTo(depth: number): void {
    while (this.#frames.length > depth) {
      const ended = this.#frames.pop() as Frame
      this.inline.endBlock(this.#frames.length, ended.media || cells.has(ended.element.name))
    }
  }

  /** Puts around what follows whatever the open block needs to hold it. */
  ensureFlow(): void {
    for (;;) {
      const { element, loose } = this.top
      const child = impliedChild.get(element.name)
      if (loose || element.name === 'colgroup') this.popTo(this.depth - 1)
      else if (child !== undefined) this.push(child, {}, { implied: true })
      else return
    }
  }

  /** Ends a paragraph; interrupts a heading or `pre`, which goes on with the next text. */
  boundary(): void {
    const { top } = this
    if (top.media) return
    top.current = undefined
    if (top.line?.name === 'p') this.endLine(top)
  }

  /** Ends the line that is open in a block. */
  endLine(frame: Frame): void {
    if (frame.line !== undefined) this.inline.endLine(frame.line)
    frame.line = undefined
    frame.current = undefined
  }

  /** The element that takes the next piece, after the line and its inline elements were opened. */
  innermost(): Growing {
    const { top } = this
    top.current ??= this.#startLine(top)
    const wanted = this.inline.around(top.media ? this.depth - 1 : 0)
    if (wanted.length === 0) {
      top.chain.length = 0
      return top.current
    }
    const differs = top.chain.findIndex(({ entry }, index) => entry !== wanted[index])
    if (differs >= 0) top.chain.length = differs
    for (const entry of wanted.slice(top.chain.length)) {
      if (!this.inline.pay(entry)) continue
      const element = newElement(entry.name, entry.attributes)
      const outer = top.chain.at(-1)?.element ?? top.current
      outer.children.push(element)
      top.chain.push({ entry, element })
    }
    return top.chain.at(-1)?.element ?? top.current
  }

  #startLine(top: Frame): Growing {
    const { line } = top
    top.chain = []
    const element: Growing =
      line === undefined
        ? { name: 'p', attributes: {}, children: [], implied: true }
        : newElement(line.name, this.#affordable(line))
    top.element.children.push(element)
    return element
  }

  #affordable(line: Line): Attributes {
    const paid = !line.written || this.inline.spend(line.name, line.attributes)
    line.written = true
    return paid ? line.attributes : {}
  }
}

/** An element without children. */
export function newElement(name: string, attributes: Attributes = {}): Growing {
  return { name, attributes, children: [] }
}

function newFrame(element: Growing, loose = false): Frame {
  return {
    element,
    loose,
    media: false,
    full: false,
    line: undefined,
    current: undefined,
    chain: [],
  }
}
