/** What articles are to each other: language versions, and which took the place of which. */
import { secondsBefore, type Instant } from '../date.js'
import type { Reference, Translation } from '../model/feed.js'
import type { Head } from './read-head.js'

/** What is needed of an article to relate it to others. */
export type Related = Pick<
  Head,
  | 'id'
  | 'title'
  | 'link'
  | 'published'
  | 'inLanguage'
  | 'translationKey'
  | 'replaces'
  | 'announces'
  | 'withdrawn'
>

/** What an article is to others. */
export interface Relations {
  /** The other language versions, by language. */
  readonly translations: readonly Translation[]
  readonly replaces: readonly Reference[]
  /** The oldest first. */
  readonly replacedBy: readonly Reference[]
  /** When it last became another one by what was published elsewhere. */
  readonly changed?: Instant | undefined
}

/** What articles that are held back may be called, each as {@link nameKey} has it; nothing of them may be seen. */
export type HeldBack = ReadonlySet<string>

/** An id or link as it is compared where something must not slip through: without fragment, final slash and case. */
export function nameKey(name: string): string {
  return name.replace(/#.*/s, '').replace(/\/$/, '').toLowerCase()
}

/** Takes out what somebody else is called who is not held back: the draft of a new version has the old one's link. */
export function onlyHeld(held: Iterable<string>, others: Iterable<Related>): HeldBack {
  const names = new Set(held)
  if (names.size === 0) return names
  for (const { id, link } of others) for (const name of [id, link]) names.delete(nameKey(name))
  return names
}

/** Of an article that is nothing to any other. */
export const unrelated: Relations = { translations: [], replaces: [], replacedBy: [] }

/**
 * Relates articles to each other. What is held back, and what only announces, is nothing to anybody; what is `gone`
 * can still be named as what was replaced.
 */
export function relate(
  all: Iterable<Related>,
  held: HeldBack,
  gone: Iterable<Related>,
): (id: string) => Relations {
  const versions = new Map<string, Related[]>()
  const newer: Related[] = []
  const wanted = new Set<string>()
  const articles = [...all].filter(({ announces }) => announces === undefined)
  for (const article of articles) {
    const { translationKey: key, replaces, withdrawn } = article
    if (key !== undefined && withdrawn === undefined) {
      versions.set(key, [...(versions.get(key) ?? []), article])
    }
    if (replaces.length > 0) newer.push(article)
    for (const { name, link } of replaces) wanted.add(name).add(link ?? name)
  }
  const named = new Map<string, Related>()
  for (const article of [...gone, ...articles]) {
    if (article.announces !== undefined) continue
    for (const name of [article.link, article.id]) if (wanted.has(name)) named.set(name, article)
  }
  const byId = new Map<string, Relations>()
  const at = (id: string): Relations => byId.get(id) ?? unrelated
  for (const group of versions.values()) {
    for (const own of group) {
      byId.set(own.id, { ...at(own.id), translations: translationsOf(own, group) })
    }
  }
  for (const article of newer.sort(byDate)) {
    const references = distinct(
      article.replaces.flatMap(({ name, link }): readonly Reference[] => {
        const other = named.get(name) ?? named.get(link ?? name)
        if (other !== undefined) return other.id === article.id ? [] : [toReference(other)]
        const isHeld = held.has(nameKey(name)) || held.has(nameKey(link ?? name))
        return isHeld ? [] : [unknown(name, link)]
      }),
    )
    byId.set(article.id, { ...at(article.id), replaces: references })
    references.forEach(({ id }, index) => {
      if (id === undefined) return
      const replacedBy = [...at(id).replacedBy, toReference(article)]
      // Validators warn of entries that changed at one instant.
      const changed = article.published && secondsBefore(article.published, index + 1)
      byId.set(id, { ...at(id), replacedBy, changed })
    })
  }
  return at
}

/** When an article last changed, its replacement counted. */
export function lastChange({ updated }: Pick<Head, 'updated'>, { changed }: Relations): Instant {
  return changed !== undefined && changed > updated ? changed : updated
}

// Two in one language under one key are a slip, and no translations of each other.
function translationsOf(own: Related, group: readonly Related[]): readonly Translation[] {
  return group
    .filter(({ inLanguage }) => inLanguage !== own.inLanguage)
    .map(({ id, inLanguage, link }) => ({ language: inLanguage, link, id }))
    .sort((a, b) => (a.language < b.language ? -1 : a.language > b.language ? 1 : 0))
}

function byDate(a: Related, b: Related): number {
  return a.published < b.published ? -1 : a.published > b.published ? 1 : 0
}

function toReference({ id, link, title, published }: Related) {
  return { id, link, title, published }
}

// `2026/one` may be an id or a link; a slash in front or a scheme tells.
function unknown(name: string, link: string | undefined): Reference {
  return link !== undefined && /^(?:https?:|\.{0,2}\/)/i.test(name) ? { link } : { id: name }
}

function distinct(references: readonly Reference[]): readonly Reference[] {
  return [...new Map(references.map((each) => [each.id ?? each.link, each])).values()]
}

/** What is needed of an article to show one language version of it. */
type Version = Pick<Related, 'id' | 'translationKey' | 'inLanguage' | 'published' | 'announces'>

/**
 * Leaves one language version of each article: that which came out first, so that a translation that comes later
 * does not take its place; of several that came out together, the one in the feed's language. One that was withdrawn
 * keeps its place as long as its notice stays. What announces a version that is left out goes too.
 */
export function oneLanguageEach<Each extends Version>(
  articles: readonly Each[],
  feedLanguage: string,
): readonly Each[] {
  const shown = new Map<string, Each>()
  // What only announces is no version of anything: it has no key.
  const versions = articles.filter(({ translationKey }) => translationKey !== undefined)
  if (versions.length === 0) return articles
  // The tag decides at last, so that the order of the records does not.
  const rank = ({ inLanguage }: Each) => `${nearness(inLanguage, feedLanguage)} ${inLanguage}`
  for (const article of versions) {
    const { translationKey: key = '' } = article
    const best = shown.get(key)
    const isBetter =
      best === undefined ||
      article.published < best.published ||
      (article.published === best.published && rank(article) < rank(best))
    if (isBetter) shown.set(key, article)
  }
  const isShown = ({ translationKey: key = '', inLanguage }: Each) =>
    shown.get(key)?.inLanguage === inLanguage
  const hidden = new Set(versions.flatMap((each) => (isShown(each) ? [] : [each.id])))
  return articles.filter(({ id, announces = id }) => !hidden.has(announces))
}

function nearness(language: string, feedLanguage: string): number {
  const own = language.toLowerCase()
  const wanted = feedLanguage.toLowerCase()
  if (own === wanted) return 0
  return own.split('-')[0] === wanted.split('-')[0] ? 1 : 2
}
