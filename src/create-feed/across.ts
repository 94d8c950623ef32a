/** What only shows when the articles stand side by side. */
import type { Article } from '../model/feed.js'
import { show, type Findings } from './findings.js'

/** An article and its place in the input. */
export interface Placed {
  readonly article: Article
  readonly path: string
  /** Whether the record gave the id. */
  readonly ownId: boolean
}

/** Reports ids, titles and instants of change that articles share. */
export function compareArticles(placed: readonly Placed[], findings: Findings): void {
  for (const [id, [first, ...others]] of groupBy(placed, ({ article }) => article.id)) {
    for (const { path, ownId } of others) {
      const message = ownId
        ? `Id ${show(id)} is that of ${first?.path ?? ''} too: expected an id of its own`
        : `The link is that of ${first?.path ?? ''} too: expected a link or id of its own`
      findings.add('duplicate-id', `${path}.${ownId ? 'id' : 'link'}`, message)
    }
  }
  for (const [title, [first, ...others]] of groupBy(placed, ({ article }) => article.title)) {
    for (const { path } of others) {
      const message = `Title ${show(title)} is that of ${first?.path ?? ''} too: people cannot tell them apart`
      findings.add('duplicate-title', `${path}.title`, message)
    }
  }
  for (const [instant, group] of groupBy(placed, ({ article }) => article.updated)) {
    if (group.length < 2) continue
    const paths = group.slice(0, 5).map(({ path }) => path)
    const rest = group.length > 5 ? ` and ${group.length - 5} more` : ''
    const message = `${paths.join(', ')}${rest} changed at ${instant}: expected the time of day too`
    findings.add('same-updated', paths[0] ?? '', message)
  }
}

function groupBy(placed: readonly Placed[], keyOf: (each: Placed) => string) {
  const groups = new Map<string, Placed[]>()
  for (const each of placed) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (key === '') continue
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}
