/** From the text of a file to an article record. */
import { issue, type Issue } from '../issue.js'
import type { ArticleInput } from '../model/input.js'
import { oneLine } from '../text.js'
import { decode } from './decode.js'
import { findPictures } from './find-pictures.js'
import { mergePictures } from './merge-pictures.js'
import { parseBody, renderBody } from './parse-body.js'
import { nearestPlace, type Place } from './places.js'
import type { ReadFields } from './read-fields.js'
import { readFrontMatter } from './read-front-matter.js'
import { splitFrontMatter, type Parts } from './split.js'

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
  const opened = openMarkdown(source)
  if (opened.fault !== undefined) return refused(opened)
  const { parts, fields } = opened
  const body = parseBody(parts.body, parts.bodyLine)
  const title = fields.values.get('title') ?? ''
  const { heading } = body
  const isTitle = heading !== undefined && (title === '' || sameText(title, heading.text))
  const withoutHeading = isTitle && heading.plain
  const html = renderBody(body, withoutHeading)
  const found = findPictures(body, parts.body, parts.bodyLine)
  const pictures = mergePictures(fields.values.get('images'), found, fields.values.get('link'))
  const record: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries([...fields.values].map(renderSection)),
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
      ...misplacedFrontMatter(parts),
      ...fields.issues,
      ...pictures.issues,
      ...(body.cutAt === undefined ? [] : [cut(body.cutAt)]),
      ...body.unreadPictures.map(notRead),
    ],
    locate: (path) => nearestPlace(places, path),
  }
}

const sections: ReadonlySet<string> = new Set(['notesToEditors', 'boilerplate'])

// What a record has in HTML is Markdown in front matter, as the body is.
function renderSection([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  return sections.has(name) && typeof value === 'string'
    ? [name, renderBody(parseBody(value, 1), false)]
    : [name, value]
}

/** A file that cannot be read as an article. */
export interface Refused {
  readonly fault: Issue
  readonly places: ReadonlyMap<string, Place>
}

/** A file, its front matter read and its body not yet. */
export interface Opened {
  readonly parts: Parts
  readonly fields: ReadFields
  readonly fault?: never
}

// Where every second character is a mark, parsing takes 500 bytes of memory for a character.
const longest = 6_000_000
// Of UTF-8 for each character of a string.
const mostBytes = 3

/** Reads a file as far as its front matter. */
export function openMarkdown(source: string | Uint8Array): Opened | Refused {
  // Before it is decoded: a string cannot hold any number of bytes.
  if (source.length > mostBytes * longest) return tooLong()
  const { text, fault: notText } = decode(source)
  if (notText !== undefined) return { fault: notText, places: new Map() }
  if (text.length > longest) return tooLong()
  const parts = splitFrontMatter(text)
  if (parts.fault !== undefined) return { fault: parts.fault, places: new Map() }
  const fields = readFrontMatter(parts.frontMatter)
  const fault = fields.fault ?? emptyEmbargo(fields)
  if (fault !== undefined) return { fault, places: fields.places }
  return { parts, fields }
}

function tooLong(): Refused {
  const message = `Cannot read the file: expected at most ${longest} characters`
  return { fault: issue('too-long', '', message, { line: 1, column: 1 }), places: new Map() }
}

// Any other field without a value counts as not given. This one would publish too early.
function emptyEmbargo({ values, places }: ReadFields): Issue | undefined {
  const place = places.get('embargo')
  const isEmpty = (values.get('embargo') ?? '') === ''
  if (place === undefined || !isEmpty || values.get('draft') === true) return undefined
  const message =
    'An embargo without a date would hold nothing back: expected one such as 2026-03-02 09:00, or no such line'
  return issue('empty-embargo', 'embargo', message, place)
}

/** What comes of a file that cannot be read as an article. */
export function refused({ fault, places }: Refused): MarkdownArticle {
  return { article: undefined, issues: [fault], locate: (path) => nearestPlace(places, path) }
}

function sameText(title: unknown, heading: string): boolean {
  return typeof title === 'string' && oneLine(title) === heading
}

/** A warning about front matter that does not begin the file, which makes it text. */
export function misplacedFrontMatter({ frontMatter, body }: Parts): readonly Issue[] {
  if (frontMatter !== undefined) return []
  // A fence counts on the very first line only; below a blank line it is a rule.
  const match = /^([\s\u200B\u2060]*)(-{2,}[ \t]*\n)\s*[\w-]+:/.exec(body)
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
