/** The body of a record: prepared for feeds, and what was noticed on the way. */
import { paragraph } from '../html/paragraph.js'
import { prepareBody, type BodyOptions, type PreparedBody } from '../html/prepare-body.js'
import { show } from './findings.js'
import { readCarriable, type Context } from './read-values.js'
import type { ArticleShape } from './schema.js'

/** The prepared body; `instead`, a plain text, stands in for one that is missing or holds nothing. */
export function readBody(
  record: ArticleShape,
  path: string,
  options: BodyOptions,
  instead: string,
  context: Context,
): PreparedBody {
  const html = readCarriable(record.body, `${path}.body`, context)
  if (html === undefined && !context.findings.refused(`${path}.body`)) {
    context.findings.add('empty-body', `${path}.body`, 'No body: expected the text of the article')
  }
  if (html !== undefined) {
    const prepared = prepareBody(html, options)
    reportBody(prepared, `${path}.body`, context)
    if (prepared.html !== '') return prepared
    const message = 'Nothing of the body is left: expected text or a picture'
    context.findings.add('empty-body', `${path}.body`, message)
  }
  // A text made of the summary or title is no source for a summary.
  return { ...prepareBody(paragraph(instead), options), excerpt: () => undefined }
}

/** Reports what was removed from HTML and what was noticed in it. */
export function reportBody(body: PreparedBody, path: string, { findings }: Context): void {
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
    findings.add(
      'picture-repeated',
      path,
      `The body shows ${show(url)} more than once: it is shown once`,
    )
  }
  for (const { url, caption } of body.conflicts) {
    const message = `The body captions ${show(url)} with ${show(caption)}: another caption is used`
    findings.add('caption-conflict', path, message)
  }
}

function plural(kind: string): string {
  return /(?:s|x|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`
}
