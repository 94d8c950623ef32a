/** What a source of articles can do beyond being iterated: tell little of all articles, and all of a few. */
import type { Issue } from '../issue.js'
import type { ArticleInput } from '../model/input.js'
import type { Articles } from './definition.js'

/** A place in a text. */
interface Place {
  readonly line: number
  readonly column: number
}

/** A file on this machine and the address that it will have. */
export interface LocalFile {
  /** Absolute address. */
  readonly url: string
  /** Absolute path. */
  readonly path: string
}

/** A whole record. */
export interface LoadedArticle {
  /** `undefined` when an issue of severity `error` refuses it. */
  readonly article: ArticleInput | undefined
  /** What was found on the way; paths are relative to the article: `images[0].url`. */
  readonly issues: readonly Issue[]
  /** Where a field stands in the source text, if there is one. */
  readonly locate?: ((path: string) => Place) | undefined
  /** The local pictures and attachments that it names. */
  readonly files?: readonly LocalFile[] | undefined
  /**
   * What the entry's `version` gives as long as nothing has changed since this was read. Taken before it was
   * read: what changes meanwhile counts as changed. Absent: not known.
   */
  readonly loadedVersion?: string | undefined
}

/** One article of a source. */
export interface SourceEntry extends LoadedArticle {
  /**
   * How messages name it: the path of its file, relative to the root; or `articles[3]`, the place in a
   * list. For a file of many records: `articles.ndjson:4`. Empty for the articles as a whole.
   */
  readonly origin: string
  /** The record without its body: what tells which feeds carry it. */
  readonly article: ArticleInput | undefined
  /** Reads the whole record. May be called any number of times, also after the iteration ended. */
  readonly load: () => Promise<LoadedArticle>
  /**
   * The version that is there now. Changes whenever `load` would give something else, as far as can be told
   * cheaply (time of change and size of the files). Compared with the `loadedVersion`. Absent:
   * not known.
   */
  readonly version?: (() => Promise<string>) | undefined
}

/** What a source is told of the newsroom. */
export interface SourceContext {
  /** Absolute path of the folder to which relative paths are relative. */
  readonly root: string
  /** The newsroom's link. */
  readonly link: string
  /** Whether heads may be remembered for the next reading, because there will be one. Default: `false`. */
  readonly again?: boolean | undefined
  /**
   * Absolute path of a folder in which a source may keep what it read, for the next process. It need not be there.
   * Absent: nothing is kept.
   */
  readonly cacheDir?: string | undefined
}

/** A source that can be iterated like any other, and read in parts. */
export interface ArticleSource extends AsyncIterable<ArticleInput> {
  /** The articles in an order that is the same on every machine. May be called again for a new reading. */
  readonly readEntries: (context: SourceContext) => AsyncIterable<SourceEntry>
  /** Absolute paths of files and folders whose changes change the articles. */
  readonly watchedPaths: (root: string) => readonly string[]
}

/** Whether articles come from a source that can be read in parts. */
export function isArticleSource(articles: unknown): articles is Articles & ArticleSource {
  return (
    typeof articles === 'object' &&
    articles !== null &&
    Symbol.asyncIterator in articles &&
    'readEntries' in articles &&
    typeof articles.readEntries === 'function'
  )
}
