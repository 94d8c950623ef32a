/** The last line of a report. */
import type { Issue } from '../../issue.js'
import type { BuildReport } from '../../node/report.js'
import { count, duration, grouped, size } from '../text/numbers.js'

/** Which command made the report. */
export type Purpose = 'build' | 'check'

/** One sentence: what was done, or why nothing was. */
export function closingSentence(report: BuildReport, purpose: Purpose): string {
  if (!report.ok) return refusal(report)
  const sentence = `${opening(report, purpose)}: ${tally(report)}.`
  // When something comes out is no matter for the log of a build.
  const { nextChange } = report
  const isTold = purpose === 'check' && nextChange !== undefined
  return isTold ? `${sentence} Next change by itself: ${nextChange}.` : sentence
}

function opening({ dryRun, milliseconds }: BuildReport, purpose: Purpose): string {
  const time = duration(milliseconds)
  if (purpose === 'check') return `Checked in ${time}, nothing was written`
  return dryRun ? `Dry run in ${time}, nothing was written` : `Done in ${time}`
}

function tally(report: BuildReport): string {
  const { documents, hostFiles = [], removed, dryRun, bytes } = report
  const { articles, drafts, expired, held = [] } = report
  const files = [...documents, ...hostFiles]
  const having = (wanted: string) => files.filter(({ status }) => status === wanted)
  const would = dryRun ? 'would be ' : ''
  const warnings = numberOf(report.issues, 'warning')
  const part = (number: number, text: string) => (number === 0 ? [] : [text])
  const written = having('written').length
  const unchanged = having('unchanged').length
  return [
    ...part(written, `${grouped(written)} ${would}written`),
    ...part(unchanged, `${grouped(unchanged)} unchanged`),
    ...part(removed.length, `${grouped(removed.length)} ${would}removed`),
    ...part(bytes, size(bytes)),
    count(articles, 'article'),
    ...part(drafts, `${count(drafts, 'draft')} left out`),
    ...part(held.length, `${grouped(held.length)} under embargo`),
    ...part(expired, `${grouped(expired)} expired`),
    ...part(warnings, count(warnings, 'warning')),
  ].join(', ')
}

function refusal({ issues, dryRun }: BuildReport): string {
  const opening = dryRun ? 'Nothing would be written' : 'Nothing was written'
  const errors = numberOf(issues, 'error')
  if (errors > 0) return `${opening}: ${count(errors, 'error')} to mend.`
  const warnings = numberOf(issues, 'warning')
  if (warnings === 0) return `${opening}.`
  return `${opening}: ${count(warnings, 'warning')}, and --strict takes warnings for errors.`
}

function numberOf(issues: readonly Issue[], severity: Issue['severity']): number {
  return issues.filter((issue) => issue.severity === severity).length
}
