/** `pressfeed serve`. */
import { resolve } from 'node:path'
import type { BuildArguments } from '../command-line.js'
import { findConfig } from '../config/find-config.js'
import { loadConfig } from '../config/load-config.js'
import { Failure, systemCode } from '../failure.js'
import { printShortReport } from '../report/print-report.js'
import type { Services } from '../services.js'
import type { Surroundings } from '../surroundings.js'
import { printable } from '../text/printable.js'
import { printIfFinding } from './print-if-finding.js'

/** Offers the feeds at an address of this machine, until Ctrl-C. */
export async function serve(
  given: Pick<BuildArguments, 'config' | 'out'> & { readonly port?: number },
  surroundings: Surroundings,
  services: Services,
): Promise<number> {
  const { cwd, stdout, untilInterrupted } = surroundings
  const config = findConfig(given.config, cwd)
  try {
    const newsroom = await loadConfig(config, services)
    const outcome = { ok: true }
    await services.serve(newsroom, {
      outDir: resolve(cwd, given.out ?? 'dist'),
      root: config.root,
      port: given.port,
      signal: untilInterrupted(),
      onReport: (report) => {
        outcome.ok = report.ok
        printShortReport(report, config, surroundings)
      },
      onListening: (feeds, pages) => {
        const listed = (addresses: readonly string[]) =>
          addresses.map((address) => `  ${printable(address)}\n`).join('')
        stdout.write(
          `Subscribe to one of these on this machine:\n${listed(feeds)}` +
            (pages.length === 0 ? '' : `Open one of these in your browser:\n${listed(pages)}`) +
            'What you change shows here when pressfeed watch runs beside it. Ctrl-C ends it.\n',
        )
      },
    })
    return outcome.ok ? 0 : 1
  } catch (error) {
    if (printIfFinding(error, config, surroundings)) return 1
    throw portFailure(error, given.port) ?? error
  }
}

function portFailure(error: unknown, port: number | undefined): Failure | undefined {
  const code = systemCode(error)
  const name = port === undefined ? 'The port' : `Port ${port}`
  if (code === 'EADDRINUSE') return new Failure(`${name} is in use: give another one with --port.`)
  if (code === 'EACCES') return new Failure(`${name} is reserved: give another one with --port.`)
  return undefined
}
