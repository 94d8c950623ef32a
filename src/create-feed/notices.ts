/** The sentences that tell what became of an article, and the items that only announce it. */
import { dayOf, type Instant } from '../date.js'
import { compose, type Block, type Run } from '../html/compose.js'
import type { Direction } from '../html/direction.js'
import type { SafeHtml } from '../html/safe-html.js'
import type { Reference } from '../model/feed.js'
import { fill, fillText, type Words } from '../words/words.js'
import { writeDate } from '../words/write-date.js'
import type { ArticleContext, Head } from './read-head.js'
import type { Relations } from './relations.js'

/** What a notice is written with. */
export interface Voice {
  readonly words: Words
  readonly direction: Direction | undefined
  readonly timeZone: string | undefined
}

/** Text that is written for people, as HTML and as a plain text of one line. */
export interface Notice {
  readonly content: SafeHtml
  readonly summary: string
}

/** The paragraphs above the body of an article that was corrected or replaced. */
export function noticesAbove(
  { corrections }: Pick<Head, 'corrections'>,
  { replaces, replacedBy }: Relations,
  voice: Voice,
): readonly Block[] {
  const { words } = voice
  return [
    ...referring(words.replacedBy, replacedBy, voice),
    ...corrections.map(({ date, note }) => {
      const label = fillText(words.correction, { date: writtenDate(date, voice) })
      return paragraph([{ text: label, strong: true }, ` ${note}`])
    }),
    ...referring(words.replaces, replaces, voice),
  ]
}

/** What stands in the place of a withdrawn article. */
export function withdrawalNotice(
  { published, withdrawn }: Pick<Head, 'published' | 'withdrawn'>,
  { replacedBy }: Relations,
  voice: Voice,
): Notice {
  const { date = '', reason } = withdrawn ?? {}
  const said = fillText(voice.words.withdrawn, {
    published: writtenDate(published, voice),
    date: writtenDate(date, voice),
  })
  const blocks = [
    paragraph([said]),
    ...(reason === undefined ? [] : [paragraph([reason])]),
    ...referring(voice.words.replacedBy, replacedBy, voice),
  ]
  return {
    content: compose(blocks, voice.direction),
    summary: [said, reason].filter((text) => text !== undefined).join(' '),
  }
}

/** What an item says that announces a correction of an article. */
export function correctionAnnouncement(
  article: Head,
  notes: readonly string[],
  voice: Voice,
): Notice {
  const title: Run = { text: article.title, href: article.link }
  const sentence = fill<Run>(voice.words.corrected, {
    title,
    date: writtenDate(article.published, voice),
  })
  const blocks = [paragraph(sentence), ...notes.map((note) => paragraph([note]))]
  return { content: compose(blocks, voice.direction), summary: notes.join(' ') }
}

function referring(
  template: string,
  references: readonly Reference[],
  voice: Voice,
): readonly Block[] {
  return references.map(({ id = '', link, title, published }) => {
    const written = published === undefined ? '' : writtenDate(published, voice)
    const text = title ?? link ?? id
    const sentence = fill<Run>(template, { title: { text, href: link } })
    // A notice of withdrawal has the date in its title; no date is in every text.
    const isDated = text.includes(written)
    return paragraph(isDated ? sentence : withDate(sentence, ` (${written})`))
  })
}

// Behind the last word of the sentence, before its full stop.
function withDate(sentence: readonly Run[], date: string): readonly Run[] {
  const end = sentence.at(-1)
  if (typeof end !== 'string') return [...sentence, date]
  return [...sentence.slice(0, -1), end.replace(/\.?$/, (stop) => date + stop)]
}

function paragraph(line: readonly Run[]): Block {
  return { kind: 'paragraph', lines: [line] }
}

function writtenDate(instant: Instant, { words, timeZone }: Voice): string {
  return writeDate(dayOf(instant, timeZone), words)
}

/** The voice for an article in a language; `say` is asked only for what is said in words. */
export function voiceFor(
  language: string,
  direction: Direction | undefined,
  { say, timeZone }: ArticleContext,
): Voice {
  return { words: say(language), direction, timeZone }
}
