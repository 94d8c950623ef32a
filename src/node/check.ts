/** What a build would say, and what subscribers of the feeds that are out would notice. */
import { readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { Newsroom } from '../newsroom/definition.js'
import type { Entry } from '../newsroom/entry.js'
import type { NewsroomIndex } from '../newsroom/index-articles.js'
import type { SliceParts } from '../newsroom/make-documents.js'
import { runBuild } from './build.js'
import { compareDocument } from './compare-published.js'
import type { FindingsList } from './findings-list.js'
import { readPublished } from './read-published.js'
import type { BuildOptions, BuildReport } from './report.js'

/**
 * Does everything that `build` does but write, and compares each feed with the one in the output folder,
 * whoever made that: an article whose id changed, one that is gone, a date of publication that moved. Never
 * throws for a finding: they are in the report, whose `ok` says whether the feeds can be built.
 */
export async function check(newsroom: Newsroom, options: BuildOptions = {}): Promise<BuildReport> {
  const outDir = resolve(options.outDir ?? 'dist')
  const root = resolve(options.root ?? '.')
  const onCut = (parts: readonly SliceParts[], index: NewsroomIndex, findings: FindingsList) =>
    compareAll(parts, index, findings, { outDir, root })
  return runBuild(newsroom, { ...options, dryRun: true }, { onCut })
}

async function compareAll(
  slices: readonly SliceParts[],
  { entries }: NewsroomIndex,
  findings: FindingsList,
  { outDir, root }: { readonly outDir: string; readonly root: string },
): Promise<void> {
  // Articles that are refused are not gone.
  if (findings.refuses(false)) return
  const said = new Set<string>()
  const everywhere = new Set(entries.map(({ id }) => id))
  for (const { slice, current, available } of slices) {
    for (const { path } of slice.feeds) {
      const file = join(outDir, path)
      const before = await readFeed(file)
      if (before === undefined) continue
      const now = current.map(toItem)
      const cut = current.length < available || slice.choice.maxAgeInDays !== undefined
      const issues = compareDocument({ path, before, now, cut }, everywhere)
      // What one feed shows of an article, its other formats show too: it is said once.
      const news = issues.filter(({ code, message }) => !said.has(code + message))
      for (const { code, message } of news) said.add(code + message)
      const name = relative(root, file).replaceAll(sep, '/')
      findings.add(news.map((found) => ({ ...found, file: name })))
    }
  }
}

function toItem({ id, link, title, published }: Entry) {
  return { id, link, title, published }
}

// A feed that is not there, or cannot be read, has nobody who would notice.
async function readFeed(file: string) {
  try {
    return readPublished(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
