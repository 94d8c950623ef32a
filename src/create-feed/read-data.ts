/** Values of one's own, for extensions: copied, cleaned, and held to plain JSON. */
import { joinPath } from './check-shape.js'
import { show } from './findings.js'
import { readCarriable, type Context } from './read-values.js'

const deepest = 50

/** A copy without characters that no feed can carry. What is no plain JSON is reported and left out. */
export function readData(
  value: Readonly<Record<string, unknown>> | null | undefined,
  path: string,
  context: Context,
): Readonly<Record<string, unknown>> {
  return new Copier(context).copyMembers(value ?? {}, path, 0)
}

// Remembers what it copied: values that share parts would else be copied once for every way to them.
class Copier {
  readonly #copies = new Map<object, unknown>()

  constructor(readonly context: Context) {}

  copyMembers(value: object, path: string, depth: number): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        const place = joinPath(path, name)
        const copied = this.#copy(member, place, depth + 1)
        return copied === undefined ? [] : [[this.#copyText(name, place), copied]]
      }),
    )
  }

  #copy(value: unknown, path: string, depth: number): unknown {
    if (value === undefined || value === null || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (typeof value === 'string') return this.#copyText(value, path)
    if (typeof value !== 'object' || !isPlain(value)) return this.#refuse(show(value), path)
    if (depth > deepest) return this.#refuse(`more than ${deepest} levels`, path)
    if (this.#copies.has(value)) {
      return this.#copies.get(value) ?? this.#refuse('a circle', path)
    }
    this.#copies.set(value, undefined)
    const copied = Array.isArray(value)
      ? value.map((item, index) => this.#copy(item, joinPath(path, index), depth + 1) ?? null)
      : this.copyMembers(value, path, depth)
    this.#copies.set(value, copied)
    return copied
  }

  #copyText(value: string, path: string): string {
    return readCarriable(value, path, this.context) ?? ''
  }

  #refuse(found: string, path: string): undefined {
    this.context.findings.add(
      'wrong-type',
      path,
      `Cannot carry ${found}: expected plain JSON, such as text, numbers and lists`,
    )
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
