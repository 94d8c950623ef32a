/**
 * What a person may say: the records that `createFeed` takes. Types only.
 *
 * Optional fields may be left out, `undefined`, `null` or an empty string; all four mean "not given".
 * In lists other than `articles`, `null` and `undefined` stand for an item that is not given, and are passed over.
 * Text is plain text unless the field says HTML. Addresses may be relative to the field they name.
 */
import type { PageWords } from '../words/page-words.js'
import type { Words } from '../words/words.js'

/**
 * An instant. A `Date`, or text in the form of ISO 8601: `2026-03-02` (midnight), `2026-03-02T09:00`,
 * `2026-03-02 09:00:30+01:00`, `2026-03-02T08:00:00Z`. A date without a zone is read in the feed's
 * `timeZone`. Feeds carry UTC with seconds; fractions are cut off.
 */
export type DateInput = string | Date

/** Optional as people have it: absent, `undefined`, `null` or `''` all mean "not given". */
type Maybe<T> = T | null | undefined

/** A name, or a name with an address. Becomes `dc:creator` in RSS, `author` in Atom, `authors` in JSON Feed. */
export type PersonInput =
  | string
  | {
      /** The name as it should be shown. Required. */
      readonly name: string
      /** A page about the person or office. Absolute, or relative to the feed's `link`. */
      readonly url?: Maybe<string>
      /** An e-mail address. Written in Atom, and in RSS only as the feed's `managingEditor`. */
      readonly email?: Maybe<string>
    }

/** A picture of an article. It stands in the body as a figure, and beside it as data. */
export interface ImageInput {
  /** Address of the picture, absolute or relative to the article's `link`. Required. http or https. */
  readonly url: string
  /** What the picture shows, for people who do not see it. `<img alt>`. Default: empty, with a warning. */
  readonly alt?: Maybe<string>
  /** The caption. `<figcaption>`, `media:description`, JSON attachment `title`. Default: none, with a warning. */
  readonly caption?: Maybe<string>
  /** Who made it. `<small>` in the caption, `media:credit`. */
  readonly credit?: Maybe<string>
  /** A short title. `media:title`. */
  readonly title?: Maybe<string>
  /** Media type such as `image/jpeg`. Default: from the address. */
  readonly type?: Maybe<string>
  /** Size of the file in bytes. `fileSize`, `size_in_bytes`. Positive integer. */
  readonly bytes?: Maybe<number>
  /** Width in pixels. Positive integer. */
  readonly width?: Maybe<number>
  /** Height in pixels. Positive integer. */
  readonly height?: Maybe<number>
  /** Copyright notice. `media:copyright`. */
  readonly copyright?: Maybe<string>
  /** Address of the licence, absolute: `https://creativecommons.org/licenses/by/4.0/`. `dcterms:license` inside `media:content`. */
  readonly license?: Maybe<string>
}

/** A document, recording or film that belongs to an article. Not for pictures: they are `images`. */
export interface AttachmentInput {
  /** Address of the file, absolute or relative to the article's `link`. Required. http or https. */
  readonly url: string
  /** What it is called. `media:title`, `title` of the Atom link and of the JSON attachment. */
  readonly title?: Maybe<string>
  /** Media type such as `application/pdf`. Default: from the address; an error if that does not tell. */
  readonly type?: Maybe<string>
  /** Size in bytes. RSS `length` (0 when not given), Atom `length`, `size_in_bytes`. */
  readonly bytes?: Maybe<number>
  /** Playing time in seconds, of sound and film. `duration`, `duration_in_seconds`. */
  readonly durationInSeconds?: Maybe<number>
}

/** A term of a controlled vocabulary, such as IPTC Media Topics. */
export interface SubjectInput {
  /**
   * The vocabulary's address, or the short name of one that is known: `medtop` (IPTC Media Topics), `isin` (ISO
   * 6166), `ticker` (a share at an exchange). RSS `category domain`, Atom `category scheme`.
   */
  readonly scheme: string
  /** The term's code in it: `20000763`, `FR0000120271`, `XPAR:TTE`. RSS category text, Atom `term`. */
  readonly code: string
  /** The term's name for people. A plain category in RSS, Atom `label`, a tag in JSON Feed. */
  readonly label?: Maybe<string>
}

