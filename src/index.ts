/**
 * Article records become valid RSS 2.0, Atom and JSON Feed, and every picture keeps its caption.
 *
 * `createFeed` checks and prepares records; `toRss`, `toAtom` and `toJsonFeed` write the feed. All are
 * pure and synchronous: no clock, no network, no files, and the same input gives the same bytes.
 * `defineNewsroom` says which feeds a newsroom has; `pressfeed build` and `build` of `pressfeed/node` make them.
 *
 * @packageDocumentation
 */
export {
  createFeed,
  checkFeed,
  type CheckFeedOptions,
  type CreateFeedOptions,
} from './create-feed/create-feed.js'
export {
  defineNewsroom,
  type ArchiveOptions,
  type Articles,
  type FeedDefinition,
  type Host,
  type HostWithFile,
  type Newsroom,
  type OpmlOptions,
  type PageDefinition,
  type Selection,
  type StylesheetOptions,
} from './newsroom/definition.js'
export { alternateLinks } from './newsroom/alternate-links.js'
export { hostHeaders } from './newsroom/host-headers.js'
export { toRss, toRssChunks } from './formats/rss.js'
export { toAtom, toAtomChunks } from './formats/atom.js'
export { toJsonFeed, toJsonFeedChunks } from './formats/json-feed.js'
export { toJsonLd } from './formats/json-ld.js'
export { toNinjs } from './formats/ninjs.js'
export { defineExtension, type Extension, type Json, type JsonObject } from './formats/extension.js'
export type { ArchiveLinks, WriterOptions, XmlWriterOptions } from './formats/options.js'
export { element, type QualifiedName, type XmlElement } from './xml/element.js'
export type { Attributes } from './xml/markup.js'
export { FeedError, formatIssue } from './issue.js'
export { issueCodes } from './issue-codes.js'
export type { Issue, IssueCode, Severity } from './issue.js'
export type { Instant } from './date.js'
export type { PageWords } from './words/page-words.js'
export type { Words } from './words/words.js'
export type { SafeHtml } from './html/safe-html.js'
export type {
  ArticleInput,
  AttachmentInput,
  ContactInput,
  CorrectionInput,
  DateInput,
  DatelineInput,
  FeedInput,
  ImageInput,
  LintInput,
  LocationInput,
  LogoInput,
  PersonInput,
  QuoteInput,
  SourceInput,
  SubjectInput,
  TranslationInput,
  WithdrawnInput,
  WordsInput,
} from './model/input.js'
export type {
  Article,
  Attachment,
  Contact,
  Correction,
  Dateline,
  Feed,
  Location,
  Logo,
  Person,
  Picture,
  Quote,
  Reference,
  Source,
  Subject,
  Translation,
  Withdrawal,
} from './model/feed.js'
