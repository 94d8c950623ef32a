import type { Person } from '../model/feed.js'
import { show } from './findings.js'
import type { FeedShape } from './schema.js'
import { readAddress } from './read-address.js'
import { readEach, readEmail, readText, requireText, type Context } from './read-values.js'

type PersonShape = NonNullable<NonNullable<FeedShape['authors']>[number]>

/** The people of a list; a text is a name. */
export function readPeople(
  people: FeedShape['authors'],
  path: string,
  context: Context,
): readonly Person[] {
  return readEach(people, path, (person, place) => readPerson(person, place, context))
}

function readPerson(person: PersonShape, path: string, context: Context): Person {
  if (typeof person === 'string') return { name: requireText(person, path, context) }
  return {
    name: requireText(person.name, `${path}.name`, context),
    url: readAddress(person.url, `${path}.url`, context.base, context),
    email: readEmail(person.email, `${path}.email`, context),
  }
}

/** Keywords, each once. */
export function readTags(
  tags: FeedShape['tags'],
  path: string,
  context: Context,
): readonly string[] {
  const read = readEach(tags, path, (tag, place) => {
    const text = readText(tag, place, context)
    if (text !== undefined && /[,/]/.test(text)) {
      const message = `The tag ${show(text)} contains a comma or slash, where some readers cut it in two`
      context.findings.add('tag-with-separator', place, message)
    }
    return text
  })
  return [...new Set(read)].filter((tag) => tag !== undefined)
}