/** The same article in another language. Becomes a link `rel="related"` with `hreflang`. */
export interface TranslationInput {
  /** Its language, a BCP 47 tag. */
  readonly language: string
  /** Its page. Absolute, or relative to the feed's `link`. */
  readonly link: string
}

/** A change that was made in public to an article that was out. */
export interface CorrectionInput {
  /** When it was made; never before `published`. Moves `updated`. Required. */
  readonly date: DateInput
  /** What was wrong and what is right: plain text. The first paragraph of the body, `_press.corrections`. Required. */
  readonly note: string
  /**
   * Whether a short item of its own tells of it too, with its own id, because Thunderbird, Liferea and others
   * never show that an item changed. Default: `false`.
   */
  readonly announce?: Maybe<boolean>
}

/** The taking back of an article that was out. */
export interface WithdrawnInput {
  /** When it was withdrawn; never before `published`. Moves `updated`. Required. */
  readonly date: DateInput
  /** Why, in plain text. Stands under the notice. Default: nothing is said. */
  readonly reason?: Maybe<string>
  /** The title that the article then has. Default: "Withdrawn: press release of 2 March 2026" in its language. */
  readonly title?: Maybe<string>
  /** Whether an item of its own tells of it too. Default: `true`. */
  readonly announce?: Maybe<boolean>
}

/** Place and date before the first words of a release. */
export interface DatelineInput {
  /** The place, as it should be shown: `PARIS`, `Hà Nội`. Required. */
  readonly place: string
  /** The date. Default: `published`. */
  readonly date?: Maybe<DateInput>
}

/** Whom journalists may ask. */
export interface ContactInput {
  /** The name of a person or office. Required. */
  readonly name: string
  /** What they are: `Press officer`. */
  readonly role?: Maybe<string>
  /** Where they work. */
  readonly organization?: Maybe<string>
  /** An e-mail address. */
  readonly email?: Maybe<string>
  /** A telephone number, as it should be shown: `+33 1 23 45 67 89`. */
  readonly phone?: Maybe<string>
  /** Their page. Absolute, or relative to the feed's `link`. */
  readonly url?: Maybe<string>
}

/** What somebody said. Shown after the body unless the body has it. */
export interface QuoteInput {
  /** The words, without quotation marks: plain text. Required. */
  readonly text: string
  /** Who said it. */
  readonly speaker?: Maybe<string>
  /** What the speaker is: `Minister of Health`. */
  readonly role?: Maybe<string>
}

/** Where an article was first published, when this feed republishes it. */
export interface SourceInput {
  /** Name of the first publisher. */
  readonly name: string
  /** The article's page there. `rel="via"`, JSON `external_url`. */
  readonly link: string
  /** Address of the publisher's feed; RSS `source` is written only with it. */
  readonly feed?: Maybe<string>
}

/** A place that an article is about. GeoRSS. */
export interface LocationInput {
  /** The place's name. `georss:featureName`. */
  readonly name?: Maybe<string>
  /** Degrees north, -90 to 90. Only together with `longitude`. */
  readonly latitude?: Maybe<number>
  /** Degrees east, -180 to 180. Only together with `latitude`. */
  readonly longitude?: Maybe<number>
}

