/** What tells an article from others and which feeds carry it: everything that needs no body. */
import { dayOf } from '../date.js'
import type { Article } from '../model/feed.js'
import { resolveAddress } from '../url.js'
import { fillText } from '../words/words.js'
import { writeDate } from '../words/write-date.js'
import { announcements, type Part } from './announcements.js'
import { show } from './findings.js'
import { readId } from './read-id.js'
import { readLanguage } from './read-language.js'
import { readDates, type Dates } from './read-dates.js'
import { readTags } from './read-people.js'
import { requireLink } from './read-address.js'
import { readSubjects } from './read-subjects.js'
import { readEach, readText, type Context } from './read-values.js'
import type { Speech } from './read-words.js'
import type { ArticleShape } from './schema.js'

/** What an article takes over from its feed. */
export interface ArticleContext extends Context, Speech {
  /** The language of the feed; an article in it need not name it. */
  readonly language: string | undefined
  /** The language of articles that name none, if it is not the feed's. */
  readonly unsaidLanguage: string | undefined
  readonly ids: 'uuid' | 'link'
}

/** The head of an article, or of an item that announces what became of one. */
export interface Head extends Pick<
  Article,
  | 'id'
  | 'title'
  | 'link'
  | 'published'
  | 'updated'
  | 'tags'
  | 'subjects'
  | 'language'
  | 'expires'
  | 'corrections'
  | 'withdrawn'
  | 'announces'
> {
  /** Which item of its record it is; absent for the article itself. */
  readonly part?: Part | undefined
  /** The language that it is in, whatever its feed's is; empty if neither is known. */
  readonly inLanguage: string
  readonly translationKey?: string | undefined
  /** The articles that it takes the place of, as they are named, and the link that this is if it is one. */
  readonly replaces: readonly { readonly name: string; readonly link?: string | undefined }[]
}

/**
 * Reads the heads of a record: that of the article, then those of the items that announce what became of it.
 * When something refuses it, the result stands in until the feed is refused.
 */
export function readHeads(
  record: ArticleShape,
  path: string,
  context: ArticleContext,
): readonly [Head, ...Head[]] {
  const head = readHead(record, path, context)
  return [head, ...announcements(record, head, context)]
}

function readHead(record: ArticleShape, path: string, context: ArticleContext): Head {
  const at = (field: string): string => `${path}.${field}`
  const link = requireLink(record.link, at('link'), context.base, context)
  const language = readLanguage(record.language, at('language'), context) ?? context.unsaidLanguage
  const inLanguage = language ?? context.language ?? ''
  const id = readId(record.id, at('id'), link, context.ids, context)
  const dates = readDates(record, path, context)
  return {
    id,
    title: readTitle(record, path, dates, inLanguage, context),
    link,
    ...dates,
    tags: readTags(record.tags, at('tags'), context),
    subjects: readSubjects(record.subjects, at('subjects'), context),
    language: language === context.language ? undefined : language,
    inLanguage,
    translationKey: readText(record.translationKey, at('translationKey'), context),
    replaces: readReplaced(record.replaces, at('replaces'), { id, link }, context),
  }
}

function readTitle(
  record: ArticleShape,
  path: string,
  { published, withdrawn }: Dates,
  language: string,
  context: ArticleContext,
): string {
  const { findings, timeZone } = context
  if (withdrawn !== undefined) {
    const own = readText(record.withdrawn?.title, `${path}.withdrawn.title`, context)
    const words = context.say(language)
    const date = published === '' ? '' : writeDate(dayOf(published, timeZone), words)
    return own ?? fillText(words.withdrawnTitle, { date })
  }
  const title = readText(record.title, `${path}.title`, context) ?? ''
  if (title === '' && !findings.refused(`${path}.title`)) {
    findings.add('empty-title', `${path}.title`, 'No title: expected the headline in plain text')
  }
  return title
}

// Whether a text is an id or a link, absolute or relative to the feed's, shows when the others are known.
function readReplaced(
  replaces: ArticleShape['replaces'],
  path: string,
  own: { readonly id: string; readonly link: string },
  context: ArticleContext,
): Head['replaces'] {
  const read = (value: string, place: string) => {
    const name = readText(value, place, context)
    if (name === undefined) return []
    const link = resolveAddress(name, context.base).href
    if (name !== own.id && link !== own.link) return [{ name, link }]
    const message = `Cannot use ${show(value)}: expected the id or link of another article`
    context.findings.add('invalid-value', place, message)
    return []
  }
  return typeof replaces === 'string'
    ? read(replaces, path)
    : readEach(replaces, path, (value, place) => read(value, place)).flat()
}
