/** From a newsroom to feeds on disk: reads a little of all articles, then makes and writes page by page. */
import { Buffer } from 'node:buffer'
import { resolve } from 'node:path'
import { readDate, type Instant } from '../date.js'
import { FeedError } from '../issue.js'
import type { Newsroom } from '../newsroom/definition.js'
import { indexArticles, type NewsroomIndex } from '../newsroom/index-articles.js'
import { Loader, type Loaded } from '../newsroom/loader.js'
import {
  countDocuments,
  cutSlices,
  pagesOf,
  type PageToMake,
  type SliceParts,
} from '../newsroom/make-documents.js'
import { listedIn, toOpml } from '../newsroom/opml.js'
import type { Plan } from '../newsroom/plan.js'
import { readNewsroom } from '../newsroom/read-newsroom.js'
import { entriesOf } from './any-source.js'
import type { BuildMemory, Remembered } from './build-memory.js'
import { FindingsList } from './findings-list.js'
import { openOutput, type Output } from './output.js'
import { Progress } from './progress.js'
import type { BuildOptions, BuildReport, DocumentReport } from './report.js'

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
  /** Each article that was read whole. */
  readonly onLoad?: ((loaded: Loaded) => void) | undefined
  /** What earlier builds of the same newsroom remember. */
  readonly memory?: BuildMemory | undefined
  /** Before the documents are made; may find something. */
  readonly onCut?:
    | ((
        parts: readonly SliceParts[],
        index: NewsroomIndex,
        findings: FindingsList,
      ) => Promise<void>)
    | undefined
}

/** As {@link build}, but what refuses it is in the report, not thrown. */
export async function runBuild(
  newsroom: Newsroom,
  options: BuildOptions,
  hooks: BuildHooks = {},
): Promise<BuildReport> {
  const started = performance.now()
  const outDir = resolve(options.outDir ?? 'dist')
  const given = options.now ?? new Date()
  const now = readDate(given, 'UTC').instant
  const findings = new FindingsList()
  const plan = readNewsroom(newsroom, given)
  findings.add(plan.issues)
  const done = await makeAndWrite(newsroom, plan, { ...options, outDir, now, findings, hooks })
  const ok = !findings.refuses(options.strict ?? false)
  return {
    ok,
    dryRun: options.dryRun ?? false,
    outDir,
    now: now ?? '',
    documents: ok ? done.documents : [],
    removed: ok ? done.removed : [],
    bytes: ok ? done.documents.reduce((sum, { bytes }) => sum + bytes, 0) : 0,
    articles: done.articles,
    drafts: done.drafts,
    issues: findings.issues,
    milliseconds: Math.round(performance.now() - started),
  }
}

interface Work extends BuildOptions {
  readonly outDir: string
  readonly now: Instant | undefined
  readonly findings: FindingsList
  readonly hooks: BuildHooks
}

interface Done {
  readonly documents: readonly DocumentReport[]
  readonly removed: readonly string[]
  readonly articles: number
  readonly drafts: number
}

async function makeAndWrite(newsroom: Newsroom, plan: Plan, work: Work): Promise<Done> {
  const { findings, now, hooks, strict = false } = work
  const progress = new Progress(work.onProgress)
  // After a newsroom that is no object there is nothing to read.
  const articles = (newsroom as Partial<Newsroom> | null | undefined)?.articles
  const root = resolve(work.root ?? '.')
  const again = hooks.memory !== undefined
  const source = entriesOf(articles as Newsroom['articles'], { root, link: plan.link, again })
  const counts = { articles: 0, drafts: 0 }
  const nothing = { documents: [], removed: [] }
  let output: Output | undefined
  try {
    output = await openOutput(work.outDir, { dryRun: work.dryRun ?? false })
    const index = await indexArticles(source.entries, plan, now, (count) => {
      progress.report({ step: 'read', done: count })
    })
    counts.articles = index.entries.length
    counts.drafts = index.drafts
    findings.add(index.issues)
    const slices = cutSlices(plan, index, now)
    await hooks.onCut?.(slices, index, findings)
    const documents = await stageAll(slices, plan, work, output, progress)
    if (findings.refuses(strict)) return { ...nothing, ...counts }
    const { removed } = await output.commit()
    return { documents: inReadingOrder(documents), removed, ...counts }
  } catch (error) {
    findings.addFault(error)
    return { ...nothing, ...counts }
  } finally {
    source.close()
    await output?.abandon()
  }
}

