/** From records to the items of a feed: read, held against each other, and chosen among. */
import type { Article } from '../model/feed.js'
import { compareIds, compareLooks, compareVersions, type Report } from './across.js'
import type { MakeOptions } from './create-feed.js'
import type { Findings } from './findings.js'
import { lintArticle, missingTranslations, type LintRules } from './lint.js'
import { readItem } from './read-item.js'
import type { ArticleContext, Head } from './read-head.js'
import type { ReadRecords } from './read-records.js'
import { oneLanguageEach, relate } from './relations.js'
import type { FeedShape } from './schema.js'

/** An item of the feed, its head, and where its record stands. */
export interface Item {
  readonly article: Article
  readonly head: Head
  readonly name: string
  readonly ownId: boolean
}

/** Holds the items against each other. */
export function compareItems(items: readonly Item[], findings: Findings): void {
  const report: Report<Item> = (code, { name }, field, message) => {
    findings.add(code, field === '' ? name : `${name}.${field}`, message)
  }
  compareIds(items, report)
  compareLooks(items, report)
  compareVersions(items, report)
}

/** Reads the items of all records, or of each the one that is wanted. */
export function readItems(
  { found, held, gone }: ReadRecords,
  context: ArticleContext,
  { newsroom, parts }: Pick<MakeOptions, 'newsroom' | 'parts'>,
): readonly Item[] {
  const all = found.flatMap(({ heads }) => heads)
  const relationsOf = newsroom?.relationsOf ?? relate(all, held, gone)
  return found.flatMap(({ shape, path: name, heads }) => {
    const wanted = parts?.[Number(/\d+/.exec(name)?.[0])]
    const [main] = heads
    const surroundings = { relations: relationsOf(main.id), held: newsroom?.held ?? held }
    return heads
      .filter(({ part }) => parts === undefined || part === wanted)
      .map((head): Item => {
        const article = readItem(shape, name, head, main, surroundings, context)
        return { article, head, name, ownId: Boolean(shape.id) }
      })
  })
}

/** What the feed shows. What it does not show was checked all the same. */
export function shownOf(
  items: readonly Item[],
  { allTranslations, language }: FeedShape,
  { newsroom }: Pick<MakeOptions, 'newsroom'>,
): readonly Article[] {
  const heads = items.map(({ head }) => head)
  const isWhole = newsroom !== undefined || allTranslations === true
  const shown = new Set(isWhole ? heads : oneLanguageEach(heads, language?.trim() ?? ''))
  return items.filter(({ head }) => shown.has(head)).map(({ article }) => article)
}

/** Looks for what press offices forget; for missing translations only where all articles are there. */
export function lintItems(
  items: readonly Item[],
  rules: LintRules,
  isWhole: boolean,
  findings: Findings,
): void {
  const heads = items.map(({ head, name }) => ({ ...head, name }))
  const missing = isWhole ? missingTranslations(heads, rules, []) : []
  const remarks = [
    ...items.flatMap(({ article, name }) =>
      lintArticle(article, rules).map((remark) => ({ ...remark, name })),
    ),
    ...missing.map((remark) => ({ ...remark, name: remark.article.name })),
  ]
  for (const { code, field, message, name } of remarks) {
    findings.add(code, `${name}.${field}`, message)
  }
}
