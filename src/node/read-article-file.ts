/** One file of a folder of articles. */
import { readFile, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { show } from '../create-feed/findings.js'
import { issue, type Issue } from '../issue.js'
import type { MarkdownArticle } from '../markdown/from-markdown.js'
import type { ArticleInput } from '../model/input.js'
import { resolveAddress } from '../url.js'
import { folderAddress, linkFrom, linkPath } from './file-address.js'
import type { FolderSettings } from './folder-options.js'
import { wayTo } from './inside.js'
import { isGiven } from './is-given.js'
import { messageOf } from '../newsroom/message-of.js'
import { cannotRead } from './read-fault.js'

/** A folder of articles, its path absolute. */
export interface ArticleFolder extends FolderSettings {
  /** Absolute path of the folder to which messages are relative. */
  readonly root: string
  /** The newsroom's link; `undefined` where there is no newsroom. */
  readonly newsroom: string | undefined
}

/** Reads a file below the folder, as if it lay in no folder. Never rejects. */
export async function readByItself(
  file: string,
  folder: ArticleFolder,
  read: (source: Uint8Array) => MarkdownArticle,
): Promise<MarkdownArticle> {
  try {
    return read(await readBytes(join(folder.folder, file)))
  } catch (error) {
    return unreadable(file, folder, error)
  }
}

/** As {@link readByItself}, in a thread that has nothing else to do meanwhile. */
export function readByItselfSync(
  file: string,
  folder: Pick<ArticleFolder, 'folder' | 'root'>,
  read: (source: Uint8Array) => MarkdownArticle,
): MarkdownArticle {
  try {
    return read(readFileSync(join(folder.folder, file)))
  } catch (error) {
    return unreadable(file, folder, error)
  }
}

function unreadable(
  file: string,
  folder: Pick<ArticleFolder, 'folder' | 'root'>,
  error: unknown,
): MarkdownArticle {
  const issues = [cannotRead(originOf(file, folder), error)]
  return { article: undefined, issues, locate: () => ({ line: 1, column: 1 }) }
}

// Several times as fast as readFile of node:fs/promises, which matters for 100 000 files.
const readBytes: (path: string) => Promise<Uint8Array> = promisify(readFile)

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
export function originOf(
  file: string,
  { folder, root }: Pick<ArticleFolder, 'folder' | 'root'>,
): string {
  return wayTo(join(folder, file), root)
}