/** A record: one article, release or statement. */
export interface ArticleInput {
  /** The headline: plain text, required. */
  readonly title: string
  /** The canonical source link: absolute, or relative to the feed's `link`. Required, http or https. */
  readonly link: string
  /**
   * When it was published. Required. RSS `pubDate`, Atom `published`, JSON `date_published`.
   * Never change it afterwards: readers sort by it.
   */
  readonly published: DateInput
  /** When it was last changed; never before `published`. Default: `published`. */
  readonly updated?: Maybe<DateInput>
  /**
   * A permanent id, best a `tag:` or `urn:` URI. Written as it is, never normalised. Default: a UUID made
   * from the link (see `ids` of the feed). Give one before an article's link changes.
   */
  readonly id?: Maybe<string>
  /** The text, in HTML. It is cleaned by an allow-list, its addresses made absolute, its pictures captioned. */
  readonly body?: Maybe<string>
  /**
   * What relative addresses in the body, the images and the attachments are relative to: an address, itself
   * absolute or relative to `link`. For pictures that are served elsewhere than beside the page. Default: `link`.
   */
  readonly base?: Maybe<string>
  /** Whether it is not to be published yet. A draft is left out of the feed, and not checked. Default: `false`. */
  readonly draft?: Maybe<boolean>
  /**
   * Until when it is held back: before this instant it is left out, and not checked; from it on it is in. Needs
   * `now`. Never after `published`.
   */
  readonly embargo?: Maybe<DateInput>
  /** What was changed since in public, in any order. */
  readonly corrections?: Maybe<readonly CorrectionInput[]>
  /** The ids or links of older articles that this one takes the place of. They stay, and say so. `dcterms:replaces`. */
  readonly replaces?: Maybe<string | readonly string[]>
  /** That it was taken back. Its title and body become a notice, its pictures go. */
  readonly withdrawn?: Maybe<WithdrawnInput>
  /** Place and date before the first words. A text is short for `{ place }`. */
  readonly dateline?: Maybe<string | DatelineInput>
  /** What people said, as data. Quotations that the body does not have follow it. */
  readonly quotes?: Maybe<readonly QuoteInput[]>
  /** What only editors need, in HTML. A section at the end. */
  readonly notesToEditors?: Maybe<string>
  /** What the publisher says of itself under every release, in HTML. A section at the end. */
  readonly boilerplate?: Maybe<string>
  /** Whom to ask. A section at the end. */
  readonly contacts?: Maybe<readonly ContactInput[]>
  /** A summary in plain text. Default: the beginning of the body, at most about 300 characters. */
  readonly summary?: Maybe<string>
  /** The pictures. Shown where the body names them, otherwise the first on top and the rest at the end. */
  readonly images?: Maybe<readonly ImageInput[]>
  /** Documents, recordings and films. RSS carries the first as its enclosure. */
  readonly attachments?: Maybe<readonly AttachmentInput[]>
  /** Who wrote it. */
  readonly authors?: Maybe<readonly PersonInput[]>
  /** Free keywords. Without comma or slash: some readers cut there. */
  readonly tags?: Maybe<readonly string[]>
  /** Terms of controlled vocabularies. A text is short for scheme and code: `medtop:20000763`, `ticker:XPAR:TTE`. */
  readonly subjects?: Maybe<readonly (string | SubjectInput)[]>
  /** Language of the article if it is not the feed's: a BCP 47 tag. */
  readonly language?: Maybe<string>
  /** The same article in other languages. Those with the same `translationKey` need not be named. */
  readonly translations?: Maybe<readonly TranslationInput[]>
  /**
   * What all language versions of one article have in common: any text of yours. They link to each other, and a
   * feed of several languages shows one of them.
   */
  readonly translationKey?: Maybe<string>
  /** Where it was first published. */
  readonly source?: Maybe<SourceInput>
  /** The place it is about. */
  readonly location?: Maybe<LocationInput>
  /** Rights statement in plain text. RSS `dc:rights`, Atom `rights`. */
  readonly rights?: Maybe<string>
  /** Address of a licence, absolute. RSS `creativeCommons:license`, Atom `link rel="license"`. */
  readonly license?: Maybe<string>
  /** The office's own number for the release. `dc:identifier`. */
  readonly releaseNumber?: Maybe<string>
  /** Until when it is valid: later than `published`. `dcterms:valid`. From then on it is left out, if `now` is given. */
  readonly expires?: Maybe<DateInput>
  /** Your own values for extensions: plain JSON. By themselves they are written nowhere. */
  readonly data?: Maybe<Readonly<Record<string, unknown>>>
}

/** The logo of a feed. A text is short for `{ url }`. */
export interface LogoInput {
  /** Address of the picture, absolute or relative to the feed's `link`. */
  readonly url: string
  /** Width in pixels. RSS carries a logo of at most 144 by 400, in GIF, JPEG or PNG. */
  readonly width?: Maybe<number>
  /** Height in pixels. */
  readonly height?: Maybe<number>
}

