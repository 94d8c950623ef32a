/** What is known of a newsroom once it is checked: its feeds, where each stands, and what each carries. Types only. */
import type { LintRules } from '../create-feed/lint.js'
import type { Instant } from '../date.js'
import type { Extension } from '../formats/extension.js'
import type { Issue } from '../issue.js'
import type { FeedInput } from '../model/input.js'
import type { HostWithFile } from './definition.js'
import type { OwnWords } from '../words/words.js'

/** The formats of a feed. */
export type Format = 'rss' | 'atom' | 'json'

/** A place in the output folder and on the site. */
export interface Place {
  /** Relative, with slashes, as the file is called: `fr/atom.xml`. */
  readonly path: string
  /** Absolute and in ASCII: `https://office.example/fr/atom.xml`. */
  readonly url: string
}

/** A document that readers subscribe to. */
export interface PlannedFeed extends Place {
  readonly format: Format
  /** Its title, for lists of feeds. */
  readonly title: string
  readonly leadImage: 'enclosure' | undefined
}

/** What a feed carries. Texts are as they are compared. */
export interface Choice {
  readonly tags: readonly string[]
  readonly languages: readonly string[]
  readonly subjects: readonly string[]
  /** `Infinity` when there is no limit. */
  readonly limit: number
  readonly maxAgeInDays: number | undefined
  /** About how many articles an archive page carries; `undefined` without archive. */
  readonly archiveSize: number | undefined
  /** Whether all language versions of an article are shown. */
  readonly allTranslations: boolean
}

/** A page for people. */
export interface PlannedPage extends Place {
  /** A stylesheet of the newsroom's own. */
  readonly stylesheet: string | undefined
}

/** Feeds that carry the same articles under the same head, in one or several formats. */
export interface Slice {
  /** Where its first feed is defined, for findings: `feeds[2]`. */
  readonly where: string
  /** What its definition gave of the head; findings on that belong to the definition. */
  readonly own: Readonly<Record<string, string>>
  /** The head: everything but the articles. */
  readonly head: Omit<FeedInput, 'articles'>
  readonly choice: Choice
  readonly feeds: readonly PlannedFeed[]
  /** A page for people carries its articles as a feed does; then there are no feeds. */
  readonly page?: PlannedPage | undefined
}

/** A newsroom, checked. */
export interface Plan {
  /** The head of the newsroom itself. */
  readonly head: Omit<FeedInput, 'articles'>
  /** The present; `undefined` if it is none that can be read, which is among the issues. */
  readonly now: Instant | undefined
  /** The newsroom's link; a stand-in if it has none that can be read. */
  readonly link: string
  /** The language of articles that name none. */
  readonly language: string
  /** Where the output folder is served; ends in a slash. */
  readonly site: string
  readonly slices: readonly Slice[]
  /** Its WebSub hubs, absolute and in ASCII. */
  readonly hubs: readonly string[]
  /** The pages for people, each with what it carries. */
  readonly pages: readonly (Slice & { readonly page: PlannedPage })[]
  /** The stylesheet of the raw feeds, which names a page for people: its address. */
  readonly stylesheet: (Place & { readonly page: string | undefined }) | undefined
  /** The newsroom's own words, by language in lower case. */
  readonly words: ReadonlyMap<string, OwnWords>
  readonly opml: (Place & { readonly format: Format | undefined }) | undefined
  /** The hosts whose files a build writes. */
  readonly hosts: readonly HostWithFile[]
  readonly extensions: readonly Extension[]
  /** What is looked for beside what is wrong; nothing if that is not asked. */
  readonly lint: LintRules | undefined
  readonly issues: readonly Issue[]
}
