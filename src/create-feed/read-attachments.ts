/** Documents, recordings and films. */
import type { Attachment } from '../model/feed.js'
import { requireAddress } from './read-address.js'
import { readMediaType } from './read-media-type.js'
import { readCount, readEach, readText, type Context } from './read-values.js'
import type { ArticleShape } from './schema.js'

/** The attachments of a record, each with a media type. */
export function readAttachments(
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
