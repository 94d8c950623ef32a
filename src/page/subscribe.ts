/** How to subscribe: what a feed is, and every feed with its address. */
import { element, type Element } from '../html/tree.js'
import type { PageWords } from '../words/page-words.js'
import { deviceLink, readers } from './readers.js'
import { spoken } from './release.js'

/** A document that people subscribe to. */
export interface OfferedFeed {
  /** As people know it: `RSS`, `Atom`, `JSON Feed`. */
  readonly format: string
  /** Whether every reader takes it; few know JSON Feed. */
  readonly isXml: boolean
  /** Absolute, in ASCII. */
  readonly url: string
}

/** The same articles, in one or several formats. */
export interface FeedGroup {
  readonly title: string
  readonly language: string
  readonly feeds: readonly OfferedFeed[]
}

/** Writes the part of the page on feeds. */
export function subscribeElement(
  groups: readonly FeedGroup[],
  opml: string | undefined,
  words: PageWords,
  language: string,
): Element {
  const file =
    opml === undefined
      ? []
      : [element('p', { class: 'to' }, [element('a', { href: opml }, [words.allFeeds])])]
  return element('aside', { 'aria-labelledby': 'subscribe' }, [
    element('h2', { id: 'subscribe' }, [words.subscribe]),
    element('p', {}, [words.whatIsAFeed]),
    element('p', {}, [words.howToSubscribe]),
    ...groups.map((group) => groupElement(group, words, language)),
    ...file,
  ])
}

function groupElement({ title, language, feeds }: FeedGroup, words: PageWords, ofPage: string) {
  const offered = feeds.find(({ isXml }) => isXml) ?? feeds[0]
  const links =
    offered === undefined
      ? []
      : [
          ...readers.map(({ name, link }) => element('a', { href: link(offered.url) }, [name])),
          element('a', { href: deviceLink(offered.url) }, [words.readerOfThisDevice]),
        ]
  return element('div', { class: 'feed' }, [
    // The words have a direction of their own; the heading stays on the side of the others.
    element('h3', {}, [
      language === ofPage ? title : element('span', spoken(language, ofPage), [title]),
    ]),
    element(
      'ul',
      {},
      feeds.map((feed) => feedElement(feed, words)),
    ),
    element('p', { class: 'to' }, [words.addTo, ...links.flatMap((link) => [' ', link])]),
  ])
}

function feedElement({ format, url }: OfferedFeed, { copyAddress, copied }: PageWords): Element {
  const button = { type: 'button', hidden: '', 'data-copied': copied }
  return element('li', {}, [
    element('span', { class: 'kind' }, [format]),
    element('button', button, [copyAddress, element('span', { class: 'said' }, [` – ${format}`])]),
    // An address is written from the left in every language.
    element('a', { href: url, dir: 'ltr' }, [readable(url)]),
  ])
}

// Whoever copies it by hand copies what stands there: so only what an address bar takes back is shown as letters.
function readable(url: string): string {
  try {
    const decoded = decodeURI(url)
    return /[^\p{L}\p{M}\p{N}!-~]/u.test(decoded) ? url : decoded
  } catch {
    return url
  }
}
