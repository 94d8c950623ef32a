/** One release on the page: headline, date, notices, summary, and its first picture. */
import { dayOf, type Instant } from '../date.js'
import { excerpt } from '../html/excerpt.js'
import { element, type Element, type Node } from '../html/tree.js'
import type { Article, Picture, Reference } from '../model/feed.js'
import type { PageWords } from '../words/page-words.js'
import { creditLine } from '../words/credit-line.js'
import {
  fill,
  fillText,
  findWords,
  isRightToLeft,
  type OwnWords,
  type Words,
} from '../words/words.js'
import { writeDate } from '../words/write-date.js'
import { findPageWords } from './words.js'

// Where the text goes on is one press away; ten long summaries would make the page a wall.
const longestSummary = 280

/** What a release takes over from its page. */
export interface ReleaseContext {
  /** The language of the page. */
  readonly language: string
  readonly timeZone: string | undefined
  /** The newsroom's own words, by language in lower case. */
  readonly own: ReadonlyMap<string, OwnWords>
}

interface Voice {
  readonly words: Words
  readonly pageWords: PageWords
  readonly timeZone: string | undefined
}

/** Writes a release. Its language and direction are said where they are not those of the page. */
export function releaseElement(
  article: Article,
  isFirst: boolean,
  { language, timeZone, own }: ReleaseContext,
): Element {
  const ownLanguage = article.language ?? language
  const { words } = findWords(ownLanguage, own)
  const voice = { words, pageWords: findPageWords(ownLanguage, own), timeZone }
  const [picture] = article.images
  const text = [
    element('h3', {}, [element('a', { href: article.link }, [article.title])]),
    element('p', { class: 'when' }, whenAndWhere(article, voice)),
    ...notices(article, voice),
    ...summary(article),
    ...morePictures(article, voice),
  ]
  const attributes = {
    ...(picture !== undefined && { class: 'pictured' }),
    ...spoken(ownLanguage, language),
  }
  return picture === undefined
    ? element('article', attributes, text)
    : element('article', attributes, [element('div', {}, text), figure(picture, isFirst, words)])
}

/** The attributes that say a language which is not that of the page. */
export function spoken(language: string, ofPage: string): Readonly<Record<string, string>> {
  if (language === ofPage) return {}
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr'
  const isTurned = isRightToLeft(language) !== isRightToLeft(ofPage)
  return { lang: language, ...(isTurned && { dir: direction }) }
}

function whenAndWhere({ published, dateline }: Article, voice: Voice): readonly Node[] {
  const date = writtenDate(published, voice)
  const time = element('time', { datetime: published }, [date])
  if (dateline === undefined) return [time]
  const [before, after, ...more] = dateline.text.split(date)
  // A dateline may have another day than that of publication: then both are said.
  return before === undefined || after === undefined || more.length > 0
    ? [time, ` · ${dateline.text}`]
    : [before, time, after].filter((node) => node !== '')
}

function notices(article: Article, voice: Voice): readonly Element[] {
  const { words } = voice
  return [
    ...referring(words.replacedBy, article.replacedBy),
    ...article.corrections.map(({ date, note }) => {
      const label = fillText(words.correction, { date: writtenDate(date, voice) })
      return element('p', { class: 'note' }, [element('strong', {}, [label]), ` ${note}`])
    }),
    ...referring(words.replaces, article.replaces),
  ]
}

function referring(template: string, references: readonly Reference[]): readonly Element[] {
  return references.map(({ id = '', link, title }) => {
    const text = title ?? link ?? id
    const named = link === undefined ? text : element('a', { href: link }, [text])
    return element('p', { class: 'note' }, fill<Node>(template, { title: named }))
  })
}

// Failing all else the summary is the title, which is there already.
function summary({ summary, title, withdrawn }: Article): readonly Element[] {
  if (summary === title) return []
  return withdrawn === undefined
    ? [element('p', {}, [excerpt(summary, longestSummary)])]
    : [element('p', { class: 'note' }, [summary])]
}

function morePictures({ images }: Article, { pageWords }: Voice): readonly Element[] {
  if (images.length < 2) return []
  const count = String(images.length - 1)
  return [element('p', { class: 'more' }, [fillText(pageWords.morePictures, { count })])]
}

function figure(picture: Picture, isFirst: boolean, words: Words): Element {
  const { url, alt, caption = '', credit, width, height } = picture
  const image = element('img', {
    src: url,
    alt,
    ...(width !== undefined &&
      height !== undefined && { width: String(width), height: String(height) }),
    ...(!isFirst && { loading: 'lazy' }),
  })
  // A caption that names who made the picture has said it.
  const isSaid = credit === undefined || caption.includes(credit)
  const line = isSaid ? [] : [element('small', {}, [creditLine(credit, words)])]
  const said = [caption, caption !== '' && line.length > 0 ? ' ' : '', ...line]
  const shown = said.filter((node) => node !== '')
  return element('figure', {}, [
    image,
    ...(shown.length === 0 ? [] : [element('figcaption', {}, shown)]),
  ])
}

function writtenDate(instant: Instant, { words, timeZone }: Voice): string {
  return writeDate(dayOf(instant, timeZone), words)
}
