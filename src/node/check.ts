/** What a build would say, and what subscribers of the feeds that are out would notice. */
import { readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { issue } from '../issue.js'
import type { Newsroom } from '../newsroom/definition.js'
import type { Entry } from '../newsroom/entry.js'
import { locateIssue, type NewsroomIndex } from '../newsroom/index-articles.js'
import type { SliceParts } from '../newsroom/cut-slices.js'
import { runBuild } from './build.js'
import { compareDocument } from './compare-published.js'
import type { FindingsList } from './findings-list.js'
import { readPublished } from './read-published.js'
import type { BuildOptions, BuildReport } from './report.js'

/**
 * Does everything that `build` does but write, and compares each feed with the one in the output folder,
 * whoever made that: an article whose id changed, one that is gone, a date of publication that moved, a feed that is gone. Never
 * throws for a finding: they are in the report, whose `ok` says whether the feeds can be built.
 */
export async function check(newsroom: Newsroom, options: BuildOptions = {}): Promise<BuildReport> {
  const outDir = resolve(options.outDir ?? 'dist')
  const root = resolve(options.root ?? '.')
  const onCut = (parts: readonly SliceParts[], index: NewsroomIndex, findings: FindingsList) =>
    compareAll(parts, index, findings, { outDir, root })
  const onRemoved = (paths: readonly string[], findings: FindingsList) =>
    findLost(paths, findings, outDir)
  return runBuild(newsroom, { ...options, dryRun: true }, { onCut, onRemoved })
}

// Archive pages come and go with their feeds, and nobody subscribes to them.
const archivePage = /-archive\/\d{4}-\d{2}-\d{2}-[0-9a-f]{8}(?:\.[^/]*)?$/

async function findLost(
  paths: readonly string[],
  findings: FindingsList,
  outDir: string,
): Promise<void> {
  for (const path of paths) {
    if (archivePage.test(path) || (await readFeed(join(outDir, path))) === undefined) continue
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
    const { slice, current, available } = parts
    const window = windowOf(parts)
    for (const { path } of slice.feeds) {
      const file = join(outDir, path)
      const before = await readFeed(file)
      if (before === undefined) continue
      const now = current.map(toItem)
      const cut = current.length < available || slice.choice.maxAgeInDays !== undefined
      const compared = compareDocument({ path, before, now, window, cut }, everywhere)
      const name = relative(root, file).replaceAll(sep, '/')
      for (const { issue: found, about } of compared) {
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

// As `paginate` cuts it: above the limit stands what no full page has, and then what was corrected lately.
function windowOf({ slice, current, pages }: SliceParts): number {
  const open = pages.at(-1)
  return open === undefined ? current.length : Math.max(slice.choice.limit, open.entries.length)
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
