/** What only shows when the articles stand side by side. */
import type { IssueCode } from '../issue.js'
import type { Article } from '../model/feed.js'
import { show } from './findings.js'
import type { Related } from './relations.js'

/** An article among others, and how messages name it. */
export interface Placed {
  readonly article: Pick<Article, 'id' | 'title' | 'updated' | 'announces'>
  readonly name: string
  /** Whether the record gave the id. */
  readonly ownId: boolean
}

/** Takes a finding on a field of an article. */
export type Report<Each extends Placed> = (
  code: IssueCode,
  placed: Each,
  field: string,
  message: string,
) => void

/** Reports ids that articles share. */
export function compareIds<Each extends Placed>(
  placed: readonly Each[],
  report: Report<Each>,
): void {
  for (const [id, [first, ...others]] of groupBy(placed, ({ article }) => article.id)) {
    for (const other of others) {
      const name = first?.name ?? ''
      const message = other.ownId
        ? `Id ${show(id)} is that of ${name} too: expected an id of its own`
        : `The link is that of ${name} too: expected a link or id of its own`
      report('duplicate-id', other, other.ownId ? 'id' : 'link', message)
    }
  }
}

/** Reports titles and instants of change that articles of one feed share. */
export function compareLooks<Each extends Placed>(
  placed: readonly Each[],
  report: Report<Each>,
): void {
  const articles = placed.filter(({ article }) => article.announces === undefined)
  for (const [title, [first, ...others]] of groupBy(articles, ({ article }) => article.title)) {
    for (const other of others) {
      const message = `Title ${show(title)} is that of ${first?.name ?? ''} too: people cannot tell them apart`
      report('duplicate-title', other, 'title', message)
    }
  }
  for (const [instant, group] of groupBy(placed, ({ article }) => article.updated)) {
    const [first] = group
    if (first === undefined || group.length < 2) continue
    const names = group.slice(0, 5).map(({ name }) => name)
    const rest = group.length > 5 ? ` and ${group.length - 5} more` : ''
    const message = `${names.join(', ')}${rest} have one and the same time, ${instant}: expected times that differ`
    report('same-updated', first, '', message)
  }
}

/** Reports articles in one language that say that they are versions of each other. */
export function compareVersions<Each extends Placed & { readonly head: Version }>(
  placed: readonly Each[],
  report: Report<Each>,
): void {
  const keyOf = ({ head: { translationKey, inLanguage } }: Each) =>
    translationKey === undefined ? '' : JSON.stringify([translationKey, inLanguage])
  for (const [, [first, ...others]] of groupBy(placed, keyOf)) {
    for (const other of others) {
      const { translationKey, inLanguage } = other.head
      const message = `The translationKey ${show(translationKey)} is that of ${first?.name ?? ''} in ${inLanguage} too: expected one article a language`
      report('translation-repeated', other, 'translationKey', message)
    }
  }
}

type Version = Pick<Related, 'translationKey' | 'inLanguage'>

function groupBy<Each extends Placed>(placed: readonly Each[], keyOf: (each: Each) => string) {
  const groups = new Map<string, Each[]>()
  for (const each of placed) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (key === '') continue
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}
