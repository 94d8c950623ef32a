/** One file of a folder of articles. */
import { readFile as readWithCallback, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { show } from '../create-feed/findings.js'
import { issue, type Issue } from '../issue.js'
import { fromMarkdown, type MarkdownArticle } from '../markdown/from-markdown.js'
import { readHead } from '../markdown/read-head.js'
import type { ArticleInput } from '../model/input.js'
import { resolveAddress } from '../url.js'
import { folderAddress, linkFrom, linkPath } from './file-address.js'
import type { FolderSettings } from './folder-options.js'
import { wayTo } from './inside.js'
import { isGiven } from './is-given.js'
import { messageOf } from '../newsroom/message-of.js'
import { cannotRead } from './read-fault.js'
import type { Threads } from './threads.js'

/** Where a folder lies. Both paths are absolute. */
export interface Whereabouts {
  readonly folder: string
  /** The folder to which messages are relative. */
  readonly root: string
}

/** A folder of articles. */
export interface ArticleFolder extends FolderSettings, Whereabouts {
  /** The threads of the build, if it is read for one. */
  readonly threads: Threads | undefined
  /** The newsroom's link; `undefined` where there is no newsroom. */
  readonly newsroom: string | undefined
}

/** How much of a file is read. */
export type Extent = 'head' | 'whole'

const readers = { head: readHead, whole: fromMarkdown } as const

/** Reads a file below the folder as if it lay in no folder, in a thread if one has time for it. Never rejects. */
export async function readFile(
  file: string,
  folder: ArticleFolder,
  extent: Extent,
): Promise<MarkdownArticle> {
  const found = await folder.threads?.read(file, folder, extent)
  if (found !== undefined) return { ...found, locate: locateLater(file, folder, extent) }
  try {
    return readers[extent](await readBytes(join(folder.folder, file)))
  } catch (error) {
    return unreadable(file, folder, error)
  }
}

/** Reads a file as {@link readFile} does, here and now. */
export function readFileNow(file: string, folder: Whereabouts, extent: Extent): MarkdownArticle {
  try {
    return readers[extent](readFileSync(join(folder.folder, file)))
  } catch (error) {
    return unreadable(file, folder, error)
  }
}

/** Where a field stands in a file, which is read for it: hardly anybody asks, so it is neither kept nor sent between threads. */
export function locateLater(
  file: string,
  folder: Whereabouts,
  extent: Extent,
): MarkdownArticle['locate'] {
  let locate: MarkdownArticle['locate'] | undefined
  return (path) => (locate ??= readFileNow(file, folder, extent).locate)(path)
}

function unreadable(file: string, folder: Whereabouts, error: unknown): MarkdownArticle {
  const issues = [cannotRead(originOf(file, folder), error)]
  return { article: undefined, issues, locate: () => ({ line: 1, column: 1 }) }
}

// Several times as fast as readFile of node:fs/promises, which matters for 100 000 files.
const readBytes: (path: string) => Promise<Uint8Array> = promisify(readWithCallback)

/** Gives a record the link and base that the folder has for it. */
export function inFolder(
  found: MarkdownArticle,
  file: string,
  folder: ArticleFolder,
): MarkdownArticle {
  const { article } = found
  if (article === undefined) return found
  const { link } = folder
  const made = isGiven(article.link) || link === undefined ? {} : linkOf(file, link)
  if (made.fault !== undefined) {
    return { ...found, article: undefined, issues: [...found.issues, made.fault] }
  }
  const linked = made.link === undefined ? article : { ...article, link: made.link }
  const base = isGiven(article.base) ? undefined : baseOf(linked, file, folder)
  return { ...found, article: base === undefined ? linked : { ...linked, base } }
}

// Where local files are served has to do with the newsroom's site: an article's own page may be on another.
function baseOf(
  { link }: ArticleInput,
  file: string,
  { filesAt, publicFolder, newsroom }: ArticleFolder,
): string | undefined {
  if (filesAt !== undefined) {
    const address = newsroom === undefined ? filesAt : resolveAddress(filesAt, newsroom).href
    return folderAddress(address ?? filesAt, file)
  }
  if (publicFolder === undefined || newsroom === undefined) return undefined
  const page = typeof link === 'string' ? resolveAddress(link, newsroom).href : undefined
  const isElsewhere = page !== undefined && new URL(page).origin !== new URL(newsroom).origin
  return isElsewhere ? newsroom : undefined
}

function linkOf(
  file: string,
  link: string | ((path: string) => string),
): { readonly link?: string; readonly fault?: Issue } {
  if (typeof link === 'string') return { link: linkFrom(link, file) }
  try {
    const made: unknown = link(linkPath(file))
    if (typeof made === 'string') return { link: made }
    return { fault: noLink(`but got ${show(made)}`) }
  } catch (error) {
    return {
      fault: noLink(`but it failed: ${messageOf(error)}`),
    }
  }
}

function noLink(instead: string): Issue {
  const message = `Cannot make a link with the function of markdownFolder: expected text, ${instead}`
  return issue('wrong-type', 'link', message)
}

/** How messages name a file below the folder: by its path, relative to the root. */
export function originOf(file: string, { folder, root }: Whereabouts): string {
  return wayTo(join(folder, file), root)
}
