/** Short items of their own that tell what became of an article, for readers that show no change of an item. */
import { dayOf, readDate, secondsBefore, type Instant } from '../date.js'
import { fillText } from '../words/words.js'
import { writeDate } from '../words/write-date.js'
import type { ArticleContext, Head } from './read-head.js'
import { uuidUrnOf } from './read-id.js'
import { readText, unheard } from './read-values.js'
import type { ArticleShape } from './schema.js'

/** Which item of its record a head is: the withdrawal, or the correction of an instant. */
export type Part = 'withdrawal' | `correction ${Instant}`

/** The instant of the correction that a part announces. */
export function dateOf(part: Part): Instant {
  return part.replace('correction ', '')
}

/** The heads of the items that announce what became of an article. Of a withdrawn one, only that. */
export function announcements(
  record: ArticleShape,
  head: Head,
  context: ArticleContext,
): readonly Head[] {
  const { withdrawn } = head
  if (withdrawn !== undefined) {
    if (record.withdrawn?.announce === false) return []
    const words = context.say(head.inLanguage)
    const date =
      head.published === '' ? '' : writeDate(dayOf(head.published, context.timeZone), words)
    return [
      announcement('withdrawal', fillText(words.withdrawalTitle, { date }), withdrawn.date, head),
    ]
  }
  const announced = announcedCorrections(record, context).map(({ date }) => date)
  return [...new Set(announced)].map((date) => {
    const title = fillText(context.say(head.inLanguage).correctionTitle, { title: head.title })
    return announcement(`correction ${date}`, title, date, head)
  })
}

/** The notes of the corrections of an instant that are to be announced. */
export function announcedNotes(
  record: ArticleShape,
  date: Instant,
  context: ArticleContext,
): readonly string[] {
  // What is wrong with them is said where the article itself is read.
  const quiet = unheard(context)
  return announcedCorrections(record, context).flatMap((correction) =>
    correction.date === date ? (readText(correction.note, '', quiet) ?? []) : [],
  )
}

function announcedCorrections({ corrections }: ArticleShape, { timeZone }: ArticleContext) {
  return (corrections ?? []).flatMap((correction) => {
    if (correction?.announce !== true || !correction.date) return []
    const { instant } = readDate(correction.date, timeZone)
    return instant === undefined ? [] : [{ date: instant, note: correction.note }]
  })
}

// The id is made of the article's and the instant, so that it is the same on every run and machine. It comes out
// a second before the change, as validators warn of two entries that changed at one instant.
function announcement(part: Part, title: string, date: string, head: Head): Head {
  return {
    id: uuidUrnOf(`${head.id}#${part}`),
    title,
    link: head.link,
    published: date === '' ? '' : secondsBefore(date, 1),
    updated: date === '' ? '' : secondsBefore(date, 1),
    tags: head.tags,
    subjects: head.subjects,
    language: head.language,
    inLanguage: head.inLanguage,
    part,
    announces: head.id,
    corrections: [],
    withdrawn: undefined,
    replaces: [],
  }
}
