import { formatting } from './nesting.js'
import type { Attributes } from './tree.js'

/** An inline element that is open. Where it has no attributes, it only hides an outer one of its name. */
export interface Entry {
  readonly name: string
  readonly attributes: Attributes | undefined
  /** The line that was open when it began. */
  readonly line: object | undefined
  /** Position in the order of all that was opened. */
  readonly order: number
  /** How many blocks were open when it began. */
  depth: number
  /** Whether it has been written already; from then on it costs of the budget. */
  written: boolean
}

const maximum = 32

/**
 * The inline elements that are open, apart from the blocks: they go on in the next block, as the HTML
 * standard has it for formatting (section 13.2.4.3), and every block gets elements of its own.
 */
export class InlineStack {
  #entries: Entry[] = []
  #order = 0
  #budget: number

  /** The budget bounds, in characters, what repeated elements may add: hostile input cannot multiply. */
  constructor(budget: number) {
    this.#budget = budget
  }

  /** The position in the order of opening, for {@link endAfter}. */
  get order(): number {
    return this.#order
  }

  /** Opens an element. `floor` is the depth of the cell or film around it. Says whether there was room. */
  open(
    name: string,
    attributes: Attributes | undefined,
    depth: number,
    line: object | undefined,
    floor: number,
  ): boolean {
    // A link ends where another begins; so do the readings of a ruby.
    if (name === 'a') this.close('a', floor)
    const reading = name === 'rt' || name === 'rp'
    if (reading) ['rt', 'rp'].forEach((other) => this.close(other, floor))
    if (this.#entries.length >= maximum) return false
    const stray =
      reading && !this.#entries.some((entry) => entry.name === 'ruby' && entry.depth >= floor)
    this.#order += 1
    this.#entries.push({
      name,
      attributes: stray ? undefined : attributes,
      line,
      order: this.#order,
      depth,
      written: false,
    })
    return true
  }

  /** Closes the innermost element of a name, and what was opened in it and is not formatting. */
  close(name: string, floor: number): void {
    const at = this.#entries.findLastIndex((entry) => entry.name === name && entry.depth >= floor)
    if (at < 0) return
    this.#entries = this.#entries.filter(
      (entry, index) => index < at || (index > at && formatting.has(entry.name)),
    )
  }

  /** A line ends: what was opened in it and is not formatting ends too. */
  endLine(line: object): void {
    this.#entries = this.#entries.filter(
      (entry) => entry.line !== line || formatting.has(entry.name),
    )
  }

  /** Ends what was opened after a position and is not formatting. */
  endAfter(order: number): void {
    this.#entries = this.#entries.filter(
      (entry) => entry.order <= order || formatting.has(entry.name),
    )
  }

  /** The block at a depth ends; where it is `sealed`, even formatting does not leave it. */
  endBlock(depth: number, sealed: boolean): void {
    this.#entries = this.#entries.filter(
      (entry) => entry.depth < depth || (!sealed && formatting.has(entry.name)),
    )
    for (const entry of this.#entries) entry.depth = Math.min(entry.depth, depth - 1)
  }

  /** The elements around the next piece of text, from the outside in. There is no link in a link. */
  around(floor: number): readonly Entry[] {
    if (this.#entries.length === 0) return this.#entries
    const link = this.#entries.findLast(
      ({ name, attributes }) => name === 'a' && attributes !== undefined,
    )
    const outer = this.#entries.some(
      ({ name, attributes, depth }) => name === 'a' && attributes !== undefined && depth < floor,
    )
    return this.#entries.filter(
      (entry) =>
        entry.attributes !== undefined &&
        entry.depth >= floor &&
        (entry.name !== 'a' || (entry === link && !outer)),
    )
  }

  /** Pays for writing an element. When the budget is used up, the element ends instead. */
  pay(entry: Entry): boolean {
    const affordable = !entry.written || this.spend(entry.name, entry.attributes ?? {})
    entry.written = true
    if (!affordable) this.#entries = this.#entries.filter((other) => other !== entry)
    return affordable
  }

  /** Takes the length of a repeated element off the budget, if it is there. */
  spend(name: string, attributes: Attributes): boolean {
    const cost = Object.entries(attributes).reduce(
      (sum, [key, value]) => sum + key.length + value.length,
      2 * name.length + 5,
    )
    if (cost > this.#budget) return false
    this.#budget -= cost
    return true
  }
}
