/**
 * What we know: a feed that was checked, resolved, prepared and put in order. Types only.
 *
 * Deep readonly, and frozen by `createFeed`. Every text is plain text without characters that a feed
 * cannot carry; every address is absolute ASCII; every instant is UTC with seconds. Only `content` is
 * HTML, and only the html room makes that type. `undefined` means absent; there are no empty texts.
 */
import type { SafeHtml } from '../html/safe-html.js'
import type { Instant } from '../date.js'
import type { Issue } from '../issue.js'

/** A person or office. */
export interface Person {
  readonly name: string
  readonly url?: string | undefined
  readonly email?: string | undefined
}

/** A picture, with everything that is known of it. */
export interface Picture {
  readonly url: string
  /** Empty when not given. */
  readonly alt: string
  readonly caption?: string | undefined
  readonly credit?: string | undefined
  readonly title?: string | undefined
  readonly type?: string | undefined
  readonly bytes?: number | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly copyright?: string | undefined
  readonly license?: string | undefined
}

/** A document, recording or film. */
export interface Attachment {
  readonly url: string
  readonly type: string
  readonly title?: string | undefined
  readonly bytes?: number | undefined
  readonly durationInSeconds?: number | undefined
}

/** A term of a controlled vocabulary. */
export interface Subject {
  readonly scheme: string
  readonly code: string
  readonly label?: string | undefined
}

/** The same article in another language. */
export interface Translation {
  readonly language: string
  readonly link: string
  /** Its id, if its record was among the articles. */
  readonly id?: string | undefined
}

/** A change that was made in public. */
export interface Correction {
  readonly date: Instant
  readonly note: string
}

/** Another article. At least one of `id` and `link` is there. */
export interface Reference {
  readonly id?: string | undefined
  readonly link?: string | undefined
  /** Absent if its record was not among the articles. */
  readonly title?: string | undefined
  readonly published?: Instant | undefined
}

/** That an article was taken back. */
export interface Withdrawal {
  readonly date: Instant
  readonly reason?: string | undefined
}

/** Place and date of a release. */
export interface Dateline {
  readonly place: string
  readonly date: Instant
  /** As it stands before the first words: `PARIS, 2 March 2026`. */
  readonly text: string
}

/** Whom to ask. */
export interface Contact {
  readonly name: string
  readonly role?: string | undefined
  readonly organization?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly url?: string | undefined
}

/** What somebody said. */
export interface Quote {
  readonly text: string
  readonly speaker?: string | undefined
  readonly role?: string | undefined
}

/** Where the article was first published. */
export interface Source {
  readonly name: string
  readonly link: string
  readonly feed?: string | undefined
}

/** A place. `point` is degrees north and degrees east. */
export interface Location {
  readonly name?: string | undefined
  readonly point?: readonly [latitude: number, longitude: number] | undefined
}

/** One article, ready for every writer. */
export interface Article {
  readonly id: string
  readonly title: string
  readonly link: string
  readonly published: Instant
  /** Equal to `published` when it never changed. */
  readonly updated: Instant
  /** Plain text; the title when there is nothing else, because RSS readers expect one before the content. */
  readonly summary: string
  readonly content: SafeHtml
  readonly images: readonly Picture[]
  readonly attachments: readonly Attachment[]
  readonly authors: readonly Person[]
  readonly tags: readonly string[]
  readonly subjects: readonly Subject[]
  /** Set only when it differs from the feed's. */
  readonly language?: string | undefined
  readonly translations: readonly Translation[]
  readonly source?: Source | undefined
  readonly location?: Location | undefined
  readonly rights?: string | undefined
  readonly license?: string | undefined
  readonly releaseNumber?: string | undefined
  readonly expires?: Instant | undefined
  /** The newest first. */
  readonly corrections: readonly Correction[]
  /** Older articles that this one takes the place of. */
  readonly replaces: readonly Reference[]
  /** Newer articles that took the place of this one. */
  readonly replacedBy: readonly Reference[]
  /** Set when it was withdrawn: then title and content are the notice. */
  readonly withdrawn?: Withdrawal | undefined
  /** Set on an item that only announces what became of another: that article's id. */
  readonly announces?: string | undefined
  readonly dateline?: Dateline | undefined
  readonly contacts: readonly Contact[]
  readonly quotes: readonly Quote[]
  readonly notesToEditors?: SafeHtml | undefined
  readonly boilerplate?: SafeHtml | undefined
  /** The record's own values, for extensions. */
  readonly data: Readonly<Record<string, unknown>>
}

/** The feed's logo. */
export interface Logo {
  readonly url: string
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** Whether it keeps the limits of RSS: GIF, JPEG or PNG, at most 144 by 400. */
  readonly fitsRss: boolean
}

/** A feed, ready for every writer. */
export interface Feed {
  readonly title: string
  readonly link: string
  readonly description: string
  readonly language: string
  readonly id?: string | undefined
  /** The newest change; absent only when there is no article and none was given. */
  readonly updated?: Instant | undefined
  readonly hubs: readonly string[]
  readonly authors: readonly Person[]
  readonly copyright?: string | undefined
  readonly logo?: Logo | undefined
  readonly icon?: string | undefined
  readonly ttlInMinutes?: number | undefined
  readonly tags: readonly string[]
  readonly generator: boolean
  /** Whether Atom says `at:deleted-entry` of withdrawn articles. */
  readonly tombstones: boolean
  /**
   * When the feed will be another one without anybody doing anything: the end of an embargo, an expiry. Absent
   * when no such instant is known, or no `now` was given.
   */
  readonly nextChange?: Instant | undefined
  /** Newest first. */
  readonly articles: readonly Article[]
  readonly data: Readonly<Record<string, unknown>>
  /** The warnings. */
  readonly issues: readonly Issue[]
}
