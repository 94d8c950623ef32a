/** The table of what a build wrote. */
import type { BuildReport, DocumentReport } from '../../node/report.js'
import type { Colours } from '../text/colours.js'
import { count, grouped, size } from '../text/numbers.js'
import { printable } from '../text/printable.js'
import { displayWidth, padRight } from '../text/width.js'

interface Row {
  readonly status: string
  readonly path: string
  readonly size: string
  readonly holds: string
}

// More are summed up: archives of a large newsroom have hundreds of pages.
const mostArchivePages = 12
const mostRemoved = 12

/** A line for each document and each removed file; empty if there are none. */
export function renderDocuments(report: BuildReport, colours: Colours): string {
  const { documents, dryRun } = report
  const sumUp = documents.filter(isArchivePage).length > mostArchivePages
  const rows = documents.flatMap((document): readonly Row[] => {
    if (!isArchivePage(document)) {
      const pages = documents.filter(({ archiveOf }) => archiveOf === document.path)
      const sum = sumUp && pages.length > 0 ? [sumRow(pages, dryRun)] : []
      return [documentRow(document, dryRun), ...sum]
    }
    return sumUp ? [] : [documentRow(document, dryRun)]
  })
  const all = [...rows, ...hostFileRows(report), ...removedRows(report), ...heldRows(report)]
  const widest = (field: keyof Row) => Math.max(0, ...all.map((row) => displayWidth(row[field])))
  const columns = { status: widest('status'), path: widest('path'), size: widest('size') }
  return all.map((row) => `${renderRow(row, columns, colours)}\n`).join('')
}

function isArchivePage({ archiveOf }: DocumentReport): boolean {
  return archiveOf !== undefined
}

function documentRow(document: DocumentReport, dryRun: boolean): Row {
  return {
    status: statusOf(document.status, dryRun),
    path: printable(document.path),
    size: size(document.bytes),
    holds: holdings(document),
  }
}

function holdings({ format, articles, available }: DocumentReport): string {
  if (format === 'opml') return count(articles, 'feed')
  if (format === 'css') return ''
  if (available <= articles) return count(articles, 'article')
  return `${grouped(articles)} of ${count(available, 'article')}`
}

function sumRow(pages: readonly DocumentReport[], dryRun: boolean): Row {
  const written = pages.filter(({ status }) => status === 'written').length
  const bytes = pages.reduce((sum, page) => sum + page.bytes, 0)
  const changed = written === 0 ? 'unchanged' : `${grouped(written)} ${statusOf('written', dryRun)}`
  return {
    status: '',
    path: `+ ${count(pages.length, 'archive page')}`,
    size: size(bytes),
    holds: changed,
  }
}

function hostFileRows({ hostFiles = [], dryRun }: BuildReport): readonly Row[] {
  return hostFiles.map(({ path, hosts, status, bytes }) => {
    const holds = `headers for ${hosts.join(' and ')}`
    return { status: statusOf(status, dryRun), path, size: size(bytes), holds }
  })
}

function removedRows({ removed, dryRun }: BuildReport): readonly Row[] {
  const status = statusOf('removed', dryRun)
  const row = (path: string): Row => ({ status, path, size: '', holds: '' })
  if (removed.length <= mostRemoved) return removed.map((path) => row(printable(path)))
  return [row(count(removed.length, 'file'))]
}

// A check lists what a build keeps to itself.
function heldRows({ held = [] }: BuildReport): readonly Row[] {
  return held.map(({ origin, until }) => ({
    ...{ status: 'under embargo', path: printable(origin), size: '', holds: `until ${until}` },
  }))
}

function statusOf(status: DocumentReport['status'] | 'removed', dryRun: boolean): string {
  return dryRun && status !== 'unchanged' ? `would be ${status}` : status
}

function renderRow(
  row: Row,
  columns: { readonly status: number; readonly path: number; readonly size: number },
  { green, dim }: Colours,
): string {
  const status = padRight(row.status, columns.status)
  const coloured = /^un/.test(row.status) ? dim(status) : green(status)
  const path = padRight(row.path, columns.path)
  const cells = [row.status === '' ? status : coloured, path, row.size.padStart(columns.size)]
  return `  ${[...cells, row.holds].join('  ')}`.trimEnd()
}
