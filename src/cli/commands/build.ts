/** `pressfeed build` and `pressfeed check`. */
import { resolve } from 'node:path'
import { readDate } from '../../date.js'
import type { Issue } from '../../issue.js'
import type { BuildOptions, BuildReport } from '../../node/report.js'
import { findCacheDir } from '../cache-dir.js'
import type { BuildArguments } from '../command-line.js'
import { ConfigFault } from '../config/config-fault.js'
import { findConfig } from '../config/find-config.js'
import { loadConfig } from '../config/load-config.js'
import { createProgress } from '../progress.js'
import type { Purpose } from '../report/closing.js'
import { printJson, printReport } from '../report/print-report.js'
import type { Services } from '../services.js'
import type { Surroundings } from '../surroundings.js'

/** Makes the feeds, or says what making them would say. */
export async function build(
  given: BuildArguments,
  purpose: Purpose,
  surroundings: Surroundings,
  services: Services,
): Promise<number> {
  const { cwd, clock } = surroundings
  const config = findConfig(given.config, cwd)
  const progress = given.json === true ? undefined : createProgress(surroundings)
  const options = {
    outDir: resolve(cwd, given.out ?? 'dist'),
    now: given.now,
    dryRun: purpose === 'check' || given.dryRun === true,
    strict: given.strict === true,
    root: config.root,
    cacheDir: given.cache ? findCacheDir(config.root) : undefined,
    onProgress: progress?.update,
  }
  const start = clock()
  const make = purpose === 'check' ? services.runCheck : services.runBuild
  const report = await loadConfig(config, services)
    .then((newsroom) => make(newsroom, options))
    .catch((error: unknown) => {
      if (!(error instanceof ConfigFault)) throw error
      return refused(error.issue, options, Math.round(clock() - start), surroundings)
    })
    .finally(() => progress?.end())
  if (given.json === true) printJson(report, surroundings)
  else printReport(report, purpose, config, surroundings)
  return report.ok ? 0 : 1
}

/** A report on a newsroom that could not even be loaded. */
function refused(
  issue: Issue,
  options: BuildOptions & { readonly outDir: string; readonly dryRun: boolean },
  milliseconds: number,
  { now }: Surroundings,
): BuildReport {
  return {
    ok: false,
    dryRun: options.dryRun,
    outDir: options.outDir,
    now: readDate(options.now ?? now(), 'UTC').instant ?? '',
    documents: [],
    removed: [],
    bytes: 0,
    articles: 0,
    drafts: 0,
    expired: 0,
    issues: [issue],
    milliseconds,
  }
}
