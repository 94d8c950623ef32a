/** A vocabulary of one's own: typed data in, our elements out. */
import { FeedError, issue } from '../issue.js'
import type { Article, Feed } from '../model/feed.js'
import { oneLine } from '../text.js'
import { namespaces, xmlNamespaces } from './namespaces.js'
import { findFault, renderElement, type XmlElement } from '../xml/element.js'
import type { Attributes, Markup } from '../xml/markup.js'

/** Plain JSON. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** A JSON object. */
export type JsonObject = Readonly<Record<string, Json>>

/**
 * A vocabulary. In RSS and Atom its elements carry `prefix` and `namespace`; in JSON Feed its members
 * stand in one object named `_` + prefix. A part that returns nothing writes nothing, and a namespace
 * is declared only in documents that use it. Make it with {@link defineExtension}.
 */
export interface Extension<Prefix extends string = string> {
  /** A letter, then letters, digits, `_` or `-`. Not one that the formats use themselves. */
  readonly prefix: Prefix
  /** The namespace's address: an absolute URI. */
  readonly namespace: string
  /** Elements for the feed. */
  readonly feed?: (feed: Feed) => readonly XmlElement<`${NoInfer<Prefix>}:${string}`>[]
  /** Elements for an article. */
  readonly article?: (
    article: Article,
    feed: Feed,
  ) => readonly XmlElement<`${NoInfer<Prefix>}:${string}`>[]
  /** Members for JSON Feed. `about` is the address of a page that explains them. */
  readonly json?: {
    readonly about?: string
    readonly feed?: (feed: Feed) => JsonObject | undefined
    readonly article?: (article: Article, feed: Feed) => JsonObject | undefined
  }
}

/** Checks a vocabulary's names by type; returns it as it is. */
export function defineExtension<const Prefix extends string>(
  extension: Extension<Prefix>,
): Extension<Prefix> {
  return extension
}

// Prefixes that mean something in our documents or to readers, and `atom` and `xhtml` (rule R-12).
const taken = { ...namespaces, ...xmlNamespaces }
const reservedPrefixes: ReadonlySet<string> = new Set([
  ...Object.keys(taken),
  ...['xhtml', 'fh', 'at', 'thr', 'press'],
])
const reservedNamespaces: ReadonlySet<string> = new Set(Object.values(taken))
// Liferea takes a child of an item by its local name, whatever its namespace, for the item's own.
const shadowing = new Set('title link description guid author category source copyright'.split(' '))

/** The extensions of one document, checked. */
export interface Extensions {
  /** Namespace declarations of those that wrote something. */
  readonly namespaces: Attributes
  readonly feed: readonly Markup[]
  /** Elements of each article, in the order of the feed's articles. */
  readonly articles: readonly (readonly Markup[])[]
}

/** Runs the extensions over a feed. Throws a {@link FeedError} that lists everything wrong with them. */
export function writeExtensions(
  feed: Feed,
  given: readonly Extension[] | null | undefined,
): Extensions {
  const extensions = given ?? []
  checkExtensions(extensions)
  const forFeed = extensions.map((extension) =>
    write(extension, () => extension.feed?.(feed), 'feed'),
  )
  const forArticles = feed.articles.map((article, index) =>
    extensions.map((extension) =>
      write(extension, () => extension.article?.(article, feed), `articles[${index}]`),
    ),
  )
  const used = extensions.filter((_, n) =>
    [forFeed, ...forArticles].some((written) => (written[n]?.length ?? 0) > 0),
  )
  return {
    namespaces: Object.fromEntries(
      used.map(({ prefix, namespace }) => [`xmlns:${prefix}`, namespace]),
    ),
    feed: forFeed.flat(),
    articles: forArticles.map((written) => written.flat()),
  }
}

/** Throws a {@link FeedError} unless every prefix and namespace is usable and given once. */
export function checkExtensions(extensions: readonly Extension[]): void {
  if (!isList(extensions) || !extensions.every(isObject)) {
    const message =
      'Cannot use these extensions: expected a list of what defineExtension() returned'
    throw new FeedError([issue('invalid-extension', 'extensions', message)])
  }
  const issues = extensions.flatMap(({ prefix, namespace }, n) => {
    const path = `extensions[${n}]`
    const wrong = (message: string) => issue('invalid-extension', path, message)
    const others = extensions.slice(0, n)
    return [
      // A pattern alone takes `undefined` for the word.
      ...(typeof (prefix as unknown) === 'string' && /^(?!xml)[a-z][\w-]*$/i.test(prefix)
        ? []
        : [wrong(`Cannot use prefix "${prefix}": expected a letter, then letters and digits`)]),
      ...(reservedPrefixes.has(prefix) || reservedNamespaces.has(namespace)
        ? [
            wrong(
              `Cannot use "${prefix}" for ${namespace}: expected a prefix and namespace that the formats do not use`,
            ),
          ]
        : []),
      ...(URL.canParse(namespace)
        ? []
        : [wrong(`Cannot use namespace "${namespace}": expected an absolute address`)]),
      ...(others.some((other) => other.prefix === prefix || other.namespace === namespace)
        ? [wrong(`Cannot use extension "${prefix}" twice: expected one prefix and namespace each`)]
        : []),
    ]
  })
  if (issues.length > 0) throw new FeedError(issues)
}

function write(
  { prefix }: Extension,
  make: () => readonly XmlElement[] | undefined,
  path: string,
): readonly Markup[] {
  const elements = runOwn(make, prefix, path, 'elements')
  if (elements !== undefined && !isList(elements)) {
    const message = `Cannot write what "${prefix}" returned: expected a list of elements`
    throw new FeedError([issue('invalid-extension', path, message)])
  }
  return (elements ?? []).map((element) => {
    const fault = findFault(element, prefix)
    const shadows = fault === undefined && shadowing.has(element.name.slice(prefix.length + 1))
    if (fault === undefined && !shadows) return render(element, path)
    const message = shadows
      ? `Cannot write <${element.name}>: some readers take it for the feed's own; choose another name`
      : `Cannot write ${JSON.stringify(fault)}: expected elements made by element(), with the prefix "${prefix}"`
    throw new FeedError([issue('invalid-extension', path, message)])
  })
}

/** Runs a function of an extension. What it throws becomes a {@link FeedError} that says for which article. */
export function runOwn<T>(make: () => T, prefix: string, path: string, wanted: string): T {
  try {
    return make()
  } catch (error) {
    // What it says in our own words stands as it is.
    if (error instanceof FeedError && error.issues.length > 0) throw error
    const message = `Extension "${prefix}" failed: ${wordsOf(error)}; expected ${wanted}`
    throw new FeedError([issue('invalid-extension', path, message)])
  }
}

// Controls and marks of direction would change how the rest of the line is shown.
const unsafe = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu
const longest = 1000

function wordsOf(error: unknown): string {
  const said: readonly unknown[] = error instanceof Error ? [error.message, error.name] : [error]
  const lines = said.map((text) =>
    typeof text === 'string' ? oneLine(text.replace(unsafe, ' ')) : '',
  )
  const text = lines.find((line) => line !== '') ?? 'something without a message was thrown'
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text
}

// Types cannot hold people to a list who do not use them.
function isList(value: unknown): boolean {
  return Array.isArray(value)
}

/** Whether a value is an object with members of its own: no list, no `null`. */
export function isObject(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Object]'
}

// The writer of XML knows of no articles; here it is known which one it was.
function render(element: XmlElement, path: string): Markup {
  try {
    return renderElement(element)
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    throw new FeedError(error.issues.map(({ code, message }) => issue(code, path, message)))
  }
}
