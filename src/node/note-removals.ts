/** Which feeds lost an article since they were written: nothing of what is there now shows that (rule R-32). */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { later } from '../create-feed/read-life.js'
import type { Instant } from '../date.js'
import type { SliceParts } from '../newsroom/cut-slices.js'
import type { NewsroomIndex } from '../newsroom/index-articles.js'
import { readLastChange } from '../newsroom/last-change.js'
import type { Plan } from '../newsroom/plan.js'
import { goneFrom } from './compare-published.js'
import { readPublished, type PublishedItem } from './read-published.js'

/**
 * The slices, each with the time of its last removal: now if the document that is out has an article that is
 * gone, and else, so that it stays, what that document says if nothing else explains it.
 */
export async function noteRemovals(
  slices: readonly SliceParts[],
  { now }: Plan,
  { entries, departed }: NewsroomIndex,
  outDir: string,
): Promise<readonly SliceParts[]> {
  if (now === undefined) return slices
  const here = new Set(entries.map(({ id }) => id))
  // What left by itself did so at an instant that is known.
  const known = new Set(departed.map(({ id }) => id))
  const noted: SliceParts[] = []
  for (const parts of slices) {
    const out = await readOut(parts, outDir)
    const items = out?.items.filter(({ id }) => !known.has(id)) ?? []
    noted.push({ ...parts, removed: removedFrom(parts, out && { ...out, items }, here, now) })
  }
  return noted
}

interface Out {
  readonly items: readonly PublishedItem[]
  readonly changed: Instant | undefined
}

function removedFrom(
  parts: SliceParts,
  out: Out | undefined,
  here: ReadonlySet<string>,
  now: Instant,
): Instant | undefined {
  if (out === undefined) return undefined
  if (goneFrom(out.items, parts, here)) return now
  const explained = parts.current.map(({ updated }) => updated).reduce(later, parts.left)
  const { changed } = out
  const isNewer = changed !== undefined && (explained === undefined || changed > explained)
  return isNewer && changed <= now ? changed : undefined
}

// Larger ones are refused by readers, and would take long to read.
const largest = 5_000_000

async function readOut({ slice }: SliceParts, outDir: string): Promise<Out | undefined> {
  for (const { format, path } of slice.feeds) {
    if (format === 'json') continue
    try {
      const file = join(outDir, path)
      if ((await stat(file)).size > largest) continue
      const text = await readFile(file, 'utf8')
      const items = readPublished(text)
      if (items !== undefined) return { items, changed: readLastChange(text) }
    } catch {
      // A feed that is not there has lost nothing.
    }
  }
  return undefined
}
