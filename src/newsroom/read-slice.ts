/** The head of a feed or page that has something of its own. */
import type { FeedInput } from '../model/input.js'
import { matchKey } from './match-key.js'
import type { Choice, Slice } from './plan.js'
import type { FeedDefinitionShape } from './schema.js'

type OwnHead = Partial<
  Pick<FeedDefinitionShape, 'title' | 'description' | 'link' | 'language' | 'id'>
>

/** What a definition gives of the head, and the whole head. `labels` are what it is called after. */
export function headOfSlice(
  definition: OwnHead,
  { languages }: Choice,
  labels: readonly string[],
  newsroom: Omit<FeedInput, 'articles'>,
): Pick<Slice, 'own' | 'head'> {
  const [language, ...otherLanguages] = languages
  const derived = {
    ...(labels.length > 0 && {
      // A slice is another feed than the newsroom's: it has another name and, in Atom, another id.
      title: newsroom.title && `${newsroom.title} – ${labels.join(', ')}`,
      id: undefined,
    }),
    ...(language !== undefined && otherLanguages.length === 0 && { language }),
  }
  const own = Object.fromEntries(
    (['title', 'description', 'link', 'language', 'id'] as const).flatMap((name) => {
      const value = definition[name]
      return value === undefined || value === null || value === '' ? [] : [[name, value]]
    }),
  )
  return { own, head: { ...newsroom, ...derived, ...own } }
}

/** A choice whose texts are as they are compared. */
export function comparable(choice: Choice): Choice {
  return {
    ...choice,
    tags: choice.tags.map(matchKey),
    languages: choice.languages.map(matchKey),
    subjects: choice.subjects.map(matchKey),
  }
}
