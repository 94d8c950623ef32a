/** One record: read, resolved, its body prepared. */
import { v5 as uuidFromName } from 'uuid'
import { prepareBody, type PreparedBody } from '../html/prepare-body.js'
import { paragraph } from '../html/paragraph.js'
import type { Article, Attachment, Location, Picture, Source } from '../model/feed.js'
import { isUri } from '../url.js'
import type { ArticleShape } from './schema.js'
import { readData } from './read-data.js'
import { finishPictures, readImages } from './read-images.js'
import { readPeople, readTags } from './read-people.js'
import {
  missing,
  readAddress,
  readCount,
  readEach,
  readFutureInstant,
  readHtml,
  readInstant,
  readLanguage,
  readMediaType,
  readText,
  requireAddress,
  requireLink,
  requireText,
  type Context,
} from './read-values.js'
import { show } from './findings.js'

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
  const base = link === '' ? undefined : link
  const summary = readText(record.summary, at('summary'), context)
  const images = readImages(record.images, at('images'), base, context)
  const body = readBody(record, path, base, images, summary ?? title, context)
  const language = readLanguage(record.language, at('language'), context)
  return {
    id: readId(record.id, at('id'), link, context),
    title,
    link,
    ...readDates(record, path, context),
    summary: summary ?? body?.excerpt ?? title,
    content: body?.html ?? paragraph(''),
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
    license: readAddress(record.license, at('license'), base, context),
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

function readBody(
  record: ArticleShape,
  path: string,
  base: string | undefined,
  pictures: readonly Picture[],
  instead: string,
  context: Context,
): PreparedBody | undefined {
  const html = readHtml(record.body, `${path}.body`, context)
  if (html === undefined && !context.findings.refused(`${path}.body`)) {
    context.findings.add('empty-body', `${path}.body`, 'No body: expected the text of the article')
  }
  // Without the article's link there is nothing to resolve against; the feed is refused for that.
  if (base === undefined) return undefined
  if (html !== undefined) {
    const prepared = prepareBody(html, { base, pictures })
    reportBody(prepared, `${path}.body`, context)
    if (prepared.html !== '') return prepared
    const message = 'Nothing of the body is left: expected text or a picture'
    context.findings.add('empty-body', `${path}.body`, message)
  }
  // A text made of the summary or title is no source for a summary.
  return { ...prepareBody(paragraph(instead), { base, pictures }), excerpt: undefined }
}

function reportBody(body: PreparedBody, path: string, { findings }: Context): void {
  const { 'unreadable address': unreadable = 0, ...removed } = body.removed
  if (unreadable > 0) {
    const message = `Cannot read ${unreadable} of the addresses in the body: expected http or https`
    findings.add('body-address', path, message)
  }
  const kinds = Object.entries(removed).map(
    ([kind, count]) => `${count} ${count === 1 ? kind : plural(kind)}`,
  )
  if (kinds.length > 0) {
    findings.add('body-cleaned', path, `Removed ${kinds.join(', ')}: no reader should get them`)
  }
  for (const url of body.repeated) {
    findings.add('picture-repeated', path, `The body shows ${url} more than once: it is shown once`)
  }
  for (const { url, caption } of body.conflicts) {
    const message = `The body captions ${url} with ${show(caption)}: the record's caption is used`
    findings.add('caption-conflict', path, message)
  }
}

function plural(kind: string): string {
  return /(?:s|x|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`
}

const tagUri = /^tag:(?:[\w.-]+@)?[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[^#]*(?:#[^#]*)?$/
const uuidUrn = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

// Ids are never normalised (decision D3): what cannot stay as it is, is refused.
function readId(
  value: string | null | undefined,
  path: string,
  link: string,
  context: ArticleContext,
): string {
  const id = value ?? ''
  if (id === '') {
    if (link === '') return ''
    return context.ids === 'link' ? link : `urn:uuid:${uuidFromName(link, uuidFromName.URL)}`
  }
  const refusal = refuseId(id)
  const note = (code: 'invalid-id' | 'id-not-uri' | 'weak-id', expected: string) => {
    context.findings.add(code, path, `Id ${show(id)}: ${expected}`)
  }
  if (refusal !== undefined) note('invalid-id', refusal)
  else if (!isUri(id)) {
    note('id-not-uri', 'RSS and JSON Feed carry it, but Atom takes only a URI such as tag: or urn:')
  } else if (/^https?:/i.test(id) && !/^https?:\/\/[^/?#A-Z]*(?:[/?#]|$)/.test(id)) {
    note('weak-id', 'expected scheme and host in lower case, as some readers compare them so')
  }
  if (/^\d{1,8}$/.test(id)) note('weak-id', 'fewer than nine digits are not unique in the world')
  if (id.length > 767) note('weak-id', 'longer than 767 characters, where a reader cuts it off')
  return id
}

function refuseId(id: string): string | undefined {
  if (/^\s|\s$/.test(id)) return 'expected an id without white space around it'
  if (/[\p{Cc}\p{Cs}\uFFFD-\uFFFF]/u.test(id)) return 'expected an id without control characters'
  if (/^tag:/i.test(id) && !tagUri.test(id)) return 'expected the form tag:office.example,2026:name'
  if (/^urn:uuid:/i.test(id) && !uuidUrn.test(id)) return 'expected a UUID after urn:uuid:'
  return undefined
}

function readAttachments(
  attachments: ArticleShape['attachments'],
  path: string,
  base: string | undefined,
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
  if (Number.isFinite(value) && value >= 0) return Math.round(value)
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
  const place = { name }
  if (latitude === undefined && longitude === undefined) {
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
