/** From a newsroom and its articles to what people read: pages in HTML, and the stylesheet of raw feeds. */
import { show } from '../create-feed/findings.js'
import { isTimeZone } from '../date.js'
import { issue, type Issue } from '../issue.js'
import { feedStylesheet, type PageFor } from '../page/feed-stylesheet.js'
import type { FeedGroup } from '../page/subscribe.js'
import { toPage } from '../page/to-page.js'
import { hasPageWords } from '../page/words.js'
import { linksOf } from './alternate-links.js'
import { formatNames } from './feed-name.js'
import { countArticles, feedOfPage } from './make-page.js'
import type { Plan, PlannedPage } from './plan.js'
import type { ReadPage } from './read-page.js'
import type { MadePage } from './write-page.js'

/** Writes a page for people. */
export function writeHtml(
  { input, isRefused, issues: reading, place }: ReadPage,
  page: PlannedPage,
  available: number,
  plan: Plan,
): MadePage {
  const { feed, issues: found } = feedOfPage(input)
  const issues = [...reading, ...found.map(place)]
  if (feed === undefined || isRefused) return { documents: [], issues }
  const { path, url, stylesheet } = page
  const { timeZone } = plan.head
  const text = toPage(feed, {
    url,
    timeZone: timeZone && isTimeZone(timeZone.trim()) ? timeZone.trim() : undefined,
    own: plan.words,
    groups: groupsOf(plan),
    alternateLinks: linksOf(plan),
    opml: plan.opml?.url,
    otherPages: plan.pages
      .filter((other) => other.page.path !== path)
      .map(({ head, page: other }) => ({
        title: head.title,
        language: head.language,
        url: other.url,
      })),
    stylesheet,
  })
  const document = {
    ...{ path, url, format: 'html' as const, text, archiveOf: undefined },
    ...{ updated: feed.updated, articles: countArticles(feed), available },
  }
  return { documents: [document], issues: [...issues, ...withoutWords(feed.language, plan)] }
}

function groupsOf({ slices }: Plan): readonly FeedGroup[] {
  return slices.map(({ head, feeds }) => ({
    title: feeds[0]?.title ?? '',
    language: head.language,
    feeds: feeds.map(({ format, url }) => ({
      format: formatNames[format],
      isXml: format !== 'json',
      url,
    })),
  }))
}

function withoutWords(language: string, { words }: Plan): readonly Issue[] {
  if (hasPageWords(language, words)) return []
  const message = `No words in ${show(language)} for the page: it says in English what a feed is; expected words: { ${show(language)}: { … } }`
  return [issue('no-words', 'words', message)]
}

/** Writes the stylesheet of the raw feeds: each language of a feed is led to its page. */
export function writeStylesheet({ slices, pages, stylesheet, words, link }: Plan): string {
  const [first] = pages
  const pageIn = (language: string) =>
    stylesheet?.page ??
    pages.find(({ head }) => head.language === language)?.page.url ??
    first?.page.url ??
    link
  const languages = [...new Set(slices.map(({ head }) => head.language.trim()))]
  const all = languages.map((language): PageFor => ({ language, url: pageIn(language) }))
  return feedStylesheet(all, words)
}
