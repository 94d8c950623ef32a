/** Where things stand in JSON text: `JSON.parse` does not tell, and words its errors differently on every engine. */
import { joinPath } from '../create-feed/check-shape.js'
import type { Place } from '../markdown/places.js'

// Records nest less; what lies deeper is found by what is around it.
const deepest = 10

/**
 * The place of the first character that JSON cannot have there; of the end, if the text ends too soon.
 * Only for text that `JSON.parse` refuses.
 */
export function placeOfFault(text: string): Place {
  return placeAt(text, new Walk(text, 0, () => undefined).stop())
}

/** Finds the values in a record by their path; what is not there, by what is around it. */
export function locateIn(text: string, start = 0): (path: string) => Place {
  let offsets: ReadonlyMap<string, number> | undefined
  return (path) => {
    offsets ??= offsetsByPath(text, start)
    for (let rest = path; rest !== ''; rest = parentOf(rest)) {
      const offset = offsets.get(rest)
      if (offset !== undefined) return placeAt(text, offset)
    }
    return placeAt(text, offsets.get('') ?? start)
  }
}

/** Where the items of a list begin: of the whole text, or of a field of it. The text has to be JSON. */
export function itemOffsets(text: string, field: string | undefined): readonly number[] {
  const offsets: number[] = []
  new Walk(text, 0, (levels, offset) => {
    const [outer, inner] = levels
    const list = field === undefined ? outer : outer?.key === field ? inner : undefined
    if (list?.close !== ']' || list !== levels.at(-1)) return
    // Of a field that is given twice, the last is taken.
    if (list.key === 0) offsets.length = 0
    offsets.push(offset)
  }).stop()
  return offsets
}

function offsetsByPath(text: string, start: number): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  new Walk(text, start, (levels, offset) => {
    if (levels.length > deepest) return
    offsets.set(
      levels.reduce((path, { key }) => joinPath(path, key), ''),
      offset,
    )
  }).stop()
  return offsets
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0))
}

function placeAt(text: string, offset: number): Place {
  const lastBreak = text.lastIndexOf('\n', offset - 1)
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
  }
  return { line, column: offset === 0 ? 1 : offset - lastBreak }
}

/** A list or object that the walk is in, and the key of the value it is at; -1 before the first. */
interface Level {
  readonly close: ']' | '}'
  key: string | number
}

type Visit = (levels: readonly Level[], offset: number) => void

/** One pass over the grammar of RFC 8259, without recursion, so that no depth is too deep. */
class Walk {
  readonly #levels: Level[] = []
  readonly #text: string
  readonly #visit: Visit
  #at: number

  constructor(text: string, start: number, visit: Visit) {
    this.#text = text
    this.#visit = visit
    this.#at = start
  }

  /** Visits every value and returns where the text stops to be JSON, or the value to go on. */
  stop(): number {
    this.#space()
    while (this.#value() && this.#toNextValue()) continue
    return this.#at
  }

  #value(): boolean {
    this.#visit(this.#levels, this.#at)
    const first = this.#text[this.#at]
    if (first === '"') return this.#string()
    if (first !== '[' && first !== '{') return this.#take(word)
    this.#levels.push({ close: first === '[' ? ']' : '}', key: -1 })
    this.#at += 1
    return true
  }

  #toNextValue(): boolean {
    for (;;) {
      this.#space()
      const level = this.#levels.at(-1)
      if (level === undefined) return false
      if (this.#takeCharacter(level.close)) {
        this.#levels.pop()
        continue
      }
      if (level.key !== -1 && !this.#takeCharacter(',')) return false
      this.#space()
      if (level.close === '}') return this.#key(level)
      level.key = Number(level.key) + 1
      return true
    }
  }

  #key(level: Level): boolean {
    const start = this.#at
    if (this.#text[start] !== '"' || !this.#string()) return false
    level.key = JSON.parse(this.#text.slice(start, this.#at)) as string
    this.#space()
    if (!this.#takeCharacter(':')) return false
    this.#space()
    return true
  }

  // By hand: an expression would need more memory the longer the text.
  #string(): boolean {
    for (this.#at += 1; ;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === quote) return this.#takeCharacter('"')
      if (code === backslash) {
        if (!this.#take(escape)) return false
      } else if (code >= firstAllowed) this.#at += 1
      else return false
    }
  }

  #space(): void {
    this.#take(space)
  }

  #takeCharacter(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    const found = pattern.test(this.#text)
    if (found) this.#at = pattern.lastIndex
    return found
  }
}

const quote = 0x22
const backslash = 0x5c
const firstAllowed = 0x20
const space = /[ \t\n\r]*/y
const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const escape = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y
