/** The feeds at an address of this machine, as a reader on it would find them on the site. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Newsroom } from '../newsroom/definition.js'
import type { LocalFile } from '../newsroom/source.js'
import { runBuild } from './build.js'
import { LocalSite } from './local-site.js'
import type { BuildOptions, BuildReport } from './report.js'

/** What `serve` is told beside the options of a build. */
export interface ServeOptions extends BuildOptions {
  /** Port to listen at; 0 takes any that is free. Default: 4080, or any that is free if that is taken. */
  readonly port?: number | undefined
  /** Ends the server when it is aborted; the promise of `serve` is then fulfilled. */
  readonly signal: AbortSignal
  /** Called for the build at the start. */
  readonly onReport: (report: BuildReport) => void
  /** Called once, with the addresses of the feeds and of the pages for people on this machine. */
  readonly onListening: (feeds: readonly string[], pages: readonly string[]) => void
}

const usualPort = 4080

/**
 * Builds the feeds and serves them at 127.0.0.1 until the signal. In what it serves, the addresses of feeds,
 * archive pages, local pictures and attachments are those of this machine; links to articles stay as they are.
 * The files in the output folder are not changed by that, and are read anew for each request.
 *
 * @throws Node's error when the port cannot be used; then nothing is built
 */
export async function serve(newsroom: Newsroom, options: ServeOptions): Promise<void> {
  let site: LocalSite | undefined
  const server = createServer((request, response) => {
    if (site !== undefined) void site.answer(request, response)
    else response.writeHead(503, { 'retry-after': '1' }).end()
  })
  // Whether the port is free is known at once, before anything is built.
  const port = await listen(server, options.port)
  try {
    const files: LocalFile[] = []
    const report = await runBuild(newsroom, options, {
      onLoad: (loaded) => files.push(...(loaded.files ?? [])),
    })
    options.onReport(report)
    if (!report.ok) return
    site = new LocalSite(report, files)
    site.origin = `http://127.0.0.1:${port}`
    options.onListening(site.feedAddresses, site.pageAddresses)
    await untilAborted(options.signal)
  } finally {
    server.closeAllConnections()
    await new Promise<void>((closed) => server.close(() => closed()))
  }
}

async function listen(server: Server, port: number | undefined): Promise<number> {
  try {
    return await listenAt(server, port ?? usualPort)
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (port !== undefined || !isTaken) throw error
    return listenAt(server, 0)
  }
}

function listenAt(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    // This machine alone: nobody else is to see what may not be published yet.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail)
      done((server.address() as AddressInfo).port)
    })
  })
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}
