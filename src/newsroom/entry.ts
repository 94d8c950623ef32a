/** An article as the index of a newsroom has it: what decides which documents carry it, and how to get the rest. */
import type { Head } from '../create-feed/read-head.js'
import type { SourceEntry } from './source.js'

/** One article of the index. Small, since all articles of a newsroom are held at once. */
export interface Entry
  extends
    Pick<Head, 'id' | 'title' | 'link' | 'published' | 'updated'>,
    Pick<SourceEntry, 'origin' | 'load' | 'version'> {
  /** Whether the record gave the id. */
  readonly ownId: boolean
  /** Its language, in lower case; the newsroom's if it names none. */
  readonly language: string
  /** Its tags and the labels of its subjects, in lower case. */
  readonly tags: readonly string[]
  /** Codes and labels of its subjects, in lower case. */
  readonly subjects: readonly string[]
}

/** Makes the entry of an article; what it holds of the record is copied or small. */
export function toEntry(
  { origin, load, version }: SourceEntry,
  head: Head,
  ownId: boolean,
  newsroomLanguage: string,
): Entry {
  const lower = (texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) => (text === undefined ? [] : [text.toLowerCase()]))
  return {
    origin,
    load,
    version,
    ownId,
    id: head.id,
    title: head.title,
    link: head.link,
    published: head.published,
    updated: head.updated,
    language: (head.language ?? newsroomLanguage).toLowerCase(),
    tags: lower([...head.tags, ...head.subjects.map(({ label }) => label)]),
    subjects: lower(head.subjects.flatMap(({ code, label }) => [code, label])),
  }
}
