/** Stand-ins for the machine and for the functions behind the commands. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { onTestFinished } from 'vitest'
import type { Services } from '../../src/cli/services.js'
import type { Output, Surroundings } from '../../src/cli/surroundings.js'
import type { BuildReport, DocumentReport } from '../../src/node/report.js'

/** A stream that keeps what is written. */
export class Screen extends Writable {
  text = ''
  readonly isTTY: boolean
  readonly columns: number | undefined

  constructor({ isTTY = false, columns }: { isTTY?: boolean; columns?: number } = {}) {
    super({ decodeStrings: false })
    this.isTTY = isTTY
    this.columns = columns
  }

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    this.text += String(chunk)
    done()
  }
}

export interface Fake extends Surroundings {
  readonly stdout: Output & Screen
  readonly stderr: Output & Screen
  /** What is typed, if stdin is a terminal. */
  readonly keyboard: PassThrough
  readonly interrupt: () => void
}

/** Streams that are no terminals, a quiet clock, and 2 March 2026. */
export function fake(
  given: Partial<Surroundings> & {
    terminal?: boolean
    columns?: number
  } = {},
): Fake {
  const { terminal = false, columns, ...others } = given
  const screen = () => new Screen({ isTTY: terminal, ...(columns !== undefined && { columns }) })
  const keyboard = Object.assign(new PassThrough(), { isTTY: terminal })
  const controller = new AbortController()
  return {
    stdin: keyboard,
    keyboard,
    stdout: screen(),
    stderr: screen(),
    env: {},
    cwd: '/press',
    timeZone: 'Europe/Paris',
    now: () => new Date('2026-03-02T08:00:00Z'),
    clock: () => 0,
    untilInterrupted: () => controller.signal,
    interrupt: () => controller.abort(),
    ...others,
  } as Fake
}

/** Services that may not be called, except for those that are given. */
export function services(given: Partial<Services> = {}): Services {
  const refuse = (name: string) => () => {
    throw new Error(`${name} was called`)
  }
  return {
    runBuild: refuse('runBuild'),
    runCheck: refuse('runCheck'),
    watch: refuse('watch'),
    serve: refuse('serve'),
    announce: refuse('announce'),
    alternateLinks: refuse('alternateLinks'),
    hostHeaders: refuse('hostHeaders'),
    sources: () =>
      Promise.resolve({
        markdownFolder: (path, options) => ({ source: 'markdownFolder', path, options }),
        jsonFile: (path) => ({ source: 'jsonFile', path }),
      }),
    ownModules: () =>
      Promise.resolve({
        pressfeed: { defineNewsroom: (newsroom: unknown) => newsroom },
        'pressfeed/node': { markdownFolder: (path: string) => `folder ${path}` },
        'pressfeed/markdown': { fromMarkdown: () => 'markdown' },
        'pressfeed/feed': { fromFeed: () => 'feed' },
      }),
    ...given,
  }
}

/** A report of a build that went well and found nothing. */
export function report(given: Partial<BuildReport> = {}): BuildReport {
  return {
    ok: true,
    dryRun: false,
    outDir: '/press/dist',
    now: '2026-03-02T08:00:00Z',
    documents: [],
    removed: [],
    bytes: 0,
    articles: 0,
    drafts: 0,
    expired: 0,
    issues: [],
    milliseconds: 410,
    ...given,
  }
}

/** A document of a report. */
export function documentAt(path: string, given: Partial<DocumentReport> = {}): DocumentReport {
  return {
    path,
    url: `https://newsroom.example/${path}`,
    format: 'rss',
    status: 'written',
    bytes: 12_345,
    articles: 20,
    available: 20,
    ...given,
  }
}

/** An empty folder, gone when the test is over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pressfeed-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
