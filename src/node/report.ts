/** What a build is told, what it says while it runs, and what it reports at the end. */
import type { Instant } from '../date.js'
import type { Issue } from '../issue.js'
import type { DateInput } from '../model/input.js'
import type { HostWithFile } from '../newsroom/definition.js'

/** How far a build is. */
export interface BuildProgress {
  /** Reading all articles, or making the documents. */
  readonly step: 'read' | 'write'
  /** Articles read, or documents made. */
  readonly done: number
  /** Documents in all; `undefined` while articles are read, as nobody knows how many come. */
  readonly total?: number | undefined
}

/** Options of `build` and `check`. */
export interface BuildOptions {
  /** The output folder, absolute or relative to the working folder. Default: `dist`. */
  readonly outDir?: string | undefined
  /**
   * The present, for the age of articles and the warning `date-in-future`. Without a zone it is read in the
   * newsroom's `timeZone`, else as UTC. Default: the clock.
   */
  readonly now?: DateInput | undefined
  /** Whether to write nothing and only report. Default: `false`. */
  readonly dryRun?: boolean | undefined
  /** Whether warnings refuse the build too. Default: `false`. */
  readonly strict?: boolean | undefined
  /** The folder to which relative paths of the newsroom are relative. Default: the working folder. */
  readonly root?: string | undefined
  /**
   * A folder that no one publishes, absolute or relative to the working folder, in which a build keeps what it read
   * in front of the articles' texts, drafts too: the next build then opens only files that have changed
   * (time of change, size, place on the disk). Of `markdownFolder` only. Default: none; nothing is kept.
   */
  readonly cacheDir?: string | undefined
  /**
   * How many threads a build of more than 1,000 articles may use beside its own; each takes some 40 to 90 MB. 0: none.
   * Default: one less than the processor has cores, at most 3.
   */
  readonly threads?: number | undefined
  /** Called now and then while the build runs. */
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined
}

/** One file of the output folder. */
export interface DocumentReport {
  /** Where it stands in the output folder, with slashes: `fr/atom.xml`. */
  readonly path: string
  /** The address at which it will be served. */
  readonly url: string
  /** `html` is a page for people, `css` the stylesheet of raw feeds. */
  readonly format: 'rss' | 'atom' | 'json' | 'opml' | 'html' | 'css'
  /** For an archive page, the path of the feed that it belongs to. */
  readonly archiveOf?: string | undefined
  /** `written`: other bytes than before, or new. In a dry run: what would be written. */
  readonly status: 'written' | 'unchanged'
  readonly bytes: number
  /** How many articles it carries; of OPML, how many feeds; of a stylesheet, none. */
  readonly articles: number
  /** How many articles it would carry without its limit. */
  readonly available: number
}

/** A file from which a host takes the headers of the feeds. */
export interface HostFileReport {
  /** Where it stands in the output folder: `_headers`. */
  readonly path: string
  /** The hosts of the newsroom that read it. */
  readonly hosts: readonly HostWithFile[]
  /** As of a document. */
  readonly status: DocumentReport['status']
  readonly bytes: number
}

/** An article under embargo. */
export interface HeldReport {
  /** Its file, relative to the root, or its place in a list: `articles[3]`. */
  readonly origin: string
  /** When its embargo ends. */
  readonly until: Instant
}

/** What a build did. */
export interface BuildReport {
  /** Whether it was done: no error, and with `strict` no warning either. If not, nothing was written. */
  readonly ok: boolean
  /** Whether it was a dry run. */
  readonly dryRun: boolean
  /** Absolute path of the output folder. */
  readonly outDir: string
  /** The present that it was made for. */
  readonly now: Instant
  /**
   * The documents: feeds first, each followed by its archive pages from the newest, then pages for people, OPML and
   * stylesheet. Empty if not `ok`.
   */
  readonly documents: readonly DocumentReport[]
  /** The files for the newsroom's `hosts`. Absent if it has none. */
  readonly hostFiles?: readonly HostFileReport[] | undefined
  /** Files that an earlier build wrote and that are no longer wanted; removed. */
  readonly removed: readonly string[]
  /** Bytes of all documents and files for hosts. */
  readonly bytes: number
  /** Articles of the newsroom at present: no drafts, nothing under embargo, nothing expired. */
  readonly articles: number
  /** Drafts. */
  readonly drafts: number
  /** Articles that expired, or whose notice of withdrawal ended. */
  readonly expired: number
  /**
   * When a build would give something else though nobody changed anything: the end of an embargo, an expiry, an
   * article that gets too old for a feed. Build again then. Absent if no such instant is known.
   */
  readonly nextChange?: Instant | undefined
  /** Only of `check`: the articles under embargo, the first to come out first. A build says nothing of them. */
  readonly held?: readonly HeldReport[] | undefined
  /** All findings; those about one article follow each other. */
  readonly issues: readonly Issue[]
  /** How long it took. */
  readonly milliseconds: number
}
