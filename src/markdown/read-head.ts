/** The fields of a file, without its text: for looking through many files. */
import type { ArticleInput } from '../model/input.js'
import {
  misplacedFrontMatter,
  openMarkdown,
  refused,
  type MarkdownArticle,
} from './from-markdown.js'
import { parseBody } from './parse-body.js'
import { nearestPlace } from './places.js'

/**
 * As `fromMarkdown`, but the record has no body and only the pictures of the front matter. Refuses what
 * `fromMarkdown` refuses. The text is parsed only when the title has to come from its heading.
 */
export function readHead(source: string | Uint8Array): MarkdownArticle {
  const opened = openMarkdown(source)
  if (opened.fault !== undefined) return refused(opened)
  const { parts, fields } = opened
  const places = new Map(fields.places)
  const record = Object.fromEntries([...fields.values].filter(([name]) => name !== 'body'))
  if ((fields.values.get('title') ?? '') === '') {
    const { heading } = parseBody(parts.body, parts.bodyLine)
    if (heading !== undefined) {
      record['title'] = heading.text
      places.set('title', heading.place)
    }
  }
  return {
    article: record as unknown as ArticleInput,
    issues: [...misplacedFrontMatter(parts), ...fields.issues],
    locate: (path) => nearestPlace(places, path),
  }
}
