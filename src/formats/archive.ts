/** Archived feeds: one feed spread over several documents (RFC 5005, section 4). */
import { FeedError, issue, type Issue } from '../issue.js'
import type { Feed } from '../model/feed.js'
import { emptyElement, nothing, type Markup } from '../xml/markup.js'
import { isObject } from './extension.js'
import { readAddressOption, type WriterOptions } from './options.js'

/** Where a document and its neighbours are served: absolute addresses, no two of them the same. */
export interface Addresses {
  readonly self?: string | undefined
  /** Set for archive pages only. */
  readonly current?: string | undefined
  readonly previous?: string | undefined
  readonly next?: string | undefined
  /** Whether it is an archive page to which no article will be added. */
  readonly isArchive: boolean
}

const neighbours = ['current', 'previous', 'next'] as const

/** The addresses in a writer's options. Throws a {@link FeedError} that lists everything wrong with them. */
export function readAddresses(feed: Feed, { self, archive }: WriterOptions): Addresses {
  const given: Readonly<Record<string, unknown>> = { ...archive }
  const own = readAddressOption(feed, 'self', self)
  const read = neighbours.map((name) => readAddressOption(feed, `archive.${name}`, given[name]))
  const [current, previous, next] = read.map(({ href }) => href)
  const issues = [
    ...(own.issue === undefined ? [] : [own.issue]),
    ...shapeIssues(archive),
    ...read.flatMap((each) => each.issue ?? []),
    ...(next !== undefined && read[0]?.issue === undefined && current === undefined
      ? [wrong('next', next, 'archive.current with it, as only an archive page has a next one')]
      : []),
    ...loopIssues([own.href, current, previous, next]),
  ]
  if (issues.length > 0) throw new FeedError(issues)
  return {
    self: own.href,
    current,
    previous,
    next,
    isArchive: current !== undefined && given['full'] !== false,
  }
}

function shapeIssues(archive: unknown): readonly Issue[] {
  if (archive === undefined || archive === null) return []
  if (!isObject(archive)) {
    const message = 'Cannot use archive: expected an object with current, previous and next'
    return [issue('wrong-type', 'archive', message)]
  }
  const { full = true, ...others } = archive as Readonly<Record<string, unknown>>
  const notFull = 'Cannot use archive.full: expected true or false'
  return [
    ...(typeof full === 'boolean' ? [] : [issue('wrong-type', 'archive.full', notFull)]),
    ...Object.keys(others)
      .filter((name) => !neighbours.some((known) => known === name))
      .map((name) => {
        const message = `Cannot use archive.${name}: expected only current, previous, next and full`
        return issue('invalid-value', `archive.${name}`, message)
      }),
  ]
}

// Who follows the links from page to page would walk in a circle (rule R-101). A fragment does not make
// another document.
function loopIssues(hrefs: readonly (string | undefined)[]): readonly Issue[] {
  const names = ['self', ...neighbours.map((name) => `archive.${name}`)]
  const documents = hrefs.map((href) => href?.replace(/#.*/, ''))
  return neighbours.flatMap((name, index) => {
    const href = documents[index + 1]
    const first = documents.indexOf(href)
    return href === undefined || first > index
      ? []
      : [wrong(name, href, `another address than that of ${names[first] ?? 'self'}`)]
  })
}

function wrong(name: string, href: string, expected: string): Issue {
  const message = `Cannot use archive.${name} ${JSON.stringify(href)}: expected ${expected}`
  return issue('invalid-value', `archive.${name}`, message)
}

/**
 * The hubs to name in a document. An archive page has none: a hub tells of changes to the document whose
 * `self` it was given, and the articles of an archive page should not change (RFC 5005, section 4; WebSub,
 * section 4).
 */
export function hubsOf(feed: Feed, { current }: Addresses): readonly string[] {
  return current === undefined ? feed.hubs : []
}

/**
 * The links to the neighbours, and the mark of an archive page, which is an empty element. `link` is the
 * name of Atom's link in the document; RSS uses the same one (RFC 5005, appendix B).
 */
export function archiveElements(
  link: 'link' | 'atom:link',
  { current, previous, next, isArchive }: Addresses,
): readonly Markup[] {
  const to = (rel: string, href: string | undefined): Markup =>
    href === undefined ? nothing : emptyElement(link, { rel, href })
  return [
    to('current', current),
    to('prev-archive', previous),
    to('next-archive', next),
    isArchive ? emptyElement('fh:archive', {}) : nothing,
  ]
}
