/** What press offices forget: nothing is wrong with it, but somebody will miss it. */
import { stripTags } from '../html/plain-text.js'
import type { IssueCode } from '../issue.js'
import type { Article } from '../model/feed.js'
import { show } from './findings.js'
import { readLanguage } from './read-language.js'
import { readCount, readEach, type Context } from './read-values.js'
import type { Related } from './relations.js'
import type { FeedShape } from './schema.js'

/** What is looked for. */
export interface LintRules {
  /** How many characters a title may have. */
  readonly titleLength: number
  readonly credit: boolean
  readonly contact: boolean
  readonly boilerplate: boolean
  readonly translation: boolean
  /** The languages in which every article should be; `undefined` if that was not said. */
  readonly languages: readonly string[] | undefined
}

// Google cut headlines of articles at 110 characters; mail programs and readers' lists show fewer.
const usualTitleLength = 110

/** Reads what is looked for. */
export function readLint(lint: FeedShape['lint'], context: Context): LintRules {
  const languages = readEach(lint?.languages, 'lint.languages', (language, path) =>
    readLanguage(language, path, context),
  ).filter((language) => language !== undefined)
  return {
    titleLength: readCount(lint?.titleLength, 'lint.titleLength', context) ?? usualTitleLength,
    credit: lint?.credit ?? true,
    contact: lint?.contact ?? true,
    boilerplate: lint?.boilerplate ?? true,
    translation: lint?.translation ?? true,
    languages: languages.length === 0 ? undefined : languages,
  }
}

/** A remark: which code, on which field of the article, in which words. */
export interface Remark {
  readonly code: IssueCode
  readonly field: string
  readonly message: string
}

/** Looks at one article. Of what only announces, and of what was withdrawn, nothing is missed. */
export function lintArticle(article: Article, rules: LintRules): readonly Remark[] {
  if (article.announces !== undefined || article.withdrawn !== undefined) return []
  return [
    ...longTitle(article, rules),
    ...(rules.credit ? withoutCredit(article) : []),
    ...(rules.contact ? withoutContact(article) : []),
    ...(rules.boilerplate ? boilerplateInSummary(article) : []),
  ]
}

function longTitle({ title }: Article, { titleLength }: LintRules): readonly Remark[] {
  const { length } = [...title]
  if (length <= titleLength) return []
  const message = `The title has ${length} characters: expected at most ${titleLength}, as many readers show no more`
  return [{ code: 'long-title', field: 'title', message }]
}

function withoutCredit({ images }: Article): readonly Remark[] {
  return images.flatMap(({ url, credit }, index) => {
    if (credit !== undefined) return []
    const message = `No credit for ${show(url)}: expected who made the picture`
    return [{ code: 'picture-without-credit', field: `images[${index}].credit`, message }]
  })
}

function withoutContact({ contacts }: Article): readonly Remark[] {
  if (contacts.some(({ email, phone, url }) => email ?? phone ?? url)) return []
  const message = 'No contact: expected whom to ask, with an e-mail address or a telephone number'
  return [{ code: 'no-contact', field: 'contacts', message }]
}

function boilerplateInSummary({ summary, boilerplate }: Article): readonly Remark[] {
  if (boilerplate === undefined) return []
  const words = wordsOf(stripTags(boilerplate) ?? boilerplate)
  // The first words tell it: a summary is seldom long enough for all of it.
  const beginning = words.slice(0, 6)
  if (beginning.length < 3) return []
  if (!` ${wordsOf(summary).join(' ')} `.includes(` ${beginning.join(' ')} `)) return []
  const message = 'The summary holds the boilerplate: expected what is new in this release'
  return [{ code: 'boilerplate-in-summary', field: 'summary', message }]
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

/**
 * Finds the articles that are not there in one of the languages. Where `lint` names languages that is asked of
 * every article, else of those with a `translationKey`, for the languages that have a feed.
 */
export function missingTranslations<Each extends Related>(
  articles: readonly Each[],
  { translation, languages }: LintRules,
  ofFeeds: readonly string[],
): readonly (Remark & { readonly article: Each })[] {
  const wanted = languages ?? ofFeeds
  if (!translation || wanted.length === 0) return []
  const groups = new Map<string, Each[]>()
  for (const article of articles) {
    if (article.announces !== undefined || article.withdrawn !== undefined) continue
    const { translationKey } = article
    if (translationKey === undefined && languages === undefined) continue
    const key = translationKey === undefined ? `id ${article.id}` : `key ${translationKey}`
    groups.set(key, [...(groups.get(key) ?? []), article])
  }
  return [...groups.values()].flatMap((group) => {
    const missing = wanted.filter((language) => !group.some((each) => isIn(language, each)))
    // The one that came out first is what should be translated.
    const [article] = [...group].sort((a, b) => (a.published < b.published ? -1 : 1))
    if (article === undefined || missing.length === 0) return []
    const message = `Not there in ${missing.join(', ')}: expected a translation with the same translationKey`
    return [{ code: 'translation-missing', field: 'translationKey', message, article } as const]
  })
}

// `fr` is there in `fr-CA` too (RFC 4647, section 3.3.1).
function isIn(range: string, { inLanguage }: Related): boolean {
  const [wanted, given] = [range.toLowerCase(), inLanguage.toLowerCase()]
  return given === wanted || given.startsWith(`${wanted}-`)
}
