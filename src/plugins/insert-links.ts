/** The lines by which readers find the feeds, put into a page that somebody else made. */
import { Parser } from 'htmlparser2'
import { resolveAddress } from '../url.js'

/**
 * Puts `<link>` lines into the head of a page, at its end. Those of a feed that the page names already are left
 * out.
 *
 * @param links as `alternateLinks` gives them: a line a feed
 * @returns the page; `undefined` if it has neither `</head>` nor `<body>`, as a part of a page has
 */
export function insertLinks(page: string, links: string): string | undefined {
  const { place, alternates } = read(page)
  if (place === undefined) return undefined
  const missing = links.split(/(?<=\n)/).filter((line) => {
    const [own] = read(line).alternates
    return !alternates.some((there) => own !== undefined && isSame(there, own))
  })
  // Where the end of the head stands on a line of its own, so do they.
  const before = page.slice(0, place)
  const [indent] = /(?<=\n)[ \t]*$/.exec(before) ?? []
  const lines = missing.map((line) => (indent === undefined ? line : `${indent}  ${line}`))
  const start = before.length - (indent ?? '').length
  return page.slice(0, start) + lines.join('') + page.slice(start)
}

interface Alternate {
  readonly type: string
  readonly href: string
}

function read(html: string): {
  readonly place: number | undefined
  readonly alternates: readonly Alternate[]
} {
  const alternates: Alternate[] = []
  let place: number | undefined
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '' }) {
      if (name === 'body') place ??= parser.startIndex
      const isAlternate = name === 'link' && /(?:^|\s)alternate(?:\s|$)/i.test(rel)
      if (isAlternate && href !== '') alternates.push({ type: type.toLowerCase(), href })
    },
    // What stands in a comment or a script is none.
    onclosetag(name, isImplied) {
      if (name === 'head' && !isImplied) place ??= parser.startIndex
    },
  })
  parser.end(html)
  return { place, alternates }
}

// An address such as /rss.xml counts as one of the feed's own site.
function isSame(there: Alternate, own: Alternate): boolean {
  return there.type === own.type && resolveAddress(there.href, own.href).href === own.href
}
