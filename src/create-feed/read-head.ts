/** What tells an article from others and which feeds carry it: everything that needs no body. */
import type { Article } from '../model/feed.js'
import { readId } from './read-id.js'
import { readLanguage } from './read-language.js'
import { readTags } from './read-people.js'
import { requireAddress, requireLink } from './read-address.js'
import {
  missing,
  readEach,
  readInstant,
  readText,
  requireText,
  type Context,
} from './read-values.js'
import type { ArticleShape } from './schema.js'

/** What an article takes over from its feed. */
export interface ArticleContext extends Context {
  /** The language of the feed; an article in it need not name it. */
  readonly language: string | undefined
  /** The language of articles that name none, if it is not the feed's. */
  readonly unsaidLanguage: string | undefined
  readonly ids: 'uuid' | 'link'
}

/** The head of an article. */
export type Head = Pick<
  Article,
  'id' | 'title' | 'link' | 'published' | 'updated' | 'tags' | 'subjects' | 'language'
>

/** Reads the head of a record. When something refuses it, the result stands in until the feed is refused. */
export function readHead(record: ArticleShape, path: string, context: ArticleContext): Head {
  const { findings } = context
  const at = (field: string): string => `${path}.${field}`
  const title = readText(record.title, at('title'), context) ?? ''
  if (title === '' && !findings.refused(at('title'))) {
    findings.add('empty-title', at('title'), 'No title: expected the headline in plain text')
  }
  const link = requireLink(record.link, at('link'), context.base, context)
  const language = readLanguage(record.language, at('language'), context) ?? context.unsaidLanguage
  return {
    id: readId(record.id, at('id'), link, context.ids, context),
    title,
    link,
    ...readDates(record, path, context),
    tags: readTags(record.tags, at('tags'), context),
    subjects: readEach(record.subjects, at('subjects'), (subject, place) => ({
      scheme: requireAddress(subject.scheme, `${place}.scheme`, undefined, context),
      code: requireText(subject.code, `${place}.code`, context),
      label: readText(subject.label, `${place}.label`, context),
    })),
    language: language === context.language ? undefined : language,
  }
}

function readDates(record: ArticleShape, path: string, context: Context) {
  const published = readInstant(record.published, `${path}.published`, context)
  const updated = readInstant(record.updated, `${path}.updated`, context)
  if (published === undefined) {
    missing(`${path}.published`, 'the date of publication, such as 2026-03-02', context)
  } else if (updated !== undefined && updated < published) {
    const message = `Updated ${updated}, before it was published ${published}: expected a later date`
    context.findings.add('updated-before-published', `${path}.updated`, message)
  }
  return { published: published ?? '', updated: updated ?? published ?? '' }
}
