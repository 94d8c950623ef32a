/** `pressfeed announce`. */
import { join, resolve } from 'node:path'
import type { Issue } from '../../issue.js'
import type { AnnounceReport } from '../../node/announce-report.js'
import { privateFolder } from '../../newsroom/file-names.js'
import type { AnnounceArguments } from '../command-line.js'
import { ConfigFault } from '../config/config-fault.js'
import { findConfig } from '../config/find-config.js'
import { loadConfig } from '../config/load-config.js'
import { announceClosing, renderAnnouncements } from '../report/announcements.js'
import { printFindings } from '../report/print-report.js'
import type { Services } from '../services.js'
import { lineWidth, type Surroundings } from '../surroundings.js'
import { coloursFor } from '../text/colours.js'
import { printableJson } from '../text/printable.js'
import { wrap } from '../text/wrap.js'

/** Tells the newsroom's hubs which feeds have changed. */
export async function announce(
  given: AnnounceArguments,
  surroundings: Surroundings,
  services: Services,
): Promise<number> {
  const { cwd, clock, stdout, env } = surroundings
  const config = findConfig(given.config, cwd)
  const outDir = resolve(cwd, given.out ?? 'dist')
  const options = {
    outDir,
    stateFile: given.state === undefined ? undefined : resolve(cwd, given.state),
    all: given.all === true,
    dryRun: given.dryRun === true,
    timeoutInSeconds: given.timeout,
  }
  const start = clock()
  const report = await loadConfig(config, services)
    .then((newsroom) => services.announce(newsroom, options))
    .catch((error: unknown) => {
      if (!(error instanceof ConfigFault)) throw error
      return refused(error.issue, options, Math.round(clock() - start))
    })
  if (given.json === true) {
    stdout.write(`${printableJson(report)}\n`)
    return report.ok ? 0 : 1
  }
  printFindings(report.issues, config, surroundings)
  const colours = coloursFor(stdout, env)
  const closing = wrap(announceClosing(report), lineWidth(stdout))
  stdout.write(renderAnnouncements(report, colours, lineWidth(stdout)))
  stdout.write(`${report.ok ? closing : colours.bold(closing)}\n`)
  return report.ok ? 0 : 1
}

/** A report on a newsroom that could not even be loaded. */
function refused(
  issue: Issue,
  { outDir, stateFile = join(outDir, privateFolder, 'announced.json'), dryRun }: Given,
  milliseconds: number,
): AnnounceReport {
  return { ok: false, dryRun, outDir, stateFile, announcements: [], issues: [issue], milliseconds }
}

interface Given {
  readonly outDir: string
  readonly stateFile?: string | undefined
  readonly dryRun: boolean
}