async function stageAll(
  slices: readonly SliceParts[],
  plan: Plan,
  { findings, hooks, now, strict = false }: Work,
  output: Output,
  progress: Progress,
): Promise<readonly DocumentReport[]> {
  const loader = new Loader((loaded) => hooks.onLoad?.(loaded))
  const total = slices.reduce((sum, parts) => sum + countDocuments(parts), 0)
  const reports: DocumentReport[] = []
  for (const page of slices.flatMap((parts) => pagesOf(parts, plan, loader, now))) {
    const made =
      (await recall(page, output, hooks.memory)) ?? (await makeAndStage(page, output, hooks.memory))
    // A feed is not empty for want of articles when those that it would carry are refused.
    const isRefused = findings.refuses(false)
    findings.add(made.issues.filter(({ code }) => !(isRefused && code === 'no-articles')))
    reports.push(...made.documents)
    progress.report({ step: 'write', done: reports.length, total })
  }
  if (findings.refuses(strict) || plan.opml === undefined) return reports
  return [...reports, await stage(makeOpml(slices, plan, plan.opml), output)]
}

async function makeAndStage(
  page: PageToMake,
  output: Output,
  memory: BuildMemory | undefined,
): Promise<Remembered> {
  const { documents, issues } = await page.make()
  const reports: DocumentReport[] = []
  for (const document of documents) {
    reports.push(await stage({ ...document, articles: document.entries.length }, output))
  }
  const made = { documents: reports, issues }
  await memory?.remember(page.key, made)
  return made
}

// A page that would come out the same, and whose files nobody touched, is not made again.
async function recall(
  { key }: PageToMake,
  output: Output,
  memory: BuildMemory | undefined,
): Promise<Remembered | undefined> {
  const known = await memory?.recall(key)
  if (known === undefined) return undefined
  const kept = await Promise.all(known.documents.map(({ path }) => output.keep(path)))
  if (kept.includes(false)) return undefined
  const documents = known.documents.map((each) => ({ ...each, status: 'unchanged' as const }))
  return { ...known, documents }
}

interface ToStage extends Omit<DocumentReport, 'status' | 'bytes'> {
  readonly text: string
}

async function stage(document: ToStage, output: Output): Promise<DocumentReport> {
  const { path, url, format, text, archiveOf, articles, available } = document
  const status = await output.stage(path, text)
  const bytes = Buffer.byteLength(text)
  return { path, url, format, archiveOf, status, bytes, articles, available }
}

function makeOpml(
  slices: readonly SliceParts[],
  { head }: Plan,
  opml: NonNullable<Plan['opml']>,
): ToStage {
  const outlines = slices.flatMap(({ slice }) =>
    listedIn(opml, slice.feeds).map((feed) => ({ feed, ...slice.head })),
  )
  const changes = slices.flatMap(({ current }) => current.map(({ updated }) => updated))
  const updated = changes.reduce<Instant | undefined>(
    (newest, change) => (newest === undefined || change > newest ? change : newest),
    undefined,
  )
  const text = toOpml(head.title, updated, outlines)
  const counts = { articles: outlines.length, available: outlines.length }
  return { path: opml.path, url: opml.url, format: 'opml', text, archiveOf: undefined, ...counts }
}

/** Feeds first, each followed by its archive from the newest page. They were made the other way round. */
function inReadingOrder(documents: readonly DocumentReport[]): readonly DocumentReport[] {
  const archives = new Map<string, DocumentReport[]>()
  for (const page of documents) {
    if (page.archiveOf === undefined) continue
    const pages = archives.get(page.archiveOf)
    if (pages === undefined) archives.set(page.archiveOf, [page])
    else pages.unshift(page)
  }
  const feeds = documents.filter(({ archiveOf }) => archiveOf === undefined)
  return feeds.flatMap((feed) => [feed, ...(archives.get(feed.path) ?? [])])
}
