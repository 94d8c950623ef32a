/** From a page of entries to the records that become a feed, and every finding to its place. */
import type { Relations } from '../create-feed/relations.js'
import type { Instant } from '../date.js'
import type { Issue } from '../issue.js'
import type { Entry } from './entry.js'
import type { NewsroomIndex } from './index-articles.js'
import type { Loader } from './loader.js'
import type { PageInput } from './make-page.js'
import { placeIssue } from './place-issue.js'
import type { Plan, Slice } from './plan.js'

/** A page of articles under the head of a slice. */
export interface PageToRead {
  readonly entries: readonly Entry[]
  readonly slice: Slice
  /** When something changed that no article of it shows. */
  readonly changed: Instant | undefined
  /** Whether to look for what press offices forget, if that is asked. */
  readonly lint: boolean
}

/** A page of whole records. */
export interface ReadPage {
  readonly input: PageInput
  readonly entries: readonly Entry[]
  /** What was found while reading. */
  readonly issues: readonly Issue[]
  /** Whether one of them is an error: then there is nothing to write. */
  readonly isRefused: boolean
  /** Places what is found in the input. */
  readonly place: (finding: Issue) => Issue
}

/** Reads the articles of a page whole. */
export async function readPage(
  { entries, slice, changed, lint: isLooked }: PageToRead,
  { link, language, now, lint }: Plan,
  { relationsOf, namesOfHeld: held }: NewsroomIndex,
  loader: Loader,
): Promise<ReadPage> {
  const loaded = await loader.load(entries)
  const usable = loaded.filter(({ article }) => article !== undefined)
  const issues = loaded.flatMap((each) =>
    each.issues.map((finding) => placeIssue(finding, { ...each, origin: each.entry.origin })),
  )
  return {
    input: {
      input: { ...slice.head, articles: usable.map(({ article }) => article) },
      newsroom: { link, language, held },
      relations: relationsAmong(usable, relationsOf),
      parts: usable.map(({ entry }) => entry.part),
      now,
      changed,
      lint: isLooked && lint !== undefined,
    },
    entries,
    issues,
    isRefused: issues.some(({ severity }) => severity === 'error'),
    place: (finding) => {
      const index = /^articles\[(\d+)\]/.exec(finding.path)?.[1]
      const from = index === undefined ? undefined : usable[Number(index)]
      return from === undefined
        ? ofDefinition(finding, slice)
        : placeIssue(finding, { ...from, origin: from.entry.origin })
    },
  }
}

function relationsAmong(
  articles: readonly { readonly entry: Entry }[],
  relationsOf: NewsroomIndex['relationsOf'],
): ReadonlyMap<string, Relations> {
  return new Map(articles.map(({ entry: { id } }) => [id, relationsOf(id)]))
}

// A finding on the head of a slice belongs to the definition where that says it, else to the newsroom.
function ofDefinition(finding: Issue, { where, own }: Slice): Issue {
  const [field = ''] = finding.path.split(/[.[]/)
  return Object.hasOwn(own, field) ? { ...finding, path: `${where}.${finding.path}` } : finding
}
