/** `pressfeed watch`. */
import { relative, resolve } from 'node:path'
import type { ArticlesSeen } from '../../node/watch.js'
import type { BuildArguments } from '../command-line.js'
import { findConfig } from '../config/find-config.js'
import { loadConfig } from '../config/load-config.js'
import { explain } from '../explain.js'
import { printShortReport } from '../report/print-report.js'
import type { Services } from '../services.js'
import type { Surroundings } from '../surroundings.js'
import { printIfFinding } from './print-if-finding.js'

/** Builds, and builds again after each change, until Ctrl-C. */
export async function watch(
  given: Pick<BuildArguments, 'config' | 'out'>,
  surroundings: Surroundings,
  services: Services,
): Promise<number> {
  const { cwd, stdout, untilInterrupted } = surroundings
  const config = findConfig(given.config, cwd)
  const name = relative(cwd, config.file)
  await services.watch(() => loadConfig(config, services), {
    outDir: resolve(cwd, given.out ?? 'dist'),
    root: config.root,
    configFile: config.file,
    signal: untilInterrupted(),
    onWatching: (articles) => stdout.write(`${sentences[articles](name)} Ctrl-C ends it.\n`),
    onReport: (report) => printShortReport(report, config, surroundings),
    onError: (error) => {
      if (!printIfFinding(error, config, surroundings)) explain(error, surroundings)
    },
  })
  return 0
}

const sentences: Readonly<Record<ArticlesSeen, (name: string) => string>> = {
  seen: (name) => `Watching ${name} and the articles.`,
  unseen: (name) => `Watching ${name}. Changes of articles outside of it are not seen.`,
  unknown: (name) => `Watching ${name}.`,
}
