/** A folder of Markdown files as a source of articles. */
import { join, resolve } from 'node:path'
import process from 'node:process'
import { FeedError, type Issue } from '../issue.js'
import type { MarkdownArticle } from '../markdown/from-markdown.js'
import type { ArticleInput } from '../model/input.js'
import type {
  ArticleSource,
  LoadedArticle,
  SourceContext,
  SourceEntry,
} from '../newsroom/source.js'
import { pick, stampOf, stampsOf } from './file-stamps.js'
import { groundsOf, type Grounds } from './find-file.js'
import { readFolderOptions, type MarkdownFolderOptions } from './folder-options.js'
import { HeadCache, headIn, type Lookup } from './head-cache.js'
import { inOrder } from './in-order.js'
import { readLocalFiles, type WithLocalFiles } from './local-files.js'
import {
  inFolder,
  locateLater,
  originOf,
  readFile,
  type ArticleFolder,
} from './read-article-file.js'
import { threadsOf } from './threads.js'
import { walkFolder } from './walk-folder.js'

export type { MarkdownFolderOptions } from './folder-options.js'

/**
 * All Markdown files below a folder, absolute or relative to the root, as articles. Local pictures and
 * attachments are found and measured when an article is loaded. Wrong options do not throw: they are issues
 * `wrong-type` of an entry that is named for the folder. Iterated by itself, the source gives whole records
 * relative to the working folder, drafts too, and throws a `FeedError` at the first that has an error.
 */
export function markdownFolder(folder: string, options: MarkdownFolderOptions = {}): ArticleSource {
  // What a file gives depends on the newsroom's link and root, and one folder may serve several newsrooms.
  const memories = new Map<string, Memory>()
  const readEntries = (context: SourceContext) => {
    const key = `${context.root}\n${context.link}`
    const memory = memories.get(key) ?? { paths: new Map(), heads: new Map() }
    memories.set(key, memory)
    return entriesOf(folder, options, context, memory)
  }
  return {
    readEntries,
    watchedPaths: (root) => watchedPaths(root, folder, options),
    [Symbol.asyncIterator]: () =>
      wholeRecords(readEntries({ root: process.cwd(), link: noNewsroom })),
  }
}

// Stands in for the newsroom's link where there is no newsroom.
const noNewsroom = 'https://none.invalid/'

/** What a source knows from one reading to the next. */
interface Memory {
  /** The local files that each article named when it was last loaded. */
  readonly paths: Map<string, readonly string[]>
  /** The heads of files, with the stamps of the files; only of readings that are followed by others. */
  readonly heads: Map<string, { readonly stamp: string; readonly entry: SourceEntry }>
}

/** What all entries of one reading share. */
interface Folder extends ArticleFolder, Memory {
  readonly grounds: Grounds
  readonly again: boolean
}

// Enough to keep the disk and threads busy, few enough to hold in memory.
const atATime = 128

async function* entriesOf(
  given: string,
  options: MarkdownFolderOptions,
  context: SourceContext,
  memory: Memory,
): AsyncGenerator<SourceEntry> {
  const settings = readFolderOptions(given, options)
  if ('issues' in settings) {
    yield refusedEntry(typeof given === 'string' ? given : '', settings.issues)
    return
  }
  const root = resolve(context.root)
  const path = resolve(root, settings.folder)
  const publicFolder =
    settings.publicFolder === undefined ? undefined : resolve(root, settings.publicFolder)
  const grounds = await groundsOf(path, publicFolder)
  const { link, again = false } = context
  const newsroom = link === noNewsroom ? undefined : link
  const threads = threadsOf(context)
  const folder = { ...settings, ...memory, folder: path, root, newsroom, grounds, again, threads }
  const { files, faults } = await walkFolder(path, settings.ignore, given)
  for (const fault of faults) yield refusedEntry(originOf(fault.path, folder), [fault.issue])
  // Who reads again keeps heads in memory.
  if (context.cacheDir === undefined || again) {
    yield* inOrder(files, atATime, (file) => readEntry(file, folder))
  } else yield* cachedEntries(files, folder, context.cacheDir)
}

async function* cachedEntries(
  files: readonly string[],
  folder: Folder,
  cacheDir: string,
): AsyncGenerator<SourceEntry> {
  const cache = await HeadCache.open(cacheDir, folder.folder)
  const lookAt = async (found: Lookup) => ({ found, head: await headOf(found, folder) })
  try {
    for await (const { found, head } of inOrder(cache.lookUp(files), atATime, lookAt)) {
      const { article, issues } = head
      if (article !== undefined) await cache.keep(found, { article, issues })
      yield entryOf(inFolder(head, found.file, folder), found.file, folder)
    }
    await cache.commit()
  } finally {
    await cache.close()
  }
}

