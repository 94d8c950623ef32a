/** A report on its way to the streams: findings to standard error, all else to standard output. */
import type { Issue } from '../../issue.js'
import type { BuildReport } from '../../node/report.js'
import type { ConfigFile } from '../config/find-config.js'
import { lineWidth, type Surroundings } from '../surroundings.js'
import { coloursFor } from '../text/colours.js'
import { timeOfDay } from '../text/numbers.js'
import { printableJson } from '../text/printable.js'
import { wrap } from '../text/wrap.js'
import { closingSentence, type Purpose } from './closing.js'
import { renderDocuments } from './documents.js'
import { renderFindings } from './findings.js'

/** Prints a whole report for people. */
export function printReport(
  report: BuildReport,
  purpose: Purpose,
  config: ConfigFile,
  surroundings: Surroundings,
): void {
  const { stdout, env } = surroundings
  printFindings(report.issues, config, surroundings)
  const colours = coloursFor(stdout, env)
  const closing = wrap(closingSentence(report, purpose), lineWidth(stdout))
  if (report.ok) stdout.write(renderDocuments(report, colours))
  stdout.write(`${report.ok ? closing : colours.bold(closing)}\n`)
}

/** Prints a report as one object of JSON. */
export function printJson(report: BuildReport, { stdout }: Surroundings): void {
  stdout.write(`${printableJson(report)}\n`)
}

/** Prints the findings of a report and one line with the time of day, for builds that follow each other. */
export function printShortReport(
  report: BuildReport,
  config: ConfigFile,
  surroundings: Surroundings,
): void {
  const { stdout, now } = surroundings
  printFindings(report.issues, config, surroundings)
  const time = timeOfDay(now())
  const indent = time.length + 2
  const closing = wrap(closingSentence(report, 'build'), lineWidth(stdout), indent)
  stdout.write(`${time}  ${closing}\n`)
}

/** Prints findings to standard error. */
export function printFindings(
  issues: readonly Issue[],
  { file, root }: ConfigFile,
  { stderr, env, cwd }: Surroundings,
): void {
  const view = { colours: coloursFor(stderr, env), width: lineWidth(stderr), cwd, root }
  const text = renderFindings(issues, { ...view, configFile: file })
  if (text !== '') stderr.write(text)
}
