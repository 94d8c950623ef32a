import { FeedError, type Extension, type XmlElement } from 'pressfeed'

/** The namespace of the vocabularies of these tests. */
export const namespace = 'https://newsroom.example/ns/events'

/** A vocabulary that writes an element which its types would refuse. */
export function withElement(made: XmlElement): Extension {
  return { prefix: 'ev', namespace, article: () => [made] }
}

/** Codes of the findings that a FeedError brings; none when nothing is thrown. */
export function codesOf(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof FeedError) return error.issues.map(({ code }) => code)
    throw error
  }
  return []
}
