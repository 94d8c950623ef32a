/** Ids: made of the link, or written as they were given. */
import { v5 as uuidFromName } from 'uuid'
import { isUri } from '../url.js'
import { show } from './findings.js'
import type { Context } from './read-values.js'

const tagUri = /^tag:(?:[\w.-]+@)?[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[^#]*(?:#[^#]*)?$/
const uuidUrn = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The id of an article: its own, or one made of the link. */
export function readId(
  value: string | null | undefined,
  path: string,
  link: string,
  ids: 'uuid' | 'link',
  context: Context,
): string {
  const own = readOwnId(value, path, context)
  if (own !== undefined) return own
  if (link === '') return ''
  return ids === 'link' ? link : uuidUrnOf(link)
}

/** A UUID made of a name, the same on every run and machine (RFC 9562 section 5.5, the namespace of URLs). */
export function uuidUrnOf(name: string): string {
  // Half a surrogate pair has no UTF-8. An id that has one is refused, but first read to its end.
  return `urn:uuid:${uuidFromName(name.toWellFormed(), uuidFromName.URL)}`
}

/** An id as it was given. Ids are never normalised: what cannot stay as it is, is refused. */
export function readOwnId(
  value: string | null | undefined,
  path: string,
  context: Context,
): string | undefined {
  const id = value ?? ''
  if (id === '') return undefined
  const refusal = refuseId(id)
  const note = (code: 'invalid-id' | 'id-not-uri' | 'weak-id', expected: string) => {
    context.findings.add(code, path, `Id ${show(id)}: ${expected}`)
  }
  if (refusal !== undefined) note('invalid-id', refusal)
  else if (!isUri(id)) {
    note('id-not-uri', 'RSS and JSON Feed carry it, but Atom takes only a URI such as tag: or urn:')
  } else if (/^https?:/i.test(id) && !/^https?:\/\/[^/?#A-Z]*(?:[/?#]|$)/.test(id)) {
    note('weak-id', 'expected scheme and host in lower case, as some readers compare them so')
  }
  if (/^\d{1,8}$/.test(id)) note('weak-id', 'fewer than nine digits are not unique in the world')
  if (id.length > 767) note('weak-id', 'longer than 767 characters, where a reader cuts it off')
  return id
}

function refuseId(id: string): string | undefined {
  if (/^\s|\s$/.test(id)) return 'expected an id without white space around it'
  if (/[\p{Cc}\p{Cs}\uFFFD-\uFFFF]/u.test(id)) return 'expected an id without control characters'
  if (/^tag:/i.test(id) && !tagUri.test(id)) return 'expected the form tag:office.example,2026:name'
  if (/^urn:uuid:/i.test(id) && !uuidUrn.test(id)) return 'expected a UUID after urn:uuid:'
  return undefined
}
