/** What an output folder holds, to tell what a build changed in it. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseFeed } from 'feedsmith'

/** A file at one moment. A rewrite of the same bytes shows in `written`. */
export interface FileState {
  readonly text: string
  readonly written: string
}

/** Every file of a folder by its path, with slashes; pressfeed's own files left out. */
export function snapshot(folder: string): ReadonlyMap<string, FileState> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).split(sep).join('/'), stateOf(file)] as const)
    .filter(([path]) => !path.startsWith('.pressfeed/'))
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function stateOf(file: string): FileState {
  const { ino, mtimeNs, ctimeNs } = statSync(file, { bigint: true })
  return { text: readFileSync(file, 'utf8'), written: `${ino} ${mtimeNs} ${ctimeNs}` }
}

/** What differs between two moments, each list sorted. */
export function changes(
  before: ReadonlyMap<string, FileState>,
  after: ReadonlyMap<string, FileState>,
) {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  const having = (fits: (old?: FileState, now?: FileState) => boolean) =>
    paths.filter((path) => fits(before.get(path), after.get(path)))
  return {
    added: having((old, now) => old === undefined && now !== undefined),
    removed: having((old, now) => old !== undefined && now === undefined),
    rewritten: having((old, now) => (old && now !== undefined && old.text !== now.text) || false),
    /** Files with the same bytes as before that were written all the same. */
    touched: having((old, now) => old?.text === now?.text && old?.written !== now?.written),
  }
}

/** The ids of the articles in each feed document, in its order. */
export function idsByDocument(
  files: ReadonlyMap<string, FileState>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...files]
      .filter(([path]) => /\.(?:xml|json)$/.test(path))
      .map(([path, { text }]) => [path, idsOf(text)]),
  )
}

function idsOf(text: string): readonly string[] {
  const { format, feed } = parseFeed(text)
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map(({ guid }) => guid?.value ?? '')
    case 'atom':
      return (feed.entries ?? []).map(({ id }) => id ?? '')
    case 'json':
      return (feed.items ?? []).map(({ id }) => id ?? '')
    case 'rdf':
      throw new Error('RSS 1.0 is not written')
  }
}

/** The documents that carry an article, sorted. */
export function carriersOf(
  id: string,
  documents: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return [...documents].filter(([, ids]) => ids.includes(id)).map(([path]) => path)
}
