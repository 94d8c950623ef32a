/** The page docs/readers.md, made of the matrix and the limits. */
import { existsSync } from 'node:fs'
import { limits } from '../limits.js'
import type { Cell, Matrix } from './matrix.js'
import { formats, type Format } from './reader.js'
import { fields } from './visit.js'
import { ending, opening } from './page-text.js'

const names: Readonly<Record<Format, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }

/** Where the picture of a reader is, from the root. */
export function pictureOf(reader: string): string {
  return `docs/pictures/readers/${reader.toLowerCase()}.png`
}

/** `packages` are those of Debian that all readers need. */
export function writePage(matrix: Matrix, packages: readonly string[]): string {
  const rows = Object.entries(matrix)
  const table = [
    `| Reader | Format | ${fields.join(' | ')} |`,
    `| --- | --- |${fields.map(() => ' :-: |').join('')}`,
    ...rows.flatMap(([name, row]) =>
      formats.flatMap((format) => {
        const cells = fields.map((field) => row.formats[format][field])
        // It does not know the format, which is said below.
        if (!cells.some(([held], index) => held > 0 && fields[index] !== 'unchanged')) return []
        return [`| ${name} | ${names[format]} | ${cells.map(written).join(' | ')} |`]
      }),
    ),
  ]
  const sections = rows.map(([name, { version }]) =>
    [`### ${name} ${version}`, limitsOf(name), picture(name)].filter(Boolean).join('\n\n'),
  )
  return `${[opening, table.join('\n'), '## What are the limits of each?', ...sections, ending(packages)].join('\n\n')}\n`
}

function written([held, of]: Cell): string {
  if (held === of) return '✓'
  return held === 0 ? '–' : `${held}/${of}`
}

function limitsOf(name: string): string {
  const mine = limits.filter(({ reader }) => reader === name)
  if (mine.length === 0) return 'None.'
  return mine
    .map((limit) => {
      const where = limit.formats.map((format) => names[format]).join(', ')
      const what = limit.fields.length === fields.length ? 'everything' : limit.fields.join(', ')
      return `- ${what} (${where}): ${limit.says}`
    })
    .join('\n')
}

function picture(name: string): string {
  const path = pictureOf(name)
  if (!existsSync(path)) return ''
  return `![The example’s French release in ${name}](${path.replace(/^docs\//, '')})`
}
