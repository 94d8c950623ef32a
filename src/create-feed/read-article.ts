/** One record: read, resolved, its body prepared. */
import type { Article, Attachment, Location, Source } from '../model/feed.js'
import type { ArticleShape } from './schema.js'
import { readBody } from './read-body.js'
import { readId } from './read-id.js'
import { readData } from './read-data.js'
import { finishPictures, readImages } from './read-images.js'
import { readPeople, readTags } from './read-people.js'
import { readAddress, requireAddress, requireLink } from './read-address.js'
import { readLanguage } from './read-language.js'
import {
  missing,
  readCount,
  readEach,
  readFutureInstant,
  readInstant,
  readText,
  requireText,
  type Context,
} from './read-values.js'
import { readMediaType } from './read-media-type.js'

/** What an article takes over from its feed. */
export interface ArticleContext extends Context {
  readonly language: string | undefined
  readonly ids: 'uuid' | 'link'
}

/** Reads a record. When something refuses it, the result stands in until the feed is refused. */
export function readArticle(record: ArticleShape, path: string, context: ArticleContext): Article {
  const { findings } = context
  const at = (field: string): string => `${path}.${field}`
  const title = readText(record.title, at('title'), context) ?? ''
  if (title === '' && !findings.refused(at('title'))) {
    findings.add('empty-title', at('title'), 'No title: expected the headline in plain text')
  }
  const link = requireLink(record.link, at('link'), context.base, context)
  const base = link === '' ? context.base : link
  const summary = readText(record.summary, at('summary'), context)
  const images = readImages(record.images, at('images'), base, context)
  const body = readBody(record, path, base, images, summary ?? title, context)
  const language = readLanguage(record.language, at('language'), context)
  return {
    id: readId(record.id, at('id'), link, context.ids, context),
    title,
    link,
    ...readDates(record, path, context),
    summary: summary ?? body.excerpt ?? title,
    content: body.html,
    images: finishPictures(images, body, path, context),
    attachments: readAttachments(record.attachments, at('attachments'), base, context),
    authors: readPeople(record.authors, at('authors'), context),
    tags: readTags(record.tags, at('tags'), context),
    subjects: readEach(record.subjects, at('subjects'), (subject, place) => ({
      scheme: requireAddress(subject.scheme, `${place}.scheme`, undefined, context),
      code: requireText(subject.code, `${place}.code`, context),
      label: readText(subject.label, `${place}.label`, context),
    })),
    language: language === context.language ? undefined : language,
    translations: readEach(record.translations, at('translations'), (translation, place) => ({
      language:
        readLanguage(translation.language, `${place}.language`, context) ??
        missing(`${place}.language`, 'a BCP 47 tag', context),
      link: requireLink(translation.link, `${place}.link`, context.base, context),
    })),
    source: readSource(record.source, at('source'), context),
    location: readLocation(record.location, at('location'), context),
    rights: readText(record.rights, at('rights'), context),
    license: readAddress(record.license, at('license'), undefined, context),
    releaseNumber: readText(record.releaseNumber, at('releaseNumber'), context),
    expires: readFutureInstant(record.expires, at('expires'), context),
    data: readData(record.data, at('data'), context),
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

function readAttachments(
  attachments: ArticleShape['attachments'],
  path: string,
  base: string,
  context: Context,
): readonly Attachment[] {
  return readEach(attachments, path, (attachment, place) => {
    const url = requireAddress(attachment.url, `${place}.url`, base, context)
    const type = readMediaType(attachment.type, `${place}.type`, url, context)
    if (type === undefined && url !== '' && !context.findings.refused(`${place}.type`)) {
      const message = `The address does not tell the media type: expected a type such as application/pdf`
      context.findings.add('missing-media-type', `${place}.type`, message)
    }
    return {
      url,
      type: type ?? '',
      title: readText(attachment.title, `${place}.title`, context),
      bytes: readCount(attachment.bytes, `${place}.bytes`, context),
      durationInSeconds: readDuration(attachment.durationInSeconds, place, context),
    }
  })
}

function readDuration(value: number | null | undefined, path: string, { findings }: Context) {
  if (value === undefined || value === null) return undefined
  if (value >= 0 && Number.isSafeInteger(Math.round(value))) return Math.round(value)
  const message = `Cannot use ${value}: expected a number of seconds`
  findings.add('invalid-value', `${path}.durationInSeconds`, message)
  return undefined
}

function readSource(
  source: ArticleShape['source'],
  path: string,
  context: Context,
): Source | undefined {
  if (source === undefined || source === null) return undefined
  return {
    name: requireText(source.name, `${path}.name`, context),
    link: requireLink(source.link, `${path}.link`, undefined, context),
    feed: readAddress(source.feed, `${path}.feed`, undefined, context),
  }
}

function readLocation(
  location: ArticleShape['location'],
  path: string,
  context: Context,
): Location | undefined {
  if (location === undefined || location === null) return undefined
  const name = readText(location.name, `${path}.name`, context)
  const latitude = location.latitude ?? undefined
  const longitude = location.longitude ?? undefined
  const refused = ['latitude', 'longitude'].some((side) =>
    context.findings.refused(`${path}.${side}`),
  )
  const place = { name }
  if (refused || (latitude === undefined && longitude === undefined)) {
    return name === undefined ? undefined : place
  }
  const inRange = (degrees: number | undefined, limit: number) =>
    degrees !== undefined && Math.abs(degrees) <= limit
  if (inRange(latitude, 90) && inRange(longitude, 180)) {
    return { ...place, point: [latitude ?? 0, longitude ?? 0] }
  }
  const given = `${latitude ?? 'nothing'} ${longitude ?? 'nothing'}`
  const message = `Cannot use ${given}: expected latitude -90 to 90 and longitude -180 to 180`
  context.findings.add('invalid-location', path, message)
  return place
}
