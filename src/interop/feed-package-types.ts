/**
 * The objects of the npm package `feed`, by their shape: those of version 6, to which the objects of
 * versions 4 and 5 fit as well. Said here again so that our types do not need `feed` to be installed.
 */

/** A person or office. */
export interface FeedPackageAuthor {
  readonly name?: string
  readonly email?: string
  readonly link?: string
  /** Address of a portrait; `feed` writes it in JSON Feed only. */
  readonly avatar?: string
}

/** A keyword. RSS shows `name` and `domain`, Atom `name`, `scheme` and `term`, JSON Feed `name`. */
export interface FeedPackageCategory {
  readonly name?: string
  readonly domain?: string
  readonly scheme?: string
  readonly term?: string
}

/** A file. `length` is in bytes, `duration` in seconds. */
export interface FeedPackageEnclosure {
  readonly url: string
  readonly type?: string
  readonly length?: number
  readonly title?: string
  readonly duration?: number
}

/** Elements or members of one's own, in the form that `feed` writes as they are. */
export interface FeedPackageExtension {
  readonly name: string
  readonly objects: Record<string, unknown>
}

/** One article. `date` is the last change. */
export interface FeedPackageItem {
  readonly title: string
  readonly link: string
  readonly date: Date
  readonly id?: string
  readonly guid?: string
  readonly description?: string
  readonly content?: string
  readonly category?: readonly FeedPackageCategory[]
  readonly image?: string | FeedPackageEnclosure
  readonly audio?: string | FeedPackageEnclosure
  readonly video?: string | FeedPackageEnclosure
  readonly enclosure?: FeedPackageEnclosure
  readonly author?: readonly FeedPackageAuthor[]
  readonly contributor?: readonly FeedPackageAuthor[]
  readonly published?: Date
  readonly copyright?: string
  readonly extensions?: readonly FeedPackageExtension[]
}

/** What is said of the feed as a whole. `ttl` is in minutes. */
export interface FeedPackageOptions {
  readonly title: string
  readonly id?: string
  readonly updated?: Date
  readonly generator?: string | false
  readonly language?: string
  readonly ttl?: number
  readonly stylesheet?: string
  readonly feed?: string
  readonly feedLinks?: { readonly [format: string]: string | undefined }
  readonly hub?: string
  readonly docs?: string
  readonly podcast?: boolean
  readonly category?: string
  readonly author?: FeedPackageAuthor
  readonly link?: string
  readonly description?: string
  readonly image?: string
  readonly favicon?: string
  readonly copyright?: string
}

/** What {@link fromFeed} reads of a `Feed` object. */
export interface FeedPackageFeed {
  readonly options: FeedPackageOptions
  readonly items: readonly FeedPackageItem[]
  readonly categories: readonly string[]
  readonly contributors: readonly FeedPackageAuthor[]
  readonly extensions: readonly FeedPackageExtension[]
}

/** What {@link toFeed} calls on a `Feed` object. */
export interface FeedPackageCollector {
  addItem(item: FeedPackageItem): void
  addCategory(category: string): void
  addContributor(contributor: FeedPackageAuthor): void
  addExtension(extension: FeedPackageExtension): void
}