async function headOf({ file, known }: Lookup, folder: Folder): Promise<MarkdownArticle> {
  if (known === undefined) return readFile(file, folder, 'head')
  return { ...headIn(known), locate: locateLater(file, folder, 'head') }
}

function refusedEntry(origin: string, issues: readonly Issue[]): SourceEntry {
  const refused = { article: undefined, issues }
  return { ...refused, origin, load: () => Promise.resolve(refused) }
}

async function readEntry(file: string, folder: Folder): Promise<SourceEntry> {
  const stamp = folder.again ? await stampOf(join(folder.folder, file)) : undefined
  const known = folder.heads.get(file)
  if (known !== undefined && known.stamp === stamp) return known.entry
  const head = inFolder(await readFile(file, folder, 'head'), file, folder)
  const entry = entryOf(head, file, folder)
  if (stamp !== undefined) folder.heads.set(file, { stamp, entry })
  return entry
}

function entryOf(head: MarkdownArticle, file: string, folder: Folder): SourceEntry {
  return { ...head, origin: originOf(file, folder), ...handlesOf(file, folder) }
}

// Made where the record is out of sight: what keeps an entry's functions does not keep its record.
function handlesOf(file: string, folder: Folder): Pick<SourceEntry, 'load' | 'version'> {
  return { load: () => load(file, folder), version: () => versionOf(file, folder) }
}

async function load(file: string, folder: Folder): Promise<LoadedArticle> {
  const article = join(folder.folder, file)
  // Before anything is read: else what is saved meanwhile would pass for what was read.
  const stamp = folder.again ? await stampOf(article) : undefined
  const read = inFolder(await readFile(file, folder, 'whole'), file, folder)
  if (read.article === undefined) return read
  const { local, stamps } = await readStamped(read.article, file, folder)
  const located = local.issues.map((found) => ({ ...found, ...read.locate(found.path) }))
  return {
    article: local.article,
    issues: [...read.issues, ...located],
    locate: read.locate,
    files: local.files,
    ...(stamp !== undefined &&
      stamps !== undefined && { loadedVersion: [stamp, ...stamps].join(' ') }),
  }
}

interface Stamped {
  readonly local: WithLocalFiles
  /** Of the local files, taken before they were measured; `undefined` if not known or not wanted. */
  readonly stamps?: readonly string[]
}

// Which files there are is told by measuring them, so those of an article that is new are measured twice.
async function readStamped(article: ArticleInput, file: string, folder: Folder): Promise<Stamped> {
  const surroundings = {
    article: join(folder.folder, file),
    root: folder.root,
    grounds: folder.grounds,
    maxPictureBytes: folder.maxPictureBytes,
  }
  const measure = async (): Promise<WithLocalFiles> => {
    const local = await readLocalFiles(article, folder.newsroom ?? noNewsroom, surroundings)
    folder.paths.set(file, local.paths)
    return local
  }
  if (!folder.again) return { local: await measure() }
  const first = await stampsOf(folder.paths.get(file) ?? [])
  const local = await measure()
  const known = pick(first, local.paths)
  if (known !== undefined) return { local, stamps: known }
  const second = await stampsOf(local.paths)
  const again = await measure()
  const stamps = pick(second, again.paths)
  return stamps === undefined ? { local: again } : { local: again, stamps }
}

async function versionOf(file: string, { folder, paths }: Folder): Promise<string> {
  const all = [join(folder, file), ...(paths.get(file) ?? [])]
  return (await Promise.all(all.map(stampOf))).join(' ')
}

async function* wholeRecords(entries: AsyncIterable<SourceEntry>): AsyncGenerator<ArticleInput> {
  for await (const { origin, load } of entries) {
    const { article, issues } = await load()
    if (article === undefined || issues.some(({ severity }) => severity === 'error')) {
      throw new FeedError(issues.map((found) => ({ ...found, file: origin })))
    }
    yield article
  }
}

function watchedPaths(
  root: string,
  folder: string,
  { publicFolder }: MarkdownFolderOptions,
): readonly string[] {
  return [folder, publicFolder]
    .filter((path) => typeof path === 'string' && path !== '')
    .map((path) => resolve(root, String(path)))
}
