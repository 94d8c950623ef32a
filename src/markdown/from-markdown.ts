/** From the text of a file to an article record. */
import { issue, type Issue } from '../issue.js'
import type { ArticleInput } from '../model/input.js'
import { oneLine } from '../text.js'
import { decode } from './decode.js'
import { findPictures } from './find-pictures.js'
import { mergePictures } from './merge-pictures.js'
import { parseBody, renderBody } from './parse-body.js'
import { nearestPlace, type Place } from './places.js'
import { readFrontMatter } from './read-front-matter.js'
import { splitFrontMatter } from './split.js'

/** What a file of front matter and Markdown holds. */
export interface MarkdownArticle {
  /**
   * The record, for `createFeed` to check: fields are there as they were written, also those that are
   * missing, misspelt or wrong. `undefined` when an issue of severity `error` refuses the file.
   */
  readonly article: ArticleInput | undefined
  /** What was found in the file. Paths are relative to the article: `images[0].caption`. */
  readonly issues: readonly Issue[]
  /**
   * Where a field stands in the file, by its path: `images[0].url`. A field that is not there has the
   * place of what is nearest around it, at last line 1 and column 1.
   */
  readonly locate: (path: string) => Place
}

/**
 * Reads YAML front matter and a Markdown body. Never throws: whatever cannot be read is an issue with
 * its line and column. `source` is text, or the bytes of a file in UTF-8.
 */
export function fromMarkdown(source: string | Uint8Array): MarkdownArticle {
  const { text, fault: notText } = decode(source)
  if (notText !== undefined) return refused([notText])
  const parts = splitFrontMatter(text)
  if (parts.fault !== undefined) return refused([parts.fault])
  const fields = readFrontMatter(parts.frontMatter)
  if (fields.fault !== undefined) return refused([fields.fault], fields.places)

  const body = parseBody(parts.body, parts.bodyLine)
  const title = fields.values.get('title') ?? ''
  const { heading } = body
  const isTitle = heading !== undefined && (title === '' || sameText(title, heading.text))
  const withoutHeading = isTitle && heading.plain
  const html = renderBody(body, withoutHeading)
  const found = findPictures(body, parts.body, parts.bodyLine)
  const pictures = mergePictures(fields.values.get('images'), found, fields.values.get('link'))
  const record: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(fields.values),
    ...(isTitle && title === '' ? { title: heading.text } : {}),
    ...(html.trim() === '' ? {} : { body: html }),
    ...(pictures.images === undefined ? {} : { images: pictures.images }),
  }
  const places = new Map([['body', body.start], ...fields.places])
  if (isTitle && title === '') places.set('title', heading.place)
  for (const [path, place] of pictures.places) places.set(path, place)
  return {
    // Whether the record keeps to its type is for createFeed to find out, which takes any value.
    article: record as unknown as ArticleInput,
    issues: [
      ...(parts.frontMatter === undefined ? misplacedFrontMatter(parts.body) : []),
      ...pictures.issues,
      ...(body.cutAt === undefined ? [] : [cut(body.cutAt)]),
      ...body.unreadPictures.map(notRead),
    ],
    locate: (path) => nearestPlace(places, path),
  }
}

function refused(
  issues: readonly Issue[],
  places: ReadonlyMap<string, Place> = new Map(),
): MarkdownArticle {
  return { article: undefined, issues, locate: (path) => nearestPlace(places, path) }
}

function sameText(title: unknown, heading: string): boolean {
  return typeof title === 'string' && oneLine(title) === heading
}

// A fence counts on the very first line only; below a blank line it is a rule, and the fields are text.
function misplacedFrontMatter(text: string): readonly Issue[] {
  const match = /^([\s\u200B\u2060]*)(-{2,}[ \t]*\n)\s*[\w-]+:/.exec(text)
  if (match === null) return []
  const line = (match[1] ?? '').split('\n').length
  const message = 'This looks like front matter: expected it to begin with --- on the first line'
  return [issue('front-matter-not-first', '', message, { line, column: 1 })]
}

function notRead(place: Place): Issue {
  const message =
    'A picture here is not understood and stands as text: expected ![text](address "caption"), ' +
    'the address without spaces, no double quotes inside the caption'
  return issue('picture-not-read', 'body', message, place)
}

function cut(place: Place): Issue {
  const message = 'Left out what is nested here: expected quotes and lists at most 50 deep'
  return issue('body-cleaned', 'body', message, place)
}
