/** Keywords and terms of vocabularies, as `feed` and as pressfeed have them. */
import type { Article } from '../model/feed.js'
import type { SubjectInput } from '../model/input.js'
import { hasOnly, listOf } from './carried.js'
import type { FeedPackageCategory } from './feed-package-types.js'
import { forAttribute, forKeyword, fromAttribute } from './xml-gaps.js'

/** Keywords and terms for the input, and the list as it was if it says more than they do. */
export interface ReadCategories {
  readonly tags: readonly string[]
  readonly subjects: readonly SubjectInput[]
  readonly unsaid: readonly FeedPackageCategory[] | undefined
}

/**
 * Reads categories. One with a vocabulary that has an address is a subject: code `term`, name `name`.
 * Any other is a tag, by its name or else its term.
 */
export function readCategories(
  categories: readonly FeedPackageCategory[] | undefined,
): ReadCategories {
  const read = listOf(categories).map(readCategory)
  return {
    tags: read.flatMap(({ tag }) => tag ?? []),
    subjects: read.flatMap(({ subject }) => subject ?? []),
    unsaid: read.every(({ isSaid }) => isSaid) ? undefined : categories,
  }
}

interface ReadCategory {
  readonly tag?: string
  readonly subject?: SubjectInput
  readonly isSaid: boolean
}

function readCategory(category: FeedPackageCategory): ReadCategory {
  const { name, term, scheme } = category
  const domain = category.domain === undefined ? undefined : fromAttribute(category.domain)
  const [vocabulary, otherVocabulary] = [scheme, domain].filter(isGiven)
  const [shown, otherName] = [name, term].filter(isGiven)
  if (shown === undefined) return { isSaid: false }
  const isAlone = hasOnly(category, ['name', 'term', 'scheme', 'domain'])
  if (vocabulary !== undefined && isWebAddress(vocabulary)) {
    const code = otherName ?? shown
    const label = isGiven(name) ? name : undefined
    const isSaid = isAlone && (otherVocabulary ?? vocabulary) === vocabulary
    return { subject: { scheme: vocabulary, code, label }, isSaid }
  }
  const isSaid = isAlone && vocabulary === undefined && (otherName ?? shown) === shown
  return { tag: shown, isSaid }
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== ''
}

function isWebAddress(text: string): boolean {
  return /^https?:/i.test(text) && URL.canParse(text)
}

/** Keywords and terms for `feed`; absent when there are none. */
export function writeCategories({ tags, subjects }: Article) {
  const categories: readonly FeedPackageCategory[] = [
    ...tags.map(forKeyword).map((tag) => ({ name: tag, term: tag })),
    ...subjects.map(({ scheme, code, label }) => ({
      name: forKeyword(label ?? code),
      term: forKeyword(code),
      scheme,
      domain: forAttribute(scheme),
    })),
  ]
  return categories.length === 0 ? undefined : categories
}
