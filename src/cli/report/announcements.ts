/** What a person reads of an announcement. */
import type { AnnounceReport, Announcement } from '../../node/announce-report.js'
import type { Colours } from '../text/colours.js'
import { count, duration, grouped } from '../text/numbers.js'
import { printable } from '../text/printable.js'
import { displayWidth, padRight } from '../text/width.js'
import { wrap } from '../text/wrap.js'

/** A line for each feed and hub, and below it why it failed. */
export function renderAnnouncements(
  { announcements, dryRun }: AnnounceReport,
  { green, dim, red }: Colours,
  width: number,
): string {
  const rows = announcements.map((each) => ({
    ...each,
    said: statusOf(each.status, dryRun),
    path: printable(each.path),
    hub: printable(each.hub),
  }))
  const widest = (field: 'said' | 'path') =>
    Math.max(0, ...rows.map((row) => displayWidth(row[field])))
  const columns = { said: widest('said'), path: widest('path') }
  const colour = { announced: green, unchanged: dim, failed: red }
  return rows
    .map(({ status, said, path, hub, reason }) => {
      const cells = [
        colour[status](padRight(said, columns.said)),
        padRight(path, columns.path),
        hub,
      ]
      return `  ${cells.join('  ')}\n${reason === undefined ? '' : renderReason(reason, width)}`
    })
    .join('')
}

const margin = 4

function renderReason(reason: string, width: number): string {
  const indent = ' '.repeat(margin)
  return `${indent}${wrap(printable(reason), width, margin)}\n`
}

function statusOf(status: Announcement['status'], dryRun: boolean): string {
  return dryRun && status === 'announced' ? 'would be announced' : status
}

/** One sentence: what was done, or why nothing was. */
export function announceClosing(report: AnnounceReport): string {
  const { announcements, dryRun, issues, milliseconds } = report
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const toMend = errors === 0 ? [] : [`${count(errors, 'error')} to mend`]
  if (announcements.length === 0) return `Nothing was announced: ${toMend.join('') || 'no feeds'}.`
  const time = duration(milliseconds)
  const opening = dryRun ? `Dry run in ${time}, nothing was sent` : `Done in ${time}`
  const part = (status: Announcement['status']) => {
    const number = announcements.filter((each) => each.status === status).length
    return number === 0 ? [] : [`${grouped(number)} ${statusOf(status, dryRun)}`]
  }
  const failed = part('failed')
  const tally = [...part('announced'), ...part('unchanged'), ...failed, ...toMend].join(', ')
  const again = failed.length === 0 ? '' : ' What failed is tried again the next time.'
  return `${opening}: ${tally}.${again}`
}
