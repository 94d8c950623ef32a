/** From what each feed carries to files in the output folder, page by page. */
import { Buffer } from 'node:buffer'
import type { SliceParts } from '../newsroom/cut-slices.js'
import type { NewsroomIndex } from '../newsroom/index-articles.js'
import { Loader, type Loaded } from '../newsroom/loader.js'
import { countDocuments, pagesOf, type PageToMake } from '../newsroom/make-documents.js'
import { outlinesOf, toOpml } from '../newsroom/opml.js'
import type { Plan } from '../newsroom/plan.js'
import { writeStylesheet } from '../newsroom/write-html.js'
import type { MadePage } from '../newsroom/write-page.js'
import type { BuildMemory, Remembered } from './build-memory.js'
import type { FindingsList } from './findings-list.js'
import { inOrder } from './in-order.js'
import type { Output } from './output.js'
import type { Progress } from './progress.js'
import type { DocumentReport } from './report.js'
import type { Threads } from './threads.js'

/** What staging is told beside the documents. */
export interface Staging {
  readonly output: Output
  readonly findings: FindingsList
  readonly progress: Progress
  readonly strict: boolean
  readonly memory: BuildMemory | undefined
  readonly onLoad: ((loaded: Loaded) => void) | undefined
  readonly threads: Threads
}

/** Makes all documents and stages them: feeds first, each followed by its archive from the newest page. */
export async function stageDocuments(
  slices: readonly SliceParts[],
  plan: Plan,
  index: NewsroomIndex,
  { output, findings, progress, strict, memory, onLoad, threads }: Staging,
): Promise<readonly DocumentReport[]> {
  const loader = new Loader((loaded) => {
    memory?.note(loaded)
    onLoad?.(loaded)
  })
  const total = slices.reduce((sum, parts) => sum + countDocuments(parts), 0)
  const reports: DocumentReport[] = []
  const pages = slices.flatMap((parts) => pagesOf(parts, plan, index, loader, threads.make))
  // What is recalled is staged at once, so it has to wait for its turn.
  const ahead = memory === undefined ? threads.most + 2 : 1
  const prepare = async (page: PageToMake) =>
    (await recall(page, output, memory)) ?? { page, fresh: await page.make() }
  for await (const prepared of inOrder(pages, ahead, prepare)) {
    const made = 'fresh' in prepared ? await stageAll(prepared, output, memory) : prepared
    // A feed is not empty for want of articles when those that it would carry are refused.
    const isRefused = findings.refuses(false)
    findings.add(made.issues.filter(({ code }) => !(isRefused && code === 'no-articles')))
    reports.push(...made.documents)
    progress.report({ step: 'write', done: reports.length, total })
  }
  const documents = [...inReadingOrder(reports)]
  if (findings.refuses(strict)) return documents
  const { opml, stylesheet } = plan
  const beside: ToStage[] = [
    ...(opml === undefined ? [] : [makeOpml(slices, plan, opml)]),
    ...(stylesheet === undefined ? [] : [makeStylesheet(plan, stylesheet)]),
  ]
  for (const document of beside) documents.push(await stage(document, output))
  return documents
}

async function stageAll(
  { page, fresh }: { readonly page: PageToMake; readonly fresh: MadePage },
  output: Output,
  memory: BuildMemory | undefined,
): Promise<Remembered> {
  const { documents, issues } = fresh
  const reports: DocumentReport[] = []
  for (const document of documents) {
    reports.push(await stage(document, output))
  }
  const made = { documents: reports, issues }
  memory?.remember(page.key, made)
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
  if (!(await output.keep(known.documents.map(({ path }) => path)))) return undefined
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
  const outlines = slices.flatMap(({ slice }) => outlinesOf(slice, opml))
  const text = toOpml(head.title, outlines)
  const counts = { articles: outlines.length, available: outlines.length }
  return { path: opml.path, url: opml.url, format: 'opml', text, archiveOf: undefined, ...counts }
}

function makeStylesheet(plan: Plan, { path, url }: NonNullable<Plan['stylesheet']>): ToStage {
  const text = writeStylesheet(plan)
  return { path, url, format: 'css', text, archiveOf: undefined, articles: 0, available: 0 }
}

// They were made the other way round.
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
