/** One record: read, resolved, its body prepared. */
import type { Article, Attachment, Location, Source } from '../model/feed.js'
import type { ArticleShape } from './schema.js'
import { readBody } from './read-body.js'
import { readData } from './read-data.js'
import { readHead, type ArticleContext } from './read-head.js'
import { finishPictures, readImages } from './read-images.js'
import { readPeople } from './read-people.js'
import { readAddress, requireAddress, requireLink } from './read-address.js'
import { readLanguage } from './read-language.js'
import {
  missing,
  readCount,
  readEach,
  readFutureInstant,
  readText,
  requireText,
  type Context,
} from './read-values.js'
import { readMediaType } from './read-media-type.js'

/** Reads a record. When something refuses it, the result stands in until the feed is refused. */
export function readArticle(record: ArticleShape, path: string, context: ArticleContext): Article {
  const at = (field: string): string => `${path}.${field}`
  const head = readHead(record, path, context)
  const { title, link } = head
  const page = link === '' ? context.base : link
  const base = readAddress(record.base, at('base'), page, context) ?? page
  const summary = readText(record.summary, at('summary'), context)
  const images = readImages(record.images, at('images'), base, context)
  const body = readBody(record, path, base, images, summary ?? title, context)
  return {
    ...head,
    summary: summary ?? body.excerpt ?? title,
    content: body.html,
    images: finishPictures(images, body, path, context),
    attachments: readAttachments(record.attachments, at('attachments'), base, context),
    authors: readPeople(record.authors, at('authors'), context),
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
