/** What a subscriber is promised of an article, written down without the code that is judged. */
import { shownHtml } from './shown-html.js'

export interface ExpectedPicture {
  readonly url: string
  readonly caption: string
  /** The credit as it is shown, with its word: `Photo: Press office`. */
  readonly credit: string
}

export interface ExpectedArticle {
  readonly title: string
  readonly link: string
  /** Unless the library makes it by a rule that is its own. */
  readonly id?: string
  readonly authors: readonly string[]
  /** RFC 3339 in UTC with whole seconds. */
  readonly published: string
  /** How the summary begins. */
  readonly summary: string
  /** The text, a block each, in order. */
  readonly blocks: readonly string[]
  readonly pictures: readonly ExpectedPicture[]
  readonly tags: readonly string[]
  readonly language: string
  readonly isRightToLeft: boolean
}

/** The blocks of a text in HTML. */
export function blocksOf(html: string): readonly string[] {
  return shownHtml(html)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
