/** Tells the hubs of a newsroom which of its feeds have changed (WebSub). */
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { issue } from '../issue.js'
import type { Newsroom } from '../newsroom/definition.js'
import { readNewsroom } from '../newsroom/read-newsroom.js'
import { feedsOnDisk, type FeedOnDisk } from './announce-feeds.js'
import { tellHub, type Machine, type Patience } from './announce-hub.js'
import type { AnnounceOptions, AnnounceReport, Announcement } from './announce-report.js'
import { AnnouncedFile } from './announce-state.js'
import { FindingsList } from './findings-list.js'
import { privateFolder } from './output-paths.js'

/**
 * Tells each WebSub hub of a newsroom, its `hub`, of the feeds in the output folder whose bytes are others than those
 * that this hub was told of last; the first time, of all. Run it when the feeds are at their addresses: a hub
 * fetches them at once. The articles are not read. This alone, of all that pressfeed does, uses the network: it sends
 * each hub the addresses of feeds.
 *
 * Each hub gets one request after the other (WebSub, section 6), up to `tries` for a feed. One that does not answer, or wants a
 * pause, is not told of the feeds that are left. What a hub took is remembered at once, in `stateFile`.
 *
 * @returns what was done; it never rejects for a hub that fails, nor for what is wrong with the newsroom or the folder: that is
 *   in the report, whose `ok` says whether all was announced
 * @throws {RangeError} when `timeoutInSeconds` or `tries` is not a number that makes sense
 */
export async function announce(
  newsroom: Newsroom,
  options: AnnounceOptions = {},
): Promise<AnnounceReport> {
  return runAnnounce(newsroom, options, thisMachine)
}

const thisMachine: Machine = {
  fetch: (...given) => fetch(...given),
  sleep: setTimeout,
  now: Date.now,
  random: Math.random,
}

/** As {@link announce}, on any machine. */
export async function runAnnounce(
  newsroom: Newsroom,
  options: AnnounceOptions,
  machine: Machine,
): Promise<AnnounceReport> {
  const started = performance.now()
  const patience = readPatience(options)
  const outDir = resolve(options.outDir ?? 'dist')
  const stateFile = resolve(options.stateFile ?? join(outDir, privateFolder, 'announced.json'))
  const dryRun = options.dryRun ?? false
  const findings = new FindingsList()
  const run = { ...options, dryRun, outDir, stateFile, patience, findings, machine }
  const announcements = await announceAll(newsroom, run).catch((error: unknown) => {
    findings.addFault(error)
    return []
  })
  const isDone = announcements.every(({ status }) => status !== 'failed')
  return {
    ok: isDone && !findings.refuses(false),
    dryRun,
    outDir,
    stateFile,
    announcements,
    issues: findings.issues,
    milliseconds: Math.round(performance.now() - started),
  }
}

function readPatience({ timeoutInSeconds = 10, tries = 3 }: AnnounceOptions): Patience {
  // What is longer cannot be waited for by a timer.
  if (!(timeoutInSeconds > 0 && timeoutInSeconds <= 86_400)) {
    throw new RangeError('timeoutInSeconds: expected a number above 0, up to 86400')
  }
  if (!Number.isInteger(tries) || tries < 1) {
    throw new RangeError('tries: expected a whole number from 1')
  }
  return { timeoutInSeconds, tries }
}

interface Run extends AnnounceOptions {
  readonly dryRun: boolean
  readonly outDir: string
  readonly stateFile: string
  readonly patience: Patience
  readonly findings: FindingsList
  readonly machine: Machine
}

async function announceAll(newsroom: Newsroom, run: Run): Promise<readonly Announcement[]> {
  const { findings, machine, outDir, stateFile } = run
  const plan = readNewsroom(newsroom, new Date(machine.now()))
  findings.add(plan.issues)
  if (plan.hubs.length === 0 && !findings.refuses(false)) findings.add([noHub()])
  if (findings.refuses(false)) return []
  const feeds = await feedsOnDisk(plan, outDir, findings)
  const announced = await AnnouncedFile.open(stateFile)
  // Hubs do not wait for each other.
  const byHub = await Promise.all(plan.hubs.map((hub) => announceAt(hub, feeds, announced, run)))
  return feeds.flatMap(({ path }) =>
    byHub.flatMap((made) => made.filter((each) => each.path === path)),
  )
}

function noHub() {
  const message =
    'No hub to tell: expected its address, in the newsroom, such as https://hub.example/'
  return issue('missing-field', 'hub', message)
}

const notTried = 'not tried: the hub was away or wanted a pause'

async function announceAt(
  hub: string,
  feeds: readonly FeedOnDisk[],
  announced: AnnouncedFile,
  { all = false, dryRun, findings, patience, machine }: Run,
): Promise<readonly Announcement[]> {
  const made: Announcement[] = []
  let isAway = false
  for (const { path, url, sha256 } of feeds) {
    const told = { hub, url, sha256 }
    const common = { path, url, hub, tries: 0 }
    if (!all && announced.has(told)) made.push({ ...common, status: 'unchanged' })
    else if (dryRun) made.push({ ...common, status: 'announced' })
    else if (isAway) {
      made.push({
        ...common,
        status: 'failed',
        reason: notTried,
      })
    } else {
      const outcome = await tellHub(hub, url, patience, machine)
      isAway = outcome.isAway
      const { tries, httpStatus, reason } = outcome
      const status = outcome.isTaken ? 'announced' : 'failed'
      made.push({ ...common, status, tries, httpStatus, reason })
      if (outcome.isTaken) await announced.add(told).catch((error) => findings.addFault(error))
    }
  }
  return made
}
