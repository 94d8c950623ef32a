/** Where each field of the input arrives in each format, as the project's map of fields has it. */
import type { Format } from './rule.js'

/** Values by place: a path of `xml-tree.ts` in RSS and Atom, members joined by dots in JSON Feed. */
export type Values = Readonly<Record<string, readonly unknown[]>>

/** What becomes of a field of the input `full`. */
export interface FieldRow {
  /** Members joined by dots: `articles.0.title`. */
  readonly field: string
  /** Where it arrives; a place with an empty list is one where nothing may stand. */
  readonly arrives: Readonly<Record<Format, Values>>
  /** What stands at these places when the field is not given. Default: nothing. */
  readonly otherwise?: Partial<Readonly<Record<Format, Values>>>
  /** Findings when it is not given: code and path. Default: none. */
  readonly missing?: readonly string[]
  /** Values that are wrong, each with the code of the finding. */
  readonly wrong: readonly (readonly [value: unknown, code: string, path?: string])[]
}

/** Places under the first item or entry, written for each format by itself. */
export function inFirst(rss: Values, atom: Values, json: Values): Readonly<Record<Format, Values>> {
  const under = (parent: string, values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([place, value]) => [
        parent.replace(/\/$/, place.startsWith('@') ? '' : '/') + place,
        value,
      ]),
    )
  return {
    rss: under('channel/item[1]/', rss),
    atom: under('entry[1]/', atom),
    json: under('items.0.', json),
  }
}
