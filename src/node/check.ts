/** What a build would say, and what subscribers of the feeds that are out would notice. */
import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
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
  const onCut = (parts: readonly SliceParts[], index: NewsroomIndex, findings: FindingsList) =>
    compareAll(parts, index, findings, outDir)
  return runBuild(newsroom, { ...options, dryRun: true }, { onCut })
}

async function compareAll(
  slices: readonly SliceParts[],
  { entries }: NewsroomIndex,
  findings: FindingsList,
  outDir: string,
): Promise<void> {
  const everywhere = new Set(entries.map(({ id }) => id))
  for (const { slice, current, available } of slices) {
    for (const { path } of slice.feeds) {
      const file = join(outDir, path)
      const before = await readFeed(file)
      if (before === undefined) continue
      const now = current.map(toItem)
      const cut = current.length < available || slice.choice.maxAgeInDays !== undefined
      const issues = compareDocument({ path, before, now, cut }, everywhere)
      findings.add(issues.map((found) => ({ ...found, file: relative('.', file) })))
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
