/** What was found of all readers, in numbers: how many of the promises hold, and of how many. */
import type { Check } from './judge.js'
import { byFormat, type Format } from './reader.js'
import { fields, type Field, type Visit } from './visit.js'

/** How many hold, of how many. */
export type Cell = readonly [held: number, of: number]

export interface Row {
  readonly version: string
  readonly formats: Readonly<Record<Format, Readonly<Record<Field, Cell>>>>
}

/** A row a reader, by its name. */
export type Matrix = Readonly<Record<string, Row>>

export function rowOf({ version, findings }: Visit): Row {
  return {
    version,
    formats: byFormat((format) => {
      const cells = fields.map((field) => [field, cellOf(findings[format][field])] as const)
      return Object.fromEntries(cells) as Record<Field, Cell>
    }),
  }
}

export function cellOf(checks: readonly Check[]): Cell {
  return [checks.filter(({ holds }) => holds).length, checks.length]
}

/** As JSON, a line a format, so that a change is seen. */
export function writeMatrix(matrix: Matrix): string {
  const rows = Object.entries(matrix).map(([name, { version, formats }]) => {
    const lines = Object.entries(formats).map(
      ([format, cells]) => `      ${JSON.stringify(format)}: ${JSON.stringify(cells)}`,
    )
    const head = `  ${JSON.stringify(name)}: {\n    "version": ${JSON.stringify(version)},`
    return `${head}\n    "formats": {\n${lines.join(',\n')}\n    }\n  }`
  })
  return `{\n${rows.join(',\n')}\n}\n`
}
