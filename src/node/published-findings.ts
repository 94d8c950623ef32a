/** What is said of an article whose feed is out already. */
import { issue, type Issue } from '../issue.js'
import { linkKey } from './published-successors.js'
import type { PublishedItem } from './read-published.js'

/** A warning to be. */
export interface Finding {
  readonly code: 'id-changed' | 'article-lost' | 'date-moved'
  readonly message: string
  /** The id that the article has now, and the field that it is about; of one that is gone there is none. */
  readonly about?: { readonly id: string; readonly field: 'id' | 'published' } | undefined
}

/** A warning, and which article it is about. */
export interface PlacedFinding extends Pick<Finding, 'about'> {
  readonly issue: Issue
}

/** A finding about an article that is there under the same id, if its date moved. */
export function movedFinding(old: PublishedItem, same: PublishedItem): readonly Finding[] {
  if (old.published === undefined || same.published === undefined) return []
  if (old.published === same.published) return []
  const message =
    `Article ${nameOf(old)} was published ${old.published} and now says ${same.published}: readers ` +
    'sort it anew, and some show it as new; expected the old date, as published: in its front matter'
  return [{ code: 'date-moved', message, about: { id: same.id, field: 'published' } }]
}

/** A finding about an article that is there under another id, and perhaps another link. */
export function idFinding(old: PublishedItem, successor: PublishedItem): Finding {
  const sameLink = linkKey(old) === linkKey(successor)
  const what = sameLink
    ? `had id ${quote(old.id)} and now has ${quote(successor.id)}`
    : `had link ${quote(old.link ?? '')} and id ${quote(old.id)}; its link and id changed to ` +
      `${quote(successor.link ?? '')} and ${quote(successor.id)}`
  const message =
    `Article ${nameOf(old)} ${what}: subscribers get it a second time; ` +
    'expected the old id, as id: in its front matter'
  return { code: 'id-changed', message, about: { id: successor.id, field: 'id' } }
}

/** A finding about an article that is gone, though other feeds of the newsroom may have it. */
export function lostFinding(old: PublishedItem, isElsewhere: boolean): Finding {
  const what = isElsewhere
    ? 'is in the feed that is out and no longer belongs to this one'
    : 'is in the feed that is out and no article of the newsroom has this id'
  const wanted = isElsewhere
    ? 'expected what selects it (tags, language, subjects, date) to be as before'
    : 'expected the article, or its id as id: in the front matter of the one that replaced it'
  const name = old.title === undefined ? nameOf(old) : `${nameOf(old)} with id ${quote(old.id)}`
  const message =
    `Article ${name} ${what}: subscribers keep it as it was and new ones never see it; ` + wanted
  return { code: 'article-lost', message }
}

function nameOf({ title, id }: PublishedItem): string {
  return quote(title ?? id)
}

// The feed may be anybody's: what would steer a terminal is left out, and what is long is cut.
const unwanted = /[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

function quote(text: string): string {
  const characters = [...text.slice(0, 1000).replace(/\s+/g, ' ').replace(unwanted, '')]
  const kept = characters.length > 200 ? [...characters.slice(0, 199), '…'] : characters
  return `"${kept.join('')}"`
}

const shown = 20
const rest: Readonly<Record<Finding['code'], string>> = {
  'id-changed': 'with another id than in the feed that is out: subscribers get each a second time',
  'article-lost': 'gone that the feed that is out has: new subscribers never see them',
  'date-moved': 'with another date than in the feed that is out: readers sort them anew',
}

/** The findings as warnings: of each code the first 20, at the end how many more there are. */
export function toIssues(findings: readonly Finding[]): readonly PlacedFinding[] {
  const counts = new Map<Finding['code'], number>()
  const first = findings.flatMap(({ code, message, about }) => {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    return count > shown ? [] : [{ issue: issue(code, '', message), about }]
  })
  const more = [...counts].flatMap(([code, count]) =>
    count > shown
      ? [{ issue: issue(code, '', `Articles: ${count - shown} more ${rest[code]}`) }]
      : [],
  )
  return [...first, ...more]
}
