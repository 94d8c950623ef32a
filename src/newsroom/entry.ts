/** An article as the index of a newsroom has it: what decides which documents carry it, and how to get the rest. */
import type { Head } from '../create-feed/read-head.js'
import type { Related } from '../create-feed/relations.js'
import { matchKey } from './match-key.js'
import type { SourceEntry } from './source.js'

/** One article of the index. Small, since all articles of a newsroom are held at once. */
export interface Entry
  extends
    Related,
    Pick<Head, 'updated' | 'part'>,
    Pick<SourceEntry, 'origin' | 'load' | 'version'> {
  /** Whether the record gave the id. */
  readonly ownId: boolean
  /** Its language, as it is compared; the newsroom's if it names none. */
  readonly language: string
  /** Its tags and the labels of its subjects, as they are compared. */
  readonly tags: readonly string[]
  /** Codes and labels of its subjects, as they are compared. */
  readonly subjects: readonly string[]
}

/** Makes the entry of an article. It holds on to nothing of the record. */
export function toEntry(
  { origin, load, version }: SourceEntry,
  head: Head,
  ownId: boolean,
  newsroomLanguage: string,
): Entry {
  const keys = (texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) => (text === undefined ? [] : [matchKey(text)]))
  const own = {
    id: head.id,
    title: head.title,
    link: head.link,
    published: head.published,
    updated: head.updated,
    part: head.part,
    announces: head.announces,
    inLanguage: head.inLanguage || newsroomLanguage,
    translationKey: head.translationKey,
    replaces: head.replaces,
    withdrawn: head.withdrawn,
    language: matchKey(head.language ?? newsroomLanguage),
    tags: keys([...head.tags, ...head.subjects.map(({ label }) => label)]),
    subjects: keys(head.subjects.flatMap(({ code, label }) => [code, label])),
  }
  return { origin, load, version, ownId, ...standalone(own) }
}

// Engines keep a part of a text as a reference into the whole: a headline would hold on to its file. What is
// parsed anew stands alone. Measured with 100,000 files: 3 kB less for each.
function standalone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
