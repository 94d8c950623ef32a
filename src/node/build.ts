/** From a newsroom to feeds on disk: reads a little of all articles, then makes and writes page by page. */
import { resolve } from 'node:path'
import { FeedError } from '../issue.js'
import type { Newsroom } from '../newsroom/definition.js'
import { indexArticles, type NewsroomIndex } from '../newsroom/index-articles.js'
import type { Loaded } from '../newsroom/loader.js'
import { cutSlices, type SliceParts } from '../newsroom/cut-slices.js'
import type { Plan } from '../newsroom/plan.js'
import { readNewsroom } from '../newsroom/read-newsroom.js'
import { entriesOf } from './any-source.js'
import type { BuildMemory } from './build-memory.js'
import { FindingsList } from './findings-list.js'
import { stageHostFiles } from './host-files.js'
import { noteRemovals } from './note-removals.js'
import { openOutput, type Output } from './output.js'
import { Progress } from './progress.js'
import type { BuildOptions, BuildReport, DocumentReport, HostFileReport } from './report.js'
import { stageDocuments } from './stage-documents.js'
import { lendThreads, Threads, usualThreads } from './threads.js'

/**
 * Builds the feeds of a newsroom into a folder. All or nothing: if a finding refuses the build, no file is
 * touched. Each file is replaced at once, so whoever reads the folder sees the old or the new one, whole.
 * Files with the same bytes as before are left alone; files that an earlier build wrote and that no feed
 * has any more are removed; nothing else is.
 *
 * @returns what was done; its `issues` are warnings
 * @throws {FeedError} when something refuses the build; carries every finding, warnings too
 */
export async function build(newsroom: Newsroom, options: BuildOptions = {}): Promise<BuildReport> {
  const report = await runBuild(newsroom, options)
  if (!report.ok) throw new FeedError(report.issues)
  return report
}

/** What others want to know of a build while it runs. */
export interface BuildHooks {
  /** Whether to look for what press offices forget too. */
  readonly lint?: boolean | undefined
  /** Each article that was read whole. */
  readonly onLoad?: ((loaded: Loaded) => void) | undefined
  /** What earlier builds of the same newsroom remember. */
  readonly memory?: BuildMemory | undefined
  /** Before the documents are made; may find something. */
  readonly onCut?:
    | ((cut: {
        readonly slices: readonly SliceParts[]
        readonly plan: Plan
        readonly index: NewsroomIndex
        readonly findings: FindingsList
      }) => Promise<void>)
    | undefined
  /** After files that are no longer wanted were removed, or in a dry run found; may find something. */
  readonly onRemoved?:
    ((paths: readonly string[], findings: FindingsList) => Promise<void>) | undefined
}

/** As {@link build}, but what refuses it is in the report, not thrown. */
export async function runBuild(
  newsroom: Newsroom,
  options: BuildOptions,
  hooks: BuildHooks = {},
): Promise<BuildReport> {
  const started = performance.now()
  const outDir = resolve(options.outDir ?? 'dist')
  const findings = new FindingsList()
  const plan = readNewsroom(newsroom, options.now ?? new Date(), hooks.lint)
  findings.add(plan.issues)
  const done = await makeAndWrite(newsroom, plan, { ...options, outDir, findings, hooks })
  const ok = !findings.refuses(options.strict ?? false)
  return {
    ok,
    dryRun: options.dryRun ?? false,
    outDir,
    now: plan.now ?? '',
    documents: ok ? done.documents : [],
    ...(plan.hosts.length > 0 && { hostFiles: ok ? done.hostFiles : [] }),
    removed: ok ? done.removed : [],
    bytes: ok ? sizeOf([...done.documents, ...done.hostFiles]) : 0,
    articles: done.articles,
    drafts: done.drafts,
    expired: done.expired,
    nextChange: done.nextChange,
    issues: findings.issues,
    milliseconds: Math.round(performance.now() - started),
  }
}

function sizeOf(files: readonly { readonly bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

interface Work extends BuildOptions {
  readonly outDir: string
  readonly findings: FindingsList
  readonly hooks: BuildHooks
}

type Counts = {
  -readonly [Name in 'articles' | 'drafts' | 'expired' | 'nextChange']: BuildReport[Name]
}

interface Done extends Counts {
  readonly documents: readonly DocumentReport[]
  readonly hostFiles: readonly HostFileReport[]
  readonly removed: readonly string[]
}

async function makeAndWrite(newsroom: Newsroom, plan: Plan, work: Work): Promise<Done> {
  const { findings, hooks, strict = false } = work
  const progress = new Progress(work.onProgress)
  // After a newsroom that is no object there is nothing to read.
  const articles = (newsroom as Partial<Newsroom> | null | undefined)?.articles
  const root = resolve(work.root ?? '.')
  const again = hooks.memory !== undefined
  const cacheDir = work.cacheDir === undefined ? undefined : resolve(work.cacheDir)
  const context = { root, link: plan.link, again, cacheDir }
  const threads = new Threads(work.threads ?? usualThreads())
  lendThreads(context, threads)
  const source = entriesOf(articles as Newsroom['articles'], context)
  const counts: Counts = { articles: 0, drafts: 0, expired: 0, nextChange: undefined }
  const nothing = { documents: [], hostFiles: [], removed: [] }
  let output: Output | undefined
  try {
    output = await openOutput(work.outDir, { dryRun: work.dryRun ?? false })
    const index = await indexArticles(source.entries, plan, (count) => {
      progress.report({ step: 'read', done: count })
    })
    counts.articles = index.entries.filter(({ part }) => part === undefined).length
    counts.drafts = index.drafts
    counts.expired = index.departed.filter(({ part }) => part === undefined).length
    findings.add(index.issues)
    const { slices: cut, nextChange, issues } = cutSlices(plan, index)
    const slices = await noteRemovals(cut, plan, index, work.outDir)
    counts.nextChange = nextChange
    findings.add(issues)
    await hooks.onCut?.({ slices, plan, index, findings })
    const { memory, onLoad } = hooks
    const staging = { output, findings, progress, strict, memory, onLoad, threads }
    const documents = await stageDocuments(slices, plan, index, staging)
    // Last, so that no host is told of a feed that is not there.
    const hostFiles = await stageHostFiles(plan, output, findings)
    if (findings.refuses(strict)) return { ...nothing, ...counts }
    const { removed } = await output.commit()
    await hooks.onRemoved?.(removed, findings)
    return { documents, hostFiles, removed, ...counts }
  } catch (error) {
    findings.addFault(error)
    return { ...nothing, ...counts }
  } finally {
    source.close()
    await threads.close()
    await output?.abandon()
  }
}