/** Words of a newsroom's own, for one language. What is not given is the library's. See `Words` and `PageWords`. */
export type WordsInput = {
  readonly [Name in keyof (Words & PageWords)]?: Maybe<(Words & PageWords)[Name]>
}

/** What `check` looks for beside what is wrong. */
export interface LintInput {
  /** How many characters a title may have. Default: 110. Whole number from 1. */
  readonly titleLength?: Maybe<number>
  /** Whether a picture without credit is told. Default: `true`. */
  readonly credit?: Maybe<boolean>
  /** Whether an article without contact is told. Default: `true`. */
  readonly contact?: Maybe<boolean>
  /** Whether a summary that is made of the boilerplate is told. Default: `true`. */
  readonly boilerplate?: Maybe<boolean>
  /** Whether a missing translation is told. Default: `true`. */
  readonly translation?: Maybe<boolean>
  /**
   * The languages in which every article should be. Default: those that have a feed of their own, asked of articles
   * with a `translationKey`.
   */
  readonly languages?: Maybe<readonly string[]>
}

/** A feed and its articles. */
export interface FeedInput {
  /** Name of the feed: plain text. Required. */
  readonly title: string
  /** The page that the feed belongs to. Absolute, http or https. Required; other addresses resolve against it. */
  readonly link: string
  /** One sentence on what the feed carries: plain text. Required. */
  readonly description: string
  /** Language of the feed: a BCP 47 tag such as `en`, `fr-CA`, `vi`. Required. */
  readonly language: string
  /** The articles, in any order. The feed carries the newest first. */
  readonly articles: readonly ArticleInput[]
  /** A permanent id for Atom. Default: the document's own address, else `link`. A URI. */
  readonly id?: Maybe<string>
  /** When something changed that no article shows: a removal, a new title. Default: the newest change of the articles. */
  readonly updated?: Maybe<DateInput>
  /** IANA time zone in which dates without a zone are read: `Europe/Paris`. Default: none; then a date means midnight UTC and an hour needs a zone. */
  readonly timeZone?: Maybe<string>
  /** Addresses of WebSub hubs. */
  readonly hub?: Maybe<string | readonly string[]>
  /** Who answers for the feed. Also the author of Atom entries that have none. */
  readonly authors?: Maybe<readonly PersonInput[]>
  /** Copyright notice in plain text. */
  readonly copyright?: Maybe<string>
  /** Logo. RSS `image`, Atom `logo`, JSON `icon`. */
  readonly logo?: Maybe<string | LogoInput>
  /** Small square picture. Atom `icon`, JSON `favicon`. */
  readonly icon?: Maybe<string>
  /** How long, in minutes, a copy may be kept. RSS `ttl`. Positive integer. */
  readonly ttlInMinutes?: Maybe<number>
  /** Keywords of the feed as a whole. */
  readonly tags?: Maybe<readonly string[]>
  /** Whether the feed names pressfeed and its version as its generator. Default: true. */
  readonly generator?: Maybe<boolean>
  /**
   * The library's words in the words of the newsroom, by language: `{ fr: { contact: 'Service de presse' } }`.
   * English, French, Spanish, German, Vietnamese and Arabic are there; other languages can be given.
   */
  readonly words?: Maybe<Readonly<Record<string, Maybe<WordsInput>>>>
  /** For how many days the notice on a withdrawn article stays, if `now` is given. Default: 30. */
  readonly withdrawalNoticeInDays?: Maybe<number>
  /**
   * Whether Atom also says `at:deleted-entry` of withdrawn articles (RFC 6721). Validators warn of it, and of the
   * readers that were looked at none knows it. Default: `false`.
   */
  readonly tombstones?: Maybe<boolean>
  /** Whether all language versions of an article are shown where languages are mixed. Default: `false`, only one. */
  readonly allTranslations?: Maybe<boolean>
  /** What `check`, and `checkFeed` if asked, look for beside what is wrong. */
  readonly lint?: Maybe<LintInput>
  /** How ids are made for articles without one: `uuid` of the link (default), or the `link` itself. */
  readonly ids?: Maybe<'uuid' | 'link'>
  /** Your own values for extensions: plain JSON. By themselves they are written nowhere. */
  readonly data?: Maybe<Readonly<Record<string, unknown>>>
}
