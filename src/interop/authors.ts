/** People, as `feed` and as pressfeed have them. */
import type { Person } from '../model/feed.js'
import type { PersonInput } from '../model/input.js'
import { hasOnly, listOf } from './carried.js'
import type { FeedPackageAuthor } from './feed-package-types.js'
import { given } from './given.js'

type Authors = readonly FeedPackageAuthor[] | FeedPackageAuthor

/** People for the input, and the list as it was if it says more than they do. */
export interface ReadAuthors {
  readonly people: readonly PersonInput[]
  readonly unsaid: Authors | undefined
}

/**
 * Reads authors. Who has no name is called by the part of the e-mail address before the at sign, as a
 * name that is an address draws a warning in Atom (rule R-88); who has neither is carried only.
 */
export function readAuthors(authors: Authors | undefined): ReadAuthors {
  const list = listOf(authors)
  return {
    people: list.flatMap(toPerson),
    unsaid: list.every(isSaid) ? undefined : authors,
  }
}

function toPerson({ name, email, link }: FeedPackageAuthor): readonly PersonInput[] {
  const shown = isNamed(name) ? name : email?.split('@', 1)[0]
  return isNamed(shown) ? [{ name: shown, url: link, email }] : []
}

function isSaid(author: FeedPackageAuthor): boolean {
  return isNamed(author.name) && hasOnly(author, ['name', 'email', 'link'])
}

function isNamed(name: string | undefined): name is string {
  return name !== undefined && name !== ''
}

/** A person for `feed`. */
export function writeAuthor({ name, email, url }: Person): FeedPackageAuthor {
  return given({ name, email, link: url })
}
