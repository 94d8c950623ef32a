/** The page for people: a newsroom's latest releases, and how to subscribe to them. */
import { escapeHtml } from '../html/escape.js'
import { serialize } from '../html/serialize.js'
import { element, type Element, type Node } from '../html/tree.js'
import type { Article, Feed } from '../model/feed.js'
import type { PageWords } from '../words/page-words.js'
import { isRightToLeft, type OwnWords } from '../words/words.js'
import { releaseElement, spoken } from './release.js'
import { script, scriptDigest } from './script.js'
import { style, styleDigest } from './style.js'
import { subscribeElement, type FeedGroup } from './subscribe.js'
import { findPageWords } from './words.js'

/** Another page of the newsroom, such as that in another language. */
export interface OtherPage {
  readonly title: string
  readonly language: string
  readonly url: string
}

/** What a page is told beside the articles. Addresses are absolute. */
export interface PageOptions {
  /** The address of the page itself. */
  readonly url: string
  /** The zone in which a day begins; without one, UTC. */
  readonly timeZone: string | undefined
  /** The newsroom's own words, by language in lower case. */
  readonly own: ReadonlyMap<string, OwnWords>
  /** The feeds of the newsroom. */
  readonly groups: readonly FeedGroup[]
  /** The lines that tell readers of them, as HTML. */
  readonly alternateLinks: string
  readonly opml: string | undefined
  readonly otherPages: readonly OtherPage[]
  /** A stylesheet of the newsroom's own. */
  readonly stylesheet: string | undefined
}

/** Writes the page. It needs no script, no request beside pictures, and knows no clock. */
export function toPage(feed: Feed, options: PageOptions): string {
  const { language, title } = feed
  const words = findPageWords(language, options.own)
  const direction = isRightToLeft(language) ? ' dir="rtl"' : ''
  const body = [
    headerElement(feed, options.otherPages, words),
    element('main', { class: 'in' }, [
      releasesElement(feed, options, words),
      subscribeElement(options.groups, options.opml, words, language),
    ]),
    ...footerElement(feed, options.url),
    element('p', { class: 'said', role: 'status' }),
  ]
  return (
    `<!doctype html>\n<html lang="${escapeHtml(language)}"${direction}>\n<head>\n` +
    `<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy(options.stylesheet))}">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
    `<meta name="referrer" content="same-origin">\n` +
    `<meta name="color-scheme" content="light dark">\n` +
    `<title>${escapeHtml(title)}</title>\n` +
    `<meta name="description" content="${escapeHtml(feed.description)}">\n` +
    link('canonical', options.url) +
    link('icon', feed.icon) +
    options.alternateLinks +
    `<style>${style}</style>\n` +
    link('stylesheet', options.stylesheet) +
    `</head>\n<body>\n${body.map((part) => `${serialize([part])}\n`).join('')}` +
    `<script>${script}</script>\n</body>\n</html>\n`
  )
}

// Nothing but our own style and script runs here, whatever a title or caption holds (CSP Level 3). Pictures may be
// anywhere, as in the feeds; a stylesheet of the newsroom's own may bring its fonts.
function policy(stylesheet: string | undefined): string {
  const own = stylesheet === undefined ? '' : ` ${new URL(stylesheet).origin}`
  return [
    `default-src 'none'`,
    `img-src http: https:`,
    `style-src '${styleDigest}'${own}`,
    ...(own === '' ? [] : [`font-src${own}`]),
    `script-src '${scriptDigest}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
}

function link(rel: string, href: string | undefined): string {
  return href === undefined ? '' : `<link rel="${rel}" href="${escapeHtml(href)}">\n`
}

function headerElement(
  { title, description, logo, language }: Feed,
  otherPages: readonly OtherPage[],
  words: PageWords,
): Element {
  const others = otherPages.map((page) => {
    const attributes = { href: page.url, hreflang: page.language }
    return item(element('a', { ...attributes, ...spoken(page.language, language) }, [page.title]))
  })
  const picture = logo === undefined ? [] : [element('img', { src: logo.url, alt: '' })]
  return element('header', {}, [
    element('div', { class: 'in' }, [
      element('div', { class: 'name' }, [...picture, element('h1', {}, [title])]),
      element('p', {}, [description]),
      element('nav', { 'aria-label': words.otherPages }, [
        element('ul', { class: 'links' }, [
          item(element('a', { href: '#subscribe' }, [words.subscribe])),
          ...others,
        ]),
      ]),
    ]),
  ])
}

function item(child: Node): Element {
  return element('li', {}, [child])
}

function releasesElement(feed: Feed, { timeZone, own }: PageOptions, words: PageWords): Element {
  const { language } = feed
  const releases = shown(feed.articles).map((article, index) =>
    releaseElement(article, index === 0, { language, timeZone, own }),
  )
  return element('section', { 'aria-labelledby': 'releases' }, [
    element('h2', { id: 'releases' }, [words.latestReleases]),
    ...(releases.length > 0 ? releases : [element('p', {}, [words.noReleases])]),
  ])
}

// What became of a release stands with it; the item that announces it is for those that are not here.
function shown(articles: readonly Article[]): readonly Article[] {
  const here = new Set(articles.map(({ id }) => id))
  return articles.filter(({ announces }) => announces === undefined || !here.has(announces))
}

function footerElement({ copyright, link: home }: Feed, url: string): readonly Element[] {
  const { host, pathname } = new URL(home)
  const text = pathname === '/' ? host : host + pathname
  const parts = [
    ...(copyright === undefined ? [] : [element('span', {}, [copyright])]),
    ...(home === url ? [] : [element('a', { href: home, dir: 'ltr' }, [text])]),
  ]
  return parts.length === 0 ? [] : [element('footer', {}, [element('div', { class: 'in' }, parts)])]
}
