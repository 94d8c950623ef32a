/** What a build would say, and what subscribers of the feeds that are out would notice. */
import { readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { issue } from '../issue.js'
import { isArchivePath } from '../newsroom/archive-path.js'
import type { Newsroom } from '../newsroom/definition.js'
import { locateIssue, type NewsroomIndex } from '../newsroom/index-articles.js'
import type { SliceParts } from '../newsroom/cut-slices.js'
import { inspectHeld, lintTranslations } from '../newsroom/look-ahead.js'
import { runBuild, type BuildHooks } from './build.js'
import { comparable, compareDocument } from './compare-published.js'
import type { FindingsList } from './findings-list.js'
import { readPublished } from './read-published.js'
import type { BuildOptions, BuildReport, HeldReport } from './report.js'

/**
 * Does everything that `build` does but write, and compares each feed with the one in the output folder,
 * whoever made that: an article whose id changed, one that is gone, a date of publication that moved, a feed that is gone. Looks at
 * articles under embargo too, as they will be at their hour, and for what press offices forget. Never
 * throws for a finding: they are in the report, whose `ok` says whether the feeds can be built.
 */
export async function check(newsroom: Newsroom, options: BuildOptions = {}): Promise<BuildReport> {
  const outDir = resolve(options.outDir ?? 'dist')
  const root = resolve(options.root ?? '.')
  const held: HeldReport[] = []
  const onCut: BuildHooks['onCut'] = async ({ slices, plan, index, findings }) => {
    await compareAll(slices, index, findings, { outDir, root })
    findings.add(await inspectHeld(plan, index))
    findings.add(await lintTranslations(plan, index))
    held.push(...index.held.map(({ source, until }) => ({ origin: source.origin, until })))
  }
  const onRemoved = (paths: readonly string[], findings: FindingsList) =>
    findLost(paths, findings, outDir)
  const hooks = { lint: true, onCut, onRemoved }
  const report = await runBuild(newsroom, { ...options, dryRun: true }, hooks)
  return { ...report, held: held.sort((a, b) => (a.until < b.until ? -1 : 1)) }
}

async function findLost(
  paths: readonly string[],
  findings: FindingsList,
  outDir: string,
): Promise<void> {
  for (const path of paths) {
    // Archive pages come and go with their feeds, and nobody subscribes to them.
    if (isArchivePath(path) || (await readFeed(join(outDir, path))) === undefined) continue
    const message = `The feed ${path} is out and is no longer made: its subscribers get nothing more; expected it among the feeds, at its path`
    findings.add([issue('feed-lost', 'feeds', message)])
  }
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
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const everywhere = new Set(byId.keys())
  for (const parts of slices) {
    const compared = comparable(parts)
    for (const { path } of parts.slice.feeds) {
      const file = join(outDir, path)
      const before = await readFeed(file)
      if (before === undefined) continue
      const differences = compareDocument({ path, before, ...compared }, everywhere)
      const name = relative(root, file).replaceAll(sep, '/')
      for (const { issue: found, about } of differences) {
        // What one feed shows of an article, its other formats show too: it is said once.
        if (said.has(found.code + found.message)) continue
        said.add(found.code + found.message)
        const entry = about && byId.get(about.id)
        findings.add([
          entry === undefined
            ? { ...found, file: name }
            : await locateIssue({ ...found, path: about?.field ?? '' }, entry),
        ])
      }
    }
  }
}

// A feed that is not there, or cannot be read, has nobody who would notice.
async function readFeed(file: string) {
  try {
    return readPublished(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
