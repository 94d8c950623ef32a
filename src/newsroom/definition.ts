/** What a newsroom is: the head of its feeds, where its articles come from, and which feeds there are. */
import type { Extension } from '../formats/extension.js'
import type { ArticleInput, FeedInput } from '../model/input.js'

/** Optional as people have it: absent, `undefined`, `null` or `''` all mean "not given". */
type Maybe<T> = T | null | undefined

/** Records, or whatever gives them one after the other. */
export type Articles = Iterable<ArticleInput> | AsyncIterable<ArticleInput>

/** Which articles a feed carries. All that is given must hold; of a list, one is enough. */
export interface Selection {
  /** Tags, compared without regard to case and to how accents are encoded. */
  readonly tag?: Maybe<string | readonly string[]>
  /** Languages as BCP 47 ranges: `fr` also takes `fr-CA` (RFC 4647, basic filtering). */
  readonly language?: Maybe<string | readonly string[]>
  /** Codes of controlled subjects, or their labels. */
  readonly subject?: Maybe<string | readonly string[]>
}

/** Archive pages (RFC 5005, section 4). */
export interface ArchiveOptions {
  /** About how many articles a page carries. Default: 50. Whole number from 1. */
  readonly size?: Maybe<number>
}

/** One document that readers subscribe to. */
export interface FeedDefinition {
  /** Its format. */
  readonly format: 'rss' | 'atom' | 'json'
  /** Where it stands in the output folder, and so on the site: `/rss.xml`, `/fr/atom.xml`. Required. */
  readonly path: string
  /** Which articles it carries. Default: all. */
  readonly only?: Maybe<Selection>
  /** How many articles it carries, the newest. Default: 50. `0` means all of them. */
  readonly limit?: Maybe<number>
  /** How old an article may be, in days before `now`, by its date of publication. Default: any age. */
  readonly maxAgeInDays?: Maybe<number>
  /**
   * Whether older articles stand in archive pages, so that the feed is whole at any length. Default:
   * `false`. Not together with `maxAgeInDays`.
   */
  readonly archive?: Maybe<boolean | ArchiveOptions>
  /** Whether all language versions of an article are shown in it. Default: as the newsroom says, else only one. */
  readonly allTranslations?: Maybe<boolean>
  /** Its title. Default: the newsroom's, and what `only` says behind it. */
  readonly title?: Maybe<string>
  /** Its description. Default: the newsroom's. */
  readonly description?: Maybe<string>
  /** The page that it belongs to. Default: the newsroom's link. */
  readonly link?: Maybe<string>
  /** Its language. Default: that of `only` if that is one, else the newsroom's. */
  readonly language?: Maybe<string>
  /** Its permanent id for Atom, a URI. Default: the newsroom's for the first feed without `only`, else its address. */
  readonly id?: Maybe<string>
  /** `enclosure` also writes the first picture as an enclosure. See `XmlWriterOptions`. */
  readonly leadImage?: Maybe<'enclosure'>
}

/** A host of static files, or a server of them, that can be told which headers to send. */
export type Host = HostWithFile | 'nginx'

/** One that reads what it is told from a file beside the feeds: `_headers`, `vercel.json`, `.htaccess`. */
export type HostWithFile = 'netlify' | 'cloudflare' | 'vercel' | 'apache'

/** An OPML 2.0 file of the feeds, for readers to import. */
export interface OpmlOptions {
  /** Where it stands in the output folder: `/feeds.opml`. Required. */
  readonly path: string
  /** Only the feeds of one format, so that who imports the file has each article once. Default: all feeds. */
  readonly format?: Maybe<'rss' | 'atom' | 'json'>
}

/** A page for people: the latest releases with their pictures, and how to subscribe. */
export interface PageDefinition {
  /** Where it stands in the output folder, and so on the site: `/index.html`, `/fr/index.html`. Required. */
  readonly path: string
  /** Which articles it shows. Default: all. */
  readonly only?: Maybe<Selection>
  /** How many articles it shows, the newest. Default: 10. `0` means all of them. */
  readonly limit?: Maybe<number>
  /** How old an article may be, in days before `now`, by its date of publication. Default: any age. */
  readonly maxAgeInDays?: Maybe<number>
  /** Whether all language versions of an article are shown. Default: as the newsroom says, else only one. */
  readonly allTranslations?: Maybe<boolean>
  /** Its title. Default: the newsroom's, and the tags and subjects of `only` behind it. */
  readonly title?: Maybe<string>
  /** The sentence below its title. Default: the newsroom's description. */
  readonly description?: Maybe<string>
  /** The page that it leads to at its end. Default: the newsroom's link. */
  readonly link?: Maybe<string>
  /** Its language. Default: that of `only` if that is one, else the newsroom's. */
  readonly language?: Maybe<string>
  /** Address of a stylesheet of your own, for other colours and letters. Default: none. */
  readonly stylesheet?: Maybe<string>
}

/** A stylesheet that makes raw feeds legible in a browser. */
export interface StylesheetOptions {
  /** Where it stands in the output folder: `/feed.css`. Required. */
  readonly path: string
  /** Address of the page for people that it names. Default: the one in the feed's language, else the first of `pages`. */
  readonly page?: Maybe<string>
}

/**
 * A newsroom: what its feeds say of themselves, its articles, and its feeds. `pressfeed build`, `build`
 * and all else take this one definition. Make it with {@link defineNewsroom}.
 */
export interface Newsroom extends Omit<FeedInput, 'articles'> {
  /**
   * The articles: a list, an iterable, an async iterable, or a function that returns one or a promise of
   * one. `markdownFolder` and `jsonFile` of `pressfeed/node` return one.
   */
  readonly articles: Articles | (() => Articles | Promise<Articles>)
  /** The feeds. At least one. */
  readonly feeds: readonly FeedDefinition[]
  /** The address at which the output folder is served. Default: the root of `link`. */
  readonly site?: Maybe<string>
  /** An OPML file of the feeds. A text is short for `{ path }`. Default: none. */
  readonly opml?: Maybe<string | OpmlOptions>
  /**
   * Where the output folder is hosted: a build then also writes the file from which that host takes the headers of the
   * feeds. One name or several. Default: none.
   */
  readonly hosts?: Maybe<HostWithFile | readonly HostWithFile[]>
  /** Pages for people, one a language or topic. Default: none. */
  readonly pages?: Maybe<readonly PageDefinition[]>
  /**
   * A CSS stylesheet for the raw RSS and Atom feeds, which name it. A text is short for `{ path }`. Then they are to be
   * served as `application/xml`, since browsers apply no stylesheet to `application/rss+xml`. Default: none.
   */
  readonly stylesheet?: Maybe<string | StylesheetOptions>
  /** Vocabularies of your own, in every feed. */
  readonly extensions?: Maybe<readonly Extension[]>
}

/** Checks a newsroom by type and returns it as it is; what its values mean is checked when it is built. */
export function defineNewsroom(newsroom: Newsroom): Newsroom {
  return newsroom
}
